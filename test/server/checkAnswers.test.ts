import { describe, expect, it } from 'vitest';
import { checkEventSchema, type CheckReport } from '../../src/contract/index.ts';
import { createSteps } from '../../src/server/connection/createSteps.ts';
import { testLargeFiles } from '../../src/server/connection/testLargeFiles.ts';
import type { S3Init } from '../../src/server/index.ts';
import { Secret } from '../../src/server/Secret.ts';
import { allow, policyOf } from '../matrix/documents.ts';
import { collectGarbage } from './support/collectGarbage.ts';
import { createCdnWorld, denied } from './support/createCdnWorld.ts';
import {
  acmeAccount,
  createWorld,
  keysOf,
  parts,
  saved,
  secret,
  site,
  values,
  type World,
  type WorldOptions,
} from './support/createWorld.ts';
import { s3Fault } from './support/s3Fault.ts';
import { uploadsOf } from './support/uploadsOf.ts';

const check = (world: World, over: Record<string, unknown> = {}): Promise<CheckReport> =>
  world.call('administrator', 'checkConnection', { body: { ...values, ...over } });
const stepOf = ({ steps }: CheckReport, name: string) => steps.find(({ step }) => step === name);
const isUnsigned = ({ headers }: S3Init) => headers.authorization === undefined;

describe('the public link of the test object', () => {
  const reads = ({ method }: S3Init, url: string) => method === 'GET' && url.includes('probe');
  const openly =
    (said: () => Response): NonNullable<WorldOptions['between']> =>
    (init, url) =>
      reads(init, url) && isUnsigned(init) ? said() : null;

  it('does not pass when a page comes in the place of the object', async () => {
    const report = await check(createWorld({ between: openly(() => new Response('<html>Hi</html>')) }));
    expect(stepOf(report, 'read')).toMatchObject({ status: 'failed', diagnoses: [{ code: 'not_s3' }] });
  });

  it.each([403, 404])(
    'is refused to the public also where the store says %i in words of its own',
    async (status) => {
      const report = await check(createWorld({ between: openly(() => s3Fault('Odd', status)) }));
      expect(stepOf(report, 'read')).toMatchObject({
        status: 'failed',
        diagnoses: [{ code: 'public_read_refused', s3: { status, code: 'Odd' } }],
      });
    },
  );

  it('is not called refused where the store only fails in words of its own', async () => {
    const report = await check(createWorld({ between: openly(() => s3Fault('Odd', 400)) }));
    expect(stepOf(report, 'read')).toMatchObject({ status: 'failed', diagnoses: [{ code: 's3_refused' }] });
  });

  it('is refused for a reason that our own key does not tell when S3 has no time for it', async () => {
    const world = createWorld({
      between: (init, url) => {
        if (!reads(init, url)) return null;
        return isUnsigned(init) ? s3Fault('AccessDenied', 403) : s3Fault('SlowDown', 503);
      },
    });
    const read = stepOf(await check(world), 'read');
    expect(read).toMatchObject({ status: 'failed', diagnoses: [{ code: 'public_read_refused' }] });
    expect(JSON.stringify(read)).not.toContain('"signed"');
  });

  it('is refused for a reason that nobody is asked at another store than Amazon’s', async () => {
    let signed = 0;
    const world = createWorld({
      allowPrivateEndpoints: true,
      between: (init, url) => {
        if (!reads(init, url)) return null;
        if (!isUnsigned(init)) signed++;
        return s3Fault('AccessDenied', 403);
      },
    });
    const endpoint = `https://s3.${saved.region}.amazonaws.com`;
    const read = stepOf(await check(world, { endpoint }), 'read');
    expect(read).toMatchObject({ status: 'failed', diagnoses: [{ code: 'public_read_refused' }] });
    expect(JSON.stringify(read)).not.toContain('"signed"');
    expect(signed).toBe(0);
  });

  it('tells nothing of what stands in front of it when S3 has no time for it', async () => {
    const { check: checkBehind } = createCdnWorld({
      says: denied,
      between: openly(() => s3Fault('SlowDown', 503)),
    });
    const read = stepOf(await checkBehind(), 'read');
    expect(read).toMatchObject({ status: 'failed' });
    expect(JSON.stringify(read)).not.toMatch(/"direct"/);
  });
});

