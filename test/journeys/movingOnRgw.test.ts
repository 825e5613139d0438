import { spawn } from 'node:child_process';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pathOf, type ParamsOf, type ResponseOf, type RouteName, routes } from '../../src/contract/index.ts';
import { bucketPolicy, corsRules, iamPolicy } from '../../src/guide/index.ts';
import { createHandler, type Handler } from '../../src/server/index.ts';
import { openStore } from '../../src/server/node.ts';
import { findPostgres, startPostgres } from '../support/postgres.ts';
import {
  createBucket,
  getObject,
  listKeys,
  putBucketCors,
  putBucketPolicy,
  putUserPolicy,
  type Rgw,
  startRgw,
} from '../support/rgw.ts';

vi.setConfig({ testTimeout: 600_000 });

const rgw = await startRgw();
const bucket = 'moved-attachments';
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

// Both take minutes: PGlite's turn is where there is no PostgreSQL.
const worlds: [count: number, database: 'PGlite' | 'PostgreSQL', kills: number][] = [
  [Number(process.env.S3A_MOVED ?? 2000), findPostgres() ? 'PostgreSQL' : 'PGlite', 2],
];

describe.skipIf(!rgw).each(worlds)('%i attachments in %s', (count, database, kills) => {
  const inPostgres = database === 'PostgreSQL';
  const s3 = () => rgw as Rgw;
  const name = `${bucket}-${inPostgres ? 'pg' : 'pglite'}`;
  let dataDir: string;
  let env: Record<string, string>;
  let stopPostgres = async () => {};

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 's3a-move-'));
    env = { S3A_DATA: join(dataDir, 'data'), S3A_ENDPOINT: s3().endpoint, DATABASE_URL: '' };
    if (inPostgres) {
      const postgres = await startPostgres();
      stopPostgres = () => postgres.stop();
      env.DATABASE_URL = await postgres.createDatabase();
    }
    await createBucket(s3(), name);
    await putUserPolicy(s3(), s3().uploader, iamPolicy({ bucket: name }));
    await putBucketPolicy(s3(), name, bucketPolicy({ bucket: name }));
    await putBucketCors(s3(), name, corsRules());
  });
  afterAll(async () => {
    await stopPostgres();
    await rm(dataDir, { recursive: true, force: true });
    await rgw?.stop();
  });

  /** A host in this process; only one at a time may have PGlite open. */
  async function openHost() {
    const store = await openStore({ dataDir: env.S3A_DATA ?? '', env });
    const handler: Handler = createHandler({
      authorize: () => ({ id: 'ada', administrator: true, mayRead: () => true, mayWrite: () => true }),
      store,
      encryptionKey: btoa('k'.repeat(32)),
      s3: { endpoint: s3().endpoint, forcePathStyle: true },
      rateLimits: false,
      log: () => {},
    });
    async function call<N extends RouteName>(
      route: N,
      params: Partial<ParamsOf<N>>,
      body?: object | Uint8Array<ArrayBuffer>,
    ): Promise<ResponseOf<N>> {
      const isBytes = body instanceof Uint8Array;
      const answer = await handler(
        new Request(`https://desk.test${pathOf(route, params as ParamsOf<N>)}`, {
          method: routes[route].method,
          headers: { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' },
          ...(body ? { body: isBytes ? body : JSON.stringify(body) } : {}),
        }),
      );
      if (!answer.ok) throw new Error(`${route}: ${answer.status} ${await answer.text()}`);
      return (answer.status === 204 ? undefined : await answer.json()) as ResponseOf<N>;
    }
    return { store, handler, call };
  }

  /** Lets a process move until it has come so far, and kills it there; `null`: until it is done. */
  async function moveUntil(moved: number | null): Promise<void> {
    const start = fileURLToPath(new URL('../server/child/start.js', import.meta.url));
    const child = spawn(process.execPath, [start, '../../journeys/child/mover.ts'], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    let far = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      far = text.trim().split('\n').at(-1) ?? far;
      const [status, so] = far.split(' ');
      if (status === 'done' || (moved !== null && Number(so) >= moved)) child.kill('SIGKILL');
    });
    await ended;
    expect(far).toMatch(moved === null ? /^done/ : /^running/);
  }

  it('are moved to the bucket byte for byte, although the process is killed in the middle again and again', async () => {
    const hashes = new Map<string, string>();
    const host = await openHost();
    const files = Array.from({ length: count }, (_, index) => ({
      id: `${index}`,
      name: `file-${index}.bin`,
      // Some have no byte, and some several pieces.
      size: index % 100 === 0 ? (index / 100) * 130_000 : randomInt(1, 20_000),
      type: 'application/octet-stream',
    }));
    for (let first = 0; first < count; first += 500) {
      const part = files.slice(first, first + 500);
      const { uploads } = await host.call('signUploads', {}, { ticketId: '1', files: part });
      for (const [index, { result }] of uploads.entries()) {
        if (result.status !== 'signed') throw new Error('refused');
        const { attachmentId } = result;
        const bytes = new Uint8Array(randomBytes(part[index]?.size ?? 0));
        hashes.set(attachmentId, sha256(bytes));
        await host.call('uploadContent', { attachmentId }, bytes);
      }
      const attachmentIds = uploads.map(({ result }) =>
        'attachmentId' in result ? result.attachmentId : '',
      );
      await host.call('completeUploads', {}, { attachmentIds });
    }
    const { accessKeyId, secretAccessKey } = s3().uploader;
    const values = { bucket: name, region: s3().region, accessKeyId, secretAccessKey, version: 0 };
    await host.call('saveSettings', {}, values);
    expect((await host.call('startMove', {}, { to: 's3' })).move).toMatchObject({
      status: 'running',
      total: count,
    });
    await host.handler.close();

    for (let kill = 1; kill <= kills; kill++) await moveUntil(Math.round((count / (kills + 1)) * kill) - 150);
    await moveUntil(null);

    const after = await openHost();
    const { places, move, failures } = await after.call('readMove', {});
    expect(places).toMatchObject({
      database: { count: 0, size: 0 },
      bucket: { count },
      elsewhere: { count: 0 },
    });
    expect({ move, failures }).toMatchObject({ move: { status: 'done', failed: 0 }, failures: [] });
    const keys = new Set(await listKeys(s3(), name));
    // None is there twice, and none that is nobody's.
    expect(keys.size).toBe(count);
    for (const [id, hash] of hashes) {
      const row = await after.store.readAttachment(id);
      expect(row).toMatchObject({ status: 'stored', storedIn: 's3', movingTo: null, leftAt: null });
      expect(await after.store.findContent(id)).toBeNull();
      const key = row?.key ?? '';
      expect(keys.delete(key)).toBe(true);
      const answer = await getObject(s3(), name, key);
      expect(sha256(new Uint8Array(await answer.arrayBuffer()))).toBe(hash);
    }
    expect(keys.size).toBe(0);
    await after.handler.close();
  });
});
