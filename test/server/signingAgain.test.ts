import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SignedUpload } from '../../src/contract/index.ts';
import {
  configured,
  createWorld,
  full,
  keysOf,
  type S3Target,
  type SignedFile,
  type World,
} from './support/createWorld.ts';
import { expectWithdrawn } from './support/expectWithdrawn.ts';
import { begin, leftInS3, sendFilm, signFilm } from './support/inParts.ts';
import { eventually } from '../support/eventually.ts';

const photo = { id: 'f1', name: 'photo.png', size: 5, type: 'image/png' };

async function signAgain(world: World, file: Partial<SignedFile>, more: Record<string, unknown> = {}) {
  const { uploads } = await world.call('agent', 'signUploads', {
    body: { ticketId: '1', ...more, files: [{ ...photo, ...file }] },
  });
  const result = (uploads[0] as SignedUpload).result;
  if (result.status !== 'signed') throw new Error('Refused.');
  return result;
}

const gone = (world: World, id: string) =>
  eventually(async () => {
    expect((await world.store.readAttachment(id))?.status).not.toBe('pending');
    await expectWithdrawn(world.store, id);
  });

describe('signing again', () => {
  it('gives the same attachment a new right when the old one has run out', async () => {
    let now = Date.now() - 3_600_000;
    const world = await configured({ now: () => new Date(now) });
    const { attachmentId, target } = await world.sign();
    now = Date.now();
    expect(await world.put(target, 'hello')).toMatchObject({ status: 403 });
    const again = await signAgain(world, { attachmentId });
    expect(again.attachmentId).toBe(attachmentId);
    expect(await world.put(again.target as S3Target, 'hello')).toMatchObject({ status: 200 });
    await world.call('agent', 'completeUpload', { params: { attachmentId } });
    expect(await keysOf(world)).toHaveLength(1);
  });

  it.each([
    ['another name', { name: 'other.png' }, {}],
    ['another size', { size: 6 }, {}],
    ['another type', { type: 'image/gif' }, {}],
    ['a draft', {}, { draftId: 'd' }],
  ])('makes a new attachment for %s, and withdraws the old one', async (_, file, more) => {
    const world = await configured();
    const { attachmentId } = await world.sign();
    const again = await signAgain(world, { attachmentId, ...file }, more);
    expect(again.attachmentId).not.toBe(attachmentId);
    await gone(world, attachmentId);
  });

  it('makes a new one after the settings were changed, where they now say', async () => {
    const world = await configured();
    const { attachmentId } = await world.sign();
    await world.configure({ keyPrefix: 'desk/' });
    const again = await signAgain(world, { attachmentId });
    expect(new URL((again.target as S3Target).url).pathname).toMatch(/^\/desk\//);
    await gone(world, attachmentId);
  });

  it('withdraws the parts of what goes whole now, and leaves those that go on', async () => {
    const world = await configured();
    const file = { name: 'film.mp4', size: 10_485_767, type: 'video/mp4' };
    const { attachmentId } = await signFilm(world, file);
    await sendFilm(world, { attachmentId }, [1]);
    expect((await signAgain(world, { ...file, attachmentId, as: 'parts' })).attachmentId).toBe(attachmentId);
    expect(await leftInS3(world)).toHaveLength(2);
    expect((await signAgain(world, { ...file, attachmentId, as: 'put' })).attachmentId).not.toBe(
      attachmentId,
    );
    await gone(world, attachmentId);
    expect(await leftInS3(world)).toEqual([]);
  });

  it('touches nothing that is stored, of somebody else or of another ticket', async () => {
    const world = await configured();
    const { attachment } = await world.upload('photo.png', 'hello');
    const other = await world.sign();
    const before = await world.store.readAttachment(other.attachmentId);
    const files = [{ ...photo, attachmentId: other.attachmentId }];
    const { uploads } = await world.call('administrator', 'signUploads', { body: { ticketId: '1', files } });
    expect(uploads[0]?.result).not.toMatchObject({ attachmentId: other.attachmentId });
    await signAgain(world, { attachmentId: other.attachmentId }, { ticketId: '2' });
    expect((await signAgain(world, { attachmentId: attachment.id })).attachmentId).not.toBe(attachment.id);
    expect((await signAgain(world, { attachmentId: 'nobody' })).attachmentId).not.toBe('nobody');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await world.store.readAttachment(other.attachmentId)).toEqual(before);
    expect(await world.store.readAttachment(attachment.id)).toMatchObject({ status: 'stored' });
  });

  it('refuses one attachment for two files', async () => {
    const world = await configured();
    const { attachmentId } = await world.sign();
    const files = ['a', 'b'].map((id) => ({ ...photo, id, attachmentId }));
    const { verdict } = await world.refusal('agent', 'signUploads', { body: { ticketId: '1', files } });
    expect(full(verdict)).toMatchObject({ issues: [{ path: 'files.1.attachmentId', message: 'duplicate' }] });
  });

  it('goes on in the database while S3 is not in use', async () => {
    const world = createWorld();
    const first = await signAgain(world, {});
    expect(await signAgain(world, { attachmentId: first.attachmentId, as: 'parts' })).toEqual(first);
  });

  it('makes a failure young again: what S3 calls too old was signed just now, so a clock is wrong', async () => {
    let now = Date.now() - 3_600_000;
    const world = await configured({ now: () => new Date(now) });
    const { attachmentId } = await world.sign();
    now = Date.now();
    const expired = '<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>';
    const body = { status: 403, body: expired, loaded: 5, total: 5, online: true };
    const report = async () =>
      full((await world.call('administrator', 'reportFailure', { params: { attachmentId }, body })).verdict)
        .code;
    expect(await report()).toBe('url_expired');
    await signAgain(world, { attachmentId });
    expect(await report()).toBe('clock_skewed');
  });

  it('believes the end that S3 repeats more than the age of the row: a part may have been signed at any time', async () => {
    const world = await configured();
    const params = await signFilm(world);
    await begin(world, params);
    const told = async (expires: Date) => {
      const expired = `<Error><Code>AccessDenied</Code><Message>Request has expired</Message><Expires>${expires.toISOString()}</Expires></Error>`;
      const body = { status: 403, body: expired, loaded: 5, total: 5, online: true, as: 'part' };
      return full((await world.call('administrator', 'reportFailure', { params, body })).verdict).code;
    };
    expect(await told(new Date(Date.now() - 1000))).toBe('url_expired');
    expect(await told(new Date(Date.now() + 60_000))).toBe('clock_skewed');
  });
});

