import * as z from 'zod/mini';
import { codeOf, type DiagnosisCode, type Verdict, verdictSchema } from '../diagnosis/index.ts';

/** Media type of every refusal (RFC 9457). */
export const problemType = 'application/problem+json';

/** A refusal on the wire: RFC 9457 with our verdict as the extension member. */
export const problemSchema = z.object({
  /** `urn:s3-attachments:` and the code. */
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  verdict: verdictSchema,
});

/** A refusal on the wire. */
export type Problem = z.infer<typeof problemSchema>;

const statuses: Partial<Record<DiagnosisCode, number>> = {
  signed_out: 401,
  not_permitted: 403,
  origin_not_allowed: 403,
  not_found: 404,
  invalid_input: 422,
  endpoint_not_allowed: 422,
  endpoint_invalid: 422,
  secret_needed: 422,
  file_too_large: 413,
  upload_incomplete: 409,
  upload_gone: 409,
  secret_unreadable: 409,
  settings_changed: 409,
  move_conflict: 409,
  keys_removed: 409,
  credentials_unavailable: 503,
  rate_limited: 429,
  server_fault: 500,
  server_closing: 503,
  s3_unavailable: 503,
  s3_unreachable: 503,
};

/** The HTTP status of a refusal. What S3 refused us is our gateway's trouble: 502. */
export function statusOf(code: DiagnosisCode): number {
  return statuses[code] ?? 502;
}

/** The body of a refusal. Its title is the code: text is for logs and curl, never for the screen. */
export function toProblem(verdict: Verdict): Problem {
  const code = codeOf(verdict);
  return { type: `urn:s3-attachments:${code}`, title: code, status: statusOf(code), code, verdict };
}
