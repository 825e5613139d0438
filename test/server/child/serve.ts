// A host: a backend on a port of loopback, with PGlite in the folder of S3A_DATA. Prints its origin, and ends as a host should.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHandler } from '../../../src/server/index.ts';
import { closeOnSignal, openStore, toNodeListener } from '../../../src/server/node.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);
const everywhere = { mayRead: () => true, mayWrite: () => true };
const handler = createHandler({
  authorize: () => ({ id: 'gil', administrator: false, ...everywhere }),
  store: await openStore({ dataDir: process.env.S3A_DATA ?? '', env: {} }),
  encryptionKey: btoa('k'.repeat(32)),
  log: (entry) => {
    if (entry.event === 'request') print(`${entry.route} ${entry.status}`);
  },
});
const server = createServer(toNodeListener(handler));
closeOnSignal(server, handler, { within: 20_000, afterwards: () => void print('host closed') });
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
print(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
