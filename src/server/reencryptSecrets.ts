import { createVault } from './createVault.ts';
import type { SettingsStore } from './store/SettingsStore.ts';

/** What became of the saved secret. */
export type Reencryption =
  /** It was sealed with an older key, and is with the first one now. */
  | 'reencrypted'
  /** It was sealed with the first key already. */
  | 'current'
  /** None is saved: nothing was set up, the access key was removed, or the server brings it. */
  | 'nothing_saved'
  /** None of the keys opens it: it stays as it is. */
  | 'unreadable'
  /** Others kept saving meanwhile: it is theirs. */
  | 'changed_meanwhile';

/** What can be given to `reencryptSecrets`. */
export interface ReencryptionOptions {
  /** Who is written into the history. @default nobody who was signed in */
  by?: string | null;
  now?: () => Date;
  random?: (bytes: number) => Uint8Array;
}

/** So often the secret is looked up again where somebody saves at the same moment. */
const maxTries = 5;

/**
 * Seals the saved secret anew with the first of the keys, if another one sealed it, so that the older key can be given up. May be
 * called at any time and by many at once; to who uses the settings nothing changes.
 *
 * @throws TypeError for a key that is not base64 of 32 bytes
 */
export async function reencryptSecrets(
  store: Pick<SettingsStore, 'readSettings' | 'resealSecret'>,
  encryptionKey: string | readonly string[],
  options: ReencryptionOptions = {},
): Promise<Reencryption> {
  const {
    by = null,
    now = () => new Date(),
    random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  } = options;
  const vault = createVault({ encryptionKey, random });
  for (let tries = 0; tries < maxTries; tries++) {
    const { accessKey } = (await store.readSettings()) ?? { accessKey: null };
    if (!accessKey) return 'nothing_saved';
    const { id, sealedSecret } = accessKey;
    const secret = await vault.open(sealedSecret, id);
    if (!secret) return 'unreadable';
    if (await vault.isNewest(sealedSecret)) return 'current';
    const change = { at: now(), by, deed: { kind: 're_encrypted' } } as const;
    if (await store.resealSecret(sealedSecret, await vault.seal(secret, id), change)) return 'reencrypted';
  }
  return 'changed_meanwhile';
}
