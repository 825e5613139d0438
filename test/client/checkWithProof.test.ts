import { describe, expect, it } from 'vitest';
import { checkWithProof, createClient } from '../../src/client/index.ts';
import type { CheckReport, CheckStep, Proof } from '../../src/contract/index.ts';
import type { Diagnosis } from '../../src/diagnosis/index.ts';

const input = { bucket: 'acme', region: 'eu-central-1', accessKeyId: 'AKIATEST' };
const proof: Proof = {
  content: 'test',
  put: { url: 'https://s3.test/probe?X-Amz-Signature=1', headers: {} },
  get: { url: 'https://s3.test/probe' },
  delete: { url: 'https://s3.test/probe?X-Amz-Signature=2' },
  expiresIn: 300,
};
const passed = (step: CheckStep['step']): CheckStep => ({ step, status: 'passed', ms: 1 });
const corsMissing: Diagnosis = {
  code: 'cors_missing',
  origin: 'https://desk.test',
  where: [{ kind: 'step', step: 'cors' }],
  certainty: 'certain',
};
const listable: Diagnosis = {
  code: 'bucket_world_listable',
  bucket: 'acme',
  where: [{ kind: 'step', step: 'bucket-policy' }],
  certainty: 'certain',
};
const reportOf = (over: Partial<CheckReport>): CheckReport => ({
  checkedAt: '2026-01-01T00:00:00Z',
  ms: 5,
  outcome: 'passed',
  steps: [passed('write'), passed('cors')],
  findings: [],
  ...over,
});

/** The whole check over this report; `signProof` and the browser's own requests answer as told. */
async function check(
  report: CheckReport,
  {
    sign = () => Response.json(proof),
    s3 = async (init) => new Response(init.method === 'GET' ? 'test' : null),
  }: { sign?: () => Response; s3?: (init: RequestInit) => Promise<Response> } = {},
) {
  const calls: string[] = [];
  const steps: CheckStep[] = [];
  const client = createClient({
    baseUrl: 'https://desk.test/api',
    fetch: async (url) => {
      calls.push(String(url).replace('https://desk.test/api', ''));
      return String(url).endsWith('/proof') ? sign() : Response.json(report);
    },
  });
  const found = await checkWithProof(client, input, {
    fetch: (async (_: unknown, init: RequestInit) => s3(init)) as typeof fetch,
    isOnline: () => true,
    origin: 'https://desk.test',
    onStep: (step) => steps.push(step),
  });
  return { found, calls, steps };
}

it('adds the browser’s own proof as the last step', async () => {
  const { found, steps, calls } = await check(reportOf({}));
  // The backend is told that it went well: only then do uploads work.
  expect(calls).toEqual(['/connection/check', '/connection/proof', '/connection/proof/confirmation']);
  expect(found).toMatchObject({ outcome: 'passed', findings: [] });
  expect(found.steps.at(-1)).toMatchObject({ step: 'browser', status: 'passed' });
  expect(steps.at(-1)).toMatchObject({ step: 'browser', status: 'passed' });
});

it('leaves the proof out where an earlier step explains why it could only fail', async () => {
  const cors: CheckStep = { step: 'cors', status: 'failed', ms: 1, diagnoses: [corsMissing] };
  const { found, calls } = await check(
    reportOf({ outcome: 'failed', steps: [passed('write'), cors], findings: [corsMissing] }),
  );
  expect(calls).toEqual(['/connection/check']);
  expect(found.steps.at(-1)).toEqual({ step: 'browser', status: 'skipped', reason: 'explained', by: 'cors' });
  expect(found.outcome).toBe('failed');
});

it('leaves it out for the reason for which nothing could be written', async () => {
  const write: CheckStep = { step: 'write', status: 'skipped', reason: 'needs_secret' };
  const { found, calls } = await check(reportOf({ outcome: 'unknown', steps: [write] }));
  expect(calls).toEqual(['/connection/check']);
  expect(found.steps.at(-1)).toEqual({ step: 'browser', status: 'skipped', reason: 'needs_secret' });
});

it('puts what the browser found before what is only a warning, and makes it the outcome', async () => {
  const world: CheckStep = { step: 'world_list', status: 'warning', ms: 1, diagnoses: [listable] };
  const { found } = await check(
    reportOf({
      outcome: 'warning',
      steps: [passed('write'), passed('cors'), world],
      findings: [listable],
    }),
    { s3: () => Promise.reject(new TypeError('Failed to fetch')) },
  );
  expect(found.outcome).toBe('failed');
  expect(found.findings.map(({ code }) => code)).toEqual(['transfer_blocked', 'bucket_world_listable']);
  expect(found.findings[0]).toMatchObject({ cleared: true });
});

