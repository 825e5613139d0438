import { afterEach, describe, expect, it, vi } from 'vitest';
import { documentedAccount, createFakeBackend } from '../../src/testing/index.ts';
import {
  file,
  holdTimers,
  isStoredAs,
  largeFile,
  mib,
  objectsOf,
  pass,
  settled,
  settledInTime,
  statusOf,
  world,
} from './createWorld.ts';

afterEach(() => void vi.useRealTimers());

const refusal = (status: number, code: string) => ({ status, body: `<Error><Code>${code}</Code></Error>` });
const inParts = { concurrency: 3, multipartThreshold: 6 * mib, partSize: 5 * mib };

describe('a definite refusal', () => {
  it.each([
    [403, 'AccessDenied'],
    [404, 'NoSuchBucket'],
    [400, 'InvalidArgument'],
  ])('of %i %s is not tried again: exactly one PUT', async (status, code) => {
    const { uploader, sent } = await world({ script: () => refusal(status, code) });
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('failed');
    expect(sent).toHaveLength(1);
  });

  it('of one file leaves its siblings alone', async () => {
    const { uploader } = await world({
      script: (_, url) => (url.includes('/bad.png') ? refusal(403, 'AccessDenied') : 'through'),
    });
    const ids = uploader.add([file('a.png'), file('bad.png'), file('c.png')]);
    await settled(uploader);
    expect(ids.map((id) => statusOf(uploader.getUpload(id)))).toEqual(['stored', 'failed', 'stored']);
  });
});

