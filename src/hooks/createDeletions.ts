'use client';
import { codeOf, DiagnosisError, type Verdict } from '../diagnosis/index.ts';

/** What is going on with an attachment that somebody deleted. */
export type Deletion =
  /** It can still be undone: nothing was sent. */
  | { status: 'waiting' }
  | { status: 'sending' }
  /** It is gone, whatever a list that was read before says. */
  | { status: 'deleted' }
  /** It is still there. */
  | { status: 'refused'; verdict: Verdict };

/** Sends the request; `keepalive` where the page is being left. Rejects with a `DiagnosisError`. */
export type SendDeletion = (attachmentId: string, options: { keepalive: boolean }) => Promise<void>;

/** The deletions of one ticket, each by itself. */
export interface Deletions {
  get(attachmentId: string): Deletion | undefined;
  /** Called when something about this attachment changes. */
  subscribe(attachmentId: string, listener: () => void): () => void;
  /** Deletes it after so many milliseconds, unless it is undone. */
  begin(attachmentId: string, undoWindow: number, send: SendDeletion): void;
  /** Brings it back, if nothing was sent yet. */
  undo(attachmentId: string): void;
  /** Stops the time in which it can be undone; what is returned lets it go on. */
  hold(attachmentId: string): () => void;
  /** Sends at once what waits, because nobody is there any more to undo it. */
  flush(): void;
  /** Nothing waits, is on its way, or was refused. */
  isEmpty(): boolean;
}

interface Waiting {
  send: SendDeletion;
  /** Milliseconds that are left. */
  left: number;
  /** When the time began to run, and what ends it; `null` while it is held. */
  running: { since: number; timer: ReturnType<typeof setTimeout> } | null;
  holds: number;
}

/** Keeps what was deleted for as long as it can be undone, and sends it then. */
export function createDeletions(): Deletions {
  const deletions = new Map<string, Deletion>();
  const waiting = new Map<string, Waiting>();
  const listeners = new Map<string, Set<() => void>>();

  function set(id: string, deletion: Deletion | undefined): void {
    if (deletion) deletions.set(id, deletion);
    else deletions.delete(id);
    for (const listener of listeners.get(id) ?? []) listener();
  }

  function run(id: string, entry: Waiting): void {
    const timer = setTimeout(() => void send(id, entry, false), entry.left);
    entry.running = { since: performance.now(), timer };
  }

  function stop(entry: Waiting): void {
    if (!entry.running) return;
    clearTimeout(entry.running.timer);
    entry.left = Math.max(0, entry.left - (performance.now() - entry.running.since));
    entry.running = null;
  }

  async function send(id: string, entry: Waiting, keepalive: boolean): Promise<void> {
    stop(entry);
    waiting.delete(id);
    set(id, { status: 'sending' });
    try {
      await entry.send(id, { keepalive });
      set(id, { status: 'deleted' });
    } catch (error) {
      if (!(error instanceof DiagnosisError)) throw error;
      // Somebody else was faster.
      const gone = codeOf(error.verdict) === 'not_found';
      set(id, gone ? { status: 'deleted' } : { status: 'refused', verdict: error.verdict });
    }
  }

  return {
    get: (id) => deletions.get(id),
    subscribe(id, listener) {
      const ofId = listeners.get(id) ?? new Set();
      listeners.set(id, ofId.add(listener));
      return () => {
        ofId.delete(listener);
        if (ofId.size === 0) listeners.delete(id);
      };
    },
    begin(id, undoWindow, sendIt) {
      const status = deletions.get(id)?.status;
      if (status && status !== 'refused') return;
      const entry: Waiting = { send: sendIt, left: undoWindow, running: null, holds: 0 };
      waiting.set(id, entry);
      run(id, entry);
      set(id, { status: 'waiting' });
    },
    undo(id) {
      const entry = waiting.get(id);
      if (!entry) return;
      stop(entry);
      waiting.delete(id);
      set(id, undefined);
    },
    hold(id) {
      const entry = waiting.get(id);
      if (!entry) return () => {};
      entry.holds++;
      stop(entry);
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        entry.holds--;
        if (entry.holds === 0 && waiting.get(id) === entry) run(id, entry);
      };
    },
    flush() {
      for (const [id, entry] of waiting) void send(id, entry, true);
    },
    isEmpty: () => [...deletions.values()].every(({ status }) => status === 'deleted'),
  };
}
