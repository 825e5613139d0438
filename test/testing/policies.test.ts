import { expect, it } from 'vitest';
import type { PolicyDocument } from '../../src/testing/s3/index.ts';
import { createWorld, type World } from './createWorld.ts';

const arn = 'arn:aws:s3:::triage-ai-attachments';
const who = 'arn:aws:iam::111122223333:user/triage-ai-attachments';
const photo = `${arn}/ticket/1/photo.png`;

function giveUser(world: World, ...documents: PolicyDocument[]): void {
  world.user.policies = documents.map((document, i) => ({ name: `policy-${i}`, document }));
}

const allow = (Action: string | string[], Resource: string | string[] = `${arn}/*`): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource }],
});

const deny = (Action: string, Resource = `${arn}/*`): PolicyDocument => ({
  Statement: { Effect: 'Deny', Action, Resource },
});

it.each([
  ['a policy without s3:PutObject', allow('s3:DeleteObject')],
  ['a Resource without /*', allow('s3:PutObject', arn)],
  ['the Resource of another bucket', allow('s3:PutObject', 'arn:aws:s3:::another/*')],
  ['the Resource of another prefix', allow('s3:PutObject', `${arn}/elsewhere/*`)],
  ['a Resource that differs in case', allow('s3:PutObject', `${arn}/Ticket/*`)],
])('refuses a PUT for want of an allowance: %s', async (_, document) => {
  const world = createWorld();
  giveUser(world, document);
  const answer = await world.open();
  expect([answer.status, answer.code]).toEqual([403, 'AccessDenied']);
  expect(answer.message).toBe(
    `User: ${who} is not authorized to perform: s3:PutObject on resource: "${photo}" because no identity-based policy allows the s3:PutObject action`,
  );
});

it('refuses a user without any policy, and names the user', async () => {
  const world = createWorld();
  world.account.users.push({ name: 'somebody', policies: [], accessKeys: world.user.accessKeys.splice(0) });
  expect((await world.open()).message).toContain(
    'User: arn:aws:iam::111122223333:user/somebody is not authorized',
  );
});

it('refuses a DELETE for want of s3:DeleteObject while the PUT goes through', async () => {
  const world = createWorld();
  giveUser(world, allow('s3:PutObject'));
  expect((await world.open()).status).toBe(200);
  const answer = await world.open({ method: 'DELETE' });
  expect(answer.message).toBe(
    `User: ${who} is not authorized to perform: s3:DeleteObject on resource: "${photo}" because no identity-based policy allows the s3:DeleteObject action`,
  );
});

it('lets an explicit deny win, and says whose it was', async () => {
  const world = createWorld();
  giveUser(world, allow('s3:*'), deny('s3:Put*'));
  expect((await world.open()).message).toMatch(/ with an explicit deny in an identity-based policy$/);

  giveUser(world, allow('s3:*'));
  world.bucket.policy = {
    Statement: { Effect: 'Deny', Principal: { AWS: who }, Action: 's3:PutObject', Resource: `${arn}/*` },
  };
  expect((await world.open()).message).toMatch(/ with an explicit deny in a resource-based policy$/);

  world.user.deniedByServiceControlPolicy = deny('s3:PutObject', '*');
  expect((await world.open()).message).toMatch(/ with an explicit deny in a service control policy$/);
});

it('lets an organisation refuse by allowing something else only', async () => {
  const world = createWorld();
  world.user.deniedByServiceControlPolicy = allow('s3:GetObject', '*');
  expect((await world.open()).message).toMatch(
    / because no service control policy allows the s3:PutObject action$/,
  );
  world.user.deniedByServiceControlPolicy = deny('ec2:*', '*');
  expect((await world.open()).status).toBe(200);
});

it('holds a user to the permissions boundary', async () => {
  const world = createWorld();
  world.user.permissionsBoundary = allow('s3:GetObject', '*');
  expect((await world.open()).message).toBe(
    `User: ${who} is not authorized to perform: s3:PutObject on resource: "${photo}" because no permissions boundary allows the s3:PutObject action`,
  );
  world.user.permissionsBoundary = deny('s3:PutObject');
  expect((await world.open()).message).toMatch(/ with an explicit deny in a permissions boundary$/);
  giveUser(world);
  world.user.permissionsBoundary = allow('s3:*', '*');
  expect((await world.open()).message).toMatch(/ because no identity-based policy allows /);
});