describe('a passing fault', () => {
  it.each([
    ['429', { status: 429 }],
    ['500', refusal(500, 'InternalError')],
    ['503 SlowDown', refusal(503, 'SlowDown')],
  ])('%s is tried again later and later, and given up after five tries', async (_, answer) => {
    holdTimers();
    const at: number[] = [];
    const { uploader } = await world({
      script: () => {
        at.push(Date.now());
        return answer;
      },
    });
    const [id = ''] = uploader.add([file('a.png')]);
    await settledInTime(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('failed');
    expect(at).toHaveLength(5);
    const pauses = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(pauses[0]).toBeLessThan(pauses[3] ?? 0);
  });

  it('is waited for with jitter, so that many clients do not come back at one moment', async () => {
    holdTimers();
    const first = async (random: number) => {
      const at: number[] = [];
      const { uploader } = await world({
        random: () => random,
        script: () => {
          at.push(Date.now());
          return at.length < 5 ? refusal(503, 'SlowDown') : 'through';
        },
      });
      uploader.add([file('a.png')]);
      await settledInTime(uploader);
      return (at[4] ?? 0) - (at[0] ?? 0);
    };
    expect(await first(0)).toBeLessThan(await first(0.999));
  });

  it('honours Retry-After', async () => {
    holdTimers();
    const at: number[] = [];
    const { uploader } = await world({
      script: () => {
        at.push(Date.now());
        return at.length === 1 ? { ...refusal(503, 'SlowDown'), retryAfter: 9 } : 'through';
      },
    });
    uploader.add([file('a.png')]);
    await settledInTime(uploader);
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(9000);
  });

  it('of part 2 is over by its second try: done once more, and progress never goes back', async () => {
    const seen: number[] = [];
    const tries: string[] = [];
    const { uploader, backend } = await world({
      ...inParts,
      script: (_, url) => {
        const number = new URL(url).searchParams.get('partNumber') ?? '';
        tries.push(number);
        return number === '2' && tries.filter((one) => one === '2').length === 1
          ? refusal(500, 'InternalError')
          : 'through';
      },
    });
    const large = largeFile(15 * mib);
    const [id = ''] = uploader.add([large]);
    uploader.subscribe(() => {
      const upload = uploader.getUpload(id);
      if (upload && 'loaded' in upload) seen.push(upload.loaded);
    });
    await settled(uploader);
    expect(tries.sort()).toEqual(['1', '2', '2', '3']);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(await isStoredAs(backend, large)).toBe(true);
  });

  it('in the middle of a 200 to CompleteMultipartUpload is a failure, and is tried again', async () => {
    holdTimers();
    const backend = createFakeBackend({ account: documentedAccount(), log: () => {} });
    let faults = 0;
    const { uploader } = await world({
      ...inParts,
      backend,
      script: () => {
        const [bucket] = backend.s3.account.buckets;
        // Only the completion meets it: an answer of 200 that carries <Error>.
        if (bucket && faults++ === 2) bucket.unavailable = 'InternalError';
        return 'through';
      },
    });
    const [id = ''] = uploader.add([largeFile(15 * mib)]);
    await pass(20_000, () => backend.s3.requests.some(({ code }) => code === 'InternalError'));
    for (const bucket of backend.s3.account.buckets) delete bucket.unavailable;
    await settledInTime(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
  });
});

describe('parts that are lost', () => {
  it('NoSuchUpload on a part starts again from the first part', async () => {
    const { uploader, calls, backend } = await world({
      ...inParts,
      script: (attempt) => (attempt === 2 ? refusal(404, 'NoSuchUpload') : 'through'),
    });
    const large = largeFile(15 * mib);
    const [id = ''] = uploader.add([large]);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    // The first time with the signature.
    expect(calls.filter((call) => call === 'POST /attachments/:id/multipart')).toHaveLength(1);
    expect(await isStoredAs(backend, large)).toBe(true);
  });

  it.each(['InvalidPart', 'NoSuchUpload'])(
    '%s at the end starts again from the first part',
    async (code) => {
      let wrong = true;
      const { uploader, backend } = await world({
        ...inParts,
        // Once, S3 has something else than was sent.
        script: async (attempt) => {
          if (attempt === 3 && wrong) {
            wrong = false;
            for (const id of await objectsOf(backend)) {
              if (!id.startsWith('.multipart/')) continue;
              const meta = await backend.s3.objects.getMeta(id);
              if (code === 'NoSuchUpload') await backend.s3.objects.delete(id);
              else if (meta && meta.etag !== '')
                await backend.s3.objects.setMeta(id, { ...meta, etag: '"0"' });
            }
          }
          return 'through' as const;
        },
      });
      const large = largeFile(15 * mib);
      const [id = ''] = uploader.add([large]);
      await settled(uploader, 8000);
      expect(statusOf(uploader.getUpload(id))).toBe('stored');
      expect(await isStoredAs(backend, large)).toBe(true);
    },
    10_000,
  );

  it('an ETag that the page may not read is computed, and S3 confirms it', async () => {
    const { uploader, bodies, backend, calls } = await world(inParts);
    const large = largeFile(15 * mib);
    const [id = ''] = uploader.add([large]);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    const { parts } = bodies[calls.indexOf('POST /attachments/:id/complete')] as {
      parts: { etag: string }[];
    };
    for (const { etag } of parts) expect(etag).toMatch(/^[0-9a-f]{32}$/);
    expect(await isStoredAs(backend, large)).toBe(true);
  });

  it('on a bucket that is encrypted with a KMS key the file goes by one PUT, and that is said', async () => {
    const account = documentedAccount();
    for (const bucket of account.buckets) {
      bucket.encryption = {
        type: 'aws:kms',
        keyArn: 'arn:aws:kms:eu-central-1:111122223333:key/1',
        state: 'Enabled',
        allowed: true,
      };
    }
    const backend = createFakeBackend({ account, log: () => {} });
    const { uploader, sent } = await world({ ...inParts, backend });
    const whole: unknown[] = [];
    const [id = ''] = uploader.add([largeFile(15 * mib)]);
    uploader.subscribe(() => {
      const upload = uploader.getUpload(id);
      if (upload?.status === 'sending') whole.push(upload.whole);
    });
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    expect(sent.at(-1)?.size).toBe(15 * mib);
    expect(whole).toContain('encryption');
  });
});

describe('every step that fails for good is brought to success by “Try again”', () => {
  const failing = (call: string) => (asked: string) =>
    asked === call ? new Response('', { status: 500 }) : null;
  it.each([
    ['sign', 'POST /uploads', false],
    ['create', 'POST /attachments/:id/multipart', true],
    ['sign-part', 'POST /attachments/:id/parts', true],
    ['complete', 'POST /attachments/:id/complete', true],
    ['register', 'POST /uploads/complete', false],
  ] as const)(
    '%s',
    async (step, call, large) => {
      holdTimers();
      let broken = true;
      const { uploader, backend } = await world({
        concurrency: 1,
        multipartThreshold: 6 * mib,
        partSize: 5 * mib,
        answer: (asked) => (broken ? failing(call)(asked) : null),
        // Else the upload is created by the request that signs it.
        ...(step === 'create' ? { integrity: 'md5' as const } : {}),
      });
      const chosen = large ? largeFile(25 * mib) : file('a.png');
      const [id = ''] = uploader.add([chosen]);
      await settledInTime(uploader);
      expect(uploader.getUpload(id)).toMatchObject({ status: 'failed' });
      broken = false;
      uploader.retry(id);
      await settledInTime(uploader);
      expect(statusOf(uploader.getUpload(id))).toBe('stored');
      expect(await isStoredAs(backend, chosen)).toBe(true);
    },
    20_000,
  );

  it('create, refused by S3 while the file is signed', async () => {
    const { uploader, backend, bodies } = await world(inParts);
    const [user] = backend.s3.account.users;
    const policies = user?.policies ?? [];
    if (user) user.policies = [];
    const chosen = largeFile(25 * mib);
    const [id = ''] = uploader.add([chosen]);
    await settled(uploader);
    expect(bodies[0]).toHaveProperty('begin');
    const upload = uploader.getUpload(id);
    expect(upload).toMatchObject({ status: 'failed', verdict: { diagnosis: { code: 'put_not_allowed' } } });
    if (user) user.policies = policies;
    uploader.retry(id);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    expect(await isStoredAs(backend, chosen)).toBe(true);
  });

  it('a part', async () => {
    let broken = true;
    const { uploader, sent, backend } = await world({
      ...inParts,
      script: (_, url) => (broken && url.includes('partNumber=2') ? refusal(403, 'AccessDenied') : 'through'),
    });
    const large = largeFile(15 * mib);
    const [id = ''] = uploader.add([large]);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('failed');
    broken = false;
    const before = sent.length;
    uploader.retry(id);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    // The parts that were there stayed there.
    expect(sent.length - before).toBeLessThan(3);
    expect(await isStoredAs(backend, large)).toBe(true);
  });
});
