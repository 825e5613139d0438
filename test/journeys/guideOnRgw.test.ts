import { AwsClient } from 'aws4fetch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentText, type GuideFacts, publicAccessBlock } from '../../src/guide/index.ts';
import {
  type CorsRule,
  createBucket,
  createUser,
  listKeys,
  putBucketCors,
  putBucketPolicy,
  putPublicAccessBlock,
  putUserPolicy,
  type Rgw,
  type RgwUser,
  startRgw,
} from '../support/rgw.ts';

/*
 * The texts that *Copy* gives, put into an S3 that we did not write: uploads work, and nothing more is allowed than the guide
 * says. Without an RGW on this machine the journey is skipped; in CI its absence is an error.
 *
 * Not shown here: CreateBucket and ListAllMyBuckets, because each user of RGW 16 is an account of its own and may make and list
 * buckets of its own; and ListMultipartUploadParts, which RGW grants to whoever began the upload.
 */
const rgw = await startRgw();

const setUps: readonly (readonly [string, Partial<GuideFacts>])[] = [
  ['public links', {}],
  ['public links below a prefix', { keyPrefix: 'help-desk/eu/' }],
  ['public links and large files', { largeFiles: true }],
  ['private links', { links: 'private' }],
  [
    'private links below a prefix, and large files',
    { links: 'private', keyPrefix: "o'neill/", largeFiles: true },
  ],
];

interface Call {
  method: string;
  path: string;
  body?: string;
  headers?: Record<string, string>;
}

interface Reply {
  status: number;
  text: string;
  headers: Headers;
}

describe.skipIf(!rgw).each(setUps.map(([name, over], index) => ({ name, over, bucket: `guide-${index}` })))(
  'on Ceph RGW, the guide’s documents for $name',
  ({ over, bucket }) => {
    const facts: GuideFacts = {
      bucket,
      region: '',
      keyPrefix: '',
      links: 'public',
      largeFiles: false,
      ...over,
    };
    const isPublic = facts.links === 'public';
    const inside = `/${bucket}/${facts.keyPrefix}tickets/1/`;
    const outside = `/${bucket}/somebody-else/`;
    const s3 = () => rgw as Rgw;
    const user: RgwUser = {
      name: bucket,
      accessKeyId: `AKGUIDE00000000000${bucket.at(-1)}A`,
      secretAccessKey: `guidesecretguidesecretguidesecretguide0${bucket.at(-1)}`,
    };
    const askers: Record<string, RgwUser | null> = {
      'the guide’s user': user,
      'another account': s3()?.rival ?? null,
      'a stranger': null,
    };

    const ask = async (asker: RgwUser | null, { path, ...init }: Call): Promise<Reply> => {
      const client = asker && new AwsClient({ ...asker, service: 's3', region: s3().region, retries: 0 });
      const url = s3().endpoint + path;
      const response = client ? await client.fetch(url, init) : await fetch(url, init);
      return { status: response.status, text: await response.text(), headers: response.headers };
    };
    const put = (asker: RgwUser | null, path: string) => ask(asker, { method: 'PUT', path, body: 'hello' });
    const get = (asker: RgwUser | null, path: string) => ask(asker, { method: 'GET', path });
    const remove = (asker: RgwUser | null, path: string) => ask(asker, { method: 'DELETE', path });

    beforeAll(async () => {
      await createBucket(s3(), bucket);
      await createUser(s3(), user);
      await putPublicAccessBlock(s3(), bucket, publicAccessBlock(facts));
      const policy = documentText('bucket-policy', facts);
      expect(policy === '').toBe(!isPublic);
      if (policy) await putBucketPolicy(s3(), bucket, JSON.parse(policy));
      await putBucketCors(s3(), bucket, JSON.parse(documentText('cors', facts)) as CorsRule[]);
      await putUserPolicy(s3(), user, JSON.parse(documentText('iam-policy', facts)));
      // Of somebody else's making: in RGW an object belongs to whoever put it.
      expect((await put(s3().owner, `${inside}theirs.txt`)).status).toBe(200);
      expect((await put(s3().owner, `${outside}theirs.txt`)).status).toBe(200);
    });

    it('let the user’s key store and delete an attachment', async () => {
      const path = `${inside}mine.txt`;
      const names = async () => (await listKeys(s3(), bucket)).map((key) => key.split('/').at(-1));
      expect((await put(user, path)).status).toBe(200);
      expect(await names()).toContain('mine.txt');
      expect((await remove(user, path)).status).toBe(204);
      expect(await names()).not.toContain('mine.txt');
    });

    it('let a browser ask for each of the four methods, from any page', async () => {
      for (const method of ['PUT', 'HEAD', 'GET', 'DELETE']) {
        const { status, headers } = await ask(null, {
          method: 'OPTIONS',
          path: `${inside}mine.txt`,
          headers: {
            origin: 'https://desk.acme.example',
            'access-control-request-method': method,
            'access-control-request-headers': 'content-type',
          },
        });
        expect([method, status]).toEqual([method, 200]);
        expect(headers.get('access-control-allow-methods')).toContain(method);
      }
    });

    it(isPublic ? 'let a stranger open a link' : 'let a stranger open a signed link only', async () => {
      const path = `${inside}linked.txt`;
      await put(user, path);
      const plain = await get(null, path);
      expect(plain.status).toBe(isPublic ? 200 : 403);
      if (isPublic) {
        expect(plain.text).toBe('hello');
        return;
      }
      const client = new AwsClient({ ...user, service: 's3', region: s3().region });
      const { url } = await client.sign(`${s3().endpoint}${path}?X-Amz-Expires=60`, {
        aws: { signQuery: true },
      });
      const signed = await fetch(url);
      expect([signed.status, await signed.text()]).toEqual([200, 'hello']);
    });

    it(`${facts.largeFiles ? 'let' : 'do not let'} the user’s key clear away a large file that was broken off`, async () => {
      const path = `${inside}large.bin`;
      const begun = await ask(user, { method: 'POST', path: `${path}?uploads` });
      const uploadId = /<UploadId>([^<]+)</.exec(begun.text)?.[1] ?? '';
      const part = await ask(user, {
        method: 'PUT',
        path: `${path}?partNumber=1&uploadId=${uploadId}`,
        body: 'x',
      });
      expect(part.status).toBe(200);
      const ended = await remove(user, `${path}?uploadId=${uploadId}`);
      expect(ended.status).toBe(facts.largeFiles ? 204 : 403);
    });

    const state = async () => {
      const configuration = await Promise.all(
        ['policy', 'cors', 'acl', 'publicAccessBlock', 'versioning', 'lifecycle', 'tagging'].map(
          async (part) => {
            const { status, text } = await get(s3().owner, `/${bucket}?${part}`);
            return [part, status, status === 200 ? text : ''];
          },
        ),
      );
      const acl = (await get(s3().owner, `${inside}theirs.txt?acl`)).text;
      return { keys: await listKeys(s3(), bucket), configuration, acl };
    };

    it.each(Object.keys(askers))('let %s do nothing else', async (name) => {
      const asker = askers[name] ?? null;
      const before = await state();
      const allowed: string[] = [];
      const calls = [
        ...forBucket(bucket),
        ...forObject(`${inside}theirs.txt`),
        ...readsOf(`${outside}theirs.txt`, !facts.keyPrefix && (isPublic || asker === user)),
        ...(isPublic ? [] : readsOf(`${inside}theirs.txt`, asker === user)),
        ...(asker === user ? [] : writesOf(inside)),
        ...(asker === user && !facts.keyPrefix ? [] : writesOf(outside)),
      ];
      for (const call of calls) {
        const { status } = await ask(asker, call);
        if (status !== 403) allowed.push(`${call.method} ${call.path}: ${status}`);
      }
      expect(allowed).toEqual([]);
      expect(await state()).toEqual(before);
    });
  },
);

