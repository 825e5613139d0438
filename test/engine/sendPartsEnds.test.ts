import { getEventListeners } from 'node:events';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadAnswers } from '../../src/client/loadAnswers.ts';
import type { Verdict } from '../../src/diagnosis/index.ts';
import { createPartsWorld } from './createPartsWorld.ts';
import { createGate, denied, discarded, expired, quiet, redacted, refusal } from './createSendingWorld.ts';

vi.setConfig({ testTimeout: 5000 });
beforeAll(() => loadAnswers());

const busy = { status: 503 };
const busyForLong = { status: 503, retryAfter: 100 };
const paused = new DOMException('paused', 'AbortError');

describe('an upload in parts waits', () => {
  it('when all of its parts do, and goes on with the first that does', async () => {
    const { start, finish, waits, clock, numbers } = createPartsWorld();
    await start();
    await finish(0, busy);
    expect(waits).toEqual([null, null]);
    await finish(1, busyForLong);
    expect(waits).toEqual([null, null, 'retry']);
    clock.pass(225);
    await quiet();
    expect(waits).toEqual([null, null, 'retry', null]);
    expect(numbers()).toEqual([1, 2, 1]);
  });

  it('never while one of them goes, however often another waits', async () => {
    const { start, finish, waits, clock, numbers } = createPartsWorld();
    await start();
    await finish(0, busy);
    clock.pass(225);
    await quiet();
    await finish(2, busy);
    clock.pass(450);
    await quiet();
    expect(numbers()).toEqual([1, 2, 1, 1]);
    expect(waits).toEqual([null, null, null, null]);
  });

  it('with its last part', async () => {
    const { start, finish, waits } = createPartsWorld({ size: 20 });
    await start();
    await finish(0);
    await finish(1, busy);
    expect(waits).toEqual([null, null, 'retry']);
  });

  it('for the network, once, and goes on when that is back', async () => {
    const { start, waits, network, numbers } = createPartsWorld();
    await start();
    network.set(false);
    await quiet();
    expect(waits).toEqual([null, null, 'network']);
    network.set(true);
    await quiet();
    expect(waits).toEqual([null, null, 'network', null, null]);
    expect(numbers()).toEqual([1, 2, 1, 2]);
  });
});

describe('a part that somebody else’s file takes the place of', () => {
  it('is sent again before those behind it, with the right that it had', async () => {
    const { start, finish, queue, clock, sent, numbers, work } = createPartsWorld({ size: 45 });
    const sending = await start();
    const other = queue.enter('other', new AbortController().signal);
    clock.pass(999);
    await quiet();
    expect(sent.map(({ signal }) => signal.aborted)).toEqual([false, false]);
    clock.pass(1);
    await quiet();
    expect(sent.map(({ signal }) => signal.aborted)).toEqual([false, true]);
    const leave = await other;
    expect(numbers()).toEqual([1, 2]);
    await finish(0);
    expect(numbers()).toEqual([1, 2, 2]);
    expect(sent[2]?.url).toBe('https://s3.test/2?signed=1');
    leave();
    await quiet();
    expect(numbers()).toEqual([1, 2, 2, 3]);
    for (let nth = 2; nth < 6; nth++) await finish(nth);
    expect(sending.now).toEqual({ value: { end: 'done' } });
    expect(numbers()).toEqual([1, 2, 2, 3, 4, 5]);
    expect([...work.parts.done.keys()]).toEqual([1, 2, 3, 4, 5]);
  });

  it('is sent again also where it was the last one', async () => {
    const { start, finish, queue, clock, numbers, loaded, sent } = createPartsWorld({ size: 20 });
    const sending = await start();
    sent[1]?.onProgress(7);
    void queue.enter('other', new AbortController().signal);
    clock.pass(1000);
    await quiet();
    expect(sending.now).toBe('waits');
    await finish(0);
    expect(numbers()).toEqual([1, 2, 2]);
    await finish(2);
    expect(sending.now).toEqual({ value: { end: 'done' } });
    // What had gone of it counts no more.
    expect(loaded).toEqual([7, 10, 20]);
  });
});

