import { type ResponseOf, type Route, type RouteName, routes } from '../contract/index.ts';
import { type Answer, describeAnswer } from './Answer.ts';
import { Shortfall } from './Shortfall.ts';

/** Whether a status says that it was done. */
export const isDone = ({ status }: Answer): boolean => status >= 200 && status < 300;

/**
 * Reads the answer of a route by the contract’s schema.
 *
 * @throws Shortfall for a refusal, and for what does not fit
 */
export function readAnswer<N extends RouteName>(name: N, answer: Answer, hint?: string): ResponseOf<N> {
  const { response }: Route = routes[name];
  if (!isDone(answer)) throw new Shortfall(response === null ? '204' : '200', describeAnswer(answer), hint);
  if (response === null || response === 'bytes') return undefined as ResponseOf<N>;
  const { success, data, error } = response.safeParse(answer.json);
  if (success) return data as ResponseOf<N>;
  const [issue] = error.issues;
  throw new Shortfall(
    `an answer that fits ${name} of the contract`,
    describeAnswer(answer),
    `${issue?.path.join('.') || 'The whole'}: ${issue?.message}`,
  );
}
