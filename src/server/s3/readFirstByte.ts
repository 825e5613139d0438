import type { S3Answer } from '../../diagnosis/index.ts';
import { objectUrl } from './objectUrl.ts';
import type { S3Address, S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';
import { signMessage } from './signMessage.ts';

/** Asks for the first byte of an object as the public does. Not by HEAD: a refusal of HEAD has no body, and so no reason. */
export function readFirstByte(edge: S3Edge, address: S3Address, key: string): Promise<S3Answer> {
  return send(edge, address, messageFor(edge, address, key));
}

/** Asks for the first byte of an object with our key. */
export async function readFirstByteSigned(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
): Promise<S3Answer> {
  const message = messageFor(edge, connection, key);
  return send(edge, connection, await signMessage(message, connection, edge.now()));
}

/** The size of the object in bytes as the answer tells it; `null` when it does not. */
export function sizeIn({ status, headers }: S3Answer): number | null {
  if (status === 206) return toNumber(/\/(\d+)$/.exec(headers?.['content-range'] ?? '')?.[1]);
  if (status === 200) return toNumber(headers?.['content-length']);
  // Only an object without bytes has no first one.
  return status === 416 ? 0 : null;
}

function messageFor(edge: S3Edge, address: S3Address, key: string) {
  return { method: 'GET', url: objectUrl(edge, address, key), headers: { range: 'bytes=0-0' } } as const;
}

function toNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}
