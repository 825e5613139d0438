import * as z from 'zod/mini';
import { type Diagnosis, type DiagnosisCode, diagnosisCodes, diagnosisSchema } from './Diagnosis.ts';

const reference = z.nullable(z.string().check(z.maxLength(16)));

/**
 * A diagnosis as one viewer may see it. `full`: with all facts, for who can mend it (and for causes that hold nothing private).
 * `redacted`: no key, bucket or account names, only the code and a reference to hand on.
 */
export const verdictSchema = /* @__PURE__ */ z.discriminatedUnion('detail', [
  z.object({ detail: z.literal('full'), diagnosis: diagnosisSchema, reference }),
  z.object({ detail: z.literal('redacted'), code: z.enum(diagnosisCodes as [DiagnosisCode]), reference }),
]) as z.ZodMiniType<Verdict>;

/** A diagnosis as one viewer may see it. */
export type Verdict =
  | { detail: 'full'; diagnosis: Diagnosis; reference: string | null }
  | { detail: 'redacted'; code: DiagnosisCode; reference: string | null };

/** Who an account of a failure is written for. */
export type Audience = 'administrator' | 'everyone';

/** Who can do something about a cause: decides what everybody else may be told and does next. */
export const remedyBy = {
  access_key_unknown: 'administrator',
  secret_wrong: 'administrator',
  secret_unreadable: 'administrator',
  credential_malformed: 'administrator',
  credential_expired: 'administrator',
  put_not_allowed: 'administrator',
  delete_not_allowed: 'administrator',
  access_denied: 'administrator',
  bucket_missing: 'administrator',
  bucket_name_invalid: 'administrator',
  region_wrong: 'administrator',
  cors_missing: 'administrator',
  cors_origin_refused: 'administrator',
  cors_method_refused: 'administrator',
  cors_header_refused: 'administrator',
  cors_refused: 'administrator',
  public_read_refused: 'link',
  clock_skewed: 'administrator',
  s3_refused: 'administrator',
  transfer_blocked: 'administrator',
  s3_unreachable: 'time',
  s3_unavailable: 'time',
  url_expired: 'time',
  upload_incomplete: 'time',
  server_fault: 'time',
  malformed_response: 'time',
  offline: 'connection',
  connection_lost: 'connection',
  api_unreachable: 'connection',
  file_unreadable: 'viewer',
  file_too_large: 'viewer',
  invalid_input: 'viewer',
  signed_out: 'viewer',
  not_permitted: 'viewer',
  origin_not_allowed: 'administrator',
  not_found: 'viewer',
} as const satisfies Record<DiagnosisCode, 'administrator' | 'link' | 'time' | 'connection' | 'viewer'>;

/** The diagnosis as this audience may see it. */
export function verdictFor(audience: Audience, diagnosis: Diagnosis, reference: string | null): Verdict {
  const open = remedyBy[diagnosis.code] === 'connection' || remedyBy[diagnosis.code] === 'viewer';
  return audience === 'administrator' || open
    ? { detail: 'full', diagnosis, reference }
    : { detail: 'redacted', code: diagnosis.code, reference };
}

/** The code, whatever the viewer may see. */
export function codeOf(verdict: Verdict): DiagnosisCode {
  return verdict.detail === 'full' ? verdict.diagnosis.code : verdict.code;
}
