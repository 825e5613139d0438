import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadAnswers } from '../../src/client/loadAnswers.ts';
import { createSenderWorld, database, form, goneForGood, inParts, s3 } from './createSenderWorld.ts';
import { denied, discarded, expired, quiet, redacted, refusal } from './createSendingWorld.ts';

vi.setConfig({ testTimeout: 5000 });
// What only large files need, and what reads answers, take their time when they are first loaded.
beforeAll(() => Promise.all([loadAnswers(), import('../../src/engine/sendParts.ts')]));

describe('one file goes whole', () => {
  it('to S3 by PUT, with the headers that were signed', async () => {
    const { send, createJob, requests, sent, finish } = createSenderWorld();
    const { job, loaded, waits, counts } = createJob(s3);
    const sending = await send(job);
    expect(requests()).toEqual([
      { method: 'PUT', url: 'https://s3.test/key?1', headers: { 'x-amz-acl': 'private' }, fields: undefined },
    ]);
    expect(await sent[0]?.body.text()).toBe('some bytes');
    sent[0]?.onProgress(4);
    expect(loaded).toEqual([4]);
    expect(waits).toEqual([null]);
    expect(sending.now).toBe('waits');
    await finish(0);
    expect(sending.now).toEqual({ value: null });
    expect(counts).toEqual({ signed: 0, parts: 0 });
  });

  it('to S3 by a form, with its fields and no headers', async () => {
    const { send, createJob, requests } = createSenderWorld({ headers: () => ({ 'x-csrf': 'token' }) });
    await send(createJob(form).job);
    expect(requests()).toEqual([
      { method: 'POST', url: 'https://s3.test/', headers: {}, fields: { key: 'key', policy: 'p' } },
    ]);
  });

  it('to the backend by PUT, with the host’s headers and the type of bytes', async () => {
    const { send, createJob, requests } = createSenderWorld({
      headers: () => ({ 'x-csrf': 'token', 'content-type': 'text/plain' }),
    });
    await send(createJob(database).job);
    expect(requests()).toEqual([
      {
        method: 'PUT',
        url: 'https://desk.test/api/attachments/a1/content',
        headers: { 'x-csrf': 'token', 'content-type': 'application/octet-stream' },
        fields: undefined,
      },
    ]);
  });

  it.each([
    [s3, 'storage', 'api'],
    [form, 'storage', 'api'],
    [database, 'api', 'storage'],
  ] as const)('to $0.to, and its answer is one of the $1, not of the $2', async (target, host, other) => {
    const { send, createJob, patience } = createSenderWorld({ script: () => ({}) });
    expect((await send(createJob(target).job)).now).toEqual({ value: null });
    expect(patience.silent(host)).toBe('patient');
    expect(patience.silent(other)).toBe('doubtful');
  });

  it.each([
    ['seven at a time where they go to S3', s3, 'x', 7],
    ['six where they are not small', s3, 'x'.repeat(64 * 1024 + 1), 6],
    ['six where they go to the backend', database, 'x', 6],
  ] as const)('of many small ones, %s', async (_, target, body, most) => {
    const { send, createJob, sent } = createSenderWorld({ concurrency: 6 });
    await Promise.all(Array.from({ length: 9 }, () => send(createJob(target, body).job)));
    expect(sent).toHaveLength(most);
  });
});

describe('a right', () => {
  it('is used until the moment at which it ends', async () => {
    const { send, createJob, sent, clock } = createSenderWorld();
    const { job, counts } = createJob(s3, 'bytes', clock.now());
    await send(job);
    expect(counts.signed).toBe(0);
    expect(sent[0]?.url).toBe('https://s3.test/key?1');
  });

  it('that has run out is asked for anew', async () => {
    const { send, createJob, sent, clock } = createSenderWorld();
    const { job, counts } = createJob(s3, 'bytes', clock.now() - 1);
    await send(job);
    expect(counts.signed).toBe(1);
    expect(sent[0]?.url).toBe('https://s3.test/key?renewed');
  });

  it('that S3 calls too old is asked for anew', async () => {
    const { send, createJob, sent, finish } = createSenderWorld();
    const { job, counts } = createJob(s3, 'bytes', 61_000);
    const sending = await send(job);
    await finish(0, expired);
    expect(counts.signed).toBe(1);
    expect(sent.map(({ url }) => url)).toEqual(['https://s3.test/key?1', 'https://s3.test/key?renewed']);
    await finish(1);
    expect(sending.now).toEqual({ value: null });
  });

  it('that there is not yet is asked for', async () => {
    const { send, createJob, sent } = createSenderWorld();
    const { job, counts } = createJob(null, 'bytes', 0);
    await send(job);
    expect(counts.signed).toBe(1);
    expect(sent[0]?.url).toBe('https://s3.test/key?renewed');
  });

  it('that there is none of is thrown, and the place goes to the next', async () => {
    const { send, createJob, sent } = createSenderWorld({ concurrency: 1 });
    const { job } = createJob(s3, 'bytes', 0);
    const refused = new Error('refused');
    expect((await send({ ...job, sign: () => Promise.reject(refused) })).now).toEqual({ error: refused });
    await send(createJob(s3).job);
    expect(sent).toHaveLength(1);
  });
});

