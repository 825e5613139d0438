// @ts-check
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { createHandler } from '@triage-ai/s3-attachments/server';
import {
  closeOnSignal,
  createS3Fetch,
  openStore,
  readEncryptionKey,
} from '@triage-ai/s3-attachments/server/node';
import { Hono } from 'hono';

const { PORT = '3000', S3_ENDPOINT } = process.env;

const attachments = createHandler({
  basePath: '/api/s3-attachments',
  // The PostgreSQL of DATABASE_URL; without one PGlite in this folder.
  store: await openStore({ dataDir: './data/database' }),
  encryptionKey: await readEncryptionKey({ file: './data/encryption.key' }),
  fetch: createS3Fetch(),
  // Your own sessions go here: this believes whatever the cookie says, which no real app may do.
  authorize: (request) => {
    const id = /(?:^|; )user=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1];
    if (id === undefined) return null;
    return { id, administrator: id === 'administrator', mayRead: () => true, mayWrite: () => true };
  },
  // Amazon S3, unless you name another.
  s3: S3_ENDPOINT ? { endpoint: S3_ENDPOINT, forcePathStyle: true } : {},
});
attachments.start();

const app = new Hono();
app.all('/api/s3-attachments/*', ({ req }) => attachments(req.raw));
// Stands for your own sign-in.
app.post('/session/:user', (context) => {
  context.header('set-cookie', `user=${context.req.param('user')}; Path=/; HttpOnly; SameSite=Lax`);
  return context.redirect('/');
});
// What the import map names, just as npm installed it.
for (const name of ['@triage-ai/s3-attachments', 'zod'])
  app.use(`/node_modules/${name}/*`, serveStatic({ root: '.' }));
app.use(serveStatic({ root: 'public' }));

const server = serve({ fetch: app.fetch, port: Number(PORT), hostname: 'localhost' }, () =>
  console.log(`Ready: http://localhost:${PORT}`),
);
closeOnSignal(/** @type {import('node:http').Server} */ (server), attachments);
