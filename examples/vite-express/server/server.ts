import { createHandler } from '@triage-ai/s3-attachments/server';
import {
  closeOnSignal,
  createPostgresStore,
  createS3Fetch,
  readEncryptionKey,
  toNodeListener,
} from '@triage-ai/s3-attachments/server/node';
import express from 'express';
import { resolve } from 'node:path';
import { whoAsks } from './whoAsks.ts';

const { DATABASE_URL, PORT = '3000', S3_ENDPOINT } = process.env;
if (!DATABASE_URL) throw new Error('DATABASE_URL is missing, for example postgres://localhost/desk.');

const attachments = createHandler({
  store: await createPostgresStore({ url: DATABASE_URL }),
  encryptionKey: await readEncryptionKey({ file: './data/encryption.key' }),
  fetch: createS3Fetch(),
  authorize: whoAsks,
  // Amazon S3, unless you name another.
  s3: S3_ENDPOINT ? { endpoint: S3_ENDPOINT, forcePathStyle: true } : {},
});
attachments.start();

const app = express();
// Before express.json(), for it reads bodies itself. Express takes the path away, so it needs no basePath.
app.use('/api/s3-attachments', toNodeListener(attachments));
// Stands for your own sign-in.
app.post('/session/:user', (request, response) => {
  response.cookie('user', request.params.user, { httpOnly: true, sameSite: 'lax' }).redirect('/tickets/1');
});
app.use(express.static('dist/client'));
app.get('/{*page}', (_request, response) => response.sendFile(resolve('dist/client/index.html')));

const server = app.listen(Number(PORT), 'localhost', () => console.log(`Ready: http://localhost:${PORT}`));
closeOnSignal(server, attachments);
