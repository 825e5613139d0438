import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '../../src/cli/runCli.ts';
import { type Demo, startDemo } from '../support/startDemo.ts';

let demo: Demo;

beforeAll(async () => {
  demo = await startDemo();
});

afterAll(() => demo?.stop());

/** What the command prints about the demo. */
async function conformance(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const values = demo.values;
  const env = {
    S3A_BUCKET: values?.bucket,
    AWS_REGION: values?.region,
    AWS_ACCESS_KEY_ID: values?.accessKeyId,
    AWS_SECRET_ACCESS_KEY: values?.secretAccessKey,
  };
  const all = ['conformance', `${demo.url}/api/s3-attachments`, '--demo', ...args];
  return { code: await runCli({ args: all, env, print: write, complain: write }), text: lines.join('\n') };
}

it('finds that the demo keeps the contract, by the people that it has', { timeout: 180_000 }, async () => {
  const { code, text } = await conformance('--writes-settings', '--s3');
  expect(text).not.toMatch(/✗/);
  expect(text).toMatch(
    /\d{3} passed, 0 fall short, 0 skipped\.\nIt keeps what was looked at of the contract\.$/,
  );
  expect(code).toBe(0);
  expect(demo.values).not.toBeNull();
  expect(text).not.toContain(demo.values?.secretAccessKey);
});
