import { expect, it } from 'vitest';
import {
  attachPolicies,
  createAccessKey,
  createBucket,
  createPolicy,
  createUser,
  documentedAccount,
  emptyAccount,
  putBlockPublicAccess,
  putBucketCors,
  putBucketPolicy,
  putPolicy,
  putUserPolicy,
  updateAccessKey,
  type FakeAccount,
} from '../../src/testing/s3/index.ts';
import { createWorld } from './createWorld.ts';

const name = 'triage-ai-attachments';
const arn = `arn:aws:s3:::${name}`;
const publicRead = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `${arn}/*` };
const policy = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const off = {
  BlockPublicAcls: false,
  IgnorePublicAcls: false,
  BlockPublicPolicy: false,
  RestrictPublicBuckets: false,
};
const on = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};

it('walks through the guide: a new bucket works only when every step was taken', async () => {
  const account = documentedAccount();
  const world = createWorld({ account });
  Object.assign(world.bucket, { policy: null, cors: null, blockPublicAccess: on });
  world.user.policies = [];
  const url = world.url('ticket/1/photo.png');
  const works = async () => [
    (await world.preflight(url, 'https://desk.test', 'PUT')).status,
    (await world.open()).status,
    (await world.anonymously('GET', url)).status,
    (await world.open({ method: 'DELETE' })).status,
  ];
  expect(await works()).toEqual([403, 403, 403, 403]);
  expect(putBucketPolicy(account, name, policy(publicRead)).ok).toBe(false);
  expect(putBlockPublicAccess(account, name, off)).toEqual({ ok: true });
  expect(putBucketPolicy(account, name, policy(publicRead))).toEqual({ ok: true });
  expect(putBucketCors(account, name, JSON.stringify(documentedAccount().buckets[0]?.cors))).toEqual({
    ok: true,
  });
  expect(await works()).toEqual([200, 403, 403, 403]);
  const write = { Effect: 'Allow', Action: ['s3:PutObject', 's3:DeleteObject'], Resource: `${arn}/*` };
  expect(putUserPolicy(account, name, 'write', policy(write))).toEqual({ ok: true });
  expect(await works()).toEqual([200, 200, 200, 204]);
});

it.each(['bucket', 'account'])(
  'refuses to save a public policy while the %s blocks it, and says so',
  (level) => {
    const account = documentedAccount();
    putBlockPublicAccess(account, level === 'bucket' ? name : null, on);
    const before = account.buckets[0]?.policy;
    const answer = putBucketPolicy(account, name, policy(publicRead));
    expect(answer).toMatchObject({ ok: false, code: 'AccessDenied' });
    expect('message' in answer && answer.message).toContain(
      'because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access',
    );
    expect(account.buckets[0]?.policy).toBe(before);
    const own = { ...publicRead, Principal: { AWS: '111122223333' } };
    expect(putBucketPolicy(account, name, policy(own))).toEqual({ ok: true });
  },
);

it.each<[string, string, string]>([
  ['no JSON', '{"Statement": [,]}', "Policies must be valid JSON and the first byte must be '{'"],
  ['a list', '[]', "Policies must be valid JSON and the first byte must be '{'"],
  [
    'another bucket',
    policy({ ...publicRead, Resource: 'arn:aws:s3:::another/*' }),
    'Policy has invalid resource',
  ],
  [
    'the placeholder left in',
    policy({ ...publicRead, Resource: 'arn:aws:s3:::{YOUR_BUCKET_NAME_HERE}/*' }),
    'Policy has invalid resource',
  ],
  ['a bare name', policy({ ...publicRead, Resource: name }), 'Policy has invalid resource'],
  [
    'no /*',
    policy({ ...publicRead, Resource: arn }),
    'Action does not apply to any resource(s) in statement',
  ],
  [
    'an action that S3 has not',
    policy({ ...publicRead, Action: 's3:ReadObject' }),
    'Policy has invalid action',
  ],
  [
    'an action without its service',
    policy({ ...publicRead, Action: 'GetObject' }),
    'Policy has invalid action',
  ],
  ['no principal', policy({ ...publicRead, Principal: undefined }), 'Missing required field Principal'],
  [
    'a user who does not exist',
    policy({ ...publicRead, Principal: { AWS: 'arn:aws:iam::111122223333:user/nobody' } }),
    'Invalid principal in policy',
  ],
  ['a word as principal', policy({ ...publicRead, Principal: 'everyone' }), 'Invalid principal in policy'],
  ['no effect', policy({ ...publicRead, Effect: undefined }), 'Missing required field Effect'],
  ['an unknown field', policy({ ...publicRead, Actions: 's3:GetObject' }), 'Unknown field Actions'],
  [
    'an unknown version',
    JSON.stringify({ Version: '2024-01-01', Statement: publicRead }),
    'The policy must contain a valid version string',
  ],
  ['no statement', '{"Version":"2012-10-17"}', 'Missing required field Statement'],
])('refuses a bucket policy with %s', (_, text, message) => {
  expect(putBucketPolicy(documentedAccount(), name, text)).toEqual({
    ok: false,
    code: 'MalformedPolicy',
    message,
  });
});

