import type { RouteName } from '../contract/index.ts';
import { type Diagnosis, type Verdict, verdictFor } from '../diagnosis/index.ts';
import type { Log } from './observe/createLog.ts';
import { describeError } from './observe/describeError.ts';
import type { Metrics } from './observe/Metrics.ts';
import type { Viewer } from './Viewer.ts';

/** What a failure is about, beside its diagnosis. */
export interface Circumstances {
  /** Who is told. */
  viewer: Viewer | null;
  route: RouteName | null;
  ticketId?: string;
  attachmentId?: string;
  /** For a fault of our own: what was thrown. */
  error?: unknown;
}

/** Turns a diagnosis into what this viewer may see, with a reference; logs and counts it once. */
export type Judge = (diagnosis: Diagnosis, about: Circumstances, others?: Diagnosis[]) => Verdict;

/** Makes a judge. */
export function createJudge(edge: {
  random: (bytes: number) => Uint8Array;
  log: Log;
  metrics: Metrics;
}): Judge {
  return (diagnosis, { viewer, route, ticketId, attachmentId, error }, others = []) => {
    const reference = createReference(edge.random);
    edge.metrics.count('s3a_failures_total', { code: diagnosis.code });
    edge.log({
      level: diagnosis.code === 'server_fault' ? 'error' : 'warn',
      event: 'failure',
      reference,
      code: diagnosis.code,
      route,
      viewerId: viewer?.id ?? null,
      ...(ticketId === undefined ? {} : { ticketId }),
      ...(attachmentId === undefined ? {} : { attachmentId }),
      ...(diagnosis.s3 ? { s3: diagnosis.s3 } : {}),
      ...(error === undefined ? {} : { error: describeError(error) }),
    });
    const audience = viewer?.administrator === true ? 'administrator' : 'everyone';
    return verdictFor(audience, diagnosis, reference, others);
  };
}

// Read out over the telephone: no 0 and O, no 1, I and L.
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

function createReference(random: (bytes: number) => Uint8Array): string {
  return Array.from(random(4), (byte) => alphabet[byte % alphabet.length]).join('');
}
