import { plainText } from './plainText.ts';

/** What S3, or something in front of it, answered: only what can be read without the network. */
export interface S3Answer {
  /** HTTP status; 0 where there was none. */
  status: number;
  /** Response headers by lower-case name; a browser sees few of them. */
  headers?: Record<string, string> | undefined;
  /** The body as text, possibly cut. */
  body?: string | undefined;
}

const entities = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,16}));/gi, (whole, dec, hex, name) => {
    const point = dec ? Number(dec) : hex ? Number.parseInt(hex, 16) : Number.NaN;
    if (Number.isInteger(point)) return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    return entities.get(name) ?? whole;
  });
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

// What S3 repeats of the signing is good for guessing at the secret, so nothing in it is ever read.
const signing =
  /<(?:\w{1,32}:)?(?:StringToSign|CanonicalRequest|SignatureProvided|Token)\w{0,16}(?:\s[^>]{0,512})?>[^]*?(?:<\/(?:\w{1,32}:)?(?:StringToSign|CanonicalRequest|SignatureProvided|Token)|$)/g;

/** The start of a body, however it was written, with texts as simple as the plainest S3 writes them. */
function readable(body: string | undefined): string {
  return (
    (body ?? '')
      .slice(0, 65_536)
      // UTF-16 that was read as something else.
      .replaceAll('\0', '')
      .replace(/<!\[CDATA\[([^]*?)(?:\]\]>|$)/g, (_, text: string) => escaped(text))
      .replace(/<!--[^]*?(?:-->|$)/g, '')
      .replace(signing, '')
  );
}

/** The text of the first element of this name in an S3 error body, with or without a namespace prefix; `undefined` if there is none. */
export function element(body: string | undefined, name: string): string | undefined {
  const prefix = '(?:\\w{1,32}:)?';
  const match = new RegExp(`<${prefix}${name}(?:\\s[^>]{0,512})?>([^<]{0,4096})</${prefix}${name}\\s*>`).exec(
    readable(body),
  );
  const text = decode(match?.[1] ?? '').trim();
  return text === '' ? undefined : text;
}

const isError = (body: string | undefined) => /<(?:\w{1,32}:)?Error(?:Response)?[\s>/]/.test(readable(body));

/** True for an answer that says no: any status from 300, and a 200 that carries an error. */
export function isRefusal(answer: S3Answer): boolean {
  return !(answer.status >= 200 && answer.status < 300) || isError(answer.body);
}

/** True for an answer that S3 did not write: a proxy's page, another service's JSON, a success without S3's marks. */
export function isForeign({ status, headers, body }: S3Answer): boolean {
  if (status === 407 || status === 511) return true;
  if (isError(body)) return false;
  if (status >= 200 && status < 300) return true;
  if (headers?.['x-amz-request-id'] !== undefined || headers?.['x-amz-id-2'] !== undefined) return false;
  const text = readable(body).trim();
  if (text === '') return /text\/html|application\/json/i.test(headers?.['content-type'] ?? '');
  return !/^\uFEFF?\s*<(?:\?xml|\w{1,32}:|Error)/.test(text) || /<(?:!doctype\s+)?html[\s>]/i.test(text);
}

/** True for an answer that says nothing of what was asked: who answered is busy, or has a fault of its own. */
export function isBusy({ status }: Pick<S3Answer, 'status'>): boolean {
  return status === 429 || status >= 500;
}

/** S3's own words for a failure: the part of a diagnosis to quote to AWS support. */
export function s3Facts(answer: S3Answer): { status: number; code?: string; requestId?: string } {
  const code = plainText(element(answer.body, 'Code') ?? '');
  const requestId = plainText(
    element(answer.body, 'RequestId') ?? answer.headers?.['x-amz-request-id'] ?? '',
  );
  return {
    status: Number.isFinite(answer.status) ? answer.status : 0,
    // Names and numbers only: whatever else stands there was not meant for it.
    ...(/^[A-Za-z][\w.-]{0,79}$/.test(code) ? { code } : {}),
    ...(/^[\w.:-]{1,128}$/.test(requestId) ? { requestId } : {}),
  };
}