it('takes a bucket policy away, and one for both levels with its wildcards', () => {
  const account = documentedAccount();
  const both = { ...publicRead, Action: 's3:*', Resource: [arn, `${arn}/*`] };
  expect(putBucketPolicy(account, name, policy(both))).toEqual({ ok: true });
  expect(putBucketPolicy(account, name, ' ')).toEqual({ ok: true });
  expect(account.buckets[0]?.policy).toBeNull();
});

it('refuses what is not there or not ours', () => {
  const account: FakeAccount = documentedAccount();
  expect(putBucketPolicy(emptyAccount(), name, '')).toMatchObject({ code: 'NoSuchBucket' });
  expect(putBucketCors(emptyAccount(), name, '[]')).toMatchObject({ code: 'NoSuchBucket' });
  expect(putUserPolicy(account, 'nobody', 'p', '')).toMatchObject({ code: 'NoSuchEntity' });
  Object.assign(account.buckets[0] ?? {}, { ownerAccountId: '999988887777' });
  expect(putBlockPublicAccess(account, name, off)).toEqual({
    ok: false,
    code: 'AccessDenied',
    message: 'Access Denied',
  });
});

it.each<[string, unknown, string]>([
  [
    'a method that S3 has not',
    { AllowedMethods: ['PUT', 'PATCH'] },
    'Found unsupported HTTP method in CORS config. Unsupported method is PATCH',
  ],
  [
    'OPTIONS',
    { AllowedMethods: ['OPTIONS'] },
    'Found unsupported HTTP method in CORS config. Unsupported method is OPTIONS',
  ],
  [
    'a method in small letters',
    { AllowedMethods: ['put'] },
    'Found unsupported HTTP method in CORS config. Unsupported method is put',
  ],
  [
    'two stars in an origin',
    { AllowedOrigins: ['https://*.a.*'] },
    'AllowedOrigin "https://*.a.*" can not have more than one wildcard.',
  ],
  [
    'two stars in a header',
    { AllowedHeaders: ['*-*'] },
    'AllowedHeader "*-*" can not have more than one wildcard.',
  ],
  [
    'a star to expose',
    { ExposeHeaders: ['*'] },
    'ExposeHeader "*" contains wildcard. We currently do not support wildcard for ExposeHeader.',
  ],
])('refuses a CORS configuration with %s', (_, change, message) => {
  const rule = { AllowedMethods: ['PUT'], AllowedOrigins: ['*'], ...(change as object) };
  expect(putBucketCors(documentedAccount(), name, JSON.stringify([rule]))).toEqual({
    ok: false,
    code: 'InvalidRequest',
    message,
  });
});

it.each([
  '{',
  '{"AllowedMethods":["PUT"],"AllowedOrigins":["*"]}',
  '[{"AllowedMethods":["PUT"]}]',
  '[{"AllowedMethods":[],"AllowedOrigins":["*"]}]',
  '[{"AllowedMethods":"PUT","AllowedOrigins":"*"}]',
  '[{"AllowedMethods":["PUT"],"AllowedOrigins":["*"],"AllowedHeader":["*"]}]',
  '[{"AllowedMethods":["PUT"],"AllowedOrigins":["*"],"MaxAgeSeconds":"60"}]',
])('refuses the CORS configuration %s', (text) => {
  expect(putBucketCors(documentedAccount(), name, text)).toMatchObject({ ok: false, code: 'MalformedXML' });
});

