import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { createWorld, toAnswer, type World } from './createWorld.ts';

type Condition = Record<string, string> | readonly [string, string | number, string | number];

interface Form {
  fields?: Record<string, string>;
  conditions?: readonly Condition[];
  expiration?: string;
  secret?: string;
  file?: File | null;
  region?: string;
}

/** Signs a policy by hand, from the description of Signature Version 4. */
async function post(world: World, form: Form = {}) {
  const region = form.region ?? 'eu-central-1';
  const fields: Record<string, string> = {
    key: 'ticket/1/${filename}',
    'Content-Type': 'text/plain',
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${world.key.accessKeyId}/20260304/${region}/s3/aws4_request`,
    'X-Amz-Date': '20260304T050607Z',
    ...form.fields,
  };
  const policy = {
    expiration: form.expiration ?? '2026-03-04T05:11:07.000Z',
    conditions: [
      { bucket: world.bucket.name },
      ['starts-with', '$key', 'ticket/1/'],
      ['starts-with', '$Content-Type', 'text/'],
      { 'x-amz-algorithm': fields['X-Amz-Algorithm'] },
      { 'x-amz-credential': fields['X-Amz-Credential'] },
      { 'x-amz-date': fields['X-Amz-Date'] },
      ...(form.conditions ?? []),
    ],
  };
  const encoded = Buffer.from(JSON.stringify(policy)).toString('base64');
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const steps = ['20260304', region, 's3', 'aws4_request'];
  const key = steps.reduce<string | Buffer>(hmac, `AWS4${form.secret ?? world.key.secretAccessKey}`);

  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('Policy', encoded);
  body.append('X-Amz-Signature', hmac(key, encoded).toString('hex'));
  if (form.file !== null) body.append('file', form.file ?? new File(['hello'], 'note.txt'));
  return toAnswer(await world.s3(new Request(world.url(), { method: 'POST', body })));
}

it('takes a form that keeps to its policy', async () => {
  const world = createWorld();
  const answer = await post(world);
  expect([answer.status, answer.code]).toEqual([204, '']);
  const got = await world.anonymously('GET', world.url('ticket/1/note.txt'));
  expect([got.text, got.headers.get('content-type')]).toEqual(['hello', 'text/plain']);
});

it('says 201 and where the file is when the form wants to know', async () => {
  const world = createWorld();
  const answer = await post(world, {
    fields: { success_action_status: '201' },
    conditions: [{ success_action_status: '201' }],
  });
  expect([answer.status, answer.element('Key'), answer.element('Bucket')]).toEqual([
    201,
    'ticket/1/note.txt',
    world.bucket.name,
  ]);
  expect(answer.element('Location')).toBe(world.url('ticket/1/note.txt'));
});

it.each<[string, Form, number, string, RegExp]>([
  [
    'expired',
    { expiration: '2026-03-04T05:06:07Z' },
    403,
    'AccessDenied',
    /^Invalid according to Policy: Policy expired\.$/,
  ],
  [
    'another key',
    { fields: { key: 'elsewhere' } },
    403,
    'AccessDenied',
    /Policy Condition failed: \["starts-with", "\$key", "ticket\/1\/"\]/,
  ],
  ['another type', { fields: { 'Content-Type': 'image/png' } }, 403, 'AccessDenied', /"\$Content-Type"/],
  [
    'a field that nobody promised',
    { fields: { 'x-amz-meta-a': '1' } },
    403,
    'AccessDenied',
    /Extra input fields: x-amz-meta-a/,
  ],
  [
    'a value that is not the promised one',
    { fields: { acl: 'b' }, conditions: [['eq', '$acl', 'a']] },
    403,
    'AccessDenied',
    /\["eq", "\$acl", "a"\]/,
  ],
  [
    'too large',
    { conditions: [['content-length-range', 0, 4]] },
    400,
    'EntityTooLarge',
    /exceeds the maximum allowed size/,
  ],
  [
    'too small',
    { conditions: [['content-length-range', 6, 9]] },
    400,
    'EntityTooSmall',
    /smaller than the minimum allowed size/,
  ],
  ['signed with another secret', { secret: 'wrong' }, 403, 'SignatureDoesNotMatch', /does not match/],
  [
    'an unknown key id',
    { fields: { 'X-Amz-Credential': 'AKIAX/20260304/eu-central-1/s3/aws4_request' } },
    403,
    'InvalidAccessKeyId',
    /records/,
  ],
  [
    'another region',
    { region: 'us-east-1' },
    400,
    'AuthorizationQueryParametersError',
    /expecting 'eu-central-1'/,
  ],
  ['no file', { file: null }, 400, 'InvalidArgument', /exactly one file/],
  ['no key', { fields: { key: '' } }, 400, 'InvalidArgument', /named 'key'/],
])('refuses a form: %s', async (_, form, status, code, message) => {
  const world = createWorld();
  const answer = await post(world, form);
  expect([answer.status, answer.code]).toEqual([status, code]);
  expect(answer.message).toMatch(message);
  expect(await world.s3.objects.list('')).toEqual([]);
});

it('takes a form without a policy only where the whole world may write', async () => {
  const world = createWorld();
  const send = async () => {
    const body = new FormData();
    body.append('key', 'a');
    body.append('file', new File(['x'], 'a'));
    return toAnswer(await world.s3(new Request(world.url(), { method: 'POST', body })));
  };
  expect((await send()).message).toBe('Access Denied');
  world.bucket.policy = {
    Statement: {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: `arn:aws:s3:::${world.bucket.name}/*`,
    },
  };
  expect((await send()).status).toBe(204);
});

it('is still bound by what the signer may do', async () => {
  const world = createWorld();
  world.user.policies = [];
  expect((await post(world)).message).toContain(
    'because no identity-based policy allows the s3:PutObject action',
  );
});

it('cannot read a POST that is no form', async () => {
  const world = createWorld();
  const answer = await world.anonymously('POST', world.url(), { body: 'x' });
  expect([answer.status, answer.code]).toEqual([412, 'PreconditionFailed']);
  const broken = await world.anonymously('POST', world.url(), {
    body: 'x',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  });
  expect([broken.status, broken.code]).toEqual([400, 'MalformedPOSTRequest']);
});
