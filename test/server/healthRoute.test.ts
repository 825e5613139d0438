import { describe, expect, it, vi } from 'vitest';
import { createMemoryStore, type Store } from '../../src/server/index.ts';
import { eventually } from '../support/eventually.ts';
import { createWorld, saved, secret, site, type World, type WorldOptions } from './support/createWorld.ts';

async function ask(world: World) {
  const response = await world.handle(new Request(`${site}/health`));
  return { status: response.status, facts: await response.json() };
}

/** A world that remembers what was asked of S3 since the last look. */
function watched(options: WorldOptions = {}) {
  const asked: string[] = [];
  const world = createWorld({
    ...options,
    between: (init, url) => {
      asked.push(`${init.method} ${url}`);
      return null;
    },
  });
  return { world, asked };
}

/** The same store, with another answer to what it has of the settings. */
function storeThat(readSettings: Store['readSettings']): Store {
  return { ...createMemoryStore(), readSettings };
}

describe('whoever watches the backend', () => {
  it('need not sign in, and is told in two words how it is', async () => {
    const response = await createWorld().handle(new Request(`${site}/health`));
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toEqual({ status: 'up', store: 'up', s3: 'not_in_use' });
  });

  it('finds it below the base path', async () => {
    const world = createWorld({ basePath: '/api/s3-attachments' });
    expect((await world.handle(new Request(`${site}/api/s3-attachments/health`))).status).toBe(200);
    expect((await world.handle(new Request(`${site}/health`))).status).toBe(404);
  });

  it('asks by HEAD too, and not by anything that changes', async () => {
    const world = createWorld();
    const by = async (method: string) =>
      (await world.handle(new Request(`${site}/health`, { method }))).status;
    expect([await by('HEAD'), await by('POST')]).toEqual([200, 404]);
  });

  it('hears of S3 what uploads and checks have found, and never makes anybody ask it', async () => {
    const { world, asked } = watched();
    await world.configure();
    asked.length = 0;
    expect(await ask(world)).toEqual({ status: 200, facts: { status: 'up', store: 'up', s3: 'untried' } });
    expect(asked).toEqual([]);
  });

  it('hears that uploads fail, without the cause, and leaves the process where it is: settings can still be mended', async () => {
    const { world, asked } = watched();
    await world.configure();
    world.account.buckets[0]!.cors = null as never;
    await world.fail();
    asked.length = 0;
    const { status, facts } = await ask(world);
    expect({ status, facts }).toEqual({
      status: 200,
      facts: { status: 'degraded', store: 'up', s3: 'failing' },
    });
    for (const hidden of [saved.bucket, saved.region, saved.accessKeyId, secret, 'cors'])
      expect(JSON.stringify(facts)).not.toContain(hidden);
    expect(asked).toEqual([]);
  });

  it('hears that it is out of use when the store fails, and that it is back', async () => {
    let broken = true;
    const world = createWorld({
      store: storeThat(async () => {
        if (broken) throw new Error('connection to db.internal refused');
        return null;
      }),
    });
    expect(await ask(world)).toEqual({
      status: 503,
      facts: { status: 'down', store: 'down', s3: 'unknown' },
    });
    broken = false;
    // An answer is good for a second.
    await expect.poll(async () => (await ask(world)).status, { timeout: 5000 }).toBe(200);
  });

  it('waits two seconds for a store that says nothing, not longer', async () => {
    const world = createWorld({ store: storeThat(() => new Promise(() => {})) });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const answers: number[] = [];
    for (const asked of [ask(world), ask(world)]) void asked.then(({ status }) => answers.push(status));
    await vi.advanceTimersByTimeAsync(1999);
    expect(answers).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    vi.useRealTimers();
    await eventually(() => expect(answers).toEqual([503, 503]));
  });

  it('costs one read of the store a second, however many ask', async () => {
    let reads = 0;
    const world = createWorld({
      store: storeThat(async () => {
        reads++;
        await new Promise((resolve) => setTimeout(resolve, 20));
        return null;
      }),
    });
    await Promise.all(Array.from({ length: 50 }, () => ask(world)));
    for (let count = 0; count < 50; count++) await ask(world);
    expect(reads).toBe(1);
  });

  it('leaves no line in the log', async () => {
    const world = createWorld();
    await ask(world);
    expect(world.lines).toEqual([]);
  });
});
