import type { Checksum, UploadTarget } from '../../contract/index.ts';
import type { Backend } from '../Backend.ts';
import { lifetimeOf } from '../s3/lifetimeOf.ts';
import { presign } from '../s3/presign.ts';
import type { S3Connection } from '../s3/S3Connection.ts';
import type { AttachmentRow } from '../store/AttachmentStore.ts';
import { checksumHeaders } from './checksumHeaders.ts';
import { contentHeaders } from './contentHeaders.ts';
import { placeOf } from './findAttachment.ts';

type PutTarget = Extract<UploadTarget, { to: 's3' }>;

/** Signs the PUT of files: many with one derivation of the signing key. */
export function signPut(
  { s3, urlLifetime, now }: Pick<Backend, 's3' | 'urlLifetime' | 'now'>,
  connection: S3Connection,
): (row: AttachmentRow, checksum?: Checksum) => Promise<PutTarget> {
  const at = now();
  const sign = presign(s3, connection, at);
  const lifetime = lifetimeOf(connection, urlLifetime, at);
  return async (row, checksum) => {
    const { key } = placeOf(row) ?? {};
    if (key === undefined) throw new Error('What lies in the database is put into no bucket.');
    const headers = { ...contentHeaders(row), ...checksumHeaders(checksum) };
    const url = await sign({ method: 'PUT', key, size: row.size, headers, lifetime });
    return { to: 's3', method: 'PUT', url, headers, expiresIn: lifetime };
  };
}
