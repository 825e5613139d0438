import { describe, expect, it } from 'vitest';
import { settle } from '../../src/server/sweep/settle.ts';
import { saved } from './support/createWorld.ts';
import { createSweepWorld, day, hour, minute } from './support/createSweepWorld.ts';
import { begin, grantLargeFiles, leftInS3, sendFilm, sent, signFilm } from './support/inParts.ts';
import { rowOf } from './support/rowOf.ts';
import { s3Fault } from './support/s3Fault.ts';
import { uploadsOf } from './support/uploadsOf.ts';
import { worldStore } from './support/worldStore.ts';

/** A film that was begun anew while S3 had no time to free the first try, and then registered; the first try lies beside it. */
async function begunTwice() {
  let busy = false;
  const world = await createSweepWorld({
    between: (init, url) =>
      busy && (init.method === 'DELETE' || url.includes('partNumber')) ? s3Fault('SlowDown', 503) : null,
  });
  const params = await signFilm(world);
  await begin(world, params, [{ number: 1 }]);
  busy = true;
  await sendFilm(world, params);
  busy = false;
  const { attachment } = await world.call('agent', 'completeUpload', { params, body: { parts: sent } });
  expect(await leftInS3(world)).toHaveLength(2);
  const opens = async () => (await world.s3(new Request(attachment.url))).status;
  return { world, id: params.attachmentId, opens };
}

describe('the first try of a file that was stored by the second', () => {
  it('is left alone while the key may not give it up, since ending it otherwise would end the file, and goes once it may', async () => {
    const { world, id, opens } = await begunTwice();
    expect(await world.sweepAfter(minute)).toMatchObject({ counts: { waiting: 1, cleared: 0 }, causes: [] });
    // It is looked at again a day later, and not each round.
    expect((await world.sweepAfter(hour)).counts.waiting).toBe(0);
    expect((await world.sweepAfter(day)).counts.waiting).toBe(1);
    expect([await opens(), (await uploadsOf(world)).length]).toEqual([200, 1]);
    await grantLargeFiles(world);
    expect((await world.sweepAfter(day)).counts).toMatchObject({ waiting: 0, cleared: 1 });
    expect([await opens(), await uploadsOf(world)]).toEqual([200, []]);
    expect(await world.store.readAttachment(id)).toMatchObject({ status: 'stored', leftUploads: null });
    expect(await world.unsettled()).toEqual([]);
  });

  it('is told as forbidden where the settings promise a permission that the key has not, and the file stays', async () => {
    const { world, opens } = await begunTwice();
    await world.configure({ largeFiles: true });
    const { counts, causes } = await world.sweepAfter(minute);
    expect(counts).toMatchObject({ waiting: 1, cleared: 0 });
    expect(causes).toMatchObject([{ code: 'access_denied', action: 's3:AbortMultipartUpload' }]);
    expect([await opens(), (await uploadsOf(world)).length]).toEqual([200, 1]);
    // Nothing is lost sight of.
    await grantLargeFiles(world);
    expect((await world.sweepAfter(day)).counts.cleared).toBe(1);
    expect([await opens(), await uploadsOf(world)]).toEqual([200, []]);
  });

  it('is asked for where it lies: the same key behind another endpoint is another object, and this server may not go there', async () => {
    const { world, id, opens } = await begunTwice();
    const { store } = world;
    const row = await store.readAttachment(id);
    const left = row?.leftUploads ?? [];
    const elsewhere = left.map((upload) => ({ ...upload, endpoint: 'https://s3.acme.test' }));
    expect(await store.replaceLeftUploads(id, left, elsewhere)).toBe(true);
    const { counts, causes } = await world.sweepAfter(minute);
    expect(counts).toMatchObject({ waiting: 1, cleared: 0 });
    expect(causes).toMatchObject([{ code: 'endpoint_not_allowed' }]);
    expect(await opens()).toBe(200);
  });
});

describe('an attachment that changes hands while it is tidied up', () => {
  it('is nobody’s work any more when another process has just finished it', async () => {
    const world = await createSweepWorld();
    await world.sign();
    const { store } = world;
    const { claimAttachment } = store;
    store.claimAttachment = async (row, to) => {
      const claimed = await claimAttachment.call(store, row, to);
      await store.removeAttachment(row.id);
      return claimed;
    };
    const before = world.s3.requests.length;
    const { counts } = await world.sweepAfter(day);
    expect(Object.values(counts).filter((count) => count > 0)).toEqual([]);
    expect(world.s3.requests.length).toBe(before);
  });

  it('waits for a round with a key when it has begun to move to S3, and is left alone while it has not', async () => {
    const store = worldStore();
    const row = rowOf({ status: 'stored' });
    await store.addAttachments([row]);
    const asked: string[] = [];
    const backend = {
      store,
      s3: {
        now: () => new Date('2031-01-01T00:00:00Z'),
        fetch: async (url: string) => {
          asked.push(url);
          return new Response(null, { status: 204 });
        },
      },
      now: () => new Date('2031-01-01T00:00:00Z'),
      urlLifetime: 900,
    };
    expect(await settle(backend, row, null)).toBe('taken');
    const found = await store.readAttachment(row.id);
    const { bucket, region } = saved;
    const to = { bucket, region, key: 'tickets/1/film.mp4', endpoint: null, forcePathStyle: false };
    expect(await store.beginMoving(row.id, to)).toBe(true);
    // It was read before.
    expect(found && (await settle(backend, found, null))).toBe('waiting');
    expect(asked).toEqual([]);
    expect(await store.readAttachment(row.id)).toMatchObject({ status: 'stored', movingTo: to });
  });
});
