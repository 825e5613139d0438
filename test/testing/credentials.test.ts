import { expect, it } from 'vitest';
import { createWorld } from './createWorld.ts';

it('takes a file from a key that is right, signed in the header or in the URL', async () => {
  const world = createWorld();
  expect((await world.send({ body: 'one' })).status).toBe(200);
  expect((await world.open({ body: 'two' })).status).toBe(200);
  expect((await world.anonymously('GET', world.url('ticket/1/photo.png'))).text).toBe('two');
});

it('refuses a key id that it does not know, and says which', async () => {
  const world = createWorld();
  for (const answer of [
    await world.send({ accessKeyId: 'AKIAAAAAAAAAAAAAAAAA' }),
    await world.open({ accessKeyId: 'AKIAAAAAAAAAAAAAAAAA' }),
  ]) {
    expect([answer.status, answer.code]).toEqual([403, 'InvalidAccessKeyId']);
    expect(answer.message).toBe('The AWS Access Key Id you provided does not exist in our records.');
    expect(answer.element('AWSAccessKeyId')).toBe('AKIAAAAAAAAAAAAAAAAA');
  }
});

it('refuses a key that was deactivated as if it had never been, and takes it again when it is active', async () => {
  const world = createWorld();
  world.key.status = 'Inactive';
  expect((await world.send()).code).toBe('InvalidAccessKeyId');
  world.key.status = 'Active';
  expect((await world.send()).status).toBe(200);
});

it('does not know a key that was made a moment ago, and knows it soon', async () => {
  const world = createWorld();
  world.key.activeFrom = new Date(world.clock.now + 5000).toISOString();
  expect((await world.open()).code).toBe('InvalidAccessKeyId');
  world.clock.now += 5000;
  expect((await world.open()).status).toBe(200);
});

it('refuses whatever an account signs that is not signed up for S3', async () => {
  const world = createWorld();
  world.account.status = 'NotSignedUp';
  const answer = await world.open();
  expect([answer.status, answer.code]).toEqual([403, 'NotSignedUp']);
  expect(answer.message).toContain('Your account is not signed up for the S3 service.');
});

it('refuses a wrong secret, and shows what it signed itself', async () => {
  const world = createWorld();
  const answer = await world.open({ secretAccessKey: 'wrong' });
  expect([answer.status, answer.code]).toEqual([403, 'SignatureDoesNotMatch']);
  expect(answer.message).toBe(
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  );
  expect(answer.element('AWSAccessKeyId')).toBe(world.key.accessKeyId);
  expect(answer.element('SignatureProvided')).toMatch(/^[0-9a-f]{64}$/);
  expect(answer.element('StringToSign')).toContain('20260304/eu-central-1/s3/aws4_request');
  expect(answer.element('StringToSignBytes')).toMatch(/^41 57 53 34/);
  expect(answer.element('CanonicalRequest')).toContain('PUT\n/ticket/1/photo.png\n');
  expect(answer.element('CanonicalRequestBytes')).toMatch(/^50 55 54 0a/);
});

it.each([' secret', 'secret\n', '"secret"'])(
  'refuses the right secret with something around it: %j',
  async (pasted) => {
    const world = createWorld();
    const around = pasted.replace('secret', world.key.secretAccessKey);
    expect((await world.send({ secretAccessKey: around })).code).toBe('SignatureDoesNotMatch');
  },
);

const mal = 'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".';

