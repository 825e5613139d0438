import { describe, expect, it } from 'vitest';
import type { S3Init } from '../../src/server/index.ts';
import { configured } from './support/createWorld.ts';
import { expectWithdrawn } from './support/expectWithdrawn.ts';
import {
  begin,
  checksumOf,
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

const isCreate = (init: S3Init, url: string) => init.method === 'POST' && url.includes('?uploads');

describe('what is left of an upload in parts', () => {
  it.each([
    ['the documented policy', false, undefined],
    ['the documented policy, begun with checksums', false, 'sha256'],
    ['the permissions for large files', true, undefined],
  ] as const)('is nothing after it was withdrawn, with %s', async (_, large, algorithm) => {
    const world = await configured();
    if (large) await grantLargeFiles(world);
    const params = await signFilm(world);
    const numbers = [1, 2];
    const asked = numbers.map((number) => ({
      number,
      ...(algorithm ? { checksum: checksumOf(algorithm, number) } : {}),
    }));
    for (const part of await begin(world, params, asked)) await sendPart(world, part, partOf(part.number));
    expect(await leftInS3(world)).toHaveLength(3);
    await world.call('agent', 'deleteAttachment', { params });
    expect(await leftInS3(world)).toEqual([]);
    await expectWithdrawn(world.store, params.attachmentId);
  });

  it('is nothing where the settings promise a permission that the key has not', async () => {
    const world = await configured();
    await world.configure({ largeFiles: true });
    const params = await signFilm(world);
    await sendFilm(world, params, [1, 2]);
    await world.call('agent', 'deleteAttachment', { params });
    expect(await leftInS3(world)).toEqual([]);
  });

  it('is nothing of the first try when it is begun anew, and the second goes on', async () => {
    for (const large of [false, true]) {
      const world = await configured();
      if (large) await grantLargeFiles(world);
      const params = await signFilm(world);
      await sendFilm(world, params, [1, 2]);
      await sendFilm(world, params);
      // One upload with its three parts.
      expect(await leftInS3(world)).toHaveLength(4);
      await world.call('agent', 'completeUpload', { params, body: { parts: sent } });
      expect(await leftInS3(world)).toHaveLength(1);
    }
  });

  it('is one upload when it is begun twice at the same moment', async () => {
    const world = await configured();
    const params = await signFilm(world);
    await Promise.all([begin(world, params), begin(world, params)]);
    expect(await leftInS3(world)).toHaveLength(1);
  });

  it('stays to be withdrawn again when S3 has no time', async () => {
    let busy = true;
    const world = await configured({
      between: (init, url) =>
        busy && init.method === 'PUT' && url.includes('partNumber') ? s3Fault('SlowDown', 503) : null,
    });
    const params = await signFilm(world);
    await sendFilm(world, params, [1]);
    expect((await world.refusal('agent', 'deleteAttachment', { params })).code).toBe('s3_unavailable');
    busy = false;
    await world.call('agent', 'deleteAttachment', { params });
    expect(await leftInS3(world)).toEqual([]);
  });

  it('of a registered one is its object, which is deleted as any other, and no upload is looked for', async () => {
    const asked: string[] = [];
    const world = await configured({
      between: (init, url) => {
        asked.push(`${init.method} ${url.includes('uploadId')}`);
        return null;
      },
    });
    const params = await signFilm(world);
    await sendFilm(world, params);
    await world.call('agent', 'completeUpload', { params, body: { parts: sent } });
    asked.length = 0;
    await world.call('agent', 'deleteAttachment', { params });
    expect(asked).toEqual(['DELETE false']);
    expect(await leftInS3(world)).toEqual([]);
  });

  it('is nothing when it was withdrawn while it was begun', async () => {
    let params = { attachmentId: '' };
    const world = await configured({
      between: async (init, url) => {
        if (isCreate(init, url)) await world.call('agent', 'deleteAttachment', { params });
        return null;
      },
    });
    params = await signFilm(world);
    const body = { partSize, parts: [] };
    expect((await world.refusal('agent', 'createMultipart', { params, body })).code).toBe('not_found');
    expect(await leftInS3(world)).toEqual([]);
  });
});
