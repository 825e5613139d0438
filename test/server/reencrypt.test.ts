import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryStore, reencryptSecrets, type Store } from '../../src/server/index.ts';
import { createPgliteStore } from '../../src/server/node.ts';
import { createWorld, encryptionKey as old, secret } from './support/createWorld.ts';
import { inPostgres } from './support/inPostgres.ts';

// PGlite takes seconds to open on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const fresh = btoa('f'.repeat(32));
const other = btoa('o'.repeat(32));

describe.each([
  ['in memory', async () => createMemoryStore()],
  ['in PGlite', () => createPgliteStore()],
  ...inPostgres(),
])('re-encrypting a store %s', (_, open: () => Promise<Store>) => {
  const opened: Store[] = [];
  let store: Store;
  beforeEach(async () => {
    store = await open();
    opened.push(store);
  });
  afterAll(() => Promise.all(opened.map((one) => one.close())));
  const readable = async (...encryptionKey: string[]) => {
    const settings = await createWorld({ store, encryptionKey }).call('administrator', 'readSettings');
    return 'secretAccessKey' in settings ? settings.secretAccessKey : null;
  };

  it('leaves a secret that the first key alone opens, and settings that are what they were', async () => {
    await createWorld({ store }).configure();
    const before = await store.readSettings();
    expect(await readable(fresh)).toBe('unreadable');
    expect(await reencryptSecrets(store, [fresh, old])).toBe('reencrypted');
    expect(await readable(fresh)).toBe('configured');
    expect(await readable(old)).toBe('unreadable');
    const after = await store.readSettings();
    expect(after).toEqual({
      ...before,
      accessKey: { ...before?.accessKey, sealedSecret: after?.accessKey?.sealedSecret },
    });
    expect(JSON.stringify(await store.listChanges(9))).not.toContain(secret);
    expect((await store.listChanges(1))[0]).toMatchObject({ by: null, deed: { kind: 're_encrypted' } });
  });

  it('changes nothing the second time, nor where nothing is saved, nor where no key fits', async () => {
    expect(await reencryptSecrets(store, [fresh, old])).toBe('nothing_saved');
    const world = createWorld({ store });
    await world.configure();
    expect(await reencryptSecrets(store, [fresh, other])).toBe('unreadable');
    expect(await readable(old)).toBe('configured');
    expect(await reencryptSecrets(store, [old, fresh])).toBe('current');
    expect(await store.listChanges(9)).toHaveLength(1);
    await world.changeStatus('keys_removed');
    expect(await reencryptSecrets(store, [fresh, old])).toBe('nothing_saved');
  });

  it('gives way to a save at the same moment, whose secret it then seals', async () => {
    const world = createWorld({ store });
    await world.configure();
    const entered = 'entered/meanwhile+0123456789abcdefghijkl';
    let saves = 1;
    const raced = {
      ...store,
      resealSecret: async (...input: Parameters<Store['resealSecret']>) => {
        if (saves-- > 0) await world.configure({ secretAccessKey: entered });
        return store.resealSecret(...input);
      },
    };
    expect(await reencryptSecrets(raced, [fresh, old])).toBe('reencrypted');
    expect(await readable(fresh)).toBe('configured');
    expect((await store.readSettings())?.version).toBe(2);
    saves = 100;
    expect(await reencryptSecrets(raced, [other, fresh, old])).toBe('changed_meanwhile');
    expect(await readable(old)).toBe('configured');
  });

  it('done by many at once is done once', async () => {
    await createWorld({ store }).configure();
    const done = await Promise.all(Array.from({ length: 6 }, () => reencryptSecrets(store, [fresh, old])));
    expect(done.filter((one) => one === 'reencrypted')).toHaveLength(1);
    expect(done.every((one) => one === 'reencrypted' || one === 'current')).toBe(true);
    expect(await store.listChanges(9)).toHaveLength(2);
  });
});
