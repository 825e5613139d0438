import { expect, it } from 'vitest';
import { diagnosisSchema, fromS3Error, type S3Answer, withOtherAction } from '../../src/diagnosis/index.ts';
import { error, requests, written } from './written.ts';

// What each of them is read as stands in a file beside this one. Who changes a rule changes that with `npx vitest -u`, and sees what
// else is read otherwise now.

const codes =
  'AccessControlListNotSupported AccessDenied AccessForbidden AccountProblem AllAccessDisabled AuthorizationHeaderMalformed AuthorizationQueryParametersError BadDigest BandwidthLimitExceeded CredentialsNotSupported EntityTooLarge EntityTooSmall ExpiredToken ExpiredTokenException IllegalLocationConstraintException IncompleteBody IncompleteSignature InternalError InvalidAccessKeyId InvalidArgument InvalidBucketName InvalidClientTokenId InvalidDigest InvalidEncryptionAlgorithmError InvalidHTTPAuthHeader InvalidPart InvalidPartOrder InvalidPayer InvalidRequest InvalidSecurity InvalidStorageClass InvalidToken InvalidURI KMS.DisabledException KMS.ThrottlingException KeyTooLong KeyTooLongError MalformedXML MetadataTooLarge MethodNotAllowed MissingAuthenticationToken MissingContentLength MissingRequestBodyError MissingSecurityElement MissingSecurityHeader NoSuchBucket NoSuchKey NoSuchUpload NotImplemented NotSignedUp ObjectLocked OptInRequired PermanentRedirect Redirect RegionDisabledException RequestExpired RequestHeaderSectionTooLarge RequestIsNotMultiPartContent RequestLimitExceeded RequestThrottled RequestTimeTooSkewed RequestTimeout ServiceUnavailable SignatureDoesNotMatch SignatureVersionNotSupported SlowDown SubscriptionRequired TemporaryRedirect ThrottlingException Throttled TokenRefreshRequired TooManyRequests UnexpectedContent UnsupportedSignature UserSuspended XAmzContentChecksumMismatch XAmzContentSHA256Mismatch Xslowdown SlowDownX xKMS.y XInvalidDigest InvalidDigestX ExpiredTokenX XBadDigest BadDigestX XKeyTooLong KeyTooLongX XNoSuchUpload NoSuchUploadX XInvalidToken XAccessControlListNotSupported AccessControlListNotSupportedX'.split(
    ' ',
  );

const because = (why: string, action = 's3:PutObject', on = '"arn:aws:s3:::acme/k"') =>
  `User: arn:aws:iam::111122223333:user/triage is not authorized to perform: ${action} on resource: ${on} ${why}`;
const kinds = [
  'identity-based',
  'resource-based',
  'permissions boundary',
  'session',
  'VPC endpoint',
  'service control',
  'resource control',
];
const policies = kinds.flatMap((kind) => {
  const name = kind === 'permissions boundary' ? kind : `${kind} policy`;
  return [`because no ${name} allows it`, `with an explicit deny in a ${name}`];
});
const actions = ['s3:PutObject', 's3:DeleteObject', 's3:ListBucket', 'S3:PUTOBJECT', 'kms:GenerateDataKey'];

