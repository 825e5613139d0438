// Stryker disable StringLiteral: sentences for a person; the tests hold which of them is said, not how it reads.
import type { DiagnosisMessages } from '../DiagnosisMessages.ts';

const edit =
  'In the S3 console open the bucket, “Permissions”, “Cross-origin resource sharing (CORS)”, “Edit”';

/** The words on the bucket’s CORS rules. */
export const cors = {
  cors_missing: (d) => ({
    title: 'The bucket has no CORS rules',
    cause: `Browsers may not send files to it from ${d.origin}.`,
    remedy: [`${edit}.`, 'Paste the rules from the guide and choose “Save changes”.'],
  }),
  cors_origin_refused: (d) => ({
    title: 'The bucket’s CORS rules do not allow this site',
    cause: `No rule has ${d.origin} or * in “AllowedOrigins”.`,
    remedy: [
      `${edit}, and add ${d.origin}, or *, to “AllowedOrigins”: without a slash at the end. “Save changes”.`,
    ],
  }),
  cors_method_refused: (d) => ({
    title: `The bucket’s CORS rules do not allow ${d.method}`,
    cause: `The rule for ${d.origin} lacks ${d.method} in “AllowedMethods”, so a browser may not ${/PUT/.test(d.method) ? 'store files' : 'do that'}.`,
    remedy: [`${edit}, and add ${d.method} to “AllowedMethods”. “Save changes”.`],
  }),
  cors_header_refused: (d) => ({
    title: 'The bucket’s CORS rules refuse a header of the upload',
    cause: `The rule for ${d.origin} does not allow the request headers ${d.headers}.`,
    remedy: [`${edit}, and set “AllowedHeaders” to ["*"]. “Save changes”.`],
  }),
  cors_refused: (d) => ({
    title: 'The bucket does not let this site upload',
    cause: `S3 refused to let a page of ${d.origin} send ${d.method}. CORS rules are missing, or none of them fits.`,
    remedy: [`${edit}, compare the rules with the ones in the guide, and choose “Save changes”.`],
  }),
  etag_not_exposed: (d) => ({
    title: 'Pages cannot read the ETag of what they store',
    cause: `The CORS rule for ${d.origin} does not name ETag in “ExposeHeaders”. Uploads work without it.`,
    remedy: [
      'Nothing has to be done.',
      `If you want large files to be confirmed part by part: ${edit.replace('In', 'in')}, and set “ExposeHeaders” to ["ETag"].`,
    ],
  }),
} satisfies Partial<DiagnosisMessages>;