it('lets the organisation fence a bucket off, for its users and for the world', async () => {
  const world = createWorld();
  await world.open();
  world.account.resourceControlPolicy = {
    Statement: { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' },
  };
  expect((await world.open()).message).toMatch(/ with an explicit deny in a resource control policy$/);
  const unsigned = await world.anonymously('GET', world.url('ticket/1/photo.png'));
  expect([unsigned.status, unsigned.message]).toEqual([403, 'Access Denied']);
});

it.each(['*', 's3:*', 'S3:putobject', 's3:Put?bject', 's3:P*t'])(
  'reads the action %s as one that covers s3:PutObject',
  async (action) => {
    const world = createWorld();
    giveUser(world, allow(action));
    expect((await world.open()).status).toBe(200);
  },
);

it('reads NotAction and NotResource', async () => {
  const world = createWorld();
  giveUser(world, {
    Statement: { Effect: 'Allow', NotAction: 's3:Delete*', NotResource: `${arn}/secret/*` },
  });
  expect((await world.open()).status).toBe(200);
  expect((await world.open({ method: 'DELETE' })).status).toBe(403);
  expect((await world.open({ url: world.url('secret/a') })).status).toBe(403);
});

it('lets a bucket policy alone allow a user of the account, but not by naming the account', async () => {
  const world = createWorld();
  giveUser(world);
  const grant = (AWS: string): PolicyDocument => ({
    Statement: { Effect: 'Allow', Principal: { AWS }, Action: 's3:PutObject', Resource: `${arn}/*` },
  });
  world.bucket.policy = grant(who);
  expect((await world.open()).status).toBe(200);
  world.bucket.policy = grant('arn:aws:iam::111122223333:root');
  expect((await world.open()).status).toBe(403);
});

it("needs both sides for somebody else's bucket, and tells strangers nothing", async () => {
  const world = createWorld();
  world.bucket.ownerAccountId = '999988887777';
  world.bucket.policy = null;
  const bare = await world.open();
  expect([bare.status, bare.code, bare.message]).toEqual([403, 'AccessDenied', 'Access Denied']);

  world.bucket.policy = {
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: world.account.accountId },
      Action: 's3:*',
      Resource: `${arn}/*`,
    },
  };
  expect((await world.open()).status).toBe(200);
  giveUser(world);
  expect((await world.open()).message).toBe('Access Denied');
});

it('lets the world read what the bucket policy makes public, and nothing else', async () => {
  const world = createWorld();
  await world.open({ body: 'photo' });
  const url = world.url('ticket/1/photo.png');
  expect((await world.anonymously('GET', url)).text).toBe('photo');
  for (const method of ['PUT', 'DELETE'])
    expect((await world.anonymously(method, url)).message).toBe('Access Denied');
  expect((await world.anonymously('GET', world.url())).message).toBe('Access Denied');
});

