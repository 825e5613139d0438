import { describe, expect, it } from 'vitest';
import { configured, full, keysOf, parts, saved, type World } from './support/createWorld.ts';
import { expectWithdrawn } from './support/expectWithdrawn.ts';
import { eventually } from '../support/eventually.ts';

describe('deleting an attachment', () => {
  it('deletes the object in S3 and takes it off the list', async () => {
    const world = await configured();
    const { attachment } = await world.upload('a.png', 'hello');
    expect(await keysOf(world)).toHaveLength(1);
    const params = { attachmentId: attachment.id };
    await world.call('agent', 'deleteAttachment', { params });
    expect(await keysOf(world)).toEqual([]);
    expect(await world.call('agent', 'listAttachments', { params: { ticketId: '1' } })).toEqual({
      attachments: [],
    });
    expect(await world.refusal('agent', 'deleteAttachment', { params })).toMatchObject({ code: 'not_found' });
  });

  it('withdraws one that was signed and never registered', async () => {
    const world = await configured();
    const { attachmentId, target } = await world.sign();
    await world.put(target, 'hello');
    await world.call('agent', 'deleteAttachment', { params: { attachmentId } });
    expect(await keysOf(world)).toEqual([]);
    expect(await world.refusal('agent', 'completeUpload', { params: { attachmentId } })).toMatchObject({
      code: 'not_found',
    });
  });

  it('leaves everything as it was when S3 refuses, and names the cause', async () => {
    const world = await configured();
    const { attachment } = await world.upload('a.png', 'hello');
    const document = structuredClone(parts(world.account).policy.document);
    parts(world.account).policy.document.Statement = [
      { Effect: 'Allow', Action: 's3:PutObject', Resource: '*' },
    ];
    const params = { attachmentId: attachment.id };
    const { verdict } = await world.refusal('administrator', 'deleteAttachment', { params });
    expect(full(verdict)).toMatchObject({ code: 'delete_not_allowed', certainty: 'certain' });
    expect((await world.call('agent', 'listAttachments', { params: { ticketId: '1' } })).attachments).toEqual(
      [attachment],
    );
    parts(world.account).policy.document = document;
    await world.call('agent', 'deleteAttachment', { params });
    expect(await keysOf(world)).toEqual([]);
  });

  it('says that the bucket is missing when it is', async () => {
    const world = await configured();
    const { attachment } = await world.upload('a.png', 'hello');
    world.account.buckets = [];
    const { verdict } = await world.refusal('administrator', 'deleteAttachment', {
      params: { attachmentId: attachment.id },
    });
    expect(full(verdict)).toMatchObject({ code: 'bucket_missing', bucket: saved.bucket });
  });

  it('finds the object where it was put, although the settings name another bucket by now', async () => {
    const world = await configured();
    const { attachment } = await world.upload('a.png', 'hello');
    await world.configure({ bucket: 'acme-new' });
    await world.call('agent', 'deleteAttachment', { params: { attachmentId: attachment.id } });
    expect(await keysOf(world)).toEqual([]);
  });

  it('done twice at once deletes once', async () => {
    const world = await configured();
    const { attachment } = await world.upload('a.png', 'hello');
    const params = { attachmentId: attachment.id };
    const answers = await Promise.all([1, 2].map(() => world.send('agent', 'deleteAttachment', { params })));
    expect(answers.map(({ status }) => status)).toContain(204);
    expect(answers.every(({ status }) => status === 204 || status === 404)).toBe(true);
    await expectWithdrawn(world.store, attachment.id);
  });

  it('lets nobody register meanwhile: neither while S3 deletes the object nor when it has', async () => {
    let params = { attachmentId: '' };
    const codes: string[] = [];
    const register = async () => {
      codes.push((await world.refusal('agent', 'completeUpload', { params })).code);
      return null;
    };
    let ahead = 0;
    const world: World = await configured({
      clock: () => Date.now() + ahead,
      between: ({ method }) => (method === 'DELETE' ? register() : null),
    });
    const { attachmentId, target } = await world.sign();
    params = { attachmentId };
    await world.put(target, 'hello');
    // Nothing can arrive any more, so that it is forgotten at once.
    ahead = 3 * 3_600_000;
    const { store } = world;
    const { removeAttachment } = store;
    store.removeAttachment = async (id) => {
      await register();
      await removeAttachment.call(store, id);
    };
    await world.call('agent', 'deleteAttachment', { params });
    expect(codes).toEqual(['not_found', 'not_found']);
    expect(await store.readAttachment(attachmentId)).toBeNull();
  });

  it('stops a registration that had looked for the bytes before', async () => {
    let goOn = () => {};
    const held = new Promise<null>((resolve) => {
      goOn = () => resolve(null);
    });
    const world = await configured({ between: ({ method }) => (method === 'DELETE' ? held : null) });
    const { attachmentId, target } = await world.sign();
    await world.put(target, 'hello');
    const params = { attachmentId };
    const { store } = world;
    const { moveAttachment } = store;
    let deleted: Promise<Response> | null = null;
    store.moveAttachment = async (id, from, to) => {
      store.moveAttachment = moveAttachment;
      deleted = world.send('agent', 'deleteAttachment', { params });
      await eventually(async () => expect((await store.readAttachment(id))?.status).toBe('deleting'));
      return moveAttachment.call(store, id, from, to);
    };
    expect(await world.refusal('agent', 'completeUpload', { params })).toMatchObject({ code: 'not_found' });
    goOn();
    expect(await deleted).toMatchObject({ status: 204 });
    await expectWithdrawn(store, attachmentId);
    expect(await keysOf(world)).toEqual([]);
  });

  it('deletes also what is registered in the very moment', async () => {
    const statuses: unknown[] = [];
    const world: World = await configured({
      between: async ({ method }) => {
        if (method === 'DELETE') statuses.push((await store.readAttachment(attachmentId))?.status);
        return null;
      },
    });
    const { attachmentId, target } = await world.sign();
    await world.put(target, 'hello');
    const params = { attachmentId };
    const { store } = world;
    const { moveAttachment } = store;
    store.moveAttachment = async (id, from, to) => {
      store.moveAttachment = moveAttachment;
      await world.call('agent', 'completeUpload', { params });
      return moveAttachment.call(store, id, from, to);
    };
    expect((await world.send('agent', 'deleteAttachment', { params })).status).toBe(204);
    expect(statuses).toEqual(['deleting']);
    await expectWithdrawn(store, attachmentId);
    expect(await keysOf(world)).toEqual([]);
  });
});
