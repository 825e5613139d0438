import { type BodyOf, maxParts, type SignedPart } from '../../contract/index.ts';
import type { Backend } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import { lifetimeOf } from '../s3/lifetimeOf.ts';
import { presign } from '../s3/presign.ts';
import type { S3Connection } from '../s3/S3Connection.ts';
import { partQuery } from '../s3/uploadPart.ts';
import type { PartChecksum } from '../store/AttachmentStore.ts';
import { checksumHeaders, requireChecksum } from './checksumHeaders.ts';

/** What is asked of one part. */
export type PartInput = BodyOf<'signParts'>['parts'][number];

/** How many parts a file has; one without bytes is one part. */
export function countParts(size: number, partSize: number): number {
  return Math.max(1, Math.ceil(size / partSize));
}

/** Bytes of a part: the last one has what is left. */
export function sizeOfPart(size: number, partSize: number, number: number): number {
  return Math.min(partSize, size - (number - 1) * partSize);
}

/**
 * Refuses what S3 would refuse only after the bytes were sent; `within` stands before the paths of what is wrong.
 *
 * @throws DiagnosisError `invalid_input`
 */
export function requireParts(
  parts: readonly PartInput[],
  { size, partSize, partChecksum }: { size: number; partSize: number; partChecksum: PartChecksum | null },
  within = '',
): void {
  const count = countParts(size, partSize);
  if (count > maxParts)
    throw refusals.invalidInput([{ path: `${within}partSize`, message: 'too_many_parts' }]);
  const seen = new Set<number>();
  for (const [index, { number, checksum }] of parts.entries()) {
    const refused = (name: string, message: string) =>
      refusals.invalidInput([{ path: `${within}parts.${index}.${name}`, message }]);
    if (number > count) throw refused('number', 'beyond_the_file');
    if (seen.has(number)) throw refused('number', 'duplicate');
    seen.add(number);
    // S3 takes no part without the checksum that the upload was begun with, nor with another one.
    if (partChecksumOf(checksum) !== partChecksum)
      throw refused('checksum', partChecksum ?? 'not_begun_with');
    requireChecksum(checksum, `${within}parts.${index}.checksum`);
  }
}

/** The checksum that an upload has to be begun with for such a part; a Content-MD5 needs none. */
export function partChecksumOf(checksum: PartInput['checksum']): PartChecksum | null {
  return checksum === undefined || checksum.algorithm === 'md5' ? null : checksum.algorithm;
}

/** Signs parts, each for exactly its own bytes. */
export function signAllParts(
  { s3, urlLifetime, now }: Pick<Backend, 's3' | 'urlLifetime' | 'now'>,
  object: S3Connection & { key: string },
  upload: { uploadId: string; size: number; partSize: number },
  parts: readonly PartInput[],
): Promise<SignedPart[]> {
  const at = now();
  const sign = presign(s3, object, at);
  const lifetime = lifetimeOf(object, urlLifetime, at);
  return Promise.all(
    parts.map(async ({ number, checksum }) => {
      const headers = checksumHeaders(checksum);
      const url = await sign({
        method: 'PUT',
        key: object.key,
        query: partQuery(upload.uploadId, number),
        size: sizeOfPart(upload.size, upload.partSize, number),
        headers,
        lifetime,
      });
      return { number, url, headers, expiresIn: lifetime };
    }),
  );
}
