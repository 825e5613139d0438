import type { BodyOf } from '../../src/contract/index.ts';
import type { BrokenTransfer, S3Request } from '../../src/diagnosis/index.ts';
import type { FakeAccount, FakeS3 } from '../../src/testing/s3/index.ts';
import type { SignedFile, WorldOptions } from '../server/support/createWorld.ts';
import type { parts } from '../server/support/createWorld.ts';
import type { Answer, Signing, World as S3World } from '../testing/createWorld.ts';
import type { Expectation } from './MatrixRow.ts';

/** The documented set-up, to be broken. */
export type Parts = ReturnType<typeof parts> & { account: FakeAccount };

interface Common {
  /** In the words of `s3-faults.md`. */
  fault: string;
  expected: Expectation;
  /** Facts that the diagnosis must tell, for example the true region. */
  facts?: Record<string, unknown>;
  /** Faults of one name are answered alike by S3, so they share their expectation. */
  alike?: string;
  /** S3 does not tell this one from others: never said for certain. */
  untold?: true;
}

interface InWorld extends Common {
  /** Makes the fault in the AWS account. */
  break?: (at: Parts) => void;
  /** The server's clock against S3's, in ms. */
  clockSkew?: number;
  /** Changes what the server sends, answers in S3's stead, or throws for no answer. */
  onTheWay?: (request: Request, s3: FakeS3) => Request | Response | Promise<Request | Response>;
}

/** Comes to light in the connection check. */
export interface CheckFault extends InWorld {
  by: 'check';
  /** What is typed instead of the documented values. */
  values?: Partial<BodyOf<'checkConnection'>>;
  /** Whether it is a note beside a step that passed. @default false */
  note?: true;
  world?: Pick<WorldOptions, 'allowPrivateEndpoints'>;
}

/** What the browser sends. */
interface Sent {
  url: string;
  headers: Record<string, string>;
  bytes: string;
}

/** Comes to light when an upload fails. */
export interface UploadFault extends InWorld {
  by: 'upload';
  /** What is saved instead of the documented values. */
  values?: Partial<BodyOf<'saveSettings'>>;
  file?: Partial<SignedFile>;
  /** Changes the browser's request after it was signed. */
  change?: (sent: Sent) => Partial<Sent>;
  /** What the browser saw, where that is not what S3 answered. */
  seen?: Partial<BodyOf<'reportFailure'>>;
  /** How long ago the URL was signed, in ms. */
  signedAgo?: number;
}

/** Comes to light when S3 has the file, and it is registered. */
export interface CompletedFault extends InWorld {
  by: 'completed';
  values?: Partial<BodyOf<'saveSettings'>>;
  /** Makes the fault between upload and registering. */
  after?: (at: Parts) => void;
}

/** What neither check nor upload can meet: one request of its own, signed apart. */
export interface AnswerFault extends Common {
  by: 'answer';
  /** Sends the request; without an answer it rejects as `fetch` does. */
  ask: (world: S3World) => Promise<Answer | { status: number; text: string }>;
  request?: Partial<S3Request> & { url?: string };
}

/** What only the browser knows. */
interface TransferFault extends Common {
  by: 'transfer';
  transfer: BrokenTransfer;
}

/** A fault, how it is made, and what must be said of it. */
export type Fault = CheckFault | UploadFault | CompletedFault | AnswerFault | TransferFault;

/** A PUT with this in it, signed in its headers. */
export const signedPut =
  (signing: Signing = {}) =>
  (world: S3World) =>
    world.send(signing);
