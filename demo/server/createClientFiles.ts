import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** How the pages are served. */
export interface ClientFilesOptions {
  /** The folder that the client was built into. */
  folder: string;
  /** Whether the practice account is there; the pages read it from a meta element. */
  practice: boolean;
}

/** Serves the built pages; every path that looks like a page gets `index.html`, for the client routes it. */
export async function createClientFiles({
  folder,
  practice,
}: ClientFilesOptions): Promise<(request: Request) => Promise<Response>> {
  const page = (await readFile(join(folder, 'index.html'), 'utf8')).replace(
    'name="practice-account" content="on"',
    `name="practice-account" content="${practice ? 'on' : 'off'}"`,
  );

  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
    }
    const path = pathOf(request.url);
    if (path === null) return notFound();
    const extension = extname(path);
    if (extension === '' || path === '/index.html') {
      return answer(request, page, '.html', 'no-cache');
    }
    const file = join(folder, normalize(path));
    if (!file.startsWith(folder + sep)) return notFound();
    const bytes = await readFile(file).catch(() => null);
    if (bytes === null) return notFound();
    // Vite puts a hash of the content into the names of its assets.
    const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return answer(request, bytes, extension, cache);
  };
}

function answer(
  request: Request,
  body: string | Buffer<ArrayBuffer>,
  extension: string,
  cache: string,
): Response {
  return new Response(request.method === 'HEAD' ? null : body, {
    headers: {
      'content-type': contentTypes[extension] ?? 'application/octet-stream',
      'content-length': String(Buffer.byteLength(body)),
      'cache-control': cache,
    },
  });
}

function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(new URL(url).pathname);
    return path.includes('\0') ? null : path;
  } catch {
    return null;
  }
}

function notFound(): Response {
  return new Response('Not found\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
