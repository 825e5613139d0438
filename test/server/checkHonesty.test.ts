import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/contract/index.ts';
import { createLock } from '../../src/server/connection/createLock.ts';
import { createShare } from '../../src/server/connection/createShare.ts';
import { limitTime } from '../../src/server/s3/limitTime.ts';
import type { S3Init } from '../../src/server/index.ts';
import {
  acmeAccount,
  configured,
  createWorld,
  keysOf,
  parts,
  saved,
  secret,
  values,
  type World,
} from './support/createWorld.ts';

const check = (world: World, over: Record<string, unknown> = {}) =>
  world.call('administrator', 'checkConnection', { body: { ...values, ...over } });
const step = (report: CheckReport, name: string) => report.steps.find((one) => one.step === name);
const codes = (report: CheckReport) => report.findings.map(({ code }) => code);
const isUnsigned = ({ headers }: S3Init) => headers.authorization === undefined;

describe('a region that cannot stand in the name of a host', () => {
  it.each([
    'x@169.254.169.254/',
    'evil.example/',
    'eu central 1',
    'EU (Frankfurt)',
    'eu-central-1:99999',
    'eu-central-1#',
    secret,
    '',
  ])('is told as such, and nobody is asked: %s', async (region) => {
    const asked: string[] = [];
    const world = createWorld({
      between: (_, url) => {
        asked.push(new URL(url).host);
        return null;
      },
    });
    const report = await check(world, { region });
    expect(report.findings[0]).toMatchObject({ code: 'region_wrong', where: [{ field: 'region' }] });
    expect(step(report, 'bucket')).toMatchObject({ status: 'skipped', by: 'values' });
    expect(asked.filter((host) => !host.startsWith('sts.'))).toEqual([]);
    expect(JSON.stringify(report)).not.toContain(secret);
    const problem = await world.refusal('administrator', 'signProof', { body: { ...values, region } });
    expect(problem.code).toBe('region_wrong');
  });
});

it('the proof is signed for the region that is typed, with the secret that is saved', async () => {
  const world = await configured();
  const { secretAccessKey: _, ...typed } = { ...values, region: 'ap-southeast-2' };
  const { put } = await world.call('administrator', 'signProof', { body: typed });
  expect(new URL(put.url).host).toContain('ap-southeast-2');
  expect(new URL(put.url).searchParams.get('X-Amz-Credential')).toContain('/ap-southeast-2/s3/');
});

it.each(['bucket', 'accessKeyId'])('an empty %s is a fault, not a value', async (name) => {
  const report = await check(createWorld(), { [name]: '' });
  expect(step(report, 'values')).toMatchObject({ status: 'failed' });
  expect(step(report, 'write')).toMatchObject({ status: 'skipped', by: 'values' });
});

describe('something that answers for S3', () => {
  const page = () => new Response('<html>Welcome</html>', { headers: { 'content-type': 'text/html' } });
  const yes = () => Response.json({ ok: true });

  it.each([
    ['a page', page],
    ['an API that says yes to all', yes],
  ])('is no S3, and passes nothing: %s', async (_, answer) => {
    const report = await check(createWorld({ between: answer }));
    expect(report.outcome).toBe('failed');
    expect(codes(report)).toContain('not_s3');
    expect(codes(report)).not.toContain('bucket_world_writable');
    expect(codes(report)).not.toContain('bucket_world_listable');
    const passed = report.steps.filter(({ status }) => status === 'passed').map((one) => one.step);
    expect(passed.filter((name) => !['values', 'bucket'].includes(name))).toEqual([]);
  });

  it.each([503, 500, 429])(
    'leaves unknown what strangers may do when S3 only says %i to them',
    async (status) => {
      const world = createWorld({
        between: (init, url) =>
          isUnsigned(init) && !url.endsWith('/') && init.method !== 'OPTIONS'
            ? new Response(null, { status })
            : null,
      });
      const report = await check(world);
      expect(step(report, 'world_write')).toMatchObject({ status: 'unknown' });
      expect(step(report, 'world_list')).toMatchObject({ status: 'unknown' });
    },
  );

  it('leaves unknown whether private links are private when S3 does not say so', async () => {
    const account = acmeAccount();
    parts(account).policy.document.Statement = [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }];
    const world = createWorld({
      account,
      between: (init, url) =>
        isUnsigned(init) && init.method === 'GET' && url.includes('probe')
          ? new Response(null, { status: 503 })
          : null,
    });
    expect(step(await check(world, { links: 'private' }), 'read')).toMatchObject({ status: 'unknown' });
  });

  it('is not taken for another account when it only fails', async () => {
    const world = createWorld({
      between: ({ headers }) =>
        headers['x-amz-expected-bucket-owner'] ? new Response(null, { status: 503 }) : null,
    });
    const report = await check(world);
    expect(step(report, 'owner')).toMatchObject({ status: 'unknown' });
    expect(codes(report)).toEqual([]);
  });

  it('is not asked for the key when STS is busy', async () => {
    const world = createWorld({
      between: (_, url) =>
        url.includes('//sts.')
          ? new Response('<ErrorResponse><Error><Code>Throttling</Code></Error></ErrorResponse>', {
              status: 400,
            })
          : null,
    });
    const report = await check(world);
    expect(step(report, 'identity')).toMatchObject({ status: 'unknown' });
    expect(step(report, 'write')).toMatchObject({ status: 'passed' });
  });
});

