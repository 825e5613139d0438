import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { toNodeListener } from '../../src/server/node.ts';
import { createWorld } from './support/createWorld.ts';

/* What Express does around a listener: it takes the mount path away, parses bodies, and takes errors. */

type Next = (error?: unknown) => void;
type Middleware = (incoming: IncomingMessage, outgoing: ServerResponse, next: Next) => unknown;

let stop: () => void = () => {};
afterEach(() => stop());

async function serve(...middleware: Middleware[]) {
  const errors: unknown[] = [];
  const server = createServer((incoming, outgoing) => {
    incoming.url = incoming.url?.replace('/api', '');
    const run = (index: number, error?: unknown): unknown => {
      if (error === undefined)
        return middleware[index]?.(incoming, outgoing, (given) => run(index + 1, given));
      errors.push(error);
      return outgoing.writeHead(500).end();
    };
    run(0);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => server.close();
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`, errors };
}

const sign = (url: string) =>
  fetch(`${url}/uploads`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-role': 'agent' },
    body: JSON.stringify({ ticketId: '1', files: [{ id: 'u1', name: 'a.png', size: 5, type: 'image/png' }] }),
  });

/** As `express.json()` does. */
const parseJson: Middleware = async (incoming, _outgoing, next) => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  if (chunks.length > 0) Object.assign(incoming, { body: JSON.parse(Buffer.concat(chunks).toString()) });
  next();
};

it('answers below a path that Express has taken away', async () => {
  const { url, errors } = await serve(toNodeListener(createWorld().handle));
  expect([(await sign(url)).status, errors]).toEqual([200, []]);
});

it('tells who parses bodies first that it must stand before that', async () => {
  const { url, errors } = await serve(parseJson, toNodeListener(createWorld().handle));
  expect((await sign(url)).status).toBe(500);
  expect(errors).toEqual([
    expect.objectContaining({
      message: expect.stringMatching(/^The body of POST \/uploads .*express\.json/),
    }),
  ]);
});

it('rejects where nobody takes an error', async () => {
  const listener = toNodeListener(createWorld().handle);
  const { url, errors } = await serve(parseJson, async (incoming, outgoing, next) => {
    await expect(listener(incoming, outgoing)).rejects.toThrow('express.json');
    next('rejected');
  });
  await sign(url);
  expect(errors).toEqual(['rejected']);
});

it('answers a request without a body behind a parser of bodies', async () => {
  const { url, errors } = await serve(parseJson, toNodeListener(createWorld().handle));
  const response = await fetch(`${url}/tickets/1/attachments`, { headers: { 'x-role': 'agent' } });
  expect([response.status, errors]).toEqual([200, []]);
});
