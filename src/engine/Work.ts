import type { BodyOf, Checksum, SentPart, UploadTarget } from '../contract/index.ts';
import type { WholeReason } from './Upload.ts';

/** What has been done of an upload in parts. */
export interface PartsDone {
  /** Bytes of every part but the last one. */
  partSize: number;
  /** By number: those that S3 has taken. */
  done: Map<number, SentPart>;
}

/** The parts that are asked for first. */
export type MultipartPlan = BodyOf<'createMultipart'>;

/** What is known of an upload beside what is shown. */
export interface Work {
  /** Stops whatever this attempt is doing. */
  stop: AbortController;
  /** What is sent: the file as it was chosen, or as it was prepared. */
  body: File;
  /** True when the body is what is to be sent. */
  prepared: boolean;
  checksum: Checksum | undefined;
  attachmentId: string | null;
  target: UploadTarget | null;
  /** Until when the target can be used, by this browser's clock. */
  goodUntil: number;
  parts: PartsDone | null;
  /** How it is begun in parts, to be asked for with its signature; `null` where that is asked for by itself. */
  begin: MultipartPlan | null;
  /** Where the upload is remembered over a reload; only of one in parts. */
  sessionKey: string | null;
  /** Why it goes whole although it is large. */
  whole: WholeReason | null;
  /** How often it was begun anew because S3 had discarded its parts. */
  begunAnew: number;
  /** All bytes have arrived: only the registration is missing. */
  sent: boolean;
  /** A request that may still make something at the backend, to be waited for before it is withdrawn. */
  making: Promise<unknown> | null;
  /** The attempt that is under way, or was: the next one begins when it has put down what it holds. */
  attempt: Promise<void> | null;
}

/** Its fields are on the instance and nothing else is: thousands are made in one task. */
class NewWork implements Work {
  #stop: AbortController | undefined;
  prepared = false;
  checksum = undefined;
  attachmentId = null;
  target = null;
  goodUntil = 0;
  parts = null;
  begin = null;
  sessionKey = null;
  whole = null;
  begunAnew = 0;
  sent = false;
  making = null;
  attempt = null;
  body: File;

  constructor(body: File) {
    this.body = body;
  }

  // Made with the first use: few are on their way at a time.
  get stop() {
    this.#stop ??= new AbortController();
    return this.#stop;
  }

  set stop(next) {
    this.#stop = next;
  }
}

/** The work on a file that was just chosen. */
export const newWork = (body: File): Work => new NewWork(body);

/** What is lost a third time is not lost by chance. */
const chances = 2;

/** Whether parts that S3 has discarded may be sent again without a word; counts. */
export function mayBeginAnew(work: Work): boolean {
  return ++work.begunAnew <= chances;
}