it.each([
  ['a space', 'AKIAFAKETRIAGEAI2345 ', mal],
  ['a space within', 'AKIA FAKETRIAGEAI2345', mal],
  ['a slash', 'AKIA/FAKETRIAGEAI2345', mal],
  ['nothing', '', 'a non-empty Access Key (AKID) must be provided in the credential.'],
])('cannot read a key id with %s in it', async (_, accessKeyId, problem) => {
  const world = createWorld();
  // The signer leaves an empty key out, so it is taken away afterwards.
  const sent = accessKeyId || world.key.accessKeyId;
  const { headers } = await world.signed({ accessKeyId: sent });
  const authorization = (headers.get('authorization') ?? '').replace(sent, accessKeyId);
  const inHeader = await world.anonymously('PUT', world.url('ticket/1/photo.png'), {
    headers: { ...Object.fromEntries(headers), authorization },
  });
  expect([inHeader.status, inHeader.code, inHeader.message]).toEqual([
    400,
    'AuthorizationHeaderMalformed',
    `The authorization header is malformed; ${problem}`,
  ]);
  const url = new URL((await world.presigned({ accessKeyId: sent })).url);
  const credential = url.searchParams.get('X-Amz-Credential') ?? '';
  url.searchParams.set('X-Amz-Credential', credential.replace(sent, accessKeyId));
  const inQuery = await world.anonymously('PUT', url.href);
  expect([inQuery.status, inQuery.code, inQuery.message]).toEqual([
    400,
    'AuthorizationQueryParametersError',
    `Error parsing the X-Amz-Credential parameter; ${problem}`,
  ]);
});

it.each(['AKIAFAKETRIAGEAI2345\n', 'AKIAFAKETRIAGEAI2345\u200b'])(
  'cannot read the key id %j in a URL; in a header nobody can send it',
  async (accessKeyId) => {
    const world = createWorld();
    const answer = await world.open({ accessKeyId });
    expect([answer.status, answer.code]).toEqual([400, 'AuthorizationQueryParametersError']);
    await expect(world.send({ accessKeyId })).rejects.toThrow(TypeError);
  },
);

it('asks for a region where the credential has none', async () => {
  const world = createWorld();
  const url = (await world.presigned()).url.replace('%2Feu-central-1%2F', '%2F%2F');
  const answer = await world.anonymously('PUT', url);
  expect(answer.message).toBe(
    'Error parsing the X-Amz-Credential parameter; a non-empty region must be provided in the credential.',
  );
  expect(answer.element('Region')).toBeNull();
});

it('takes a swapped key and secret for a mal-formed credential when the secret has a slash, else for an unknown key', async () => {
  const world = createWorld();
  const swapped = { accessKeyId: world.key.secretAccessKey, secretAccessKey: world.key.accessKeyId };
  expect(world.key.secretAccessKey).toContain('/');
  const answer = await world.open(swapped);
  expect([answer.status, answer.code]).toEqual([400, 'AuthorizationQueryParametersError']);
  expect(answer.message).toContain(
    'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request"',
  );
  expect((await world.open({ ...swapped, accessKeyId: 'a'.repeat(40) })).code).toBe('InvalidAccessKeyId');
});

it('takes a temporary key only with its token, and only until it expires', async () => {
  const world = createWorld();
  world.key.sessionToken = 'token/of+this=hour';
  expect((await world.send()).status).toBe(200);
  expect((await world.open()).status).toBe(200);

  const wrong = await world.send({ sessionToken: 'another' });
  expect([wrong.status, wrong.code]).toEqual([400, 'InvalidToken']);
  expect(wrong.message).toBe('The provided token is malformed or otherwise invalid.');

  world.key.expiresAt = new Date(world.clock.now).toISOString();
  const expired = await world.open();
  expect([expired.status, expired.code]).toEqual([400, 'ExpiredToken']);
  expect(expired.message).toBe('The provided token has expired.');

  const { sessionToken: _, ...withoutToken } = world.key;
  Object.assign(world.user, { accessKeys: [{ ...withoutToken, sessionToken: 'x' }] });
  delete world.key.sessionToken;
  expect((await world.send()).code).toBe('InvalidAccessKeyId');
});

it('refuses a token for a key that is not temporary', async () => {
  const world = createWorld();
  expect((await world.send({ sessionToken: 'anything' })).code).toBe('InvalidToken');
});

it('lets the root user do everything but what is denied', async () => {
  const world = createWorld();
  world.user.root = true;
  world.user.policies = [];
  expect((await world.send()).status).toBe(200);
  world.bucket.policy = {
    Statement: {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: `arn:aws:s3:::${world.bucket.name}/*`,
    },
  };
  expect((await world.send()).message).toBe(
    `User: arn:aws:iam::${world.account.accountId}:root is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::${world.bucket.name}/ticket/1/photo.png" with an explicit deny in a resource-based policy`,
  );
});
