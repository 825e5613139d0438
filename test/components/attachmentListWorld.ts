import type { SetupWorker } from 'msw/browser';
import { createClient } from '../../src/index.ts';
import {
  createFakeBackend,
  documentedAccount,
  type FakeBackend,
  type FakeBackendOptions,
} from '../../src/testing/index.ts';
import { createMswHandlers } from '../../src/testing/msw.ts';

/** A file of a ticket. */
export interface StoredFile {
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A picture that a browser shows. */
export async function picture(name: string, colour = 'teal'): Promise<StoredFile> {
  const canvas = new OffscreenCanvas(64, 48);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas.');
  context.fillStyle = colour;
  context.fillRect(0, 0, 64, 48);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return { name, type: 'image/png', bytes: new Uint8Array(await blob.arrayBuffer()) };
}

/** A file that is no picture. */
export function text(name: string): StoredFile {
  return { name, type: 'text/plain', bytes: new TextEncoder().encode('some text') };
}

/** The real backend over the fake S3, reached through the page's network. */
export async function createListWorld(
  worker: SetupWorker,
  {
    files = [],
    configure = {},
    ...options
  }: FakeBackendOptions & {
    files?: StoredFile[];
    /** `null`: S3 is not in use, and everything goes to the database. */
    configure?: Parameters<FakeBackend['configure']>[0] | null;
  } = {},
) {
  const backend = createFakeBackend({ account: documentedAccount(), log: () => {}, ...options });
  worker.resetHandlers(...createMswHandlers(backend));
  if (configure) await backend.configure(configure);
  const calls: { call: string; keepalive: boolean }[] = [];
  let until: Promise<void> = Promise.resolve();
  const client = createClient({
    baseUrl: backend.basePath,
    fetch: async (url, init) => {
      const call = `${init?.method} ${String(url).replace(backend.basePath, '')}`;
      calls.push({ call, keepalive: init?.keepalive === true });
      await until;
      return backend.handle(new Request(new URL(String(url), location.href), init));
    },
  });
  const ids = files.length > 0 ? await store(backend, files) : [];
  calls.length = 0;
  const called = (method: string) => calls.filter(({ call }) => call.startsWith(method));
  return {
    backend,
    client,
    ids,
    calls,
    reads: () => called('GET').length,
    deletions: () => called('DELETE'),
    /** Answers nothing until this is over. */
    waitFor: (promise: Promise<void>) => (until = promise),
    /** Loses the objects in S3, as a lifecycle rule or a hand in the console does. */
    loseObjects: async () => {
      for (const id of await backend.s3.objects.list('')) await backend.s3.objects.delete(id);
    },
  };
}

/** Stores files as the uploader does, by the contract. */
async function store(backend: FakeBackend, files: readonly StoredFile[]): Promise<string[]> {
  const client = createClient({
    baseUrl: `${location.origin}${backend.basePath}`,
    fetch: async (url, init) => backend.handle(new Request(url, init)),
  });
  const { uploads } = await client.signUploads({
    body: {
      ticketId: '1',
      files: files.map(({ name, type, bytes }, index) => ({
        id: `f${index}`,
        name,
        type,
        size: bytes.byteLength,
      })),
    },
  });
  const ids: string[] = [];
  for (const [index, { result }] of uploads.entries()) {
    if (result.status !== 'signed') throw new Error('The backend did not sign.');
    const { attachmentId, target } = result;
    const body = files[index]?.bytes ?? new Uint8Array();
    if (target.to === 's3') {
      await backend.s3(new Request(target.url, { method: 'PUT', headers: target.headers, body }));
    } else {
      const answer = await fetch(client.contentUrl(attachmentId), {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream' },
        body,
      });
      if (!answer.ok) throw new Error(await answer.text());
    }
    await client.completeUpload({ attachmentId, body: {} });
    ids.push(attachmentId);
  }
  return ids;
}
