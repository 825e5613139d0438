import { encodeRfc3986 } from '../encodeRfc3986.ts';
import { cutName, safeName } from './fileName.ts';

// What a browser shows without running anything of it. Any +xml can hold a script.
const shown = /^(?:image\/(?:png|jpeg|gif|webp|avif)|(?:audio|video)\/(?!.*xml)[\w.+-]+|text\/plain)$/;
const pages = /html|xml|svg|script|xsl|multipart|rfc822|shockwave|wasm/;

/** The media type alone, in lower case; `application/octet-stream` for what is none. */
export function mediaType(text: string): string {
  const type = text.split(';')[0]?.trim().toLowerCase() ?? '';
  return /^[a-z0-9][\w!#$&^.+-]{0,62}\/[a-z0-9][\w!#$&^.+-]{0,100}$/.test(type)
    ? type
    : 'application/octet-stream';
}

/** The media type as it is kept: of a text with its charset, without which a browser guesses. */
export function contentType(text: string): string {
  const type = mediaType(text);
  const charset =
    type.startsWith('text/') && /;\s*charset="?([a-z0-9][\w.-]{0,39})"?\s*(?:;|$)/i.exec(text)?.[1];
  return charset ? `${type}; charset=${charset.toLowerCase()}` : type;
}

/** The headers that an object is put with: whoever opens its public link sees a picture or downloads a file, and never runs a page. */
export function contentHeaders({ name, type }: { name: string; type: string }): Record<string, string> {
  const bare = mediaType(type);
  if (shown.test(bare) || bare === 'application/pdf') return { 'content-type': type };
  return {
    'content-type': pages.test(bare) ? 'application/octet-stream' : type,
    'content-disposition': contentDisposition('attachment', name),
  };
}

/** Keeps other sites from showing as their own what only a viewer of ours may read. */
export const sameOriginOnly = { 'cross-origin-resource-policy': 'same-origin' };

/** The headers that bytes from the database are answered with. */
export function answerHeaders({ name, type }: { name: string; type: string }): Record<string, string> {
  return {
    ...contentHeaders({ name, type }),
    // A PDF is downloaded: the viewer of the browser does not run in the sandbox below.
    'content-disposition': contentDisposition(shown.test(mediaType(type)) ? 'inline' : 'attachment', name),
    'content-security-policy': 'sandbox',
    ...sameOriginOnly,
    'x-content-type-options': 'nosniff',
  };
}

/** The names of these headers that a browser asks S3 for before it sends them. */
export function preflightHeaders(headers: Record<string, string>): string {
  const safelisted = (name: string) =>
    name === 'content-type' && mediaType(headers[name] ?? '') === 'text/plain';
  return Object.keys(headers)
    .filter((name) => !safelisted(name))
    .sort()
    .join(',');
}

// S3 takes 2 KB of such headers; three characters stand for a byte.
function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  return `${kind}; filename="${safeName(name)}"; filename*=UTF-8''${encodeRfc3986(cutName(name, 200))}`;
}
