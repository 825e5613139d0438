import { describe, expect, it } from 'vitest';
import { createClient } from '../../src/client/index.ts';
import { type BodyOf, maxPutSize, type SignedUpload } from '../../src/contract/index.ts';
import { DiagnosisError, malformed, type Verdict, verdictOf } from '../../src/diagnosis/index.ts';
import { createSigner, type SignerOptions, type ToSign } from '../../src/engine/createSigner.ts';
import { newWork, type Work } from '../../src/engine/Work.ts';
import { eventually } from '../support/eventually.ts';
import { createHandClock } from './createHandClock.ts';

const mib = 1024 ** 2;
type Result = SignedUpload['result'];

const put = (expiresIn = 900) =>
  ({ to: 's3', method: 'PUT', headers: {}, url: 'https://acme.test/a', expiresIn }) as const;
const signed = (id: string): Result => ({ status: 'signed', attachmentId: `at-${id}`, target: put() });
const notInForm = new DiagnosisError(malformed(200)).verdict;

/** A desk that signs, the last file first; `says` is what it says of a file, `until` is what it waits for before. */
function open({
  says = signed,
  until,
  ...over
}: Partial<SignerOptions> & { says?: (id: string) => Result | null; until?: Promise<void> } = {}) {
  const clock = createHandClock();
  const bodies: BodyOf<'signUploads'>[] = [];
  const keys: (string | null)[] = [];
  const asked: { owner: string | null; stopped: boolean }[] = [];
  const client = createClient({
    baseUrl: 'https://desk.test/api',
    fetch: async (_, init) => {
      const body = JSON.parse(String(init?.body)) as BodyOf<'signUploads'>;
      bodies.push(body);
      keys.push(new Headers(init?.headers).get('idempotency-key'));
      await until;
      const uploads = body.files.flatMap(({ id }) => {
        const result = says(id);
        return result ? [{ id, result }] : [];
      });
      return Response.json({ uploads: uploads.reverse() });
    },
  });
  const signer = createSigner({
    client,
    ask: (owner, signal, call) => {
      asked.push({ owner, stopped: signal.aborted });
      return call();
    },
    clock,
    ticketId: '7',
    draftId: undefined,
    concurrency: 6,
    multipartThreshold: 8 * mib,
    integrity: 'none',
    ...over,
  });
  return { clock, bodies, keys, asked, signer };
}

/** A chosen file of so many bytes, none of which is there. */
function chosen(
  id: string,
  { size = 10, name = `${id}.png`, type = 'image/png', ...known }: Partial<Work & File> = {},
): ToSign {
  const file: File = Object.defineProperty(new File([], 'on disk', { type }), 'size', { value: size });
  const work = Object.assign(newWork(file), known);
  const upload = { id, file, name, size, type, folder: '', duplicateOf: null, status: 'queued' as const };
  return { upload, work };
}

const unreachable = async () => {
  throw new TypeError('Failed to fetch');
};

describe('how a file is to go', () => {
  const wayOf = async (known: Partial<Work & File>, options: Partial<SignerOptions> = {}) => {
    const { signer, bodies } = open(options);
    await signer.sign([chosen('a', known)]);
    return bodies[0]?.files[0]?.as;
  };

  it.each([
    [0, 'form'],
    [mib, 'form'],
    [mib + 1, 'put'],
    [8 * mib, 'put'],
    [8 * mib + 1, 'parts'],
  ])('a file of %i bytes goes as a form up to one MiB, and in parts above eight: %s', async (size, way) => {
    expect(await wayOf({ size })).toBe(way);
  });

  it.each([
    [10, 'put'],
    [mib, 'put'],
    [8 * mib + 1, 'parts'],
  ])('of %i bytes whose digest is wanted it is no form: %s', async (size, way) => {
    expect(await wayOf({ size }, { integrity: 'sha256' })).toBe(way);
  });

  it('is in parts where S3 takes no larger object in one, although the host wants none', async () => {
    const options = { multipartThreshold: Number.POSITIVE_INFINITY };
    expect(await wayOf({ size: maxPutSize }, options)).toBe('put');
    expect(await wayOf({ size: maxPutSize + 1 }, options)).toBe('parts');
  });

  it('is in parts where the host wants that of very small ones', async () => {
    expect(await wayOf({ size: 101 }, { multipartThreshold: 100 })).toBe('parts');
    expect(await wayOf({ size: 100 }, { multipartThreshold: 100 })).toBe('form');
  });

  it('is in one piece, however large or small it is, where the bucket is encrypted', async () => {
    expect(await wayOf({ size: 20 * mib, whole: 'encryption' })).toBe('put');
    expect(await wayOf({ size: 10, whole: 'encryption' })).toBe('put');
  });
});

