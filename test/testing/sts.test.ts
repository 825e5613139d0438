import { expect, it } from 'vitest';
import { createWorld, type Signing } from './createWorld.ts';

const identity: Signing = {
  method: 'POST',
  url: 'https://sts.eu-central-1.amazonaws.com/',
  service: 'sts',
  headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
  body: 'Action=GetCallerIdentity&Version=2011-06-15',
};

it.each([
  ['https://sts.eu-central-1.amazonaws.com/', 'eu-central-1'],
  ['https://sts.amazonaws.com/', 'us-east-1'],
  ['http://localhost:5171/', 'eu-central-1'],
])('says at %s whose key it is, whatever the policies', async (url, region) => {
  const world = createWorld();
  world.user.policies = [];
  const answer = await world.send({ ...identity, url, region });
  expect(answer.status).toBe(200);
  expect(answer.element('Arn')).toBe('arn:aws:iam::111122223333:user/triage-ai-attachments');
  expect(answer.element('Account')).toBe('111122223333');
  expect(answer.element('UserId')).toMatch(/^AIDA[A-Z2-7]{17}$/);
});

it('answers a GET as well', async () => {
  const world = createWorld();
  const url = 'https://sts.eu-central-1.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15';
  expect((await world.send({ method: 'GET', url, service: 'sts' })).status).toBe(200);
});

it('tells the key of the root user by its ARN', async () => {
  const world = createWorld();
  world.user.root = true;
  expect((await world.send(identity)).element('Arn')).toBe('arn:aws:iam::111122223333:root');
});

it.each([
  ['unknown', { accessKeyId: 'AKIAAAAAAAAAAAAAAAAA' }, 'Active'],
  ['inactive', {}, 'Inactive'],
] as const)('refuses an %s key in its own words', async (_, signing, status) => {
  const world = createWorld();
  world.key.status = status;
  const answer = await world.send({ ...identity, ...signing });
  expect([answer.status, answer.code]).toEqual([403, 'InvalidClientTokenId']);
  expect(answer.message).toBe('The security token included in the request is invalid.');
  expect(answer.text).toContain(
    '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>',
  );
});

it('refuses a wrong secret and a changed body', async () => {
  const world = createWorld();
  expect((await world.send({ ...identity, secretAccessKey: 'wrong' })).code).toBe('SignatureDoesNotMatch');
  const { url, headers } = await world.signed(identity);
  const changed = await world.anonymously('POST', url, {
    headers,
    body: 'Action=GetCallerIdentity&Version=2011-06-16',
  });
  expect([changed.status, changed.code]).toEqual([403, 'SignatureDoesNotMatch']);
});

it('tells a slow clock from a fast one', async () => {
  const world = createWorld();
  const slow = await world.send({ ...identity, at: world.clock.now - 20 * 60_000 });
  expect([slow.status, slow.code]).toEqual([403, 'SignatureDoesNotMatch']);
  expect(slow.message).toBe(
    'Signature expired: 20260304T044607Z is now earlier than 20260304T045107Z (20260304T050607Z - 15 min.)',
  );
  const fast = await world.send({ ...identity, at: world.clock.now + 20 * 60_000 });
  expect(fast.message).toMatch(/^Signature not yet current: 20260304T052607Z is still later than /);
});

it('takes a temporary key only with its token', async () => {
  const world = createWorld();
  world.key.sessionToken = 'token';
  const { url, headers } = await world.signed(identity);
  expect((await world.anonymously('POST', url, { headers, body: identity.body ?? '' })).status).toBe(200);
  expect((await world.send({ ...identity, sessionToken: 'another' })).code).toBe('InvalidClientTokenId');
  delete world.key.sessionToken;
  const without = await world.signed(identity);
  world.key.sessionToken = 'token';
  const bare = await world.anonymously('POST', url, {
    headers: without.headers,
    body: identity.body ?? '',
  });
  expect([bare.status, bare.code]).toEqual([403, 'InvalidClientTokenId']);
});

it('refuses a temporary key that has expired', async () => {
  const world = createWorld();
  world.key.sessionToken = 'token';
  expect((await world.send(identity)).status).toBe(200);
  world.key.expiresAt = '2026-01-01T00:00:00Z';
  expect((await world.send(identity)).code).toBe('ExpiredToken');
});

it('refuses a signature for another region, another service, none at all, and what it cannot do', async () => {
  const world = createWorld();
  expect((await world.send({ ...identity, region: 'us-west-2' })).message).toContain(
    "valid region, not 'us-west-2'",
  );
  expect((await world.send({ ...identity, service: 'iam' })).message).toContain("correct service: 'sts'");
  expect((await world.anonymously('POST', 'https://sts.amazonaws.com/')).code).toBe(
    'MissingAuthenticationToken',
  );
  expect((await world.send({ ...identity, body: 'Action=AssumeRole&Version=2011-06-15' })).code).toBe(
    'InvalidAction',
  );
});