describe('a part that fails', () => {
  it('stops the others, is looked into, and tells why', async () => {
    const { start, finish, sent, explained, freePlaces, work } = createPartsWorld();
    const sending = await start();
    await finish(0, denied);
    expect(explained).toEqual([['aaaaaaaaaa', 403]]);
    expect(sending.now).toEqual({ value: { end: 'failed', verdict: redacted('access_denied') } });
    expect(sent).toHaveLength(2);
    expect(sent[1]?.signal.aborted).toBe(true);
    expect(work.stop.signal.aborted).toBe(false);
    expect(work.parts.done.size).toBe(0);
    expect(await freePlaces()).toBe(2);
  });

  it('tells its own cause, whatever is found about others afterwards', async () => {
    const gates: Record<string, ReturnType<typeof createGate<Verdict>>> = {
      a: createGate(),
      b: createGate(),
    };
    const { start, finish } = createPartsWorld({
      explain: (part) => gates[part[0] ?? '']?.promise ?? Promise.resolve(redacted('not_found')),
    });
    const sending = await start();
    await finish(0, denied);
    await finish(1, denied);
    gates.b?.open(redacted('bucket_missing'));
    await quiet();
    // The others put down what they hold first.
    expect(sending.now).toBe('waits');
    gates.a?.open(redacted('access_denied'));
    await quiet();
    expect(sending.now).toEqual({ value: { end: 'failed', verdict: redacted('bucket_missing') } });
  });

  it('because S3 has discarded the upload says that', async () => {
    const { start, finish, sent, explained, freePlaces } = createPartsWorld();
    const sending = await start();
    await finish(1, discarded);
    expect(sending.now).toEqual({ value: { end: 'gone' } });
    expect(sent[0]?.signal.aborted).toBe(true);
    expect(explained).toEqual([]);
    expect(await freePlaces()).toBe(2);
  });
});

describe('where a part gets no right', () => {
  const refusing = (code: Parameters<typeof refusal>[0]) =>
    createPartsWorld({ size: 55, answer: (call) => (call.endsWith('/parts') ? refusal(code) : null) });

  it('because the upload is gone, it is as if S3 had said so', async () => {
    const { start, finish, sent, freePlaces } = refusing('upload_gone');
    const sending = await start();
    for (let nth = 0; nth < 2; nth++) await finish(nth);
    expect(sending.now).toBe('waits');
    await finish(2);
    expect(sending.now).toEqual({ value: { end: 'gone' } });
    expect(sent[3]?.signal.aborted).toBe(true);
    expect(await freePlaces()).toBe(2);
  });

  it('for another reason, that is thrown, and the others stop for it', async () => {
    const { start, finish, sent, freePlaces } = refusing('not_found');
    const sending = await start();
    for (let nth = 0; nth < 3; nth++) await finish(nth);
    expect(sending.now).toMatchObject({ error: { name: 'DiagnosisError', verdict: redacted('not_found') } });
    const { now } = sending;
    expect(typeof now === 'object' && 'error' in now && now.error).toBe(sent[3]?.signal.reason);
    expect(await freePlaces()).toBe(2);
  });

  it('that is thrown also when no part waits for its turn any more', async () => {
    const { start, finish } = createPartsWorld({
      size: 20,
      answer: (call) => (call.endsWith('/parts') ? refusal('not_found') : null),
    });
    const sending = await start();
    await finish(0, expired);
    expect(sending.now).toMatchObject({ error: { verdict: redacted('not_found') } });
  });
});

it('an upload that was stopped before what sends it was there sends nothing, and asks for nothing', async () => {
  for (const done of [[], [1]]) {
    const { start, work, asked, sent } = createPartsWorld({ done, script: () => ({}) });
    work.stop.abort('paused');
    expect((await start()).now).toEqual({ error: 'paused' });
    expect([asked.length, sent.length]).toEqual([0, 0]);
  }
});

describe('a file that cannot be read any more', () => {
  const unreadable = new DOMException('changed', 'NotReadableError');

  it('is not begun where its bytes are digested first', async () => {
    const { start, asked } = createPartsWorld({
      integrity: 'sha256',
      digest: () => Promise.reject(unreadable),
    });
    expect((await start()).now).toEqual({ error: unreadable });
    expect(asked).toEqual([]);
  });

  it('ends where it is noticed, and what is digested meanwhile is in nobody’s way', async () => {
    const { start, finish, sent, work, freePlaces } = createPartsWorld({
      concurrency: 1,
      digest: (what) => (what === 'md5 of b' ? Promise.reject(unreadable) : Promise.resolve()),
    });
    const sending = await start();
    await finish(0, { etag: null });
    expect(sending.now).toBe('waits');
    await finish(1, { etag: null });
    expect(sending.now).toEqual({ error: unreadable });
    expect([...work.parts.done.keys()]).toEqual([1]);
    expect(sent.length).toBeLessThanOrEqual(3);
    expect(await freePlaces()).toBe(1);
  });
});

