import { AwsV4Signer } from 'aws4fetch';
import type { AccessKey } from './S3Connection.ts';
import type { S3Message } from './send.ts';

/** The access key to sign with. */
export type Credentials = AccessKey & { region: string };

/** Adds the Authorization header of Signature Version 4 to a request. */
export async function signMessage(
  message: S3Message,
  credentials: Credentials,
  now: Date,
  service: 's3' | 'sts' = 's3',
): Promise<S3Message> {
  const signer = new AwsV4Signer({
    ...signerOptions(credentials, now),
    service,
    method: message.method,
    url: message.url,
    headers: message.headers,
    // S3 takes a body that is not signed; other services do not.
    ...(service === 's3' || message.body === undefined ? {} : { body: message.body }),
  });
  const { headers } = await signer.sign();
  return { ...message, headers: Object.fromEntries(headers) };
}

/** What every signature of ours has in common. */
export function signerOptions(
  { region, accessKeyId, secretAccessKey, sessionToken }: Credentials,
  now: Date,
) {
  return {
    service: 's3',
    region,
    accessKeyId,
    secretAccessKey: secretAccessKey.reveal(),
    ...(sessionToken ? { sessionToken: sessionToken.reveal() } : {}),
    datetime: now.toISOString().replace(/[:-]|\.\d{3}/g, ''),
    allHeaders: true,
  };
}
