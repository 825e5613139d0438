import { describe, expect, it } from 'vitest';
import { createWorld, keysOf, parts } from './support/createWorld.ts';
import { createSweepWorld, day, expectOnly, minute } from './support/createSweepWorld.ts';
import { leftInS3, sendFilm, signFilm } from './support/inParts.ts';

const params = { ticketId: '1' };
const file = (name: string) => ({ id: 'f', name, size: 5, type: 'image/png' });

describe('deleting what a ticket has', () => {
  it('deletes what is stored, drafts of anybody’s and what is on its way, and nothing of another ticket', async () => {
    const world = await createSweepWorld();
    await world.upload('stored.png', 'hello');
    await world.sign({ name: 'pending.png' });
    const film = await signFilm(world);
    await sendFilm(world, film, [1]);
    for (const [role, ticketId, draftId] of [
      ['agent', '1', 'd'],
      ['administrator', '1', 'd'],
      ['customer', '2', undefined],
    ] as const) {
      const body = { ticketId, ...(draftId ? { draftId } : {}), files: [file(`${role}.png`)] };
      const { uploads } = await world.call(role, 'signUploads', { body });
      const result = uploads[0]?.result;
      if (result?.status !== 'signed' || result.target.to !== 's3') throw new Error('refused');
      await world.put(result.target, 'hello');
      await world.call(role, 'completeUpload', { params: { attachmentId: result.attachmentId } });
    }
    expect(await world.call('agent', 'deleteTicketAttachments', { params })).toEqual({ deleted: 5 });
    expect(await world.call('agent', 'listAttachments', { params })).toEqual({ attachments: [] });
    const draft = { params: { ticketId: '1', draftId: 'd' } };
    expect(await world.call('administrator', 'listDraft', draft)).toEqual({ attachments: [] });
    expect(await world.call('agent', 'deleteTicketAttachments', { params })).toEqual({ deleted: 0 });
    // Nobody had to wait for S3, but it was asked at once.
    await expect.poll(() => keysOf(world)).toHaveLength(1);
    await expect.poll(() => leftInS3(world)).toHaveLength(1);
    // What is written down of it has the time of now: the clock goes on only when all of it is.
    await expect
      .poll(async () => (await world.unsettled()).map(({ tries }) => tries))
      .toEqual([0, 0, 0, 0, 0]);
    await world.sweepAfter(day);
    await expectOnly(world, { 'customer.png': 'hello' });
  });

  it('is done when it is answered, although S3 is down: the sweeper finishes it', async () => {
    let down = false;
    const world = await createSweepWorld({
      between: () => {
        if (down) throw new Error('ECONNREFUSED');
        return null;
      },
    });
    for (const name of ['a', 'b', 'c']) await world.upload(`${name}.png`, 'hello');
    down = true;
    expect(await world.call('agent', 'deleteTicketAttachments', { params })).toEqual({ deleted: 3 });
    expect(await world.call('agent', 'listAttachments', { params })).toEqual({ attachments: [] });
    await expect.poll(async () => (await world.unsettled()).map(({ tries }) => tries)).toEqual([1, 1, 1]);
    expect((await world.sweepAfter(5 * minute)).counts).toMatchObject({ deleted: 0, waiting: 3 });
    down = false;
    await world.sweepAfter(day);
    await expectOnly(world, {});
  });

  it('is finished by another process when this one dies after its answer', async () => {
    const world = await createSweepWorld();
    for (const name of ['a', 'b', 'c']) await world.upload(`${name}.png`, 'hello');
    const dying = createWorld({
      store: world.store,
      sharedS3: world.s3,
      clock: () => world.clock.now,
      fetch: () => new Promise(() => {}),
    });
    expect(await dying.call('agent', 'deleteTicketAttachments', { params })).toEqual({ deleted: 3 });
    // It has begun with all three, and will never hear from S3.
    await expect.poll(async () => (await world.unsettled()).map(({ tries }) => tries)).toEqual([1, 1, 1]);
    await world.sweepAfter(day);
    await expectOnly(world, {});
  });

  it('lets nothing be registered that was on its way', async () => {
    const world = await createSweepWorld();
    const { attachmentId, target } = await world.sign();
    await world.put(target, 'hello');
    await world.call('agent', 'deleteTicketAttachments', { params });
    const refused = await world.refusal('agent', 'completeUpload', { params: { attachmentId } });
    expect(refused).toMatchObject({ code: 'not_found' });
    await expect.poll(() => keysOf(world)).toEqual([]);
    await world.sweepAfter(day);
    await expectOnly(world, {});
  });

  it('needs no permission of S3’s to be promised; what S3 forbids is told once and tried again', async () => {
    const world = await createSweepWorld();
    for (let index = 0; index < 6; index++) await world.upload(`${index}.png`, 'hello');
    const { policy } = parts(world.account);
    const document = structuredClone(policy.document);
    policy.document.Statement = [{ Effect: 'Allow', Action: 's3:PutObject', Resource: '*' }];
    expect(await world.call('agent', 'deleteTicketAttachments', { params })).toEqual({ deleted: 6 });
    await expect.poll(() => world.log.map(({ code }) => code)).toEqual(['delete_not_allowed']);
    policy.document = document;
    await world.sweepAfter(day);
    await expectOnly(world, {});
  });
});
