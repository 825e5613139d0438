import { DiagnosisError } from '../../diagnosis/index.ts';
import type { Backend } from '../Backend.ts';
import { writeProblem } from '../http/writeResponse.ts';
import { refusals, serverFault } from '../refusals.ts';
import type { Authorize, Viewer } from '../Viewer.ts';
import { createHealthCheck } from './createHealthCheck.ts';

/** Who may read the metrics. */
export interface MetricsOptions {
  /** For a scraper that has no session, for example by a token in its header. */
  authorize(request: Request): boolean | Promise<boolean>;
}

/** What those who run the server may ask, beside the contract. */
export interface OperatorRoutes {
  '/health': (request: Request) => Promise<Response>;
  '/metrics': (request: Request) => Promise<Response>;
}

const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Makes them. Without `options` only administrators read the metrics. */
export function operatorRoutes(
  backend: Backend,
  authorize: Authorize,
  options: MetricsOptions | undefined,
): OperatorRoutes {
  const check = createHealthCheck(backend);

  async function requireReader(request: Request): Promise<void> {
    if (options) {
      if (!(await options.authorize(request))) throw refusals.notPermitted();
      return;
    }
    const viewer = await authorize(request);
    if (!viewer) throw refusals.signedOut();
    if (!viewer.administrator) throw refusals.notPermitted();
  }

  return {
    async '/health'() {
      const facts = await check();
      const status = facts.status === 'up' || facts.status === 'degraded' ? 200 : 503;
      return counted(backend, 'health', Response.json(facts, { status, headers }));
    },
    async '/metrics'(request) {
      try {
        await requireReader(request);
      } catch (error) {
        const about = { viewer: null as Viewer | null, route: null };
        const told = error instanceof DiagnosisError && error.verdict.detail === 'full';
        const verdict = told
          ? backend.judge(error.verdict.diagnosis, about)
          : backend.judge(serverFault(), { ...about, error });
        return counted(backend, 'metrics', writeProblem(verdict));
      }
      const type = 'text/plain; version=0.0.4; charset=utf-8';
      const text = backend.metrics.write();
      return counted(
        backend,
        'metrics',
        new Response(text, { headers: { ...headers, 'content-type': type } }),
      );
    },
  };
}

// No line in the log: they are asked every few seconds for years.
function counted({ metrics }: Backend, route: 'health' | 'metrics', response: Response): Response {
  metrics.count('s3a_requests_total', { route, status: response.status });
  return response;
}
