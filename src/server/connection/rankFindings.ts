import type { Diagnosis, DiagnosisCode } from '../../diagnosis/index.ts';
import type { BucketFindings } from './probeBucket.ts';
import type { CorsFindings } from './probeCors.ts';

/** What S3 was found to say of a transfer that had no answer. */
export interface Findings {
  /** The one finding that explains the failure best; `null` when nothing was found wrong. */
  cause: Diagnosis | null;
  /** Every question was answered: with no cause, S3 would have taken the file. */
  complete: boolean;
}

// What stands further up explains what stands further down, never the other way round. A preflight that S3 refuses for
// certain explains the missing answer whatever else is wrong; S3's refusals of the file itself a browser can mostly read.
const ranks: readonly ((finding: Diagnosis) => boolean)[] = [
  is('bucket_missing', 'bucket_name_invalid'),
  is('region_wrong'),
  is('cors_missing', 'cors_origin_refused', 'cors_method_refused', 'cors_header_refused'),
  is(
    'access_key_unknown',
    'secret_wrong',
    'secret_unreadable',
    'credential_malformed',
    'credential_expired',
    'clock_skewed',
  ),
  is('put_not_allowed', 'access_denied'),
  is('cors_refused'),
];

/** Ranks what was found. */
export function rankFindings({ bucket, put }: BucketFindings, cors: CorsFindings): Findings {
  const findings = [put, cors, bucket].filter((finding) => finding !== null);
  const answers = findings.filter((finding) => finding.code !== 's3_unreachable');
  const complete = answers.length === findings.length;
  for (const rank of ranks) {
    const cause = answers.find(rank);
    if (cause) return { cause, complete };
  }
  // One silence among answers is an accident of the network; silence everywhere is the cause.
  const silent = answers.length === 0 && findings.length === 3;
  return { cause: answers[0] ?? (silent ? bucket : null), complete };
}

function is(...codes: readonly DiagnosisCode[]) {
  return (finding: Diagnosis) => codes.includes(finding.code);
}
