import { Hono } from 'hono';
import { createHelpDeskApi } from '../helpdesk/createHelpDeskApi.ts';

/** The parts of the demo that answer HTTP. */
export interface AppParts {
  /** The reference backend of the package. */
  attachments: (request: Request) => Promise<Response>;
  /** The practice AWS console; `null` with real Amazon S3. */
  practice: ((request: Request) => Response | Promise<Response>) | null;
  /** The built pages. */
  pages: (request: Request) => Promise<Response>;
  contentSecurityPolicy: string;
}

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** Joins the parts under their paths. */
export function createApp(parts: AppParts): (request: Request) => Response | Promise<Response> {
  const app = new Hono();
  const helpDesk = createHelpDeskApi();

  app.use(async (context, next) => {
    // Another site's name that is made to point at this machine would otherwise share its pages' rights.
    if (!loopback.test(context.req.header('host') ?? ''))
      return context.text('This server answers to localhost only.\n', 421);
    await next();
    context.header('x-content-type-options', 'nosniff');
    context.header('referrer-policy', 'same-origin');
    if (context.res.headers.get('content-type')?.startsWith('text/html')) {
      context.header('content-security-policy', parts.contentSecurityPolicy);
    }
  });
  app.all('/api/s3-attachments/*', (context) => parts.attachments(context.req.raw));
  app.all('/api/*', (context) => helpDesk(context.req.raw));
  app.all('/practice/api/*', (context) => parts.practice?.(context.req.raw) ?? context.notFound());
  app.all('*', (context) => parts.pages(context.req.raw));
  return (request) => app.fetch(request);
}
