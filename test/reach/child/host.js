// A host of the packed package, as plain JavaScript: run by each Node with which the backend has to work. Does one of everything,
// prints what came of it as one line of JSON, and stays until it is told to end.
import { createServer } from 'node:http';
import { createHandler } from '@triage-ai/s3-attachments/server';
import {
  closeOnSignal,
  createS3Fetch,
  openStore,
  readEncryptionKey,
  toNodeListener,
} from '@triage-ai/s3-attachments/server/node';
import { createFakeS3, documentedAccount, toRequest } from '@triage-ai/s3-attachments/testing';

const account = documentedAccount();
const serviceHost = 's3.practice.test';
const s3 = createFakeS3({ account, serviceHost });
const handler = createHandler({
  authorize: () => ({ id: 'gil', administrator: true, mayRead: () => true, mayWrite: () => true }),
  store: await openStore({ dataDir: process.env.S3A_DATA, env: {} }),
  encryptionKey: await readEncryptionKey({ file: `${process.env.S3A_DATA}.key` }),
  s3: { endpoint: `https://${serviceHost}`, forcePathStyle: true, stsEndpoint: `https://${serviceHost}/` },
  fetch: (url, init) => s3(toRequest(url, init)),
  allowPrivateEndpoints: true,
});
handler.start();
const server = createServer(toNodeListener(handler));
closeOnSignal(server, handler, { afterwards: () => void process.stdout.write('closed\n') });
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${server.address().port}`;

async function ask(method, path, body) {
  const response = await fetch(origin + path, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

const [bucket] = account.buckets;
const [key] = account.users.flatMap(({ accessKeys }) => accessKeys);
await ask('PUT', '/settings', {
  version: 0,
  bucket: bucket.name,
  region: bucket.region,
  accessKeyId: key.accessKeyId,
  secretAccessKey: key.secretAccessKey,
});
const bytes = new TextEncoder().encode('one upload');
const { uploads } = await ask('POST', '/uploads', {
  ticketId: '1',
  files: [{ id: 'f', name: 'note.txt', size: bytes.byteLength, type: 'text/plain' }],
});
const { attachmentId, target } = uploads[0].result;
const put = await s3(new Request(target.url, { method: 'PUT', headers: target.headers, body: bytes }));
await ask('POST', `/attachments/${attachmentId}/complete`, {});
const { attachments } = await ask('GET', '/tickets/1/attachments');
const link = await s3(new Request(attachments[0].url));
// A socket of its own, with the addresses looked at first: the way to the real S3. Nobody listens there.
const away = await createS3Fetch()(new URL('http://127.0.0.1:9/'), { method: 'GET' }).catch(
  ({ name }) => name,
);
process.stdout.write(
  `${JSON.stringify({ node: process.versions.node, put: put.status, name: attachments[0].name, link: await link.text(), away })}\n`,
);
