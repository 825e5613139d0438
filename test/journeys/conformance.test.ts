import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/runCli.ts';
import { runConformance } from '../../src/conformance/index.ts';
import { bucketPolicy, corsRules, iamPolicy } from '../../src/guide/index.ts';
import { startReference } from '../conformance/startReference.ts';
import {
  createBucket,
  listKeys,
  listUploads,
  putBucketCors,
  putBucketPolicy,
  putUserPolicy,
  type Rgw,
  startRgw,
} from '../support/rgw.ts';
import { type Demo, type DemoValues, startDemo } from '../support/startDemo.ts';

const rgw = await startRgw();
const everything = ['--writes-settings', '--s3'];

afterAll(() => rgw?.stop());

/** What the command prints about a demo, and how it ends. */
async function conformance({ url }: Demo, values: DemoValues | null, args: readonly string[]) {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  const env = {
    S3A_BUCKET: values?.bucket,
    AWS_REGION: values?.region,
    AWS_ACCESS_KEY_ID: values?.accessKeyId,
    AWS_SECRET_ACCESS_KEY: values?.secretAccessKey,
  };
  const all = ['conformance', `${url}/api/s3-attachments`, '--demo', ...args];
  const code = await runCli({ args: all, env, print, complain: print });
  return { code, text: lines.join('\n') };
}

/** Everything that did not pass, with what is said of it. */
const short = (text: string) => text.match(/^ {2}[✗?–].*(?:\n {6}.*)*/gm) ?? [];

it('finds that the demo keeps the contract, by the people that it has', { timeout: 180_000 }, async () => {
  const demo = await startDemo();
  try {
    const { code, text } = await conformance(demo, demo.values, everything);
    expect(short(text)).toEqual([]);
    expect(text).toMatch(
      /\d{3} passed, 0 fall short, 0 skipped\.\nIt keeps what was looked at of the contract\.$/,
    );
    expect(code).toBe(0);
    expect(demo.values).not.toBeNull();
    expect(text).not.toContain(demo.values?.secretAccessKey);
  } finally {
    await demo.stop();
  }
});

describe.skipIf(!rgw)('with Ceph RGW as its S3, and the documented policies', () => {
  const bucket = 'conformance';
  const s3 = () => rgw as Rgw;

  beforeAll(async () => {
    await createBucket(s3(), bucket);
    await putUserPolicy(s3(), s3().uploader, iamPolicy({ bucket }));
    await putBucketPolicy(s3(), bucket, bucketPolicy({ bucket }));
    await putBucketCors(s3(), bucket, corsRules());
  });

  it('the reference backend keeps the contract, and nothing of the suite stays in the bucket', async () => {
    const { accessKeyId, secretAccessKey } = s3().uploader;
    const values = { bucket, region: s3().region, accessKeyId, secretAccessKey };
    const reference = await startReference({ s3: { endpoint: s3().endpoint, values } });
    try {
      const { results, conforms } = await runConformance(reference.options);
      expect(results.filter(({ status }) => status !== 'passed')).toEqual([]);
      expect(conforms).toBe(true);
      expect(await listKeys(s3(), bucket)).toEqual([]);
      expect(await listUploads(s3(), bucket)).toEqual([]);
    } finally {
      await reference.stop();
    }
  }, 180_000);
});
