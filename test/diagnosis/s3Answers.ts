import { type S3Answer, type S3Request, targetToText, type Where } from '../../src/diagnosis/index.ts';

/** A signed PUT to Amazon. */
export const put: S3Request = {
  operation: 'PUT',
  bucket: 'acme',
  region: 'us-east-1',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
};
/** S3’s error, as it writes it. */
export const answer = (status: number, code: string, message = '', extra = ''): S3Answer => ({
  status,
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message>${extra}<RequestId>REQ1</RequestId></Error>`,
});
/** S3’s long refusal, with the clause that says why. */
export const denied = (clause: string, action = 's3:PutObject') =>
  answer(
    403,
    'AccessDenied',
    `User: arn:aws:iam::111122223333:user/triage is not authorized to perform: ${action} on resource: &quot;arn:aws:s3:::acme/k&quot; ${clause}`,
  );
/** Places in short. */
export const placed = (where: readonly Where[]) =>
  where.map((place) => (place.kind === 'elsewhere' ? place.place : targetToText(place)));
