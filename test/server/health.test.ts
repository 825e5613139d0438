import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../src/diagnosis/index.ts';
import { createMemoryStore } from '../../src/server/index.ts';
import { createHealth } from '../../src/server/settings/createHealth.ts';
import { configured, createWorld, full, parts, saved, type World } from './support/createWorld.ts';
import { settingsToSave, someChange } from './support/settingsToSave.ts';

const certain: Pick<Diagnosis, 'where' | 'certainty'> = {
  where: [{ kind: 'elsewhere', place: 'aws-account' }],
  certainty: 'certain',
};
const missing: Diagnosis = { code: 'bucket_missing', bucket: 'acme-triage', ...certain };
const later: Diagnosis = { code: 'secret_wrong', ...certain };

/** An account of health over saved settings, with a clock to turn. */
async function keep() {
  const clock = { now: new Date('2031-01-01T00:00:00Z') };
  const store = createMemoryStore();
  const health = createHealth({ store, now: () => clock.now });
  const save = async () =>
    store.saveSettings(
      { ...settingsToSave, savedAt: clock.now },
      (await store.readSettings())?.version ?? 0,
      someChange,
    );
  await save();
  const read = async () => {
    const row = await store.readSettings();
    if (!row) throw new Error('nothing saved');
    return health.read(row);
  };
  const at = (time: string) => {
    clock.now = new Date(`2031-01-01T${time}Z`);
  };
  return { store, health, save, read, at };
}

describe('the account of uploads', () => {
  it('says since when they fail, how many, and why the last one did', async () => {
    const { health, read, at } = await keep();
    expect(await read()).toEqual({ status: 'untried' });
    at('10:00:00');
    await health.failed(missing, 1);
    at('11:00:00');
    await health.failed(later, 1);
    expect(await read()).toEqual({
      status: 'failing',
      since: '2031-01-01T10:00:00.000Z',
      lastAt: '2031-01-01T11:00:00.000Z',
      count: 2,
      diagnosis: later,
      changedSince: false,
    });
  });

  it('says what is over when one works again', async () => {
    const { health, read, at } = await keep();
    await health.worked(1);
    expect(await read()).toEqual({ status: 'working', lastAt: '2031-01-01T00:00:00.000Z', recovered: null });
    at('10:00:00');
    await health.failed(missing, 1);
    at('10:00:01');
    await health.worked(1);
    const recovered = {
      at: '2031-01-01T10:00:01.000Z',
      since: '2031-01-01T10:00:00.000Z',
      count: 1,
      diagnosis: missing,
    };
    expect(await read()).toEqual({ status: 'working', lastAt: '2031-01-01T10:00:01.000Z', recovered });
    at('12:00:00');
    await health.worked(1);
    expect(await read()).toEqual({ status: 'working', lastAt: '2031-01-01T12:00:00.000Z', recovered });
  });

  it('keeps a failure through a save, marked as one of other settings until something is tried', async () => {
    const { health, save, read } = await keep();
    await health.failed(missing, 1);
    await save();
    expect(await read()).toMatchObject({ status: 'failing', count: 1, changedSince: true });
    await health.failed(missing, 1);
    await health.worked(1);
    expect(await read()).toMatchObject({ status: 'failing', count: 1, changedSince: true });
    await health.failed(later, 2);
    expect(await read()).toMatchObject({ status: 'failing', count: 2, changedSince: false });
    await save();
    await health.worked(3);
    expect(await read()).toMatchObject({ status: 'working', recovered: { count: 2, diagnosis: later } });
  });

  it('holds no success for settings that nobody has tried', async () => {
    const { health, save, read } = await keep();
    await health.worked(1);
    await save();
    expect(await read()).toEqual({ status: 'untried' });
    await health.worked(2);
    expect(await read()).toMatchObject({ status: 'working' });
  });

  it.each([
    { code: 'access_key_unknown', ...certain },
    { code: 'cors_missing', origin: 'https://desk.acme.test', ...certain },
    { code: 'public_read_refused', bucket: 'acme-triage', ...certain },
    { code: 'transfer_blocked', cleared: false, ...certain },
    { code: 's3_unavailable', ...certain },
    { code: 's3_unreachable', host: 's3.acme.test', ...certain },
    { code: 's3_refused', ...certain },
    { code: 'clock_skewed', ...certain },
  ] satisfies Diagnosis[])('counts $code', async (diagnosis) => {
    const { health, read } = await keep();
    await health.failed(diagnosis, 1);
    expect(await read()).toMatchObject({ status: 'failing', diagnosis });
  });

  it.each([
    { code: 'offline', ...certain },
    { code: 'connection_lost', loaded: 1, total: 2, ...certain },
    { code: 'transfer_blocked', cleared: true, ...certain },
    { code: 'csp_blocked', host: 's3.acme.test', ...certain },
    { code: 'file_unreadable', ...certain },
    { code: 'file_too_large', size: 2, maximum: 1, ...certain },
    { code: 'url_expired', ...certain },
    { code: 'upload_incomplete', expected: 2, found: null, ...certain },
    { code: 'body_damaged', ...certain },
    { code: 'request_altered', ...certain },
    { code: 'request_invalid', ...certain },
    { code: 'origin_not_allowed', ...certain },
    { code: 'server_fault', ...certain },
    { code: 'malformed_response', status: 500, ...certain },
  ] satisfies Diagnosis[])('does not count $code, which is nobody’s set-up', async (diagnosis) => {
    const { health, read } = await keep();
    await health.failed(diagnosis, 1);
    expect(await read()).toEqual({ status: 'untried' });
  });

  it('does not count what was signed before anybody wrote down with which settings', async () => {
    const { health, read } = await keep();
    await health.failed(missing, null);
    await health.worked(null);
    expect(await read()).toEqual({ status: 'untried' });
  });

  it.each(['', '{', '{"code":"of another time"}', 'null'])(
    'is untried where %j stands for the diagnosis',
    async (diagnosis) => {
      const { store, read, health } = await keep();
      await store.recordFailure({ settingsVersion: 1, at: new Date(), diagnosis });
      expect(await read()).toEqual({ status: 'untried' });
      await health.worked(1);
      expect(await read()).toMatchObject({ status: 'working', recovered: null });
    },
  );

  it('costs nobody the answer when it cannot be written', async () => {
    const { store, health } = await keep();
    store.recordFailure = () => Promise.reject(new Error('the disk is full'));
    store.recordSuccess = () => {
      throw new Error('not even a promise');
    };
    await expect(health.failed(missing, 1)).resolves.toBeUndefined();
    await expect(health.worked(1)).resolves.toBeUndefined();
  });
});

