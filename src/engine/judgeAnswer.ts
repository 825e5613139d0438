import type { TransferAnswer } from '../client/index.ts';

/**
 * What an answer of the storage means for the upload. `silent`: there was none. `busy`: a passing fault. `expired`: the right ran
 * out. `gone`: the upload in parts is not known any more. `refused`: asking again would change nothing.
 */
export type Judgement = 'done' | 'silent' | 'busy' | 'expired' | 'gone' | 'refused';

const busyStatuses: readonly number[] = [408, 425, 429, 500, 502, 503, 504, 507, 509];

/** Reads an answer of S3, or of our backend, to a body that was sent. */
export function judgeAnswer({ status, body }: TransferAnswer): Judgement {
  if (status === 0) return 'silent';
  if (status >= 200 && status < 300) return 'done';
  if (busyStatuses.includes(status)) return 'busy';
  const code = /<Code>([^<]{1,64})<\/Code>/.exec(body)?.[1];
  // The connection was too slow for S3, or what arrived is not what was sent.
  if (code === 'RequestTimeout' || code === 'BadDigest') return 'busy';
  if (code === 'NoSuchUpload') return 'gone';
  if (code === 'ExpiredToken') return 'refused';
  if (status === 403 && /<Message>Request has expired/.test(body)) return 'expired';
  return 'refused';
}
