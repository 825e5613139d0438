import * as z from 'zod/mini';
import { whereSchema } from './whereSchema.ts';

const text = z.string().check(z.maxLength(2048));
const maybe = z.optional(text);

/** Of PutObject and DeleteObject one was refused: by whom, for what, and what became of the other one, which tells why. */
const refusedAction = {
  principal: maybe,
  resource: maybe,
  explicitDeny: z.boolean(),
  /** The kind of policy that S3 named. */
  policy: z.optional(z.enum(['identity', 'bucket', 'boundary', 'session', 'endpoint'])),
  /** Where it was tried too: `allowed` leaves only the policy's `Action`, `refused` all but that. */
  otherAction: z.optional(z.enum(['allowed', 'refused'])),
};

/**
 * Every code that there is, with the facts that belong to it. Codes are permanent and never reused.
 * A fact is optional where S3 does not always tell it.
 */
const facts = {
  // the values
  access_key_unknown: { accessKeyId: maybe },
  secret_wrong: { accessKeyId: maybe },
  secret_malformed: {},
  secret_unreadable: {},
  secret_needed: {},
  /** The access key was taken out of the settings. */
  keys_removed: {},
  /** The server brings the access key by itself, and cannot get it. `gone`: it does not bring one any more. */
  credentials_unavailable: { problem: z.enum(['failed', 'timeout', 'malformed', 'expired', 'gone']) },
  credential_malformed: { accessKeyId: maybe },
  credential_expired: {},
  credential_temporary: { accessKeyId: maybe },
  credentials_swapped: {},
  bucket_missing: { bucket: text },
  /** `name`: the one that stands in a pasted ARN or address. */
  bucket_name_invalid: { bucket: text, name: maybe },
  bucket_in_other_account: { bucket: text, account: maybe },
  region_wrong: { region: text, expected: maybe },
  endpoint_invalid: {
    endpoint: text,
    problem: z.enum(['scheme', 'bucket', 'path', 'credentials', 'unreadable']),
  },
  endpoint_not_allowed: { host: text },
  endpoint_insecure: { endpoint: text },
  endpoint_redirects: { host: maybe, location: maybe },
  host_not_found: { host: text },
  certificate_invalid: { host: text },
  not_s3: { host: maybe, status: z.number() },
  // the documents
  put_not_allowed: { ...refusedAction },
  delete_not_allowed: { ...refusedAction, leftBehind: maybe },
  /** What only large files need, which go up without it too. */
  multipart_not_allowed: {
    actions: z
      .array(z.enum(['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts']))
      .check(z.minLength(1), z.maxLength(2)),
    principal: maybe,
    resource: maybe,
    explicitDeny: z.boolean(),
  },
  access_denied: { action: maybe, principal: maybe, resource: maybe },
  organization_denied: { action: maybe, principal: maybe, resource: maybe },
  cors_missing: { origin: text },
  cors_origin_refused: { origin: text },
  cors_method_refused: { origin: text, method: text },
  cors_header_refused: { origin: text, headers: text },
  cors_refused: { origin: text, method: text },
  etag_not_exposed: { origin: text },
  /** `signed`: what became of the same question with our own key, where that tells something. */
  public_read_refused: {
    bucket: text,
    signed: z.optional(z.enum(['allowed', 'refused'])),
    /** Of the public base URL, where the link leads there and not to S3. */
    host: maybe,
    /** What became of S3's own public link then. */
    direct: z.optional(z.enum(['allowed', 'refused'])),
  },
  public_read_open: { bucket: text },
  public_policy_blocked: {},
  bucket_world_writable: { bucket: text, leftBehind: maybe },
  bucket_world_listable: { bucket: text },
  root_key: { account: maybe },
  key_too_powerful: { action: text },
  // the bucket's other settings, the account, the clock
  encryption_denied: { action: maybe, resource: maybe },
  encryption_key_unusable: {},
  encryption_hides_links: { bucket: text },
  object_locked: { bucket: text },
  acl_not_supported: {},
  account_disabled: { bucket: text },
  clock_skewed: { serverTime: maybe },
  // S3 itself, and what was asked of it
  url_expired: {},
  request_altered: {},
  request_invalid: {},
  body_damaged: {},
  upload_gone: {},
  s3_unavailable: {},
  s3_unreachable: { host: text },
  s3_refused: {},
  // the way between the browser and S3
  offline: {},
  connection_lost: { loaded: z.number(), total: z.number() },
  /** `method`: left out, it is a PUT. */
  transfer_blocked: { origin: maybe, cleared: z.boolean(), method: maybe },
  csp_blocked: { host: text },
  upload_incomplete: { expected: z.number(), found: z.nullable(z.number()) },
  // the file
  file_unreadable: {},
  file_too_large: { size: z.number(), maximum: z.optional(z.number()) },
  key_too_long: {},
  // our own API
  api_unreachable: {},
  malformed_response: { status: z.number() },
  /** Somebody else saved meanwhile. */
  settings_changed: {},
  /** New attachments go the other way by now, or a move the other way runs. */
  move_conflict: { problem: z.enum(['s3_not_in_use', 's3_in_use', 'running']) },
  invalid_input: { issues: z.array(z.object({ path: text, message: text })).check(z.maxLength(50)) },
  signed_out: {},
  not_permitted: {},
  origin_not_allowed: { origin: maybe },
  not_found: {},
  /** `retryAfter`: seconds. */
  rate_limited: { retryAfter: z.number() },
  server_closing: {},
  server_fault: {},
} satisfies Record<string, Record<string, z.ZodMiniType>>;

/** The name of a cause. */
export type DiagnosisCode = keyof typeof facts;

/** Every code, for tests and tables. */
export const diagnosisCodes = Object.keys(facts) as DiagnosisCode[];

const common = {
  /** `certain`: S3 said so or a probe showed it. `likely`: the best explanation. `possible`: one of several. */
  certainty: z.enum(['certain', 'likely', 'possible']),
  where: z.array(whereSchema).check(z.minLength(1), z.maxLength(8)),
  /** What S3 itself answered, for *Details* and for AWS support. */
  s3: z.optional(z.object({ status: z.number(), code: maybe, requestId: maybe })),
};

type Common = z.infer<z.ZodMiniObject<typeof common>>;

// An object schema without keys would infer as Record<string, never>, which nothing fits.
type FactsOf<C extends DiagnosisCode> = keyof (typeof facts)[C] extends never
  ? unknown
  : z.infer<z.ZodMiniObject<(typeof facts)[C]>>;

/** What went wrong, as data: a union on `code` with the facts of that code, where it lies, and how sure that is. Never holds a secret. */
export type Diagnosis = {
  [C in DiagnosisCode]: { code: C } & FactsOf<C> & Common;
}[DiagnosisCode];

/** The diagnosis of one code. */
export type DiagnosisOf<C extends DiagnosisCode> = Extract<Diagnosis, { code: C }>;

const members = /* @__PURE__ */ diagnosisCodes.map((code) =>
  z.object({ code: z.literal(code), ...(facts[code] as Record<string, z.ZodMiniType>), ...common }),
);

/** Reads a diagnosis off the wire. */
// The members are made from the table above, so the union's type is stated here instead of inferred.
export const diagnosisSchema = /* @__PURE__ */ z.discriminatedUnion(
  'code',
  members as unknown as [(typeof members)[number], ...typeof members],
) as unknown as z.ZodMiniType<Diagnosis>;
