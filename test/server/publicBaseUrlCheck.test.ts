import { describe, expect, it } from 'vitest';
import { proveInBrowser } from '../../src/client/index.ts';
import type { CheckReport, CheckStepName } from '../../src/contract/index.ts';
import { type Diagnosis, diagnosisWords, everyoneWords, wordsFor } from '../../src/diagnosis/index.ts';
import type { GuardedS3Fetch, S3Init } from '../../src/server/index.ts';
import {
  at,
  base,
  type CdnOptions,
  createCdnWorld,
  denied,
  origin,
  values,
} from './support/createCdnWorld.ts';
import { acmeAccount, createWorld, keysOf, parts, saved, type World } from './support/createWorld.ts';

const step = (report: CheckReport, name: CheckStepName) => report.steps.find((one) => one.step === name);
/** All that an administrator would read. */
const wordsOf = (diagnosis: Diagnosis) =>
  JSON.stringify(
    wordsFor(
      { detail: 'full', diagnosis, reference: null },
      { diagnosis: diagnosisWords, everyone: everyoneWords },
    ),
  );

/** The one diagnosis of the check's read step, with words that speak of what answered. */
async function readFault(options: CdnOptions): Promise<Diagnosis> {
  const { check, world } = createCdnWorld(options);
  const report = await check();
  const read = step(report, 'read');
  if (read?.status !== 'failed' || !read.diagnoses[0]) throw new Error(`The read step is ${read?.status}.`);
  const [diagnosis] = read.diagnoses;
  expect(diagnosis.where[0]).toEqual(at('publicBaseUrl'));
  expect(report.findings).toEqual([diagnosis]);
  expect(wordsOf(diagnosis)).toMatch(/public base URL/i);
  expect(wordsOf(diagnosis)).not.toMatch(/Amazon S3 is busy|The endpoint|“Endpoint”|AWS Region/);
  expect(await keysOf(world)).toEqual([]);
  return diagnosis;
}

