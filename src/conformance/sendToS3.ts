import type { UploadTarget } from '../contract/index.ts';
import { Shortfall } from './Shortfall.ts';

/**
 * Sends bytes as a browser would: by PUT or as a form.
 *
 * @throws Shortfall where S3 does not take them
 */
export async function sendToS3(
  send: typeof fetch,
  target: UploadTarget | { to: 's3'; url: string; headers: Record<string, string> },
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  if (target.to === 'database' || target.to === 's3_parts')
    throw new Shortfall('an address at S3', `target ${target.to}`);
  const response = await (target.to === 's3'
    ? send(target.url, { method: 'PUT', headers: target.headers, body: bytes })
    : send(target.url, { method: 'POST', body: formOf(target.fields, bytes) }));
  if (response.ok) return response;
  const text = (await response.text()).replace(/\s+/g, ' ').slice(0, 300);
  throw new Shortfall(
    'S3 takes what was signed',
    `${response.status}: ${text}`,
    'Is the bucket set up as the guide says?',
  );
}

function formOf(fields: Record<string, string>, bytes: Uint8Array<ArrayBuffer>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([bytes]));
  return form;
}
