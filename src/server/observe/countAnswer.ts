import type { ResponseOf, RouteName } from '../../contract/index.ts';
import type { Metrics } from './Metrics.ts';

type Counted = { [N in RouteName]?: (metrics: Metrics, answer: ResponseOf<N>) => void };

const counted: Counted = {
  signUploads(metrics, { uploads }) {
    const signed = uploads.filter(({ result }) => result.status === 'signed');
    metrics.count('s3a_files_signed_total', {}, signed.length);
    for (const { result } of signed) {
      if (result.status === 'signed' && result.target.to === 's3_parts' && result.target.begun)
        counted.createMultipart?.(metrics, result.target.begun);
    }
  },
  createMultipart(metrics, answer) {
    if (answer.status === 'created') metrics.count('s3a_parts_signed_total', {}, answer.parts.length);
  },
  signParts: (metrics, { parts }) => metrics.count('s3a_parts_signed_total', {}, parts.length),
};

/** Counts what an answer gave, where it is more than one thing a request. */
export function countAnswer(metrics: Metrics, name: RouteName, answer: unknown): void {
  (counted[name] as ((metrics: Metrics, answer: unknown) => void) | undefined)?.(metrics, answer);
}
