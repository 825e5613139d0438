import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadAnswers } from '../../src/client/loadAnswers.ts';
import { createPartsWorld } from './createPartsWorld.ts';
import { createGate, expired, quiet, refusal, signedPart } from './createSendingWorld.ts';

vi.setConfig({ testTimeout: 5000 });
// What reads answers takes its time when it is first loaded.
beforeAll(() => loadAnswers());

const base64 = (text: string) => Buffer.from(text).toString('base64');
const hex = (text: string) => Buffer.from(text).toString('hex');
const auto = () => ({});
const hidden = () => ({ etag: null });
const whole = {
  status: 'whole',
  reason: 'encryption',
  target: { to: 's3', method: 'PUT', url: 'https://s3.test/key', headers: { 'x-kms': 'k' }, expiresIn: 60 },
} as const;

describe('an upload in parts is begun', () => {
  it('with its first two waves, and with the size of its parts', async () => {
    const { start, asked, askedFor, work, log } = createPartsWorld({ size: 75 });
    await start();
    expect(asked).toEqual([
      {
        call: '/attachments/a1/multipart',
        body: { partSize: 10, parts: [{ number: 1 }, { number: 2 }, { number: 3 }, { number: 4 }] },
      },
    ]);
    expect(askedFor).toEqual([{ owner: 'file-1', signal: work.stop.signal }]);
    expect(askedFor[0]?.signal).toBe(work.stop.signal);
    expect(log).toEqual(['sent 1', 'sent 2']);
  });

  it('with what was begun when it was signed, once: the next time it asks', async () => {
    const parts = [1, 2, 3, 4].map((number) => signedPart(number, 'begun'));
    const { start, signings, sent, work } = createPartsWorld({
      target: { to: 's3_parts', begun: { status: 'created', parts } },
      script: auto,
    });
    expect((await start()).now).toEqual({ value: { end: 'done' } });
    expect(signings()).toEqual([]);
    expect(sent.map(({ url }) => url)).toEqual(parts.map(({ url }) => url));
    expect(work.target).toEqual({ to: 's3_parts' });
    work.parts.done.clear();
    await start();
    expect(signings()).toEqual(['multipart 1 2 3 4']);
  });

  it('by asking where nothing is known of its target', async () => {
    const { start, signings, numbers } = createPartsWorld({ target: null });
    await start();
    expect(signings()).toEqual(['multipart 1 2 3 4']);
    expect(numbers()).toEqual([1, 2]);
  });

  it('so that who withdraws it can wait for what is being made, which never fails them', async () => {
    const gate = createGate<Response>();
    const { start, work } = createPartsWorld({ answer: () => gate.promise });
    const sending = await start();
    const { making } = work;
    expect(making).toBeInstanceOf(Promise);
    gate.open(refusal('put_not_allowed'));
    await expect(making).resolves.toBeUndefined();
    await quiet();
    expect(sending.now).toMatchObject({ error: { verdict: { code: 'put_not_allowed' } } });
    expect(work.making).toBeNull();
  });

  it('and nothing is being made any more once it is', async () => {
    const { start, work } = createPartsWorld();
    await start();
    expect(work.making).toBeNull();
  });

  it.each([
    ['by its own request', { answer: () => Response.json(whole) }],
    ['with its signature', { target: { to: 's3_parts' as const, begun: whole } }],
  ])('to learn that it has to go whole, %s', async (_, said) => {
    const { start, work, sent, freePlaces } = createPartsWorld(said);
    expect((await start()).now).toEqual({ value: { end: 'whole' } });
    expect(work.target).toEqual(whole.target);
    expect(work.goodUntil).toBe(61_000);
    expect(work.whole).toBe('encryption');
    expect(sent).toEqual([]);
    expect(await freePlaces()).toBe(2);
  });
});

describe('parts that S3 has already', () => {
  it('are not sent again, and count as arrived', async () => {
    const { start, signings, numbers, loaded, work, finish } = createPartsWorld({ done: [1, 4] });
    const sending = await start();
    expect(signings()).toEqual(['parts 2 3']);
    expect(loaded).toEqual([15]);
    await finish(0);
    await finish(1);
    expect(sending.now).toEqual({ value: { end: 'done' } });
    expect(numbers()).toEqual([2, 3]);
    expect(loaded).toEqual([15, 25, 35]);
    expect([...work.parts.done.keys()]).toEqual([1, 4, 2, 3]);
    expect(work.parts.done.get(1)).toEqual({ number: 1, etag: '"was 1"' });
  });

  it('are all there is to it when none is missing', async () => {
    const { start, asked, sent, loaded } = createPartsWorld({ done: [1, 2, 3, 4] });
    expect((await start()).now).toEqual({ value: { end: 'done' } });
    expect(asked).toEqual([]);
    expect(sent).toEqual([]);
    expect(loaded).toEqual([35]);
  });
});

