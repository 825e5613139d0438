import { AwsV4Signer } from 'aws4fetch';
import { lifetimeOf } from './lifetimeOf.ts';
import { objectUrl } from './objectUrl.ts';
import type { S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { signerOptions } from './signMessage.ts';

/** What may be done with a presigned URL. */
export interface PresignedRequest {
  method: 'PUT' | 'GET' | 'HEAD' | 'DELETE';
  key: string;
  /** Beside what the signature needs. */
  query?: Record<string, string>;
  /** Bytes that are put; signed, so that nothing larger can be sent with the URL. */
  size?: number;
  /** Signed: to be sent exactly. */
  headers?: Record<string, string>;
  /** Seconds. */
  lifetime: number;
}

/** Signs URLs to put, read and delete objects: many with one derivation of the signing key. */
export function presign(
  edge: Pick<S3Edge, 'endpoint' | 'forcePathStyle'>,
  connection: S3Connection,
  now: Date,
): (request: PresignedRequest) => Promise<string> {
  const cache = new Map<string, ArrayBuffer>();
  let derived: Promise<unknown> | null = null;
  return async ({ method, key, query = {}, size, headers, lifetime }) => {
    const url = new URL(objectUrl(edge, connection, key));
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    url.searchParams.set('X-Amz-Expires', String(lifetimeOf(connection, lifetime, now)));
    const signer = new AwsV4Signer({
      ...signerOptions(connection, now),
      method,
      url: url.href,
      // The browser sends the length by itself, so it is signed without being among the headers to send.
      headers: { ...headers, ...(size === undefined ? {} : { 'content-length': String(size) }) },
      signQuery: true,
      cache,
    });
    // All are asked for at once: who is not the first waits for the key that the first one derives.
    const signed = derived ? derived.then(() => signer.sign()) : signer.sign();
    derived ??= signed.catch(() => undefined);
    return (await signed).url.href;
  };
}
