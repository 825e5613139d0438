import { describe, expect, it } from 'vitest';
import { ndjsonType } from '../../src/contract/index.ts';
import {
  createHandler,
  createMemoryStore,
  type HandlerOptions,
  type LogEntry,
} from '../../src/server/index.ts';
import { createShutdown } from '../../src/server/http/createShutdown.ts';
import { createFakeS3 } from '../../src/testing/s3/index.ts';
import { acmeAccount, encryptionKey, saved, secret, site, viewers } from './support/createWorld.ts';

const wait = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

/** A backend whose store tells when it is closed, and what is done in it. */
function open(options: Partial<HandlerOptions> = {}) {
  const done: string[] = [];
  const lines: LogEntry[] = [];
  const store = createMemoryStore();
  store.close = async () => void done.push('store closed');
  const handle = createHandler({
    authorize: () => viewers.administrator,
    store,
    encryptionKey,
    log: (entry) => void lines.push(entry),
    ...options,
  });
  const list = () => handle(new Request(`${site}/tickets/1/attachments`)).then(({ status }) => status);
  return { handle, store, done, lines, list };
}

/** A promise and what ends it. */
function gate() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { ended, end };
}

describe('a backend that ends', () => {
  it('answers what it has begun, and only then closes the store', async () => {
    const { handle, store, done, list } = open();
    const { ended, end } = gate();
    const { listAttachments } = store;
    store.listAttachments = async (...input) => {
      await ended;
      done.push('read');
      return listAttachments(...input);
    };
    const answer = list();
    const closing = handle.close();
    await wait(50);
    expect(done).toEqual([]);
    end();
    expect(await answer).toBe(200);
    await closing;
    expect(done).toEqual(['read', 'store closed']);
  });

  it('takes nothing new: whoever comes is told to come again in a moment, whether signed in or not', async () => {
    const { handle, lines } = open({ authorize: () => null });
    await handle.close();
    for (const path of ['/tickets/1/attachments', '/nothing']) {
      const response = await handle(new Request(site + path));
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('2');
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(await response.json()).toMatchObject({
        code: 'server_closing',
        verdict: { detail: 'redacted' },
      });
    }
    expect(lines.filter(({ event }) => event === 'request')).toMatchObject([
      { status: 503, code: 'server_closing' },
      { status: 503, code: 'server_closing' },
    ]);
  });

  it('tells who watches it, who then sends nobody here any more', async () => {
    const { handle, store } = open();
    const { ended, end } = gate();
    store.listAttachments = () => ended.then(() => []);
    const answer = handle(new Request(`${site}/tickets/1/attachments`));
    const closing = handle.close();
    const health = await handle(new Request(`${site}/health`));
    expect(health.status).toBe(503);
    expect(await health.json()).toEqual({ status: 'closing', store: 'unknown', s3: 'unknown' });
    expect((await handle(new Request(`${site}/metrics`))).status).toBe(200);
    end();
    await Promise.all([answer, closing]);
  });

  it('waits for a check that is told line by line, to its last line', async () => {
    const s3 = createFakeS3({ account: acmeAccount() });
    const { handle, done } = open({ fetch: async (url, init) => s3(new Request(url, init)) });
    const response = await handle(
      new Request(`${site}/connection/check`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: ndjsonType, origin: site },
        body: JSON.stringify({ ...saved, secretAccessKey: secret }),
      }),
    );
    const closing = handle.close();
    await wait(100);
    expect(done).toEqual([]);
    const lines = (await response.text()).trim().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ event: 'report' });
    await closing;
    expect(done).toEqual(['store closed']);
  });

  it.each([
    ['goes away', async (response: Response) => response.body?.cancel()],
    ['reads it all', async (response: Response) => void (await response.arrayBuffer())],
  ])('does not wait for somebody who opens a file and %s', async (_, read) => {
    const { handle, done } = open();
    const send = async (path: string, init: RequestInit = {}) =>
      handle(
        new Request(site + path, {
          ...init,
          headers: { 'content-type': 'application/json', ...init.headers },
        }),
      );
    const files = [{ id: 'f', name: 'a.png', size: 1, type: 'image/png' }];
    const signed = await send('/uploads', { method: 'POST', body: JSON.stringify({ ticketId: '1', files }) });
    const { uploads } = (await signed.json()) as { uploads: { result: { attachmentId: string } }[] };
    const path = `/attachments/${uploads[0]?.result.attachmentId}`;
    const bytes = { method: 'PUT', body: 'x', headers: { 'content-type': 'image/png' } };
    expect((await send(`${path}/content`, bytes)).status).toBe(204);
    expect((await send(`${path}/complete`, { method: 'POST', body: '{}' })).status).toBe(200);
    // Whoever only asks how large it is reads no body.
    expect((await send(`${path}/content`, { method: 'HEAD' })).status).toBe(200);
    const content = await send(`${path}/content`);
    expect(content.status).toBe(200);
    const closing = handle.close();
    await wait(50);
    expect(done).toEqual([]);
    await read(content);
    await closing;
    expect(done).toEqual(['store closed']);
  });

  it('waits for nobody longer than it was told to', async () => {
    const { handle, store, done, list } = open();
    store.listAttachments = () => new Promise(() => {});
    void list();
    const began = performance.now();
    await handle.close({ within: 100 });
    expect(performance.now() - began).toBeLessThan(8000);
    expect(done).toEqual(['store closed']);
  });

  it('ends once, however often it is asked to, also with a store that does not close', async () => {
    const { handle, store, lines } = open();
    let closed = 0;
    store.close = async () => {
      closed++;
      throw new Error('postgres://desk:hunter2@db is away');
    };
    await Promise.all([handle.close(), handle.close()]);
    await handle.close();
    expect(closed).toBe(1);
    expect(lines).toMatchObject([{ level: 'error', event: 'fault', during: 'close' }]);
    expect(JSON.stringify(lines)).not.toContain('hunter2');
  });
});

describe('work that nobody waits for', () => {
  it('is stopped before the store is closed, one that will not stop included', async () => {
    const done: string[] = [];
    const faults: unknown[] = [];
    const shutdown = createShutdown(
      async () => void done.push('last'),
      (error) => void faults.push(error),
    );
    shutdown.onClose(async () => {
      await wait(20);
      done.push('timer');
    });
    shutdown.onClose(() => {
      throw new Error('will not');
    });
    await shutdown.close();
    expect(done).toEqual(['timer', 'last']);
    expect(faults).toMatchObject([{ message: 'will not' }]);
    // What is begun too late is stopped at once.
    shutdown.onClose(() => void done.push('late'));
    expect(done).toEqual(['timer', 'last', 'late']);
  });

  it('is not held up by those who are sent away meanwhile', async () => {
    const shutdown = createShutdown(
      async () => {},
      () => {},
    );
    const leave = shutdown.enter();
    const closing = shutdown.close({ within: 60_000 });
    shutdown.enter();
    leave();
    // One who leaves twice takes nobody else along.
    leave();
    await closing;
  });
});
