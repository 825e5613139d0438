import { toHex, utf8 } from '../wire/bytes.ts';
import type { CredentialScope } from './CredentialScope.ts';

/** The text that is signed: algorithm, time, scope and the hash of the canonical request. */
export async function stringToSign(time: string, scope: CredentialScope, canonical: string): Promise<string> {
  const path = `${scope.date}/${scope.region}/${scope.service}/aws4_request`;
  return ['AWS4-HMAC-SHA256', time, path, await sha256Hex(utf8(canonical))].join('\n');
}

/** The signature of a text with a secret, in the key derivation of Signature Version 4. */
export async function signature(
  secretAccessKey: string,
  scope: CredentialScope,
  text: string,
): Promise<string> {
  let key: Uint8Array<ArrayBuffer> = utf8(`AWS4${secretAccessKey}`);
  for (const step of [scope.date, scope.region, scope.service, 'aws4_request', text])
    key = await hmac(key, step);
  return toHex(key);
}

/** SHA-256 in hexadecimal. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

async function hmac(key: Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, utf8(text)));
}
