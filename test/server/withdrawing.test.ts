import { describe, expect, it } from 'vitest';
import { parts, saved } from './support/createWorld.ts';
import { createSweepWorld, day, expectOnly, type SweepWorld } from './support/createSweepWorld.ts';
import { leftInS3, sendFilm, signFilm } from './support/inParts.ts';

/** Has something happen between the reading of a row and its withdrawal. */
function inTheVeryMoment({ store }: SweepWorld, happens: () => Promise<unknown>): void {
  const { moveAttachment } = store;
  store.moveAttachment = async (...input) => {
    store.moveAttachment = moveAttachment;
    await happens();
    return moveAttachment.apply(store, input);
  };
}

describe('an attachment that is deleted in the very moment', () => {
  it('when it was moved is deleted where it lies by now, and where it was', async () => {
    const world = await createSweepWorld();
    const { attachment } = await world.upload('a.png', 'hello');
    const { store, clock } = world;
    const { id } = attachment;
    const key = `${(await store.readAttachment(id))?.key}-moved`;
    const to = { bucket: saved.bucket, region: saved.region, key, endpoint: null, forcePathStyle: false };
    inTheVeryMoment(world, async () => {
      await store.beginMoving(id, to);
      const name = `${saved.bucket}/${key}`;
      await world.s3.objects.put(name, new TextEncoder().encode('hello'));
      const lastModified = new Date(clock.now).toISOString();
      await world.s3.objects.setMeta(name, { ...to, size: 5, etag: '"x"', lastModified, headers: {} });
      expect(await store.finishMoving(id, to, 1, new Date(clock.now + day))).toBe(true);
      expect(await leftInS3(world)).toHaveLength(2);
    });
    await world.call('agent', 'deleteAttachment', { params: { attachmentId: id } });
    expect(await leftInS3(world)).toEqual([]);
    await world.sweepAfter(day);
    await expectOnly(world, {});
  });

  it('when its upload was begun in parts leaves none of them', async () => {
    const world = await createSweepWorld();
    const params = await signFilm(world);
    inTheVeryMoment(world, () => sendFilm(world, params, [3]));
    await world.call('agent', 'deleteAttachment', { params });
    expect(await leftInS3(world)).toEqual([]);
    await world.sweepAfter(day);
    await expectOnly(world, {});
  });

  it('when parts may be given up neither way is out of sight, and tried again until they may', async () => {
    const world = await createSweepWorld();
    const params = await signFilm(world);
    await sendFilm(world, params, [3]);
    const { policy } = parts(world.account);
    const document = structuredClone(policy.document);
    policy.document.Statement = [{ Effect: 'Allow', Action: 's3:DeleteObject', Resource: '*' }];
    await world.call('agent', 'deleteAttachment', { params });
    expect((await world.refusal('agent', 'listParts', { params })).code).toBe('not_found');
    expect(await world.sweepAfter(day)).toMatchObject({ counts: { deleted: 0, waiting: 1 } });
    expect(await leftInS3(world)).toHaveLength(2);
    policy.document = document;
    await world.sweepAfter(day);
    await world.sweepAfter(day);
    await expectOnly(world, {});
    expect(await leftInS3(world)).toEqual([]);
  });
});