describe('of large files', () => {
  const isBegin = ({ method }: S3Init, url: string) => method === 'POST' && url.endsWith('?uploads=');
  const isList = ({ method }: S3Init, url: string) => method === 'GET' && url.includes('uploadId=');
  const isAbort = ({ method }: S3Init, url: string) => method === 'DELETE' && url.includes('uploadId=');
  const isPart = (_: S3Init, url: string) => url.includes('partNumber=');
  const all = ['s3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'];

  async function checkLarge(between: NonNullable<WorldOptions['between']>) {
    const account = acmeAccount();
    parts(account).policy.document = policyOf(allow(all));
    const world = createWorld({ account, between });
    const report = await check(world, { largeFiles: true });
    return { world, report, step: stepOf(report, 'large_files') };
  }

  it.each([
    [
      'is not known where S3 has no time',
      s3Fault('SlowDown', 503),
      { status: 'unknown', reason: 'no_answer' },
    ],
    [
      'would need the permission that the object in one piece was put with, and S3 does not tell what it minds',
      s3Fault('AccessDenied', 403),
      { status: 'unknown', reason: 'permission', permission: 's3:PutObject' },
    ],
    [
      'is a warning where the store knows no uploads in parts',
      s3Fault('NotImplemented', 501),
      { status: 'warning', diagnoses: [{ code: 'request_invalid' }] },
    ],
  ])('that one can be begun %s', async (_, answer, expected) => {
    const { report, step } = await checkLarge((init, url) => (isBegin(init, url) ? answer.clone() : null));
    expect(step).toMatchObject(expected);
    expect(stepOf(report, 'write')).toMatchObject({ status: 'passed' });
  });

  it('a refusal without a word more is the missing action, or a denial of the bucket', async () => {
    const { step } = await checkLarge((init, url) =>
      isList(init, url) ? new Response('<Error><Code>AccessDenied</Code></Error>', { status: 403 }) : null,
    );
    expect(step).toMatchObject({
      status: 'warning',
      diagnoses: [
        {
          code: 'multipart_not_allowed',
          actions: ['s3:ListMultipartUploadParts'],
          explicitDeny: false,
          certainty: 'likely',
          where: [
            { kind: 'step', step: 'iam-policy', part: 'Action' },
            { kind: 'step', step: 'bucket-policy' },
          ],
        },
      ],
    });
  });

  it.each([
    ['another action', 'because no identity-based policy allows the s3:GetObject action', 'access_denied'],
    ['the organization', 'with an explicit deny in a service control policy', 'organization_denied'],
  ])('a refusal that names %s is told as that', async (_, why, code) => {
    const message = `User: arn:aws:iam::111122223333:user/t is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::acme" ${why}`;
    const body = `<Error><Code>AccessDenied</Code><Message>${message}</Message></Error>`;
    const { step } = await checkLarge((init, url) =>
      isList(init, url) ? new Response(body, { status: 403 }) : null,
    );
    expect(step).toMatchObject({ status: 'warning', diagnoses: [{ code }] });
  });

  it('an upload that the store neither gives up nor ends is no fault of the check, and the file in one piece is taken away', async () => {
    const { world, step } = await checkLarge((init, url) =>
      isAbort(init, url) || isPart(init, url) ? s3Fault('AccessDenied', 403) : null,
    );
    expect(step).toMatchObject({
      status: 'warning',
      diagnoses: [{ code: 'multipart_not_allowed', actions: ['s3:AbortMultipartUpload'] }],
    });
    expect(await keysOf(world)).toEqual([]);
    expect(await uploadsOf(world)).toHaveLength(1);
  });

  it('an upload that S3 begins when the check is over already is given up all the same', async () => {
    const world = createWorld({ account: acmeAccount() });
    const over = new AbortController();
    over.abort(new Error('The check is over.'));
    const held: Promise<unknown>[] = [];
    const steps = createSteps(['large_files'], () => undefined, over.signal);
    const connection = {
      ...saved,
      secretAccessKey: new Secret(secret),
      endpoint: null,
      forcePathStyle: false,
    };
    const s3 = {
      now: () => new Date(),
      fetch: async (url: string, init: S3Init) => world.s3(new Request(url, init)),
    };
    const testing = testLargeFiles(
      s3,
      connection,
      'probe',
      steps,
      (one) => held.push(one),
      Promise.resolve(),
    );
    await expect(testing).rejects.toThrow('The check is over.');
    await Promise.all(held);
    expect(world.s3.requests.some(({ method, url }) => method === 'POST' && url.endsWith('?uploads'))).toBe(
      true,
    );
    expect(await uploadsOf(world)).toEqual([]);
    expect(steps.list).toEqual([]);
  });
});

