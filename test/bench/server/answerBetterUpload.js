import { begin } from './createSink.js';
import { presign, presignParts } from './presign.js';

/** Its own default ("50MB"). Source: better-upload.com, "Upload Routes", `partSize`. */
const partSize = 50 * 1024 ** 2;

/** What the handler of @better-upload/server answers: one request, all URLs, those of parts too. */
export function answerBetterUpload({ run, sink, body }) {
  run.counts.signs++;
  const about = (file) => ({
    key: `better-upload/${++run.serial}-${file.name}`,
    metadata: {},
    cacheControl: undefined,
  });
  if (body.route === 'parts') {
    const files = body.files.map((file) => {
      const objectInfo = about(file);
      const { key } = objectInfo;
      const uploadId = begin(run, key);
      const parts = presignParts(sink, run, { key, size: file.size, uploadId, partSize });
      return {
        file: { ...file, objectInfo },
        parts: parts.map(({ number, size, url }) => ({ signedUrl: url, partNumber: number, size })),
        uploadId,
        completeSignedUrl: presign(sink, run, key, { uploadId }),
        abortSignedUrl: presign(sink, run, key, { uploadId }),
      };
    });
    return { status: 200, body: { multipart: { files, partSize }, metadata: {} } };
  }
  const files = body.files.map((file) => {
    const objectInfo = about(file);
    return { file: { ...file, objectInfo }, signedUrl: presign(sink, run, objectInfo.key), headers: {} };
  });
  return { status: 200, body: { files, metadata: {} } };
}
