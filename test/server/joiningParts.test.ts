import { describe, expect, it } from 'vitest';
import type { S3Init } from '../../src/server/index.ts';
import { configured, full, keysOf, parts } from './support/createWorld.ts';
import {
  begin,
  checksumOf,
  etagOf,
  film,
  grantLargeFiles,
  leftInS3,
  partOf,
  partSize,
  sendFilm,
  sendPart,
  sent,
  signFilm,
} from './support/inParts.ts';
import { s3Fault } from './support/s3Fault.ts';

const isComplete = ({ method }: S3Init, url: string) => method === 'POST' && url.includes('uploadId=');

describe('joining the parts', () => {
  it('is not tried with some of them only', async () => {
    const world = await configured();
    const params = await signFilm(world);
    await sendFilm(world, params);
    for (const some of [sent.slice(1), sent.slice(0, 2), [...sent, ...sent.slice(2)]]) {
      const { code } = await world.refusal('agent', 'completeUpload', { params, body: { parts: some } });
      expect(code).toBe('invalid_input');
    }
    expect((await world.refusal('agent', 'completeUpload', { params })).code).toBe('invalid_input');
    expect(await keysOf(world)).toEqual([]);
  });

  it('begins from the first part when a part is not what it was said to be', async () => {
    const world = await configured();
    const params = await signFilm(world);
    await sendFilm(world, params);
    const wrong = sent.map((part) => ({ ...part, etag: etagOf(1) }));
    const { code } = await world.refusal('agent', 'completeUpload', { params, body: { parts: wrong } });
    expect(code).toBe('upload_gone');
    const { attachment } = await world.call('agent', 'completeUpload', { params, body: { parts: sent } });
    expect(attachment.size).toBe(film.size);
  });

  it('is tried again while S3 has a fault of its own, also one that comes with a 200', async () => {
    const answers = [s3Fault('InternalError', 200), s3Fault('SlowDown', 503)];
    const world = await configured({
      between: (init, url) => (isComplete(init, url) && answers.shift()) || null,
    });
    const params = await signFilm(world);
    await sendFilm(world, params);
    await world.call('agent', 'completeUpload', { params, body: { parts: sent } });
    expect(answers).toEqual([]);
    expect(await keysOf(world)).toHaveLength(1);
  });

  it('is given back to the browser when S3 asks for more patience than an answer has, with the time to wait', async () => {
    let asked = 0;
    const world = await configured({
      between: (init, url) => {
        if (!isComplete(init, url)) return null;
        asked++;
        return s3Fault('SlowDown', 503, { 'retry-after': '30' });
      },
    });
    const params = await signFilm(world);
    await sendFilm(world, params);
    const response = await world.send('agent', 'completeUpload', { params, body: { parts: sent } });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await response.json()).toMatchObject({ code: 's3_unavailable' });
    expect(asked).toBe(1);
  });

  it('whose answer was lost is found done: the object is there', async () => {
    const lost: string[] = [];
    const world = await configured({
      between: async (init, url) => {
        if (!isComplete(init, url) || lost.length > 0) return null;
        lost.push((await world.s3(new Request(url, init as RequestInit))).headers.get('etag') ?? '');
        throw new TypeError('fetch failed');
      },
    });
    const params = await signFilm(world);
    await sendFilm(world, params);
    const body = { parts: sent };
    expect((await world.refusal('agent', 'completeUpload', { params, body })).code).toBe('s3_unreachable');
    const { attachment } = await world.call('agent', 'completeUpload', { params, body });
    expect(attachment.size).toBe(film.size);
  });

  it('of an upload that S3 has forgotten begins from the first part', async () => {
    const world = await configured();
    const params = await signFilm(world);
    await sendFilm(world, params);
    for (const id of await world.s3.objects.list('.multipart/')) await world.s3.objects.delete(id);
    const { code } = await world.refusal('agent', 'completeUpload', { params, body: { parts: sent } });
    expect(code).toBe('upload_gone');
  });

  it('of an upload that is gone begins from the first part also where the store only says that it is busy', async () => {
    const world = await configured({
      between: (init, url) =>
        isComplete(init, url) ? s3Fault('SlowDown', 503, { 'retry-after': '30' }) : null,
    });
    const params = await signFilm(world);
    await sendFilm(world, params);
    for (const id of await world.s3.objects.list('.multipart/')) await world.s3.objects.delete(id);
    const { code } = await world.refusal('agent', 'completeUpload', { params, body: { parts: sent } });
    expect(code).toBe('upload_gone');
  });

  it('that were begun with a checksum is refused without it before S3 is asked, and done with it', async () => {
    const world = await configured();
    const params = await signFilm(world);
    const numbers = [1, 2, 3];
    const summed = numbers.map((number) => ({ number, checksum: checksumOf('sha256', number) }));
    for (const part of await begin(world, params, summed)) await sendPart(world, part, partOf(part.number));
    const asked = world.s3.requests.length;
    const response = await world.send('agent', 'completeUpload', { params, body: { parts: sent } });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'invalid_input' });
    expect(world.s3.requests.length).toBe(asked);
    const body = { parts: sent.map((part, index) => ({ ...part, ...summed[index] })) };
    const { attachment } = await world.call('agent', 'completeUpload', { params, body });
    expect(attachment.size).toBe(film.size);
  });

  it('of one that another process has withdrawn meanwhile leaves no object behind', async () => {
    let params = { attachmentId: '' };
    const world = await configured({
      between: async (init, url) => {
        // The other's DELETE came to S3 before there was an object.
        if (isComplete(init, url)) await world.store.removeAttachment(params.attachmentId);
        return null;
      },
    });
    params = await signFilm(world);
    await sendFilm(world, params);
    const { code } = await world.refusal('agent', 'completeUpload', { params, body: { parts: sent } });
    expect(code).toBe('not_found');
    expect(await leftInS3(world)).toEqual([]);
  });
});

