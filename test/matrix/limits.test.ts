import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/contract/index.ts';
import { iamPolicy } from '../../src/guide/index.ts';
import type { S3Init } from '../../src/server/index.ts';
import {
  acmeAccount,
  configured,
  createWorld,
  keysOf,
  parts,
  saved,
  site,
  values,
  type World,
} from '../server/support/createWorld.ts';
import { eventually } from '../support/eventually.ts';
import { allow, objects, policyOf, publicRead } from './documents.ts';

const check = (world: World): Promise<CheckReport> =>
  world.call('administrator', 'checkConnection', { body: values });
const statusOf = ({ steps }: CheckReport, name: string) => steps.find(({ step }) => step === name)?.status;

/** As `fetch` does without an answer: nothing, until it is ended. */
function never({ signal }: S3Init): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
  });
}

const after = (ms: number, init: S3Init): Promise<null> =>
  Promise.race([new Promise<null>((resolve) => setTimeout(resolve, ms, null)), never(init)]);

describe('500 uploads that were signed in one request and fail', () => {
  async function signed(world: World, types: readonly string[]): Promise<string[]> {
    const files = Array.from({ length: 500 }, (_, index) => ({
      id: `f${index}`,
      name: `${index}.bin`,
      size: 5,
      type: types[index % types.length] ?? '',
    }));
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    return uploads.map(({ result }) => {
      if (result.status !== 'signed') throw new Error('refused');
      return result.attachmentId;
    });
  }

  /** The requests that it costs to tell what is wrong with all of them. */
  async function costOf(world: World, ids: readonly string[], seen: { status: number; body: string }) {
    const before = world.s3.requests.length;
    const body = { ...seen, loaded: 0, total: 5, online: true };
    const told = await Promise.all(
      ids.map((attachmentId) => world.call('agent', 'reportFailure', { params: { attachmentId }, body })),
    );
    const codes = new Set(told.map(({ verdict }) => (verdict.detail === 'redacted' ? verdict.code : '')));
    const asked = world.s3.requests.slice(before).map(({ method }) => method);
    return { codes: [...codes], asked: asked.sort().join(' ') };
  }

  const unseen = { status: 0, body: '' };
  const denied =
    '<Error><Code>AccessDenied</Code><Message>User: arn:aws:iam::111122223333:user/acme-triage is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::acme-triage/k" because no identity-based policy allows the s3:PutObject action</Message></Error>';
  const mismatch = '<Error><Code>SignatureDoesNotMatch</Code><Message/></Error>';

  it('cost one diagnosis when the browser saw nothing', async () => {
    const world = await configured();
    parts(world.account).bucket.cors = null;
    expect(await costOf(world, await signed(world, ['image/png']), unseen)).toEqual({
      codes: ['cors_missing'],
      asked: 'DELETE HEAD OPTIONS PUT',
    });
  });

  it('cost one question more for each other set of headers', async () => {
    const world = await configured();
    parts(world.account).bucket.cors = null;
    const { asked } = await costOf(world, await signed(world, ['image/png', 'text/html']), unseen);
    expect(asked).toBe('DELETE HEAD OPTIONS OPTIONS PUT');
  });

  it('cost one PUT and one DELETE when the browser saw that writing is not allowed', async () => {
    const world = await configured();
    parts(world.account).user.policies = [];
    const ids = await signed(world, ['image/png']);
    expect(await costOf(world, ids, { status: 403, body: denied })).toEqual({
      codes: ['put_not_allowed'],
      asked: 'DELETE PUT',
    });
  });

  it('cost one question to STS when the browser saw a wrong signature', async () => {
    const world = await configured();
    parts(world.account).key.secretAccessKey = 'another/secretKeyOfSomebodyElse+0123456x';
    const ids = await signed(world, ['image/png']);
    expect(await costOf(world, ids, { status: 403, body: mismatch })).toEqual({
      codes: ['secret_wrong'],
      asked: 'POST',
    });
  });

  it('cost a new one for another version of the settings', async () => {
    const world = await configured();
    parts(world.account).bucket.cors = null;
    const ids = await signed(world, ['image/png']);
    const first = await costOf(world, ids, unseen);
    expect(await costOf(world, ids.slice(0, 50), unseen)).toEqual({ codes: ['cors_missing'], asked: '' });
    await world.configure();
    expect(await costOf(world, ids, unseen)).toEqual(first);
  });
});

/** The check's ten seconds, and what a busy machine takes to end it. */
const inTime = 12_000;

