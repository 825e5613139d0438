import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DiagnosisError, type Diagnosis } from '../../src/diagnosis/index.ts';
import { copyLarge } from '../../src/server/move/copyLarge.ts';
import { readPart } from '../../src/server/move/readBytes.ts';
import type { S3Edge } from '../../src/server/s3/S3Edge.ts';
import { Secret } from '../../src/server/Secret.ts';
import type { SavedConnection } from '../../src/server/settings/readConnection.ts';
import { bytesOf, sha256 } from './support/createMoveWorld.ts';
import { full, saved, secret } from './support/createWorld.ts';
import { rowOf } from './support/rowOf.ts';
import { s3Fault } from './support/s3Fault.ts';
import { worldStore } from './support/worldStore.ts';

type Asked = 'begin' | 'read' | 'part' | 'complete' | 'abort' | 'delete';
type Said = (times: number) => Response;

const at = new Date('2031-01-01T00:00:00Z');
const film = bytesOf(1000);
const from = { bucket: saved.bucket, region: saved.region, endpoint: null, forcePathStyle: false };
const to = { ...from, bucket: 'acme-archive', key: 'film-copy' };
const connection: SavedConnection = {
  ...saved,
  secretAccessKey: new Secret(secret),
  endpoint: null,
  forcePathStyle: false,
  keyPrefix: '',
  links: 'private',
  publicBaseUrl: '',
  largeFiles: true,
  linkLifetime: 900,
  version: 1,
};

const usual: Record<Asked, Said> = {
  begin: () =>
    new Response('<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>'),
  read: () => new Response(film, { status: 206 }),
  part: () => new Response('', { headers: { etag: '"e"' } }),
  complete: () => new Response('<CompleteMultipartUploadResult></CompleteMultipartUploadResult>'),
  abort: () => new Response(null, { status: 204 }),
  delete: () => new Response(null, { status: 204 }),
};

function kindOf(method: string, url: URL): Asked {
  if (method === 'GET') return 'read';
  if (method === 'PUT') return 'part';
  if (method === 'POST') return url.searchParams.has('uploads') ? 'begin' : 'complete';
  return url.searchParams.has('uploadId') ? 'abort' : 'delete';
}

/** An S3 that answers so, and what it was asked. */
function edgeThat(answers: Partial<Record<Asked, Said>>): { s3: S3Edge; asked: Asked[] } {
  const asked: Asked[] = [];
  const fetch: S3Edge['fetch'] = async (url, { method }) => {
    const kind = kindOf(method, new URL(url));
    asked.push(kind);
    return (answers[kind] ?? usual[kind])(asked.filter((one) => one === kind).length);
  };
  return { s3: { fetch, now: () => at }, asked };
}

/** Copies the film in one part; what became of it, what the store was asked, and what is written down afterwards. */
async function copied(answers: Partial<Record<Asked, Said>>) {
  const store = worldStore();
  const row = rowOf({ ...from, status: 'stored', storedIn: 's3', key: 'film', size: film.byteLength });
  await store.addAttachments([row]);
  const { s3, asked } = edgeThat(answers);
  const backend = {
    store,
    s3,
    now: () => at,
    random: (size: number) => new Uint8Array(size),
    urlLifetime: 900,
    maxDatabaseFileSize: 1,
    patiently: <T>(_: unknown, work: () => Promise<T>) => work(),
  };
  let end = '';
  const refused: Diagnosis | null = await copyLarge(backend, row, to, connection, (one) => (end = one)).then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof DiagnosisError)) throw error;
      return full(error.verdict);
    },
  );
  return { refused, end, asked, left: (await store.readAttachment(row.id))?.leftUploads ?? null };
}

describe('a large object that is copied', () => {
  it('is made of its parts, which are read twice where nothing is told of them, and no upload is left', async () => {
    const { refused, asked, left } = await copied({});
    expect(refused).toBeNull();
    expect(asked).toEqual(['begin', 'read', 'part', 'read', 'complete']);
    expect(left).toBeNull();
  });

  it('is read once where the store tells the MD5 of the MD5s of these very parts', async () => {
    const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest();
    const etag = `"${md5(md5(film)).toString('hex')}-1"`;
    const { refused, asked } = await copied({
      read: () => new Response(film, { status: 206, headers: { etag } }),
    });
    expect(refused).toBeNull();
    expect(asked).toEqual(['begin', 'read', 'part', 'complete']);
  });

  it('is not begun where something that is no S3 says yes to everything', async () => {
    const { refused, end, asked, left } = await copied({ begin: () => new Response('<html>Welcome</html>') });
    expect([refused?.code, end]).toEqual(['not_s3', 'destination']);
    expect(asked).toEqual(['begin']);
    expect(left).toBeNull();
  });

  it('is given up where a part is taken by something that does not name what it stored', async () => {
    const { refused, end, asked, left } = await copied({ part: () => new Response('') });
    expect([refused?.code, end]).toEqual(['not_s3', 'destination']);
    expect(asked).toEqual(['begin', 'read', 'part', 'abort']);
    expect(left).toBeNull();
  });

  it('is damaged where two readings of a part are not alike, and its parts are given up', async () => {
    const { refused, end, asked, left } = await copied({
      read: (times) => new Response(times === 1 ? film : bytesOf(1000), { status: 206 }),
    });
    expect(refused).toMatchObject({ code: 'body_damaged', certainty: 'certain' });
    expect([asked.at(-1), end]).toEqual(['abort', 'source']);
    expect(left).toBeNull();
  });

  it('is no object where S3 says 200 and then that it could not join the parts, which are given up', async () => {
    const { refused, end, asked, left } = await copied({ complete: () => s3Fault('InternalError', 200) });
    expect([refused?.code, end]).toEqual(['s3_unavailable', 'destination']);
    expect(asked.slice(-2)).toEqual(['complete', 'abort']);
    expect(left).toBeNull();
  });

  it('has its upload written down for the sweeper where it can be neither ended nor given up', async () => {
    const { refused, left } = await copied({
      complete: () => s3Fault('InternalError', 500),
      abort: () => s3Fault('SlowDown', 503),
    });
    // What is told is why it was not copied.
    expect(refused?.s3?.code).toBe('InternalError');
    expect(left).toEqual([{ ...to, uploadId: 'u1', partChecksum: 'sha256' }]);
  });
});

describe('a part that is read', () => {
  const read = (said: Said) =>
    readPart(
      { store: worldStore(), connection, s3: edgeThat({ read: said }).s3 },
      { ...from, key: 'film' },
      5000,
      1000,
    );

  it('is what lies there from its start on', async () => {
    const { bytes, etag } = await read(() => new Response(film, { status: 206, headers: { etag: '"e-2"' } }));
    expect([sha256(bytes), etag]).toEqual([sha256(film), 'e-2']);
  });

  it.each<[string, Said, number | null]>([
    ['ends early', () => new Response(film.slice(0, 300), { status: 206 }), 5300],
    ['is as long as was asked for, but from the beginning', () => new Response(film), null],
    ['is the whole object, which is more than was asked for', () => new Response(bytesOf(6000)), null],
  ])('is not the file where it %s', async (_, said, found) => {
    const error: unknown = await read(said).catch((one: unknown) => one);
    expect(error instanceof DiagnosisError && full(error.verdict)).toMatchObject({
      code: 'upload_incomplete',
      expected: 6000,
      found,
    });
  });
});