describe('a bucket that is encrypted with a KMS key', () => {
  const encryption = {
    type: 'aws:kms',
    keyArn: 'arn:aws:kms:eu-central-1:111122223333:key/1234',
    allowed: true,
  } as const;

  it('takes the file whole where nobody may ask S3 for the ETags, and keeps nothing of what was begun', async () => {
    const world = await configured();
    Object.assign(parts(world.account).bucket, { encryption });
    const params = await signFilm(world);
    const body = { partSize, parts: [{ number: 1 }] };
    const begun = await world.call('agent', 'createMultipart', { params, body });
    if (begun.status !== 'whole') throw new Error('In parts.');
    expect(begun.reason).toBe('encryption');
    expect(await leftInS3(world)).toEqual([]);
    const put = await sendPart(world, begun.target, film.bytes);
    expect(put.status).toBe(200);
    await world.call('agent', 'completeUpload', { params });
    expect(await keysOf(world)).toHaveLength(1);
  });

  it('takes no file over 5 GiB then', async () => {
    const world = await configured();
    Object.assign(parts(world.account).bucket, { encryption });
    const size = 5 * 1024 ** 3 + 1;
    const params = await signFilm(world, { size });
    const { verdict } = await world.refusal('agent', 'createMultipart', {
      params,
      body: { partSize, parts: [] },
    });
    expect(full(verdict)).toMatchObject({ code: 'file_too_large', size, maximum: size - 1 });
    expect(await leftInS3(world)).toEqual([]);
  });

  it('is content with a file that went whole when its parts are told all the same', async () => {
    const world = await configured();
    const { bucket, policy } = parts(world.account);
    Object.assign(bucket, { encryption });
    policy.document.Statement = [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }];
    const params = await signFilm(world);
    const begun = await world.call('agent', 'createMultipart', { params, body: { partSize, parts: [] } });
    if (begun.status !== 'whole') throw new Error('In parts.');
    const body = { parts: sent };
    expect((await world.refusal('agent', 'completeUpload', { params, body })).code).toBe('upload_gone');
    await sendPart(world, begun.target, film.bytes);
    const { attachment } = await world.call('agent', 'completeUpload', { params, body });
    expect(attachment.size).toBe(film.size);
  });

  it('is told the ETags by who sent the parts where S3 does not list them after all', async () => {
    const world = await configured({
      between: ({ method }, url) =>
        method === 'GET' && url.includes('uploadId=') ? s3Fault('AccessDenied', 403) : null,
    });
    Object.assign(parts(world.account).bucket, { encryption });
    await grantLargeFiles(world);
    const params = await signFilm(world);
    const told: typeof sent = [];
    for (const part of await begin(world, params)) {
      const answer = await sendPart(world, part, partOf(part.number));
      told.push({ number: part.number, etag: answer.headers.get('etag') ?? '' });
    }
    // What a browser computes of an encrypted part is not what S3 calls it.
    const guessed = { parts: sent };
    expect((await world.refusal('agent', 'completeUpload', { params, body: guessed })).code).toBe(
      'upload_gone',
    );
    const { attachment } = await world.call('agent', 'completeUpload', { params, body: { parts: told } });
    expect(attachment.size).toBe(film.size);
  });

  it('takes parts where S3 may be asked: it tells the ETags that no browser can compute', async () => {
    const world = await configured();
    Object.assign(parts(world.account).bucket, { encryption });
    await grantLargeFiles(world);
    const params = await signFilm(world);
    await sendFilm(world, params, [1, 2]);
    const body = { parts: sent };
    // The third part has not arrived, whatever the caller says.
    expect((await world.refusal('agent', 'completeUpload', { params, body })).code).toBe('upload_gone');
    const { parts: more } = await world.call('agent', 'signParts', {
      params,
      body: { parts: [{ number: 3 }] },
    });
    if (more[0]) await sendPart(world, more[0], partOf(3));
    const { attachment } = await world.call('agent', 'completeUpload', { params, body });
    expect(attachment.size).toBe(film.size);
  });
});
