// One process of a contender: `node server.js ours|bare FOLDER`. Tells its parent where it listens.
import { createServer } from 'node:http';
import { createBare } from './createBare.js';

const [, , kind, built] = process.argv;
const node = await import(`${built}server/node.js`);
const { createHandler } = await import(`${built}server/index.js`);

const everywhere = { mayRead: () => true, mayWrite: () => true };
const credentials = {
  accessKeyId: 'AKIAACMETRIAGE234567',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
const place = { bucket: 'acme-triage', region: 'eu-central-1' };

async function createOurs() {
  return createHandler({
    authorize: () => ({ id: 'gil', administrator: true, ...everywhere }),
    store: await node.createPostgresStore({ url: process.env.DATABASE_URL }),
    encryptionKey: btoa('k'.repeat(32)),
    // One user who asks as fast as they can.
    rateLimits: false,
  });
}

const handler = kind === 'ours' ? await createOurs() : createBare({ ...place, ...credentials });
const server = createServer(node.toNodeListener(handler));
node.closeOnSignal(server, { close: async (options) => handler.close?.(options) }, { within: 2_000 });
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
process.send(`http://127.0.0.1:${server.address().port}`);

process.on('message', async (message) => {
  if (message === 'memory') {
    for (let count = 0; count < 4; count++) {
      globalThis.gc();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { rss, heapUsed, external } = process.memoryUsage();
    process.send({ rss, heapUsed, external });
  } else {
    const response = await handler(
      new Request('http://localhost/settings', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...place, ...credentials, version: 0 }),
      }),
    );
    if (!response.ok) throw new Error(await response.text());
    process.send('configured');
  }
});