describe('a checksum of the whole file', () => {
  const digest = (algorithm: 'sha256' | 'md5', text: string) =>
    createHash(algorithm).update(text).digest('base64');

  it.each([
    ['sha256', 'x-amz-checksum-sha256', digest('sha256', 'hello')],
    ['crc32', 'x-amz-checksum-crc32', 'NhCmhg=='],
    ['md5', 'content-md5', digest('md5', 'hello')],
  ] as const)('by %s is sent as %s, and S3 takes no other bytes', async (algorithm, header, value) => {
    const world = await configured();
    const { target } = await world.sign({ checksum: { algorithm, value } });
    expect(target.headers).toEqual({ 'content-type': 'image/png', [header]: value });
    const damaged = await world.put(target, 'hallo');
    expect([damaged.status, damaged.body]).toEqual([400, expect.stringContaining('BadDigest')]);
    const left = { ...target, headers: { 'content-type': 'image/png' } };
    expect(await world.put(left, 'hallo')).toMatchObject({ status: 403 });
    expect(await world.put(target, 'hello')).toMatchObject({ status: 200 });
  });

  it('that is none of its algorithm is refused', async () => {
    const world = await configured();
    const files = [{ ...photo, checksum: { algorithm: 'sha256', value: 'NhCmhg==' } }];
    const { verdict } = await world.refusal('agent', 'signUploads', { body: { ticketId: '1', files } });
    expect(full(verdict)).toMatchObject({ issues: [{ path: 'files.0.checksum', message: 'checksum' }] });
  });
});

describe('the size of a file', () => {
  it('may be over 5 GiB in parts only, and never over 5 TiB', async () => {
    const world = await configured();
    const files = [
      { id: 'whole', name: 'a.iso', size: 5 * 1024 ** 3 + 1, type: '' },
      { id: 'form', name: 'a.iso', size: 5 * 1024 ** 3 + 1, type: '', as: 'form' as const },
      { id: 'parts', name: 'a.iso', size: 5 * 1024 ** 4, type: '', as: 'parts' as const },
      { id: 'more', name: 'a.iso', size: 5 * 1024 ** 4 + 1, type: '', as: 'parts' as const },
    ];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    expect(uploads.map(({ result }) => result.status)).toEqual(['refused', 'refused', 'signed', 'refused']);
    expect(uploads[2]?.result).toMatchObject({ target: { to: 's3_parts' } });
  });
});