describe('an upload in parts that is stopped', () => {
  it('stops its parts for the same reason, and gives its places back', async () => {
    const { start, sent, work, freePlaces } = createPartsWorld();
    const sending = await start();
    expect(getEventListeners(work.stop.signal, 'abort')).toHaveLength(1);
    work.stop.abort(paused);
    expect(sent.map(({ signal }) => signal.reason)).toEqual([paused, paused]);
    await quiet();
    expect(sending.now).toEqual({ error: paused });
    expect(sent).toHaveLength(2);
    expect(await freePlaces()).toBe(2);
  });

  it('while it waits for a place waits no longer', async () => {
    const { start, queue, sent, work } = createPartsWorld({ concurrency: 1 });
    const leave = await queue.enter('other', new AbortController().signal);
    const sending = await start();
    expect(sending.now).toBe('waits');
    work.stop.abort(paused);
    await quiet();
    expect(sending.now).toEqual({ error: paused });
    leave();
    await quiet();
    expect(sent).toEqual([]);
  });

  it('while its parts wait for their next try waits no longer', async () => {
    const { start, finish, work, sent } = createPartsWorld({ size: 10 });
    const sending = await start();
    await finish(0, busy);
    work.stop.abort(paused);
    await quiet();
    expect(sending.now).toEqual({ error: paused });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['was begun', undefined],
    ['has to go whole', { to: 's3', method: 'PUT', url: 'https://s3.test/k', headers: {}, expiresIn: 60 }],
  ])('while it is begun sends nothing when it hears that it %s', async (_, target) => {
    const gate = createGate();
    const { start, work, sent } = createPartsWorld({
      answer: () =>
        gate.promise.then(() =>
          target ? Response.json({ status: 'whole', reason: 'encryption', target }) : null,
        ),
    });
    const sending = await start();
    work.stop.abort(paused);
    gate.open();
    await quiet();
    expect(sending.now).toEqual({ error: paused });
    expect(sent).toEqual([]);
    expect(work.target).toEqual({ to: 's3_parts' });
    expect(work.whole).toBeNull();
  });

  it('while rights are asked for sends nothing with them', async () => {
    const gate = createGate();
    const { start, work, sent, freePlaces } = createPartsWorld({
      done: [1],
      answer: () => gate.promise.then(() => null),
    });
    const sending = await start();
    work.stop.abort(paused);
    gate.open();
    await quiet();
    expect(sending.now).toEqual({ error: paused });
    expect(sent).toEqual([]);
    expect(await freePlaces()).toBe(2);
  });

  it('keeps what S3 has taken, and digests it to the end', async () => {
    const gate = createGate();
    const { start, finish, work, taken } = createPartsWorld({
      digest: (what) => (what === 'md5 of a' ? gate.promise : Promise.resolve()),
    });
    const sending = await start();
    await finish(0, { etag: null });
    work.stop.abort(paused);
    await quiet();
    expect(sending.now).toBe('waits');
    gate.open();
    await quiet();
    expect(sending.now).toEqual({ error: paused });
    expect(taken).toEqual([[1]]);
    expect(work.parts.done.get(1)?.etag).toBe(Buffer.from('md5 of a').toString('hex'));
  });

  it('while it is found out why a part failed tells nobody', async () => {
    const gate = createGate<Verdict>();
    const { start, finish, work } = createPartsWorld({ explain: () => gate.promise });
    const sending = await start();
    await finish(0, denied);
    work.stop.abort(paused);
    gate.open(redacted('access_denied'));
    await quiet();
    expect(sending.now).toEqual({ error: paused });
  });
});

it('leaves nothing behind that listens, nor a place taken, when all parts are there', async () => {
  const { start, work, freePlaces } = createPartsWorld({ script: () => ({}) });
  expect((await start()).now).toEqual({ value: { end: 'done' } });
  expect(getEventListeners(work.stop.signal, 'abort')).toEqual([]);
  expect(await freePlaces()).toBe(2);
});
