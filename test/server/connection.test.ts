import { describe, expect, it } from 'vitest';
import { type CheckEvent, type CheckReport, checkEventSchema } from '../../src/contract/index.ts';
import { bucketPolicy, iamPolicy } from '../../src/guide/index.ts';
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
  type WorldOptions,
} from './support/createWorld.ts';

const check = (world: World, over: Record<string, unknown> = {}) =>
  world.call('administrator', 'checkConnection', { body: { ...values, ...over } });
const statusOf = (report: CheckReport, name: string) =>
  report.steps.find(({ step }) => step === name)?.status;
const codesOf = (report: CheckReport) => report.findings.map(({ code }) => code);

describe('a set-up as the guide says', () => {
  it('passes every step, and leaves nothing in the bucket', async () => {
    const world = createWorld();
    const report = await check(world);
    expect(report.steps.filter(({ status }) => status !== 'passed')).toEqual([]);
    expect(report).toMatchObject({ outcome: 'passed', findings: [] });
    expect(await keysOf(world)).toEqual([]);
  });

  it('passes with a prefix that the policies are limited to', async () => {
    const account = acmeAccount();
    const { bucket, policy } = parts(account);
    const facts = { bucket: saved.bucket, keyPrefix: 'help-desk/' };
    bucket.policy = bucketPolicy(facts) as never;
    policy.document = iamPolicy(facts) as never;
    expect(await check(createWorld({ account }), { keyPrefix: 'help-desk/' })).toMatchObject({
      outcome: 'passed',
      findings: [],
    });
  });

  it('passes with private links while Block Public Access is on', async () => {
    const account = acmeAccount();
    const { bucket, policy } = parts(account);
    bucket.policy = null;
    bucket.blockPublicAccess = {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    };
    policy.document = iamPolicy({ bucket: saved.bucket, links: 'private' }) as never;
    expect(await check(createWorld({ account }), { links: 'private' })).toMatchObject({
      outcome: 'passed',
      findings: [],
    });
  });

  it('passes with the bucket in the path', async () => {
    expect(await check(createWorld(), { forcePathStyle: true })).toMatchObject({
      outcome: 'passed',
      findings: [],
    });
  });
});

it('tells each step as a line of its own, then the report', async () => {
  const world = createWorld();
  const response = await world.send('administrator', 'checkConnection', {
    body: values,
    headers: { accept: 'application/x-ndjson' },
  });
  expect(response.headers.get('content-type')).toBe('application/x-ndjson');
  const lines = (await response.text()).trim().split('\n');
  const events = lines.map((line): CheckEvent => checkEventSchema.parse(JSON.parse(line)));
  const last = events.pop();
  if (last?.event !== 'report') throw new Error('The stream does not end in the report.');
  expect(new Set(events.map((event) => event.event === 'step' && event.step.step))).toEqual(
    new Set(last.report.steps.map(({ step }) => step)),
  );
});

it('asks no more of S3 than the documented permissions, and never follows a redirect', async () => {
  const world = createWorld();
  await check(world);
  expect(world.s3.requests.map(({ method }) => method).sort()).toMatchInlineSnapshot(`
    [
      "DELETE",
      "GET",
      "GET",
      "GET",
      "GET",
      "HEAD",
      "OPTIONS",
      "OPTIONS",
      "OPTIONS",
      "OPTIONS",
      "OPTIONS",
      "POST",
      "PUT",
      "PUT",
      "PUT",
    ]
  `);
});

describe('with the secret left empty', () => {
  const { secretAccessKey: _, ...withoutSecret } = values;
  const checkSaved = (world: World, over: Record<string, unknown> = {}) =>
    world.call('administrator', 'checkConnection', { body: { ...withoutSecret, ...over } });

  it('uses the saved one for the values that it was saved for', async () => {
    expect(await checkSaved(await configured())).toMatchObject({ outcome: 'passed' });
  });

  it.each([
    ['another bucket', { bucket: 'other-bucket' }],
    ['another key', { accessKeyId: 'AKIAOTHERTRIAGE23456' }],
    ['another endpoint', { endpoint: 'https://s3.example.com' }],
  ])('asks for it again for %s, and signs nothing with the saved one', async (_name, over) => {
    let signed = 0;
    const world = await configured({
      allowPrivateEndpoints: true,
      between: ({ headers }) => {
        if (headers.authorization) signed += 1;
        return null;
      },
    });
    const report = await checkSaved(world, over);
    // It is no fault of the set-up, only something that cannot be told.
    expect(codesOf(report)).not.toContain('secret_needed');
    expect(report.outcome).not.toBe('passed');
    expect(statusOf(report, 'write')).toBe('skipped');
    expect(signed).toBe(0);
  });
});

