import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createWorld, type World } from './createWorld.ts';

const md5 = (text: string) => createHash('md5').update(text).digest('base64');

function allowAll(world: World): void {
  world.user.policies = [
    { name: 'all', document: { Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } } },
  ];
}

it('refuses an ACL where the bucket owner owns everything, even an empty one', async () => {
  const world = createWorld();
  for (const acl of ['public-read', 'private', '']) {
    const answer = await world.send({ headers: { 'x-amz-acl': acl } });
    expect([answer.status, answer.code]).toEqual([400, 'AccessControlListNotSupported']);
    expect(answer.message).toBe('The bucket does not allow ACLs');
  }
  expect((await world.send({ headers: { 'x-amz-acl': 'bucket-owner-full-control' } })).status).toBe(200);
});

it('takes an ACL where there still are some, unless it is not permitted or blocked', async () => {
  const world = createWorld();
  world.bucket.objectOwnership = 'ObjectWriter';
  world.bucket.policy = null;
  const headers = { 'x-amz-acl': 'public-read' };
  expect((await world.send({ headers })).message).toContain('s3:PutObjectAcl');
  allowAll(world);
  expect((await world.send({ headers })).status).toBe(200);
  const read = async () => (await world.anonymously('GET', world.url('ticket/1/photo.png'))).status;
  expect(await read()).toBe(200);
  world.bucket.blockPublicAccess.IgnorePublicAcls = true;
  expect(await read()).toBe(403);
  world.bucket.blockPublicAccess.BlockPublicAcls = true;
  expect((await world.send({ headers })).message).toContain('prevented by the BlockPublicAcls setting');
});

const keyArn = 'arn:aws:kms:eu-central-1:111122223333:key/1111-2222';

it.each([
  [
    { state: 'Enabled', allowed: false },
    403,
    'AccessDenied',
    `is not authorized to perform: kms:GenerateDataKey on resource: ${keyArn}`,
  ],
  [{ state: 'Disabled', allowed: true }, 400, 'KMS.DisabledException', 'is disabled'],
  [{ state: 'PendingDeletion', allowed: true }, 400, 'KMS.KMSInvalidStateException', 'is pending deletion'],
  [{ state: 'NotFound', allowed: true }, 400, 'KMS.NotFoundException', 'does not exist'],
] as const)('refuses a PUT when the key of the bucket is %j', async (encryption, status, code, message) => {
  const world = createWorld();
  world.bucket.encryption = { type: 'aws:kms', keyArn, ...encryption };
  const answer = await world.open();
  expect([answer.status, answer.code]).toEqual([status, code]);
  expect(answer.message).toContain(message);
});

it('refuses the world a read of what a KMS key encrypted, though the bucket is public', async () => {
  const world = createWorld();
  world.bucket.encryption = { type: 'aws:kms', keyArn, state: 'Enabled', allowed: true };
  const put = await world.open();
  expect(put.headers.get('x-amz-server-side-encryption-aws-kms-key-id')).toBe(keyArn);
  const answer = await world.anonymously('GET', world.url('ticket/1/photo.png'));
  expect([answer.status, answer.code]).toEqual([400, 'InvalidArgument']);
  expect(answer.message).toBe(
    'Requests specifying Server Side Encryption with AWS KMS managed keys require AWS Signature Version 4.',
  );
});

it('asks for a checksum where versions are locked, hides what is deleted, and never deletes a version', async () => {
  const world = createWorld();
  world.bucket.objectLock = true;
  allowAll(world);
  const bare = await world.send({ body: 'x' });
  expect([bare.status, bare.code]).toEqual([400, 'InvalidRequest']);
  const put = await world.send({ body: 'x', headers: { 'content-md5': md5('x') } });
  const version = put.headers.get('x-amz-version-id');
  const deleted = await world.send({ method: 'DELETE' });
  expect([deleted.status, deleted.headers.get('x-amz-delete-marker')]).toEqual([204, 'true']);
  expect((await world.send({ method: 'GET' })).status).toBe(404);
  const url = world.url('ticket/1/photo.png', `?versionId=${version}`);
  const locked = await world.send({ method: 'DELETE', url });
  expect([locked.status, locked.code]).toEqual([403, 'AccessDenied']);
  expect(locked.message).toBe('Access Denied because object protected by object lock.');
  expect((await world.send({ method: 'GET', url })).text).toBe('x');
});