it('tells a finding once that server and browser share', async () => {
  const read: Diagnosis = {
    code: 'public_read_refused',
    bucket: 'acme',
    where: [{ kind: 'step', step: 'bucket-policy' }],
    certainty: 'likely',
  };
  const { found } = await check(
    reportOf({
      outcome: 'failed',
      steps: [passed('write'), passed('cors'), { step: 'read', status: 'failed', ms: 1, diagnoses: [read] }],
      findings: [read],
    }),
    {
      s3: async ({ method }) =>
        method === 'GET'
          ? new Response('<Error><Code>AccessDenied</Code></Error>', { status: 403 })
          : new Response(null),
    },
  );
  expect(found.findings).toEqual([read]);
});

it('tells a finding once that the browser made twice', async () => {
  const { found } = await check(reportOf({}), {
    s3: ({ method }) =>
      method === 'PUT'
        ? Promise.resolve(new Response(null))
        : Promise.reject(new TypeError('Failed to fetch')),
  });
  expect(found.steps.at(-1)).toMatchObject({ diagnoses: [{ method: 'GET' }, { method: 'DELETE' }] });
  expect(found.findings).toMatchObject([{ code: 'transfer_blocked', method: 'GET' }]);
});

it('tells a finding as a failure that the server had as a warning only', async () => {
  const read: Diagnosis = {
    code: 'public_read_refused',
    bucket: 'acme',
    where: [{ kind: 'step', step: 'bucket-policy' }],
    certainty: 'likely',
  };
  const steps: CheckStep[] = [
    passed('write'),
    { step: 'world_list', status: 'warning', ms: 1, diagnoses: [listable, read] },
    passed('cors'),
  ];
  const { found } = await check(reportOf({ outcome: 'warning', steps, findings: [listable, read] }), {
    s3: async ({ method }) =>
      method === 'GET'
        ? new Response('<Error><Code>AccessDenied</Code></Error>', { status: 403 })
        : new Response(null),
  });
  expect(found.findings.map(({ code }) => code)).toEqual(['public_read_refused', 'bucket_world_listable']);
});

it('tells the browser where links lead, unless they are private', async () => {
  const inFront = { ...proof, get: { url: 'https://files.test/probe' } };
  const send = (body: typeof input & { links?: 'public' | 'private' }) => {
    const client = createClient({
      baseUrl: 'https://desk.test/api',
      fetch: async (url) => Response.json(String(url).endsWith('/proof') ? inFront : reportOf({})),
    });
    return checkWithProof(
      client,
      { ...body, publicBaseUrl: ' https://files.test ' },
      {
        fetch: (async (_: unknown, { method }: RequestInit) =>
          new Response(null, { status: method === 'GET' ? 404 : 200 })) as typeof fetch,
        isOnline: () => true,
        origin: 'https://desk.test',
      },
    );
  };
  expect((await send(input)).findings).toMatchObject([
    { code: 'public_read_refused', host: 'files.test', where: [{ field: 'publicBaseUrl' }, {}, {}] },
  ]);
  expect((await send({ ...input, links: 'private' })).findings[0]).not.toHaveProperty('host');
});

it('gives CORS as the reason where the server saw it refuse what this browser could not do', async () => {
  const deleteRefused: Diagnosis = {
    code: 'cors_method_refused',
    origin: 'https://desk.test',
    method: 'HEAD, DELETE',
    where: [{ kind: 'step', step: 'cors', part: 'AllowedMethods' }],
    certainty: 'certain',
  };
  const cors: CheckStep = { step: 'cors', status: 'warning', ms: 1, diagnoses: [deleteRefused] };
  const { found, calls } = await check(
    reportOf({ outcome: 'warning', steps: [passed('write'), cors], findings: [deleteRefused] }),
  );
  expect(found.steps.at(-1)).toEqual({ step: 'browser', status: 'skipped', reason: 'explained', by: 'cors' });
  expect(found).toMatchObject({ outcome: 'warning', findings: [deleteRefused] });
  // Not even tried: it would leave its object behind.
  expect(calls).toEqual(['/connection/check']);
});

describe('when the proof cannot be signed', () => {
  const refusing =
    (code: string, rest: object = {}) =>
    () =>
      Response.json(
        {
          type: 'urn:x',
          title: code,
          status: 502,
          code,
          verdict: {
            detail: 'full',
            diagnosis: { code, where: [{ kind: 'elsewhere', place: 'app' }], certainty: 'certain', ...rest },
            reference: null,
          },
        },
        { status: 502 },
      );

  it('says so in the step where there is something to mend', async () => {
    const { found } = await check(reportOf({}), { sign: refusing('secret_unreadable') });
    expect(found.steps.at(-1)).toMatchObject({
      step: 'browser',
      status: 'failed',
      diagnoses: [{ code: 'secret_unreadable' }],
    });
  });

  it('does not know where only time helps', async () => {
    const { found } = await check(reportOf({}), { sign: refusing('server_fault') });
    expect(found.steps.at(-1)).toMatchObject({ step: 'browser', status: 'unknown', reason: 'no_answer' });
    expect(found.outcome).toBe('unknown');
  });

  it('rejects where it is the viewer who may not', async () => {
    await expect(check(reportOf({}), { sign: refusing('signed_out') })).rejects.toThrow('signed_out');
  });
});
