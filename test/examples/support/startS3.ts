import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { createFakeS3, documentedAccount, type FakeS3 } from '../../../src/testing/index.ts';
import type { DemoValues } from '../../support/startDemo.ts';

/** An S3 over a socket, set up as the guide says. */
export interface S3 {
  endpoint: string;
  /** The four values to enter. */
  values: DemoValues;
  /** What an administrator may break in the AWS console; it takes effect at once. */
  account: FakeS3['account'];
  /** The bytes of all its objects. */
  objects(): Promise<Uint8Array[]>;
  stop(): Promise<void>;
}

/** Starts a fake S3 that the server of an example and the browser both reach. */
export async function startS3(): Promise<S3> {
  let answer = async (_: Request) => new Response(null, { status: 503 });
  const server = serve({ fetch: (request) => answer(request), port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const account = documentedAccount();
  const s3 = createFakeS3({ account, serviceHost: host });
  answer = s3;
  const [bucket, key] = [account.buckets[0], account.users[0]?.accessKeys[0]];
  if (!bucket || !key) throw new Error('The documented account has a bucket and a key.');
  const { accessKeyId, secretAccessKey } = key;
  return {
    endpoint: `http://${host}`,
    values: { bucket: bucket.name, region: bucket.region, accessKeyId, secretAccessKey },
    account,
    async objects() {
      const ids = await s3.objects.list('');
      return Promise.all(
        ids.map(async (id) => {
          const stored = await s3.objects.get(id);
          return new Uint8Array(await new Response(stored?.stream()).arrayBuffer());
        }),
      );
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