describe('what is told of a file', () => {
  it('is its id, name, size and type, and the ticket that it is for', async () => {
    const { signer, bodies } = open();
    await signer.sign([chosen('a', { name: 'as shown.png' })]);
    expect(bodies).toEqual([
      {
        ticketId: '7',
        files: [{ id: 'a', name: 'as shown.png', size: 10, type: 'image/png', as: 'form' }],
      },
    ]);
  });

  it('is the attachment that it was signed for before, and its digest', async () => {
    const { signer, bodies } = open({ integrity: 'md5' });
    const checksum = { algorithm: 'md5', value: 'AAAAAAAA' } as const;
    await signer.sign([chosen('a', { attachmentId: 'at-1' }), chosen('b', { checksum })]);
    expect(bodies[0]?.files).toEqual([
      { id: 'a', name: 'a.png', size: 10, type: 'image/png', as: 'put', attachmentId: 'at-1' },
      { id: 'b', name: 'b.png', size: 10, type: 'image/png', as: 'put', checksum },
    ]);
  });

  it('is of a name at most 1024 characters, and of a type 255', async () => {
    const { signer, bodies } = open();
    await signer.sign([
      chosen('a', { name: `${'n'.repeat(1024)}x`, type: `${'t'.repeat(255)}x` }),
      chosen('b', { name: 'n'.repeat(1024), type: 't'.repeat(255) }),
    ]);
    for (const index of [0, 1]) {
      expect(bodies[0]?.files[index]).toMatchObject({ name: 'n'.repeat(1024), type: 't'.repeat(255) });
    }
  });

  it('is the draft that it waits in, where there is one', async () => {
    const { signer, bodies } = open({ draftId: 'draft-1' });
    await signer.sign([chosen('a')]);
    expect(bodies[0]).toMatchObject({ ticketId: '7', draftId: 'draft-1', files: [{ id: 'a' }] });
    const ticket = open();
    await ticket.signer.sign([chosen('a')]);
    expect(ticket.bodies[0]).not.toHaveProperty('draftId');
  });

  it('is how the first is begun, and of no other', async () => {
    const begin = { partSize: 5 * mib, parts: [{ number: 1 }, { number: 2 }] };
    const { signer, bodies } = open();
    await signer.sign([
      chosen('a', { size: 9 * mib, begin }),
      chosen('b', { size: 9 * mib, begin: { ...begin, partSize: 6 * mib } }),
    ]);
    expect(bodies[0]?.begin).toEqual({ id: 'a', ...begin });
    await signer.sign([chosen('a'), chosen('b', { size: 9 * mib, begin })]);
    expect(bodies[1]).not.toHaveProperty('begin');
  });
});

