import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/contract/index.ts';
import { iamPolicy } from '../../src/guide/index.ts';
import type { S3Init } from '../../src/server/index.ts';
import type { PolicyDocument } from '../../src/testing/s3/index.ts';
import { allow, policyOf } from '../matrix/documents.ts';
import {
  acmeAccount,
  createWorld,
  keysOf,
  parts,
  saved,
  site,
  values,
  type World,
  type WorldOptions,
} from './support/createWorld.ts';
import { uploadsOf } from './support/uploadsOf.ts';

const abort = 's3:AbortMultipartUpload';
const list = 's3:ListMultipartUploadParts';

/** An account whose policy grants these beside what is documented. */
function worldThatMay(actions: readonly string[], options: WorldOptions = {}): World {
  const account = acmeAccount();
  parts(account).policy.document = policyOf(allow(['s3:PutObject', 's3:DeleteObject', ...actions]));
  return createWorld({ account, ...options });
}

const check = (world: World, over: Record<string, unknown> = { largeFiles: true }): Promise<CheckReport> =>
  world.call('administrator', 'checkConnection', { body: { ...values, ...over } });
const stepOf = ({ steps }: CheckReport) => steps.find(({ step }) => step === 'large_files');
/** What is taken away after the check may need a moment. */
const nothingLies = (world: World) =>
  expect
    .poll(async () => [...(await keysOf(world)), ...(await uploadsOf(world))], { timeout: 3_000 })
    .toEqual([]);

/** As `fetch` does without an answer: nothing, until it is ended. */
function never({ signal }: S3Init): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
  });
}

const isBegin = ({ method }: S3Init, url: string) => method === 'POST' && url.endsWith('?uploads=');
const isList = ({ method }: S3Init, url: string) => method === 'GET' && url.includes('uploadId=');
const isAbort = ({ method }: S3Init, url: string) => method === 'DELETE' && url.includes('uploadId=');
const isPart = (_: S3Init, url: string) => url.includes('partNumber=');
const isComplete = ({ method }: S3Init, url: string) => method === 'POST' && url.includes('uploadId=');

it('does not ask for the permissions of large files where nobody wants them', async () => {
  for (const over of [{}, { largeFiles: false }]) {
    const world = worldThatMay([]);
    const report = await check(world, over);
    expect(stepOf(report)).toBeUndefined();
    expect(report.outcome).toBe('passed');
    expect(world.s3.requests.filter(({ url }) => /upload/i.test(url))).toEqual([]);
  }
});

it('passes with the policy that the guide writes for large files', async () => {
  const account = acmeAccount();
  parts(account).policy.document = iamPolicy({ bucket: saved.bucket, largeFiles: true }) as PolicyDocument;
  const world = createWorld({ account });
  const report = await check(world);
  expect(report).toMatchObject({ outcome: 'passed', findings: [] });
  expect(stepOf(report)?.status).toBe('passed');
  await nothingLies(world);
});

describe('an upload that the key may not give up', () => {
  it.each([[[list]], [[]]])('is ended with the documented permissions, with %j beside them', async (more) => {
    const world = worldThatMay(more);
    const report = await check(world);
    expect(report.outcome).toBe('warning');
    expect(stepOf(report)?.status).toBe('warning');
    await nothingLies(world);
    const asked = world.s3.requests.filter(({ url }) => /partNumber|uploadId/.test(url));
    expect(asked.map(({ method, status }) => `${method} ${status}`)).toEqual([
      `GET ${more.length > 0 ? 200 : 403}`,
      'DELETE 403',
      'PUT 200',
      'POST 200',
    ]);
  });

  it('is no reason to end it so where S3 took it', async () => {
    const world = worldThatMay([abort]);
    expect(stepOf(await check(world))).toMatchObject({
      status: 'warning',
      diagnoses: [{ code: 'multipart_not_allowed', actions: [list] }],
    });
    await nothingLies(world);
    expect(world.s3.requests.filter(({ url }) => url.includes('partNumber'))).toEqual([]);
  });
});

it('says of a file that cannot be stored at all only that', async () => {
  const account = acmeAccount();
  parts(account).user.policies = [];
  const world = createWorld({ account });
  const report = await check(world);
  expect(stepOf(report)).toMatchObject({ status: 'skipped', reason: 'explained', by: 'write' });
  expect(report.findings.map(({ code }) => code)).toEqual(['put_not_allowed']);
});

it('leaves it out without a secret to ask with', async () => {
  const { secretAccessKey: _, ...typed } = values;
  const report = await createWorld().call('administrator', 'checkConnection', {
    body: { ...typed, largeFiles: true },
  });
  expect(stepOf(report)).toMatchObject({ status: 'skipped', reason: 'needs_secret' });
});

