'use client';
import type { Client } from '../client/index.ts';
import { createUploader, type Uploader } from '../engine/index.ts';

interface Entry {
  uploader: Uploader;
  /** How many components show it. */
  users: number;
}

// What was begun in a ticket goes on, and is there again, when its composer goes away and comes back.
const entries = new WeakMap<Client, Map<string, Entry>>();
const underWay = new Set<Uploader>();

/** The uploader of a ticket: the same one for everybody who asks with the same client. On a server, where nobody comes back, a new one. */
export function uploaderFor(client: Client, ticketId: string): Uploader {
  if (typeof window === 'undefined') return createUploader({ client, ticketId });
  const ofClient = entries.get(client) ?? new Map<string, Entry>();
  entries.set(client, ofClient);
  const found = ofClient.get(ticketId);
  if (found) return found.uploader;
  const uploader = createUploader({ client, ticketId });
  const entry = { uploader, users: 0 };
  ofClient.set(ticketId, entry);
  uploader.onEvent(() => {
    guard(uploader);
    forgetIfDone(ofClient, ticketId, entry);
  });
  return uploader;
}

function forgetIfDone(ofClient: Map<string, Entry>, ticketId: string, { uploader, users }: Entry): void {
  const { pending, failed } = uploader.getSummary();
  if (users === 0 && pending + failed === 0) ofClient.delete(ticketId);
}

/** Counts a component in; what is returned counts it out, and forgets an uploader that nobody shows and that has nothing left to do. */
export function countIn(client: Client, ticketId: string): () => void {
  const ofClient = entries.get(client);
  const entry = ofClient?.get(ticketId);
  if (!ofClient || !entry) return () => {};
  entry.users++;
  return () => {
    entry.users--;
    // After this turn: StrictMode counts out and in again.
    queueMicrotask(() => forgetIfDone(ofClient, ticketId, entry));
  };
}

/** Takes a deleted attachment off its ticket's composer too. */
export function forgetAttachment(client: Client, ticketId: string, attachmentId: string): void {
  const uploader = entries.get(client)?.get(ticketId)?.uploader;
  for (const id of uploader?.getIds() ?? []) {
    const upload = uploader?.getUpload(id);
    if (upload?.status === 'stored' && upload.attachment.id === attachmentId) uploader?.remove(id);
  }
}

/** While any ticket has files on their way, leaving the page asks first. */
function guard(uploader: Uploader): void {
  if (uploader.isPending()) underWay.add(uploader);
  else underWay.delete(uploader);
  if (underWay.size > 0) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
