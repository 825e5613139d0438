import type { Diagnosis, DiagnosisOf } from './Diagnosis.ts';
import { known, plainAddress, plainText } from './plainText.ts';
import { isBusy, type S3Answer, s3Facts } from './S3Answer.ts';
import { elsewhere, field, step, type Where } from './where.ts';

/** A file that was asked for at the public base URL: at what stands in front of the bucket, such as a CDN. */
export interface PublicRead {
  bucket: string;
  /** The host of the public base URL. */
  host: string;
  /** What became of S3's own public link. */
  direct?: DiagnosisOf<'public_read_refused'>['direct'];
}

/** Reads what the public base URL answered in place of the file. */
export function fromPublicRead(answer: S3Answer, { bucket, host, direct }: PublicRead): Diagnosis {
  const base = field('publicBaseUrl');
  const at = plainText(host);
  // Only what S3 itself has written is quoted as S3's.
  const facts = s3Facts(answer);
  const s3 = facts.code === undefined ? {} : { s3: facts };
  const { status } = facts;
  if (status >= 300 && status < 400) {
    return {
      code: 'endpoint_redirects',
      host: at,
      ...known('location', plainAddress(answer.headers?.['location'] ?? '')),
      where: [base],
      certainty: 'certain',
      ...s3,
    };
  }
  if (isBusy(answer) || status < 300) {
    const where = isBusy(answer) ? [base, elsewhere('try-again')] : [base];
    return { code: 'not_s3', host: at, status, where, certainty: 'likely', ...s3 };
  }
  // S3 that refuses the public may be meant to, if it lets the one in front read: its policy says so.
  const policies: Where[] = direct === 'allowed' ? [] : [step('bucket-policy'), step('public-access')];
  return {
    code: 'public_read_refused',
    bucket: plainText(bucket),
    host: at,
    ...(direct === undefined ? {} : { direct }),
    where: [base, ...policies],
    certainty: 'likely',
    ...s3,
  };
}
