import type { CredentialProvider } from '../credentials/CredentialProvider.ts';

const pairs = [
  ['S3A_ACCESS_KEY_ID', 'S3A_SECRET_ACCESS_KEY', 'S3A_SESSION_TOKEN'],
  ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'],
] as const;

/**
 * The access key of `S3A_ACCESS_KEY_ID` and `S3A_SECRET_ACCESS_KEY`, else of the same with `AWS_`, for `createHandler`; `undefined` where
 * the environment has none.
 *
 * @throws TypeError where it has one half of a pair
 */
export function credentialsFromEnv(
  env: Readonly<Record<string, string | undefined>> = process.env,
): CredentialProvider | undefined {
  for (const [idName, secretName, tokenName] of pairs) {
    const accessKeyId = env[idName]?.trim() ?? '';
    const secretAccessKey = env[secretName]?.trim() ?? '';
    if (accessKeyId === '' && secretAccessKey === '') continue;
    if (accessKeyId === '') throw new TypeError(`${idName}: ${secretName} is there without it.`);
    if (secretAccessKey === '') throw new TypeError(`${secretName}: ${idName} is there without it.`);
    const sessionToken = env[tokenName]?.trim() || undefined;
    return Object.assign(async () => ({ accessKeyId, secretAccessKey, sessionToken }), {
      from: 'environment' as const,
    });
  }
  return undefined;
}
