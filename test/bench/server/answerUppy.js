import { presign } from './presign.js';

/** Uppy's `signRequest`: one request, one URL. Multipart it begins and completes with S3 itself. */
export function answerUppy({ run, sink, body }) {
  run.counts.signs++;
  const { method, key, uploadId, partNumber } = body;
  const query = {
    ...(method === 'POST' && !uploadId ? { uploads: '' } : {}),
    ...(uploadId ? { uploadId } : {}),
    ...(partNumber ? { partNumber } : {}),
  };
  return { status: 200, body: { url: presign(sink, run, key, query) } };
}
