import { AwsV4Signer } from 'aws4fetch';
import {
  createFakeS3,
  documentedAccount,
  type FakeAccessKey,
  type FakeAccount,
  type FakeBucket,
  type FakeS3,
  type FakeS3Options,
  type FakeUser,
} from '../../src/testing/s3/index.ts';

/** What a signer is told; everything has the documented value unless a test says otherwise. */
export interface Signing {
  method?: string;
  url?: string;
  headers?: Record<string, string>;
  body?: string;
  accessKeyId?: string;
  secretAccessKey?: string;
  sessionToken?: string;
  region?: string;
  service?: string;
  /** ms; when the signer's clock differs from the server's. */
  at?: number;
  /** Seconds; of a presigned URL. */
  expires?: number;
  allHeaders?: boolean;
}

/** The documented set-up behind a fake S3, with an independent signer for its one key. */
export interface World {
  s3: FakeS3;
  account: FakeAccount;
  bucket: FakeBucket;
  user: FakeUser;
  key: FakeAccessKey;
  clock: { now: number };
  /** The virtual-hosted URL of an object, or of the bucket. */
  url(key?: string, query?: string): string;
  signed(signing?: Signing): Promise<Request>;
  presigned(signing?: Signing): Promise<Request>;
  /** A header-signed request, sent. */
  send(signing?: Signing): Promise<Answer>;
  /** A presigned request, sent. */
  open(signing?: Signing): Promise<Answer>;
  /** An unsigned request, sent. */
  anonymously(method: string, url: string, init?: RequestInit): Promise<Answer>;
  preflight(url: string, origin: string, method: string, headers?: string): Promise<Answer>;
}

/** An answer with the parts that tests look at. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** S3's code, or an empty text. */
  code: string;
  message: string;
  /** The text of the first element of that name, `null` when there is none. */
  element(name: string): string | null;
}

/** Sets up the documented account and a fake S3 over it. */
export function createWorld(
  options: Omit<FakeS3Options, 'now' | 'account'> & { account?: FakeAccount } = {},
): World {
  const account = options.account ?? documentedAccount();
  const bucket = existing(account.buckets[0]);
  const user = existing(account.users[0]);
  const key = existing(user.accessKeys[0]);
  const clock = { now: Date.parse('2026-03-04T05:06:07Z') };
  const s3 = createFakeS3({ ...options, account, now: () => clock.now });

  const url = (name = '', query = '') =>
    `https://${bucket.name}.s3.${bucket.region}.amazonaws.com/${encodeURIComponent(name).replaceAll('%2F', '/')}${query}`;

  async function sign(signing: Signing, signQuery: boolean): Promise<Request> {
    const target = new URL(signing.url ?? url('ticket/1/photo.png'));
    if (signQuery) target.searchParams.set('X-Amz-Expires', String(signing.expires ?? 300));
    const token = signing.sessionToken ?? key.sessionToken;
    const {
      method,
      headers,
      url: signedUrl,
      body,
    } = await new AwsV4Signer({
      method: signing.method ?? 'PUT',
      url: target.href,
      headers: signing.headers ?? {},
      accessKeyId: signing.accessKeyId ?? key.accessKeyId,
      secretAccessKey: signing.secretAccessKey ?? key.secretAccessKey,
      ...(token !== undefined && { sessionToken: token }),
      ...(signing.body !== undefined && { body: signing.body }),
      region: signing.region ?? bucket.region,
      service: signing.service ?? 's3',
      datetime: new Date(signing.at ?? clock.now).toISOString().replace(/[:-]|\.\d{3}/g, ''),
      signQuery,
      allHeaders: signing.allHeaders ?? false,
    }).sign();
    return new Request(signedUrl, { method, headers, ...(body !== undefined && body !== null && { body }) });
  }

  const send = async (request: Request) => toAnswer(await s3(request));
  return {
    s3,
    account,
    bucket,
    user,
    key,
    clock,
    url,
    signed: (signing = {}) => sign(signing, false),
    presigned: (signing = {}) => sign(signing, true),
    send: async (signing = {}) => send(await sign(signing, false)),
    open: async (signing = {}) => send(await sign(signing, true)),
    anonymously: (method, target, init) => send(new Request(target, { ...init, method })),
    preflight: (target, origin, method, headers) =>
      send(
        new Request(target, {
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': method,
            ...(headers !== undefined && { 'access-control-request-headers': headers }),
          },
        }),
      ),
  };
}

/** Reads a response into what tests look at. */
export async function toAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const element = (name: string) => {
    const found = new RegExp(`<${name}(?: [^>]*)?(?:/>|>([^<]*)</${name}>)`).exec(text);
    return found ? unescaped(found[1] ?? '') : null;
  };
  return {
    status: response.status,
    headers: response.headers,
    text,
    code: element('Code') ?? '',
    message: element('Message') ?? '',
    element,
  };
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function existing<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The account of this test lacks something.');
  return value;
}
