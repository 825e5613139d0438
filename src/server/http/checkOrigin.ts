import { refusals } from '../refusals.ts';

/**
 * Refuses what another site makes a browser send.
 *
 * @throws DiagnosisError `origin_not_allowed`, or `invalid_input` for a content type that a form of any site can send
 */
export function checkOrigin(
  request: Request,
  takesBytes: boolean,
  allowedOrigins: ReadonlySet<string>,
): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const origin = request.headers.get('origin');
  if (origin === null) {
    if (comesFromPage(request.headers)) throw refusals.originNotAllowed(null);
  } else if (!isOwn(origin, request) && !allowedOrigins.has(origin)) {
    throw refusals.originNotAllowed(origin);
  }
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (takesBytes ? formTypes.includes(type) : type !== 'application/json') {
    throw refusals.invalidInput([
      { path: 'content-type', message: takesBytes ? 'no_form' : 'application/json' },
    ]);
  }
}

/**
 * Some hosts (Next) write the address that they listen at into the URL; what the browser asked for stands in its Host header,
 * which no page can choose.
 */
function isOwn(origin: string, { url, headers }: Request): boolean {
  const own = new URL(url);
  return origin === own.origin || origin === `${own.protocol}//${headers.get('host') ?? own.host}`;
}

/** A browser says where a request comes from, and a page of any site can make it send a cookie along; a program without one has nothing to lose. */
function comesFromPage(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  return site === null ? headers.has('cookie') : site !== 'same-origin';
}

const formTypes = ['', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];

/**
 * Reads the list of a host's other origins.
 *
 * @throws TypeError for what is no origin
 */
export function readOrigins(origins: readonly string[]): ReadonlySet<string> {
  return new Set(
    origins.map((text) => {
      const origin = URL.canParse(text) ? new URL(text).origin : 'null';
      if (origin === 'null')
        throw new TypeError('allowedOrigins: each must be like https://desk.example.com.');
      return origin;
    }),
  );
}