it('is asked beside the test object, and no deeper', async () => {
  const order: string[] = [];
  const world = worldThatMay([abort, list], {
    between: (init, url) => {
      if (isBegin(init, url)) order.push('begin');
      if (init.method === 'PUT' && 'authorization' in init.headers) order.push('put');
      if (isAbort(init, url)) order.push('abort');
      else if (init.method === 'DELETE') order.push('delete');
      return null;
    },
  });
  await check(world);
  expect(order.slice(0, 3).sort()).toEqual(['begin', 'put', 'put']);
  expect(order.slice(3).sort()).toEqual(['abort', 'delete']);
});

describe('an S3 that does not answer', () => {
  it.concurrent.each([
    ['how large files begin', isBegin],
    ['what has arrived', isList],
    ['that an upload is given up', isAbort],
  ])('%s leaves the step unknown, and the others as they are', async (_, asked) => {
    const world = worldThatMay([abort, list], {
      between: (init, url) => (asked(init, url) ? never(init) : null),
    });
    const report = await check(world);
    expect(stepOf(report)).toMatchObject({ status: 'unknown', reason: 'no_answer' });
    expect(report).toMatchObject({ outcome: 'unknown', findings: [] });
    expect(report.steps.filter(({ status }) => status === 'unknown')).toHaveLength(1);
  });

  it('is no reason to leave an upload that was begun', async () => {
    let silent = true;
    const world = worldThatMay([], {
      between: (init, url) => {
        const now = silent && isAbort(init, url);
        if (now) silent = false;
        return now ? never(init) : null;
      },
    });
    expect(stepOf(await check(world))).toMatchObject({ status: 'warning', diagnoses: [{ actions: [list] }] });
    await nothingLies(world);
  });
});

it('puts no more listeners on a signal than Node is silent about', async () => {
  const warnings: string[] = [];
  const hear = ({ message }: Error) => warnings.push(message);
  process.on('warning', hear);
  try {
    // All questions of a round are under way at a time.
    const slowly = async () => new Promise<null>((resolve) => setTimeout(resolve, 50, null));
    await check(worldThatMay([], { between: slowly }));
    await new Promise((resolve) => setTimeout(resolve, 50));
  } finally {
    process.off('warning', hear);
  }
  expect(warnings).toEqual([]);
});

describe('a check that is cancelled leaves no upload', () => {
  /** Cancels the check at the moment that S3 is asked, or has answered, this. */
  async function cancelAt(
    moment: (init: S3Init, url: string) => boolean,
    when: 'asked' | 'answered',
    actions: readonly string[],
  ) {
    const gone = new AbortController();
    let reached = false;
    let done = () => {};
    const acted = new Promise<void>((resolve) => (done = resolve));
    const world: World = worldThatMay(actions, {
      between: async (init, url) => {
        if (reached || !moment(init, url)) return null;
        reached = true;
        if (when === 'asked') gone.abort();
        const { signal, ...rest } = init;
        const answer = await world.s3(new Request(url, rest));
        done();
        gone.abort();
        // Who has ended a request does not hear of it any more.
        signal.throwIfAborted();
        return answer;
      },
    });
    const request = new Request(`${site}/connection/check`, {
      method: 'POST',
      headers: { 'x-role': 'administrator', origin: site, 'content-type': 'application/json' },
      body: JSON.stringify({ ...values, largeFiles: true }),
      signal: gone.signal,
    });
    await world.handle(request).catch(() => null);
    await acted;
    await nothingLies(world);
  }

  const moments = [
    ['an upload is begun', isBegin],
    ['S3 lists its parts', isList],
    ['it is given up', isAbort],
  ] as const;
  const rows = moments.flatMap(([name, moment]) =>
    (['asked', 'answered'] as const).flatMap((when) =>
      [[abort, list], []].map((actions) => ({ name, moment, when, actions })),
    ),
  );
  it.each(rows)('when $name: $when, with $actions', async ({ moment, when, actions }) => {
    await cancelAt(moment, when, actions);
  });

  it.each([
    ['a part is sent', isPart],
    ['it is made an object', isComplete],
  ])('even while %s to end it', async (_, moment) => {
    const gone = new AbortController();
    const world: World = worldThatMay([], {
      between: (init, url) => {
        if (moment(init, url)) gone.abort();
        return null;
      },
    });
    const request = new Request(`${site}/connection/check`, {
      method: 'POST',
      headers: { 'x-role': 'administrator', origin: site, 'content-type': 'application/json' },
      body: JSON.stringify({ ...values, largeFiles: true }),
      signal: gone.signal,
    });
    await world.handle(request).catch(() => null);
    await nothingLies(world);
    expect(gone.signal.aborted).toBe(true);
  });
});
