import * as z from 'zod/mini';
import { diagnosisSchema, verdictSchema } from '../diagnosis/index.ts';
import { linksSchema } from './settings.ts';

const value = z.string().check(z.maxLength(2048));

/** The values to check, saved or not. Looser than what can be saved: what is wrong with a value is for the check to say. */
export const connectionInputSchema = z.object({
  bucket: value,
  region: value,
  /** Left out or empty exactly where the server brings the access key by itself. */
  accessKeyId: z.optional(value),
  /** Left out: the saved one, if bucket, access key ID and endpoint are those that it was saved for. */
  secretAccessKey: z.optional(value),
  /** Left out or empty: Amazon S3, or what the backend was started with. */
  endpoint: z.optional(value),
  /** @default false */
  forcePathStyle: z.optional(z.boolean()),
  /** @default '' */
  keyPrefix: z.optional(value),
  /** @default 'public' */
  links: z.optional(linksSchema),
  /** Where public links lead. Left out or empty: S3 itself. */
  publicBaseUrl: z.optional(value),
  /** Asks for the permissions for large files too. @default false */
  largeFiles: z.optional(z.boolean()),
});

/** The values to check, saved or not. */
export type ConnectionInput = z.infer<typeof connectionInputSchema>;

/**
 * The steps of the connection check, in the order in which they are shown; each is asked of S3 without more than the documented permissions
 * (`large_files`: the optional ones).
 *
 * - `values`: they have the right form.
 * - `identity`: AWS knows the key and the secret belongs to it (STS; Amazon only).
 * - `bucket`: it is there, and in this region.
 * - `write`: a test object can be put.
 * - `owner`: key and bucket belong to one account (Amazon only).
 * - `read`: its link opens; with private links only a signed one does.
 * - `cors`: browsers may send from this page's origin.
 * - `delete`: the test object can be deleted.
 * - `large_files`: an upload in parts can be looked up and given up. A part of the check only where `largeFiles` asks for it.
 * - `world_write`, `world_list`: strangers can neither put nor list.
 * - `privilege`: the key cannot do far more than it must (Amazon only).
 * - `browser`: this browser puts, reads and deletes a test object. The widget runs it after the others; the backend never answers it.
 */
export const checkStepNames = [
  'values',
  'identity',
  'bucket',
  'write',
  'owner',
  'read',
  'cors',
  'delete',
  'large_files',
  'world_write',
  'world_list',
  'privilege',
  'browser',
] as const;

/** The name of a step of the connection check. */
export type CheckStepName = (typeof checkStepNames)[number];

/** Why a step was left out. `explained`: an earlier one (`by`) says it already. */
export const skipReasons = ['explained', 'custom_endpoint', 'needs_secret'] as const;

/** Why a step has no result. `permission`: it would tell, were this one granted. */
export const unknownReasons = ['timeout', 'no_answer', 'permission'] as const;

const name = z.enum(checkStepNames);
/** Milliseconds that the step took. */
const ms = z.number().check(z.minimum(0));
const diagnoses = z.array(diagnosisSchema).check(z.minLength(1), z.maxLength(8));

/** One step of the connection check with its result. */
export const checkStepSchema = /* @__PURE__ */ z.discriminatedUnion('status', [
  z.object({
    step: name,
    status: z.literal('passed'),
    ms,
    /** Worth knowing, not a fault. */
    note: z.optional(diagnosisSchema),
    /** `cors`: small files can go as a form by POST, which no preflight holds up. Left out where that is not known. */
    forms: z.optional(z.boolean()),
    /** `identity`: whose key it is. */
    identity: z.optional(z.object({ arn: z.string(), account: z.string() })),
  }),
  /** The likeliest first. */
  z.object({ step: name, status: z.literal('failed'), ms, diagnoses }),
  /** It works, but somebody should know. */
  z.object({ step: name, status: z.literal('warning'), ms, diagnoses }),
  z.object({
    step: name,
    status: z.literal('skipped'),
    reason: z.enum(skipReasons),
    by: z.optional(name),
  }),
  z.object({
    step: name,
    status: z.literal('unknown'),
    ms,
    reason: z.enum(unknownReasons),
    /** The permission that would tell, as AWS writes it, for example `s3:PutObject`. */
    permission: z.optional(z.string()),
  }),
]);

/** One step of the connection check with its result. */
export type CheckStep = z.infer<typeof checkStepSchema>;

/** The whole check. */
export const checkReportSchema = z.object({
  /** ISO 8601 date and time. */
  checkedAt: z.string(),
  /** Milliseconds. */
  ms,
  /** The worst of the steps; `unknown` where none failed but not all could be told. */
  outcome: z.enum(['passed', 'warning', 'failed', 'unknown']),
  steps: z.array(checkStepSchema),
  /** Every diagnosis, the one to begin with first: what failed before what is only a warning. */
  findings: z.array(diagnosisSchema),
});

/** The whole check. */
export type CheckReport = z.infer<typeof checkReportSchema>;

/** One line of the stream: a step as soon as it is known, at the end the report, or why there is none. */
export const checkEventSchema = /* @__PURE__ */ z.discriminatedUnion('event', [
  z.object({ event: z.literal('step'), step: checkStepSchema }),
  z.object({ event: z.literal('report'), report: checkReportSchema }),
  z.object({ event: z.literal('problem'), verdict: verdictSchema }),
]);

/** One line of the stream. */
export type CheckEvent = z.infer<typeof checkEventSchema>;

/** Presigned URLs for one test object, for the proof in the administrator's own browser. */
export const proofSchema = z.object({
  /** What to put; reading must give the same. */
  content: z.string(),
  /** Presigned; `headers` are to be sent exactly. */
  put: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }),
  /** The link as readers get it: public, or signed where links are private. */
  get: z.object({ url: z.string() }),
  delete: z.object({ url: z.string() }),
  /** Seconds from now for which the URLs can be used. */
  expiresIn: z.number().check(z.positive()),
});

/** Presigned URLs for one test object. */
export type Proof = z.infer<typeof proofSchema>;

/** What has to be known to ask for a bucket's region. */
export const regionInputSchema = z.object({
  bucket: value,
  /** Asked there first. Left out or empty: AWS's first region of the partition. */
  region: z.optional(value),
  endpoint: z.optional(value),
  forcePathStyle: z.optional(z.boolean()),
});

/** Where a bucket is, as S3 itself says; or why that cannot be told. */
export const regionFoundSchema = /* @__PURE__ */ z.discriminatedUnion('status', [
  z.object({ status: z.literal('found'), region: z.string() }),
  z.object({ status: z.literal('not_found'), diagnosis: diagnosisSchema }),
]);

/** Where a bucket is, or why that cannot be told. */
export type RegionFound = z.infer<typeof regionFoundSchema>;
