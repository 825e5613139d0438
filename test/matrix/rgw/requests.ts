import { createHash } from 'node:crypto';
import { oneOf, type RgwFault, surely, upload } from './RgwFault.ts';

/** Bytes. */
export const maxPutSize = 1024 ** 2;

// RGW refuses these without CORS headers, so a browser knows only that all was sent: changed on the way, by the network or by
// the page, are alike.
const unreadable = oneOf('transfer_blocked', ['elsewhere:network', 'elsewhere:app'], { cleared: true });
const invalid = surely('request_invalid', ['elsewhere:app']);
const md5Of = (text: string) => createHash('md5').update(text).digest('base64');
const without = (url: string, name: string) => {
  const rest = new URL(url);
  rest.searchParams.delete(name);
  return { url: rest.href };
};

export const requests: RgwFault[] = [
  {
    fault: 'Content-Type differs from what was signed',
    expected: unreadable,
    ask: upload({ tamper: () => ({ headers: { 'content-type': 'image/jpeg' } }) }),
  },
  {
    fault: 'query parameter lost: X-Amz-Credential',
    expected: unreadable,
    ask: upload({ tamper: ({ url }) => without(url, 'X-Amz-Credential') }),
  },
  {
    fault: 'query parameter lost: X-Amz-Algorithm',
    expected: oneOf('request_altered', ['elsewhere:app']),
    ask: upload({ tamper: ({ url }) => without(url, 'X-Amz-Algorithm') }),
  },
  {
    fault: 'query encoded twice',
    expected: unreadable,
    ask: upload({ tamper: ({ url }) => ({ url: url.replaceAll('%', '%25') }) }),
  },
  {
    fault: 'MD5 differs from the bytes',
    expected: surely('body_damaged', ['elsewhere:try-again', 'elsewhere:app']),
    ask: upload({ tamper: ({ headers }) => ({ headers: { ...headers, 'content-md5': md5Of('other') } }) }),
  },
  {
    fault: 'malformed checksum header',
    expected: invalid,
    ask: upload({ tamper: ({ headers }) => ({ headers: { ...headers, 'content-md5': 'none' } }) }),
  },
  {
    fault: 'over the limit for one PUT',
    expected: surely('file_too_large', ['elsewhere:file'], {
      size: maxPutSize + 1,
      // RGW does not tell it, and AWS's 5 GiB are not RGW's.
      maximum: undefined,
    }),
    ask: upload({ size: maxPutSize + 1 }),
  },
  {
    fault: 'no length',
    expected: invalid,
    ask: upload({
      tamper: async (_, { signByHand }) => ({
        url: await signByHand('no-length'),
        headers: {},
        body: new Blob(['hello']).stream(),
      }),
    }),
  },
  {
    fault: 'multipart: upload unknown',
    expected: surely('upload_gone', ['elsewhere:try-again']),
    ask: upload({
      tamper: async (_, { signByHand }) => ({
        url: await signByHand('parts', { partNumber: '1', uploadId: 'gone' }),
        headers: {},
      }),
    }),
  },
];
