import * as z from 'zod/mini';
import { documentParts, guideSteps } from '../guide/index.ts';
import { settingsFields } from './settingsFields.ts';

/** Where else the cause can lie. */
const places = [
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
