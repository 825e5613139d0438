import { getRequestListener } from '@hono/node-server';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHandler } from '@triage-ai/s3-attachments/server';
import { closeOnSignal, openStore, readEncryptionKey } from '@triage-ai/s3-attachments/server/node';
import { startPractice } from './practice/startPractice.ts';
import { contentSecurityPolicy } from './server/contentSecurityPolicy.ts';
import { createApp } from './server/createApp.ts';
import { createClientFiles } from './server/createClientFiles.ts';
import { askerOf } from './server/demoUsers.ts';
import { listen } from './server/listen.ts';
import { lockFolder } from './server/lockFolder.ts';
import { loggedFetch } from './server/loggedFetch.ts';
import { readOptions, StartError } from './server/readOptions.ts';
import { writeLog } from './server/writeLog.ts';

// Built, this file lies beside the folder `client`.
const clientFolder = fileURLToPath(new URL('./client', import.meta.url));

async function start(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  let answer: (request: Request) => Response | Promise<Response> = () =>
    new Response('Starting\n', { status: 503 });
  const listener = getRequestListener(loggedFetch('demo', (request) => answer(request)));
  const listening = await listen(listener, { port: options.port, variable: 'PORT' });
  const unlock = await lockFolder(dataDir);

  const practice = options.aws
    ? null
    : await startPractice({
        folder: join(dataDir, 'practice'),
        port: options.practicePort ?? listening.port + 1,
        further: options.practicePort === null ? 50 : 0,
      });
  const endpoint = practice?.endpoint ?? options.endpoint;
  const store = await openStore({ dataDir: join(dataDir, 'database') });
  const s3Origins =
    endpoint === null
      ? ['https://*.amazonaws.com', 'https://*.amazonaws.com.cn']
      : [new URL(endpoint).origin];

  const attachments = createHandler({
    authorize: askerOf,
    store,
    encryptionKey: await readEncryptionKey({ file: join(dataDir, 'encryption.key') }),
    basePath: '/api/s3-attachments',
    // Requests are many, and `loggedFetch` names those that were refused.
    log: (entry) => entry.event === 'request' || writeLog(entry),
    // The practice S3 listens on this very machine.
    allowPrivateEndpoints: true,
    ...(endpoint !== null && {
      // The practice S3 answers for AWS STS too.
      s3: { endpoint, forcePathStyle: true, ...(practice && { stsEndpoint: `${endpoint}/` }) },
    }),
  });
  attachments.start();
  answer = createApp({
    attachments,
    practice: practice?.api ?? null,
    pages: await createClientFiles({ folder: clientFolder, practice: practice !== null }),
    contentSecurityPolicy: contentSecurityPolicy(s3Origins),
  });

  closeOnSignal(listening.servers, attachments, {
    within: 5_000,
    afterwards: async () => {
      await practice?.close();
      await unlock();
    },
  });

  writeLog({
    event: 'listening',
    demo: `http://localhost:${listening.port}`,
    practiceS3: practice?.endpoint ?? null,
  });
  const lines = [`Ready: http://localhost:${listening.port}`];
  if (practice?.values) {
    lines.push(
      `Bucket name: ${practice.values.bucket}`,
      `AWS Region: ${practice.values.region}`,
      `Access key ID: ${practice.values.accessKeyId}`,
      `Secret access key: ${practice.values.secretAccessKey}`,
    );
  } else if (practice) {
    lines.push(`Practice AWS account: http://localhost:${listening.port}/practice`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

start().catch((error: unknown) => {
  process.stderr.write(
    error instanceof StartError ? `${error.message}\n` : `The demo could not start: ${String(error)}\n`,
  );
  process.exit(1);
});
