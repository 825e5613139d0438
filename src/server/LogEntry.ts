import type { RouteName } from '../contract/index.ts';
import type { Diagnosis, DiagnosisCode } from '../diagnosis/index.ts';

/** Whose request it was, and what it was about. */
interface Subject {
  /** `null` for a path that leads nowhere. */
  route: RouteName | null;
  /** `null` for nobody. */
  viewerId: string | null;
  ticketId?: string;
  attachmentId?: string;
}

/** A request that was answered. */
export interface RequestEntry extends Subject {
  level: 'info';
  event: 'request';
  status: number;
  /** Milliseconds until the answer began. */
  ms: number;
  /** Of a refusal. */
  code?: DiagnosisCode;
  /** Of a refusal that was logged with its particulars: leads to that line. */
  reference?: string;
}

/** A failure that somebody was told of. */
export interface FailureEntry extends Subject {
  /** `error` is a fault of our own. */
  level: 'warn' | 'error';
  event: 'failure';
  /** What the person was shown: an administrator finds the line by it. */
  reference: string;
  code: DiagnosisCode;
  /** S3's own answer with its request id. */
  s3?: NonNullable<Diagnosis['s3']>;
  /** Name and message of a fault of our own and of its causes, and its stack. */
  error?: string;
}

/** What was tidied up or moved while nobody waited for it. */
export interface SweepEntry {
  level: 'info' | 'warn';
  event: 'sweep';
  /** Short name of the work, for example `expired`. */
  task: string;
  /** Milliseconds. */
  ms: number;
  /** How many of what. */
  counts: Readonly<Record<string, number>>;
}

/** A fault of our own that nobody was waiting for. */
export interface FaultEntry {
  level: 'error';
  event: 'fault';
  /** Short name of the work, for example `sweep`. */
  during: string;
  /** Made by `describeError`. */
  error: string;
}

/** One line for the log. Never holds a secret, a signature, a body, a header or a URL. */
export type LogEntry = RequestEntry | FailureEntry | SweepEntry | FaultEntry;
