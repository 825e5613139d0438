'use client';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { Client } from '../client/index.ts';
import { createDeletions, type Deletion, type Deletions } from './createDeletions.ts';

interface Entry {
  deletions: Deletions;
  /** How many lists show it. */
  users: number;
}

// What was refused after its list had gone is told when the list is there again.
const entries = new WeakMap<Client, Map<string, Entry>>();

function entryFor(client: Client, ticketId: string): Entry {
  // On a server nobody deletes.
  if (typeof window === 'undefined') return { deletions: createDeletions(), users: 0 };
  const ofClient = entries.get(client) ?? new Map<string, Entry>();
  entries.set(client, ofClient);
  const entry = ofClient.get(ticketId) ?? { deletions: createDeletions(), users: 0 };
  ofClient.set(ticketId, entry);
  return entry;
}

/** Counts a list in; what is returned counts it out, and sends what waits when nobody shows it any more. */
function countIn(client: Client, ticketId: string, entry: Entry): () => void {
  // It may have been forgotten between its rendering and now.
  entries.get(client)?.set(ticketId, entry);
  entry.users++;
  return () => {
    entry.users--;
    // After this turn: StrictMode counts out and in again.
    queueMicrotask(() => {
      if (entry.users > 0) return;
      entry.deletions.flush();
      if (entry.deletions.isEmpty()) entries.get(client)?.delete(ticketId);
    });
  };
}

/** The deletions of a ticket, the same for all of its lists. When the last list goes, or the page, what can still be undone is sent. */
export function useDeletions(client: Client, ticketId: string): Deletions {
  const entry = entryFor(client, ticketId);
  useEffect(() => countIn(client, ticketId, entry), [client, ticketId, entry]);
  useEffect(() => {
    const flush = () => entry.deletions.flush();
    addEventListener('pagehide', flush);
    return () => removeEventListener('pagehide', flush);
  }, [entry]);
  return entry.deletions;
}

/** What is going on with one attachment; renders for this one only. */
export function useDeletion(deletions: Deletions, attachmentId: string): Deletion | undefined {
  const subscribe = useCallback(
    (listener: () => void) => deletions.subscribe(attachmentId, listener),
    [deletions, attachmentId],
  );
  const get = () => deletions.get(attachmentId);
  return useSyncExternalStore(subscribe, get, get);
}
