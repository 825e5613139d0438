import { type Client, createClient } from '@triage-ai/s3-attachments';
import type { Person } from '../../helpdesk/people.ts';
import { usePerson } from './usePerson.ts';

const newClient = () => createClient({ baseUrl: '/api/s3-attachments' });

// Files on their way belong to a client, so each person has one of their own.
const clients: Record<Person, Client> = {
  administrator: newClient(),
  agent: newClient(),
  customer: newClient(),
};

/** The API client that all widgets share while this person is signed in. */
export function useAttachmentsClient(): Client {
  const [person] = usePerson();
  return clients[person];
}
