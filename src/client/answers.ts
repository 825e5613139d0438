// Everything that reads an answer stands behind this one file, so that zod and the schemas are a chunk of their own.
import { problemSchema, type RouteName, routes } from '../contract/index.ts';
import type { Verdict } from '../diagnosis/index.ts';

export { readCheck } from './readCheck.ts';

/** The JSON answer of a route; `null` for what does not fit its schema. */
export function readAnswer(name: RouteName, value: unknown): unknown {
  const { response } = routes[name];
  if (response === null || response === 'bytes') return null;
  const { success, data } = response.safeParse(value);
  return success ? data : null;
}

/** The verdict of a refusal; `null` for what is no problem+json of ours. */
export function readProblem(value: unknown): Verdict | null {
  return problemSchema.safeParse(value).data?.verdict ?? null;
}
