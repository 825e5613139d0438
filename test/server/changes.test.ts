import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Deed } from '../../src/contract/index.ts';
import { createMemoryStore, type Store } from '../../src/server/index.ts';
import { createPgliteStore } from '../../src/server/node.ts';
import { configured, createWorld, saved, secret, type World } from './support/createWorld.ts';
import { inPostgres } from './support/inPostgres.ts';
import { settingsToSave, someChange } from './support/settingsToSave.ts';

// PGlite takes seconds to open on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const move: Deed = { kind: 'move', step: 'started', to: 's3', bucket: 'acme-triage' };

describe.each([
  ['in memory', async () => createMemoryStore()],
  ['in PGlite', () => createPgliteStore()],
  ...inPostgres(),
])('the history of a store %s', (_, open: () => Promise<Store>) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  const total = async () => (await store.listChanges(1000)).length;

  it('has a save and what is told of it together, or neither', async () => {
    expect(await store.listChanges(10)).toEqual([]);
    const saves = await Promise.all(
      ['ada', 'bo', 'cy', 'di'].map((by) =>
        store.saveSettings({ ...settingsToSave, savedBy: by }, 0, { ...someChange, by }),
      ),
    );
    const winner = saves.find((row) => row !== null);
    expect(await store.listChanges(10)).toEqual([
      { id: expect.any(Number), ...someChange, by: winner?.savedBy },
    ]);
    expect(await store.saveSettings(settingsToSave, 7, someChange)).toBeNull();
    expect(await total()).toBe(1);
  });

  it('keeps no save whose line cannot be written', async () => {
    const before = await store.readSettings();
    if (!before) throw new Error('nothing saved');
    const deed = {
      toJSON: () => {
        throw new Error('cannot be written');
      },
    };
    const change = { ...someChange, deed: deed as unknown as Deed };
    await expect(store.saveSettings({ ...before, bucket: 'half' }, before.version, change)).rejects.toThrow();
    const sealed = before.accessKey?.sealedSecret ?? '';
    await expect(store.resealSecret(sealed, 'half', change)).rejects.toThrow();
    expect(await store.readSettings()).toEqual(before);
    expect(await total()).toBe(1);
  });

  it('tells the newest first, and no more than was asked for', async () => {
    for (const by of ['e', 'f', 'g']) await store.addChange({ ...someChange, by, deed: move });
    const [last, before, ...rest] = await store.listChanges(2);
    expect([last?.by, before?.by, rest.length]).toEqual(['g', 'f', 0]);
    expect(last?.deed).toEqual(move);
    expect((last?.id ?? 0) > (before?.id ?? 0)).toBe(true);
  });

  it('puts another cipher text in the place of exactly the one that was read, and no other member', async () => {
    const before = await store.readSettings();
    const sealed = before?.accessKey?.sealedSecret ?? '';
    const lines = await total();
    const change = { ...someChange, by: null, deed: { kind: 're_encrypted' } } as const;
    const tries = await Promise.all(['x', 'y', 'z'].map((to) => store.resealSecret(sealed, to, change)));
    expect(tries.filter(Boolean)).toHaveLength(1);
    const after = await store.readSettings();
    expect(after).toEqual({
      ...before,
      accessKey: { ...before?.accessKey, sealedSecret: ['x', 'y', 'z'][tries.indexOf(true)] },
    });
    expect(await total()).toBe(lines + 1);
    expect((await store.listChanges(1))[0]).toMatchObject({ by: null, deed: { kind: 're_encrypted' } });
  });
});

/** The history as an administrator reads it. */
const history = async (world: World) => (await world.call('administrator', 'listChanges')).changes;

