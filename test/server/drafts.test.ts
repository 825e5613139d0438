import { describe, expect, it } from 'vitest';
import { configured, createWorld, type Role, type World } from './support/createWorld.ts';

const draft = { ticketId: '1', draftId: 'reply' };

/** Stores a file in a draft, in S3 or the database, wherever the world keeps them. */
async function store(world: World, name: string, role: Role = 'agent', where = draft): Promise<string> {
  const attachmentId = await sign(world, name, role, where);
  await world.call(role, 'completeUpload', { params: { attachmentId } });
  return attachmentId;
}

/** The same, but it is not registered. */
async function sign(world: World, name: string, role: Role = 'agent', where = draft): Promise<string> {
  const { uploads } = await world.call(role, 'signUploads', {
    body: { ...where, files: [{ id: 'f', name, size: 5, type: 'image/png' }] },
  });
  const result = uploads[0]?.result;
  if (result?.status !== 'signed') throw new Error('Refused.');
  const params = { attachmentId: result.attachmentId };
  if (result.target.to === 's3') await world.put(result.target, 'hello');
  else await world.call(role, 'uploadContent', { params, bytes: 'hello' });
  return result.attachmentId;
}

const namesOf = ({ attachments }: { attachments: { name: string }[] }) => attachments.map(({ name }) => name);

describe('a draft', () => {
  it('holds what was stored in it until it is sent, oldest first, and the ticket shows it from then on', async () => {
    const world = await configured();
    await store(world, 'a.png');
    await store(world, 'b.png');
    const ticket = () => world.call('agent', 'listAttachments', { params: { ticketId: '1' } });
    expect(namesOf(await ticket())).toEqual([]);
    const { attachments } = await world.call('agent', 'listDraft', { params: draft });
    expect(attachments.map(({ name, draftId }) => [name, draftId])).toEqual([
      ['a.png', 'reply'],
      ['b.png', 'reply'],
    ]);
    const sent = await world.call('agent', 'sendDraft', { params: draft, body: {} });
    expect(sent.attachments.map(({ name, draftId }) => [name, draftId])).toEqual([
      ['a.png', null],
      ['b.png', null],
    ]);
    expect(await ticket()).toEqual(sent);
    expect(await world.call('agent', 'listDraft', { params: draft })).toEqual({ attachments: [] });
  });

  it('is seen, read, written and sent by nobody but who made it, administrators included', async () => {
    const world = createWorld();
    const attachmentId = await store(world, 'a.png');
    const waiting = await sign(world, 'b.png');
    for (const role of ['administrator', 'reader', 'customer'] as const) {
      const refused = async (name: Parameters<World['refusal']>[1], id: string, body = {}) =>
        (await world.refusal(role, name, { params: { attachmentId: id, ...draft }, body })).code;
      expect(await refused('readContent', attachmentId)).toBe('not_found');
      expect(await refused('deleteAttachment', attachmentId)).toBe('not_found');
      expect(await refused('completeUpload', waiting)).toBe('not_found');
      expect(await refused('uploadContent', waiting)).toBe('not_found');
      const report = { status: 0, body: '', loaded: 0, total: 1, online: true };
      expect(await refused('reportFailure', waiting, report)).toBe('not_found');
      if (role !== 'administrator') continue;
      expect(await refused('sendDraft', attachmentId, { attachmentIds: [attachmentId] })).toBe('not_found');
      expect(await world.call(role, 'listDraft', { params: draft })).toEqual({ attachments: [] });
      expect(await world.call(role, 'sendDraft', { params: draft, body: {} })).toEqual({ attachments: [] });
    }
    expect(namesOf(await world.call('agent', 'listDraft', { params: draft }))).toEqual(['a.png']);
    await world.call('agent', 'sendDraft', { params: draft, body: {} });
    expect((await world.send('reader', 'readContent', { params: { attachmentId } })).status).toBe(200);
  });

  it('never mixes with the draft of the same name of another ticket, or of another person', async () => {
    const world = createWorld();
    await store(world, 'mine.png');
    await store(world, 'elsewhere.png', 'agent', { ...draft, ticketId: '2' });
    await store(world, 'hers.png', 'administrator');
    expect(namesOf(await world.call('agent', 'listDraft', { params: draft }))).toEqual(['mine.png']);
    expect(namesOf(await world.call('agent', 'sendDraft', { params: draft, body: {} }))).toEqual([
      'mine.png',
    ]);
    expect(namesOf(await world.call('administrator', 'listDraft', { params: draft }))).toEqual(['hers.png']);
  });

  it('keeps what is still on its way, and what was not among those that were sent', async () => {
    const world = createWorld();
    const first = await store(world, 'a.png');
    await store(world, 'b.png');
    const waiting = await sign(world, 'c.png');
    const sent = await world.call('agent', 'sendDraft', { params: draft, body: { attachmentIds: [first] } });
    expect(namesOf(sent)).toEqual(['a.png']);
    expect(namesOf(await world.call('agent', 'listDraft', { params: draft }))).toEqual(['b.png']);
    await world.call('agent', 'completeUpload', { params: { attachmentId: waiting } });
    expect(namesOf(await world.call('agent', 'listDraft', { params: draft }))).toEqual(['b.png', 'c.png']);
  });

  it('is sent whole or not at all: one that is not there, not stored or not of it stops all', async () => {
    const world = createWorld();
    const good = await store(world, 'a.png');
    for (const bad of [
      'nobody',
      await sign(world, 'b.png'),
      await store(world, 'c.png', 'agent', { ...draft, draftId: 'other' }),
      await store(world, 'd.png', 'agent', { ...draft, ticketId: '2' }),
      await store(world, 'e.png', 'administrator'),
    ]) {
      const body = { attachmentIds: [good, bad] };
      const { code } = await world.refusal('agent', 'sendDraft', { params: draft, body });
      expect(code).toBe('not_found');
    }
    expect(namesOf(await world.call('agent', 'listDraft', { params: draft }))).toEqual(['a.png']);
  });

  it('may be sent again when the answer was lost, with the same result', async () => {
    const world = createWorld();
    const body = { attachmentIds: [await store(world, 'b.png'), await store(world, 'a.png')] };
    const sent = await world.call('agent', 'sendDraft', { params: draft, body });
    expect(namesOf(sent)).toEqual(['b.png', 'a.png']);
    expect(await world.call('agent', 'sendDraft', { params: draft, body })).toEqual(sent);
  });

  it('of an empty list sends nothing', async () => {
    const world = createWorld();
    await store(world, 'a.png');
    const sent = await world.call('agent', 'sendDraft', { params: draft, body: { attachmentIds: [] } });
    expect(sent).toEqual({ attachments: [] });
    expect(namesOf(await world.call('agent', 'listDraft', { params: draft }))).toEqual(['a.png']);
  });
});