it('takes a CORS configuration away', () => {
  const account = documentedAccount();
  expect(putBucketCors(account, name, '[]')).toEqual({ ok: true });
  expect(account.buckets[0]?.cors).toBeNull();
});

const write = { Effect: 'Allow', Action: 's3:PutObject', Resource: `${arn}/*` };

it.each<[string, string, string]>([
  ['a principal', policy({ ...write, Principal: '*' }), 'Policy document should not specify a principal.'],
  ['no JSON', 'Version: 2012', 'Syntax errors in policy.'],
  ['no action', policy({ ...write, Action: undefined }), 'Policy statement must contain actions.'],
  ['no resource', policy({ ...write, Resource: undefined }), 'Policy statement must contain resources.'],
  [
    'an action without its service',
    policy({ ...write, Action: 'PutObject' }),
    'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
  ],
  [
    'a bare bucket name',
    policy({ ...write, Resource: `${name}/*` }),
    `Resource ${name}/* must be in ARN format or "*".`,
  ],
])("refuses a user's policy with %s", (_, text, message) => {
  expect(putUserPolicy(documentedAccount(), name, 'p', text)).toEqual({
    ok: false,
    code: 'MalformedPolicyDocument',
    message,
  });
});

it("saves a user's policy that cannot work, as IAM does, and replaces one of the same name", () => {
  const account = documentedAccount();
  expect(putUserPolicy(account, name, name, policy({ ...write, Resource: arn }))).toEqual({ ok: true });
  expect(account.users[0]?.policies).toHaveLength(1);
  expect(putUserPolicy(account, name, name, '')).toEqual({ ok: true });
  expect(account.users[0]?.policies).toHaveLength(0);
});

it('keeps an account as data that JSON can carry', () => {
  const account = documentedAccount({ bucket: 'b-1', region: 'eu-west-1', userName: 'desk' });
  expect(JSON.parse(JSON.stringify(account))).toEqual(account);
  expect(account.users[0]?.accessKeys[0]?.accessKeyId).toMatch(/^AKIA[A-Z2-7]{16}$/);
  expect(account.users[0]?.accessKeys[0]?.secretAccessKey).toHaveLength(40);
});

const objects = policy({ ...write, Action: ['s3:PutObject', 's3:DeleteObject'] });

it('turns an empty account into the documented set-up, step by step', async () => {
  const account = emptyAccount();
  expect(createBucket(account, { name, region: 'eu-central-1', blockPublicAccess: false })).toEqual({
    ok: true,
  });
  expect(putBucketPolicy(account, name, policy(publicRead))).toEqual({ ok: true });
  expect(putBucketCors(account, name, JSON.stringify(documentedAccount().buckets[0]?.cors))).toEqual({
    ok: true,
  });
  expect(createPolicy(account, name, objects)).toEqual({ ok: true });
  expect(createUser(account, name, [name])).toEqual({ ok: true });
  const made = createAccessKey(account, name, 'triage.ai');
  if (!made.ok) throw new Error(made.message);
  expect(account.users[0]?.accessKeys).toEqual([made.key]);
  expect(made.key).toMatchObject({ status: 'Active', description: 'triage.ai' });
  expect(made.key.accessKeyId).toMatch(/^AKIA[A-Z2-7]{16}$/);
  expect(made.key.secretAccessKey).toMatch(/^[\w+/]{40}$/);

  const world = createWorld({ account });
  const url = world.url('ticket/1/photo.png');
  expect((await world.open()).status).toBe(200);
  expect((await world.anonymously('GET', url)).status).toBe(200);
  expect((await world.preflight(url, 'https://desk.test', 'PUT')).status).toBe(200);
});

it('creates a bucket that is closed unless the box is unticked', () => {
  const account = emptyAccount();
  createBucket(account, { name, region: 'eu-west-1' });
  expect(account.buckets[0]).toEqual({
    name,
    region: 'eu-west-1',
    blockPublicAccess: on,
    policy: null,
    cors: null,
  });
  expect(putBucketPolicy(account, name, policy(publicRead))).toMatchObject({ code: 'AccessDenied' });
});

