import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { problemSchema } from '../../src/contract/index.ts';
import { createHandler, createMemoryStore, type Store } from '../../src/server/index.ts';
import { createPgliteStore, toNodeListener } from '../../src/server/node.ts';
import { encryptionKey, site, viewers } from './support/createWorld.ts';
import { inPostgres } from './support/inPostgres.ts';
import { eventually } from '../support/eventually.ts';

// PGlite takes seconds to open on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const mebibyte = 1024 ** 2;
const film = new Uint8Array(2.5 * mebibyte).map((_, index) => (index * 7 + (index >> 8)) % 256);

/** A body that is sent when somebody says so. */
function slowly() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (own) => {
      controller = own;
    },
  });
  return {
    body,
    send: (bytes: Uint8Array) => controller?.enqueue(bytes),
    end: () => controller?.close(),
    breakOff: () => controller?.error(new Error('the connection is gone')),
  };
}

describe.each([
  ['in memory', async () => createMemoryStore()],
  ['in PGlite', () => createPgliteStore()],
  ...inPostgres(),
])('a file in the database %s', (_, open: () => Promise<Store>) => {
  let store: Store;
  let handle: (request: Request) => Promise<Response>;
  beforeAll(async () => {
    store = await open();
    handle = createHandler({
      authorize: () => viewers.agent,
      store,
      encryptionKey,
      maxDatabaseFileSize: 64 * mebibyte,
      log: () => undefined,
    });
  });
  afterAll(() => store.close());

  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    handle(
      new Request(`${site}/${path}`, {
        method,
        headers: { origin: site, 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );

  async function sign(size = film.byteLength, type = 'video/mp4'): Promise<string> {
    const files = [{ id: 'f', name: 'film.mp4', size, type }];
    const { uploads } = await (await call('POST', 'uploads', { ticketId: '1', files })).json();
    return uploads[0].result.attachmentId;
  }

  const put = (
    id: string,
    body: Uint8Array<ArrayBuffer> | ReadableStream,
    headers: Record<string, string> = {},
  ) =>
    handle(
      new Request(`${site}/attachments/${id}/content`, {
        method: 'PUT',
        headers: { origin: site, 'content-type': 'application/octet-stream', ...headers },
        body,
        duplex: 'half',
      } as RequestInit),
    );
  const complete = (id: string) => call('POST', `attachments/${id}/complete`, {});
  const read = (id: string, headers: Record<string, string> = {}, method = 'GET') =>
    call(method, `attachments/${id}/content`, undefined, headers);
  const codeOf = async (response: Response) => problemSchema.parse(await response.json()).code;

  async function stored(bytes: Uint8Array<ArrayBuffer> = film): Promise<string> {
    const id = await sign(bytes.byteLength);
    expect((await put(id, bytes)).status).toBe(204);
    expect((await complete(id)).status).toBe(200);
    return id;
  }

  it('is read as it was sent, however the connection cut it', async () => {
    const id = await sign();
    const upload = slowly();
    const answer = put(id, upload.body);
    for (let at = 0; at < film.byteLength; at += 300_001) upload.send(film.subarray(at, at + 300_001));
    upload.end();
    expect((await answer).status).toBe(204);
    expect((await complete(id)).status).toBe(200);
    const response = await read(id);
    expect(response.headers.get('content-length')).toBe(String(film.byteLength));
    expect(Buffer.compare(Buffer.from(await response.arrayBuffer()), film)).toBe(0);
  });

  it('is read piece by piece, no faster than it is taken', async () => {
    const id = await stored();
    const readPiece = vi.spyOn(store, 'readPiece');
    const response = await read(id);
    expect(readPiece).not.toHaveBeenCalled();
    const reader = response.body?.getReader();
    expect((await reader?.read())?.value?.byteLength).toBe(mebibyte);
    expect(readPiece).toHaveBeenCalledOnce();
    await reader?.cancel();
    readPiece.mockRestore();
  });

  it('that is deleted while it is read breaks off, and is never a whole file that is too short', async () => {
    const id = await stored();
    const reader = (await read(id)).body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    expect((await call('DELETE', `attachments/${id}`)).status).toBe(204);
    await expect(reader?.read()).rejects.toThrow('gone');
  });

  it('that breaks off is not there, can be sent again, and leaves nothing of the first time', async () => {
    const id = await sign();
    const upload = slowly();
    const answer = put(id, upload.body);
    upload.send(film.subarray(0, 2 * mebibyte));
    await eventually(() => expect(upload.body.locked).toBe(true));
    upload.breakOff();
    expect(await codeOf(await answer)).toBe('upload_incomplete');
    expect(await codeOf(await complete(id))).toBe('upload_incomplete');
    expect((await put(id, film)).status).toBe(204);
    expect((await complete(id)).status).toBe(200);
  });

  it('that is one byte too long is refused before the rest comes, and one byte too short when it ends', async () => {
    const id = await sign(mebibyte);
    const upload = slowly();
    const answer = put(id, upload.body);
    upload.send(film.subarray(0, mebibyte));
    upload.send(film.subarray(0, 1));
    // It is not ended.
    expect(await codeOf(await answer)).toBe('file_too_large');
    expect(await codeOf(await put(id, film.slice(0, mebibyte - 1)))).toBe('upload_incomplete');
    expect(await codeOf(await complete(id))).toBe('upload_incomplete');
    expect((await put(id, film.slice(0, mebibyte))).status).toBe(204);
  });

  it('whose announced length is too large is refused unread', async () => {
    const id = await sign(5);
    const upload = slowly();
    expect(await codeOf(await put(id, upload.body, { 'content-length': '6' }))).toBe('file_too_large');
    expect(upload.body.locked).toBe(false);
  });

  it('that is sent twice at once is the later one, whole', async () => {
    const other = film.map((byte) => 255 - byte);
    const id = await sign();
    const first = slowly();
    const begun = put(id, first.body);
    first.send(film.subarray(0, 1.5 * mebibyte));
    await eventually(() => expect(first.body.locked).toBe(true));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await put(id, other)).status).toBe(204);
    first.send(film.subarray(1.5 * mebibyte));
    first.end();
    expect(await codeOf(await begun)).toBe('upload_incomplete');
    await complete(id);
    expect(Buffer.compare(Buffer.from(await (await read(id)).arrayBuffer()), other)).toBe(0);
  });

  it('that is deleted while it is sent is not there', async () => {
    const id = await sign();
    const upload = slowly();
    const answer = put(id, upload.body);
    upload.send(film.subarray(0, 10));
    await eventually(() => expect(upload.body.locked).toBe(true));
    expect((await call('DELETE', `attachments/${id}`)).status).toBe(204);
    upload.send(film.subarray(10));
    upload.end();
    expect(await codeOf(await answer)).toBe('not_found');
  });

  it.each([
    ['bytes=0-0', 0, 1],
    ['bytes=1048575-1048576', mebibyte - 1, mebibyte + 1],
    ['bytes=2000000-', 2_000_000, film.byteLength],
    ['bytes=-10', film.byteLength - 10, film.byteLength],
    ['Bytes=5-99999999999', 5, film.byteLength],
    ['bytes=-99999999999', 0, film.byteLength],
  ])('is sought in by %s', async (range, start, end) => {
    const response = await read(await stored(), { range });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/${film.byteLength}`);
    expect(response.headers.get('content-length')).toBe(String(end - start));
    expect(response.headers.get('content-type')).toBe('video/mp4');
    expect(Buffer.compare(Buffer.from(await response.arrayBuffer()), film.subarray(start, end))).toBe(0);
  });

  it('has no bytes behind its end', async () => {
    const id = await stored();
    for (const range of [`bytes=${film.byteLength}-`, `bytes=${'9'.repeat(400)}-`, 'bytes=-0']) {
      const response = await read(id, { range });
      expect(response.status).toBe(416);
      expect(response.headers.get('content-range')).toBe(`bytes */${film.byteLength}`);
      expect(await response.text()).toBe('');
    }
  });

  it('is answered whole where the range is none, several, or of another version', async () => {
    const id = await stored(film.slice(0, 10));
    const etag = (await read(id, {}, 'HEAD')).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    for (const headers of [
      { range: 'bytes=5-2' },
      { range: 'bytes=-' },
      { range: 'bytes=0-1,3-4' },
      { range: 'lines=1-2' },
      { range: 'bytes=0-1', 'if-range': '"another"' },
      { range: 'bytes=0-1', 'if-range': 'Wed, 21 Oct 2015 07:28:00 GMT' },
    ] as Record<string, string>[]) {
      const response = await read(id, headers);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-range')).toBeNull();
      expect((await response.arrayBuffer()).byteLength).toBe(10);
    }
    expect((await read(id, { range: 'bytes=0-1', 'if-range': etag })).status).toBe(206);
  });

  it('of no bytes has none to seek', async () => {
    const id = await stored(new Uint8Array());
    const whole = await read(id);
    expect([whole.status, whole.headers.get('content-length'), await whole.text()]).toEqual([200, '0', '']);
    expect((await read(id, { range: 'bytes=0-' })).status).toBe(416);
    expect((await read(id, { range: 'bytes=-5' })).status).toBe(200);
  });

  it('is not sent to who has this version, and is headed without being read', async () => {
    const id = await stored();
    const readPiece = vi.spyOn(store, 'readPiece');
    const head = await read(id, {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    expect(Object.fromEntries(head.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'content-length': String(film.byteLength),
      'content-type': 'video/mp4',
      'cache-control': 'no-store',
    });
    const etag = head.headers.get('etag') ?? '';
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      expect((await read(id, { 'if-none-match': known })).status).toBe(304);
    }
    expect(readPiece).not.toHaveBeenCalled();
    readPiece.mockRestore();
    expect((await read(id, { 'if-none-match': '"x"' })).status).toBe(200);
  });

  it('breaks the connection where it breaks off, so that a browser does not take it for whole', async () => {
    const server = createServer(toNodeListener(handle));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      // Large enough that it does not fit into the buffers on the way.
      const id = await stored(new Uint8Array(30 * mebibyte));
      const got = await new Promise<{ bytes: number; complete: boolean }>((resolve, reject) => {
        const asked = ask({ port, path: `/attachments/${id}/content` }, (answer) => {
          let bytes = 0;
          answer.once('data', () => {
            answer.pause();
            void call('DELETE', `attachments/${id}`).then(() => answer.resume());
          });
          answer.on('data', (chunk: Buffer) => {
            bytes += chunk.byteLength;
          });
          answer.on('error', () => undefined);
          answer.on('close', () => resolve({ bytes, complete: answer.complete }));
        });
        asked.on('error', reject);
        asked.end();
      });
      expect(got.complete).toBe(false);
      expect(got.bytes).toBeLessThan(30 * mebibyte);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
