import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHash } from 'node:crypto';
import { createAsk } from '../../src/engine/createAsk.ts';
import { createPatience } from '../../src/engine/createPatience.ts';
import { explainFailure } from '../../src/engine/explainFailure.ts';
import type { HashReply } from '../../src/engine/hash/hashWorker.ts';
import { createHandClock } from './createHandClock.ts';
import { createTestNetwork } from './createTestNetwork.ts';
import { file, holdTimers, settled, settledInTime, statusOf, world } from './createWorld.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const diagnosisOf = (upload: unknown) =>
  (upload as { verdict?: { diagnosis?: Record<string, unknown> } }).verdict?.diagnosis;

describe('what is asked of a file that is not there, or not in that state', () => {
  it('changes nothing', async () => {
    const { uploader, events } = await world({ restrictions: { maxFiles: 1 } });
    const [id = '', refused = ''] = uploader.add([file('a.png'), file('b.png')]);
    await settled(uploader);
    const before = uploader.getUpload(id);
    const told = events.length;
    for (const one of ['nobody', id]) {
      uploader.pause(one);
      uploader.resume(one);
      uploader.retry(one);
    }
    uploader.pause();
    uploader.resume();
    uploader.remove('nobody');
    uploader.measure('nobody');
    uploader.measure(refused);
    expect(uploader.getUpload(refused)).toMatchObject({ status: 'refused', size: 1000 });
    expect(uploader.getUpload(id)).toBe(before);
    expect(events).toHaveLength(told);
  });

  it('is the same name again: the right to send stays', async () => {
    const { uploader, calls } = await world({ script: (attempt) => (attempt === 1 ? 'hold' : 'through') });
    const [id = ''] = uploader.add([file('a.png')]);
    expect(uploader.rename(id, 'a.png')).toBe(true);
    await expect.poll(() => statusOf(uploader.getUpload(id))).toBe('sending');
    expect(calls.filter((call) => call === 'POST /uploads')).toHaveLength(1);
    uploader.removeAll();
  });

  it('shows a draft’s attachments beside what is on its way', async () => {
    const first = await world({ draftId: 'd1' });
    first.uploader.add([file('a.png')]);
    await settled(first.uploader);
    const { attachments } = await first.client.listDraft({ ticketId: '1', draftId: 'd1' });
    const { uploader } = await world({ script: () => 'hold' });
    uploader.add([file('b.png')]);
    uploader.restore(attachments);
    expect(uploader.getIds().map((id) => statusOf(uploader.getUpload(id)))).toEqual(['queued', 'stored']);
    uploader.removeAll();
  });
});

