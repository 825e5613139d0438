import { AwsV4Signer } from 'aws4fetch';
import type { S3Connection } from './S3Connection.ts';
import type { S3Message } from './send.ts';

/** Adds the Authorization header of Signature Version 4 to a request. */
export async function signMessage(
  message: S3Message,
  connection: S3Connection,
  now: Date,
): Promise<S3Message> {
  const signer = new AwsV4Signer({
    ...signerOptions(connection, now),
    method: message.method,
    url: message.url,
    headers: message.headers,
  });
  const { headers } = await signer.sign();
  return { ...message, headers: Object.fromEntries(headers) };
}

/** What every signature of ours has in common. */
export function signerOptions(connection: S3Connection, now: Date) {
  return {
    service: 's3',
    region: connection.region,
    accessKeyId: connection.accessKeyId,
    secretAccessKey: connection.secretAccessKey.reveal(),
    datetime: now.toISOString().replace(/[:-]|\.\d{3}/g, ''),
    allHeaders: true,
  };
}