describe('a check that is told line by line', () => {
  // A machine that is busy with other tests may take more than the second that is waited otherwise.
  const busy = { timeout: 10_000 };
  /** Asks for the check as a stream. */
  const ask = (world: World, signal: AbortSignal) =>
    world.handle(
      new Request(`${site}/connection/check`, {
        method: 'POST',
        headers: {
          'x-role': 'administrator',
          origin: site,
          'content-type': 'application/json',
          accept: 'application/x-ndjson',
        },
        body: JSON.stringify(values),
        signal,
      }),
    );

  it('asks S3 nothing for who has gone before it began', async () => {
    const gone = new AbortController();
    gone.abort();
    const world = createWorld({
      between: ({ signal }) => {
        // As `fetch` does.
        signal.throwIfAborted();
        return null;
      },
    });
    const response = await ask(world, gone.signal);
    expect(await response.text()).toBe('');
    expect(world.s3.requests).toEqual([]);
    expect(world.log).toEqual([]);
  });

  it('ends in a fault of the server where its clock gives no time, and so does the check at once', async () => {
    const world = createWorld({ now: () => new Date(Number.NaN) });
    const response = await ask(world, new AbortController().signal);
    const lines = (await response.text()).trim().split('\n');
    const last = checkEventSchema.parse(JSON.parse(lines.at(-1) ?? ''));
    expect(last).toMatchObject({ event: 'problem', verdict: { diagnosis: { code: 'server_fault' } } });
    const { code } = await world.refusal('administrator', 'checkConnection', { body: values });
    expect(code).toBe('server_fault');
  });

  it('writes nothing more for who leaves in the middle, and takes the test object away', async () => {
    const gone = new AbortController();
    const world = createWorld({
      between: ({ method }, url) => {
        if (method === 'GET' && url.includes('probe')) gone.abort();
        return null;
      },
    });
    const response = await ask(world, gone.signal);
    const text = await response.text();
    await expect.poll(() => world.s3.requests.some(({ method }) => method === 'DELETE'), busy).toBe(true);
    await expect.poll(() => keysOf(world), busy).toEqual([]);
    expect(text).not.toContain('"event":"report"');
    expect(text).not.toContain('"event":"problem"');
  });

  it('hears that they leave also when memory was tidied up meanwhile', async () => {
    const gone = new AbortController();
    const world = createWorld({
      between: async ({ method }, url) => {
        if (method !== 'GET' || !url.includes('probe')) return null;
        // What is held weakly is let go of between two turns.
        for (let turn = 0; turn < 3; turn += 1) {
          collectGarbage();
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
        gone.abort();
        return null;
      },
    });
    const text = await (await ask(world, gone.signal)).text();
    await expect.poll(() => keysOf(world), busy).toEqual([]);
    expect(text).not.toMatch(/"step":"read"|"event":"(?:report|problem)"/);
  });

  it('writes no report for who leaves at the very last answer', async () => {
    const gone = new AbortController();
    let rest = () => {};
    const others = new Promise<void>((resolve) => (rest = resolve));
    const world: World = createWorld({
      between: async ({ method, headers }, url) => {
        if (method !== 'DELETE') return null;
        await others;
        const answer = await world.s3(new Request(url, { method, headers }));
        gone.abort();
        return answer;
      },
    });
    const response = await ask(world, gone.signal);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    void (async () => {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
        text += part.value;
    })().catch(() => undefined);
    const told = ['identity', 'bucket', 'write', 'read', 'cors', 'world_list', 'world_write', 'privilege'];
    await expect.poll(() => told.every((step) => text.includes(`"step":"${step}"`)), busy).toBe(true);
    rest();
    await expect.poll(() => keysOf(world), busy).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(text).not.toMatch(/"step":"delete"|"event":"(?:report|problem)"/);
    expect(world.log).toEqual([]);
  });
});
