import type { Checksum } from '../../contract/index.ts';
import { refusals } from '../refusals.ts';

/** The header that S3 compares the bytes with; to be signed and sent. */
export function checksumHeaders(checksum: Checksum | undefined): Record<string, string> {
  if (!checksum) return {};
  const { algorithm, value } = checksum;
  return { [algorithm === 'md5' ? 'content-md5' : `x-amz-checksum-${algorithm}`]: value };
}

/**
 * Refuses a checksum that is none of its algorithm.
 *
 * @throws DiagnosisError `invalid_input`
 */
export function requireChecksum(checksum: Checksum | undefined, path: string): void {
  if (checksum && !forms[checksum.algorithm].test(checksum.value))
    throw refusals.invalidInput([{ path, message: 'checksum' }]);
}

/** Base64 of 32, 4 and 16 bytes. */
const forms = {
  sha256: /^[A-Za-z0-9+/]{43}=$/,
  crc32: /^[A-Za-z0-9+/]{6}==$/,
  md5: /^[A-Za-z0-9+/]{22}==$/,
};
