import type { Client } from '../client/index.ts';
import { maxPutSize, type SignedUpload } from '../contract/index.ts';
import { DiagnosisError, malformed, verdictOf } from '../diagnosis/index.ts';
import type { Ask } from './createAsk.ts';
import type { Upload } from './Upload.ts';
import type { Clock, UploaderTuning } from './Uploader.ts';
import type { Work } from './Work.ts';

/** What is to be signed. */
export interface ToSign {
  upload: Upload;
  work: Work;
}

/** Asks for the right to send files, as many in a request as can be used before it runs out. */
export interface Signer {
  /** How many files the next request should be about. */
  getBatchSize(): number;
  /**
   * Signs these, each into its work: of one that is removed meanwhile it is known then what to withdraw. Results come in their
   * order, `null` for what is signed. Never rejects.
   */
  sign(batch: readonly ToSign[]): Promise<(DiagnosisError | null)[]>;
  /** Until when what lives so many seconds can be used, by this browser's clock. */
  goodUntil(seconds: number): number;
  /** A right ran out before it was used: the next requests are about fewer files. */
  expired(): void;
  /** A file has been sent: tells how many can be while a right lives. */
  used(): void;
}

/** What a signer goes by. */
export interface SignerOptions {
  client: Client;
  ask: Ask;
  clock: Clock;
  ticketId: string;
  draftId: string | undefined;
  concurrency: number;
  multipartThreshold: number;
  integrity: NonNullable<UploaderTuning['integrity']>;
}

/** Signed URLs with less than this left, in ms, are signed again before they are used; of short lives at most half. */
const expiryMargin = 30_000;
const filesPerSign = 1000;
/** Bytes up to which a file goes as a form where that is possible: without a preflight, but without progress too. */
const formSize = 1024 ** 2;
const never = new AbortController().signal;

/** Makes the signer of an uploader. */
export function createSigner(options: SignerOptions): Signer {
  const { client, ask, clock, ticketId, draftId, concurrency, multipartThreshold, integrity } = options;
  let lifetime = Number.POSITIVE_INFINITY;
  let tight = false;
  let usedSince: number | null = null;
  let usedCount = 0;

  const margin = () => Math.min(expiryMargin, lifetime / 2);

  function asOf(size: number): 'put' | 'form' | 'parts' {
    if (size > multipartThreshold || size > maxPutSize) return 'parts';
    return size <= formSize && integrity === 'none' ? 'form' : 'put';
  }

  async function request(batch: readonly ToSign[]): Promise<(SignedUpload['result'] | DiagnosisError)[]> {
    const files = batch.map(({ upload, work }) => ({
      id: upload.id,
      name: upload.name.slice(0, 1024),
      size: work.body.size,
      type: work.body.type.slice(0, 255),
      as: work.whole ? ('put' as const) : asOf(work.body.size),
      ...(work.attachmentId === null ? {} : { attachmentId: work.attachmentId }),
      ...(work.checksum ? { checksum: work.checksum } : {}),
    }));
    // The first is sent first: the others hardly wait for it.
    const [first] = batch;
    const begin = first?.work.begin;
    const body = {
      ticketId,
      ...(draftId === undefined ? {} : { draftId }),
      files,
      ...(begin ? { begin: { id: first.upload.id, ...begin } } : {}),
    };
    // Of a try whose answer was lost the next one is given the same attachments.
    const idempotencyKey = crypto.getRandomValues(new Uint32Array(4)).join('-');
    try {
      const { uploads } = await ask(null, never, () => client.signUploads({ body }, { idempotencyKey }));
      const results = new Map(uploads.map(({ id, result }) => [id, result]));
      return batch.map(({ upload }) => results.get(upload.id) ?? new DiagnosisError(malformed(200)));
    } catch (error) {
      const fault = new DiagnosisError(verdictOf(error));
      return batch.map(() => fault);
    }
  }

  function goodUntil(seconds: number): number {
    lifetime = seconds * 1000;
    return clock.now() + lifetime - margin();
  }

  return {
    goodUntil,
    getBatchSize() {
      if (!tight || usedSince === null) return filesPerSign;
      const passed = Math.max(1, clock.now() - usedSince);
      const usable = (usedCount / passed) * (lifetime - margin());
      return Math.min(filesPerSign, Math.max(concurrency, Math.floor(usable)));
    },
    expired() {
      tight = true;
    },
    used() {
      usedSince ??= clock.now();
      usedCount++;
    },
    async sign(batch) {
      if (batch.length === 0) return [];
      const making = request(batch);
      for (const { work } of batch) work.making = making;
      const results = await making;
      return batch.map(({ work }, index) => {
        work.making = work.begin = null;
        const result = results[index] ?? new DiagnosisError(malformed(200));
        if (result instanceof DiagnosisError) return result;
        if (result.status === 'refused') return new DiagnosisError(result.verdict);
        const { attachmentId, target } = result;
        if (work.attachmentId !== attachmentId) work.parts = null;
        work.attachmentId = attachmentId;
        work.target = target;
        work.goodUntil = 'expiresIn' in target ? goodUntil(target.expiresIn) : Number.POSITIVE_INFINITY;
        return null;
      });
    },
  };
}
