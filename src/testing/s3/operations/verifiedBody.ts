import { createCRC32, createCRC64, createMD5, createSHA1, createSHA256 } from 'hash-wasm';
import { fromBase64, toBase64, toHex } from '../wire/bytes.ts';
import { S3Fault, invalidRequest, notImplemented } from '../wire/S3Fault.ts';
import type { S3Call } from './S3Call.ts';

const GIB = 1024 ** 3;

/** The most that one PUT, part or form may carry. */
export const MAX_PUT = 5 * GIB;

const checksums = {
  sha256: { length: 32, create: () => createSHA256() },
  sha1: { length: 20, create: () => createSHA1() },
  crc32: { length: 4, create: () => createCRC32() },
  // Castagnoli
  crc32c: { length: 4, create: () => createCRC32(0x82f63b78) },
  // NVME
  crc64nvme: { length: 8, create: () => createCRC64('9a6c9329ac4bc9b5') },
};

type ChecksumName = keyof typeof checksums;

/** A body on its way to the storage; what it was is known when all of it went through. */
export interface VerifiedBody {
  stream: ReadableStream<Uint8Array>;
  /** The fault that ended the stream, if one did: a storage may wrap the error that it saw. */
  fault(): S3Fault | null;
  /** MD5 in hexadecimal, of everything. */
  md5(): string;
  /** The checksum headers that were sent and held, to be answered. */
  checksums: Readonly<Record<string, string>>;
}

/** Opens the body of a request, counting, hashing and comparing with what its headers promise while it streams. */
export async function verifiedBody(call: S3Call, maxSize = MAX_PUT): Promise<VerifiedBody> {
  const declared = declaredLength(call.request);
  if (declared !== null && declared > maxSize) throw tooLarge(declared, maxSize);
  const wantedMd5 = contentMd5(call);
  const wanted = wantedChecksum(call);
  const wantedHash = call.payloadHash;

  const md5 = await createMD5();
  const sha = wantedHash === null ? null : await createSHA256();
  const checksum = wanted && (await checksums[wanted.name].create());
  let size = 0;
  let fault: S3Fault | null = null;
  let digest = '';
  const fail = (found: S3Fault): never => {
    fault = found;
    throw found;
  };

  const finish = () => {
    if (declared !== null && size !== declared) fail(incomplete());
    const md5Bytes = md5.digest('binary');
    digest = toHex(md5Bytes);
    const calculated = toBase64(md5Bytes);
    if (wantedMd5 !== null && wantedMd5 !== calculated) {
      fail(
        new S3Fault(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.', {
          ExpectedDigest: wantedMd5,
          CalculatedDigest: calculated,
        }),
      );
    }
    if (wanted && checksum && toBase64(checksum.digest('binary')) !== wanted.value) {
      const name = wanted.name.toUpperCase();
      fail(new S3Fault(400, 'BadDigest', `The ${name} you specified did not match the calculated checksum.`));
    }
    const hash = sha?.digest('hex');
    if (hash !== undefined && hash !== wantedHash) {
      fail(
        new S3Fault(
          400,
          'XAmzContentSHA256Mismatch',
          "The provided 'x-amz-content-sha256' header does not match what was computed.",
          { ClientComputedContentSHA256: wantedHash, S3ComputedContentSHA256: hash },
        ),
      );
    }
  };

  const reader = (await bodyOf(call.request)).getReader();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read().catch(() => fail(incomplete()));
      if (done) {
        finish();
        controller.close();
        return;
      }
      size += value.byteLength;
      if (size > maxSize) fail(tooLarge(size, maxSize));
      md5.update(value);
      sha?.update(value);
      checksum?.update(value);
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return {
    stream,
    fault: () => fault,
    md5: () => digest,
    checksums: wanted ? { [`x-amz-checksum-${wanted.name}`]: wanted.value } : {},
  };
}

/** The body of a request as a stream, also where a browser's Request does not show one. */
async function bodyOf(request: Request): Promise<ReadableStream<Uint8Array>> {
  if (request.body) return request.body;
  const bytes = new Uint8Array(await request.arrayBuffer());
  return new ReadableStream({
    start(controller) {
      if (bytes.byteLength > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}

/** Whether a body comes with any promise about its bytes. */
export function hasIntegrityHeader(call: S3Call): boolean {
  return call.header('content-md5') !== null || wantedChecksum(call) !== null;
}

function declaredLength(request: Request): number | null {
  const { headers } = request;
  const sent = headers.get('content-length');
  if (sent !== null) return Number(sent);
  if (/chunked/i.test(headers.get('transfer-encoding') ?? '')) throw notImplemented('Transfer-Encoding');
  // Only a request that came over a socket shows its Host; elsewhere the length is hidden, not missing.
  if (headers.has('host')) {
    throw new S3Fault(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.');
  }
  return null;
}

function contentMd5(call: S3Call): string | null {
  const value = call.header('content-md5');
  if (value !== null && fromBase64(value)?.byteLength !== 16) {
    throw new S3Fault(400, 'InvalidDigest', 'The Content-MD5 you specified was invalid.', {
      'Content-MD5': value,
    });
  }
  return value;
}

function wantedChecksum(call: S3Call): { name: ChecksumName; value: string } | null {
  const found: { name: ChecksumName; value: string }[] = [];
  for (const name of Object.keys(checksums) as ChecksumName[]) {
    const value = call.header(`x-amz-checksum-${name}`);
    if (value !== null) found.push({ name, value });
  }
  if (found.length > 1) {
    throw invalidRequest(
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  }
  const [one] = found;
  if (one && fromBase64(one.value)?.byteLength !== checksums[one.name].length) {
    throw invalidRequest(`Value for x-amz-checksum-${one.name} header is invalid.`);
  }
  return one ?? null;
}

function tooLarge(size: number, maxSize: number): S3Fault {
  return new S3Fault(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
    ProposedSize: size,
    MaxSizeAllowed: maxSize,
  });
}

function incomplete(): S3Fault {
  return new S3Fault(
    400,
    'IncompleteBody',
    'You did not provide the number of bytes specified by the Content-Length HTTP header',
  );
}
