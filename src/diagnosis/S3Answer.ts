/** What S3, or something in front of it, answered: only what can be read without the network. */
export interface S3Answer {
  /** HTTP status; 0 where there was none. */
  status: number;
  /** Response headers by lower-case name; a browser sees few of them. */
  headers?: Record<string, string> | undefined;
  /** The body as text, possibly cut. */
  body?: string | undefined;
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, dec, hex, name) => {
    const point = dec ? Number(dec) : hex ? Number.parseInt(hex, 16) : Number.NaN;
    if (Number.isInteger(point)) return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    return entities[name] ?? whole;
  });
}

/** The text of the first element of this name in an S3 error body, with or without a namespace prefix; `undefined` if there is none. */
export function element(body: string | undefined, name: string): string | undefined {
  const match = new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]{0,4096})<`).exec(body ?? '');
  const text = decode(match?.[1] ?? '').trim();
  return text === '' ? undefined : text;
}

/** S3's own words for a failure: the part of a diagnosis to quote to AWS support. */
export function s3Facts(answer: S3Answer): { status: number; code?: string; requestId?: string } {
  const code = element(answer.body, 'Code');
  const requestId = element(answer.body, 'RequestId') ?? answer.headers?.['x-amz-request-id'];
  return {
    status: answer.status,
    ...(code === undefined ? {} : { code: code.slice(0, 200) }),
    ...(requestId === undefined ? {} : { requestId: requestId.slice(0, 200) }),
  };
}
