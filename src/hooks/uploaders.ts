'use client';
import type { Client } from '../client/index.ts';
import { createUploader, type Uploader, type UploaderOptions, type WaitingFor } from '../engine/index.ts';

/** Whose files they are. Two that are equal share one uploader. */
export interface UploaderScope {
  /** The ticket that the files are attached to. */
  ticketId: string;
  /** The draft that they wait in until it is sent. @default none: what is stored is the ticket's */
  draftId?: string | undefined;
  /** Who sends, in the host's world: an upload that was broken off is taken up only for the same. @default '' */
  userId?: string | undefined;
}

/** What an uploader is made with; who shows the scope first decides. */
export type UploaderMake = Omit<UploaderOptions, 'client' | 'ticketId' | 'draftId' | 'userId'>;

/** What uploads that cannot go on wait for: this device's network, or an answer of the storage or the backend. */
export type Hold = Exclude<WaitingFor, 'retry'>;

interface Entry {
  uploader: Uploader;
  ticketId: string;
  /** How many components show it. */
  users: number;
}

// What was begun in a ticket goes on, and is there again, when its composer goes away and comes back.
const entries = new WeakMap<Client, Map<string, Entry>>();
const underWay = new Set<Uploader>();
const holds = new WeakMap<Uploader, Hold>();

const keyOf = ({ ticketId, draftId, userId }: UploaderScope) => JSON.stringify([ticketId, draftId, userId]);

/** The uploader of a scope: the same one for everybody who asks with the same client. On a server, where nobody comes back, a new one. */
export function uploaderFor(client: Client, scope: UploaderScope, make: UploaderMake = {}): Uploader {
  const { ticketId, draftId, userId } = scope;
  const create = () => createUploader({ ...make, client, ticketId, draftId, userId });
  if (typeof window === 'undefined') return create();
  const ofClient = entries.get(client) ?? new Map<string, Entry>();
  entries.set(client, ofClient);
  const key = keyOf(scope);
  const found = ofClient.get(key);
  if (found) return found.uploader;
  const uploader = create();
  const entry = { uploader, ticketId, users: 0 };
  ofClient.set(key, entry);
  uploader.onEvent((event) => {
    if (event.type === 'held') holds.set(uploader, event.for);
    if (event.type === 'released') holds.delete(uploader);
    guard(uploader);
    forgetIfDone(ofClient, key, entry);
  });
  return uploader;
}

/** What all of an uploader's files wait for; `null` while they go on. */
export function holdOf(uploader: Uploader): Hold | null {
  return uploader.isPending() ? (holds.get(uploader) ?? null) : null;
}

function forgetIfDone(ofClient: Map<string, Entry>, key: string, entry: Entry): void {
  if (entry.users > 0) return;
  const { pending, failed } = entry.uploader.getSummary();
  if (pending + failed === 0 && ofClient.get(key) === entry) ofClient.delete(key);
}

/** Counts a component in; what is returned counts it out, and forgets an uploader that nobody shows and that has nothing left to do. */
export function countIn(client: Client, scope: UploaderScope): () => void {
  const ofClient = entries.get(client);
  const key = keyOf(scope);
  const entry = ofClient?.get(key);
  if (!ofClient || !entry) return () => {};
  entry.users++;
  return () => {
    entry.users--;
    // After this turn: StrictMode counts out and in again.
    queueMicrotask(() => forgetIfDone(ofClient, key, entry));
  };
}

/** Takes a deleted attachment off its ticket's composers too. */
export function forgetAttachment(client: Client, ticketId: string, attachmentId: string): void {
  for (const { uploader, ticketId: of } of entries.get(client)?.values() ?? []) {
    if (of !== ticketId) continue;
    uploader.forget(
      uploader.getIds().filter((id) => {
        const upload = uploader.getUpload(id);
        return upload?.status === 'stored' && upload.attachment.id === attachmentId;
      }),
    );
  }
}

/** While any ticket has files on their way, leaving the page asks first. */
function guard(uploader: Uploader): void {
  // Told of every one of thousands of files: nothing is to be done for most of them.
  if (uploader.isPending() === underWay.has(uploader)) return;
  if (uploader.isPending()) underWay.add(uploader);
  else underWay.delete(uploader);
  if (underWay.size > 0) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