describe('the check of a public base URL', () => {
  it('opens the test object there, compares it, and sends no key', async () => {
    const seen: S3Init[] = [];
    const { check, asked, world } = createCdnWorld({
      says: (init) => {
        seen.push(init);
        return null;
      },
    });
    expect(await check()).toMatchObject({ outcome: 'passed', findings: [] });
    expect(asked).toEqual([expect.stringMatching(/^GET tickets\/\.s3-attachments-probe\?/)]);
    expect(seen[0]).toMatchObject({ redirect: 'manual', headers: { 'cache-control': 'no-cache' } });
    expect(await keysOf(world)).toEqual([]);
  });

  it('passes where the CDN alone may read the bucket', async () => {
    const account = acmeAccount();
    const content = 'Written to test the connection. It can be deleted.\n';
    const { check } = createCdnWorld({ account, says: () => new Response(content) });
    parts(account).bucket.policy = null;
    expect(step(await check(), 'read')).toMatchObject({ status: 'passed' });
  });

  it('is not answered by what a cache has kept of an earlier one', async () => {
    const kept = new Map<string, Promise<Response>>();
    const { check, world } = createCdnWorld({
      // Keeps every answer, for the whole address, as the object lets it.
      says: async ({ method, headers }, url) => {
        const found = kept.get(url);
        if (found) return (await found).clone();
        const answer = await world.s3(new Request(url.replace(base, origin), { method, headers }));
        if (!/no-store/.test(answer.headers.get('cache-control') ?? ''))
          kept.set(url, Promise.resolve(answer.clone()));
        return answer;
      },
    });
    expect(step(await check(), 'read')).toMatchObject({ status: 'passed' });
    expect(kept.size).toBe(0);
    const { policy } = parts(world.account).bucket;
    parts(world.account).bucket.policy = null;
    expect(step(await check(), 'read')).toMatchObject({ status: 'failed' });
    parts(world.account).bucket.policy = policy;
    await new Promise((resolve) => setTimeout(resolve, 2));
    expect(step(await check(), 'read')).toMatchObject({ status: 'passed' });
  });

  it('names that address alone where S3 itself shows the file', async () => {
    expect(await readFault({ says: denied })).toMatchObject({
      code: 'public_read_refused',
      host: 'files.acme.test',
      direct: 'allowed',
      where: [at('publicBaseUrl')],
    });
  });

  it('names the bucket policy too where S3 refuses as well', async () => {
    const account = acmeAccount();
    parts(account).bucket.policy = null;
    expect(await readFault({ account })).toMatchObject({
      code: 'public_read_refused',
      direct: 'refused',
      where: [at('publicBaseUrl'), { step: 'bucket-policy' }, { step: 'public-access' }],
      s3: { status: 403, code: 'AccessDenied' },
    });
  });

  it('says nothing of S3 where only the page of a CDN was seen', async () => {
    const diagnosis = await readFault({
      says: () => new Response('<h1>403 Forbidden</h1>', { status: 403 }),
    });
    expect(diagnosis).toMatchObject({ code: 'public_read_refused', direct: 'allowed' });
    expect(diagnosis.s3).toBeUndefined();
  });

  it.each([
    ['another file', 200, () => new Response('Welcome to our site')],
    ['nothing', 200, () => new Response('')],
    ['a part of it', 200, () => new Response('Written to test the connection.')],
    ['a fault of its own', 502, () => new Response('<h1>Bad Gateway</h1>', { status: 502 })],
    ['that it is busy', 429, () => new Response(null, { status: 429 })],
  ])('tells that %s came back', async (_, status, says) => {
    expect(await readFault({ says })).toMatchObject({ code: 'not_s3', status, host: 'files.acme.test' });
  });

  it('follows no redirect, and names where it leads without what is secret in it', async () => {
    const followed: string[] = [];
    const diagnosis = await readFault({
      says: () =>
        new Response(null, { status: 301, headers: { location: 'https://u:p@login.acme.test/a?token=x' } }),
      between: (_, url) => {
        if (url.includes('login')) followed.push(url);
        return null;
      },
    });
    expect(diagnosis).toMatchObject({
      code: 'endpoint_redirects',
      host: 'files.acme.test',
      location: 'https://login.acme.test/a',
    });
    expect(followed).toEqual([]);
  });

  const silent = (code?: string) => () =>
    Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code }) }));

  it.each([
    ['host_not_found', 'ENOTFOUND'],
    ['certificate_invalid', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['s3_unreachable', 'ECONNREFUSED'],
  ] as const)('is told as %s where there is no answer for %s', async (code, errno) => {
    expect(await readFault({ says: silent(errno) })).toMatchObject({
      code,
      host: 'files.acme.test',
      where: [at('publicBaseUrl'), { kind: 'elsewhere', place: 'network' }],
    });
  });

  it('asks no address that is not public, and says so', async () => {
    const diagnosis = await readFault({ says: silent('ERR_ADDRESS_NOT_ALLOWED') });
    expect(diagnosis).toMatchObject({ code: 'endpoint_not_allowed', host: 'files.acme.test' });
  });

  it('asks under the guard that endpoints are under', async () => {
    const guards: [string, boolean][] = [];
    const world: World = createWorld({
      fetch: Object.assign(
        async (url: string, init: S3Init) => {
          guards.push([new URL(url).host, init.publicOnly === true]);
          return world.s3(new Request(url.replace(base, origin), init));
        },
        { guardsAddresses: true },
      ) as GuardedS3Fetch,
    });
    const body = { ...values, publicBaseUrl: base };
    await world.call('administrator', 'checkConnection', { body });
    expect(guards.filter(([host]) => host === 'files.acme.test')).toEqual([['files.acme.test', true]]);
    expect(guards.filter(([host, guarded]) => guarded && host !== 'files.acme.test')).toEqual([]);
  });

  it('asks nothing there where the backend takes no such addresses', async () => {
    const { check, asked } = createCdnWorld({ allowPrivateEndpoints: false });
    const read = step(await check(), 'read');
    expect(read).toMatchObject({
      status: 'failed',
      diagnoses: [{ code: 'endpoint_not_allowed', where: [at('publicBaseUrl')] }],
    });
    expect(asked).toEqual([]);
  });

  it.each([
    ['what is no address', { publicBaseUrl: 'files.acme.test' }],
    ['an address with a query', { publicBaseUrl: `${base}?a=b` }],
    ['an address with a user', { publicBaseUrl: 'https://u:p@files.acme.test' }],
  ])('finds %s by its looks, asks nobody there, and checks the rest', async (_, over) => {
    const { check, asked } = createCdnWorld();
    const report = await check(over);
    expect(report.findings).toMatchObject([{ code: 'invalid_input', where: [at('publicBaseUrl')] }]);
    expect(step(report, 'values')).toMatchObject({ status: 'failed' });
    expect(step(report, 'read')).toMatchObject({ status: 'skipped', by: 'values' });
    expect(step(report, 'write')).toMatchObject({ status: 'passed' });
    expect(asked).toEqual([]);
    expect(JSON.stringify(report)).not.toMatch(/u:p@|a=b/);
  });

  it('finds one beside private links, which are still tried', async () => {
    const account = acmeAccount();
    parts(account).bucket.policy = null;
    parts(account).policy.document.Statement = [
      { Effect: 'Allow', Action: ['s3:PutObject', 's3:GetObject', 's3:DeleteObject'], Resource: '*' },
    ];
    const { check, asked } = createCdnWorld({ account });
    const report = await check({ links: 'private' });
    expect(report.findings).toMatchObject([{ code: 'invalid_input', where: [at('publicBaseUrl')] }]);
    expect(step(report, 'read')).toMatchObject({ status: 'passed' });
    expect(asked).toEqual([]);
  });

  it('warns of one that is not encrypted', async () => {
    const world: World = createWorld({
      allowPrivateEndpoints: true,
      between: (init, url) =>
        url.startsWith('http://files.acme.test/')
          ? world.s3(new Request(url.replace('http://files.acme.test', origin), init))
          : null,
    });
    const body = { ...values, publicBaseUrl: 'http://files.acme.test' };
    const report = await world.call('administrator', 'checkConnection', { body });
    expect(report).toMatchObject({
      outcome: 'warning',
      findings: [{ code: 'endpoint_insecure', where: [at('publicBaseUrl')] }],
    });
    expect(wordsOf(report.findings[0] as Diagnosis)).not.toMatch(/The endpoint/);
  });
});

