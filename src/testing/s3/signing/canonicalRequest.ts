/** What a signature covers: the parts of a request, decoded. */
export interface SignedParts {
  method: string;
  /** Decoded path, starting with a slash. */
  path: string;
  /** Decoded query without the signature itself. */
  query: readonly (readonly [name: string, value: string])[];
  /** Signed header names in the order that the signer stated, with the values that arrived. */
  headers: readonly (readonly [name: string, value: string])[];
  /** Hex hash of the body, or one of the words that stand for it. */
  payloadHash: string;
}

/** AWS's canonical request of Signature Version 4, with S3's single encoding of the path. */
export function canonicalRequest(parts: SignedParts): string {
  const query = parts.query
    .map(([name, value]) => [encodeRfc3986(name), encodeRfc3986(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const headers = parts.headers
    .map(([name, value]) => `${name}:${value.trim().replace(/\s+/g, ' ')}\n`)
    .join('');
  return [
    parts.method,
    encodeRfc3986(parts.path).replaceAll('%2F', '/'),
    query,
    headers,
    parts.headers.map(([name]) => name).join(';'),
    parts.payloadHash,
  ].join('\n');
}

function encodeRfc3986(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