afterAll(() => rgw?.stop());

/** What changes a bucket, or tells what is in it and how it is set up. */
function forBucket(bucket: string): Call[] {
  const path = `/${bucket}`;
  const openTo = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: `arn:aws:s3:::${bucket}/*` }],
  });
  const bodies: Record<string, string> = {
    policy: openTo,
    cors: '<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>',
    versioning: '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>',
    lifecycle:
      '<LifecycleConfiguration><Rule><ID>x</ID><Prefix></Prefix><Status>Enabled</Status><Expiration><Days>1</Days></Expiration></Rule></LifecycleConfiguration>',
    tagging: '<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>',
    publicAccessBlock:
      '<PublicAccessBlockConfiguration><BlockPublicAcls>false</BlockPublicAcls><IgnorePublicAcls>false</IgnorePublicAcls><BlockPublicPolicy>false</BlockPublicPolicy><RestrictPublicBuckets>false</RestrictPublicBuckets></PublicAccessBlockConfiguration>',
  };
  return [
    { method: 'HEAD', path },
    { method: 'GET', path },
    ...[
      'list-type=2',
      'versions',
      'uploads',
      'location',
      'policyStatus',
      'acl',
      'replication',
      'encryption',
    ].map((query) => ({ method: 'GET', path: `${path}?${query}` })),
    ...Object.entries(bodies).flatMap(([query, body]) => [
      { method: 'GET', path: `${path}?${query}` },
      { method: 'PUT', path: `${path}?${query}`, body },
      ...(query === 'versioning' ? [] : [{ method: 'DELETE', path: `${path}?${query}` }]),
    ]),
    { method: 'PUT', path: `${path}?acl`, headers: { 'x-amz-acl': 'public-read-write' } },
    { method: 'DELETE', path },
  ];
}

/** What changes who may use an object, or tells it. */
function forObject(path: string): Call[] {
  return [
    { method: 'GET', path: `${path}?acl` },
    { method: 'PUT', path: `${path}?acl`, headers: { 'x-amz-acl': 'public-read-write' } },
    { method: 'GET', path: `${path}?tagging` },
    {
      method: 'PUT',
      path: `${path}?tagging`,
      body: '<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>',
    },
  ];
}

function readsOf(path: string, allowed: boolean): Call[] {
  return allowed ? [] : ['GET', 'HEAD'].map((method) => ({ method, path }));
}

function writesOf(folder: string): Call[] {
  return [
    { method: 'PUT', path: `${folder}new.txt`, body: 'x' },
    { method: 'DELETE', path: `${folder}theirs.txt` },
    { method: 'POST', path: `${folder}new.bin?uploads` },
  ];
}
