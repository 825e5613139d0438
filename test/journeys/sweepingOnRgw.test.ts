import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type BodyOf,
  type ParamsOf,
  pathOf,
  type ResponseOf,
  type RouteName,
  routes,
} from '../../src/contract/index.ts';
import { bucketPolicy, corsRules, iamPolicy } from '../../src/guide/index.ts';
import { createHandler, createMemoryStore, type Handler, type Store } from '../../src/server/index.ts';
import {
  createBucket,
  listKeys,
  listUploads,
  putBucketCors,
  putBucketPolicy,
  putUserPolicy,
  type Rgw,
  startRgw,
} from '../support/rgw.ts';

vi.setConfig({ testTimeout: 120_000 });

const rgw = await startRgw();
const partSize = 5 * 1024 ** 2;
const day = 86_400_000;
const clip = 'a short film';

describe.skipIf(!rgw).each([
  ['the documented policy', 'swept-documented', false],
  ['the permissions for large files', 'swept-large', true],
] as const)('tidying up on Ceph RGW, with %s', (_, bucket, largeFiles) => {
  const s3 = () => rgw as Rgw;
  let store: Store;
  let handler: Handler;

  beforeAll(async () => {
    await createBucket(s3(), bucket);
    await putUserPolicy(s3(), s3().uploader, iamPolicy({ bucket, largeFiles }));
    await putBucketPolicy(s3(), bucket, bucketPolicy({ bucket }));
    await putBucketCors(s3(), bucket, corsRules());
  });
  afterAll(async () => {
    if (largeFiles) await rgw?.stop();
  });
  beforeEach(async () => {
    store = createMemoryStore();
    handler = createHandler({
      authorize: () => ({ id: 'ada', administrator: true, mayRead: () => true, mayWrite: () => true }),
      store,
      encryptionKey: btoa('k'.repeat(32)),
      s3: { endpoint: s3().endpoint, forcePathStyle: true },
      log: () => {},
    });
    const { accessKeyId, secretAccessKey } = s3().uploader;
    const values = { bucket, region: s3().region, accessKeyId, secretAccessKey, largeFiles, version: 0 };
    await call('saveSettings', {}, values);
  });

  async function call<N extends RouteName>(
    name: N,
    params: Partial<ParamsOf<N>>,
    body?: BodyOf<N>,
  ): Promise<ResponseOf<N>> {
    const answer = await handler(
      new Request(`https://desk.test${pathOf(name, params as ParamsOf<N>)}`, {
        method: routes[name].method,
        headers: { 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    );
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
    return (answer.status === 204 ? undefined : await answer.json()) as ResponseOf<N>;
  }

  async function sign(as: 'put' | 'parts') {
    const files = [{ id: 'f', name: 'clip.mp4', size: clip.length, type: 'video/mp4', as }];
    const { uploads } = await call('signUploads', {}, { ticketId: '1', files });
    const result = uploads[0]?.result;
    if (result?.status !== 'signed') throw new Error('refused');
    return result;
  }
  async function put({ url, headers }: { url: string; headers: Record<string, string> }) {
    const answer = await fetch(url, { method: 'PUT', headers, body: clip });
    expect(answer.status).toBe(200);
  }
  async function sendWhole() {
    const { attachmentId, target } = await sign('put');
    if (target.to !== 's3') throw new Error('not for S3');
    await put(target);
    return { attachmentId, target };
  }
  async function sendPart(attachmentId: string) {
    const begun = await call('createMultipart', { attachmentId }, { partSize, parts: [{ number: 1 }] });
    const [part] = begun.status === 'created' ? begun.parts : [];
    if (!part) throw new Error('not begun');
    await put(part);
  }
  async function sendParts() {
    const { attachmentId } = await sign('parts');
    await sendPart(attachmentId);
    return attachmentId;
  }
  const inS3 = async () => [...(await listKeys(s3(), bucket)), ...(await listUploads(s3(), bucket))];

  /** RGW goes by its own clock: what was signed is made old instead. */
  async function afterDays(): Promise<void> {
    const ever = new Date('2100-01-01T00:00:00Z');
    const rows = await store.listDue({ now: ever, pendingSince: ever, after: '', limit: 100 });
    const longAgo = new Date(Date.now() - 3 * day);
    for (const row of rows) {
      await store.removeAttachment(row.id);
      const retryAt = row.retryAt && longAgo;
      await store.addAttachments([{ ...row, createdAt: longAgo, signedAt: null, retryAt }]);
    }
    expect(await handler.sweep()).toMatchObject({ status: 'done', causes: [] });
  }
  async function expectNothing(): Promise<void> {
    const ever = new Date('2100-01-01T00:00:00Z');
    expect(await store.listDue({ now: ever, pendingSince: ever, after: '', limit: 100 })).toEqual([]);
    expect(await inS3()).toEqual([]);
  }

  it('gives up what was never registered, whole or in parts', async () => {
    await sendWhole();
    await sendParts();
    expect(await inS3()).toHaveLength(2);
    await afterDays();
    expect(await inS3()).toEqual([]);
    // Of the parts it was only known that their URLs have run out, not that nobody was joining them.
    await afterDays();
    await expectNothing();
  });

  it('deletes what arrives after it was cancelled', async () => {
    const { attachmentId, target } = await sendWhole();
    await call('deleteAttachment', { attachmentId });
    await put(target);
    expect(await inS3()).toHaveLength(1);
    await afterDays();
    await afterDays();
    await expectNothing();
  });

  it('leaves nothing of an upload that was begun anew', async () => {
    const { attachmentId } = await sign('parts');
    await sendPart(attachmentId);
    await sendPart(attachmentId);
    expect(await inS3()).toHaveLength(1);
    expect((await store.readAttachment(attachmentId))?.leftUploads).toBeNull();
    await call('deleteAttachment', { attachmentId });
    await afterDays();
    await expectNothing();
  });

  it('deletes what a ticket has, stored and on its way', async () => {
    const { attachmentId } = await sendWhole();
    await call('completeUpload', { attachmentId }, {});
    await sendWhole();
    await sendParts();
    expect(await call('deleteTicketAttachments', { ticketId: '1' })).toEqual({ deleted: 3 });
    await expect.poll(inS3).toEqual([]);
    await afterDays();
    await afterDays();
    await expectNothing();
  });
});
