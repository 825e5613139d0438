import {
  createClient,
  type Transfer,
  type TransferAnswer,
  type TransferRequest,
} from '../../src/client/index.ts';
import { type Attachment, statusOf, toProblem } from '../../src/contract/index.ts';
import type { DiagnosisCode, Verdict } from '../../src/diagnosis/index.ts';
import type { Ask } from '../../src/engine/createAsk.ts';
import { createPatience } from '../../src/engine/createPatience.ts';
import type { Hash } from '../../src/engine/hash/Hash.ts';
import { createHandClock } from './createHandClock.ts';
import { createTestNetwork } from './createTestNetwork.ts';

/** A body that was handed to the browser; it is on its way until it is answered, or stopped. */
interface Sent extends TransferRequest {
  /** S3 answers: with 200 unless something else is said. */
  answer(told?: Partial<TransferAnswer>): void;
}

/** What the backend was asked, and with which body. */
export interface Asked {
  call: string;
  body: { parts?: { number: number; checksum?: unknown }[] } & Record<string, unknown>;
}

const base = 'https://desk.test/api';

/** What sends files, over a backend that signs whatever it is asked for, and a storage that answers when the test says so. */
export function createSendingWorld({
  answer,
  script,
  digest = async () => {},
  headers,
}: {
  /** Answers in place of the backend; `null` lets the request through. */
  answer?: ((call: string, body: Asked['body']) => Response | null | Promise<Response | null>) | undefined;
  /** Answers for the storage at once; `null` leaves it to the test. */
  script?: ((url: string) => Partial<TransferAnswer> | null) | undefined;
  /** What a digest waits for. */
  digest?: ((what: string) => Promise<void>) | undefined;
  headers?: (() => Record<string, string>) | undefined;
}) {
  const clock = createHandClock();
  const network = createTestNetwork();
  const patience = createPatience({ clock, network, patience: 60_000 }, () => {});
  const asked: Asked[] = [];
  const askedFor: { owner: string | null; signal: AbortSignal }[] = [];
  /** What was sent and digested, in its order. */
  const log: string[] = [];
  const digestSignals: AbortSignal[] = [];

  const client = createClient({
    baseUrl: base,
    ...(headers ? { headers } : {}),
    fetch: async (url, init) => {
      const one = { call: String(url).slice(base.length), body: JSON.parse(String(init?.body)) };
      asked.push(one);
      const nth = asked.length;
      return (await answer?.(one.call, one.body)) ?? byContract(one, nth);
    },
  });
  const ask: Ask = (owner, signal, call) => {
    askedFor.push({ owner, signal });
    return call();
  };
  const hash: Hash = async (algorithm, body, signal) => {
    // Its place in the log before its name, which takes a moment.
    const at = log.push('') - 1;
    const what = `${algorithm} of ${(await body.text())[0]}`;
    log[at] = what;
    digestSignals.push(signal);
    await digest(what);
    signal.throwIfAborted();
    return new TextEncoder().encode(what);
  };
  const { transfer, sent } = createHandTransfer((one) => {
    log.push(`sent ${nameOf(one.url)}`);
    const told = script?.(one.url);
    if (told) one.answer(told);
  });
  const road = { patience, clock, network, random: () => 0.5, maxTries: 5, stallTimeout: 1e9 };
  return {
    clock,
    network,
    patience,
    client,
    ask,
    hash,
    transfer,
    road,
    asked,
    askedFor,
    sent,
    log,
    digestSignals,
  };
}

/** A storage that answers when the test says so; `sent` is what was handed to the browser. */
export function createHandTransfer(onSent: (one: Sent) => void = () => {}) {
  const sent: Sent[] = [];
  const transfer: Transfer = (request) =>
    new Promise((resolve, reject) => {
      const { signal, body, url } = request;
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      const answer: Sent['answer'] = (told = {}) =>
        resolve({ status: 200, body: '', loaded: body.size, etag: `"etag-${nameOf(url)}"`, ...told });
      const one = { ...request, answer };
      sent.push(one);
      onSent(one);
    });
  return { transfer, sent };
}

/** What stands behind the last `/` of an address, and before its query. */
const nameOf = (url: string) => new URL(url).pathname.split('/').at(-1) ?? '';

function byContract({ call, body }: Asked, nth: number): Response {
  const parts = (body.parts ?? []).map(({ number }) => signedPart(number, nth));
  if (call.endsWith('/multipart')) return Response.json({ status: 'created', parts });
  if (call.endsWith('/parts')) return Response.json({ parts });
  return Response.json({ verdict: redacted('transfer_blocked') });
}

/** The right to send a part, as the nth request to the backend is answered. */
export const signedPart = (number: number, nth: number | string) => ({
  number,
  url: `https://s3.test/${number}?signed=${nth}`,
  headers: { 'x-part': `${number}` },
  expiresIn: 60,
});

/** An attachment, as it is once it was registered. */
const attachmentOf = (id: string, draftId: string | null): Attachment => ({
  id,
  ticketId: '1',
  name: `${id}.png`,
  size: 10,
  type: 'image/png',
  storedIn: 's3',
  draftId,
  url: `https://acme.s3.amazonaws.com/${id}`,
  createdAt: '2026-11-28T00:00:00.000Z',
});
/** What the backend says of a file that it has registered, of a draft or of the ticket itself. */
export const storedAs = (id: string, draftId: string | null = null, notice: Verdict | null = null) => ({
  status: 'stored' as const,
  attachment: attachmentOf(id, draftId),
  notice,
});

/** A verdict as a viewer sees it who cannot mend it. */
export const redacted = (code: DiagnosisCode): Verdict => ({ detail: 'redacted', code, reference: null });

/** A refusal of the backend. */
export const refusal = (code: DiagnosisCode) =>
  Response.json(toProblem(redacted(code)), { status: statusOf(code) });

/** What S3 says of a right that has run out. */
export const expired = { status: 403, body: '<Message>Request has expired</Message>' };
/** What S3 says of parts that it has discarded. */
export const discarded = { status: 404, body: '<Code>NoSuchUpload</Code>' };
/** What S3 says to who may not. */
export const denied = { status: 403, body: '<Code>AccessDenied</Code>' };

/** Runs everything that is ready; nothing here waits for a clock that goes by itself. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}

/** Follows a promise: `waits`, then what it resolved to, or what it was rejected with. */
export function follow<T>(promise: Promise<T>) {
  const followed: { now: 'waits' | { value: T } | { error: unknown } } = { now: 'waits' };
  promise.then(
    (value) => (followed.now = { value }),
    (error: unknown) => (followed.now = { error }),
  );
  return followed;
}

/** Something that is held until the test lets it go. */
export function createGate<T = void>() {
  let open: (value: T) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const promise = new Promise<T>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  return { promise, open, fail };
}
