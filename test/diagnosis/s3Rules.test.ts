import { describe, expect, it } from 'vitest';
import { fromS3Error, type S3Answer } from '../../src/diagnosis/index.ts';
import { answer, denied, placed, put } from './s3Answers.ts';

const identity = 'because no identity-based policy allows the s3:PutObject action';
const missing = ['step:iam-policy:Action', 'step:iam-policy:Resource', 'step:iam-user'];

describe('what S3 says, rule by rule', () => {
  it.each<[string, S3Answer, string, string[]]>([
    [
      'a token that has run out',
      answer(400, 'ExpiredToken', 'The provided token has expired.'),
      'credential_expired',
      ['step:access-key'],
    ],
    [
      'a token that is none',
      answer(400, 'InvalidToken', 'The provided token is malformed or otherwise invalid.'),
      'credential_expired',
      ['step:access-key'],
    ],
    [
      'a header without a key in it',
      answer(400, 'AuthorizationHeaderMalformed', 'a non-empty Access Key (AKID) must be provided.'),
      'request_invalid',
      ['app'],
    ],
    [
      'a header with a sound key that is called malformed',
      answer(
        400,
        'AuthorizationHeaderMalformed',
        'The authorization header is malformed; the Credential is mal-formed; expecting "&lt;YOUR-AKID&gt;/YYYYMMDD/REGION/SERVICE/aws4_request".',
      ),
      'request_invalid',
      ['app'],
    ],
    [
      'a sound key that is not valid, without a word on why',
      answer(403, 'InvalidSecurity', 'The provided security credentials are not valid.'),
      'access_key_unknown',
      ['field:accessKeyId', 'field:secretAccessKey'],
    ],
    [
      'a query without its algorithm',
      answer(
        400,
        'AuthorizationQueryParametersError',
        'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
      ),
      'request_invalid',
      ['app'],
    ],
    [
      'a key without fault that was encoded twice',
      answer(
        400,
        'AuthorizationQueryParametersError',
        'Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; expecting &quot;&lt;YOUR-AKID&gt;/YYYYMMDD/REGION/SERVICE/aws4_request&quot;.',
      ),
      'request_invalid',
      ['app'],
    ],
    [
      'headers that were not signed',
      answer(403, 'AccessDenied', 'There were headers present in the request which were not signed'),
      'request_altered',
      ['app'],
    ],
    [
      'a clock that is fast',
      answer(403, 'AccessDenied', 'Request is not valid yet'),
      'clock_skewed',
      ['clock'],
    ],
    [
      'a clock that is fast, to STS',
      answer(403, 'SignatureDoesNotMatch', 'Signature not yet current: 20260713'),
      'clock_skewed',
      ['clock'],
    ],
    ['a permission that the policy lacks', denied(identity), 'put_not_allowed', missing],
    [
      'an express denial by a policy of the user',
      denied('with an explicit deny in an identity-based policy'),
      'put_not_allowed',
      ['step:iam-policy', 'step:iam-user'],
    ],
    [
      'an express denial by the bucket policy',
      denied('with an explicit deny in a resource-based policy'),
      'put_not_allowed',
      ['step:bucket-policy'],
    ],
    [
      'a bucket policy that does not know a key from another account',
      denied('because no resource-based policy allows the s3:PutObject action'),
      'put_not_allowed',
      ['step:bucket-policy', 'field:bucket'],
    ],
    [
      'a boundary',
      denied('because no permissions boundary allows the s3:PutObject action'),
      'put_not_allowed',
      ['step:iam-user', 'aws-account'],
    ],
    [
      'a session policy',
      denied('because no session policy allows the s3:PutObject action'),
      'put_not_allowed',
      ['step:access-key', 'aws-account'],
    ],
    [
      'the policy of a VPC endpoint',
      denied('with an explicit deny in a VPC endpoint policy'),
      'put_not_allowed',
      ['aws-account', 'network'],
    ],
    [
      'a refusal that tells nothing',
      answer(403, 'AccessDenied', 'Access Denied'),
      'put_not_allowed',
      [...missing, 'step:bucket-policy', 'field:bucket'],
    ],
    [
      'a refusal without a message, as RGW gives it',
      answer(403, 'AccessDenied'),
      'put_not_allowed',
      [...missing, 'step:bucket-policy', 'field:bucket'],
    ],
    [
      'a service control policy',
      denied('with an explicit deny in a service control policy'),
      'organization_denied',
      ['aws-account'],
    ],
    [
      'a resource control policy',
      denied('with an explicit deny in a resource control policy'),
      'organization_denied',
      ['aws-account'],
    ],
    [
      'a KMS key that may not be used',
      denied('because no identity-based policy allows it', 'kms:GenerateDataKey'),
      'encryption_denied',
      ['encryption'],
    ],
    [
      'a KMS key that is off',
      answer(400, 'KMS.DisabledException'),
      'encryption_key_unusable',
      ['encryption'],
    ],
    [
      'a KMS key that is gone',
      answer(400, 'KMS.NotFoundException'),
      'encryption_key_unusable',
      ['encryption'],
    ],
    [
      'a KMS key that waits for its end',
      answer(400, 'KMS.KMSInvalidStateException'),
      'encryption_key_unusable',
      ['encryption'],
    ],
    [
      'KMS that wants a signature to read',
      answer(
        400,
        'InvalidArgument',
        'Requests specifying Server Side Encryption with AWS KMS managed keys require AWS Signature Version 4.',
      ),
      'encryption_hides_links',
      ['encryption'],
    ],
    [
      'a lock',
      answer(403, 'AccessDenied', 'Access Denied because object protected by object lock.'),
      'object_locked',
      ['field:bucket'],
    ],
    [
      'an ACL where there are none',
      answer(400, 'AccessControlListNotSupported', 'The bucket does not allow ACLs'),
      'acl_not_supported',
      ['object-ownership', 'app'],
    ],
    [
      'a bucket that is closed',
      answer(403, 'AllAccessDisabled', 'All access to this object has been disabled'),
      'account_disabled',
      ['field:bucket', 'aws-account'],
    ],
    ['an account that is not signed up', answer(403, 'NotSignedUp'), 'account_disabled', ['aws-account']],
    [
      'Block Public Access against a policy',
      denied(
        'because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access',
        's3:PutBucketPolicy',
      ),
      'public_policy_blocked',
      ['step:public-access'],
    ],
    ['other bytes than the checksum says', answer(400, 'BadDigest'), 'body_damaged', ['try-again', 'app']],
    [
      'other bytes than were signed',
      answer(400, 'XAmzContentSHA256Mismatch'),
      'body_damaged',
      ['try-again', 'app'],
    ],
    [
      'other bytes than the checksum header says',
      answer(400, 'XAmzContentChecksumMismatch'),
      'body_damaged',
      ['try-again', 'app'],
    ],
    ['a body that ended early', answer(400, 'IncompleteBody'), 'body_damaged', ['try-again', 'app']],
    ['a checksum that is none', answer(400, 'InvalidDigest'), 'request_invalid', ['app']],
    [
      'a checksum header that is none',
      answer(400, 'InvalidRequest', 'Value for x-amz-checksum-crc32 header is invalid.'),
      'request_invalid',
      ['app'],
    ],
    ['no length', answer(411, 'MissingContentLength'), 'request_invalid', ['app']],
    ['no header of the signing', answer(400, 'MissingSecurityHeader'), 'request_invalid', ['app']],
    ['a key over 1,024 bytes', answer(400, 'KeyTooLongError'), 'key_too_long', ['file']],
    ['an upload that is unknown', answer(404, 'NoSuchUpload'), 'upload_gone', ['try-again']],
    ['a part that is wrong', answer(400, 'InvalidPart'), 'upload_gone', ['try-again']],
    ['parts out of order', answer(400, 'InvalidPartOrder'), 'upload_gone', ['try-again']],
    ['a part that is too small', answer(400, 'EntityTooSmall'), 'upload_gone', ['try-again']],
    ['throttling', answer(503, 'SlowDown'), 's3_unavailable', ['try-again']],
    ['a fault of S3’s', answer(500, 'InternalError'), 's3_unavailable', ['try-again']],
    ['a socket that was silent', answer(400, 'RequestTimeout'), 's3_unavailable', ['try-again']],
    ['too many requests, without a code', { status: 429 }, 's3_unavailable', ['try-again']],
    ['throttling in plain text', { status: 503, body: 'Slow Down' }, 's3_unavailable', ['try-again']],
    ['an action on no list', denied('because', 's3:PutObjectTagging'), 'access_denied', missing],
  ])('reads %s', (_, s3Answer, code, where) => {
    const diagnosis = fromS3Error(s3Answer, put);
    expect(diagnosis.code).toBe(code);
    expect(placed(diagnosis.where)).toEqual(where);
  });

  it('takes a secret in the place of the key for swapped fields, and does not repeat it', () => {
    const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
    const unknown = answer(403, 'InvalidAccessKeyId', '', `<AWSAccessKeyId>${secret}</AWSAccessKeyId>`);
    const malformed = answer(
      400,
      'AuthorizationQueryParametersError',
      'the Credential is mal-formed; expecting &quot;&lt;YOUR-AKID&gt;/…&quot;',
    );
    for (const s3Answer of [unknown, malformed]) {
      const diagnosis = fromS3Error(s3Answer, { ...put, accessKeyId: secret });
      expect(placed(diagnosis.where)).toEqual(['field:accessKeyId', 'field:secretAccessKey']);
      expect(JSON.stringify(diagnosis)).not.toContain(secret);
    }
  });

  it('names the policy, the user and the resource of a refusal', () => {
    expect(fromS3Error(denied('with an explicit deny in a permissions boundary'), put)).toMatchObject({
      code: 'put_not_allowed',
      explicitDeny: true,
      policy: 'boundary',
      principal: 'arn:aws:iam::111122223333:user/triage',
      resource: 'arn:aws:s3:::acme/k',
      certainty: 'certain',
    });
  });

  it('is not certain of a refusal that tells nothing', () => {
    const diagnosis = fromS3Error(answer(403, 'AccessDenied', 'Access Denied'), put);
    expect(diagnosis).toMatchObject({ certainty: 'likely', explicitDeny: false });
    expect(diagnosis).not.toHaveProperty('policy');
  });

  it('finds the region in the text alone', () => {
    for (const message of [
      'Error parsing the X-Amz-Credential parameter; the region &apos;us-east-1&apos; is wrong; expecting &apos;eu-west-3&apos;',
      'The authorization header is malformed; the region is wrong; expecting &apos;eu-west-3&apos;.',
    ]) {
      expect(fromS3Error(answer(400, 'AuthorizationHeaderMalformed', message), put)).toMatchObject({
        code: 'region_wrong',
        expected: 'eu-west-3',
        certainty: 'certain',
      });
    }
  });
});
