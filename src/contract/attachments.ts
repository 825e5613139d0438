import * as z from 'zod/mini';
import { verdictSchema } from '../diagnosis/index.ts';
import { maxParts, maxPutSize, minPartSize } from './limits.ts';

const id = z.string().check(z.regex(/^[\w-]{1,64}$/));
// Of any size: what is too large is refused file by file, so that the others of a request go on.
const bytes = z.int().check(z.minimum(0));

/** Id of a ticket or a draft: letters, digits, `_` and `-`, at most 64. */
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
  /** The draft that it waits in, unseen by others, until that is sent; `null` for what the ticket holds. */
  draftId: z.nullable(id),
  /** Where it can be read: S3's public link or the public base URL, or a path below the API for the database. */
  url: z.string(),
  /** ISO 8601 date and time. */
  createdAt: z.string(),
});

/** What is stored with a ticket. */
export type Attachment = z.infer<typeof attachmentSchema>;

/** What S3 compares the bytes with that arrive: a digest of them in base64. */
export const checksumSchema = z.object({
  /** `md5` is sent as Content-MD5, the others as `x-amz-checksum-…`. */
  algorithm: z.enum(['sha256', 'crc32', 'md5']),
  value: z.string().check(z.regex(/^[A-Za-z0-9+/]{6,43}={0,2}$/)),
});

/** What S3 compares the bytes with that arrive. */
export type Checksum = z.infer<typeof checksumSchema>;

/** A file that is about to be sent, as the browser describes it. */
export const fileSchema = z.object({
  /** The caller's own id: answers are matched by it, never by name and size. */
  id,
  name: z.string().check(z.minLength(1), z.maxLength(1024)),
  /** Bytes. */
  size: bytes,
  type: z.string().check(z.maxLength(255)),
  /** Of an earlier answer whose right has run out: it is signed again for the same attachment, if it is still to be sent. */
  attachmentId: z.optional(id),
  /**
   * How the caller would send it. `put`: one PUT. `form`: a POST, which needs no preflight, where the bucket's CORS lets it be
   * read, else a PUT. `parts`: begun by `createMultipart`. @default 'put'
   */
  as: z.optional(z.enum(['put', 'form', 'parts'])),
  /** Of the whole file, for `put`: signed, so that S3 refuses other bytes. */
  checksum: z.optional(checksumSchema),
});

const signed = {
  /** Presigned; to be used as it is, never encoded again. */
  url: z.string(),
  /** Seconds from now for which it can be used: a lifetime, because the two clocks may differ. */
  expiresIn: z.number().check(z.positive()),
};
/** To be sent exactly. */
const headers = z.record(z.string(), z.string());

const putTarget = z.object({ to: z.literal('s3'), method: z.literal('PUT'), headers, ...signed });

const partNumber = z.int().check(z.minimum(1), z.maximum(maxParts));
const partInput = z.object({ number: partNumber, checksum: z.optional(checksumSchema) });
const partInputs = z.array(partInput).check(z.maxLength(1000));

/** A part that may be sent now. */
export const signedPartSchema = z.object({ number: partNumber, headers, ...signed });

/** A part that may be sent now. */
export type SignedPart = z.infer<typeof signedPartSchema>;

/** Begins an upload in parts, or begins it anew. */
export const multipartInputSchema = z.object({
  /** Bytes of every part but the last one. */
  partSize: z.int().check(z.minimum(minPartSize), z.maximum(maxPutSize)),
  /** To be signed at once: the first ones. */
  parts: partInputs,
});

/** Asks for the right to send files, many in one request. */
export const signInputSchema = z.object({
  ticketId: id,
  /** The files wait in this draft of the caller's until it is sent. @default they are the ticket's as soon as they are stored */
  draftId: z.optional(id),
  files: z.array(fileSchema).check(z.minLength(1), z.maxLength(1000)),
  /** One of these files that goes in parts, by its id: it is begun at once, which saves a round trip. */
  begin: z.optional(z.object({ id, ...multipartInputSchema.shape })),
});

/** An upload in parts that was begun, or why the file is to be sent whole. */
export const multipartSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('created'), parts: z.array(signedPartSchema) }),
  /** The bucket is encrypted with a KMS key, and a part's ETag is then no digest that a browser could compute. */
  z.object({ status: z.literal('whole'), reason: z.literal('encryption'), target: putTarget }),
]);

/** Where the bytes of one file go. */
export const targetSchema = z.discriminatedUnion('to', [
  putTarget,
  /** A form by POST: these fields in their order, then `file`. */
  z.object({ to: z.literal('s3_form'), fields: z.record(z.string(), z.string()), ...signed }),
  /** S3, in parts: `createMultipart` begins, where it is not `begun` yet. */
  z.object({ to: z.literal('s3_parts'), begun: z.optional(multipartSchema) }),
  /** S3 is not in use: the bytes go to `uploadContent`. */
  z.object({ to: z.literal('database') }),
]);

/** Where the bytes of one file go. */
export type UploadTarget = z.infer<typeof targetSchema>;

/** Asks for the right to send further parts. */
export const partsInputSchema = z.object({ parts: partInputs.check(z.minLength(1)) });

/** The parts that S3 has of an upload that was begun. */
export const storedPartsSchema = z.object({
  /** Bytes of every part but the last one. */
  partSize: z.int(),
  /** `null`: the key may not ask S3 (`s3:ListMultipartUploadParts`); who sent them knows. */
  parts: z.nullable(z.array(z.object({ number: partNumber, size: bytes, etag: z.string() }))),
});

/** A part that was sent: what S3 answered, or would have, as `ETag` (quotes or not); of an upload with checksums also that. */
const sentPart = z.object({
  number: partNumber,
  etag: z.string().check(z.regex(/^"?[\w+/=-]{1,128}"?$/)),
  checksum: z.optional(checksumSchema),
});

/** A part that was sent. */
export type SentPart = z.infer<typeof sentPart>;

/** Registers a file; `parts` of one that went in parts, all of them. */
export const completeInputSchema = z.object({
  parts: z.optional(z.array(sentPart).check(z.minLength(1), z.maxLength(maxParts))),
});

/** Registers many files that went whole. */
export const completeManyInputSchema = z.object({
  attachmentIds: z.array(id).check(z.minLength(1), z.maxLength(1000)),
});

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
  /** What it was. @default 'put' */
  as: z.optional(z.enum(['put', 'form', 'part'])),
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

/** What became of each of many files. */
export const completedManySchema = z.object({
  uploads: z.array(
    z.object({
      attachmentId: id,
      result: z.discriminatedUnion('status', [
        z.object({ status: z.literal('stored'), ...completedSchema.shape }),
        z.object({ status: z.literal('refused'), verdict: verdictSchema }),
      ]),
    }),
  ),
});

/** What became of everything that a ticket had. */
export const ticketDeletedSchema = z.object({
  /** How many are deleted: stored ones, drafts of anybody’s, and what was still on its way. */
  deleted: z.int(),
});

/** Makes the attachments of a draft the ticket's. */
export const sendDraftInputSchema = z.object({
  /** Those that are sent; others stay in the draft. @default all that are stored */
  attachmentIds: z.optional(z.array(id).check(z.maxLength(1000))),
});
