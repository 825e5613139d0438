import { toAnswer } from '../../testing/createWorld.ts';
import { type Fault, signedPut, type UploadFault } from '../Fault.ts';

const altered = { code: 'request_altered', where: ['elsewhere:app'] } as const;
const invalid = { code: 'request_invalid', where: ['elsewhere:app'] } as const;
const damaged = { code: 'body_damaged', where: ['elsewhere:try-again', 'elsewhere:app'] } as const;
const unavailable = { code: 's3_unavailable', where: ['elsewhere:try-again'] } as const;
const startAnew = { code: 'upload_gone', where: ['elsewhere:try-again'] } as const;

const query =
  (edit: (search: string) => string): UploadFault['change'] =>
  ({ url }) => {
    const [path = '', search = ''] = url.split('?');
    return { url: `${path}?${edit(search)}` };
  };
const without = (name: string) => query((search) => search.replace(new RegExp(`${name}=[^&]*&?`), ''));
const withHeader =
  (name: string, value: string): UploadFault['change'] =>
  ({ headers }) => ({ headers: { ...headers, [name]: value } });

const onTheWay: readonly (readonly [string, UploadFault['change'], Fault['expected']])[] = [
  ['Content-Type differs from what was signed', withHeader('content-type', 'image/webp'), altered],
  ['another header differs: the length', () => ({ bytes: 'hello, hello' }), altered],
  ['a signed header is lost', () => ({ headers: {} }), altered],
  ['a header is there that was not signed', withHeader('x-amz-meta-by', 'proxy'), altered],
  ['a query parameter is there that was not signed', query((search) => `${search}&by=proxy`), altered],
  ['signature cut', query((search) => search.slice(0, -4)), altered],
  ['query parameter lost: X-Amz-Date', without('X-Amz-Date'), invalid],
  ['query parameter lost: X-Amz-Expires', without('X-Amz-Expires'), invalid],
  ['query parameter lost: X-Amz-Signature', without('X-Amz-Signature'), invalid],
  ['query parameter lost: X-Amz-SignedHeaders', without('X-Amz-SignedHeaders'), invalid],
  ['query parameter lost: X-Amz-Algorithm', without('X-Amz-Algorithm'), altered],
  ['all query parameters lost', query(() => ''), altered],
  ['query encoded twice', query((search) => search.replaceAll('%2F', '%252F')), invalid],
  ['MD5 header that was not signed', withHeader('content-md5', 'XUFAKrxLKna5cZ2REBfFkg=='), altered],
];

const outages = ['SlowDown', 'ServiceUnavailable', 'InternalError'] as const;

type S3World = Parameters<ReturnType<typeof signedPut>>[0];

async function complete(world: S3World, parts: readonly (readonly [number, string])[], break_?: () => void) {
  const url = (search: string) => world.url('film.mp4', search);
  const begun = await world.open({ method: 'POST', url: url('?uploads=') });
  const id = begun.element('UploadId');
  await world.open({ url: url(`?partNumber=1&uploadId=${id}`), body: 'one' });
  await world.open({ url: url(`?partNumber=2&uploadId=${id}`), body: 'two' });
  break_?.();
  const list = parts.map(
    ([number, etag]) => `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag></Part>`,
  );
  return world.send({
    method: 'POST',
    url: url(`?uploadId=${id}`),
    body: `<CompleteMultipartUpload>${list.join('')}</CompleteMultipartUpload>`,
  });
}

// MD5 of “one” and “two”.
const one = [1, 'f97c5d29941bfb1b2fdab0874906ab82'] as const;
const two = [2, 'b8a9f715dbb64fd5c56e7783c6820a61'] as const;

