import { type Client, createXhrTransfer, type Transfer } from '../client/index.ts';
import { type SignedUpload, shownName, type UploadTarget } from '../contract/index.ts';
import { codeOf, type Diagnosis, type Verdict, verdictOf } from '../diagnosis/index.ts';
import { explainFailure } from './explainFailure.ts';
import { isPending, type Upload } from './Upload.ts';

/** What an uploader needs; the edges can be replaced. */
export interface UploaderOptions {
  client: Client;
  /** The ticket that the files are attached to. */
  ticketId: string;
  /** Transfers at the same time. @default 4 */
  concurrency?: number;
  /** @default XMLHttpRequest */
  transfer?: Transfer;
  /** @default Date.now */
  now?: () => number;
  /** Runs a task before the next picture; progress is told at most that often. @default requestAnimationFrame */
  schedule?: (task: () => void) => void;
  /** @default navigator.onLine */
  isOnline?: () => boolean;
  /** The page's origin, for diagnoses. @default location.origin */
  origin?: string;
}

/** Something that happened once to an upload, for announcements and callbacks. */
export type UploaderEvent = { type: 'added' | 'stored' | 'failed' | 'retried' | 'removed'; upload: Upload };

/** How many uploads are on their way, have failed, are stored. */
export interface UploadSummary {
  readonly pending: number;
  readonly failed: number;
  readonly stored: number;
}

/** Files on their way into one ticket, without React. */
export interface Uploader {
  /** Queues files; those added together are signed by one request. Returns their ids. */
  add(files: Iterable<File>): string[];
  /** Starts a failed upload again. */
  retry(id: string): void;
  /** Takes an upload off the list: stops it and withdraws what was not stored yet. A stored attachment stays stored. */
  remove(id: string): void;
  /** Ids in the order of adding; the same array until one is added or removed. */
  getIds(): readonly string[];
  /** The upload as it is; the same object until it changes. */
  getUpload(id: string): Upload | undefined;
  /** True while any file is on its way. */
  isPending(): boolean;
  /** How many uploads there are of each kind; the same object until that changes. */
  getSummary(): UploadSummary;
  subscribe(listener: () => void): () => void;
  /** Tells each thing that happens once. */
  onEvent(listener: (event: UploaderEvent) => void): () => void;
}

/** What is known of an upload beside what is shown. */
interface Work {
  /** Stops whatever this attempt is doing. */
  abort: AbortController;
  attachmentId: string | null;
  target: UploadTarget | null;
  /** Until when the target can be used, by this browser's clock. */
  goodUntil: number;
  /** All bytes have arrived: only the registration is missing. */
  sent: boolean;
}

/** Signed URLs with less than this left, in ms, are signed again before they are used; of short lives at most half. */
const expiryMargin = 30_000;
const filesPerSign = 1000;

function kindOf(upload: Upload): keyof UploadSummary {
  return isPending(upload) ? 'pending' : upload.status;
}