describe.concurrent('an S3 that does not answer', () => {
  it('ends the check soon when it never does', async () => {
    const world = createWorld({ between: never });
    const started = performance.now();
    const report = await check(world);
    expect(performance.now() - started).toBeLessThan(inTime);
    expect(report).toMatchObject({ outcome: 'failed', findings: [{ code: 's3_unreachable' }] });
    expect(report.steps.filter(({ status }) => status === 'passed').map(({ step }) => step)).toEqual([
      'values',
    ]);
    expect(statusOf(report, 'identity')).toBe('unknown');
    expect(statusOf(report, 'write')).toBe('unknown');
  }, 30_000);

  it('leaves unknown what it does not answer any more after it told of the bucket', async () => {
    const world = createWorld({
      between: (init, url) => (init.method === 'HEAD' || url.includes('sts.') ? null : never(init)),
    });
    const started = performance.now();
    const report = await check(world);
    expect(performance.now() - started).toBeLessThan(inTime);
    expect(report).toMatchObject({ outcome: 'unknown', findings: [] });
    const unknown = report.steps.filter(({ status }) => status === 'unknown').map(({ step }) => step);
    expect(unknown).toEqual([
      'write',
      'owner',
      'read',
      'cors',
      'delete',
      'world_write',
      'world_list',
      'privilege',
    ]);
  }, 30_000);

  it.each(['HEAD', 'PUT', 'GET', 'DELETE', 'OPTIONS', 'POST'])(
    'says only what the others told when %s alone is not answered',
    async (method) => {
      const world = createWorld({ between: (init) => (init.method === method ? never(init) : null) });
      const report = await check(world);
      expect(report).toMatchObject({ outcome: 'unknown', findings: [] });
      if (method !== 'DELETE') expect(await keysOf(world)).toEqual([]);
    },
    30_000,
  );

  it('ends the check within ten seconds although each answer takes two of them', async () => {
    const world = createWorld({
      between: (init) => (init.method === 'DELETE' ? never(init) : after(2_000, init)),
    });
    const started = performance.now();
    const report = await check(world);
    expect(performance.now() - started).toBeLessThan(inTime);
    expect(statusOf(report, 'write')).toBe('passed');
    expect(statusOf(report, 'delete')).toBe('unknown');
  }, 30_000);

  it('is asked of large files too within the same ten seconds', async () => {
    const account = acmeAccount();
    parts(account).policy.document = iamPolicy({ bucket: saved.bucket, largeFiles: true }) as never;
    const world = createWorld({ account, between: (init) => after(2_000, init) });
    const started = performance.now();
    const body = { ...values, largeFiles: true };
    const report = await world.call('administrator', 'checkConnection', { body });
    expect(performance.now() - started).toBeLessThan(inTime);
    expect(report.outcome).toBe('passed');
    expect(statusOf(report, 'large_files')).toBe('passed');
  }, 30_000);
});

describe('a check that is cancelled leaves no object', () => {
  /** Sends the check, and cancels it at the moment that S3 has done what was asked of it. */
  async function cancelAt(moment: (init: S3Init, url: string) => boolean, edit?: (world: World) => void) {
    const gone = new AbortController();
    let reached = false;
    const world: World = createWorld({
      account: acmeAccount(),
      between: async (init, url) => {
        if (reached || !moment(init, url)) return null;
        reached = true;
        const { signal: _, ...rest } = init;
        await world.s3(new Request(url, rest));
        gone.abort();
        return never(init);
      },
    });
    edit?.(world);
    const request = new Request(`${site}/connection/check`, {
      method: 'POST',
      headers: { 'x-role': 'administrator', origin: site, 'content-type': 'application/json' },
      body: JSON.stringify(values),
      signal: gone.signal,
    });
    await world.handle(request).catch(() => null);
    // What is under way may still arrive, and is deleted then.
    await eventually(async () => expect(await keysOf(world)).toEqual([]));
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { reached, left: await keysOf(world) };
  }

  it.each<[string, (init: S3Init, url: string) => boolean]>([
    ['S3 knows the key', (_, url) => url.includes('sts.')],
    ['S3 told of the bucket', ({ method }) => method === 'HEAD'],
    ['S3 took the test object', ({ method, headers }) => method === 'PUT' && 'authorization' in headers],
    ['S3 showed the test object', ({ method }, url) => method === 'GET' && url.endsWith('probe')],
    ['S3 answered a preflight', ({ method }) => method === 'OPTIONS'],
    ['S3 deleted the test object', ({ method }) => method === 'DELETE'],
  ])('when %s', async (_, moment) => {
    expect(await cancelAt(moment)).toEqual({ reached: true, left: [] });
  });

  it('when S3 took a stranger’s object', async () => {
    const open = policyOf(publicRead, allow('s3:PutObject', objects, '*'));
    const result = await cancelAt(
      ({ method }, url) => method === 'PUT' && url.endsWith('unsigned'),
      (world) => (parts(world.account).bucket.policy = open),
    );
    expect(result).toEqual({ reached: true, left: [] });
  });
});
