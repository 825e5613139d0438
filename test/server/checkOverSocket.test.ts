import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { checkEventSchema } from '../../src/contract/index.ts';
import { toNodeListener } from '../../src/server/node.ts';
import { createWorld, keysOf, saved, secret, type World, type WorldOptions } from './support/createWorld.ts';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(
  options: WorldOptions,
): Promise<{ world: World; ask: (signal?: AbortSignal) => Promise<Response> }> {
  const world = createWorld(options);
  server = createServer(toNodeListener(world.handle));
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    world,
    ask: (signal) =>
      fetch(`${url}/connection/check`, {
        method: 'POST',
        headers: {
          'x-role': 'administrator',
          'content-type': 'application/json',
          accept: 'application/x-ndjson',
        },
        body: JSON.stringify({ ...saved, secretAccessKey: secret }),
        ...(signal ? { signal } : {}),
      }),
  };
}

const later = (ms: number) => new Promise<null>((resolve) => setTimeout(resolve, ms, null));

it('shows what is known while S3 still thinks about the rest', async () => {
  let answerDelete = () => {};
  const asked = new Promise<null>((resolve) => (answerDelete = () => resolve(null)));
  const { ask } = await serve({ between: ({ method }) => (method === 'DELETE' ? asked : null) });
  const response = await ask();
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('"step":"read"')) text += (await reader?.read())?.value ?? '';
  expect(text).not.toContain('"step":"delete"');
  answerDelete();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) text += part.value;
  const events = text
    .trim()
    .split('\n')
    .map((line) => checkEventSchema.parse(JSON.parse(line)));
  expect(events.at(-1)).toMatchObject({ event: 'report', report: { outcome: 'passed' } });
});

it('stops asking when the administrator leaves, and takes its test object away', async () => {
  const gone = new AbortController();
  const { world, ask } = await serve({
    between: async ({ method }, url) => {
      if (method !== 'GET' || !url.includes('probe')) return null;
      gone.abort();
      return later(300);
    },
  });
  await expect(ask(gone.signal).then((response) => response.text())).rejects.toThrow();
  await expect.poll(() => world.s3.requests.filter(({ method }) => method === 'DELETE').length).toBe(1);
  expect(await keysOf(world)).toEqual([]);
});
