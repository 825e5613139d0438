import { documentParts, guideSteps } from '../guide/index.ts';
import { settingsFields } from './settingsFields.ts';
import type { SettingsTarget } from './where.ts';

const among = <T extends string>(names: readonly T[], name: string | undefined) =>
  names.find((known) => known === name);

/** Reads what `targetToText` wrote; anything else is `null`. */
// Without the schema: a page that reads its address has no need of zod yet.
export function targetFromText(text: string | null | undefined): SettingsTarget | null {
  const [kind, name, asked] = (text ?? '').split(':');
  if (kind === 'field') {
    const field = among(settingsFields, name);
    return field ? { kind, field } : null;
  }
  const step = among(guideSteps, name);
  const part = among(Object.values(documentParts).flat(), asked);
  if (kind !== 'step' || !step || (asked && !part)) return null;
  return { kind, step, ...(part ? { part } : {}) };
}
