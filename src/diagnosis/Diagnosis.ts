import * as z from 'zod/mini';
import { whereSchema } from './where.ts';

const text = z.string().check(z.maxLength(2048));
const maybe = z.optional(text);

/**
 * Every code that there is, with the facts that belong to it. Codes are permanent and never reused.
 * A fact is optional where S3 does not always tell it.
 */
export const facts = {
  // the four values and the documents
  access_key_unknown: { accessKeyId: maybe },
  secret_wrong: { accessKeyId: maybe },
  secret_unreadable: {},
  credential_malformed: { accessKeyId: maybe },
  credential_expired: {},
  put_not_allowed: { principal: maybe, resource: maybe, explicitDeny: z.boolean() },
  delete_not_allowed: { principal: maybe, resource: maybe, explicitDeny: z.boolean() },
  access_denied: { action: maybe, principal: maybe, resource: maybe },
  bucket_missing: { bucket: text },
  bucket_name_invalid: { bucket: text },
  region_wrong: { region: text, expected: maybe },
  cors_missing: { origin: text },
  cors_origin_refused: { origin: text },
  cors_method_refused: { origin: text, method: text },
  cors_header_refused: { origin: text, headers: text },
  cors_refused: { origin: text, method: text },
  public_read_refused: { bucket: text },
  clock_skewed: { serverTime: maybe },
  // S3 itself
  url_expired: {},
  s3_unavailable: {},
  s3_unreachable: { host: text },
  s3_refused: {},
  // the way between the browser and S3
  offline: {},
  connection_lost: { loaded: z.number(), total: z.number() },
  transfer_blocked: { origin: maybe, cleared: z.boolean() },
  upload_incomplete: { expected: z.number(), found: z.nullable(z.number()) },
  // the file
  file_unreadable: {},
  file_too_large: { size: z.number(), maximum: z.number() },
  // our own API
  api_unreachable: {},
  malformed_response: { status: z.number() },
  invalid_input: { issues: z.array(z.object({ path: text, message: text })).check(z.maxLength(50)) },
  signed_out: {},
  not_permitted: {},
  origin_not_allowed: { origin: maybe },
  not_found: {},
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