describe('what is said of a failure', () => {
  it.each([
    ['a PUT', s3, 'put'],
    ['a form', form, 'form'],
  ] as const)('is what the backend makes of %s', async (_, target, as) => {
    const { send, createJob, asked } = createSenderWorld({
      script: () => ({ ...denied, loaded: 3 }),
      answer: () => Response.json({ verdict: redacted('access_denied') }),
    });
    expect((await send(createJob(target).job)).now).toEqual({ value: redacted('access_denied') });
    expect(asked).toEqual([
      {
        call: '/attachments/a1/failure',
        body: { ...denied, loaded: 3, total: 10, online: true, blockedByCsp: false, as },
      },
    ]);
  });

  it('is what the backend makes of a part', async () => {
    const { send, createJob, asked } = createSenderWorld({
      script: () => ({ ...denied, loaded: 3 }),
      answer: (call) =>
        call.endsWith('/failure') ? Response.json({ verdict: redacted('access_denied') }) : null,
    });
    const { job, work } = createJob(inParts);
    work.parts = { partSize: 10, done: new Map() };
    expect((await send(job)).now).toEqual({ value: redacted('access_denied') });
    expect(asked.at(-1)).toEqual({
      call: '/attachments/a1/failure',
      body: { ...denied, loaded: 3, total: 10, online: true, blockedByCsp: false, as: 'part' },
    });
  });

  it('is what the backend answered where the bytes went to itself', async () => {
    const body = await refusal('file_too_large').text();
    const { send, createJob, asked } = createSenderWorld({ script: () => ({ status: 413, body }) });
    expect((await send(createJob(database).job)).now).toEqual({ value: redacted('file_too_large') });
    expect(asked).toEqual([]);
  });

  it('is asked of S3’s PUT where its target was taken away meanwhile', async () => {
    const { send, createJob, asked, finish } = createSenderWorld();
    const { job, work } = createJob(s3);
    const sending = await send(job);
    work.target = null;
    await finish(0, denied);
    expect(asked[0]?.body).toMatchObject({ as: 'put' });
    expect(sending.now).toEqual({ value: redacted('transfer_blocked') });
  });

  it('is that this device is offline where it has gone offline in that moment', async () => {
    const { send, createJob, sent, network, asked } = createSenderWorld();
    const sending = await send(createJob(s3).job);
    sent[0]?.answer({ status: 0, loaded: 0, blockedByCsp: true });
    network.set(false);
    await quiet();
    expect(sending.now).toMatchObject({ value: { diagnosis: { code: 'offline' } } });
    expect(asked).toEqual([]);
  });

  it('is that it is gone, where S3 knows nothing of it', async () => {
    const { send, createJob } = createSenderWorld({ script: () => discarded });
    expect((await send(createJob(s3).job)).now).toEqual({ value: goneForGood });
  });
});

describe('a place', () => {
  it.each([
    ['has arrived', {}],
    ['has failed', denied],
  ])('goes to the next file when one %s', async (_, answer) => {
    const { send, createJob, sent, finish } = createSenderWorld({ concurrency: 1 });
    await send(createJob(s3).job);
    await send(createJob(s3).job);
    expect(sent).toHaveLength(1);
    await finish(0, answer);
    expect(sent).toHaveLength(2);
  });

  it('goes to the next file when one is stopped, which says so with its reason', async () => {
    const { send, createJob, sent } = createSenderWorld({ concurrency: 1 });
    const [first, second] = [createJob(s3), createJob(s3)];
    const sending = await send(first.job);
    await send(second.job);
    first.work.stop.abort('removed');
    await quiet();
    expect(sending.now).toEqual({ error: 'removed' });
    expect(sent).toHaveLength(2);
  });

  it('is not waited for any longer by who is stopped', async () => {
    const { send, createJob, finish, sent } = createSenderWorld({ concurrency: 1 });
    const second = createJob(s3);
    await send(createJob(s3).job);
    const sending = await send(second.job);
    second.work.stop.abort('paused');
    await finish(0);
    expect(sending.now).toEqual({ error: 'paused' });
    expect(sent).toHaveLength(1);
  });
});
