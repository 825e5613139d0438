import { type CheckEvent, checkEventSchema, type CheckReport, type CheckStep } from '../contract/index.ts';
import { DiagnosisError, malformed } from '../diagnosis/index.ts';
import { readNdjson } from './readNdjson.ts';
import { unreachable } from './unreachable.ts';

/** How the stream of a check is read. */
export interface ReadCheckOptions {
  /** HTTP status of the answer, for diagnoses. */
  status: number;
  signal?: AbortSignal | undefined;
  /** Called with each step as soon as it is known. */
  onStep: (step: CheckStep) => void;
}

/**
 * Reads a streamed check up to its report.
 *
 * @throws a `DiagnosisError`, also where the stream breaks or ends without a report, or the signal's reason
 */
export async function readCheck(
  body: ReadableStream<Uint8Array>,
  { status, signal, onStep }: ReadCheckOptions,
): Promise<CheckReport> {
  for await (const event of readEvents(body, status, signal)) {
    if (event.event === 'report') return event.report;
    if (event.event === 'problem') throw new DiagnosisError(event.verdict);
    onStep(event.step);
  }
  throw new DiagnosisError(malformed(status));
}

async function* readEvents(
  body: ReadableStream<Uint8Array>,
  status: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<CheckEvent, void, void> {
  try {
    for await (const line of readNdjson(body, signal)) {
      const event = checkEventSchema.safeParse(line);
      if (event.success) yield event.data;
      else if (!isNewer(line)) throw new DiagnosisError(malformed(status));
    }
  } catch (error) {
    if (error instanceof DiagnosisError || signal?.aborted) throw error;
    throw new DiagnosisError(error instanceof SyntaxError ? malformed(status) : unreachable());
  }
}

const known: ReadonlySet<unknown> = new Set<CheckEvent['event']>(['step', 'report', 'problem']);

/** An event that this version does not know yet. */
function isNewer(line: unknown): boolean {
  const event = typeof line === 'object' && line !== null && 'event' in line ? line.event : undefined;
  return typeof event === 'string' && !known.has(event);
}