describe('the object of a stranger', () => {
  const open = () => {
    const account = acmeAccount();
    const { bucket } = parts(account);
    bucket.policy = {
      Statement: [
        {
          Effect: 'Allow',
          Principal: '*',
          Action: ['s3:GetObject', 's3:PutObject'],
          Resource: `arn:aws:s3:::${saved.bucket}/*`,
        },
      ],
    };
    return account;
  };

  it('is taken away again', async () => {
    const world = createWorld({ account: open() });
    expect(codes(await check(world))).toEqual(['bucket_world_writable']);
    expect(await keysOf(world)).toEqual([]);
  });

  it('is taken away also when its answer was lost', async () => {
    const world: World = createWorld({
      account: open(),
      between: async (init, url) => {
        if (!isUnsigned(init) || init.method !== 'PUT') return null;
        await world.s3(new Request(url, { method: 'PUT', body: init.body ?? '' }));
        throw new TypeError('fetch failed');
      },
    });
    expect(step(await check(world), 'world_write')).toMatchObject({ status: 'unknown' });
    await expect.poll(() => keysOf(world)).toEqual([]);
  });

  it('is named when no key may delete it', async () => {
    const account = open();
    parts(account).key.status = 'Inactive';
    const report = await check(createWorld({ account }));
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        code: 'bucket_world_writable',
        leftBehind: 'tickets/.s3-attachments-probe-unsigned',
      }),
    );
  });
});

it('a check that follows a cancelled one at once finds the test object where it put it', async () => {
  const gone = new AbortController();
  const world = createWorld({
    between: async ({ method }, url) => {
      if (method === 'GET' && url.includes('probe') && !gone.signal.aborted) gone.abort();
      if (method === 'DELETE') await new Promise((resolve) => setTimeout(resolve, 150));
      return null;
    },
  });
  const cancelled = world
    .handle(
      new Request('https://desk.acme.test/connection/check', {
        method: 'POST',
        headers: {
          'x-role': 'administrator',
          origin: 'https://desk.acme.test',
          'content-type': 'application/json',
        },
        body: JSON.stringify(values),
        signal: gone.signal,
      }),
    )
    .catch(() => null);
  await cancelled;
  expect(await check(world)).toMatchObject({ outcome: 'passed' });
});

describe('a time limit', () => {
  it('ends although nobody but the timer holds it, and the collector runs', async () => {
    setFlagsFromString('--expose_gc');
    const collect = runInNewContext('gc') as () => void;
    const ended = new Promise<string>((resolve) => {
      const { signal } = limitTime(150, new AbortController().signal);
      signal.addEventListener('abort', () => resolve((signal.reason as Error).name));
    });
    const timer = setInterval(collect, 20);
    expect(await ended).toBe('TimeoutError');
    clearInterval(timer);
  });

  it('ends with another signal, also with one that is over already', () => {
    const other = new AbortController();
    const limit = limitTime(10_000, other.signal);
    other.abort(new Error('gone'));
    expect(limit.signal.reason).toMatchObject({ message: 'gone' });
    const late = limitTime(10_000, other.signal);
    expect(late.signal.aborted).toBe(true);
    limit.end();
    late.end();
  });
});

