import { AwsV4Signer } from 'aws4fetch';
import { type Client, createClient } from '../../../src/client/index.ts';
import type { BodyOf, CheckReport, UploadTarget } from '../../../src/contract/index.ts';
import type { Diagnosis } from '../../../src/diagnosis/index.ts';
import { bucketPolicy, corsRules, type DocumentFacts, iamPolicy } from '../../../src/guide/index.ts';
import { createHandler, createMemoryStore } from '../../../src/server/index.ts';
import { encryptionKey, full, site, viewers } from '../../server/support/createWorld.ts';
import {
  createBucket,
  createUser,
  putBucketCors,
  putBucketPolicy,
  putUserPolicy,
  type Rgw,
  type RgwUser,
} from '../../support/rgw.ts';
import { createRounds, type Rounds } from './createRounds.ts';

export interface RgwWorldOptions {
  /** Tells this world's bucket and user from those of all others. */
  number: number;
  /** The backend's clock against RGW's, in ms. @default 0 */
  clockSkew?: number;
  /** Seconds. @default 900 */
  urlLifetime?: number;
  /** @default a user of its own, with keys in Amazon's form */
  user?: RgwUser;
  /** @default rgw.owner */
  owner?: RgwUser;
}

type Values = Omit<BodyOf<'saveSettings'>, 'version'>;
type S3Target = Extract<UploadTarget, { to: 's3' }>;

/** What is sent in place of what was signed. */
export interface Sent {
  url?: string;
  headers?: Record<string, string>;
  body?: string | ReadableStream<Uint8Array>;
}

/** What a browser gets to see of a transfer. */
interface Seen {
  status: number;
  body: string;
  loaded: number;
}

/** A help desk whose backend is given RGW, with a bucket and an IAM user of its own. */
export interface RgwWorld {
  rgw: Rgw;
  bucket: string;
  user: RgwUser;
  /** What an administrator enters. */
  values: Values & { secretAccessKey: string };
  client: Client;
  /** Saves these values over what is saved. */
  save: (values: Values) => Promise<void>;
  /** The requests of the backend alone. */
  rounds: Rounds;
  /** The guide's documents, all of them. */
  setUp: (facts?: Partial<DocumentFacts>) => Promise<void>;
  check: (over?: Partial<Values>) => Promise<CheckReport>;
  sign: (size?: number) => Promise<{ attachmentId: string; target: S3Target }>;
  /** A URL to put with, signed by the world's user without the API. */
  signByHand: (key: string, query?: Record<string, string>) => Promise<string>;
  /** Sends as a browser does: preflight first, and no look at an answer without CORS headers. */
  send: (target: S3Target, bytes: string, instead?: Sent) => Promise<Seen>;
  /** Tells the backend what the browser saw, and gives the first candidate. */
  report: (attachmentId: string, seen: Seen, total: number) => Promise<Diagnosis>;
}

/** Makes a world with an empty bucket and a user without a policy; `setUp` does the rest of the guide. */
export async function createRgwWorld(rgw: Rgw, options: RgwWorldOptions): Promise<RgwWorld> {
  const { number, clockSkew = 0, urlLifetime = 900, owner = rgw.owner } = options;
  const bucket = `matrix-${number}`;
  const user = options.user ?? userOf(`uploader-${number}`, number);
  const rounds = createRounds();
  const handle = createHandler({
    authorize: () => viewers.administrator,
    store: createMemoryStore(),
    encryptionKey,
    s3: { endpoint: rgw.endpoint, forcePathStyle: true },
    allowPrivateEndpoints: true,
    urlLifetime,
    fetch: rounds.fetch,
    now: () => new Date(Date.now() + clockSkew),
    log: () => {},
  });
  const client = createClient({
    baseUrl: site,
    fetch: (url, init) => handle(new Request(url, init)),
    headers: () => ({ origin: site }),
  });
  const { accessKeyId, secretAccessKey } = user;
  const values = { bucket, region: rgw.region, accessKeyId, secretAccessKey };

  if (owner !== rgw.owner) await createUser(rgw, owner);
  await createBucket(rgw, bucket, owner);
  if (!options.user) await createUser(rgw, user);

  return {
    rgw,
    bucket,
    user,
    values,
    client,
    rounds,
    save: async (entered) => {
      const settings = await client.readSettings({});
      const version = settings.status === 'not_configured' ? 0 : settings.version;
      await client.saveSettings({ body: { ...entered, version } });
    },
    setUp: async (facts = {}) => {
      const mine = { bucket, ...facts };
      await putUserPolicy(rgw, user, iamPolicy(mine));
      // One after another: of two changes to a bucket at a time RGW keeps only the last.
      if (mine.links !== 'private') await putBucketPolicy(rgw, bucket, bucketPolicy(mine), owner);
      await putBucketCors(rgw, bucket, corsRules(mine), owner);
    },
    check: (over) => client.checkConnection({ body: { ...values, ...over } }),
    sign: async (size = 5) => {
      const files = [{ id: 'f1', name: 'photo.png', size, type: 'image/png' }];
      const { uploads } = await client.signUploads({ body: { ticketId: '1', files } });
      const result = uploads[0]?.result;
      if (result?.status !== 'signed' || result.target.to !== 's3') throw new Error('Not signed for S3.');
      return { attachmentId: result.attachmentId, target: result.target };
    },
    signByHand: async (key, query = {}) => {
      const asked = new URLSearchParams({ 'X-Amz-Expires': '900', ...query });
      const url = `${rgw.endpoint}/${bucket}/${key}?${asked}`;
      const { region } = rgw;
      const credentials = { accessKeyId, secretAccessKey, service: 's3', region };
      return (await new AwsV4Signer({ ...credentials, method: 'PUT', url, signQuery: true }).sign()).url.href;
    },
    send,
    report: async (attachmentId, seen, total) => {
      const body = { ...seen, total, online: true };
      return full((await client.reportFailure({ attachmentId, body })).verdict);
    },
  };
}

/** A user with keys in Amazon's form, as RGW takes any. */
export function userOf(name: string, number: number): RgwUser {
  const digits = String(number).padStart(7, '0');
  return {
    name,
    accessKeyId: `AKIARGWMATRIX${digits}`,
    secretAccessKey: `rgwMatrixSecret${digits}`.padEnd(40, 'x'),
  };
}

async function send(target: S3Target, bytes: string, instead: Sent = {}): Promise<Seen> {
  const { url = target.url, headers = target.headers, body = bytes } = instead;
  const unseen = { status: 0, body: '' };
  const total = new TextEncoder().encode(bytes).byteLength;
  const names = Object.keys(headers).sort().join(',');
  const asked = await fetch(url, {
    method: 'OPTIONS',
    redirect: 'manual',
    headers: {
      origin: site,
      'access-control-request-method': 'PUT',
      ...(names === '' ? {} : { 'access-control-request-headers': names }),
    },
  });
  if (!asked.ok) return { ...unseen, loaded: 0 };
  const stream = typeof body === 'string' ? {} : { duplex: 'half' as const };
  const answer = await fetch(url, {
    method: 'PUT',
    redirect: 'manual',
    headers: { ...headers, origin: site },
    body,
    ...stream,
  });
  const text = await answer.text();
  // Chromium: of an answer that a page may not read it tells nothing, but that all bytes were sent.
  if (answer.headers.get('access-control-allow-origin') === null) return { ...unseen, loaded: total };
  return { status: answer.status, body: text, loaded: total };
}
