import { expect, vi } from 'vitest';
import { createClient } from '../../src/client/index.ts';
import {
  createUploader,
  type Upload,
  type UploaderEvent,
  type UploaderOptions,
} from '../../src/engine/index.ts';
import {
  createFakeBackend,
  documentedAccount,
  type FakeBackend,
  type fakeAgent,
} from '../../src/testing/index.ts';
import { createScriptedTransfer } from '../support/scriptedTransfer.ts';

export const host = 'https://desk.test';

/** An uploader over the real backend and a fake S3. `calls` are the requests to the backend, `sent` those to S3. */
export async function world(
  options: Partial<UploaderOptions> & {
    script?: Parameters<typeof createScriptedTransfer>[1];
    configured?: boolean;
    viewer?: typeof fakeAgent;
    /** Throws for requests to the backend that do not get through. */
    refuse?: (call: string) => void | Promise<void>;
    headers?: () => Record<string, string>;
    urlLifetime?: number;
  } = {},
) {
  const { script, configured = true, viewer, refuse, headers, urlLifetime, ...rest } = options;
  const backend = createFakeBackend({
    account: documentedAccount(),
    log: () => {},
    ...(urlLifetime ? { urlLifetime } : {}),
    ...(viewer ? { viewer } : {}),
  });
  if (configured) await backend.configure();
  const calls: string[] = [];
  const client = createClient({
    baseUrl: `${host}${backend.basePath}`,
    ...(headers ? { headers } : {}),
    fetch: async (url, init) => {
      await refuse?.(`${init?.method} ${String(url)}`);
      calls.push(
        `${init?.method} ${new URL(String(url)).pathname.replace(backend.basePath, '').replace(/[\w-]{16,}/, ':id')}`,
      );
      return backend.handle(new Request(url, init));
    },
  });
  const { transfer, sent } = createScriptedTransfer(backend, script);
  const uploader = createUploader({
    client,
    ticketId: '1',
    transfer,
    schedule: (task) => queueMicrotask(task),
    isOnline: () => true,
    origin: host,
    ...rest,
  });
  const events: UploaderEvent[] = [];
  uploader.onEvent((event) => events.push(event));
  return { backend, client, uploader, calls, sent, events };
}

export const file = (name: string, size = 1000) =>
  new File([new Uint8Array(size).fill(7)], name, { type: 'image/png' });
export const settled = (uploader: { isPending(): boolean }) =>
  vi.waitFor(() => expect(uploader.isPending()).toBe(false));
export const objectsOf = (backend: FakeBackend) => backend.s3.objects.list('');
export const statusOf = (upload: Upload | undefined) => upload?.status;
