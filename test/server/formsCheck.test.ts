import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/contract/index.ts';
import type { S3Init } from '../../src/server/index.ts';
import {
  acmeAccount,
  createWorld,
  parts,
  site,
  values,
  type World,
  type WorldOptions,
} from './support/createWorld.ts';

const check = (world: World): Promise<CheckReport> =>
  world.call('administrator', 'checkConnection', { body: values });

/** As `fetch` does without an answer: nothing, until it is ended. */
function never({ signal }: S3Init): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
  });
}

describe('whether small files can go as forms', () => {
  const formsOf = (report: CheckReport) => {
    const cors = report.steps.find(({ step }) => step === 'cors');
    return cors?.status === 'passed' ? cors.forms : cors?.status;
  };
  const methods = ['PUT', 'HEAD', 'GET', 'DELETE'];
  const rule = { AllowedHeaders: ['*'], AllowedMethods: methods, AllowedOrigins: ['*'] };
  const ruled = (cors: object[], between?: WorldOptions['between']) => {
    const account = acmeAccount();
    parts(account).bucket.cors = cors as never;
    return createWorld({ account, ...(between ? { between } : {}) });
  };

  it('is told beside CORS, and no fault where the documented rule does not allow it', async () => {
    const report = await check(ruled([rule]));
    expect(formsOf(report)).toBe(false);
    expect(report).toMatchObject({ outcome: 'passed', findings: [] });
  });

  it('is told where POST was added, to this rule or to one for this site', async () => {
    const added = { ...rule, AllowedMethods: [...methods, 'POST'] };
    expect(formsOf(await check(ruled([added])))).toBe(true);
    const own = { AllowedMethods: ['POST'], AllowedOrigins: [site] };
    expect(formsOf(await check(ruled([rule, own])))).toBe(true);
    const others = { AllowedMethods: ['POST'], AllowedOrigins: ['https://other.test'] };
    expect(formsOf(await check(ruled([rule, others])))).toBe(false);
  });

  it.each([
    ['does not answer', never],
    ['is busy', () => new Response('<Error><Code>SlowDown</Code></Error>', { status: 503 })],
  ] as const)('is left open where S3 %s to that alone', async (_, answer) => {
    const report = await check(
      ruled([rule], (init) =>
        init.headers['access-control-request-method'] === 'POST' ? answer(init) : null,
      ),
    );
    expect(formsOf(report)).toBeUndefined();
    expect(report.outcome).toBe('passed');
  });
});
