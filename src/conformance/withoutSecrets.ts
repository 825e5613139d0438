import type { CheckResult } from './ConformanceReport.ts';

/** The same result without secrets and signatures: an answer that leaks is quoted, and a report is passed on. */
export function withoutSecrets(result: CheckResult, secrets: readonly string[]): CheckResult {
  const clean = (text: string) =>
    secrets
      .reduce((rest, secret) => rest.replaceAll(secret, '…'), text)
      .replace(/(X-Amz-(?:Signature|Security-Token)=)[^&"'\s]+/gi, '$1…');
  return Object.fromEntries(
    Object.entries(result).map(([name, value]) => [name, clean(value)]),
  ) as unknown as CheckResult;
}
