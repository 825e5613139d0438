import type { Diagnosis, DiagnosisCode } from '../../diagnosis/index.ts';

/** What S3 was found to say of a transfer that had no answer; `null` where nothing is wrong. */
export interface Asked {
  bucket: Diagnosis | null;
  /** `not_asked`: there is no key to put with. */
  put: Diagnosis | 'not_asked' | null;
  cors: Diagnosis | null;
}

/** What explains a failed upload. */
export interface Findings {
  /** The likeliest first; empty when nothing was found wrong. */
  causes: Diagnosis[];
  /** Every question was answered: with no cause, S3 would have taken the file. */
  complete: boolean;
}

// What stands further up explains what stands further down, never the other way round. A preflight that S3 refuses for
// certain explains the missing answer whatever else is wrong; S3's refusals of the file itself a browser can mostly read.
const ranks: readonly (readonly DiagnosisCode[])[] = [
  ['bucket_missing', 'bucket_name_invalid'],
  ['region_wrong'],
  ['endpoint_not_allowed', 'host_not_found', 'certificate_invalid', 'endpoint_redirects', 'not_s3'],
  ['cors_missing', 'cors_origin_refused', 'cors_method_refused', 'cors_header_refused'],
  [
    'access_key_unknown',
    'secret_wrong',
    'secret_unreadable',
    'credentials_unavailable',
    'credential_malformed',
    'credential_expired',
    'clock_skewed',
  ],
  ['put_not_allowed', 'access_denied', 'organization_denied', 'account_disabled', 'encryption_denied'],
  ['cors_refused'],
];

/** Ranks what was found. */
export function rankFindings({ bucket, put, cors }: Asked): Findings {
  const asked = put === 'not_asked' ? [cors, bucket] : [put, cors, bucket];
  const findings = asked.filter((finding) => finding !== null);
  const answers = findings.filter(({ code }) => code !== 's3_unreachable');
  const complete = answers.length === findings.length && put !== 'not_asked';
  // One silence among answers is an accident of the network; silence everywhere is the cause.
  if (answers.length === 0)
    return { causes: findings.length === asked.length && bucket ? [bucket] : [], complete };
  const rankOf = ({ code }: Diagnosis) => {
    const rank = ranks.findIndex((codes) => codes.includes(code));
    return rank < 0 ? ranks.length : rank;
  };
  const ranked = answers.sort((one, other) => rankOf(one) - rankOf(other));
  const first = (finding: Diagnosis, index: number) =>
    ranked.findIndex(({ code }) => code === finding.code) === index;
  return { causes: ranked.filter(first), complete };
}
