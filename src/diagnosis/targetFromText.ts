import type { SettingsTarget } from './where.ts';
import { whereSchema } from './whereSchema.ts';

/** Reads what `targetToText` wrote; anything else is `null`. */
export function targetFromText(text: string | null | undefined): SettingsTarget | null {
  const [kind, name, part] = (text ?? '').split(':');
  const candidate =
    kind === 'field' ? { kind, field: name } : { kind, step: name, ...(part ? { part } : {}) };
  const parsed = whereSchema.safeParse(candidate);
  return parsed.success && parsed.data.kind !== 'elsewhere' ? parsed.data : null;
}