describe('whoever goes away', () => {
  it('ends the check, and the test object is still deleted', async () => {
    const gone = new AbortController();
    const world = createWorld({
      between: ({ method }, url) => {
        if (method === 'GET' && url.includes('probe')) gone.abort();
        return null;
      },
    });
    const request = new Request(`${site}/connection/check`, {
      method: 'POST',
      headers: { 'x-role': 'administrator', origin: site, 'content-type': 'application/json' },
      body: JSON.stringify(values),
      signal: gone.signal,
    });
    await world.handle(request).catch(() => null);
    await expect.poll(() => keysOf(world)).toEqual([]);
    expect(world.s3.requests.some(({ method }) => method === 'DELETE')).toBe(true);
  });
});

it('does not take the test object from under the hands of a second administrator', async () => {
  const world = createWorld({ between: async () => new Promise((resolve) => setTimeout(resolve, 5, null)) });
  const reports = await Promise.all(Array.from({ length: 5 }, () => check(world)));
  expect(reports.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 5 }, () => 'passed'));
});

it('refuses everybody but administrators', async () => {
  const problem = await createWorld().refusal('agent', 'checkConnection', { body: values });
  expect(problem.code).toBe('not_permitted');
});

describe('an endpoint whose host begins with the bucket’s name', () => {
  const bucket = 'storage';
  const endpoint = 'https://storage.eu.acme.test';
  /** The account's bucket bears that name; the fake takes any host as path style. */
  const world = (over: WorldOptions = {}) => {
    const account = acmeAccount();
    const facts = { bucket };
    parts(account).bucket.name = bucket;
    parts(account).bucket.policy = bucketPolicy(facts) as never;
    parts(account).policy.document = iamPolicy(facts) as never;
    return createWorld({ account, allowPrivateEndpoints: true, ...over });
  };
  const entered = { bucket, endpoint, forcePathStyle: true };

  it('is no fault once S3 has taken an object there', async () => {
    const report = await check(world(), entered);
    expect(statusOf(report, 'write')).toBe('passed');
    expect(statusOf(report, 'values')).toBe('passed');
    expect(report).toMatchObject({ outcome: 'passed', findings: [] });
  });

  it('is the first guess where S3 took none', async () => {
    for (const between of [
      () => new Response(null, { status: 404 }),
      () => Promise.reject(new TypeError('fetch failed')),
      ({ method }: { method: string }) => (method === 'PUT' ? new Response(null, { status: 503 }) : null),
    ]) {
      const report = await check(world({ between }), entered);
      expect(statusOf(report, 'values')).toBe('failed');
      expect(report.findings[0]).toMatchObject({
        code: 'endpoint_invalid',
        problem: 'bucket',
        certainty: 'likely',
      });
    }
  });

  it('is a warning still when it looks less like one', async () => {
    const short = { ...entered, endpoint: 'https://storage.acme.test' };
    const failing = await check(world({ between: () => new Response(null, { status: 404 }) }), short);
    expect(statusOf(failing, 'values')).toBe('warning');
    expect(await check(world(), short)).toMatchObject({ outcome: 'passed' });
  });
});

describe('a preflight that S3 does not answer for being busy', () => {
  const busy = (which: (method: string) => boolean): WorldOptions => ({
    between: ({ method, headers }) =>
      method === 'OPTIONS' && which(headers['access-control-request-method'] ?? '')
        ? new Response('<Error><Code>SlowDown</Code></Error>', { status: 503 })
        : null,
  });

  it('is not taken for a refusal of this page', async () => {
    const report = await check(createWorld(busy(() => true)));
    expect(codesOf(report)).toEqual(['s3_unavailable']);
  });

  it('leaves unknown what else than PUT this page may do', async () => {
    const report = await check(createWorld(busy((method) => method === 'GET')));
    expect(statusOf(report, 'cors')).toBe('unknown');
    expect(codesOf(report)).toEqual([]);
  });
});
