// Without the schema: these few go with every widget.
import type { SettingsField } from './settingsFields.ts';
import type { Where } from './whereSchema.ts';

export type { SettingsField, Where };

/** A field of the settings form, as a place. */
export const field = (name: SettingsField): Where => ({ kind: 'field', field: name });

/** Whether one of these places is this field. */
export const pointsAt = (where: readonly Where[], name: SettingsField): boolean =>
  where.some((place) => place.kind === 'field' && place.field === name);

/** A step of the guide, as a place, with the key of its document if that is known. */
export const step = (name: Step['step'], part?: Step['part']): Where => ({
  kind: 'step',
  step: name,
  ...(part ? { part } : {}),
});

/** A place outside the settings and the guide. */
export const elsewhere = (place: Elsewhere['place']): Where => ({ kind: 'elsewhere', place });

type Step = Extract<Where, { kind: 'step' }>;
type Elsewhere = Extract<Where, { kind: 'elsewhere' }>;

/** A field or a guide step: what the settings panel can open at. */
export type SettingsTarget = Exclude<Where, Elsewhere>;

/** Writes a target as a short text for a link's query string: `field:region`, `step:cors:AllowedMethods`. */
export function targetToText(target: SettingsTarget): string {
  if (target.kind === 'field') return `field:${target.field}`;
  return target.part ? `step:${target.step}:${target.part}` : `step:${target.step}`;
}

/** The places of a diagnosis that the settings panel can open at, each field and step once, in their order. */
export function settingsTargets(where: readonly Where[]): SettingsTarget[] {
  const targets = new Map<string, SettingsTarget>();
  for (const place of where) {
    if (place.kind === 'elsewhere') continue;
    const name = place.kind === 'field' ? place.field : place.step;
    if (!targets.has(name)) targets.set(name, place);
  }
  return [...targets.values()];
}
