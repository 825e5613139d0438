import type { SentPart } from '../../contract/index.ts';
import { isRefusal, type S3Answer } from '../../diagnosis/index.ts';
import { objectUrl } from './objectUrl.ts';
import type { S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';
import { signMessage } from './signMessage.ts';

/** S3 joins the parts of large objects for as long as it takes, and sends spaces meanwhile; ms. */
const timeout = 55_000;

/** Makes the object of its parts, which are in the order of their numbers; S3 forgets all others. Needs `s3:PutObject`. */
export async function completeMultipartUpload(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
  uploadId: string,
  parts: readonly SentPart[],
): Promise<S3Answer> {
  const url = `${objectUrl(edge, connection, key)}?${new URLSearchParams({ uploadId })}`;
  const body = `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${parts.map(toXml).join('')}</CompleteMultipartUpload>`;
  const message = { method: 'POST', url, headers: { 'content-type': 'application/xml' }, body } as const;
  return send({ timeout, ...edge }, connection, await signMessage(message, connection, edge.now()));
}

/** Whether the object is made: S3 may say 200 before it knows, and then that it failed. */
export function isCompleted(answer: S3Answer): boolean {
  return !isRefusal(answer) && /<(?:\w{1,32}:)?CompleteMultipartUploadResult[\s>]/.test(answer.body ?? '');
}

function toXml({ number, etag, checksum }: SentPart): string {
  const name = checksum && names[checksum.algorithm];
  const told = name && checksum ? `<${name}>${checksum.value}</${name}>` : '';
  return `<Part><PartNumber>${number}</PartNumber><ETag>"${plain(etag)}"</ETag>${told}</Part>`;
}

function plain(etag: string): string {
  return etag.replaceAll('"', '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const names = { sha256: 'ChecksumSHA256', crc32: 'ChecksumCRC32', md5: null };
