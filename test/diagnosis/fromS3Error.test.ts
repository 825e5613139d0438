import { describe, expect, it } from 'vitest';
import { fromS3Error, type S3Answer, type S3Request } from '../../src/diagnosis/index.ts';

const put: S3Request = { operation: 'PUT', bucket: 'acme', region: 'us-east-1', accessKeyId: 'AKIAEXAMPLE' };
const answer = (status: number, code: string, message = '', extra = ''): S3Answer => ({
  status,
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message>${extra}<RequestId>REQ1</RequestId></Error>`,
});
const denied = (action: string, clause: string) =>
  answer(
    403,
    'AccessDenied',
    `User: arn:aws:iam::111122223333:user/triage is not authorized to perform: ${action} on resource: &quot;arn:aws:s3:::acme/k&quot; because ${clause}`,
  );

describe('what S3 says', () => {
  it.each([
    [
      'access_key_unknown',
      answer(403, 'InvalidAccessKeyId', '', '<AWSAccessKeyId>AKIAX</AWSAccessKeyId>'),
      'field:accessKeyId',
    ],
    ['secret_wrong', answer(403, 'SignatureDoesNotMatch'), 'field:secretAccessKey'],
    ['clock_skewed', answer(403, 'RequestTimeTooSkewed'), 'elsewhere:clock'],
    ['clock_skewed', answer(403, 'SignatureDoesNotMatch', 'Signature expired: 2026'), 'elsewhere:clock'],
    ['credential_expired', answer(400, 'ExpiredToken'), 'step:access-key'],
    ['credential_malformed', answer(400, 'AuthorizationHeaderMalformed'), 'field:accessKeyId'],
    ['bucket_missing', answer(404, 'NoSuchBucket'), 'field:bucket'],
    ['bucket_name_invalid', answer(400, 'InvalidBucketName'), 'field:bucket'],
    [
      'put_not_allowed',
      denied('s3:PutObject', 'no identity-based policy allows the s3:PutObject action'),
      'step:iam-policy',
    ],
    ['put_not_allowed', answer(403, 'AccessDenied', 'Access Denied'), 'step:iam-policy'],
    [
      'organization_denied',
      denied('s3:PutObject', 'no service control policy allows the s3:PutObject action'),
      'elsewhere:aws-account',
    ],
    [
      'encryption_denied',
      denied('kms:GenerateDataKey', 'no identity-based policy allows it'),
      'elsewhere:encryption',
    ],
    ['url_expired', answer(403, 'AccessDenied', 'Request has expired'), 'elsewhere:try-again'],
    ['s3_unavailable', answer(503, 'SlowDown'), 'elsewhere:try-again'],
    [
      'file_too_large',
      answer(400, 'EntityTooLarge', '', '<MaxSizeAllowed>100</MaxSizeAllowed>'),
      'elsewhere:file',
    ],
  ])('becomes %s', (code, s3Answer, where) => {
    const diagnosis = fromS3Error(s3Answer, put);
    expect(diagnosis.code).toBe(code);
    const [first] = diagnosis.where;
    expect([first?.kind, ...Object.values(first ?? {}).slice(1, 2)].join(':')).toBe(where);
    expect(diagnosis.s3?.requestId).toBe('REQ1');
  });

  it.each([
    [
      'presigned',
      answer(
        400,
        'AuthorizationQueryParametersError',
        "the region 'us-east-1' is wrong; expecting 'eu-west-3'",
        '<Region>eu-west-3</Region>',
      ),
    ],
    ['by header', answer(400, 'AuthorizationHeaderMalformed', '', '<Region>eu-west-3</Region>')],
    [
      'by redirect',
      answer(301, 'PermanentRedirect', '', '<Endpoint>acme.s3.eu-west-3.amazonaws.com</Endpoint>'),
    ],
    [
      'by redirect to a dual-stack host',
      answer(301, 'PermanentRedirect', '', '<Endpoint>acme.s3.dualstack.eu-west-3.amazonaws.com</Endpoint>'),
    ],
    [
      'by location alone',
      { status: 307, headers: { location: 'https://acme.s3-eu-west-3.amazonaws.com/k' } },
    ],
    ['by header of a HEAD', { status: 301, headers: { 'x-amz-bucket-region': 'eu-west-3' } }],
  ])('names the right region when it is wrong %s', (_, s3Answer) => {
    expect(fromS3Error(s3Answer, put)).toMatchObject({
      code: 'region_wrong',
      region: 'us-east-1',
      expected: 'eu-west-3',
      certainty: 'certain',
    });
  });

  it('does not call the region wrong that S3 itself names', () => {
    const same = answer(400, 'AuthorizationHeaderMalformed', '', '<Region>us-east-1</Region>');
    expect(fromS3Error(same, put)).toMatchObject({ code: 'credential_malformed' });
  });

  it('knows no right region where a redirect names none', () => {
    const diagnosis = fromS3Error(
      answer(301, 'PermanentRedirect', '', '<Endpoint>s3.amazonaws.com</Endpoint>'),
      put,
    );
    expect(diagnosis).toMatchObject({ code: 'region_wrong', certainty: 'likely' });
    expect(diagnosis).not.toHaveProperty('expected');
  });

  it.each([
    ['s3:PutObject', 'put_not_allowed', 'PUT'],
    ['s3:DeleteObject', 'delete_not_allowed', 'DELETE'],
  ] as const)('points at the bucket policy alone when it denies %s', (action, code, operation) => {
    const clause = `with an explicit deny in a resource-based policy`;
    expect(fromS3Error(denied(action, clause), { ...put, operation })).toMatchObject({
      code,
      explicitDeny: true,
      where: [{ kind: 'step', step: 'bucket-policy' }],
      certainty: 'certain',
    });
  });

  it('names no better region when a redirect leads to the one that was used', () => {
    const redirect = answer(
      301,
      'PermanentRedirect',
      '',
      '<Endpoint>acme.s3.us-east-1.amazonaws.com</Endpoint>',
    );
    const diagnosis = fromS3Error(redirect, put);
    expect(diagnosis).toMatchObject({ code: 'region_wrong', certainty: 'likely' });
    expect(diagnosis).not.toHaveProperty('expected');
  });

  it('names user and resource of a refused delete', () => {
    const clause = 'no identity-based policy allows the s3:DeleteObject action';
    expect(fromS3Error(denied('s3:DeleteObject', clause), { ...put, operation: 'DELETE' })).toMatchObject({
      code: 'delete_not_allowed',
      principal: 'arn:aws:iam::111122223333:user/triage',
      resource: 'arn:aws:s3:::acme/k',
      certainty: 'certain',
    });
  });

  it('points at both the bucket policy and Block Public Access when the public may not read', () => {
    const diagnosis = fromS3Error(answer(403, 'AccessDenied', 'Access Denied'), {
      ...put,
      operation: 'GET',
      unsigned: true,
    });
    expect(diagnosis.code).toBe('public_read_refused');
    expect(diagnosis.where.map((place) => place.kind === 'step' && place.step)).toEqual([
      'public-access',
      'bucket-policy',
    ]);
    expect(diagnosis.certainty).toBe('likely');
  });
});

describe('what is on no list', () => {
  it.each([
    ['an unknown code', answer(409, 'OperationAborted')],
    ['no body', { status: 400 }],
    ['cut XML', { status: 403, body: '<Error><Code>Acc' }],
  ])('ends in what S3 said, without a guess: %s', (_, s3Answer) => {
    const diagnosis = fromS3Error(s3Answer, put);
    expect(diagnosis.code).toBe('s3_refused');
    expect(diagnosis.certainty).toBe('possible');
  });
});
