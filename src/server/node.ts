// In: a folder and a file on disk, Node's HTTP server, name resolution and sockets.
// Out: the stores in PGlite and PostgreSQL, the encryption key, a listener for `http.createServer`, a fetch that keeps to public addresses.
// May import: what server may, `node:`, PGlite, pg, @hono/node-server, undici.
import { getRequestListener } from '@hono/node-server';
import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname } from 'node:path';

export { credentialsFromEnv } from './node/credentialsFromEnv.ts';
export {
  type ClosableServer,
  closeOnSignal,
  type CloseOnSignalOptions,
} from './node/closeOnSignal.ts';
export { createS3Fetch, type S3FetchOptions } from './node/createS3Fetch.ts';
export { isPublicAddress } from './node/isPublicAddress.ts';
export { createPgliteStore, type PgliteStoreOptions } from './store/createPgliteStore.ts';
export { createPostgresStore, type PostgresStoreOptions } from './store/createPostgresStore.ts';
export { openStore, type OpenStoreOptions } from './store/openStore.ts';

/** Where the encryption key may be. */
export interface EncryptionKeyOptions {
  /** Read when the environment has none; made with mode 0600 when it is missing. */
  file: string;
  /** @default process.env */
  env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Reads the keys for `createHandler`: from `S3A_ENCRYPTION_KEY` (several separated by commas, the first one seals), else from
 * the file, which is made if it is not there.
 */
export async function readEncryptionKey({
  file,
  env = process.env,
}: EncryptionKeyOptions): Promise<readonly string[]> {
  const keys = split(env.S3A_ENCRYPTION_KEY ?? '');
  if (keys.length > 0) return keys;
  const saved = await readIfThere(file);
  return split(saved ?? (await makeKeyFile(file)));
}

/**
 * Turns a handler into a listener for `http.createServer`, or for Express. A request whose body somebody has read before goes to `next`
 * with an error that says so; without `next` it rejects.
 */
export function toNodeListener(
  handler: (request: Request) => Response | Promise<Response>,
): (incoming: IncomingMessage, outgoing: ServerResponse, next?: (error: unknown) => void) => Promise<void> {
  const listener = getRequestListener(handler, { overrideGlobalObjects: false });
  return async (incoming, outgoing, next) => {
    // Otherwise all that is seen of it is a body in which everything is missing.
    if (!incoming.readableDidRead) {
      await listener(incoming, outgoing);
      return;
    }
    const error = new Error(
      `The body of ${incoming.method} ${incoming.url} was read before it came here: mount the attachments before express.json() and other parsers of bodies.`,
    );
    if (!next) throw error;
    next(error);
  };
}

function split(text: string): string[] {
  return text.split(/[\s,]+/).filter((key) => key !== '');
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Writes beside the file and links: whoever comes second finds a whole key and takes it. */
async function makeKeyFile(file: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    await handle.writeFile(`${randomBytes(32).toString('base64')}\n`);
    await handle.sync();
    await handle.close();
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(file, 'utf8');
}
