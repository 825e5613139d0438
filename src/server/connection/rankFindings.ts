import type { Diagnosis, DiagnosisCode } from '../../diagnosis/index.ts';
import type { BucketFindings } from './probeBucket.ts';
import type { CorsFindings } from './probeCors.ts';

// What stands further up explains what stands further down, never the other way round.
const ranks: readonly (readonly DiagnosisCode[])[] = [
  ['bucket_missing', 'bucket_name_invalid'],
  ['region_wrong'],
  [
    'access_key_unknown',
    'secret_wrong',
    'secret_unreadable',
    'credential_malformed',
    'credential_expired',
    'clock_skewed',
  ],
  ['put_not_allowed', 'access_denied'],
];

/** The one finding that explains the failure best; `null` when S3 would have taken the file. */
export function rankFindings({ bucket, put }: BucketFindings, cors: CorsFindings): Diagnosis | null {
  const findings = [put, cors, bucket].filter((finding) => finding !== null);
  const answers = findings.filter(({ code }) => code !== 's3_unreachable');
  const ranked = ranks.flatMap((codes) => answers.filter(({ code }) => codes.includes(code)));
  // One silence among answers is an accident of the network; silence everywhere is the cause.
  return ranked[0] ?? answers[0] ?? (findings.length === 3 ? bucket : null);
}
