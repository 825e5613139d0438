import type { S3Call } from './S3Call.ts';
import { xmlResponse } from './xmlResponse.ts';

/** HeadBucket: whether the caller may list it. */
export function headBucket(call: S3Call): Response {
  call.authorize('s3:ListBucket', null);
  return new Response(null, { status: 200, headers: { 'content-type': 'application/xml' } });
}

/** GetBucketLocation: the first region has no name here. */
export function getBucketLocation(call: S3Call): Response {
  call.authorize('s3:GetBucketLocation', null);
  const { region } = call.bucket;
  return xmlResponse('LocationConstraint', region === 'us-east-1' ? '' : region);
}
