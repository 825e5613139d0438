import { statusOf } from '../contract/index.ts';
import type { DiagnosisCode } from '../diagnosis/index.ts';
import { type Answer, describeAnswer, memberOf } from './Answer.ts';
import { Shortfall } from './Shortfall.ts';

/**
 * Wants a refusal with one of these codes and the status that belongs to it. Whether its body is problem+json is judged by itself.
 *
 * @throws Shortfall
 */
export function requireRefusal(answer: Answer, codes: readonly DiagnosisCode[], hint?: string): void {
  const expected = codes.map((code) => `${statusOf(code)} ${code}`).join(' or ');
  const fits = codes.filter((code) => statusOf(code) === answer.status);
  if (fits.length === 0) throw new Shortfall(expected, describeAnswer(answer), hint);
  const code = memberOf(answer.json, 'code');
  if (typeof code === 'string' && !fits.some((one) => one === code))
    throw new Shortfall(expected, describeAnswer(answer), hint);
}
