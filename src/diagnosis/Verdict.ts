import type { Diagnosis, DiagnosisCode } from './Diagnosis.ts';

/**
 * A diagnosis as one viewer may see it. `full`: with all facts, for who can mend it (and for causes that hold nothing private).
 * `redacted`: no key, bucket or account names, only the code and a reference to hand on.
 */
export type Verdict =
  | { detail: 'full'; diagnosis: Diagnosis; others?: Diagnosis[] | undefined; reference: string | null }
  | { detail: 'redacted'; code: DiagnosisCode; reference: string | null };

/** Who an account of a failure is written for. */
export type Audience = 'administrator' | 'everyone';

/** Who can do something about a cause: decides what everybody else may be told and does next. */
export const remedyBy = {
  access_key_unknown: 'administrator',
  secret_wrong: 'administrator',
  secret_malformed: 'administrator',
  secret_unreadable: 'administrator',
  secret_needed: 'administrator',
  keys_removed: 'administrator',
  credential_malformed: 'administrator',
  credential_expired: 'administrator',
  credential_temporary: 'administrator',
  credentials_swapped: 'administrator',
  bucket_missing: 'administrator',
  bucket_name_invalid: 'administrator',
  bucket_in_other_account: 'administrator',
  region_wrong: 'administrator',
  endpoint_invalid: 'administrator',
  endpoint_not_allowed: 'administrator',
  endpoint_insecure: 'administrator',
  endpoint_redirects: 'administrator',
  host_not_found: 'administrator',
  certificate_invalid: 'administrator',
  not_s3: 'administrator',
  put_not_allowed: 'administrator',
  delete_not_allowed: 'administrator',
  multipart_not_allowed: 'administrator',
  access_denied: 'administrator',
  organization_denied: 'administrator',
  cors_missing: 'administrator',
  cors_origin_refused: 'administrator',
  cors_method_refused: 'administrator',
  cors_header_refused: 'administrator',
  cors_refused: 'administrator',
  etag_not_exposed: 'administrator',
  public_read_refused: 'link',
  public_read_open: 'administrator',
  public_policy_blocked: 'administrator',
  bucket_world_writable: 'administrator',
  bucket_world_listable: 'administrator',
  root_key: 'administrator',
  key_too_powerful: 'administrator',
  encryption_denied: 'administrator',
  encryption_key_unusable: 'administrator',
  encryption_hides_links: 'link',
  object_locked: 'administrator',
  acl_not_supported: 'administrator',
  account_disabled: 'administrator',
  clock_skewed: 'administrator',
  s3_refused: 'administrator',
  request_altered: 'administrator',
  request_invalid: 'administrator',
  transfer_blocked: 'administrator',
  csp_blocked: 'administrator',
  origin_not_allowed: 'administrator',
  s3_unreachable: 'time',
  s3_unavailable: 'time',
  url_expired: 'time',
  body_damaged: 'time',
  upload_gone: 'time',
  upload_incomplete: 'time',
  server_fault: 'time',
  malformed_response: 'time',
  offline: 'connection',
  connection_lost: 'connection',
  api_unreachable: 'connection',
  file_unreadable: 'viewer',
  file_too_large: 'viewer',
  key_too_long: 'viewer',
  settings_changed: 'viewer',
  invalid_input: 'viewer',
  signed_out: 'viewer',
  not_permitted: 'viewer',
  not_found: 'viewer',
} as const satisfies Record<DiagnosisCode, 'administrator' | 'link' | 'time' | 'connection' | 'viewer'>;

/** The diagnosis, and for administrators what else was found, as this audience may see it. */
export function verdictFor(
  audience: Audience,
  diagnosis: Diagnosis,
  reference: string | null,
  others: Diagnosis[] = [],
): Verdict {
  if (audience === 'administrator') {
    return { detail: 'full', diagnosis, ...(others.length > 0 ? { others } : {}), reference };
  }
  const open = remedyBy[diagnosis.code] === 'connection' || remedyBy[diagnosis.code] === 'viewer';
  return open
    ? { detail: 'full', diagnosis, reference }
    : { detail: 'redacted', code: diagnosis.code, reference };
}

/** The code, whatever the viewer may see. */
export function codeOf(verdict: Verdict): DiagnosisCode {
  return verdict.detail === 'full' ? verdict.diagnosis.code : verdict.code;
}
