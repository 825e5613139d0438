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
import { createPageClock } from '../../src/engine/createPageClock.ts';
import { createScriptedTransfer } from '../support/scriptedTransfer.ts';
import { createTestNetwork } from './createTestNetwork.ts';

// On a busy machine a real handler takes its time.
vi.setConfig({ testTimeout: 30_000 });

const host = 'https://desk.test';

/** An uploader over the real backend and a fake S3. `calls` are the requests to the backend, `sent` those to S3. */
export async function world(
  options: Partial<UploaderOptions> & {
    script?: Parameters<typeof createScriptedTransfer>[1];
    takes?: number;
    configured?: boolean;
    viewer?: typeof fakeAgent | null;
    /** Throws for requests to the backend that do not get through. */
    refuse?: (call: string) => void | Promise<void>;
    /** Answers in place of the backend, as a proxy or a broken backend would; `null` lets the request through. */
    answer?: (call: string, body: unknown) => Response | null;
    headers?: () => Record<string, string>;
    urlLifetime?: number;
    /** @default a new one of the documented account */
    backend?: FakeBackend;
    /** Settings over those that fit the account. */
    settings?: Parameters<FakeBackend['configure']>[0];
    /** The browser's clock in ms. */
    now?: () => number;
  } = {},
) {
  const {
    script,
    takes,
    configured = true,
    viewer,
    refuse,
    answer,
    headers,
    urlLifetime,
    settings,
    now,
    ...rest
  } = options;
  const network = createTestNetwork();
  const backend =
    options.backend ??
    createFakeBackend({
      account: documentedAccount(),
      log: () => {},
      ...(urlLifetime ? { urlLifetime } : {}),
      ...(viewer === undefined ? {} : { viewer }),
    });
  if (configured) await backend.configure(settings);
  const calls: string[] = [];
  /** The bodies of those calls. */
  const bodies: unknown[] = [];
  const client = createClient({
    baseUrl: `${host}${backend.basePath}`,
    ...(headers ? { headers } : {}),
    fetch: async (url, init) => {
      await refuse?.(`${init?.method} ${String(url)}`);
      const call = `${init?.method} ${new URL(String(url)).pathname.replace(backend.basePath, '').replace(/[\w-]{16,}/, ':id')}`;
      calls.push(call);
      bodies.push(typeof init?.body === 'string' ? JSON.parse(init.body) : undefined);
      return answer?.(call, bodies.at(-1)) ?? backend.handle(new Request(url, init));
    },
  });
  const { transfer, sent, underWay } = createScriptedTransfer(backend, script, takes);
  const uploader = createUploader({
    client,
    ticketId: '1',
    transfer,
    clock: { ...createPageClock(), soon: queueMicrotask, frame: queueMicrotask, ...(now ? { now } : {}) },
    network,
    // So that a delay is as long as it can be, and the same each time.
    random: () => 0.999,
    sessions: null,
    ...rest,
  });
  const events: UploaderEvent[] = [];
  uploader.onEvent((event) => events.push(event));
  return { backend, client, uploader, calls, bodies, sent, underWay, events, network };
}

export const file = (name: string, size = 1000) =>
  new File([new Uint8Array(size).fill(7)], name, { type: 'image/png' });
/** Waits until nothing is pending; with fake timers they run on meanwhile. */
export const settled = (uploader: { isPending(): boolean }, timeout = 20_000) =>
  vi.waitFor(() => expect(uploader.isPending()).toBe(false), { timeout, interval: 20 });
const realTimeout = globalThis.setTimeout;
const realWait = (ms: number) => new Promise<void>((resolve) => void realTimeout(resolve, ms));
/** With held timers: lets so many ms pass, `step` at a time, and real work in between: the smaller the steps, the faster that seems. */
export async function pass(ms: number, until: () => boolean = () => false, step = 250): Promise<void> {
  for (let passed = 0; passed < ms && !until(); passed += step) {
    await vi.advanceTimersByTimeAsync(Math.min(step, ms - passed));
    await realWait(4);
  }
}
/** With held timers: lets time pass until nothing is pending, at most so many ms. */
export async function settledInTime(
  uploader: { isPending(): boolean },
  ms = 600_000,
  step = 250,
): Promise<void> {
  await pass(ms, () => !uploader.isPending(), step);
  expect(uploader.isPending()).toBe(false);
}
/** Only timers and dates: what a real handler awaits goes on by itself. */
export const holdTimers = () =>
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
export const mib = 1024 ** 2;
/** A file of so many bytes, of which no two parts are alike. */
export function largeFile(size: number, name = 'recording.mov'): File {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 4096) bytes[at] = (at / 4096) % 251;
  return new File([bytes], name, { type: 'video/quicktime', lastModified: 1_700_000_000_000 });
}
/** The bytes of the only object that there is. */
export async function onlyObject(backend: FakeBackend): Promise<Uint8Array> {
  const objects = await objectsOf(backend);
  expect(objects).toHaveLength(1);
  const [object] = objects;
  const stored = await backend.s3.objects.get(object ?? '');
  return new Uint8Array(await new Response(stored?.stream()).arrayBuffer());
}
export const objectsOf = (backend: FakeBackend) => backend.s3.objects.list('');
export const statusOf = (upload: Upload | undefined) => upload?.status;

/** Whether the only object has the file's bytes. */
export async function isStoredAs(backend: FakeBackend, large: Blob): Promise<boolean> {
  return Buffer.compare(await onlyObject(backend), new Uint8Array(await large.arrayBuffer())) === 0;
}
