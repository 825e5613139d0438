// Sends a file of S3A_SIZE bytes over a socket into the database and reads it back. Prints as JSON what memory was in use meanwhile.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHandler } from '../../../src/server/index.ts';
import { openStore, toNodeListener } from '../../../src/server/node.ts';

const mebibyte = 1024 ** 2;
const size = Number(process.env.S3A_SIZE);
const store = await openStore({ dataDir: process.env.S3A_DATA ?? '' });
const handler = createHandler({
  authorize: () => ({ id: 'gil', administrator: false, mayRead: () => true, mayWrite: () => true }),
  store,
  encryptionKey: btoa('k'.repeat(32)),
  maxDatabaseFileSize: size,
  log: () => undefined,
});
const server = createServer(toNodeListener(handler));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** Bytes that something still holds. */
function inUse(): number {
  global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Samples every 10 MiB. The one in the middle counts: some hold what is about to be collected. */
function createSamples() {
  const base = inUse();
  const taken: number[] = [];
  return {
    at(bytes: number) {
      if (bytes >= taken.length * 10 * mebibyte) taken.push(inUse());
    },
    growth: () => (taken.sort((a, b) => a - b)[taken.length >> 1] ?? 0) - base,
  };
}

async function post(path: string, body: object) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

async function sign(size: number): Promise<string> {
  const files = [{ id: 'f', name: 'film.mp4', size, type: 'video/mp4' }];
  const { uploads } = await post('/uploads', { ticketId: '1', files });
  return uploads[0].result.attachmentId;
}

async function send(id: string, size: number) {
  const samples = createSamples();
  const hash = createHash('sha256');
  const headers = { 'content-type': 'application/octet-stream', 'content-length': String(size) };
  const upload = request(`${origin}/attachments/${id}/content`, { method: 'PUT', headers });
  const answered = once(upload, 'response');
  const chunk = Buffer.alloc(256 * 1024);
  for (let sent = 0; sent < size; sent += chunk.byteLength) {
    for (let at = 0; at < chunk.byteLength; at += 4)
      chunk.writeUInt32LE((sent + at * 2_654_435_761) >>> 0, at);
    hash.update(chunk);
    // A buffer that is on its way must not be written over.
    if (!upload.write(Buffer.from(chunk))) await once(upload, 'drain');
    samples.at(sent);
  }
  upload.end();
  const [answer] = await answered;
  if (answer.statusCode !== 204) throw new Error(`PUT: ${answer.statusCode}`);
  answer.resume();
  return { digest: hash.digest('hex'), growth: samples.growth() };
}

async function receive(id: string) {
  const samples = createSamples();
  const hash = createHash('sha256');
  const response = await fetch(`${origin}/attachments/${id}/content`);
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    hash.update(chunk);
    bytes += chunk.byteLength;
    samples.at(bytes);
  }
  const announced = Number(response.headers.get('content-length'));
  return { digest: hash.digest('hex'), growth: samples.growth(), bytes, announced };
}

async function trip(size: number) {
  const id = await sign(size);
  const sent = await send(id, size);
  await post(`/attachments/${id}/complete`, {});
  return { sent, received: await receive(id) };
}

// What is made once and stays is made by a small one.
await trip(20 * mebibyte);
const { sent, received } = await trip(size);
process.stdout.write(`${JSON.stringify({ sent, received })}\n`);
server.closeAllConnections();
server.close();
await store.close();
