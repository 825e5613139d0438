import { createClient } from '../../src/client/index.ts';
import type { BodyOf, SignedUpload } from '../../src/contract/index.ts';
import {
  createUploader,
  type SessionStore,
  type UploaderEvent,
  type UploaderOptions,
} from '../../src/engine/index.ts';
import { createHandClock } from './createHandClock.ts';
import { createHandTransfer, quiet, redacted, signedPart, storedAs } from './createSendingWorld.ts';
import { mib } from './createSenderWorld.ts';
import { createTestNetwork } from './createTestNetwork.ts';

// What is loaded when it is needed is there already: nothing here waits for a disk.
await Promise.all([
  import('../../src/client/answers.ts'),
  import('../../src/engine/createSender.ts'),
  import('../../src/engine/sendParts.ts'),
  import('../../src/engine/recall.ts'),
]);

type Result = SignedUpload['result'];
interface Call {
  call: string;
  body: Record<string, unknown>;
  signal: AbortSignal | null | undefined;
}

const base = 'https://desk.test/api';

/** The right to send a whole file; it can be used for 570 s. */
export const put = (id: string, expiresIn = 600): Result => ({
  status: 'signed',
  attachmentId: `at-${id}`,
  target: { to: 's3', method: 'PUT', url: `https://s3.test/${id}`, headers: {}, expiresIn },
});
export const inParts = (id: string): Result => ({
  status: 'signed',
  attachmentId: `at-${id}`,
  target: { to: 's3_parts' },
});
export const refusedFor = (code: Parameters<typeof redacted>[0]) => ({
  status: 'refused' as const,
  verdict: redacted(code),
});

/**
 * An uploader of two places, over a backend that signs and registers whatever it is asked for, a storage that answers when the test
 * says so, and a clock that the test moves. `asked` are the requests to the backend in their order.
 */
export function createUploaderWorld({
  says = (id) => put(id),
  registers = (id) => storedAs(id, 'd1'),
  until,
  ...options
}: Partial<UploaderOptions> & {
  /** What the backend says of a file that is to be sent, given its name. */
  says?: (name: string, nth: number) => Result;
  /** What it says of one that has arrived. */
  registers?: (attachmentId: string) => object;
  /** What an answer of the backend waits for; a response in its stead. */
  until?: (call: string) => Promise<Response | void> | void;
} = {}) {
  const clock = createHandClock();
  let turns = 0;
  clock.turn = async () => void turns++;
  const network = createTestNetwork();
  const asked: Call[] = [];

  function answer({ call, body }: Omit<Call, 'signal'>): Response {
    if (call === 'POST /uploads') {
      const { files } = body as BodyOf<'signUploads'>;
      return Response.json({
        uploads: files.map(({ id, name }) => ({ id, result: says(name, asked.length) })),
      });
    }
    if (call === 'POST /uploads/complete') {
      const { attachmentIds } = body as BodyOf<'completeUploads'>;
      const uploads = attachmentIds.map((attachmentId) => ({
        attachmentId,
        result: registers(attachmentId),
      }));
      return Response.json({ uploads });
    }
    const id = call.split('/')[2] ?? '';
    if (call.endsWith('/complete')) return Response.json(registers(id));
    const parts = (body as { parts?: { number: number }[] }).parts?.map(({ number }) =>
      signedPart(number, id),
    );
    if (call.endsWith('/multipart')) return Response.json({ status: 'created', parts });
    if (call.endsWith('/parts')) return Response.json({ parts });
    if (call.startsWith('DELETE')) return new Response(null, { status: 204 });
    return Response.json({ verdict: redacted('access_denied') });
  }

  const client = createClient({
    baseUrl: base,
    fetch: async (url, init) => {
      const call = `${init?.method} ${String(url).slice(base.length)}`;
      const body = typeof init?.body === 'string' ? JSON.parse(init.body) : {};
      const one = { call, body, signal: init?.signal };
      asked.push(one);
      return (await until?.(call)) ?? answer(one);
    },
  });
  const { transfer, sent } = createHandTransfer();
  const uploader = createUploader({
    client,
    ticketId: '1',
    draftId: 'd1',
    transfer,
    clock,
    network,
    random: () => 0.5,
    sessions: null,
    concurrency: 2,
    stallTimeout: 1e9,
    ...options,
  });
  const events: UploaderEvent[] = [];
  uploader.onEvent((event) => events.push(event));

  return {
    clock,
    network,
    client,
    uploader,
    asked,
    sent,
    events,
    /** How often the page was given a turn. */
    turns: () => turns,
    /** Chooses files of these names, and waits until nothing moves any more. */
    async choose(...names: string[]) {
      const ids = uploader.add(names.map((name) => fileOf(name)));
      await quiet();
      return ids;
    },
    /** How each of them stands. */
    now: (ids: readonly string[] = uploader.getIds()) => ids.map((id) => uploader.getUpload(id)?.status),
    /** Which names each request for a right was about. */
    signed: () =>
      asked
        .filter(({ call }) => call === 'POST /uploads')
        .map(({ body }) => (body as BodyOf<'signUploads'>).files.map(({ name }) => name)),
    calls: () => asked.map(({ call }) => call),
    /** The names in the addresses to which bytes go, or went. */
    sentTo: () => sent.map(({ url }) => new URL(url).pathname.slice(1)),
    told: (type: UploaderEvent['type']) => events.filter((event) => event.type === type).length,
  };
}

/** A file of so many bytes: too many to be over in a moment, unless something else is said. */
export const fileOf = (name: string, size = 100_000) => new File([new Uint8Array(size)], name);

/** So many files whose sizes take so many ms each to be told, the first time. */
export const slowFiles = (count: number, clock: { pass(ms: number): void }, ms: number) =>
  Array.from({ length: count }, (_, at) => slowFile(`${at}`, clock, ms));

function slowFile(name: string, clock: { pass(ms: number): void }, ms: number): File {
  let isKnown = false;
  return Object.defineProperty(fileOf(name), 'size', {
    get() {
      if (!isKnown) clock.pass(ms);
      isKnown = true;
      return 100_000;
    },
  });
}

/** A store of sessions that remembers what it was asked. */
export function createSessions() {
  const log: string[] = [];
  const store: SessionStore = {
    open: () => void log.push('open'),
    read: async () => null,
    write: async () => void log.push('write'),
    remove: async () => void log.push('remove'),
  };
  return { store, log };
}

/** Settings by which files of more than 10 MiB go in parts of about 5. */
export const large = { multipartThreshold: 10 * mib, partSize: 5 * mib, says: inParts };

/** One file whose bytes have arrived. */
export async function arrived(world: ReturnType<typeof createUploaderWorld>, name = 'a'): Promise<string> {
  const before = world.sent.length;
  const [id = ''] = await world.choose(name);
  world.sent[before]?.answer();
  await quiet();
  return id;
}
