import type { S3Answer } from '../../diagnosis/index.ts';
import { exchange } from './exchange.ts';
import { objectUrl } from './objectUrl.ts';
import { readText } from './readText.ts';
import type { S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { signMessage } from './signMessage.ts';

/** What is put. */
export interface PutBytes {
  key: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Their SHA-256. */
  sha256: Uint8Array;
  /** By lower-case name; the object will have them. */
  headers: Record<string, string>;
  /** Of a part: what names it. */
  query?: Record<string, string>;
}

/**
 * Puts bytes, or a part. Their hash is in the signature, which every store compares with what arrives, and is kept with the object where
 * the store does that: S3 takes no other bytes than these.
 */
export async function putBytes(
  edge: S3Edge,
  connection: S3Connection,
  { key, bytes, sha256, headers, query }: PutBytes,
): Promise<S3Answer> {
  const hex = Array.from(sha256, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const base64 = btoa(String.fromCharCode(...sha256));
  const address = objectUrl(edge, connection, key);
  const message = {
    method: 'PUT',
    url: query ? `${address}?${new URLSearchParams(query)}` : address,
    headers: { ...headers, 'x-amz-content-sha256': hex, 'x-amz-checksum-sha256': base64 },
  } as const;
  const signed = await signMessage(message, connection, edge.now());
  return exchange(edge, connection, { ...signed, body: bytes }, async (response) => ({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await readText(response),
  }));
}
