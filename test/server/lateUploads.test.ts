import { describe, expect, it } from 'vitest';
import { keysOf } from './support/createWorld.ts';
import { createSweepWorld, day, expectOnly, hour, minute } from './support/createSweepWorld.ts';
import { begin, leftInS3, partOf, sendPart, signFilm } from './support/inParts.ts';

describe('an upload that arrives after it was cancelled', () => {
  it('is deleted once its URL has run out, and only then forgotten', async () => {
    const world = await createSweepWorld();
    const { attachmentId, target } = await world.sign();
    const params = { attachmentId };
    await world.call('agent', 'deleteAttachment', { params });
    // The PUT was under way all the time.
    expect(await world.put(target, 'hello')).toMatchObject({ status: 200 });
    expect(await keysOf(world)).toHaveLength(1);
    expect((await world.sweepAfter(20 * minute)).counts).toMatchObject({ deleted: 0, watched: 0 });
    expect((await world.store.readAttachment(attachmentId))?.status).toBe('deleting');
    expect((await world.sweepAfter(2 * hour)).counts).toMatchObject({ deleted: 1 });
    await expectOnly(world, {});
  });

  it('is gone for everybody meanwhile', async () => {
    const world = await createSweepWorld();
    const { attachmentId, target } = await world.sign();
    const params = { attachmentId };
    await world.call('agent', 'deleteAttachment', { params });
    await world.put(target, 'hello');
    const report = { status: 0, body: '', loaded: 0, total: 5, online: true };
    for (const [name, body] of [
      ['completeUpload', {}],
      ['createMultipart', { partSize: 5 * 1024 ** 2, parts: [] }],
      ['signParts', { parts: [{ number: 1 }] }],
      ['listParts', {}],
      ['reportFailure', report],
      ['readContent', {}],
      ['deleteAttachment', {}],
    ] as const)
      expect(await world.refusal('agent', name, { params, body }), name).toMatchObject({ code: 'not_found' });
    const { uploads } = await world.call('agent', 'signUploads', {
      body: {
        ticketId: '1',
        files: [{ id: 'f', name: 'photo.png', size: 5, type: 'image/png', attachmentId }],
      },
    });
    const result = uploads[0]?.result;
    expect(result?.status === 'signed' && result.attachmentId).not.toBe(attachmentId);
  });

  it('counts from when it was signed last', async () => {
    const world = await createSweepWorld();
    const { attachmentId } = await world.sign();
    world.clock.now += 5 * hour;
    const again = await world.sign({ attachmentId });
    expect(again.attachmentId).toBe(attachmentId);
    await world.call('agent', 'deleteAttachment', { params: { attachmentId } });
    await world.put(again.target, 'hello');
    await world.sweepAfter(20 * minute);
    expect((await world.unsettled()).map(({ id }) => id)).toEqual([attachmentId]);
    await world.sweepAfter(2 * hour);
    await expectOnly(world, {});
  });

  it('is looked after also when it was stored and deleted while its URL still lives', async () => {
    const world = await createSweepWorld();
    const { attachmentId, target } = await world.sign();
    await world.put(target, 'hello');
    await world.call('agent', 'completeUpload', { params: { attachmentId } });
    await world.call('agent', 'deleteAttachment', { params: { attachmentId } });
    await world.put(target, 'hello');
    await world.sweepAfter(2 * hour);
    await expectOnly(world, {});
  });

  it('is not waited for when nothing can arrive any more: it is forgotten at once', async () => {
    const world = await createSweepWorld();
    const { attachment } = await world.upload('a.png', 'hello');
    world.clock.now += 2 * hour;
    await world.call('agent', 'deleteAttachment', { params: { attachmentId: attachment.id } });
    expect(await world.store.readAttachment(attachment.id)).toBeNull();
  });

  it('in the database leaves nothing to wait for', async () => {
    const world = await createSweepWorld();
    await world.changeStatus('disabled');
    const files = [{ id: 'f', name: 'a.png', size: 1, type: 'image/png' }];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    const result = uploads[0]?.result;
    if (result?.status !== 'signed') throw new Error('refused');
    await world.call('agent', 'deleteAttachment', { params: { attachmentId: result.attachmentId } });
    expect(await world.store.readAttachment(result.attachmentId)).toBeNull();
  });

  it('in parts finds its upload ended, and what S3 kept of it is given up again', async () => {
    const world = await createSweepWorld();
    const params = await signFilm(world);
    const [first] = await begin(world, params);
    await world.call('agent', 'deleteAttachment', { params });
    if (!first) throw new Error('no part');
    expect((await sendPart(world, first, partOf(1))).status).toBe(404);
    await world.sweepAfter(day);
    await expectOnly(world, {});
    expect(await leftInS3(world)).toEqual([]);
  });
});