/** `s3-faults.md`, “The request itself”. */
export const requests: Fault[] = [
  ...onTheWay.map(
    ([fault, change, expected]): Fault => ({
      fault,
      by: 'upload',
      ...(change ? { change } : {}),
      expected,
    }),
  ),
  {
    fault: 'MD5 differs from the bytes',
    by: 'answer',
    ask: signedPut({ body: 'hello, hello', headers: { 'content-md5': 'XUFAKrxLKna5cZ2REBfFkg==' } }),
    expected: damaged,
  },
  {
    fault: 'malformed MD5 header',
    by: 'answer',
    ask: signedPut({ body: 'hello', headers: { 'content-md5': 'no' } }),
    expected: invalid,
  },
  {
    fault: 'checksum differs from the bytes',
    by: 'answer',
    ask: signedPut({ body: 'hello', headers: { 'x-amz-checksum-crc32': 'AAAAAA==' } }),
    expected: damaged,
  },
  {
    fault: 'malformed checksum header',
    by: 'answer',
    ask: signedPut({ body: 'hello', headers: { 'x-amz-checksum-sha256': 'no' } }),
    expected: invalid,
  },
  {
    fault: 'over 5 GiB in one PUT',
    by: 'answer',
    ask: signedPut({ body: 'hello', headers: { 'content-length': String(6 * 1024 ** 3) } }),
    expected: { code: 'file_too_large', where: ['elsewhere:file'] },
    facts: { size: 6 * 1024 ** 3, maximum: 5 * 1024 ** 3 },
  },
  {
    fault: 'over the bucket’s limit',
    by: 'upload',
    break: ({ bucket }) => (bucket.maxObjectSize = 1),
    expected: { code: 'file_too_large', where: ['elsewhere:file'] },
    facts: { size: 5, maximum: 1 },
  },
  {
    fault: 'no length',
    by: 'answer',
    ask: async (world) => {
      const request = await world.signed({ body: 'hello' });
      // Only a request that shows its Host shows that it has no length.
      const headers = { ...Object.fromEntries(request.headers), host: new URL(request.url).host };
      return toAnswer(await world.s3(new Request(request, { headers })));
    },
    expected: invalid,
  },
  {
    fault: 'key over 1,024 bytes',
    by: 'answer',
    ask: (world) => world.send({ url: world.url('k'.repeat(1025)) }),
    expected: { code: 'key_too_long', where: ['elsewhere:file'] },
  },
  ...outages.map(
    (outage): Fault => ({
      fault: `throttled / AWS fault: ${outage}`,
      by: 'check',
      break: ({ bucket }) => (bucket.unavailable = outage),
      expected: unavailable,
    }),
  ),
  ...outages.map(
    (outage): Fault => ({
      fault: `throttled / AWS fault: ${outage}, seen in the browser`,
      by: 'upload',
      break: ({ bucket }) => (bucket.unavailable = outage),
      expected: unavailable,
    }),
  ),
  {
    fault: 'AWS fault, once the file is sent',
    by: 'completed',
    after: ({ bucket }) => (bucket.unavailable = 'InternalError'),
    expected: unavailable,
  },
  {
    fault: 'AWS fault in a 200 of CompleteMultipartUpload',
    by: 'answer',
    ask: (world) => complete(world, [one], () => (world.bucket.unavailable = 'InternalError')),
    expected: unavailable,
  },
  {
    fault: 'multipart: upload unknown',
    by: 'answer',
    ask: (world) => world.open({ url: world.url('film.mp4', '?partNumber=1&uploadId=gone'), body: 'one' }),
    expected: startAnew,
  },
  {
    fault: 'multipart: part wrong (InvalidPart)',
    by: 'answer',
    ask: (world) => complete(world, [[1, two[1]]]),
    expected: startAnew,
  },
  {
    fault: 'multipart: part wrong (InvalidPartOrder)',
    by: 'answer',
    ask: (world) => complete(world, [two, one]),
    expected: startAnew,
  },
  {
    fault: 'multipart: part wrong (EntityTooSmall)',
    by: 'answer',
    ask: (world) => complete(world, [one, two]),
    expected: startAnew,
  },
];