describe('the lock', () => {
  const never = new AbortController().signal;

  it('lets one work after another, and keeps what is held until it is over', async () => {
    const lock = createLock();
    const said: string[] = [];
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await lock('a', never, async (hold) => {
      said.push('first');
      hold(held.then(() => said.push('tidied')));
    });
    const second = lock('a', never, async () => said.push('second'));
    await lock('b', never, async () => said.push('another'));
    expect(said).toEqual(['first', 'another']);
    letGo();
    await second;
    expect(said).toEqual(['first', 'another', 'tidied', 'second']);
  });

  it('is free again when work fails, and when somebody gave up waiting', async () => {
    const lock = createLock();
    const gone = new AbortController();
    let finish = () => {};
    const first = lock('a', never, () => new Promise<void>((resolve) => (finish = resolve)));
    const waiting = lock('a', gone.signal, async () => 'never');
    gone.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    finish();
    await first;
    await expect(lock('a', never, async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await lock('a', never, async () => 'free')).toBe('free');
  });
});

describe('shared findings', () => {
  it('are those of a run that began after the file was signed, and no failure is kept', async () => {
    let now = 1_000_000;
    let runs = 0;
    const share = createShare(() => now);
    const ask = () => Promise.resolve(++runs);
    expect(await share('a', now - 10, ask)).toBe(1);
    now += 30_000;
    expect(await share('a', now - 30_000, ask)).toBe(1);
    expect(await share('a', now - 10, ask)).toBe(2);
    expect(await share('b', now - 10, ask)).toBe(3);
    now += 61_000;
    expect(await share('a', now - 90_000, ask)).toBe(4);
    await expect(share('c', now, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await share('c', now, ask)).toBe(5);
  });
});

describe('what is not an upload of these settings', () => {
  it('is a stored file that somebody reports once more, and a report that comes twice', async () => {
    const world = await configured();
    parts(world.account).user.policies = [];
    const { attachmentId, target } = await world.sign();
    const seen = await world.put(target, 'hello');
    const body = { ...seen, loaded: 0, total: 5, online: true };
    const report = () => world.call('agent', 'reportFailure', { params: { attachmentId }, body });
    await report();
    await report();
    const settings = await world.call('administrator', 'readSettings');
    expect(settings).toMatchObject({ health: { status: 'failing', count: 1 } });
  });
});

it('uploads are said to work again when a browser has proved it, not when only the server has', async () => {
  const world = await configured();
  const { cors } = parts(world.account).bucket;
  parts(world.account).bucket.cors = null;
  await world.fail();
  parts(world.account).bucket.cors = cors;
  const { secretAccessKey: _, ...body } = values;
  const health = async () => world.call('administrator', 'readSettings');
  expect(await world.call('administrator', 'checkConnection', { body })).toMatchObject({ outcome: 'passed' });
  expect(await health()).toMatchObject({ health: { status: 'failing' } });
  await world.call('administrator', 'confirmProof', { body: { ...body, bucket: 'another-bucket' } });
  expect(await health()).toMatchObject({ health: { status: 'failing' } });
  await world.call('administrator', 'confirmProof', { body });
  expect(await health()).toMatchObject({ health: { status: 'working', recovered: { count: 1 } } });
});

it('that the page’s own policy stopped an upload is told in full to administrators only', async () => {
  const world = await configured();
  const { attachmentId } = await world.sign();
  const body = { status: 0, body: '', loaded: 0, total: 5, online: true, blockedByCsp: true };
  const report = (role: 'administrator' | 'agent') =>
    world.call(role, 'reportFailure', { params: { attachmentId }, body });
  expect(await report('administrator')).toMatchObject({
    verdict: { diagnosis: { code: 'csp_blocked', host: 'acme-triage.s3.eu-central-1.amazonaws.com' } },
  });
  const { verdict } = await report('agent');
  expect(verdict).toMatchObject({ detail: 'redacted', code: 'csp_blocked' });
  expect(JSON.stringify(verdict)).not.toContain('acme-triage');
  expect(world.s3.requests).toEqual([]);
});

it('the name of a file is not read as S3’s reason', async () => {
  const world = await configured();
  parts(world.account).user.policies = [];
  expect(await world.fail({}, { name: 'BlockPublicPolicy object lock.pdf' })).toMatchObject({
    code: 'put_not_allowed',
  });
});
