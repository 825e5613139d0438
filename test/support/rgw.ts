import { execFile, spawn } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { AwsClient } from 'aws4fetch';

/** An access key of one of RGW's users. Throw-away values: they open nothing but a server on loopback. */
export interface RgwUser {
  name: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** A running Ceph RGW: an S3 that we did not write. */
export interface Rgw {
  /** Path-style: `${endpoint}/${bucket}/${key}`. */
  endpoint: string;
  region: string;
  /** Owns the buckets and may administer. */
  owner: RgwUser;
  /** The guide's IAM user: may do nothing until `putUserPolicy`. */
  uploader: RgwUser;
  /** Another account, with nothing of its own. */
  rival: RgwUser;
  /** Where it keeps its data; `moveBucket` needs it. */
  folder: string;
  /** Further lines of its configuration. */
  configuration: string;
  /** Ends its processes and removes its data. Calling it again is harmless. */
  stop: () => Promise<void>;
}

/** One rule as the AWS console shows it in *Cross-origin resource sharing (CORS)*. */
export interface CorsRule {
  ID?: string;
  AllowedOrigins: readonly string[];
  AllowedMethods: readonly string[];
  AllowedHeaders?: readonly string[];
  ExposeHeaders?: readonly string[];
  MaxAgeSeconds?: number;
}

/** What S3 answers when it does not do what it was asked. */
export class RgwRefusal extends Error {
  override readonly name = 'RgwRefusal';
  constructor(
    readonly action: string,
    readonly status: number,
    /** S3's error code, such as `AccessDenied`; empty when the answer has none. */
    readonly code: string,
    readonly body: string,
  ) {
    super(`${action}: ${status} ${code}`);
  }
}

const owner: RgwUser = {
  name: 'owner',
  accessKeyId: 'AKOWNER00000000000A',
  secretAccessKey: 'ownersecretownersecretownersecretowner00',
};
const uploader: RgwUser = {
  name: 'uploader',
  accessKeyId: 'AKUPLOADER00000000A',
  secretAccessKey: 'uploadersecretuploadersecretuploader0000',
};
const rival: RgwUser = {
  name: 'rival',
  accessKeyId: 'AKRIVAL00000000000A',
  secretAccessKey: 'rivalsecretrivalsecretrivalsecretrival00',
};

const run = promisify(execFile);
const script = (name: string) => fileURLToPath(new URL(`./ceph/${name}`, import.meta.url));
const programs = ['radosgw', 'radosgw-admin', 'ceph', 'ceph-mon', 'ceph-osd'];

/**
 * Starts an empty RGW, or gives `null` on a machine without one; `configuration`: lines for its own section of `ceph.conf`.
 *
 * @throws when RGW is missing in CI, where no journey may be skipped unseen, or when it does not come up
 */
export async function startRgw(configuration = ''): Promise<Rgw | null> {
  const missing = programs.filter((name) => !isInstalled(name));
  if (missing.length > 0) {
    if (process.env.CI !== 'true') return null;
    throw new Error(
      `Ceph RGW is missing (${missing.join(', ')}): run scripts/setup-rgw.sh before the tests.`,
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 's3a-rgw-'));
  const stop = keepUntilStopped(folder);
  try {
    const port = await findFreePorts();
    const { stdout } = await run(script('rgw-up.sh'), [folder, String(port)], inScript(configuration));
    const endpoint = /^READY (\S+)$/m.exec(stdout)?.[1];
    if (!endpoint) throw new Error(`RGW did not say that it is ready: ${stdout}`);
    return { endpoint, region: 'us-east-1', owner, uploader, rival, folder, configuration, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function inScript(configuration: string) {
  return { timeout: 90_000, env: { ...process.env, RGW_EXTRA_CONF: configuration } };
}

/**
 * Gives what ends RGW and removes its folder. A shell that waits on a pipe does it, and does it too when this process is
 * gone without a word, for RGW runs in sessions of its own and would stay.
 */
function keepUntilStopped(folder: string): () => Promise<void> {
  const orders = 'cat >/dev/null; "$0" "$1" discard; rm -rf "$1"';
  const keeper = spawn('bash', ['-c', orders, script('rgw-down.sh'), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => keeper.once('close', () => resolve()));
  keeper.unref();
  (keeper.stdin as Socket).unref();
  return async () => {
    keeper.ref();
    keeper.stdin.end();
    await ended;
  };
}

function isInstalled(program: string): boolean {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => existsSync(join(folder, program)));
}

/** The first of 31 free ports, below those that the system hands out to others. */
async function findFreePorts(): Promise<number> {
  for (let tries = 0; tries < 20; tries++) {
    const first = randomInt(20_000, 32_000);
    const all = await Promise.all(Array.from({ length: 31 }, (_, offset) => isFree(first + offset)));
    if (all.every(Boolean)) return first;
  }
  throw new Error('No 31 free ports in a row on this machine.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Makes a user with an account and a key of its own; like `uploader` it may do nothing until `putUserPolicy`. */
export async function createUser(rgw: Rgw, user: RgwUser): Promise<void> {
  const { name, accessKeyId, secretAccessKey } = user;
  await administer(rgw, 'CreateUser', 'PUT', 'user', {
    uid: name,
    'display-name': name,
    'access-key': accessKeyId,
    'secret-key': secretAccessKey,
  });
}

/** Takes a user's access key away, and with it its policies. */
export async function deleteAccessKey(rgw: Rgw, { name, accessKeyId }: RgwUser): Promise<void> {
  await administer(rgw, 'DeleteAccessKey', 'DELETE', 'user?key', { uid: name, 'access-key': accessKeyId });
}

/** Suspends a user: its key is refused, and its buckets are closed to everybody. */
export async function suspendUser(rgw: Rgw, { name }: RgwUser): Promise<void> {
  await administer(rgw, 'SuspendUser', 'POST', 'user', { uid: name, suspended: '1' });
}

/** Lets a bucket of `owner` hold no more than so many KiB. */
export async function limitBucket(rgw: Rgw, bucket: string, kibibytes: number): Promise<void> {
  await administer(rgw, 'SetBucketQuota', 'PUT', 'bucket?quota', {
    uid: rgw.owner.name,
    bucket,
    'max-size-kb': String(kibibytes),
    enabled: 'true',
  });
}

/** Makes a bucket; it belongs to `user`. */
export async function createBucket(rgw: Rgw, bucket: string, user = rgw.owner): Promise<void> {
  await ask(rgw, 'CreateBucket', `/${bucket}`, { method: 'PUT' }, user);
}

/** Removes an object, or nothing where none is. */
export async function deleteObject(rgw: Rgw, bucket: string, key: string, user = rgw.owner): Promise<void> {
  await ask(rgw, 'DeleteObject', objectPath(bucket, key), { method: 'DELETE' }, user);
}

/** Moves a bucket to another region: whoever asks for it here is answered 301. Restarts RGW, about 2 s. */
export async function moveBucket(rgw: Rgw, bucket: string, region: string): Promise<void> {
  await run(script('rgw-region.sh'), [rgw.folder, bucket, region], inScript(rgw.configuration));
}

export async function putBucketPolicy(
  rgw: Rgw,
  bucket: string,
  policy: object,
  user = rgw.owner,
): Promise<void> {
  await ask(
    rgw,
    'PutBucketPolicy',
    `/${bucket}?policy`,
    { method: 'PUT', body: JSON.stringify(policy) },
    user,
  );
}

/** Sets *Block public access* of a bucket; what is left out is off. */
export async function putPublicAccessBlock(
  rgw: Rgw,
  bucket: string,
  { BlockPublicPolicy = false, RestrictPublicBuckets = false }: Partial<Record<PublicAccessBlock, boolean>>,
): Promise<void> {
  const body =
    '<PublicAccessBlockConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">' +
    '<BlockPublicAcls>false</BlockPublicAcls><IgnorePublicAcls>false</IgnorePublicAcls>' +
    `<BlockPublicPolicy>${BlockPublicPolicy}</BlockPublicPolicy>` +
    `<RestrictPublicBuckets>${RestrictPublicBuckets}</RestrictPublicBuckets></PublicAccessBlockConfiguration>`;
  await ask(rgw, 'PutPublicAccessBlock', `/${bucket}?publicAccessBlock`, { method: 'PUT', body });
}

/** The settings of *Block public access* that RGW does not make more of than AWS does. */
export type PublicAccessBlock = 'BlockPublicPolicy' | 'RestrictPublicBuckets';

/** Gives a bucket one of S3's canned ACLs. */
export async function putBucketAcl(
  rgw: Rgw,
  bucket: string,
  acl: 'private' | 'public-read' | 'public-read-write',
): Promise<void> {
  await ask(rgw, 'PutBucketAcl', `/${bucket}?acl`, { method: 'PUT', headers: { 'x-amz-acl': acl } });
}

export async function deleteBucketPolicy(rgw: Rgw, bucket: string): Promise<void> {
  await ask(rgw, 'DeleteBucketPolicy', `/${bucket}?policy`, { method: 'DELETE' });
}

export async function putBucketCors(
  rgw: Rgw,
  bucket: string,
  rules: readonly CorsRule[],
  user = rgw.owner,
): Promise<void> {
  const body = corsXml(rules);
  const md5 = createHash('md5').update(body).digest('base64');
  const headers = { 'content-md5': md5, 'content-type': 'application/xml' };
  await ask(rgw, 'PutBucketCors', `/${bucket}?cors`, { method: 'PUT', body, headers }, user);
}

export async function deleteBucketCors(rgw: Rgw, bucket: string): Promise<void> {
  await ask(rgw, 'DeleteBucketCors', `/${bucket}?cors`, { method: 'DELETE' });
}

/** Gives an IAM user its inline policy, replacing the one of that name. */
export async function putUserPolicy(
  rgw: Rgw,
  user: RgwUser,
  policy: object,
  policyName = 'attachments',
): Promise<void> {
  await iam(rgw, 'PutUserPolicy', user, policyName, { PolicyDocument: JSON.stringify(policy) });
}

export async function deleteUserPolicy(rgw: Rgw, user: RgwUser, policyName = 'attachments'): Promise<void> {
  await iam(rgw, 'DeleteUserPolicy', user, policyName);
}

/** Reads an object as the public does: without a signature. Gives S3's answer, whatever it is. */
export async function getObject(rgw: Rgw, bucket: string, key: string): Promise<Response> {
  return fetch(rgw.endpoint + objectPath(bucket, key));
}

/** The keys in a bucket, as `owner` sees them. */
export async function listKeys(rgw: Rgw, bucket: string): Promise<string[]> {
  const keys: string[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page = after && `&continuation-token=${encodeURIComponent(after)}`;
    const response = await ask(rgw, 'ListObjectsV2', `/${bucket}?list-type=2&encoding-type=url${page}`);
    const xml = await response.text();
    for (const [, key] of xml.matchAll(/<Key>([^<]*)<\/Key>/g)) keys.push(decodeURIComponent(key ?? ''));
    after = /<NextContinuationToken>([^<]*)</.exec(xml)?.[1];
  }
  return keys;
}

/** The keys of all uploads in parts that are open in a bucket, as its owner sees it. */
export async function listUploads(rgw: Rgw, bucket: string): Promise<string[]> {
  const response = await ask(rgw, 'ListMultipartUploads', `/${bucket}?uploads`);
  const xml = await response.text();
  return [...xml.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => key ?? '');
}

function as(rgw: Rgw, user: RgwUser, service = 's3'): AwsClient {
  const { accessKeyId, secretAccessKey } = user;
  return new AwsClient({ accessKeyId, secretAccessKey, service, region: rgw.region, retries: 0 });
}

async function ask(
  rgw: Rgw,
  action: string,
  path: string,
  init: RequestInit = {},
  user = rgw.owner,
): Promise<Response> {
  const response = await as(rgw, user).fetch(rgw.endpoint + path, init);
  if (!response.ok) throw await refusal(action, response);
  return response;
}

/** RGW's own API for administrators. */
async function administer(
  rgw: Rgw,
  action: string,
  method: 'PUT' | 'POST' | 'DELETE',
  path: string,
  query: Record<string, string>,
): Promise<void> {
  const more = new URLSearchParams({ format: 'json', ...query });
  await ask(rgw, action, `/admin/${path}${path.includes('?') ? '&' : '?'}${more}`, { method });
}

async function iam(
  rgw: Rgw,
  action: string,
  user: RgwUser,
  policyName: string,
  more: Record<string, string> = {},
) {
  const body = new URLSearchParams({ Action: action, UserName: user.name, PolicyName: policyName, ...more });
  const response = await as(rgw, rgw.owner, 'iam').fetch(`${rgw.endpoint}/`, {
    method: 'POST',
    body: body.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
  });
  if (!response.ok) throw await refusal(action, response);
}

async function refusal(action: string, response: Response): Promise<RgwRefusal> {
  const body = await response.text();
  return new RgwRefusal(action, response.status, /<Code>([^<]*)<\/Code>/.exec(body)?.[1] ?? '', body);
}

function objectPath(bucket: string, key: string): string {
  return `/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
}

function corsXml(rules: readonly CorsRule[]): string {
  const tags = (name: string, values: readonly (string | number)[] = []) =>
    values.map((value) => `<${name}>${escapeXml(String(value))}</${name}>`).join('');
  const xml = rules.map(
    (rule) =>
      '<CORSRule>' +
      tags('ID', rule.ID === undefined ? [] : [rule.ID]) +
      tags('AllowedOrigin', rule.AllowedOrigins) +
      tags('AllowedMethod', rule.AllowedMethods) +
      tags('AllowedHeader', rule.AllowedHeaders) +
      tags('ExposeHeader', rule.ExposeHeaders) +
      tags('MaxAgeSeconds', rule.MaxAgeSeconds === undefined ? [] : [rule.MaxAgeSeconds]) +
      '</CORSRule>',
  );
  return `<CORSConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${xml.join('')}</CORSConfiguration>`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
