const loneSurrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

// What a signature and a session token look like wherever they stand: in an address, in a text that was quoted.
const signatures = /(?<![\da-f])[\da-f]{64}(?![\da-f])/gi;
const signedParameters = /X-Amz-(?:Signature|Credential|Security-Token)(?:=|%3D)[^&\s"'<>]*/gi;

/** A foreign text as a diagnosis may carry it: one line, at most 2048 characters, without signatures and session tokens. */
export function plainText(text: string): string {
  return text
    .slice(0, 4096)
    .replace(signedParameters, '…')
    .replace(signatures, '…')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 2048)
    .replace(loneSurrogates, '\uFFFD');
}

/** The fact of this name, where there is one. */
export function known<K extends string>(name: K, value: string | undefined): { [P in K]?: string } {
  const text = plainText(value ?? '');
  return (text === '' ? {} : { [name]: text }) as { [P in K]?: string };
}

/** An access key ID that may be shown; `undefined` for what may be a secret that was pasted in its place. */
export function shownKeyId(value: string | undefined): string | undefined {
  return value !== undefined && /^(?:[\w-]{3,36}|[A-Z0-9]{16,128})$/.test(value) ? value : undefined;
}

/** True for what has the form of Amazon's secrets: 40 characters, not all of them capitals and digits. */
export function looksLikeSecret(value: string): boolean {
  return /^[A-Za-z0-9+/=]{40}$/.test(value) && /[a-z+/]/.test(value);
}

/** An address that may be shown: without user, password and query, where people and signatures keep secrets. */
export function plainAddress(address: string): string {
  const end = address.search(/[?#]/);
  const path = end < 0 ? address : address.slice(0, end);
  const [scheme = ''] = /^(?:[a-z\d+]{1,16}:)?\/\//i.exec(path) ?? [];
  const at = path.lastIndexOf('@');
  return plainText(at < 0 ? path : scheme + path.slice(at + 1));
}
