import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/server/index.ts';
import { createPgliteStore } from '../../src/server/node.ts';
import {
  acmeAccount,
  configured,
  createWorld,
  encryptionKey,
  full,
  keysOf,
  parts,
  saved,
  secret,
  type World,
  type WorldOptions,
} from './support/createWorld.ts';
import { inPostgres } from './support/inPostgres.ts';

const newer = btoa('n'.repeat(32));
const list = async (world: World) =>
  (await world.call('agent', 'listAttachments', { params: { ticketId: '1' } })).attachments;

/** Where the bytes of a new file would go. */
async function targetOf(world: World): Promise<string> {
  const files = [{ id: 'f', name: 'a.txt', size: 5, type: 'text/plain' }];
  const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
  const [upload] = uploads;
  if (upload?.result.status !== 'signed') throw new Error('Refused.');
  return upload.result.target.to;
}

/** A world whose links are private: the key may read, nobody else. */
async function privately(options: WorldOptions = {}): Promise<World> {
  const account = acmeAccount();
  const { bucket, policy } = parts(account);
  bucket.policy = null;
  policy.document.Statement = [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }];
  const world = createWorld({ account, ...options });
  await world.configure({ links: 'private' });
  return world;
}

describe('S3 that was taken out of use', () => {
  it('is told with everything but how uploads are going, and by whom', async () => {
    const world = await configured({ now: () => new Date('2031-01-01T00:00:00Z') });
    const before = await world.call('administrator', 'readSettings');
    if (before.status !== 'configured') throw new Error('Not configured.');
    const { health: _, ...rest } = before;
    const answer = await world.changeStatus('disabled');
    expect(answer).toEqual({ ...rest, status: 'disabled', version: 2 });
    expect(await world.call('administrator', 'readSettings')).toEqual(answer);
  });

  it('takes no new file: the database does', async () => {
    const world = await configured();
    expect(await targetOf(world)).toBe('s3');
    await world.changeStatus('disabled');
    expect(await targetOf(world)).toBe('database');
    await world.changeStatus('configured');
    expect(await targetOf(world)).toBe('s3');
    expect(await world.version()).toBe(3);
  });

  it('still shows, registers and deletes what was sent there', async () => {
    const world = await configured();
    const { attachment } = await world.upload('a.png', 'hello');
    const { attachmentId, target } = await world.sign();
    await world.changeStatus('disabled');
    expect(await list(world)).toEqual([attachment]);
    expect(await (await world.s3(new Request(attachment.url))).text()).toBe('hello');
    expect((await world.put(target, 'hello')).status).toBe(200);
    await world.call('agent', 'completeUpload', { params: { attachmentId } });
    expect(await list(world)).toHaveLength(2);
    for (const id of [attachment.id, attachmentId])
      await world.call('agent', 'deleteAttachment', { params: { attachmentId: id } });
    expect(await keysOf(world)).toEqual([]);
  });

  it('still signs private links', async () => {
    const world = await privately();
    const { attachment } = await world.upload('a.png', 'hello');
    await world.changeStatus('disabled');
    const params = { attachmentId: attachment.id };
    const response = await world.send('agent', 'readContent', { params });
    expect(response.status).toBe(302);
    const location = response.headers.get('location') ?? '';
    expect(await (await world.s3(new Request(location))).text()).toBe('hello');
  });

  it('stays out of use when its values are saved anew', async () => {
    const world = await configured();
    await world.changeStatus('disabled');
    expect(await world.save({ ...saved, bucket: 'acme-other' })).toMatchObject({
      status: 'disabled',
      bucket: 'acme-other',
      secretAccessKey: 'configured',
    });
    expect(await world.configure()).toMatchObject({ status: 'disabled' });
    expect(await targetOf(world)).toBe('database');
  });

  it('takes files also where its secret cannot be read, and is not put into use so', async () => {
    const world = await configured();
    await world.changeStatus('disabled');
    const after = createWorld({ store: world.store, encryptionKey: newer });
    expect(await after.call('administrator', 'readSettings')).toMatchObject({
      status: 'disabled',
      secretAccessKey: 'unreadable',
    });
    expect(await targetOf(after)).toBe('database');
    const problem = await after.refusal('administrator', 'changeStatus', {
      body: { status: 'configured', version: 2 },
    });
    expect(problem).toMatchObject({ code: 'secret_unreadable', status: 409 });
    // The key that opens it is back.
    const both = createWorld({ store: world.store, encryptionKey: [newer, encryptionKey] });
    expect(await both.changeStatus('configured')).toMatchObject({ status: 'configured' });
  });
});

