import { writeLog } from './writeLog.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

/** Logs each request that is refused or fails; without its query string, for that may hold a signature. */
export function loggedFetch(service: string, fetch: Fetch): Fetch {
  return async (request) => {
    const started = performance.now();
    const entry = (status: number) => ({
      event: 'request',
      service,
      method: request.method,
      path: new URL(request.url).pathname,
      status,
      milliseconds: Math.round(performance.now() - started),
    });
    try {
      const response = await fetch(request);
      if (response.status >= 400) writeLog(entry(response.status));
      return response;
    } catch (error) {
      writeLog({ ...entry(500), error: error instanceof Error ? error.message : String(error) });
      return new Response(null, { status: 500 });
    }
  };
}
