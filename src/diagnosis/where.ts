import * as z from 'zod/mini';
import { documentParts, guideSteps } from '../guide/index.ts';

/** The fields of the settings form that a diagnosis can point at. */
export const settingsFields = [
  'bucket',
  'region',
  'accessKeyId',
  'secretAccessKey',
  'endpoint',
  'forcePathStyle',
  'keyPrefix',
  'publicBaseUrl',
] as const;

/** A field of the settings form. */
export type SettingsField = (typeof settingsFields)[number];

/** Where else the cause can lie. */
export const places = [
  'clock',
  'network',
  'aws-account',
  'encryption',
  'object-ownership',
  'app',
  'file',
  'try-again',
] as const;

const parts = [
  ...documentParts['bucket-policy'],
  ...documentParts.cors,
  ...documentParts['iam-policy'],
] as const;

/** Where the thing lies that has to be changed: a field, a step of the guide (with the key of its document), or elsewhere. */
export const whereSchema = /* @__PURE__ */ z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('field'), field: z.enum(settingsFields) }),
  z.object({ kind: z.literal('step'), step: z.enum(guideSteps), part: z.optional(z.enum(parts)) }),
  z.object({ kind: z.literal('elsewhere'), place: z.enum(places) }),
]);

/** Where the thing lies that has to be changed. */
export type Where = z.infer<typeof whereSchema>;

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
export const elsewhere = (place: (typeof places)[number]): Where => ({ kind: 'elsewhere', place });

type Step = Extract<Where, { kind: 'step' }>;

/** A field or a guide step: what the settings panel can open at. */
export type SettingsTarget = Exclude<Where, { kind: 'elsewhere' }>;

/** Writes a target as a short text for a link's query string: `field:region`, `step:cors:AllowedMethods`. */
export function targetToText(target: SettingsTarget): string {
  if (target.kind === 'field') return `field:${target.field}`;
  return target.part ? `step:${target.step}:${target.part}` : `step:${target.step}`;
}

/** Reads what `targetToText` wrote; anything else is `null`. */
export function targetFromText(text: string | null | undefined): SettingsTarget | null {
  const [kind, name, part] = (text ?? '').split(':');
  const candidate =
    kind === 'field' ? { kind, field: name } : { kind, step: name, ...(part ? { part } : {}) };
  const parsed = whereSchema.safeParse(candidate);
  return parsed.success && parsed.data.kind !== 'elsewhere' ? parsed.data : null;
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
