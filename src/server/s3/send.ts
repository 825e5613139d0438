import { type Diagnosis, DiagnosisError, type S3Answer } from '../../diagnosis/index.ts';
import type { S3Edge, S3Init } from './S3Edge.ts';

const timeout = 10_000;
const maxBody = 16_384;

/** A request to S3, ready to be sent. */
export interface S3Message {
  method: S3Init['method'];
  url: string;
  headers: Record<string, string>;
  body?: string;
}

/**
 * Sends a request and reads the answer, its body cut at 16 Ki characters.
 *
 * @throws DiagnosisError `s3_unreachable` when there is no answer within ten seconds
 */
export async function send(edge: S3Edge, { method, url, headers, body }: S3Message): Promise<S3Answer> {
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await edge.fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      signal,
      redirect: 'manual',
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await readText(response),
    };
  } catch {
    throw new DiagnosisError(unreachable(edge, url));
  }
}

async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length < maxBody) continue;
    void reader.cancel().catch(() => undefined);
    return text.slice(0, maxBody);
  }
}

function unreachable(edge: S3Edge, url: string): Diagnosis {
  return {
    code: 's3_unreachable',
    host: new URL(url).host,
    // The region is a part of the host at Amazon only.
    where: [
      ...(edge.endpoint === undefined ? [{ kind: 'field', field: 'region' } as const] : []),
      { kind: 'elsewhere', place: 'network' },
    ],
    certainty: 'certain',
  };
}
