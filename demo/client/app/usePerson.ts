import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { people, type Person } from '../../helpdesk/people.ts';

const listeners = new Set<() => void>();

function readPerson(): Person {
  const chosen = /(?:^|;\s*)demo_user=([a-z]+)/.exec(document.cookie)?.[1] ?? '';
  return Object.hasOwn(people, chosen) ? (chosen as Person) : 'administrator';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Who is signed in, and a way to be somebody else: what the one has read, the other does not see. */
export function usePerson(): [Person, (person: Person) => void] {
  const queryClient = useQueryClient();
  const person = useSyncExternalStore(subscribe, readPerson);
  const change = useCallback(
    (next: Person) => {
      document.cookie = `demo_user=${next}; path=/; max-age=31536000; samesite=lax`;
      queryClient.clear();
      for (const listener of listeners) listener();
    },
    [queryClient],
  );
  return [person, change];
}
