import type { RouteName } from '../contract/index.ts';
import { Shortfall } from './Shortfall.ts';
import type { Role } from './ConformanceOptions.ts';

/** What an implementation answered, read to its end. */
export interface Answer {
  route: RouteName;
  role: Role;
  status: number;
  headers: Headers;
  bytes: Uint8Array<ArrayBuffer>;
  text: string;
  /** `undefined` for what is no JSON. */
  json: unknown;
  /** It was asked for as lines of JSON. */
  streamed: boolean;
}

/** A member of a value that may be anything. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** An answer in one line. */
export function describeAnswer({ status, headers, text }: Answer): string {
  const type = headers.get('content-type');
  const said = text.replace(/\s+/g, ' ').trim();
  const body = said === '' ? '' : `: ${said.length > 200 ? `${said.slice(0, 200)}…` : said}`;
  return `${status}${type ? ` ${type}` : ''}${body}`;
}

/**
 * Wants one of these statuses.
 *
 * @throws Shortfall
 */
export function requireStatus(answer: Answer, statuses: readonly number[], hint?: string): void {
  if (!statuses.includes(answer.status))
    throw new Shortfall(statuses.join(' or '), describeAnswer(answer), hint);
}
