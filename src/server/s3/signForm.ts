import { lifetimeOf } from './lifetimeOf.ts';
import { objectUrl } from './objectUrl.ts';
import type { S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';

/** What may be sent with a form. */
export interface SignedForm {
  key: string;
  /** Bytes: no more and no less. */
  size: number;
  /** By lower-case name; the object will have them. */
  headers: Record<string, string>;
  /** Seconds. */
  lifetime: number;
}

/** Where a form is sent, and its fields in their order; `file` follows them. */
export interface Form {
  url: string;
  fields: Record<string, string>;
}

const encoder = new TextEncoder();

/** Signs forms by which a browser may send one object each: many with one derivation of the signing key. */
export function signForm(
  edge: Pick<S3Edge, 'endpoint' | 'forcePathStyle'>,
  connection: S3Connection,
  now: Date,
): (form: SignedForm) => Promise<Form> {
  const { bucket, region, accessKeyId, sessionToken } = connection;
  const date = now.toISOString().replace(/[:-]|\.\d{3}/g, '');
  const scope = `${date.slice(0, 8)}/${region}/s3/aws4_request`;
  let signing: Promise<ArrayBuffer> | null = null;
  // The bucket itself is asked, which in a path has no slash at its end.
  const url = objectUrl(edge, connection, '').replace(/(?<=[^/]\/[^/]+)\/$/, '');

  return async ({ key, size, headers, lifetime }) => {
    const promised = {
      key,
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [fieldName(name), value])),
      success_action_status: '204',
      'x-amz-algorithm': 'AWS4-HMAC-SHA256',
      'x-amz-credential': `${accessKeyId}/${scope}`,
      'x-amz-date': date,
      ...(sessionToken ? { 'x-amz-security-token': sessionToken.reveal() } : {}),
    };
    const policy = toBase64(
      JSON.stringify({
        expiration: new Date(now.getTime() + lifetimeOf(connection, lifetime, now) * 1000).toISOString(),
        conditions: [
          { bucket },
          ...Object.entries(promised).map(([name, value]) => ['eq', `$${name}`, value]),
          ['content-length-range', size, size],
        ],
      }),
    );
    // Not before a form is wanted: most requests want none.
    signing ??= deriveKey(connection, date.slice(0, 8));
    const signature = toHex(await hmac(await signing, policy));
    return { url, fields: { ...promised, policy, 'x-amz-signature': signature } };
  };
}

/** Whether S3 would take a form's values as they are: a `$` has a meaning of its own in them. */
export function isFormable({ key, headers }: Pick<SignedForm, 'key' | 'headers'>): boolean {
  return ![key, ...Object.values(headers)].some((value) => value.includes('$'));
}

/** Stores compare these names letter for letter, some of them. */
function fieldName(header: string): string {
  return header.replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());
}

async function deriveKey({ secretAccessKey, region }: S3Connection, day: string): Promise<ArrayBuffer> {
  const first = encoder.encode(`AWS4${secretAccessKey.reveal()}`);
  let key = await hmac(first, day);
  for (const part of [region, 's3', 'aws4_request']) key = await hmac(key, part);
  return key;
}

async function hmac(key: BufferSource, text: string): Promise<ArrayBuffer> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
  return crypto.subtle.sign('HMAC', imported, encoder.encode(text));
}

function toHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function toBase64(text: string): string {
  return btoa(Array.from(encoder.encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
