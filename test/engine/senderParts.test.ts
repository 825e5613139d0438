import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadAnswers } from '../../src/client/loadAnswers.ts';
import { createSenderWorld, goneForGood, inParts, mib, s3 } from './createSenderWorld.ts';
import { discarded, redacted } from './createSendingWorld.ts';

vi.setConfig({ testTimeout: 5000 });
// What only large files need, and what reads answers, take their time when they are first loaded.
beforeAll(() => Promise.all([loadAnswers(), import('../../src/engine/sendParts.ts')]));

describe('a file in parts', () => {
  it('is planned where nothing is known of its parts', async () => {
    const { send, createJob, asked, sent, finish } = createSenderWorld();
    const { job, work, counts, loaded } = createJob(inParts, new Uint8Array(12 * mib));
    const sending = await send(job);
    expect(asked[0]).toEqual({
      call: '/attachments/a1/multipart',
      body: { partSize: 6 * mib, parts: [{ number: 1 }, { number: 2 }] },
    });
    expect(sent.map(({ body }) => body.size)).toEqual([6 * mib, 6 * mib]);
    await finish(0);
    await finish(1);
    expect(sending.now).toEqual({ value: null });
    expect(counts.parts).toBe(2);
    expect(loaded).toEqual([6 * mib, 12 * mib]);
    expect([...(work.parts?.done.keys() ?? [])]).toEqual([1, 2]);
  });

  it('goes on as it was planned', async () => {
    const { send, createJob, sent } = createSenderWorld();
    const { job, work } = createJob(inParts);
    work.parts = { partSize: 4, done: new Map([[1, { number: 1, etag: 'e' }]]) };
    await send(job);
    expect(await Promise.all(sent.map(({ body }) => body.text()))).toEqual([' byt', 'es']);
  });

  it('shares its places with the other files', async () => {
    const { send, createJob, sent } = createSenderWorld({ concurrency: 1 });
    await send(createJob(s3).job);
    await send(createJob(inParts).job);
    expect(sent).toHaveLength(1);
  });

  it('goes on whole where it has to', async () => {
    const { send, createJob, requests, sent, finish } = createSenderWorld({
      answer: () => Response.json({ status: 'whole', reason: 'encryption', target: s3 }),
    });
    const { job, work } = createJob(inParts);
    const sending = await send(job);
    expect(requests()).toEqual([
      { method: 'PUT', url: 'https://s3.test/key?1', headers: { 'x-amz-acl': 'private' }, fields: undefined },
    ]);
    expect(await sent[0]?.body.text()).toBe('some bytes');
    expect(work.whole).toBe('encryption');
    await finish(0);
    expect(sending.now).toEqual({ value: null });
  });

  it('is begun anew where S3 has discarded its parts, without a word', async () => {
    const { send, createJob, asked, finish } = createSenderWorld();
    const { job, work, lost } = createJob(inParts);
    work.parts = { partSize: 4, done: new Map() };
    const sending = await send(job);
    await finish(0);
    await finish(1, discarded);
    expect(lost).toEqual([null]);
    expect(sending.now).toBe('waits');
    await finish(3);
    expect(sending.now).toEqual({ value: null });
    expect(asked.map(({ body }) => body)).toEqual([
      { partSize: 4, parts: [{ number: 1 }, { number: 2 }, { number: 3 }] },
      { partSize: 5 * mib, parts: [{ number: 1 }] },
    ]);
  });

  it('is begun anew twice, and then it is said', async () => {
    const { send, createJob, asked, sent } = createSenderWorld({ script: () => discarded });
    const { job, work, lost } = createJob(inParts);
    expect((await send(job)).now).toEqual({ value: goneForGood });
    expect(asked.map(({ call }) => call)).toEqual(Array(3).fill('/attachments/a1/multipart'));
    expect(sent).toHaveLength(3);
    expect(lost).toEqual([null, null, null]);
    expect(work.parts).toBeNull();
  });
});

describe('what is expected of a large file', () => {
  it.each([
    [100 * mib, 5 * mib, [1, 2, 3, 4]],
    [12 * mib, 6 * mib, [1, 2]],
    [0, 5 * mib, [1]],
  ])('of %i bytes: parts of %i, of which the first are %o', (size, partSize, numbers) => {
    const { sender } = createSenderWorld();
    expect(sender.expectParts(size)).toEqual({ partSize, parts: numbers.map((number) => ({ number })) });
  });
});

it('has files registered', async () => {
  const { sender, asked } = createSenderWorld({
    answer: () =>
      Response.json({
        uploads: [{ attachmentId: 'a1', result: { status: 'refused', verdict: redacted('not_found') } }],
      }),
  });
  await expect(sender.register('a1')).rejects.toMatchObject({ verdict: redacted('not_found') });
  expect(asked).toEqual([{ call: '/uploads/complete', body: { attachmentIds: ['a1'] } }]);
  expect(() => sender.hurry()).not.toThrow();
});
