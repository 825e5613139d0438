import type { RouteName } from '../contract/index.ts';
import type { Diagnosis, DiagnosisCode } from '../diagnosis/index.ts';

/** One line for the log: a failure that somebody was told of. Never holds a secret or a signature. */
export interface LogEntry {
  event: 'failure';
  /** What the person was shown: an administrator finds the line by it. */
  reference: string;
  code: DiagnosisCode;
  /** `null` for a path that leads nowhere. */
  route: RouteName | null;
  /** `null` for nobody. */
  viewerId: string | null;
  ticketId?: string;
  attachmentId?: string;
  /** S3's own answer with its request id. */
  s3?: NonNullable<Diagnosis['s3']>;
  /** Name and message of a fault of our own and of its causes, and its stack. */
  error?: string;
}
