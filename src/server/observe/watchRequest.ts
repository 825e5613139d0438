import type { RouteName } from '../../contract/index.ts';
import { codeOf, type Verdict } from '../../diagnosis/index.ts';
import type { Backend } from '../Backend.ts';
import type { Viewer } from '../Viewer.ts';

/** What becomes known of a request while it is answered. */
export interface Watch {
  viewer: Viewer | null;
  /** What was sent, once it has proved to keep the contract: of all of it only the ticket is told. */
  body: unknown;
  /** Of a refusal. */
  verdict: Verdict | null;
  /** Writes the line and counts the request. */
  end(status: number): void;
}

/** Begins to watch a request, for one line in the log and for the timings. */
export function watchRequest(
  { log, metrics }: Pick<Backend, 'log' | 'metrics'>,
  route: RouteName | null,
  { ticketId, attachmentId }: Readonly<Record<string, string>>,
): Watch {
  // Not by the backend's clock: it may be set while a request is under way.
  const began = performance.now();
  return {
    viewer: null,
    body: undefined,
    verdict: null,
    end(status) {
      const ms = performance.now() - began;
      metrics.count('s3a_requests_total', { route: route ?? 'none', status });
      metrics.observe('s3a_request_seconds', { route: route ?? 'none' }, ms / 1000);
      const ticket = ticketId ?? ticketIn(this.body);
      const { verdict } = this;
      log({
        level: 'info',
        event: 'request',
        route,
        status,
        ms: Math.round(ms * 10) / 10,
        viewerId: this.viewer?.id ?? null,
        ...(ticket === undefined ? {} : { ticketId: ticket }),
        ...(attachmentId === undefined ? {} : { attachmentId }),
        ...(verdict ? { code: codeOf(verdict) } : {}),
        ...(verdict?.reference ? { reference: verdict.reference } : {}),
      });
    },
  };
}

function ticketIn(body: unknown): string | undefined {
  const { ticketId } = (body ?? {}) as { ticketId?: unknown };
  return typeof ticketId === 'string' ? ticketId : undefined;
}
