import { createHandler, type Handler } from '@triage-ai/s3-attachments/server';
import { createS3Fetch, openStore, readEncryptionKey } from '@triage-ai/s3-attachments/server/node';
import { whoAsks } from './whoAsks.ts';

async function open(): Promise<Handler> {
  const endpoint = process.env.S3_ENDPOINT;
  const handler = createHandler({
    basePath: '/api/s3-attachments',
    // The PostgreSQL of DATABASE_URL; without one PGlite in this folder.
    store: await openStore({ dataDir: './data/database' }),
    encryptionKey: await readEncryptionKey({ file: './data/encryption.key' }),
    fetch: createS3Fetch(),
    authorize: whoAsks,
    // Amazon S3, unless you name another.
    s3: endpoint ? { endpoint, forcePathStyle: true } : {},
  });
  handler.start();
  return handler;
}

const kept = globalThis as { attachments?: Promise<Handler> };

/** The one backend of this process: opened by the first request, not while pages are built, and kept when `next dev` loads this file anew. */
export function attachments(): Promise<Handler> {
  kept.attachments ??= open().catch((error: unknown) => {
    // Its database may be there a moment later.
    delete kept.attachments;
    throw error;
  });
  return kept.attachments;
}
