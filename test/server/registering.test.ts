import { describe, expect, it } from 'vitest';
import { documentText } from '../../src/guide/index.ts';
import { configured, createWorld, full, parts, saved, type World } from './support/createWorld.ts';

const sha256 = async (bytes: Uint8Array<ArrayBuffer>) =>
  Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');

describe('registering an upload', () => {
  it('gives the public link, and the file lies in S3 byte for byte', async () => {
    const world = await configured();
    const bytes = crypto.getRandomValues(new Uint8Array(65_536));
    const { attachmentId, target } = await world.sign({
      name: 'photo.jpg',
      size: bytes.byteLength,
      type: 'image/jpeg',
    });
    await world.s3(new Request(target.url, { method: 'PUT', headers: target.headers, body: bytes }));
    const { attachment, notice } = await world.call('agent', 'completeUpload', { params: { attachmentId } });
    expect(notice).toBeNull();
    expect(attachment).toMatchObject({
      id: attachmentId,
      ticketId: '1',
      name: 'photo.jpg',
      size: 65_536,
      storedIn: 's3',
    });
    const read = await world.s3(new Request(attachment.url));
    expect(await sha256(new Uint8Array(await read.arrayBuffer()))).toBe(await sha256(bytes));
  });

  it('succeeds below the prefix that both policies are made out for; above it S3 takes nothing', async () => {
    const world = await configured();
    const { bucket, policy } = parts(world.account);
    const facts = { ...saved, keyPrefix: 'help-desk/' };
    bucket.policy = JSON.parse(documentText('bucket-policy', facts));
    policy.document = JSON.parse(documentText('iam-policy', facts));
    await world.configure({ keyPrefix: facts.keyPrefix });
    expect(await world.upload('a.png', 'hello')).toMatchObject({ notice: null });
    await world.configure({ keyPrefix: '' });
    const { target } = await world.sign();
    expect(await world.put(target, 'hello')).toMatchObject({ status: 403 });
  });

  it('can be done twice, with the same answer and one attachment', async () => {
    const world = await configured();
    const first = await world.upload('a.png', 'hello');
    const params = { attachmentId: first.attachment.id };
    const again = await Promise.all([1, 2, 3].map(() => world.call('agent', 'completeUpload', { params })));
    expect(again).toEqual([first, first, first]);
    expect((await world.call('agent', 'listAttachments', { params: { ticketId: '1' } })).attachments).toEqual(
      [first.attachment],
    );
  });

  it('takes a file of no bytes', async () => {
    const world = await configured();
    expect(await world.upload('empty.png', '')).toMatchObject({ attachment: { size: 0 }, notice: null });
  });

  it('is refused while the object is not there', async () => {
    const world = await configured();
    const { attachmentId } = await world.sign();
    const { verdict, status } = await world.refusal('administrator', 'completeUpload', {
      params: { attachmentId },
    });
    expect(status).toBe(409);
    expect(full(verdict)).toMatchObject({ code: 'upload_incomplete', expected: 5, found: null });
    expect((await world.call('agent', 'listAttachments', { params: { ticketId: '1' } })).attachments).toEqual(
      [],
    );
  });

  it('is refused when S3 holds another number of bytes', async () => {
    const world = await configured();
    const { attachmentId, target } = await world.sign();
    await world.put(target, 'hello');
    const key = decodeURIComponent(new URL(target.url).pathname.slice(1));
    const id = `${saved.bucket}/${key}`;
    await world.s3.objects.put(id, new Uint8Array(3));
    const meta = await world.s3.objects.getMeta(id);
    if (meta) await world.s3.objects.setMeta(id, { ...meta, size: 3 });
    const { verdict } = await world.refusal('administrator', 'completeUpload', { params: { attachmentId } });
    expect(full(verdict)).toMatchObject({ code: 'upload_incomplete', expected: 5, found: 3 });
  });

  it.each([
    ['without a bucket policy', (world: World) => (parts(world.account).bucket.policy = null)],
    [
      'with Block Public Access on',
      (world: World) => (parts(world.account).bucket.blockPublicAccess.RestrictPublicBuckets = true),
    ],
  ])('%s stores the attachment, and says that its link cannot be opened', async (_, edit) => {
    const world = await configured();
    edit(world);
    const { notice } = await world.upload('a.png', 'hello');
    expect(notice).toMatchObject({
      detail: 'redacted',
      code: 'public_read_refused',
      reference: expect.stringMatching(/^.{4}$/),
    });
    const { attachments } = await world.call('agent', 'listAttachments', { params: { ticketId: '1' } });
    expect(attachments).toHaveLength(1);
    const params = { attachmentId: attachments[0]?.id ?? '' };
    const told = await world.call('administrator', 'completeUpload', { params });
    expect(full(told.notice)).toMatchObject({
      code: 'public_read_refused',
      bucket: saved.bucket,
      s3: { status: 403 },
    });
  });

  it.each([
    ['access_key_unknown', (world: World) => (parts(world.account).key.status = 'Inactive')],
    ['secret_wrong', (world: World) => (parts(world.account).key.secretAccessKey = 'other')],
    ['region_wrong', (world: World) => (parts(world.account).bucket.region = 'us-west-2')],
    ['bucket_missing', (world: World) => (world.account.buckets = [])],
  ])(
    'is refused for its cause when S3 meanwhile says %s, and succeeds once that is mended',
    async (code, edit) => {
      const world = await configured();
      const { attachmentId, target } = await world.sign();
      await world.put(target, 'hello');
      const before = structuredClone(world.account);
      edit(world);
      const { verdict } = await world.refusal('administrator', 'completeUpload', {
        params: { attachmentId },
      });
      expect(full(verdict)).toMatchObject({ code });
      Object.assign(world.account, before);
      expect(await world.call('agent', 'completeUpload', { params: { attachmentId } })).toMatchObject({
        notice: null,
      });
    },
  );

  it.each([
    ['a fault of its own', () => new Response('<Error><Code>SlowDown</Code></Error>', { status: 503 })],
    [
      'nothing',
      () => {
        throw new TypeError('fetch failed');
      },
    ],
  ])('raises no alarm about a link of which S3 says %s', async (_, say) => {
    const world = await configured({
      between: ({ method, headers }) =>
        method === 'GET' && headers.authorization === undefined ? say() : null,
    });
    expect((await world.upload('a.png', 'hello')).notice).toBeNull();
  });

  it('says that S3 cannot be reached when it cannot', async () => {
    const world = await configured();
    const { attachmentId } = await world.sign();
    const cut = createWorld({
      store: world.store,
      fetch: () => Promise.reject(new TypeError('fetch failed')),
    });
    expect(await cut.refusal('agent', 'completeUpload', { params: { attachmentId } })).toMatchObject({
      code: 's3_unreachable',
      status: 503,
    });
  });
});