it.each([
  ['', 'InvalidBucketName'],
  ['ab', 'InvalidBucketName'],
  ['a'.repeat(64), 'InvalidBucketName'],
  ['Attachments-Of-Us', 'InvalidBucketName'],
  ['with space', 'InvalidBucketName'],
  ['under_score', 'InvalidBucketName'],
  ['192.168.5.4', 'InvalidBucketName'],
  ['amzn-s3-demo-ours', 'InvalidBucketName'],
  ['ours--x-s3', 'InvalidBucketName'],
  ['taken', 'BucketAlreadyExists'],
  [name, 'BucketAlreadyOwnedByYou'],
])('refuses the bucket name “%s” with %s', (wanted, code) => {
  const account = documentedAccount();
  const [own] = account.buckets;
  if (own) account.buckets.push({ ...own, name: 'taken', ownerAccountId: '999988887777' });
  expect(createBucket(account, { name: wanted, region: 'eu-central-1' })).toMatchObject({ code });
  expect(account.buckets).toHaveLength(2);
});

it('refuses a region that AWS has not', () => {
  expect(createBucket(emptyAccount(), { name, region: 'eu-centra-1' })).toMatchObject({
    code: 'InvalidLocationConstraint',
  });
});

it('gives a managed policy no effect until it is attached, and changes it for everybody who has it', () => {
  const account = documentedAccount();
  const [user] = account.users;
  if (!user) throw new Error('no user');
  user.policies = [];
  createPolicy(account, 'desk', objects);
  expect(user.policies).toEqual([]);
  expect(attachPolicies(account, name, ['desk'])).toEqual({ ok: true });
  expect(putPolicy(account, 'desk', policy(write))).toEqual({ ok: true });
  expect(user.policies).toEqual([{ name: 'desk', document: JSON.parse(policy(write)) }]);
  expect(putPolicy(account, 'desk', '{}')).toMatchObject({ code: 'MalformedPolicyDocument' });
  expect(attachPolicies(account, name, [])).toEqual({ ok: true });
  expect(user.policies).toEqual([]);
  expect(account.policies).toHaveLength(1);
});

it('leaves a policy of the user’s own alone when managed ones are attached', () => {
  const account = documentedAccount();
  createPolicy(account, 'desk', objects);
  attachPolicies(account, name, ['desk']);
  expect(account.users[0]?.policies.map((one) => one.name)).toEqual([name, 'desk']);
});

it('refuses names that IAM has already or would not take, and policies that are not there', () => {
  const account = documentedAccount();
  createPolicy(account, 'desk', objects);
  expect(createPolicy(account, 'Desk', objects)).toMatchObject({ code: 'EntityAlreadyExists' });
  expect(createPolicy(account, 'my desk', objects)).toMatchObject({ code: 'ValidationError' });
  expect(createPolicy(account, 'other', '')).toMatchObject({ code: 'MalformedPolicyDocument' });
  expect(createUser(account, name.toUpperCase(), [])).toMatchObject({ code: 'EntityAlreadyExists' });
  expect(createUser(account, 'a'.repeat(65), [])).toMatchObject({ code: 'ValidationError' });
  expect(createUser(account, 'second', ['gone'])).toMatchObject({ code: 'NoSuchEntity' });
  expect(attachPolicies(account, 'nobody', [])).toMatchObject({ code: 'NoSuchEntity' });
  expect(putPolicy(account, 'gone', objects)).toMatchObject({ code: 'NoSuchEntity' });
  expect(account.users).toHaveLength(1);
});

it('lets a user have two access keys, and takes them away one by one', async () => {
  const account = documentedAccount();
  const first = account.users[0]?.accessKeys[0]?.accessKeyId ?? '';
  expect(createAccessKey(account, name)).toMatchObject({ ok: true });
  expect(createAccessKey(account, name)).toEqual({
    ok: false,
    code: 'LimitExceeded',
    message: 'Cannot exceed quota for AccessKeysPerUser: 2',
  });
  const world = createWorld({ account });
  expect(updateAccessKey(account, name, first, 'Inactive')).toEqual({ ok: true });
  expect((await world.open()).status).toBe(403);
  expect(updateAccessKey(account, name, first, 'Active')).toEqual({ ok: true });
  expect((await world.open()).status).toBe(200);
  expect(updateAccessKey(account, name, first, 'Deleted')).toEqual({ ok: true });
  expect(account.users[0]?.accessKeys).toHaveLength(1);
  expect(updateAccessKey(account, name, first, 'Active')).toMatchObject({ code: 'NoSuchEntity' });
  expect(createAccessKey(account, 'nobody')).toMatchObject({ code: 'NoSuchEntity' });
});
