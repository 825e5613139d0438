import { DiagnosisError } from '../../diagnosis/index.ts';
import { credentialsUnavailable } from '../refusals.ts';
import type { AccessKey } from '../s3/S3Connection.ts';
import { Secret } from '../Secret.ts';
import type { CredentialProvider, ProvidedCredentials } from './CredentialProvider.ts';

/** The access key that the server brings by itself, in the place of one in the settings. */
export interface ServerKey {
  from: 'environment' | 'provider';
  /**
   * The key to sign with now.
   *
   * @throws DiagnosisError `credentials_unavailable`
   */
  read(): Promise<AccessKey>;
}

/** What it is made of. */
export interface ServerKeyEdge {
  provider: CredentialProvider;
  now: () => Date;
  /** Told what a provider has thrown: nobody else is. */
  onFault: (error: unknown) => void;
}

/** How long before its end a key is renewed, in ms: URLs that are signed with it have to last a while. */
const margin = 300_000;
/** How long a key is taken that tells no end, or that is near its end and has no successor yet, in ms. */
const recheck = 300_000;
const recheckLate = 30_000;
/** How long a provider may take, in ms. */
const patience = 10_000;

/** Keeps the provider's key until shortly before its end, and asks for one at a time, however many wait for it. */
export function createServerKey({ provider, now, onFault }: ServerKeyEdge): ServerKey {
  let held: { key: AccessKey; until: number } | null = null;
  let asking: Promise<AccessKey> | null = null;

  async function ask(): Promise<AccessKey> {
    try {
      const key = toAccessKey(await within(provider()));
      const at = now().getTime();
      const end = key.expiresAt?.getTime();
      if (end !== undefined && end <= at) throw new DiagnosisError(credentialsUnavailable('expired'));
      const until =
        end === undefined ? at + recheck : Math.min(end, Math.max(end - margin, at + recheckLate));
      held = { key, until };
      return key;
    } catch (error) {
      onFault(error);
      // The old one still works for a while: nobody has to notice.
      const end = held?.key.expiresAt?.getTime();
      if (held && end !== undefined && end > now().getTime()) {
        held.until = Math.min(end, now().getTime() + recheckLate);
        return held.key;
      }
      throw error instanceof DiagnosisError ? error : new DiagnosisError(credentialsUnavailable('failed'));
    }
  }

  return {
    from: provider.from ?? 'provider',
    async read() {
      if (held && held.until > now().getTime()) return held.key;
      asking ??= ask().finally(() => (asking = null));
      return asking;
    },
  };
}

// By whom it is brought is not known to TypeScript either.
function toAccessKey(given: Partial<ProvidedCredentials> | null | undefined): AccessKey {
  const { accessKeyId, secretAccessKey, sessionToken, expiration, expiresAt = expiration } = given ?? {};
  const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
  const unsound = expiresAt !== undefined && Number.isNaN(new Date(expiresAt).getTime());
  if (!isText(accessKeyId) || !isText(secretAccessKey) || unsound)
    throw new DiagnosisError(credentialsUnavailable('malformed'));
  return {
    accessKeyId,
    secretAccessKey: new Secret(secretAccessKey),
    ...(isText(sessionToken) ? { sessionToken: new Secret(sessionToken) } : {}),
    ...(expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt) }),
  };
}

async function within<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DiagnosisError(credentialsUnavailable('timeout'))), patience);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
