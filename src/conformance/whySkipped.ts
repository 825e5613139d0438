import type { Check } from './Check.ts';
import type { Role } from './ConformanceOptions.ts';
import type { World } from './World.ts';

const names: Record<Role | 'writer', string> = {
  nobody: 'nobody',
  other: 'a customer of another ticket (--other-header)',
  agent: 'an agent (--agent-header)',
  administrator: 'an administrator (--admin-header)',
  writer: 'an agent or an administrator (--agent-header, --admin-header)',
};

/** Why a check is left out; `null` where it is not. */
export function whySkipped(
  { people, when, sends = false }: Check,
  { options: { headers, sendsToS3, writesSettings } }: World,
  reachable: boolean,
): string | null {
  const isKnown = (role: Role | 'writer') =>
    role === 'nobody' ||
    (role === 'writer' ? (headers.agent ?? headers.administrator) : headers[role]) !== undefined;
  const unknown = people.filter((role) => !isKnown(role)).map((role) => names[role]);
  if (unknown.length > 0) return `nobody is known who is ${unknown.join(' and ')}`;
  if (!reachable) {
    if (when === 'settings') return 'it saves settings (--writes-settings)';
    if (when === 'database') return 'S3 is in use, and may not be taken out of use (--writes-settings)';
    return writesSettings
      ? 'no bucket is known whose values could be saved (--s3)'
      : 'S3 is not in use (--writes-settings with --s3 takes it into use)';
  }
  return sends && !sendsToS3 ? 'it sends files to S3 (--s3)' : null;
}
