import * as z from 'zod/mini';
import { verdictSchema } from '../diagnosis/index.ts';

const id = z.string().check(z.regex(/^[\w-]{1,64}$/));
const bytes = z.int().check(z.minimum(0), z.maximum(5 * 1024 ** 4));

/** Id of a ticket: letters, digits, `_` and `-`, at most 64. */
export const ticketIdSchema = id;

/** What is stored with a ticket. */
export const attachmentSchema = z.object({
  id,
  ticketId: id,
  /** The name as it was chosen, for people. */
  name: z.string(),
  /** Bytes. */
  size: bytes,
  /** Media type, or `application/octet-stream`. */
  type: z.string(),
  storedIn: z.enum(['s3', 'database']),
  /** Where it can be read: S3's public link or the public base URL, or a path below the API for the database. */
  url: z.string(),
  /** ISO 8601 date and time. */
  createdAt: z.string(),
});

/** What is stored with a ticket. */
export type Attachment = z.infer<typeof attachmentSchema>;

/** A file that is about to be sent, as the browser describes it. */
export const fileSchema = z.object({
  /** The caller's own id: answers are matched by it, never by name and size. */
  id,
  name: z.string().check(z.minLength(1), z.maxLength(1024)),
  /** Bytes. */
  size: bytes,
  type: z.string().check(z.maxLength(255)),
});

/** Asks for the right to send files, many in one request. */
export const signInputSchema = z.object({
  ticketId: id,
  files: z.array(fileSchema).check(z.minLength(1), z.maxLength(1000)),
});

/** Where the bytes of one file go. */
export const targetSchema = z.discriminatedUnion('to', [
  z.object({
    to: z.literal('s3'),
    method: z.literal('PUT'),
    /** Presigned; to be used as it is, never encoded again. */
    url: z.string(),
    /** To be sent exactly. */
    headers: z.record(z.string(), z.string()),
    /** Seconds from now for which the URL can be used: a lifetime, because the two clocks may differ. */
    expiresIn: z.number().check(z.positive()),
  }),
  /** S3 is not in use: the bytes go to `uploadContent`. */
  z.object({ to: z.literal('database') }),
]);

/** Where the bytes of one file go. */
export type UploadTarget = z.infer<typeof targetSchema>;

/** The right to send one file, or why there is none. */
export const signedUploadSchema = z.object({
  /** The caller's id of the file. */
  id,
  result: z.discriminatedUnion('status', [
    z.object({ status: z.literal('signed'), attachmentId: id, target: targetSchema }),
    z.object({ status: z.literal('refused'), verdict: verdictSchema }),
  ]),
});

/** The right to send one file, or why there is none. */
export type SignedUpload = z.infer<typeof signedUploadSchema>;

/** What the browser saw of a failed transfer. */
export const failureReportSchema = z.object({
  /** HTTP status; 0 where the browser got no answer. */
  status: z.int().check(z.minimum(0), z.maximum(599)),
  /** S3's answer as text, cut at 16 Ki characters. */
  body: z.string().check(z.maxLength(16384)),
  /** Bytes sent. */
  loaded: bytes,
  /** Bytes in all. */
  total: bytes,
  /** `navigator.onLine` at that moment. */
  online: z.boolean(),
  /** The page's Content-Security-Policy stopped it: the browser said so. */
  blockedByCsp: z.optional(z.boolean()),
});

/** What the browser saw of a failed transfer. */
export type FailureReport = z.infer<typeof failureReportSchema>;

/** A stored attachment, and what is not right about it although it is stored. */
export const completedSchema = z.object({
  attachment: attachmentSchema,
  notice: z.nullable(verdictSchema),
});

/** A stored attachment, and what is not right about it although it is stored. */
export type Completed = z.infer<typeof completedSchema>;
