import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { type ClientRequest, request as sendRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it, vi } from 'vitest';
import { eventually } from '../support/eventually.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 30_000 });

const start = fileURLToPath(new URL('child/start.js', import.meta.url));
const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** A host in a process of its own; its data outlives it. */
async function serve(dataDir: string) {
  const child = spawn(process.execPath, [start, 'serve.ts'], {
    env: { ...process.env, S3A_DATA: dataDir, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  endings.push(() => child.kill('SIGKILL'));
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal })),
  );
  await vi.waitFor(() => expect(printed).toMatch(/^http:.*\n/m), { timeout: 60_000 });
  return {
    child,
    ended,
    origin: /^http:.*$/m.exec(printed)?.[0] ?? '',
    lines: () => printed.split('\n').slice(1, -1),
  };
}

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 's3a-close-'));
  endings.push(() => rm(made, { recursive: true, force: true }));
  return made;
}

async function post<T>(origin: string, path: string, body: object): Promise<T> {
  const response = await fetch(origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.ok, `${path} ${response.status}`).toBe(true);
  return (await response.json()) as T;
}

async function signOne(origin: string, size: number): Promise<string> {
  const files = [{ id: 'f', name: 'a.bin', size, type: 'application/octet-stream' }];
  const { uploads } = await post<{ uploads: { result: { attachmentId: string } }[] }>(origin, '/uploads', {
    ticketId: '1',
    files,
  });
  return uploads[0]?.result.attachmentId ?? '';
}

/** Begins to send a file, whose bytes are written to it as they come. */
function beginUpload(
  origin: string,
  id: string,
  size: number,
): { request: ClientRequest; status: Promise<number> } {
  const request = sendRequest(`${origin}/attachments/${id}/content`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', 'content-length': size },
  });
  const status = new Promise<number>((resolve, reject) => {
    request.once('error', reject);
    request.once('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
  });
  return { request, status };
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it.each(['SIGTERM', 'SIGINT'] as const)(
  'a file that is on its way when %s comes arrives whole, and the process ends well',
  async (signal) => {
    const dataDir = await folder();
    const bytes = Buffer.alloc(600_000);
    for (let index = 0; index < bytes.length; index++) bytes[index] = (index * 31) % 256;
    const host = await serve(dataDir);
    const id = await signOne(host.origin, bytes.length);
    const { request, status } = beginUpload(host.origin, id, bytes.length);
    request.write(bytes.subarray(0, 200_000));
    await wait(300);
    host.child.kill(signal);
    // It is there for this upload and for nobody else.
    await eventually(() => expect(fetch(`${host.origin}/health`)).rejects.toThrow());
    request.write(bytes.subarray(200_000, 400_000));
    await wait(300);
    expect(host.child.exitCode).toBeNull();
    request.end(bytes.subarray(400_000));
    expect(await status).toBe(204);
    expect(await host.ended).toEqual({ code: 0, signal: null });
    expect(host.lines()).toEqual(['signUploads 200', 'uploadContent 204', 'host closed']);

    const next = await serve(dataDir);
    await post(next.origin, `/attachments/${id}/complete`, {});
    const content = await fetch(`${next.origin}/attachments/${id}/content`);
    expect(bytes.equals(Buffer.from(await content.arrayBuffer()))).toBe(true);
    // A browser's connection that is kept alive keeps no process.
    const asked = performance.now();
    next.child.kill(signal);
    expect(await next.ended).toEqual({ code: 0, signal: null });
    expect(performance.now() - asked).toBeLessThan(4000);
  },
);

it('a second signal ends the process at once', async () => {
  const host = await serve(await folder());
  const id = await signOne(host.origin, 1000);
  const { request, status } = beginUpload(host.origin, id, 1000);
  status.catch(() => undefined);
  request.write('x');
  await wait(300);
  host.child.kill('SIGTERM');
  await wait(300);
  expect(host.child.exitCode).toBeNull();
  host.child.kill('SIGTERM');
  expect(await host.ended).toEqual({ code: null, signal: 'SIGTERM' });
  request.destroy();
});
