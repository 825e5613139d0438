// A host that moves attachments by itself, and says again and again how far it has come. Started by test/server/child/start.js.
import { createHandler } from '../../../src/server/index.ts';
import { openStore } from '../../../src/server/node.ts';

const handler = createHandler({
  authorize: () => ({ id: 'ada', administrator: true, mayRead: () => true, mayWrite: () => true }),
  store: await openStore({ dataDir: process.env.S3A_DATA ?? '' }),
  encryptionKey: btoa('k'.repeat(32)),
  s3: { endpoint: process.env.S3A_ENDPOINT ?? '', forcePathStyle: true },
  rateLimits: false,
  log: () => {},
});
handler.start();
for (;;) {
  const answer = await handler(new Request('https://desk.test/move'));
  const { move } = (await answer.json()) as { move: { status: string; moved?: number } };
  process.stdout.write(`${move.status} ${move.moved ?? ''}\n`);
  await new Promise((resolve) => setTimeout(resolve, 50));
}
