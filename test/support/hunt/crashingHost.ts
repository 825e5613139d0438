// A host that dies in the middle of a request, with all that it holds in the error that nobody catches.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHandler, type S3Init } from '../../../src/server/index.ts';
import { createPostgresStore, toNodeListener } from '../../../src/server/node.ts';
import { viewers } from '../../server/support/viewers.ts';

const { DATABASE_URL: url = '', S3A_ENCRYPTION_KEY: encryptionKey = '', PLANTED: planted } = process.env;
const store = await createPostgresStore({ url });
const handler = createHandler({
  authorize: () => viewers.administrator,
  store,
  encryptionKey,
  fetch: async (asked: string, init: S3Init) => {
    const held = { asked, init, handler, store, ...(planted && { planted }) };
    setImmediate(() => {
      const cause = Object.assign(new Error('The line is dead.'), held);
      throw Object.assign(new Error(`Nobody catches this: ${asked}`, { cause }), held);
    });
    return new Promise(() => {});
  },
});
const server = createServer(toNodeListener(handler));
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`),
);
