import type { Client } from '../client/index.ts';
import { maxPutSize } from '../contract/index.ts';
import type { Ask } from './createAsk.ts';
import { digestText } from './digestText.ts';
import type { Hash } from './hash/Hash.ts';
import type { SessionStore } from './session/SessionStore.ts';
import type { UploaderTuning } from './Uploader.ts';
import type { MultipartPlan, Work } from './Work.ts';

/** What has to be done with a file before it is signed. */
export interface PreparationOptions {
  client: Client;
  ask: Ask;
  ticketId: string;
  draftId: string | undefined;
  userId: string;
  multipartThreshold: number;
  integrity: NonNullable<UploaderTuning['integrity']>;
  prepare: ((file: File) => Promise<File>) | undefined;
  hash: Hash;
  sessions: SessionStore | null;
  /** Told of a large file, which is going to be sent in a moment: how it is begun. */
  expectParts: (size: number) => Promise<MultipartPlan | null>;
}

/** Makes a file ready to be signed. */
export interface Preparation {
  /** Loads what a large file needs. */
  warmUp(): void;
  /** True where there is more to do than to look at the size. */
  isNeeded(work: Work): boolean;
  /** The host's own change of the file, its digest, and what is left of an earlier upload of it. Rejects only with the signal's reason. */
  run(id: string, work: Work): Promise<void>;
  /** Remembers what S3 has, over a reload. */
  remember(work: Work, now: number): void;
  /** There is nothing to come back to any more. */
  forget(work: Work): void;
}

const loadRecall = () => import('./recall.ts');

/** Makes the preparation of an uploader. */
export function createPreparation(options: PreparationOptions): Preparation {
  const { multipartThreshold, integrity, prepare, hash, sessions, expectParts } = options;
  const isLarge = ({ body }: Work) => body.size > multipartThreshold || body.size > maxPutSize;

  return {
    warmUp() {
      sessions?.open?.();
      loadRecall().catch(() => {});
    },
    isNeeded: (work) => !work.prepared && (prepare !== undefined || integrity !== 'none' || isLarge(work)),
    async run(id, work) {
      const { signal } = work.stop;
      // Also where it fails at once, the file goes as it was chosen.
      if (prepare && !work.prepared)
        work.body = await (async () => prepare(work.body))().catch(() => work.body);
      work.prepared = true;
      signal.throwIfAborted();
      try {
        if (isLarge(work)) {
          // All at once: what sends it is wanted in a moment.
          const plan = expectParts(work.body.size);
          sessions?.open?.();
          if (sessions) await (await loadRecall()).recall({ ...options, sessions }, id, work);
          // The digests of its first parts would have to be known.
          if (integrity === 'none' && !work.parts) work.begin = await plan;
        } else if (integrity !== 'none') {
          const digest = await hash(integrity, work.body, signal);
          work.checksum = { algorithm: integrity, value: digestText(digest, 'base64') };
        }
      } catch {
        // A file that cannot be read says so when it is sent.
        signal.throwIfAborted();
      }
    },
    remember({ sessionKey, attachmentId, parts }, now) {
      if (!sessions || !sessionKey || !attachmentId || !parts) return;
      const session = { attachmentId, partSize: parts.partSize, parts: [...parts.done.values()], at: now };
      void sessions.write(sessionKey, session);
    },
    forget({ sessionKey }) {
      if (sessions && sessionKey) void sessions.remove(sessionKey);
    },
  };
}
