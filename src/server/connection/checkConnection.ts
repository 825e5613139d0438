import { type CheckEvent, ndjsonType } from '../../contract/index.ts';
import type { Backend, Handlers } from '../Backend.ts';
import { pageOrigin } from '../http/pageOrigin.ts';
import { refusals, serverFault } from '../refusals.ts';
import { readTarget } from './readTarget.ts';

/** Checks values by asking S3; as a stream each step is told as soon as it is known. Whoever goes away ends it. */
export function checkConnection(backend: Backend): Handlers['checkConnection'] {
  return async ({ viewer, body, request }) => {
    if (!viewer.administrator) throw refusals.notPermitted();
    const target = await readTarget(backend, body, pageOrigin(request));
    if (!request.headers.get('accept')?.includes(ndjsonType)) {
      try {
        return await backend.check(target, () => undefined, request.signal);
      } catch (error) {
        // Nobody is there any more to be told of a fault that is none.
        if (request.signal.aborted) return new Response(null, { status: 499 });
        throw error;
      }
    }
    const gone = new AbortController();
    let cancelled = false;
    request.signal.addEventListener('abort', () => gone.abort());
    if (request.signal.aborted) gone.abort();
    // Asked of the request itself as long as there is something to tell: Node collects a request that nobody holds, and its signal
    // with it is never told that its reader has gone.
    const isAlone = () => gone.signal.aborted || request.signal.aborted;
    const encoder = new TextEncoder();
    const stream = new ReadableStream<Uint8Array>({
      async start(controller) {
        const write = (event: CheckEvent) => {
          if (!isAlone()) controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`));
        };
        try {
          const report = await backend.check(target, (step) => write({ event: 'step', step }), gone.signal);
          write({ event: 'report', report });
        } catch (error) {
          // Nobody is there any more to be told of a fault that is none.
          if (!isAlone()) {
            const verdict = backend.judge(serverFault(), { viewer, route: 'checkConnection', error });
            write({ event: 'problem', verdict });
          }
        }
        // What its reader has cancelled is closed already.
        if (!cancelled) controller.close();
      },
      cancel() {
        cancelled = true;
        gone.abort();
      },
    });
    return new Response(stream, {
      headers: {
        'content-type': ndjsonType,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        // Proxies that collect an answer before they pass it on would make one heap of the lines.
        'x-accel-buffering': 'no',
      },
    });
  };
}