describe('a pause', () => {
  it('while the host makes a file smaller holds it until it is resumed', async () => {
    let done = (_: File) => {};
    const { uploader, sent } = await world({ prepare: () => new Promise((resolve) => (done = resolve)) });
    const [id = ''] = uploader.add([file('a.png')]);
    await Promise.resolve();
    uploader.pause(id);
    done(file('a.png'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(statusOf(uploader.getUpload(id))).toBe('paused');
    uploader.resume(id);
    await Promise.resolve();
    done(file('a.png'));
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    expect(sent).toHaveLength(1);
  });

  it('that is over before the file was signed costs no second request', async () => {
    let meanwhile = () => {};
    const { uploader, calls } = await world({
      refuse: (call) => {
        if (call.endsWith('/uploads')) meanwhile();
      },
    });
    const [id = ''] = uploader.add([file('a.png')]);
    meanwhile = () => {
      meanwhile = () => {};
      uploader.pause(id);
      uploader.resume(id);
    };
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    expect(calls.filter((call) => call === 'POST /uploads')).toHaveLength(1);
  });

  it('of a file that waits behind others for its signature signs the others alone', async () => {
    let meanwhile = () => {};
    const { uploader, bodies, calls } = await world({
      refuse: (call) => {
        if (call.endsWith('/uploads')) meanwhile();
      },
    });
    uploader.add([file('a.png')]);
    let later: string[] = [];
    meanwhile = () => {
      meanwhile = () => {};
      later = uploader.add([file('b.png'), file('c.png')]);
      setTimeout(() => uploader.pause(later[0]), 0);
    };
    await expect.poll(() => uploader.getSummary()).toMatchObject({ stored: 2, paused: 1 });
    const signed = bodies.filter((_, at) => calls[at] === 'POST /uploads');
    expect(JSON.stringify(signed.at(-1))).not.toContain('b.png');
    uploader.resume();
    await settled(uploader);
    expect(uploader.getSummary().stored).toBe(3);
  });
});

describe('a backend that does not keep its word', () => {
  it.each([
    ['signs', 'POST /uploads'],
    ['registers', 'POST /uploads/complete'],
  ])('and %s something else fails the file, and says what came', async (_, broken) => {
    holdTimers();
    const { uploader } = await world({
      answer: (call) => (call === broken ? Response.json({ uploads: [] }) : null),
    });
    const [id = ''] = uploader.add([file('a.png')]);
    await settledInTime(uploader);
    expect(diagnosisOf(uploader.getUpload(id))).toMatchObject({ code: 'malformed_response', status: 200 });
  });
});

it('signs a small file with its digest where that is wished for, and S3 compares it', async () => {
  const { uploader, bodies, sent } = await world({ integrity: 'sha256', sessions: undefined as never });
  const [id = ''] = uploader.add([file('a.png')]);
  await settled(uploader);
  expect(statusOf(uploader.getUpload(id))).toBe('stored');
  const value = createHash('sha256').update(new Uint8Array(1000).fill(7)).digest('base64');
  expect(bodies[0]).toMatchObject({ files: [{ checksum: { algorithm: 'sha256', value } }] });
  expect(sent[0]?.headers).toMatchObject({ 'x-amz-checksum-sha256': value });
});

describe('a transfer without an answer', () => {
  it('that the page’s own policy stopped is not tried again', async () => {
    const { uploader, sent } = await world({ script: () => ({ status: 0, blockedByCsp: true }) });
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    expect(diagnosisOf(uploader.getUpload(id))).toMatchObject({ code: 'csp_blocked' });
    expect(sent).toHaveLength(1);
  });

  it('on a device that has just gone off the net waits for the net, and can be paused there', async () => {
    const made = await world({
      script: (attempt) => {
        if (attempt > 1) return 'through';
        made.network.set(false);
        return { status: 0 };
      },
    });
    const { uploader, network } = made;
    const [id = ''] = uploader.add([file('a.png')]);
    await expect.poll(() => uploader.getUpload(id)).toMatchObject({ status: 'waiting', for: 'network' });
    uploader.pause(id);
    expect(statusOf(uploader.getUpload(id))).toBe('paused');
    network.set(true);
    uploader.resume(id);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
  });

  it.each([
    [
      { to: 's3', online: false, status: 0 },
      { code: 'offline', certainty: 'certain' },
    ],
    [
      { to: 'database', online: true, status: 0 },
      { code: 'api_unreachable', certainty: 'likely' },
    ],
    [
      { to: 'database', online: true, status: 502 },
      { code: 'malformed_response', status: 502 },
    ],
  ] as const)('as %o is told as %o', async ({ to, online, status }, diagnosis) => {
    const { client } = await world();
    const answer = { status, body: '<h1>Bad gateway</h1>', loaded: 0 };
    const verdict = await explainFailure({
      client,
      attachmentId: 'x',
      body: file('a.png'),
      to,
      as: 'put',
      answer,
      online,
    });
    expect(diagnosisOf({ verdict })).toMatchObject(diagnosis);
  });

  it('that nobody can explain says what went wrong with asking', async () => {
    const { client } = await world({ refuse: () => Promise.reject(new TypeError('Failed to fetch')) });
    const verdict = await explainFailure({
      client,
      attachmentId: 'x',
      body: file('a.png'),
      to: 's3',
      as: 'put',
      answer: { status: 403, body: '', loaded: 0 },
      online: true,
    });
    expect(diagnosisOf({ verdict })).toMatchObject({ code: 'api_unreachable' });
  });
});

it('does not ask again after a fault of the host’s own', async () => {
  const patience = createPatience(
    { clock: createHandClock(), network: createTestNetwork(), patience: 1000 },
    () => {},
  );
  const call = vi.fn(() => Promise.reject(new RangeError('a bug')));
  const ask = createAsk(patience, { maxTries: 5, random: () => 0 });
  await expect(ask(null, new AbortController().signal, call)).rejects.toThrow('a bug');
  expect(call).toHaveBeenCalledOnce();
});

describe('the worker that hashes', () => {
  /** The worker’s code, with the page that it speaks to. */
  async function start() {
    const page = new EventTarget();
    const replies: HashReply[] = [];
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('postMessage', (reply: HashReply) => void replies.push(reply));
    vi.resetModules();
    await import('../../src/engine/hash/hashWorker.ts');
    const post = (data: object) => void page.dispatchEvent(new MessageEvent('message', { data }));
    return { post, replies };
  }

  it('answers with the digest, under the number of the job', async () => {
    const { post, replies } = await start();
    post({ id: 7, job: { algorithm: 'md5', body: new Blob(['abc']) } });
    await expect.poll(() => replies).toHaveLength(1);
    expect(replies[0]).toMatchObject({ id: 7, digest: expect.any(Uint8Array) });
  });

  it('answers with the name of the fault where a file cannot be read, and where the job is broken off', async () => {
    const { post, replies } = await start();
    const body = new Blob(['abc']);
    body.slice = () => {
      throw new DOMException('It is gone.', 'NotReadableError');
    };
    post({ id: 1, job: { algorithm: 'md5', body } });
    post({ id: 2, job: { algorithm: 'md5', body: new Blob(['x'.repeat(5_000_000)]) } });
    post({ id: 2 });
    post({ id: 99 });
    await expect.poll(() => replies).toHaveLength(2);
    expect(replies).toEqual(
      expect.arrayContaining([
        { id: 1, name: 'NotReadableError', message: 'It is gone.' },
        expect.objectContaining({ id: 2, name: 'AbortError' }),
      ]),
    );
  });
});
