import type { CorsRule } from '../account/FakeAccount.ts';
import { matchesPattern } from './matchesPattern.ts';

/** A cross-origin question: from where, with which method and (in a preflight) which headers. */
export interface CorsQuestion {
  origin: string;
  method: string;
  headers: readonly string[];
}

/** The first rule that allows the question entirely, as S3 picks it; `null` when none does. */
export function findCorsRule(
  rules: readonly CorsRule[],
  { origin, method, headers }: CorsQuestion,
): CorsRule | null {
  return (
    rules.find(
      (rule) =>
        rule.AllowedOrigins.some((pattern) => matchesPattern(pattern, origin)) &&
        rule.AllowedMethods.includes(method) &&
        headers.every((header) =>
          (rule.AllowedHeaders ?? []).some((pattern) =>
            matchesPattern(pattern.toLowerCase(), header.toLowerCase()),
          ),
        ),
    ) ?? null
  );
}

/** The response headers of a matching rule; `Vary` as S3 writes it. */
export function corsHeaders(rule: CorsRule, { origin, headers }: CorsQuestion): Record<string, string> {
  // S3 answers the rule's star with a star, and never credentials with it.
  const anybody = rule.AllowedOrigins.includes('*');
  const answer: Record<string, string> = {
    'access-control-allow-origin': anybody ? '*' : origin,
    'access-control-allow-methods': rule.AllowedMethods.join(', '),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
  if (!anybody) answer['access-control-allow-credentials'] = 'true';
  if (headers.length > 0)
    answer['access-control-allow-headers'] = headers.map((header) => header.toLowerCase()).join(', ');
  if (rule.ExposeHeaders && rule.ExposeHeaders.length > 0) {
    answer['access-control-expose-headers'] = rule.ExposeHeaders.join(', ');
  }
  if (rule.MaxAgeSeconds !== undefined) answer['access-control-max-age'] = String(rule.MaxAgeSeconds);
  return answer;
}

/** The header names of an `Access-Control-Request-Headers` value. */
export function requestedHeaders(value: string | null): string[] {
  return (value ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
