import { problemType, toProblem } from '../../contract/index.ts';
import type { Verdict } from '../../diagnosis/index.ts';

const common = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Writes what a handler answered: JSON, or 204 for nothing. A Response goes out as it is. */
export function writeResponse(answer: unknown): Response {
  if (answer instanceof Response) return answer;
  if (answer === undefined) return new Response(null, { status: 204, headers: common });
  return new Response(JSON.stringify(answer), { headers: { ...common, 'content-type': 'application/json' } });
}

/** Writes a refusal as problem+json; `retryAfter`: seconds after which the same may be asked again. */
export function writeProblem(verdict: Verdict, retryAfter: number | null = null): Response {
  const problem = toProblem(verdict);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      ...common,
      'content-type': problemType,
      ...(retryAfter === null ? {} : { 'retry-after': String(Math.ceil(retryAfter)) }),
    },
  });
}