it.each([
  ['there is no bucket policy', (world: World) => void (world.bucket.policy = null)],
  [
    'its Resource lacks /*',
    (world: World) =>
      void (world.bucket.policy = {
        Statement: { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: arn },
      }),
  ],
  [
    'its Resource names another bucket',
    (world: World) =>
      void (world.bucket.policy = {
        Statement: {
          Effect: 'Allow',
          Principal: '*',
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::another/*',
        },
      }),
  ],
  [
    'its Principal is one user',
    (world: World) =>
      void (world.bucket.policy = {
        Statement: { Effect: 'Allow', Principal: { AWS: who }, Action: 's3:GetObject', Resource: `${arn}/*` },
      }),
  ],
  [
    'the bucket blocks public access',
    (world: World) => void (world.bucket.blockPublicAccess.RestrictPublicBuckets = true),
  ],
  [
    'the account blocks public access',
    (world: World) => void (world.account.blockPublicAccess.RestrictPublicBuckets = true),
  ],
])('refuses the world a read, with the same bare words, when %s', async (_, change) => {
  const world = createWorld();
  await world.open();
  change(world);
  const answer = await world.anonymously('GET', world.url('ticket/1/photo.png'));
  expect([answer.status, answer.code, answer.message]).toEqual([403, 'AccessDenied', 'Access Denied']);
});

it('reports a bucket that the whole world can write and list by letting it', async () => {
  const world = createWorld();
  world.bucket.policy = {
    Statement: { Effect: 'Allow', Principal: { AWS: '*' }, Action: 's3:*', Resource: [arn, `${arn}/*`] },
  };
  expect((await world.anonymously('PUT', world.url('a'), { body: 'x' })).status).toBe(200);
  expect((await world.anonymously('GET', world.url('', '?list-type=2'))).element('Key')).toBe('a');
});

it('still lets the owner in when public access to a public bucket is restricted', async () => {
  const world = createWorld();
  world.bucket.blockPublicAccess.RestrictPublicBuckets = true;
  expect((await world.open()).status).toBe(200);
});

it.each<[string, PolicyDocument['Statement'], string]>([
  [
    'plain http',
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: `${arn}/*`,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    'http://localhost:5171/triage-ai-attachments/a',
  ],
  [
    'an address outside the office',
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: `${arn}/*`,
      Condition: { NotIpAddress: { 'aws:SourceIp': ['198.51.100.0/24', '203.0.113.7/32'] } },
    },
    'https://triage-ai-attachments.s3.eu-central-1.amazonaws.com/a',
  ],
])('denies %s when the bucket policy does', async (_, statement, url) => {
  const world = createWorld();
  world.bucket.policy = { Statement: statement };
  expect((await world.open({ url })).message).toMatch(/ with an explicit deny in a resource-based policy$/);
});

it('compares what a condition asks for', async () => {
  const world = createWorld();
  const url = world.url('a');
  const from = (address: string) => world.open({ url, headers: { 'x-forwarded-for': address } });
  world.bucket.policy = {
    Statement: {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: `${arn}/*`,
      Condition: { NotIpAddress: { 'aws:SourceIp': '198.51.100.0/24' } },
    },
  };
  expect((await from('198.51.100.200')).status).toBe(200);
  expect((await from('198.51.101.1')).status).toBe(403);

  const onlyIf = async (Condition: Record<string, Record<string, string>>) => {
    giveUser(world, { Statement: { Effect: 'Allow', Action: 's3:PutObject', Resource: '*', Condition } });
    world.bucket.policy = null;
    return (await world.open({ url })).status;
  };
  expect(await onlyIf({ StringEquals: { 'aws:username': 'triage-ai-attachments' } })).toBe(200);
  expect(await onlyIf({ StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/triage-*' } })).toBe(200);
  expect(await onlyIf({ StringNotEquals: { 'aws:username': 'triage-ai-attachments' } })).toBe(403);
  expect(await onlyIf({ StringEquals: { 's3:x-amz-acl': 'private' } })).toBe(403);
  expect(await onlyIf({ StringEqualsIfExists: { 's3:x-amz-acl': 'private' } })).toBe(200);
  expect(await onlyIf({ Null: { 's3:x-amz-acl': 'true' } })).toBe(200);
  expect(await onlyIf({ DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } })).toBe(403);
  expect(await onlyIf({ UnknownOperator: { 'aws:username': 'triage-ai-attachments' } })).toBe(403);
});

it('does not need to be listed, located or headed by the documented user, and refuses those', async () => {
  const world = createWorld();
  for (const [method, query, action] of [
    ['GET', '?list-type=2', 's3:ListBucket'],
    ['GET', '?location', 's3:GetBucketLocation'],
    ['GET', '?uploads', 's3:ListBucketMultipartUploads'],
  ] as const) {
    expect((await world.send({ method, url: world.url('', query) })).message).toBe(
      `User: ${who} is not authorized to perform: ${action} on resource: "${arn}" because no identity-based policy allows the ${action} action`,
    );
  }
  expect((await world.send({ method: 'HEAD', url: world.url() })).status).toBe(403);
  const buckets = await world.send({ method: 'GET', url: 'https://s3.eu-central-1.amazonaws.com/' });
  expect(buckets.message).toBe(
    `User: ${who} is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action`,
  );
});