describe('settings tell of uploads', () => {
  const health = async (world: World) => {
    const settings = await world.call('administrator', 'readSettings');
    return settings.status === 'configured' ? settings.health : null;
  };

  it('that work, once one was registered', async () => {
    const world = await configured();
    expect(await health(world)).toEqual({ status: 'untried' });
    await world.upload('a.png', 'hello');
    expect(await health(world)).toMatchObject({ status: 'working', recovered: null });
  });

  it('whose links cannot be opened, each upload once, until one can', async () => {
    const world = await configured();
    const { bucket } = parts(world.account);
    const { policy } = bucket;
    bucket.policy = null;
    const { attachment } = await world.upload('a.png', 'hello');
    const params = { attachmentId: attachment.id };
    await world.call('agent', 'completeUpload', { params });
    await world.upload('b.png', 'hello');
    expect(await health(world)).toMatchObject({
      status: 'failing',
      count: 2,
      diagnosis: { code: 'public_read_refused' },
    });
    bucket.policy = policy;
    // That an old one is registered again is no upload that works.
    await world.call('agent', 'completeUpload', { params });
    expect(await health(world)).toMatchObject({ status: 'failing', count: 2 });
    await world.upload('c.png', 'hello');
    expect(await health(world)).toMatchObject({
      status: 'working',
      recovered: { count: 2, diagnosis: { code: 'public_read_refused' } },
    });
  });

  it('that S3 refused to confirm, and keep that through a save', async () => {
    const world = await configured();
    const { attachmentId, target } = await world.sign();
    await world.put(target, 'hello');
    parts(world.account).key.status = 'Inactive';
    await world.refusal('agent', 'completeUpload', { params: { attachmentId } });
    expect(await health(world)).toMatchObject({ count: 1, diagnosis: { code: 'access_key_unknown' } });
    const answer = await world.save(saved);
    expect(answer).toMatchObject({ health: { status: 'failing', count: 1, changedSince: true } });
  });

  it('that could not even be signed', async () => {
    const { store } = await configured();
    const world = createWorld({ store, encryptionKey: btoa('n'.repeat(32)) });
    const files = [{ id: 'f', name: 'a.png', size: 1, type: '' }];
    await world.refusal('agent', 'signUploads', { body: { ticketId: '1', files } });
    expect(await health(world)).toMatchObject({ count: 1, diagnosis: { code: 'secret_unreadable' } });
  });

  it('not when one was never sent', async () => {
    const world = await configured();
    const { attachmentId } = await world.sign();
    const { verdict } = await world.refusal('administrator', 'completeUpload', { params: { attachmentId } });
    expect(full(verdict)).toMatchObject({ code: 'upload_incomplete' });
    expect(await health(world)).toEqual({ status: 'untried' });
  });

  it('only where they were signed with these settings, not with older ones', async () => {
    const world = await configured();
    const { attachmentId, target } = await world.sign();
    await world.put(target, 'hello');
    await world.configure();
    await world.call('agent', 'completeUpload', { params: { attachmentId } });
    expect(await health(world)).toEqual({ status: 'untried' });
  });

  it('in every backend over the same store', async () => {
    const world = await configured();
    parts(world.account).bucket.policy = null;
    await world.upload('a.png', 'hello');
    expect(await health(createWorld({ store: world.store }))).toMatchObject({ status: 'failing', count: 1 });
  });

  it('and an upload ends well although nothing can be written down of it', async () => {
    const world = await configured();
    world.store.recordSuccess = () => Promise.reject(new Error('the disk is full'));
    expect(await world.upload('a.png', 'hello')).toMatchObject({ notice: null });
  });
});