describe('a request', () => {
  it('about no file is made to nobody', async () => {
    const { signer, bodies, asked } = open();
    expect(await signer.sign([])).toEqual([]);
    expect(asked).toEqual([]);
    expect(bodies).toEqual([]);
  });

  it('is made for nobody in particular, and goes on whoever stops', async () => {
    const { signer, asked } = open();
    const one = chosen('a');
    one.work.stop.abort('removed');
    expect(await signer.sign([one, chosen('b')])).toEqual([null, null]);
    expect(asked).toEqual([{ owner: null, stopped: false }]);
  });

  it('has a key of its own, that is the same however often it is tried', async () => {
    const { signer, keys } = open({
      ask: async (_owner, _signal, call) => {
        await call();
        return call();
      },
    });
    await signer.sign([chosen('a')]);
    await signer.sign([chosen('a')]);
    const [first, again, second] = keys;
    expect(first).toMatch(/^\d+(-\d+){3}$/);
    expect(again).toBe(first);
    expect(second).toMatch(/^\d+(-\d+){3}$/);
    expect(second).not.toBe(first);
  });

  it('is known to each of its files while it is under way, and to none when it is over', async () => {
    let answer = () => {};
    const { signer, bodies } = open({ until: new Promise((resolve) => (answer = resolve)) });
    const begin = { partSize: 5 * mib, parts: [] };
    const batch = [chosen('a', { begin }), chosen('b', { begin })];
    const done = signer.sign(batch);
    const making = batch[0]?.work.making;
    expect(making).toBeInstanceOf(Promise);
    expect(batch[1]?.work.making).toBe(making);
    await eventually(() => expect(bodies).toHaveLength(1));
    expect(batch.map(({ work }) => work.target)).toEqual([null, null]);
    expect(batch.map(({ work }) => work.begin)).toEqual([begin, begin]);
    answer();
    // Who waits for it knows then what there is to withdraw.
    expect(await making).toEqual([signed('a'), signed('b')]);
    await done;
    expect(batch.map(({ work }) => work.making)).toEqual([null, null]);
    expect(batch.map(({ work }) => work.begin)).toEqual([null, null]);
  });
});

describe('what comes back', () => {
  it('is laid into each file by its id, whatever the order of the answer', async () => {
    const { signer } = open();
    const batch = ['a', 'b', 'c'].map((id) => chosen(id));
    expect(await signer.sign(batch)).toEqual([null, null, null]);
    expect(batch.map(({ work }) => work.attachmentId)).toEqual(['at-a', 'at-b', 'at-c']);
    expect(batch.map(({ work }) => work.target)).toEqual([put(), put(), put()]);
  });

  it('without one of the files is not what was agreed on, for that one', async () => {
    const { signer } = open({ says: (id) => (id === 'b' ? null : signed(id)) });
    const batch = ['a', 'b', 'c'].map((id) => chosen(id));
    const [first, second, third] = await signer.sign(batch);
    expect([first, third]).toEqual([null, null]);
    expect(second?.verdict).toEqual(notInForm);
    expect(batch.map(({ work }) => work.attachmentId)).toEqual(['at-a', null, 'at-c']);
    expect(batch[1]?.work.making).toBeNull();
  });

  it('may be a refusal, with its verdict, which leaves the file as it was', async () => {
    const verdict: Verdict = { detail: 'redacted', code: 'file_too_large', reference: 'ABCD' };
    const { signer } = open({ says: (id) => (id === 'a' ? { status: 'refused', verdict } : signed(id)) });
    const parts = { partSize: 5 * mib, done: new Map() };
    const begin = { partSize: 5 * mib, parts: [] };
    const refused = chosen('a', { attachmentId: 'at-0', parts, begin });
    const [fault, other] = await signer.sign([refused, chosen('b')]);
    expect(fault?.verdict).toEqual(verdict);
    expect(other).toBeNull();
    expect(refused.work).toMatchObject({ attachmentId: 'at-0', parts, target: null, goodUntil: 0 });
    expect([refused.work.making, refused.work.begin]).toEqual([null, null]);
  });

  it('is the same fault for all of a request that does not get through', async () => {
    const { signer } = open({
      client: createClient({ baseUrl: 'https://desk.test/api', fetch: unreachable }),
    });
    const batch = [chosen('a'), chosen('b')];
    const [first, second] = await signer.sign(batch);
    expect(first?.verdict).toMatchObject({ detail: 'full', diagnosis: { code: 'api_unreachable' } });
    expect(second).toBe(first);
    expect(batch.map(({ work }) => work.making)).toEqual([null, null]);
    expect(batch.map(({ work }) => work.attachmentId)).toEqual([null, null]);
  });

  it('says only that something went wrong of an error that is not ours', async () => {
    const { signer } = open({ ask: () => Promise.reject(new RangeError('?')) });
    const [fault] = await signer.sign([chosen('a')]);
    expect(fault?.verdict).toEqual(verdictOf(new RangeError('?')));
  });

  it('lets go of the parts of another attachment, and keeps those of the same', async () => {
    const { signer } = open();
    const parts = { partSize: 5 * mib, done: new Map() };
    const same = chosen('a', { attachmentId: 'at-a', parts });
    const other = chosen('b', { attachmentId: 'at-0', parts });
    await signer.sign([same, other]);
    expect(same.work.parts).toBe(parts);
    expect(other.work.parts).toBeNull();
    expect([same, other].map(({ work }) => work.attachmentId)).toEqual(['at-a', 'at-b']);
  });
});