describe('an access key that was removed', () => {
  it('is nowhere any more, neither told nor kept', async () => {
    const world = await configured();
    const { accessKeyId, ...place } = saved;
    const answer = await world.changeStatus('keys_removed');
    expect(answer).toMatchObject({ status: 'keys_removed', ...place, version: 2, savedBy: 'ada' });
    expect(JSON.stringify([answer, await world.store.readSettings()])).not.toMatch(
      new RegExp(`${accessKeyId}|secret|v1\\.`),
    );
  });

  it.each([
    ['in memory', async () => createMemoryStore()],
    ['in PGlite', () => createPgliteStore()],
    ...inPostgres(),
  ])(
    'is gone from a store %s, and comes back only by saving one',
    async (_, open) => {
      const store = await open();
      const world = await configured({ store });
      await world.changeStatus('keys_removed');
      expect(await store.readSettings()).toMatchObject({ status: 'keys_removed', accessKey: null });
      const problem = await world.refusal('administrator', 'saveSettings', {
        body: { ...saved, version: 2 },
      });
      expect(full(problem.verdict)).toMatchObject({
        issues: [{ path: 'secretAccessKey', message: 'required' }],
      });
      expect(await world.configure()).toMatchObject({ status: 'configured', version: 3 });
      expect(await targetOf(world)).toBe('s3');
      await store.close();
    },
    60_000,
  );

  it('is not brought back by a click', async () => {
    const world = await configured();
    await world.changeStatus('keys_removed');
    for (const status of ['configured', 'disabled'] as const) {
      const problem = await world.refusal('administrator', 'changeStatus', { body: { status, version: 2 } });
      expect(problem).toMatchObject({ code: 'secret_needed', status: 422 });
    }
    expect(await world.version()).toBe(2);
  });

  it('leaves public links as they are, and new files to the database', async () => {
    const world = await configured();
    const { attachment } = await world.upload('a.png', 'hello');
    await world.changeStatus('keys_removed');
    expect(await list(world)).toEqual([attachment]);
    expect(await (await world.s3(new Request(attachment.url))).text()).toBe('hello');
    const params = { attachmentId: attachment.id };
    const response = await world.send('agent', 'readContent', { params });
    expect(response.headers.get('location')).toBe(attachment.url);
    // Whoever registers it a second time is told that it is stored.
    expect(await world.call('agent', 'completeUpload', { params })).toEqual({ attachment, notice: null });
    expect(await targetOf(world)).toBe('database');
  });

  it('is missed where something must be signed; what cannot be deleted stays on the list', async () => {
    const world = await configured();
    const { attachment } = await world.upload('a.png', 'hello');
    const { attachmentId, target } = await world.sign();
    await world.put(target, 'hello');
    await world.changeStatus('keys_removed');
    const asked = world.s3.requests.length;
    const stored = { attachmentId: attachment.id };
    const pending = { attachmentId };
    const moved: string[] = [];
    const { moveAttachment } = world.store;
    world.store.moveAttachment = (id, from, to) => {
      moved.push(to);
      return moveAttachment.call(world.store, id, from, to);
    };
    for (const [name, params] of [
      ['deleteAttachment', stored],
      ['deleteAttachment', pending],
      ['completeUpload', pending],
    ] as const) {
      const problem = await world.refusal('administrator', name, { params });
      expect(problem).toMatchObject({ code: 'keys_removed', status: 409 });
      const { verdict } = await world.refusal('agent', name, { params });
      expect(verdict).toMatchObject({
        detail: 'redacted',
        code: 'keys_removed',
        reference: expect.any(String),
      });
    }
    // Not for a moment did it look deleted, and nobody was asked.
    expect(moved).toEqual([]);
    expect(world.s3.requests).toHaveLength(asked);
    expect(await list(world)).toEqual([attachment]);
    expect(await keysOf(world)).toHaveLength(2);

    await world.configure();
    for (const params of [stored, pending]) await world.call('agent', 'deleteAttachment', { params });
    expect(await keysOf(world)).toEqual([]);
  });

  it('leaves private links unsigned', async () => {
    const world = await privately();
    const { attachment } = await world.upload('a.png', 'hello');
    await world.changeStatus('keys_removed');
    expect(await list(world)).toEqual([attachment]);
    const params = { attachmentId: attachment.id };
    const { verdict, status } = await world.refusal('agent', 'readContent', { params });
    expect({ verdict, status }).toMatchObject({
      status: 409,
      verdict: { detail: 'redacted', code: 'keys_removed' },
    });
  });

  it('is not blamed for an upload that failed on its way, nor counted', async () => {
    const world = await configured();
    parts(world.account).bucket.cors = null;
    const { attachmentId } = await world.sign();
    await world.changeStatus('keys_removed');
    const report = { status: 0, body: '', loaded: 0, total: 5, online: true };
    const params = { attachmentId };
    const { verdict } = await world.call('administrator', 'reportFailure', { params, body: report });
    expect(full(verdict)).toMatchObject({ code: 'cors_missing' });
    expect(verdict).not.toHaveProperty('others');
    await world.configure();
    expect(await world.call('administrator', 'readSettings')).toMatchObject({
      health: { status: 'untried' },
    });
  });

  it('leaves an upload without a reason where nothing is known to be wrong: S3 was not asked with a key', async () => {
    const world = await configured();
    const { attachmentId } = await world.sign();
    await world.changeStatus('keys_removed');
    const report = { status: 0, body: '', loaded: 0, total: 5, online: true };
    const { verdict } = await world.call('administrator', 'reportFailure', {
      params: { attachmentId },
      body: report,
    });
    expect(full(verdict)).toMatchObject({ code: 'transfer_blocked', cleared: false });
  });

  it('is asked for in a check, which tries no other', async () => {
    const world = await configured();
    await world.changeStatus('keys_removed');
    const { steps } = await world.call('administrator', 'checkConnection', { body: saved });
    expect(steps.find(({ step }) => step === 'write')).toMatchObject({ reason: 'needs_secret' });
  });
});

