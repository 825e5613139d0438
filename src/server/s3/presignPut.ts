import { AwsV4Signer } from 'aws4fetch';
import { objectUrl } from './objectUrl.ts';
import type { S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { signerOptions } from './signMessage.ts';

/** What may be put with a presigned URL. */
export interface PresignedPut {
  key: string;
  /** Bytes; signed, so that nothing larger can be sent with the URL. */
  size: number;
  /** Signed: to be sent exactly. */
  headers: Record<string, string>;
  /** Seconds. */
  lifetime: number;
}

/** Signs URLs to put objects: many with one derivation of the signing key. */
export function presignPut(
  edge: S3Edge,
  connection: S3Connection,
  now: Date,
): (put: PresignedPut) => Promise<string> {
  const cache = new Map<string, ArrayBuffer>();
  return async ({ key, size, headers, lifetime }) => {
    const url = new URL(objectUrl(edge, connection, key));
    url.searchParams.set('X-Amz-Expires', String(lifetime));
    const signer = new AwsV4Signer({
      ...signerOptions(connection, now),
      method: 'PUT',
      url: url.href,
      // The browser sends the length by itself, so it is signed without being among the headers to send.
      headers: { ...headers, 'content-length': String(size) },
      signQuery: true,
      cache,
    });
    return (await signer.sign()).url.href;
  };
}
