/**
 * A URL of the sink that is good for as long as the run's URLs live.
 *
 * @param {string} sink Origin of the sink.
 * @param {import('./createRun.js').Run} run
 * @param {string} key
 * @param {Record<string, string | number>} [query]
 */
export function presign(sink, run, key, query = {}) {
  const url = new URL(`/${run.id}/${key.split('/').map(encodeURIComponent).join('/')}`, sink);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  url.searchParams.set('X-Expire', String(Date.now() + run.options.expiresIn * 1000));
  return url.href;
}

/** The parts of a file of so many bytes, each with the URL that takes it. */
export function presignParts(sink, run, { key, size, uploadId, partSize }) {
  return Array.from({ length: Math.ceil(size / partSize) }, (_, index) => ({
    number: index + 1,
    size: Math.min(partSize, size - index * partSize),
    url: presign(sink, run, key, { partNumber: index + 1, uploadId }),
  }));
}
