import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Reencryption, reencryptSecrets } from '../server/index.ts';
import { createPgliteStore, createPostgresStore, readEncryptionKey } from '../server/node.ts';
import type { Command, CommandEdge } from './Command.ts';

const usage = `Usage: s3-attachments re-encrypt [--data-dir FOLDER] [--key-file FILE]

Seals the saved secret access key anew with the first encryption key, if it is sealed with another one. Then the older keys can be given
up. It may run while servers use the database, except for one in a folder, which one process can open at a time.

  --data-dir FOLDER  PGlite's folder; left out, the PostgreSQL of DATABASE_URL
  --key-file FILE    the encryption keys, the first one seals; left out, S3A_ENCRYPTION_KEY, else encryption.key in the folder`;

const said: Record<Reencryption, { code: number; text: string }> = {
  reencrypted: {
    code: 0,
    text: 'The saved secret is sealed with the first key now. Nothing needs the older keys any more.',
  },
  current: { code: 0, text: 'The saved secret is sealed with the first key already. Nothing was changed.' },
  nothing_saved: { code: 0, text: 'No secret is saved. Nothing was changed.' },
  unreadable: {
    code: 1,
    text: 'None of these keys opens the saved secret. Nothing was changed: give the key that sealed it too, or enter the secret again in the settings.',
  },
  changed_meanwhile: { code: 1, text: 'Others kept saving the settings meanwhile. Run it once more.' },
};

/** Seals the saved secret anew with the first encryption key, and tells what became of it. */
export const reEncrypt: Command = async (edge) => {
  const { values } = parseArgs({
    args: [...edge.args],
    options: {
      'data-dir': { type: 'string' },
      'key-file': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    edge.print(usage);
    return 0;
  }
  const dataDir = values['data-dir'];
  const keys = await readKeys(edge, values['key-file'] ?? (dataDir && join(dataDir, 'encryption.key')));
  const store = await openExisting(edge, dataDir);
  try {
    const { code, text } = said[await reencryptSecrets(store, keys)];
    (code === 0 ? edge.print : edge.complain)(text);
    return code;
  } finally {
    await store.close();
  }
};

/** Never makes one: a new key opens nothing. */
async function readKeys({ env }: CommandEdge, file: string | undefined): Promise<readonly string[]> {
  if ((env.S3A_ENCRYPTION_KEY ?? '') === '' && !(file && existsSync(file)))
    throw new Error(
      file
        ? `S3A_ENCRYPTION_KEY is not set, and there is no file ${file}.`
        : 'S3A_ENCRYPTION_KEY is not set. Set it, or name a file by --key-file.',
    );
  return readEncryptionKey({ file: file ?? '', env });
}

/** Never makes one: in a new database there is nothing to do, and somebody has named the wrong place. */
function openExisting({ env }: CommandEdge, dataDir: string | undefined) {
  if (dataDir !== undefined) {
    if (!existsSync(join(dataDir, 'PG_VERSION'))) throw new Error(`There is no database in ${dataDir}.`);
    return createPgliteStore({ dataDir });
  }
  const url = env.DATABASE_URL ?? '';
  if (url === '') throw new Error('DATABASE_URL is not set. Set it, or name a folder by --data-dir.');
  return createPostgresStore({ url, connections: 1 });
}
