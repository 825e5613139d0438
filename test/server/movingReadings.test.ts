import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  bytesOf,
  createMoveWorld,
  type MoveWorld,
  open,
  sha256,
  statementsOf,
} from './support/createMoveWorld.ts';
import { parts } from './support/createWorld.ts';
import { s3Fault } from './support/s3Fault.ts';
import { worldStore } from './support/worldStore.ts';

const film = bytesOf(40);
const sum = createHash('sha256').update(film).digest('base64');
const md5 = createHash('md5').update(film).digest('hex');

type Read = (reading: number, url: string, signed: boolean) => Response | null | Promise<Response | null>;

/** Stores a file in S3, takes S3 out of use, and moves the file into the database while its readings are answered so. */
async function moved(
  read: Read,
  { links = 'public', publicBaseUrl = '', mayRead = false, mayList = false } = {},
) {
  let readings = 0;
  let moving = false;
  const world: MoveWorld = createMoveWorld({
    allowPrivateEndpoints: true,
    between: ({ method, headers }, url) => {
      if (!moving || method !== 'GET') return null;
      const signed = 'authorization' in headers || url.includes('X-Amz-Signature');
      return read(++readings, url, signed);
    },
  });
  const { policy } = parts(world.account);
  for (const one of statementsOf(policy.document)) {
    if (mayRead) one.Action = ['s3:PutObject', 's3:DeleteObject', 's3:GetObject'];
  }
  if (mayList) {
    statementsOf(policy.document).push({ Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' });
  }
  await world.configure({ links, publicBaseUrl } as Parameters<MoveWorld['configure']>[0]);
  const id = await world.keep('a.zip', film);
  await world.changeStatus('disabled');
  await world.start('database');
  moving = true;
  await world.backend.move();
  moving = false;
  const { failures } = await world.read();
  return { world, id, readings: () => readings, failure: failures[0]?.diagnosis };
}

const answer = (bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}, status = 200) =>
  new Response(bytes, { status, headers });

describe('the bytes that are moved out of S3', () => {
  it.each<[string, Record<string, string>, number]>([
    ['S3 tells their SHA-256', { 'x-amz-checksum-sha256': sum }, 1],
    ['the ETag is their MD5', { etag: `"${md5}"` }, 1],
    ['the ETag is their MD5, without quotes', { etag: md5 }, 1],
    ['a proxy has made the ETag a weak one', { etag: `W/"${md5}"` }, 1],
    ['they were sent in parts', { 'x-amz-checksum-sha256': `${sum}-3`, etag: `"${md5}-3"` }, 2],
    ['the ETag is that of an encrypted object', { etag: '"0123456789abcdef0123456789abcdef"' }, 2],
    ['nothing is told of them', {}, 2],
  ])('are read as often as is needed to be sure: %s', async (_, headers, times) => {
    const { readings, failure, world, id } = await moved(() => answer(film, headers));
    expect(failure).toBeUndefined();
    expect(readings()).toBe(times);
    expect(sha256(await open(world, id))).toBe(sha256(film));
  });

  it('are damaged where S3 tells another SHA-256', async () => {
    const other = createHash('sha256').update('other').digest('base64');
    const { readings, failure } = await moved(() => answer(film, { 'x-amz-checksum-sha256': other }));
    expect(failure).toMatchObject({ code: 'body_damaged', certainty: 'certain' });
    expect(readings()).toBe(1);
  });

  it.each<[string, () => Response, number | null]>([
    ['too few', () => answer(film.slice(1)), 39],
    ['too many, and their number is told', () => answer(bytesOf(41), { 'content-length': '41' }), 41],
    ['too many, and nobody tells how many', () => answer(bytesOf(41)), null],
  ])('are not the file where there are %s', async (_, read, found) => {
    expect((await moved(read)).failure).toMatchObject({ code: 'upload_incomplete', expected: 40, found });
  });

  it('are read by the key where the public link does not open', async () => {
    const { failure, world, id } = await moved(
      (_, __, signed) => (signed ? null : s3Fault('AccessDenied', 403)),
      {
        mayRead: true,
      },
    );
    expect(failure).toBeUndefined();
    expect(sha256(await open(world, id))).toBe(sha256(film));
  });

  it('are read by the key first where links are private, and openly where the key may not', async () => {
    const order: boolean[] = [];
    const { failure } = await moved(
      (_, __, signed) => {
        order.push(signed);
        return signed ? s3Fault('AccessDenied', 403) : answer(film, { etag: `"${md5}"` });
      },
      { links: 'private', mayRead: true },
    );
    expect(failure).toBeUndefined();
    expect(order).toEqual([true, false]);
  });

  it('are read through what stands in front of the bucket where S3 itself shows them to nobody', async () => {
    const asked: string[] = [];
    const { failure } = await moved(
      (_, url) => {
        asked.push(new URL(url).host);
        return url.startsWith('https://cdn.acme.test/')
          ? answer(film, { etag: `"${md5}"` })
          : s3Fault('AccessDenied', 403);
      },
      { publicBaseUrl: 'https://cdn.acme.test' },
    );
    expect(failure).toBeUndefined();
    expect(asked.at(-1)).toBe('cdn.acme.test');
  });

  it('are refused by the bucket, as the diagnosis says, where nothing opens them', async () => {
    const { failure } = await moved(() => s3Fault('AccessDenied', 403), {
      publicBaseUrl: 'https://cdn.acme.test',
    });
    expect(failure).toMatchObject({ code: 'public_read_refused', signed: 'refused' });
  });

  it.each([
    ['to the public', { byPublic: 'NoSuchKey', byKey: 'AccessDenied' }],
    ['to the key', { byPublic: 'AccessDenied', byKey: 'NoSuchKey' }],
  ])('are missing where S3 says so %s', async (_, { byPublic, byKey }) => {
    const say = (code: string) => s3Fault(code, code === 'NoSuchKey' ? 404 : 403);
    const { failure } = await moved((_reading, _url, signed) => say(signed ? byKey : byPublic));
    expect(failure).toMatchObject({ code: 'upload_incomplete', expected: 40, found: null });
  });

  it('are refused by the policy of the key where links are private and neither way opens them', async () => {
    const { failure, world, id } = await moved(() => s3Fault('AccessDenied', 403), { links: 'private' });
    expect(failure).toMatchObject({ code: 'access_denied', s3: { code: 'AccessDenied' } });
    expect((await world.store.readAttachment(id))?.storedIn).toBe('s3');
  });

  it('are missing where who may read is told that listing is forbidden', async () => {
    const message =
      'User: arn:aws:iam::111122223333:user/triage is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::acme" because no identity-based policy allows the s3:ListBucket action';
    const { failure } = await moved(
      () =>
        new Response(`<Error><Code>AccessDenied</Code><Message>${message}</Message></Error>`, {
          status: 403,
        }),
      { links: 'private' },
    );
    expect(failure).toMatchObject({ code: 'upload_incomplete', found: null });
  });
});

it('a file whose bytes the database has lost is not moved, and says how many there are', async () => {
  for (const [left, found] of [
    [null, null],
    [film.slice(2), 38],
  ] as const) {
    const store = worldStore();
    store.readContent = async () => left;
    const world = createMoveWorld({ store });
    await world.keep('a.zip', film);
    await world.configure();
    await world.start('s3');
    await world.backend.move();
    expect((await world.read()).failures).toMatchObject([
      { diagnosis: { code: 'upload_incomplete', expected: 40, found } },
    ]);
  }
});
