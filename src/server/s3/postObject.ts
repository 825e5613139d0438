import type { S3Answer } from '../../diagnosis/index.ts';
import type { S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';
import type { Form } from './signForm.ts';

/** Sends a small text by a form, as a browser would. */
export function postObject(
  edge: S3Edge,
  connection: S3Connection,
  { url, fields }: Form,
  content: string,
): Promise<S3Answer> {
  const boundary = 's3a-form-boundary';
  const part = (name: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; ${name}\r\n\r\n${value}\r\n`;
  const parts = Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value));
  const file = part('name="file"; filename="file"', content);
  return send(edge, connection, {
    method: 'POST',
    url,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: `${parts.join('')}${file}--${boundary}--\r\n`,
  });
}
