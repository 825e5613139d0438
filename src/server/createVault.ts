import { Secret } from './Secret.ts';
import { bytesFromBase64, toBase64Url } from './base64.ts';

/** Keeps secret access keys unreadable at rest. */
export interface Vault {
  /** Encrypts a secret for the access key that it belongs to. */
  seal(secret: Secret, accessKeyId: string): Promise<string>;
  /** Decrypts what `seal` wrote for the same access key; `null` when no key of ours opens it. */
  open(sealed: string, accessKeyId: string): Promise<Secret | null>;
  /** Whether the first key is the one that sealed this. */
  isNewest(sealed: string): Promise<boolean>;
}

/** What a vault is made of. */
export interface VaultOptions {
  /** Base64 of 32 bytes. The first one seals, every one opens: so that keys can be replaced. */
  encryptionKey: string | readonly string[];
  random: (bytes: number) => Uint8Array;
}

interface Key {
  /** First 8 hexadecimal digits of the key's SHA-256. */
  id: string;
  aes: CryptoKey;
}

/**
 * Makes a vault: AES-256-GCM, written as `v1.<key id>.<iv>.<cipher text>`.
 *
 * @throws TypeError for a key that is not base64 of 32 bytes
 */
export function createVault({ encryptionKey, random }: VaultOptions): Vault {
  const raw = (typeof encryptionKey === 'string' ? [encryptionKey] : encryptionKey).map(readKey);
  if (raw.length === 0) throw new TypeError('encryptionKey: at least one key is needed.');
  let imported: Promise<Key[]> | null = null;
  const keys = () => (imported ??= Promise.all(raw.map(importKey)));

  return {
    async seal(secret, accessKeyId) {
      const [key] = await keys();
      const iv = new Uint8Array(random(12));
      const data = new TextEncoder().encode(secret.reveal());
      const { id, aes } = key as Key;
      const cipher = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: context(accessKeyId) },
        aes,
        data,
      );
      return `v1.${id}.${toBase64Url(iv)}.${toBase64Url(new Uint8Array(cipher))}`;
    },
    async open(sealed, accessKeyId) {
      const [version, id, iv, cipher] = sealed.split('.');
      const key = (await keys()).find((one) => one.id === id);
      if (version !== 'v1' || !key || !iv || !cipher) return null;
      try {
        const data = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: bytesFromBase64(iv), additionalData: context(accessKeyId) },
          key.aes,
          bytesFromBase64(cipher),
        );
        return new Secret(new TextDecoder().decode(data));
      } catch {
        return null;
      }
    },
    async isNewest(sealed) {
      const [first] = await keys();
      return sealed.startsWith(`v1.${first?.id}.`);
    },
  };
}

// A sealed secret that is moved to another access key, or to another use of the same encryption key, must not open.
function context(accessKeyId: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`s3-attachments/settings/secretAccessKey/${accessKeyId}`);
}

function readKey(text: string): Uint8Array<ArrayBuffer> {
  let bytes: Uint8Array<ArrayBuffer> | null = null;
  try {
    bytes = bytesFromBase64(text.trim());
  } catch {
    // Said below, without the key in the message.
  }
  if (bytes?.byteLength !== 32) throw new TypeError('encryptionKey: each key must be base64 of 32 bytes.');
  return bytes;
}

async function importKey(raw: Uint8Array<ArrayBuffer>): Promise<Key> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', raw));
  const id = Array.from(digest.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id, aes: await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']) };
}
