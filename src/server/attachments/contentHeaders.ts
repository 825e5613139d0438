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

/** The headers that an object is put with: whoever opens its public link sees a picture or downloads a file, and never runs a page. */
export function contentHeaders({ name, type }: { name: string; type: string }): Record<string, string> {
  if (shown.test(type) || type === 'application/pdf') return { 'content-type': type };
  return {
    'content-type': pages.test(type) ? 'application/octet-stream' : type,
    'content-disposition': contentDisposition('attachment', name),
  };
}

/** The headers that bytes from the database are answered with. */
export function answerHeaders({ name, type }: { name: string; type: string }): Record<string, string> {
  return {
    ...contentHeaders({ name, type }),
    // A PDF is downloaded: the viewer of the browser does not run in the sandbox below.
    'content-disposition': contentDisposition(shown.test(type) ? 'inline' : 'attachment', name),
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
  };
}

/** The names of these headers that a browser asks S3 for before it sends them. */
export function preflightHeaders(headers: Record<string, string>): string {
  const safelisted = (name: string) => name === 'content-type' && headers[name] === 'text/plain';
  return Object.keys(headers)
    .filter((name) => !safelisted(name))
    .sort()
    .join(',');
}

// S3 takes 2 KB of such headers; three characters stand for a byte.
function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const encoded = encodeURIComponent(cutName(name, 200)).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${safeName(name)}"; filename*=UTF-8''${encoded}`;
}