describe('a right', () => {
  it.each([
    [900, 870_000],
    [61, 31_000],
    [60, 30_000],
    [40, 20_000],
    [2, 1000],
  ])('of %i seconds is good for %i ms: half a minute less, or half of a short life', (seconds, ms) => {
    const { signer, clock } = open();
    clock.pass(500);
    expect(signer.goodUntil(seconds)).toBe(1500 + ms);
  });

  it('counts from its answer', async () => {
    let answer = () => {};
    const { signer, clock, bodies } = open({ until: new Promise((resolve) => (answer = resolve)) });
    const one = chosen('a');
    const done = signer.sign([one]);
    await eventually(() => expect(bodies).toHaveLength(1));
    clock.pass(4000);
    answer();
    await done;
    expect(one.work.goodUntil).toBe(5000 + 870_000);
  });

  it.each([{ to: 'database' } as const, { to: 's3_parts' } as const])(
    'to send to what has no signature is good for ever: $to',
    async (target) => {
      const { signer } = open({ says: () => ({ status: 'signed', attachmentId: 'at-1', target }) });
      const one = chosen('a');
      expect(await signer.sign([one])).toEqual([null]);
      expect(one.work.target).toEqual(target);
      expect(one.work.goodUntil).toBe(Number.POSITIVE_INFINITY);
    },
  );
});

describe('how many files the next request is about', () => {
  /** Sends so many files now. */
  const send = (signer: ReturnType<typeof open>['signer'], count: number) => {
    for (let sent = 0; sent < count; sent++) signer.used();
  };

  it('is a thousand as long as no right ran out, however slowly they are used', () => {
    const { signer, clock } = open();
    signer.goodUntil(60);
    expect(signer.getBatchSize()).toBe(1000);
    send(signer, 1);
    clock.pass(3_600_000);
    expect(signer.getBatchSize()).toBe(1000);
  });

  it('is a thousand where one ran out before anything was sent', () => {
    const { signer, clock } = open();
    signer.goodUntil(60);
    signer.expired();
    clock.pass(3_600_000);
    expect(signer.getBatchSize()).toBe(1000);
  });

  it('is then as many as were sent in the time for which a right is good, since the first of them', () => {
    const { signer, clock } = open();
    signer.goodUntil(60);
    send(signer, 2);
    clock.pass(500);
    send(signer, 3);
    clock.pass(500);
    signer.expired();
    expect(signer.getBatchSize()).toBe(150);
    clock.pass(500);
    expect(signer.getBatchSize()).toBe(100);
    send(signer, 1);
    expect(signer.getBatchSize()).toBe(120);
    clock.pass(5500);
    // 25.7 of them.
    expect(signer.getBatchSize()).toBe(25);
  });

  it('goes by the life of the last right, and of a short one by half of it', async () => {
    const says = (): Result => ({ status: 'signed', attachmentId: 'at-1', target: put(2) });
    const { signer, clock } = open({ says });
    signer.goodUntil(900);
    await signer.sign([chosen('a')]);
    send(signer, 10);
    signer.expired();
    clock.pass(500);
    expect(signer.getBatchSize()).toBe(20);
  });

  it('is at least as many as go at the same time, and at most a thousand', () => {
    const { signer, clock } = open();
    signer.goodUntil(60);
    signer.expired();
    send(signer, 10);
    clock.pass(1);
    expect(signer.getBatchSize()).toBe(1000);
    clock.pass(3_600_000);
    expect(signer.getBatchSize()).toBe(6);
  });

  it('can be told in the moment of the first use', () => {
    const { signer } = open();
    signer.goodUntil(0.02);
    signer.expired();
    send(signer, 5);
    expect(signer.getBatchSize()).toBe(50);
  });
});