describe('who changed what', () => {
  it('is told from the first save on: every value, and of the secret that it was entered', async () => {
    const world = await configured({ now: () => new Date('2031-01-01T00:00:00Z') });
    expect(await history(world)).toEqual([
      {
        id: expect.any(Number),
        at: '2031-01-01T00:00:00.000Z',
        by: 'ada',
        deed: {
          kind: 'settings',
          fields: [
            { field: 'status', before: 'not_configured', after: 'configured' },
            { field: 'bucket', before: '', after: saved.bucket },
            { field: 'region', before: '', after: saved.region },
            { field: 'accessKeyId', before: '', after: saved.accessKeyId },
            { field: 'secretAccessKey', became: 'entered' },
          ],
        },
      },
    ]);
  });

  it('names each field that was changed, and none that was not', async () => {
    const world = await configured();
    await world.save({
      ...saved,
      region: 'eu-west-1',
      links: 'private',
      largeFiles: true,
      keyPrefix: 'desk/',
    });
    expect((await history(world))[0]?.deed).toEqual({
      kind: 'settings',
      fields: [
        { field: 'region', before: 'eu-central-1', after: 'eu-west-1' },
        { field: 'links', before: 'public', after: 'private' },
        { field: 'keyPrefix', before: '', after: 'desk/' },
        { field: 'largeFiles', before: false, after: true },
      ],
    });
    // The kept secret is sealed anew with every save, which is no change.
    await world.save({ ...saved, region: 'eu-west-1' });
    expect((await history(world))[0]?.deed).toEqual({ kind: 'settings', fields: [] });
  });

  it('tells of a rotated key both ids, and of its secret that there is another one', async () => {
    const world = await configured();
    await world.configure({ secretAccessKey: 'another/secret+of0123456789abcdefghijkl' });
    const replaced = { field: 'secretAccessKey', became: 'replaced' };
    expect((await history(world))[0]?.deed).toEqual({ kind: 'settings', fields: [replaced] });
    await world.configure({ accessKeyId: 'AKIAACMEROTATED23456' });
    expect((await history(world))[0]?.deed).toEqual({
      kind: 'settings',
      fields: [{ field: 'accessKeyId', before: saved.accessKeyId, after: 'AKIAACMEROTATED23456' }, replaced],
    });
  });

  it('tells that S3 was taken out of use and back into it, and that the key was removed', async () => {
    const world = await configured();
    await world.changeStatus('disabled');
    await world.changeStatus('configured');
    await world.changeStatus('configured');
    await world.changeStatus('keys_removed');
    const deeds = (await history(world)).slice(0, -1).map(({ deed }) => deed);
    expect(deeds).toEqual([
      {
        kind: 'settings',
        fields: [
          { field: 'status', before: 'configured', after: 'keys_removed' },
          { field: 'accessKeyId', before: saved.accessKeyId, after: '' },
          { field: 'secretAccessKey', became: 'erased' },
        ],
      },
      { kind: 'settings', fields: [{ field: 'status', before: 'disabled', after: 'configured' }] },
      { kind: 'settings', fields: [{ field: 'status', before: 'configured', after: 'disabled' }] },
    ]);
  });

  it('has no line for what was refused', async () => {
    const world = await configured();
    const body = { ...saved, bucket: 'acme-late', version: 0 };
    await world.refusal('administrator', 'saveSettings', { body });
    await world.refusal('administrator', 'changeStatus', { body: { status: 'disabled', version: 0 } });
    await world.refusal('agent', 'saveSettings', { body: { ...body, version: 1 } });
    expect(await history(world)).toHaveLength(1);
  });

  it('holds neither a secret nor anything that is made of one, also where it was typed into another field', async () => {
    const store = createMemoryStore();
    const world = createWorld({ store });
    await world.configure();
    const typed = 'abcdEFGHijklMNOPqrstUVWXyz0123456789abcd';
    await world.save({ ...saved, accessKeyId: typed, secretAccessKey: secret, keyPrefix: `${typed}/` });
    await world.configure();
    const kept = JSON.stringify(await store.listChanges(100));
    const sealed = (await store.readSettings())?.accessKey?.sealedSecret ?? '';
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret)));
    for (const one of [secret, typed, sealed, 'v1.', digest.toString('hex'), digest.toString('base64')])
      expect(kept).not.toContain(one);
    expect(kept).toContain('"after":"…"');
  });

  it('is cut after a hundred lines, and says that there are more', async () => {
    const world = createWorld();
    for (let n = 0; n < 100; n++) await world.store.addChange({ ...someChange, by: `p${n}`, deed: move });
    expect(await world.call('administrator', 'listChanges')).toMatchObject({ more: false });
    await world.store.addChange({ ...someChange, by: 'last', deed: move });
    const { changes, more } = await world.call('administrator', 'listChanges');
    expect([changes.length, changes[0]?.by, changes.at(-1)?.by, more]).toEqual([100, 'last', 'p1', true]);
  });
});