describe('each part', () => {
  it('is its own bytes, and goes with its own right', async () => {
    const { start, sent } = createPartsWorld({ script: auto });
    await start();
    const seen = await Promise.all(
      sent.map(async ({ method, url, headers, fields, body }) => {
        return { method, url, headers, fields, text: await body.text() };
      }),
    );
    expect(seen).toEqual(
      ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc', 'ddddd'].map((text, index) => ({
        method: 'PUT',
        url: `https://s3.test/${index + 1}?signed=1`,
        headers: { 'x-part': `${index + 1}` },
        fields: undefined,
        text,
      })),
    );
  });

  it('is told of when it has arrived, in whatever order they do, and waits for a place', async () => {
    const { start, finish, numbers, taken, work } = createPartsWorld();
    const sending = await start();
    expect(numbers()).toEqual([1, 2]);
    await finish(1);
    expect(numbers()).toEqual([1, 2, 3]);
    await finish(2);
    await finish(3);
    expect(sending.now).toBe('waits');
    await finish(0);
    expect(sending.now).toEqual({ value: { end: 'done' } });
    expect(taken).toEqual([[2], [2, 3], [2, 3, 4], [2, 3, 4, 1]]);
    expect([...work.parts.done.values()]).toStrictEqual(
      [2, 3, 4, 1].map((number) => ({ number, etag: `"etag-${number}"` })),
    );
  });

  it('counts as it goes, together with the others, and nothing is told before a byte has gone', async () => {
    const { start, finish, sent, loaded } = createPartsWorld();
    await start();
    expect(loaded).toEqual([]);
    sent[0]?.onProgress(4);
    sent[1]?.onProgress(3);
    sent[0]?.onProgress(9);
    await finish(0);
    sent[2]?.onProgress(1);
    await finish(1);
    expect(loaded).toEqual([4, 7, 12, 13, 14, 21]);
  });
});

describe('what S3 took', () => {
  it('is remembered by its ETag, and nobody computes one that can be read', async () => {
    const { start, remembered, log } = createPartsWorld({ size: 15, script: auto });
    await start();
    expect(remembered()).toStrictEqual([
      { number: 1, etag: '"etag-1"' },
      { number: 2, etag: '"etag-2"' },
    ]);
    expect(log).toEqual(['sent 1', 'sent 2']);
  });

  it('is remembered with the checksum that S3 compared, which was asked for with the right', async () => {
    const { start, work, remembered, asked, log, digestSignals } = createPartsWorld({
      size: 15,
      integrity: 'sha256',
      script: auto,
    });
    await start();
    const checksumOf = (letter: string) => ({ algorithm: 'sha256', value: base64(`sha256 of ${letter}`) });
    expect(asked[0]?.body.parts).toEqual([
      { number: 1, checksum: checksumOf('a') },
      { number: 2, checksum: checksumOf('b') },
    ]);
    expect(remembered()).toStrictEqual([
      { number: 1, etag: '"etag-1"', checksum: checksumOf('a') },
      { number: 2, etag: '"etag-2"', checksum: checksumOf('b') },
    ]);
    expect(log).toEqual(['sha256 of a', 'sha256 of b', 'sent 1', 'sent 2']);
    expect(digestSignals.every((signal) => signal === work.stop.signal)).toBe(true);
  });

  it('has an ETag by its MD5 where the page may not read it; digests are then made while the next travel', async () => {
    const etags: Record<string, string | null> = { 1: null, 2: 'read', 3: null };
    const { start, remembered, log } = createPartsWorld({
      concurrency: 1,
      script: (url) => ({ etag: etags[new URL(url).pathname.slice(1)] ?? null }),
    });
    expect((await start()).now).toEqual({ value: { end: 'done' } });
    expect(log).toEqual([
      'sent 1',
      'md5 of a',
      'md5 of b',
      'sent 2',
      'sent 3',
      'md5 of c',
      'md5 of d',
      'sent 4',
    ]);
    expect(remembered()).toStrictEqual([
      { number: 1, etag: hex('md5 of a') },
      { number: 2, etag: 'read' },
      { number: 3, etag: hex('md5 of c') },
      { number: 4, etag: hex('md5 of d') },
    ]);
  });

  it('has its ETag by MD5 also beside another checksum', async () => {
    const { start, remembered } = createPartsWorld({ size: 10, integrity: 'crc32', script: hidden });
    await start();
    expect(remembered()).toStrictEqual([
      {
        number: 1,
        etag: hex('md5 of a'),
        checksum: { algorithm: 'crc32', value: base64('crc32 of a') },
      },
    ]);
  });

  it('is digested once where the checksum is the MD5, which the ETag then is', async () => {
    const { start, remembered, log } = createPartsWorld({ integrity: 'md5', concurrency: 1, script: hidden });
    await start();
    const letters = ['a', 'b', 'c', 'd'];
    expect(remembered()).toStrictEqual(
      letters.map((letter, index) => ({ number: index + 1, etag: hex(`md5 of ${letter}`) })),
    );
    expect(log.filter((what) => what.startsWith('md5')).toSorted()).toEqual(
      letters.map((letter) => `md5 of ${letter}`),
    );
  });

  it('keeps no place while its digest is made', async () => {
    const gate = createGate();
    const { start, finish, numbers, taken } = createPartsWorld({
      size: 20,
      concurrency: 1,
      digest: (what) => (what === 'md5 of a' ? gate.promise : Promise.resolve()),
    });
    await start();
    await finish(0, { etag: null });
    expect(numbers()).toEqual([1, 2]);
    expect(taken).toEqual([]);
    gate.open();
    await quiet();
    expect(taken).toEqual([[1]]);
  });
});

