// In: a fake backend; MSW.
// Out: handlers that let a page talk to it by HTTP. Door "./testing/msw", apart because only this needs msw.
// May import: testing, msw.
import { HttpResponse, http, type RequestHandler } from 'msw';
import type { FakeBackend } from './createFakeBackend.ts';
import { toRequest } from './toRequest.ts';

/** MSW handlers that let a page talk to a fake backend and its fake S3 by HTTP. */
export function createMswHandlers(backend: FakeBackend): RequestHandler[] {
  return [
    http.all(`*${backend.basePath}/*`, ({ request }) => backend.handle(request)),
    http.all(`${backend.endpoint}/*`, async ({ request }) => {
      // A service worker answers without the browser's own CORS check, so the check is made here, by S3's rules.
      if (!(await allowedByCors(backend, request))) return HttpResponse.error();
      return backend.s3(request);
    }),
  ];
}

const safelisted = new Set([
  'accept',
  'accept-language',
  'content-language',
  'content-length',
  'user-agent',
  'referer',
  'origin',
]);

async function allowedByCors(backend: FakeBackend, request: Request): Promise<boolean> {
  const origin = globalThis.location?.origin ?? 'https://desk.test';
  const names = [...request.headers.keys()].filter(
    (name) => !safelisted.has(name) && !/^(sec|proxy)-|^x-msw/.test(name),
  );
  const answer = await backend.s3(
    toRequest(request.url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': request.method,
        ...(names.length > 0 ? { 'access-control-request-headers': names.join(',') } : {}),
      },
    }),
  );
  return answer.ok;
}