/** Makes an uploader for one ticket. */
export function createUploader(options: UploaderOptions): Uploader {
  const {
    client,
    ticketId,
    concurrency = 4,
    transfer = createXhrTransfer(),
    now = Date.now,
    schedule = (task) => void requestAnimationFrame(task),
    isOnline = () => navigator.onLine,
    origin = globalThis.location?.origin,
  } = options;

  const uploads = new Map<string, Upload>();
  const works = new Map<string, Work>();
  let ids: readonly string[] = [];
  let counter = 0;
  let running = 0;
  let signing = false;
  let summary: UploadSummary = { pending: 0, failed: 0, stored: 0 };
  const listeners = new Set<() => void>();
  const eventListeners = new Set<(event: UploaderEvent) => void>();
  const progress = new Map<string, number>();

  const notify = () => {
    for (const listener of listeners) listener();
  };
  const emit = (type: UploaderEvent['type'], upload: Upload | undefined) => {
    if (!upload) return;
    for (const listener of eventListeners) {
      try {
        listener({ type, upload });
      } catch (error) {
        // A host's fault is the host's: it must not stop the files.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  };
  /** True while this attempt is the one that counts: it was neither removed nor started again. */
  const current = (id: string, work: Work) => works.get(id) === work && !work.abort.signal.aborted;

  /** The one place where an upload comes, changes its state or goes: the counts go with it. */
  function put(id: string, upload: Upload | null) {
    const before = uploads.get(id);
    if (upload) uploads.set(id, upload);
    else uploads.delete(id);
    const was = before && kindOf(before);
    const is = upload && kindOf(upload);
    if (was === is) return;
    const counts = { ...summary };
    if (was) counts[was]--;
    if (is) counts[is]++;
    summary = counts;
  }

  function set(id: string, next: (upload: Upload) => Upload) {
    const upload = uploads.get(id);
    if (!upload) return;
    const changed = next(upload);
    put(id, changed);
    progress.delete(id);
    notify();
    if (changed.status === 'stored' || changed.status === 'failed') emit(changed.status, changed);
  }

  const base = ({ id, file, name, size }: Upload) => ({ id, file, name, size });
  const fail = (id: string, verdict: Verdict) =>
    set(id, (upload) => ({ ...base(upload), status: 'failed', verdict }));
  const full = (diagnosis: Diagnosis): Verdict => ({ detail: 'full', diagnosis, reference: null });

  function begin(id: string) {
    works.set(id, newWork());
    set(id, (upload) => ({ ...base(upload), status: 'queued' }));
  }

  function add(files: Iterable<File>) {
    const added: string[] = [];
    for (const file of files) {
      const id = `u${++counter}`;
      put(id, { id, file, name: shownName(file.name), size: file.size, status: 'queued' });
      works.set(id, newWork());
      added.push(id);
    }
    ids = [...ids, ...added];
    notify();
    for (const id of added) emit('added', uploads.get(id));
    requestSigning();
    return added;
  }

  function requestSigning() {
    if (signing) return;
    signing = true;
    // After this turn, so that everything that is added or retried together shares one request.
    queueMicrotask(() => void sign());
  }

  async function sign() {
    const batch = [...works]
      .filter(([id, work]) => uploads.get(id)?.status === 'queued' && work.target === null && !work.sent)
      .slice(0, filesPerSign);
    if (batch.length > 0) {
      try {
        const files = batch.map(([id]) => {
          const { name, size, file } = uploads.get(id) as Upload;
          return { id, name: name.slice(0, 1024), size, type: file.type.slice(0, 255) };
        });
        const answer = await client.signUploads({ body: { ticketId, files } });
        const byId = new Map(answer.uploads.map((upload) => [upload.id, upload.result]));
        for (const [id, work] of batch) {
          const result = byId.get(id);
          if (current(id, work)) accept(id, work, result);
          else if (result?.status === 'signed') withdraw(result.attachmentId);
        }
      } catch (error) {
        for (const [id, work] of batch) if (current(id, work)) fail(id, verdictOf(error));
      }
    }
    signing = false;
    if ([...works].some(([id, work]) => uploads.get(id)?.status === 'queued' && !work.target))
      requestSigning();
    pump();
  }

  function newWork(): Work {
    return { abort: new AbortController(), attachmentId: null, target: null, goodUntil: 0, sent: false };
  }

  function accept(id: string, work: Work, result: SignedUpload['result'] | undefined) {
    if (result?.status === 'signed') {
      work.attachmentId = result.attachmentId;
      work.target = result.target;
      const lifetime = result.target.to === 's3' ? result.target.expiresIn * 1000 : Number.POSITIVE_INFINITY;
      work.goodUntil = now() + lifetime - Math.min(expiryMargin, lifetime / 2);
    } else {
      fail(
        id,
        result?.verdict ??
          full({
            code: 'malformed_response',
            status: 200,
            where: [{ kind: 'elsewhere', place: 'app' }],
            certainty: 'certain',
          }),
      );
    }
  }

  // As well as it goes: what cannot be withdrawn now is never shown, for it was not registered.
  function withdraw(attachmentId: string | null | undefined) {
    if (attachmentId) void client.deleteAttachment({ attachmentId }).catch(() => {});
  }

  function pump() {
    for (const [id, work] of works) {
      if (running >= concurrency) return;
      const { target } = work;
      if (uploads.get(id)?.status !== 'queued' || !target) continue;
      if (now() > work.goodUntil) {
        // The row that it was signed for stays pending at the backend; nothing was sent for it.
        work.attachmentId = null;
        work.target = null;
        requestSigning();
        continue;
      }
      running++;
      void send(id, work, target).finally(() => {
        running--;
        pump();
      });
    }
  }

  async function send(id: string, work: Work, target: UploadTarget) {
    const { file } = uploads.get(id) as Upload;
    const attachmentId = work.attachmentId as string;
    set(id, (upload) => ({ ...base(upload), status: 'sending', loaded: 0, to: target.to }));
    try {
      const answer = await transfer({
        method: 'PUT',
        url: target.to === 's3' ? target.url : client.contentUrl(attachmentId),
        headers:
          target.to === 's3'
            ? target.headers
            : { ...(await client.headers()), 'content-type': 'application/octet-stream' },
        body: file,
        signal: work.abort.signal,
        onProgress: (loaded) => showProgress(id, work, loaded),
      });
      if (!current(id, work)) return;
      if (answer.status >= 200 && answer.status < 300) {
        work.sent = true;
        await register(id, work, attachmentId);
      } else {
        const { to } = target;
        const failed = { client, attachmentId, file, to, answer, online: isOnline(), origin };
        const verdict = await explainFailure(failed);
        if (current(id, work)) fail(id, verdict);
      }
    } catch (error) {
      if (current(id, work)) fail(id, verdictOf(error));
    }
  }

  async function register(id: string, work: Work, attachmentId: string) {
    set(id, (upload) => ({ ...base(upload), status: 'registering' }));
    try {
      const { attachment, notice } = await client.completeUpload(
        { attachmentId, body: {} },
        { signal: work.abort.signal },
      );
      if (current(id, work)) set(id, (upload) => ({ ...base(upload), status: 'stored', attachment, notice }));
    } catch (error) {
      if (!current(id, work)) return;
      const verdict = verdictOf(error);
      const code = codeOf(verdict);
      // What is not whole or not there has to be sent again; anything else needs the registration only.
      if (code === 'upload_incomplete' || code === 'not_found') work.sent = false;
      fail(id, verdict);
    }
  }

  function showProgress(id: string, work: Work, loaded: number) {
    if (!current(id, work)) return;
    if (progress.size === 0) schedule(flushProgress);
    progress.set(id, loaded);
  }

  function flushProgress() {
    for (const [id, loaded] of progress) {
      const upload = uploads.get(id);
      if (upload?.status === 'sending') {
        uploads.set(id, { ...upload, loaded: Math.max(upload.loaded, Math.min(loaded, upload.size)) });
      }
    }
    progress.clear();
    notify();
  }

  function retry(id: string) {
    const work = works.get(id);
    if (uploads.get(id)?.status !== 'failed' || !work) return;
    if (work.sent && work.attachmentId) {
      const { attachmentId } = work;
      const again: Work = { ...work, abort: new AbortController() };
      works.set(id, again);
      void register(id, again, attachmentId);
      emit('retried', uploads.get(id));
      return;
    }
    withdraw(work.attachmentId);
    begin(id);
    emit('retried', uploads.get(id));
    requestSigning();
  }

  function remove(id: string) {
    const upload = uploads.get(id);
    const work = works.get(id);
    if (!upload || !work) return;
    work.abort.abort();
    works.delete(id);
    put(id, null);
    progress.delete(id);
    ids = ids.filter((other) => other !== id);
    if (upload.status !== 'stored') withdraw(work.attachmentId);
    notify();
    emit('removed', upload);
    pump();
  }

  return {
    add,
    retry,
    remove,
    getIds: () => ids,
    getUpload: (id) => uploads.get(id),
    isPending: () => summary.pending > 0,
    getSummary: () => summary,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onEvent: (listener) => {
      eventListeners.add(listener);
      return () => void eventListeners.delete(listener);
    },
  };
}