describe('a change of status', () => {
  it('to what it is already changes nothing', async () => {
    const world = await configured();
    for (const status of ['configured', 'disabled', 'disabled', 'keys_removed', 'keys_removed'] as const)
      await world.changeStatus(status);
    expect(await world.version()).toBe(3);
  });

  it('is refused when somebody else has changed the settings meanwhile', async () => {
    const world = await configured();
    await world.configure({ bucket: 'acme-other' });
    for (const status of ['configured', 'disabled', 'keys_removed'] as const) {
      const problem = await world.refusal('administrator', 'changeStatus', { body: { status, version: 1 } });
      expect(problem).toMatchObject({ code: 'settings_changed', status: 409 });
    }
    expect(await world.call('administrator', 'readSettings')).toMatchObject({
      status: 'configured',
      version: 2,
    });
  });

  it('has nothing to do while nothing is saved', async () => {
    const world = createWorld();
    for (const status of ['disabled', 'keys_removed'] as const)
      expect(await world.changeStatus(status)).toEqual({ status: 'not_configured' });
    const body = { status: 'configured', version: 0 };
    expect(await world.refusal('administrator', 'changeStatus', { body })).toMatchObject({
      code: 'secret_needed',
    });
    expect(await world.store.readSettings()).toBeNull();
  });

  it('beside a save at the same moment: one of the two is told that something changed', async () => {
    const world = await configured();
    const body = { ...saved, secretAccessKey: secret, version: 1 };
    const answers = await Promise.all([
      world.send('administrator', 'saveSettings', { body }),
      world.send('administrator', 'changeStatus', { body: { status: 'keys_removed', version: 1 } }),
      world.send('administrator', 'changeStatus', { body: { status: 'disabled', version: 1 } }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await world.version()).toBe(2);
  });
});

describe('of two who save at once from one version', () => {
  it.each([
    ['in memory', async () => createMemoryStore()],
    ['in PGlite', () => createPgliteStore()],
    ...inPostgres(),
  ])(
    'one is saved and the other is told, with nothing of theirs kept (%s)',
    async (_, open) => {
      const store = await open();
      // Two servers over one database.
      const worlds = [createWorld({ store }), createWorld({ store })] as const;
      for (const version of [0, 1]) {
        const answers = await Promise.all(
          worlds.map((world, index) =>
            world.send('administrator', 'saveSettings', {
              body: { ...saved, bucket: `acme-${index}`, secretAccessKey: secret, version },
            }),
          ),
        );
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
        const won = answers.findIndex(({ status }) => status === 200);
        expect(await worlds[0].call('administrator', 'readSettings')).toMatchObject({
          bucket: `acme-${won}`,
          version: version + 1,
        });
        expect(await answers[1 - won]?.json()).toMatchObject({ code: 'settings_changed' });
      }
      await store.close();
    },
    60_000,
  );

  it('a version that nobody has seen saves nothing', async () => {
    const world = await configured();
    for (const version of [0, 2, 99]) {
      const body = { ...saved, secretAccessKey: secret, version };
      expect(await world.refusal('administrator', 'saveSettings', { body })).toMatchObject({
        code: 'settings_changed',
        status: 409,
      });
    }
    expect(await world.version()).toBe(1);
  });
});
