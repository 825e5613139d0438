import type { RouteName } from '../contract/index.ts';
import { type Diagnosis, type Verdict, verdictFor } from '../diagnosis/index.ts';
import type { LogEntry } from './LogEntry.ts';
import { logToConsole } from './logToConsole.ts';
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

/** Turns a diagnosis into what this viewer may see, with a reference, and logs it once. */
export type Judge = (diagnosis: Diagnosis, about: Circumstances, others?: Diagnosis[]) => Verdict;

/** Makes a judge. */
export function createJudge(edge: {
  random: (bytes: number) => Uint8Array;
  log: (entry: LogEntry) => void;
}): Judge {
  return (diagnosis, { viewer, route, ticketId, attachmentId, error }, others = []) => {
    const reference = createReference(edge.random);
    write(edge.log, {
      event: 'failure',
      reference,
      code: diagnosis.code,
      route,
      viewerId: viewer?.id ?? null,
      ...(ticketId === undefined ? {} : { ticketId }),
      ...(attachmentId === undefined ? {} : { attachmentId }),
      ...(diagnosis.s3 ? { s3: diagnosis.s3 } : {}),
      ...(error === undefined ? {} : { error: describe(error) }),
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

// A host's log that fails, at once or later, costs nobody the answer; and a reference must lead somewhere.
function write(log: (entry: LogEntry) => unknown, entry: LogEntry): void {
  const toConsole = () => logToConsole(entry);
  try {
    Promise.resolve(log(entry)).catch(toConsole);
  } catch {
    toConsole();
  }
}

const maxCauses = 4;

function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const causes: string[] = [];
  // An ORM says that a query failed; why is in the cause.
  for (let { cause } = error; cause instanceof Error && causes.length < maxCauses; { cause } = cause) {
    causes.push(`cause: ${headline(cause)}`);
  }
  return [headline(error), ...causes, ...frames.slice(0, 8)].join('\n');
}

function headline({ name, message }: Error): string {
  // A database puts all parameters into its message, and a URL in one may be signed.
  const text = message.replace(/\bparams: .*/s, 'params: …').replace(/X-Amz-[^\s&"']+/gi, 'X-Amz-…');
  return `${name}: ${text.slice(0, 500)}`;
}