const messages = [
  ...policies.flatMap((why) => actions.map((action) => because(why, action))),
  because(''),
  because('', 's3:PutObject', 'arn:aws:s3:::acme/bare'),
  'Access Denied',
  'Access Denied by an explicit deny in an identity-based policy',
  'on resource: "arn:aws:s3:::acme/k"',
  'User: arn:aws:iam::111122223333:user/triage is refused',
  'Request has expired',
  'Request is not valid yet',
  'Signature not yet current: 20260713',
  'Signature expired: 20260713',
  'Credential should be scoped to a valid region.',
  'Access Denied because object protected by object lock.',
  'The object is WORM protected',
  'Bucket is missing Object Lock configuration',
  'because public policies are prevented by the BlockPublicPolicy setting',
  'There were headers present in the request which were not signed',
  'Query authentication requires more',
  'Anonymous access is forbidden for this operation',
  'AWS authentication requires a valid Date or x-amz-date header',
  'denied for "Request has expired"',
  'denied for arn:aws:s3:::acme/BlockPublicPolicy',
  'Requests specifying Server Side Encryption with AWS KMS managed keys require AWS Signature Version 4.',
  'The bucket not found',
  'CORSResponse: CORS is not enabled for this bucket.',
  'the region is wrong; expecting &apos;eu-west-3&apos;',
  'the region &apos;x&apos; is wrong; expecting &apos;eu-central-1&apos;',
  'the region is wrong',
  'the region does not match',
  'the Credential is mal-formed',
  'the Credential is malformed; it is missing',
  'it requires a Date',
  'X-Amz-Date must be given',
  'incorrect service "x". This endpoint belongs to "s3".',
  'incorrect date',
  'incorrect terminal "x"',
];
const extras = [
  '',
  '<Region>eu-west-3</Region>',
  '<Region>EU!</Region>',
  '<Region>eu-central-1</Region>',
  '<Endpoint>acme.s3.eu-west-3.amazonaws.com</Endpoint>',
  '<Endpoint>acme.s3-ap-southeast-12.amazonaws.com</Endpoint>',
  '<Endpoint>acme.s3.dualstack.us-gov-west-1.amazonaws.com</Endpoint>',
  '<Endpoint>acme.s4.eu-west-3.amazonaws.com</Endpoint>',
  '<ServerTime>2026-07-13T08:12:45Z</ServerTime>',
  '<ProposedSize>9</ProposedSize><MaxSizeAllowed>5</MaxSizeAllowed>',
  '<ProposedSize>x9</ProposedSize><MaxSizeAllowed>5x</MaxSizeAllowed>',
  '<ProposedSize>1234567890123456</ProposedSize><MaxSizeAllowed>123456789012345</MaxSizeAllowed>',
  '<AWSAccessKeyId>AKIAOTHER</AWSAccessKeyId>',
];

/** Codes of which the rest of the answer tells more. */
const telling = new Set(
  'AuthorizationHeaderMalformed EntityTooLarge InvalidAccessKeyId PermanentRedirect RequestTimeTooSkewed SignatureDoesNotMatch Unheard'.split(
    ' ',
  ),
);
it('reads every code of S3 as what it means', async () => {
  const cases = codes.flatMap((code) =>
    Object.entries(requests).flatMap(([name, request]) =>
      (telling.has(code) ? extras : ['']).map((extra) => {
        const answer: S3Answer = { status: 400, body: error(code, '', extra) };
        return [`${code} ${extra} to a ${name}`, fromS3Error(answer, request)] as const;
      }),
    ),
  );
  for (const [, diagnosis] of cases) expect(diagnosisSchema.parse(diagnosis)).toEqual(diagnosis);
  await expect(written(cases)).toMatchFileSnapshot('read.codes.txt');
});

const codesWithMessages =
  'AccessDenied AccessForbidden SignatureDoesNotMatch AuthorizationHeaderMalformed InvalidSecurity InvalidArgument InvalidRequest BadDigest'.split(
    ' ',
  );

it('reads every message of S3 as what it means', async () => {
  const cases = codesWithMessages.flatMap((code) =>
    messages.flatMap((message) =>
      Object.entries(requests).flatMap(([name, request], at) => {
        // What was asked matters to a refusal alone.
        if (code !== 'AccessDenied' && ![0, 6, 8, 9, 10].includes(at)) return [];
        const diagnosis = fromS3Error({ status: 403, body: error(code, message) }, request);
        return [
          [`${code}: ${message} to a ${name}`, diagnosis] as const,
          [`… the other one allowed`, withOtherAction(diagnosis, 'allowed')] as const,
          [`… the other one refused`, withOtherAction(diagnosis, 'refused')] as const,
        ];
      }),
    ),
  );
  for (const [, diagnosis] of cases) expect(diagnosisSchema.parse(diagnosis)).toEqual(diagnosis);
  await expect(written(cases)).toMatchFileSnapshot('read.messages.txt');
});
