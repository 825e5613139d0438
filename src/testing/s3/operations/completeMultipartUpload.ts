import { createMD5 } from 'hash-wasm';
import type { ObjectStorage } from '../storage/ObjectStorage.ts';
import { fromHex } from '../wire/bytes.ts';
import { S3Fault, invalidRequest, malformedXml } from '../wire/S3Fault.ts';
import { childText } from '../wire/readXml.ts';
import { checkAvailable } from './checkBucketState.ts';
import { type StoredPart, dropUpload, findParts, findUpload } from './findUpload.ts';
import { MIN_PART, partTooSmall } from './multipartUpload.ts';
import { checkWriteConditions, unquoted } from './newObject.ts';
import { objectId } from './objectId.ts';
import { versioned, writtenHeaders } from './putObject.ts';
import { readXmlBody } from './readXmlBody.ts';
import type { S3Call } from './S3Call.ts';
import { xmlResponse } from './xmlResponse.ts';

/** CompleteMultipartUpload: the listed parts become the object, in the listed order. */
export async function completeMultipartUpload(call: S3Call): Promise<Response> {
  call.authorize('s3:PutObject');
  const document = await readXmlBody(call, 'CompleteMultipartUpload');
  const listed = document.children
    .filter((child) => child.name === 'Part')
    .map((part) => ({
      number: Number(childText(part, 'PartNumber')),
      etag: unquoted(childText(part, 'ETag') ?? ''),
      checksums: part.children.filter(({ name }) => name.startsWith('Checksum')).map(({ text }) => text),
    }));
  if (listed.length === 0) throw malformedXml();

  const { upload, meta } = await findUpload(call);
  const parts = chosenParts(listed, await findParts(call, upload), upload);
  if (meta.checksumAlgorithm) checkChecksums(listed, parts, meta.checksumAlgorithm);
  const size = parts.reduce((sum, part) => sum + part.meta.size, 0);
  const { maxObjectSize } = call.bucket;
  if (maxObjectSize !== undefined && size > maxObjectSize) {
    throw new S3Fault(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
      ProposedSize: size,
      MaxSizeAllowed: maxObjectSize,
    });
  }
  await checkWriteConditions(call);
  checkAvailable(call.bucket, true);

  const id = objectId(call.bucket.name, call.key);
  await call.storage.put(id, joined(call.storage, parts));
  const { initiator: _, checksumAlgorithm: __, ...object } = meta;
  const stored = {
    ...object,
    ...versioned(call),
    size,
    etag: await etagOfParts(parts),
    lastModified: new Date(call.now).toISOString(),
  };
  await call.storage.setMeta(id, stored);
  await dropUpload(call, upload);
  return xmlResponse(
    'CompleteMultipartUploadResult',
    {
      Location: `${call.url.origin}${call.url.pathname}`,
      Bucket: call.bucket.name,
      Key: call.key,
      ETag: stored.etag,
    },
    { headers: writtenHeaders(stored) },
  );
}

function chosenParts(
  listed: readonly { number: number; etag: string }[],
  stored: readonly StoredPart[],
  upload: string,
): StoredPart[] {
  if (listed.some((part, i) => i > 0 && part.number <= (listed[i - 1]?.number ?? 0))) {
    throw new S3Fault(
      400,
      'InvalidPartOrder',
      'The list of parts was not in ascending order. Parts must be ordered by part number.',
      { UploadId: upload },
    );
  }
  const parts = listed.map(({ number, etag }) => {
    const part = stored.find((one) => one.number === number && unquoted(one.meta.etag) === etag);
    if (part) return part;
    throw new S3Fault(
      400,
      'InvalidPart',
      "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
      { UploadId: upload, PartNumber: number, ETag: etag },
    );
  });
  for (const part of parts.slice(0, -1)) {
    if (part.meta.size < MIN_PART) throw partTooSmall(part.meta.size, part.number, unquoted(part.meta.etag));
  }
  return parts;
}

function checkChecksums(
  listed: readonly { number: number; checksums: readonly string[] }[],
  parts: readonly StoredPart[],
  algorithm: string,
): void {
  const wrong = listed.find(({ checksums }, i) => checksums[0] !== parts[i]?.meta.checksum);
  if (!wrong) return;
  if (wrong.checksums.length > 0) {
    throw new S3Fault(
      400,
      'InvalidPart',
      "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
      { PartNumber: wrong.number },
    );
  }
  throw invalidRequest(
    `The upload was created using a ${algorithm} checksum. The complete request must include the checksum for each part. It was missing for part ${wrong.number} in the request.`,
  );
}

/** S3's ETag of an object in parts: the MD5 of the parts' MD5s, and their number. */
async function etagOfParts(parts: readonly StoredPart[]): Promise<string> {
  const md5 = await createMD5();
  for (const part of parts) md5.update(fromHex(unquoted(part.meta.etag)));
  return `"${md5.digest('hex')}-${parts.length}"`;
}

function joined(storage: ObjectStorage, parts: readonly StoredPart[]): ReadableStream<Uint8Array> {
  const waiting = [...parts];
  let reader: ReadableStreamDefaultReader<Uint8Array> | null = null;
  return new ReadableStream({
    async pull(controller) {
      for (;;) {
        if (!reader) {
          const part = waiting.shift();
          if (!part) return controller.close();
          const bytes = await storage.get(part.id);
          if (!bytes) throw new Error(`The storage has lost part ${part.number}.`);
          reader = bytes.stream().getReader();
        }
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        reader = null;
      }
    },
    cancel: (reason) => reader?.cancel(reason),
  });
}
