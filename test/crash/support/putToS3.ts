import { request } from 'node:http';

/** What is sent with a URL that was signed. */
export interface Sending {
  url: string;
  headers?: Record<string, string>;
  bytes: Uint8Array;
  /** Ms that it takes between its first half and the rest. @default 0 */
  takes?: number;
}

/** Puts bytes into S3 as a browser does on a slow line. Answers with the status and the ETag; 0 where there is no answer. */
export function putToS3({
  url,
  headers = {},
  bytes,
  takes = 0,
}: Sending): Promise<{ status: number; etag: string }> {
  return new Promise((resolve) => {
    const sending = request(url, {
      method: 'PUT',
      headers: { ...headers, 'content-length': String(bytes.byteLength) },
    });
    sending.on('error', () => resolve({ status: 0, etag: '' }));
    sending.on('response', (answer) => {
      answer.resume();
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, etag: String(answer.headers.etag ?? '') }),
      );
      answer.on('error', () => resolve({ status: 0, etag: '' }));
    });
    const half = Math.floor(bytes.byteLength / 2);
    sending.write(bytes.subarray(0, half));
    if (takes > 0) setTimeout(() => sending.end(bytes.subarray(half)), takes);
    else sending.end(bytes.subarray(half));
  });
}
