import type { Diagnosis } from '@triage-ai/s3-attachments';
import {
  at,
  bucket,
  certain,
  field,
  host,
  likely,
  origin,
  policy,
  possible,
  principal,
  resource,
  s3,
  step,
} from './facts.ts';

const refused = { explicitDeny: false, ...s3(403, 'AccessDenied') };

/** Further diagnoses of codes whose words follow the facts. */
export const variants: readonly Diagnosis[] = [
  { code: 'put_not_allowed', principal, resource, policy: 'identity', ...certain(...policy), ...refused },
  {
    code: 'put_not_allowed',
    principal,
    resource,
    policy: 'identity',
    otherAction: 'refused',
    ...certain(step('iam-policy', 'Resource'), step('iam-user'), step('iam-policy', 'Action')),
    ...refused,
  },
  { code: 'put_not_allowed', ...likely(...policy, field('bucket')), ...refused },
  ...(['identity', 'bucket', 'boundary', 'session', 'endpoint'] as const).map(
    (kind): Diagnosis => ({
      code: 'put_not_allowed',
      principal,
      resource,
      policy: kind,
      ...certain(...policy),
      ...refused,
      explicitDeny: true,
    }),
  ),
  ...(['bucket', 'boundary', 'session', 'endpoint'] as const).map(
    (kind): Diagnosis => ({
      code: 'put_not_allowed',
      principal,
      resource,
      policy: kind,
      ...certain(...policy),
      ...refused,
    }),
  ),
  ...(['bucket', 'path', 'credentials', 'unreadable'] as const).map(
    (problem): Diagnosis => ({
      code: 'endpoint_invalid',
      endpoint: `https://${bucket}.${host}`,
      problem,
      ...certain(field('endpoint')),
    }),
  ),
  {
    code: 'delete_not_allowed',
    principal,
    resource,
    policy: 'identity',
    otherAction: 'refused',
    ...certain(step('iam-policy', 'Resource'), step('iam-user'), step('iam-policy', 'Action')),
    ...refused,
  },
  { code: 'bucket_name_invalid', bucket: 'Acme_Attachments', ...certain(field('bucket')) },
  { code: 'region_wrong', region: 'oregon', expected: 'us-west-2', ...likely(field('region')) },
  { code: 'region_wrong', region: 'us-east-1', ...likely(field('region')) },
  {
    code: 'credential_malformed',
    accessKeyId: 'AKIAIOSFODNN7EXAMPL',
    ...likely(field('accessKeyId')),
  },
  {
    code: 'certificate_invalid',
    host: 'files.acme.s3.eu-central-1.amazonaws.com',
    ...certain(field('bucket'), at('network')),
  },
  { code: 'not_s3', status: 200, ...likely(at('network')) },
  { code: 'not_s3', status: 503, ...likely(at('network'), at('try-again')) },
  { code: 'endpoint_redirects', ...certain(at('network')) },
  {
    code: 'host_not_found',
    host: `${bucket}.s3.acme.exampel`,
    ...certain(field('endpoint'), at('network')),
  },
  { code: 'transfer_blocked', origin, cleared: true, ...possible(at('network'), at('app')) },
  { code: 'upload_incomplete', expected: 4_000_000, found: null, ...certain(at('try-again')) },
  { code: 's3_refused', ...possible(at('aws-account')), s3: { status: 400 } },
  { code: 's3_refused', ...possible(at('network')), s3: { status: 0 } },
  { code: 'access_denied', ...possible(step('iam-policy'), step('iam-user'), field('bucket')) },
  {
    code: 'invalid_input',
    issues: [{ path: 'keyPrefix', message: 'key_prefix' }],
    ...certain(field('keyPrefix'), at('app')),
  },
  { code: 'clock_skewed', ...certain(at('clock')) },
  {
    code: 'file_too_large',
    size: 0,
    maximum: 5_368_709_120,
    ...certain(at('file')),
    ...s3(400, 'EntityTooLarge'),
  },
  {
    code: 'public_read_refused',
    bucket,
    host: 'files.acme.example',
    direct: 'allowed',
    ...likely(field('publicBaseUrl')),
  },
  {
    code: 'public_read_refused',
    bucket,
    host: 'files.acme.example',
    direct: 'refused',
    ...likely(field('publicBaseUrl'), step('bucket-policy'), step('public-access')),
  },
];