describe('the proof in the browser', () => {
  const page = 'https://desk.acme.test';
  /** Sends as a browser does: no look at an answer without CORS headers, unless nothing is to be seen of it. */
  const browser = (world: World, cdn: (request: Request) => Response | Promise<Response>, cors: boolean) =>
    (async (input: RequestInfo | URL, init: RequestInit = {}) => {
      const request = new Request(String(input), {
        ...(init.method ? { method: init.method } : {}),
        headers: { ...(init.headers as Record<string, string>), origin: page },
        ...(init.body ? { body: await new Response(init.body).arrayBuffer() } : {}),
      });
      if (!request.url.startsWith(base)) return world.s3(request);
      const answer = await cdn(request);
      if (init.mode === 'no-cors') return new Response(null);
      if (!cors) throw new TypeError('Failed to fetch');
      return answer;
    }) as typeof fetch;
  const passOn = (world: World) => (request: Request) =>
    world.s3(new Request(request.url.replace(base, origin)));

  async function prove(
    cdn: (world: World) => (request: Request) => Response | Promise<Response>,
    cors = true,
    csp = '',
  ) {
    const { world } = createCdnWorld();
    const body = { ...values, publicBaseUrl: base };
    const proof = await world.call('administrator', 'signProof', { body });
    expect(proof.get.url).toMatch(
      /^https:\/\/files\.acme\.test\/desk\/tickets\/\.s3-attachments-probe-browser-/,
    );
    const facts = { ...saved, cleared: true, publicBaseUrl: base };
    const found = await proveInBrowser(proof, facts, {
      fetch: browser(world, cdn(world), cors),
      isOnline: () => true,
      origin: page,
      watchCsp: (url) => ({ wasBlocked: async () => url.startsWith(csp || '-') }),
    });
    expect(await keysOf(world)).toEqual([]);
    return found;
  }

  it('opens the link as readers get it', async () => {
    expect(await prove(passOn)).toMatchObject({ status: 'passed' });
  });

  it('does not ask for CORS in front of S3: links are opened without', async () => {
    expect(await prove(passOn, false)).toMatchObject({ status: 'passed' });
  });

  it.each([
    ['public_read_refused', () => new Response('no', { status: 403 })],
    ['not_s3', () => new Response('something else')],
  ])('names that address where it answers with %s', async (code, answer) => {
    expect(await prove(() => answer)).toMatchObject({
      status: 'failed',
      diagnoses: [
        {
          code,
          host: 'files.acme.test',
          where: [at('publicBaseUrl'), ...(code === 'not_s3' ? [] : [{}, {}])],
        },
      ],
    });
  });

  it('does not know where that address is busy', async () => {
    expect(await prove(() => () => new Response(null, { status: 503 }))).toMatchObject({
      status: 'unknown',
      reason: 'no_answer',
    });
  });

  it('warns where the page lets this browser try no link there: readers open it all the same', async () => {
    const blocked = () => () => Promise.reject(new TypeError('Failed to fetch'));
    const found = await prove(blocked, false, base);
    expect(found).toMatchObject({
      status: 'warning',
      diagnoses: [
        { code: 'csp_blocked', host: 'files.acme.test', where: [{ place: 'app' }, at('publicBaseUrl')] },
      ],
    });
    if (found.status === 'warning')
      expect(wordsOf(found.diagnoses[0] as Diagnosis)).toContain('Readers open links without that');
  });

  it('names that address where this browser gets no answer from it', async () => {
    const found = await prove(() => () => Promise.reject(new TypeError('Failed to fetch')));
    expect(found).toMatchObject({
      status: 'failed',
      diagnoses: [{ code: 'transfer_blocked', method: 'GET', where: [at('publicBaseUrl'), {}] }],
    });
    if (found.status === 'failed')
      expect(wordsOf(found.diagnoses[0] as Diagnosis)).toContain('public base URL');
  });
});

describe('a proof of these settings', () => {
  it('counts as a success of the saved ones only with the saved public base URL', async () => {
    const { world, configure } = createCdnWorld();
    await configure();
    const health = async () => {
      const settings = await world.call('administrator', 'readSettings');
      return settings.status === 'configured' && settings.health.status;
    };
    await world.call('administrator', 'confirmProof', { body: saved });
    expect(await health()).toBe('untried');
    await world.call('administrator', 'confirmProof', { body: { ...saved, publicBaseUrl: `${base}/` } });
    expect(await health()).toBe('working');
  });
});