describe('rights', () => {
  it('are asked for a few ahead, by one request at a time', async () => {
    const { start, finish, signings } = createPartsWorld({ size: 125, done: [1] });
    const sending = await start();
    const first = 'parts 2 3 4 5 6';
    expect(signings()).toEqual([first]);
    await finish(0);
    // There are two ahead.
    expect(signings()).toEqual([first]);
    await finish(1);
    const second = 'parts 7 8 9 10';
    expect(signings()).toEqual([first, second]);
    for (let nth = 2; nth < 5; nth++) await finish(nth);
    expect(signings()).toEqual([first, second]);
    for (let nth = 5; nth < 12; nth++) await finish(nth);
    expect(signings()).toEqual([first, second, 'parts 11 12 13']);
    expect(sending.now).toEqual({ value: { end: 'done' } });
  });

  it('that are being asked for are waited for by who needs one', async () => {
    const gate = createGate();
    let requests = 0;
    const { start, finish, signings, numbers } = createPartsWorld({
      size: 125,
      done: [1],
      answer: () => (++requests === 2 ? gate.promise.then(() => null) : null),
    });
    await start();
    for (let nth = 0; nth < 4; nth++) await finish(nth);
    expect(numbers()).toEqual([2, 3, 4, 5, 6]);
    expect(signings()).toEqual(['parts 2 3 4 5 6', 'parts 7 8 9 10']);
    gate.open();
    await quiet();
    expect(numbers()).toEqual([2, 3, 4, 5, 6, 7]);
    expect(signings()).toHaveLength(2);
  });

  it('that could not be had ahead are asked for again when there is need', async () => {
    let requests = 0;
    const { start, finish, signings, work } = createPartsWorld({
      size: 85,
      done: [1],
      answer: () => (++requests === 2 ? refusal('server_fault') : null),
    });
    const sending = await start();
    await finish(0);
    await finish(1);
    expect(signings()).toEqual(['parts 2 3 4 5 6', 'parts 7 8 9']);
    await finish(2);
    expect(signings()).toEqual(['parts 2 3 4 5 6', 'parts 7 8 9', 'parts 7 8 9']);
    for (let nth = 3; nth < 8; nth++) await finish(nth);
    expect(sending.now).toEqual({ value: { end: 'done' } });
    expect(work.parts.done.size).toBe(9);
  });

  it('serve until the moment at which they end, and are asked for anew from then on, with no digest made twice', async () => {
    const { start, finish, clock, signings, sent, asked, log } = createPartsWorld({ integrity: 'sha256' });
    await start();
    clock.pass(59_999);
    await finish(0);
    expect(sent[2]?.url).toBe('https://s3.test/3?signed=1');
    expect(signings()).toEqual(['multipart 1 2 3 4']);
    clock.pass(1);
    await finish(1);
    expect(sent[3]?.url).toBe('https://s3.test/4?signed=2');
    expect(signings()).toEqual(['multipart 1 2 3 4', 'parts 4']);
    expect(asked[1]?.body.parts).toEqual([
      { number: 4, checksum: { algorithm: 'sha256', value: base64('sha256 of d') } },
    ]);
    expect(log.filter((what) => what.startsWith('sha256'))).toHaveLength(4);
  });

  it('that S3 calls too old are asked for anew, and no other', async () => {
    const { start, finish, signings, sent } = createPartsWorld();
    await start();
    await finish(0, expired);
    expect(signings()).toEqual(['multipart 1 2 3 4', 'parts 1']);
    expect(sent.map(({ url }) => url)).toEqual([
      'https://s3.test/1?signed=1',
      'https://s3.test/2?signed=1',
      'https://s3.test/1?signed=2',
    ]);
  });

  it('are not asked for of parts that are there', async () => {
    const { start, finish, signings } = createPartsWorld({ size: 30 });
    const sending = await start();
    await finish(1);
    await finish(2);
    await finish(0, expired);
    expect(signings()).toEqual(['multipart 1 2 3', 'parts 1']);
    await finish(3);
    expect(sending.now).toEqual({ value: { end: 'done' } });
  });

  it('are not asked for of parts that are on their way', async () => {
    const { start, finish, signings, clock } = createPartsWorld({ size: 20 });
    await start();
    clock.pass(60_000);
    await finish(0, expired);
    expect(signings()).toEqual(['multipart 1 2', 'parts 1']);
  });

  it('that are too old whenever they come are used after the third time', async () => {
    const { start, signings, sent } = createPartsWorld({ size: 5, goodFor: 0, script: auto });
    expect((await start()).now).toEqual({ value: { end: 'done' } });
    expect(signings()).toEqual(['multipart 1', 'parts 1', 'parts 1', 'parts 1']);
    expect(sent.map(({ url }) => url)).toEqual(['https://s3.test/1?signed=4']);
  });
});
