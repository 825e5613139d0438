import { begin, complete } from './createSink.js';
import { presign, presignParts } from './presign.js';

/** The bare loop's backend: signs everything at once, and completes an upload in parts. */
export function answerBare({ run, sink, path, body }) {
  run.counts.signs++;
  if (path === '/sign') {
    return {
      status: 200,
      body: { urls: body.files.map(({ name }) => presign(sink, run, `bare/${name}`)) },
    };
  }
  if (path === '/parts') {
    const { name, size, partSize } = body;
    const key = `bare/${name}`;
    const uploadId = begin(run, key);
    return {
      status: 200,
      body: { uploadId, parts: presignParts(sink, run, { key, size, uploadId, partSize }) },
    };
  }
  const done = complete(run, body.uploadId, body.numbers);
  return { status: done ? 200 : 409, body: {} };
}
