import * as z from 'zod/mini';
import { linksSchema } from './settings.ts';

const text = z.string();
const status = z.enum(['not_configured', 'configured', 'disabled', 'keys_removed']);

/** One field of the settings that was changed, from what to what; an empty text is none. Of the secret only that it was entered, replaced or erased. */
export const changedFieldSchema = z.discriminatedUnion('field', [
  z.object({ field: z.literal('status'), before: status, after: status }),
  z.object({
    field: z.enum(['bucket', 'region', 'accessKeyId', 'endpoint', 'keyPrefix', 'publicBaseUrl']),
    before: text,
    after: text,
  }),
  z.object({ field: z.literal('links'), before: linksSchema, after: linksSchema }),
  z.object({ field: z.enum(['forcePathStyle', 'largeFiles']), before: z.boolean(), after: z.boolean() }),
  /** Seconds. */
  z.object({ field: z.literal('linkLifetime'), before: z.number(), after: z.number() }),
  z.object({ field: z.literal('secretAccessKey'), became: z.enum(['entered', 'replaced', 'erased']) }),
]);

/** One field of the settings that was changed. */
export type ChangedField = z.infer<typeof changedFieldSchema>;

/** What was done. */
export const deedSchema = z.discriminatedUnion('kind', [
  /** Saved, taken out of use or back into it, or the access key removed. Without fields: saved as it was. */
  z.object({ kind: z.literal('settings'), fields: z.array(changedFieldSchema) }),
  /** The secret is the same; it is sealed with the server's first encryption key now. */
  z.object({ kind: z.literal('re_encrypted') }),
  /** Stored attachments on their way to another place. `bucket`: the one that they go to, or come from. */
  z.object({
    kind: z.literal('move'),
    step: z.enum(['started', 'paused', 'resumed', 'stopped', 'finished']),
    to: z.enum(['s3', 'database']),
    bucket: z.optional(text),
  }),
]);

/** What was done. */
export type Deed = z.infer<typeof deedSchema>;

/** One line of the history: who did what and when. */
export const changeSchema = z.object({
  /** Grows with every change. */
  id: z.number(),
  /** ISO 8601 date and time. */
  at: text,
  /** Id of who did it, in the host's world; `null`: nobody who was signed in, but a command or a job on the server. */
  by: z.nullable(text),
  deed: deedSchema,
});

/** One line of the history. */
export type Change = z.infer<typeof changeSchema>;

/** The newest changes, the newest first. */
export const changesSchema = z.object({
  changes: z.array(changeSchema),
  /** There are older ones, which are kept and not told here. */
  more: z.boolean(),
});
