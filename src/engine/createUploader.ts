import { type Completed, shownName } from '../contract/index.ts';
import { codeOf, type Verdict, verdictOf } from '../diagnosis/index.ts';
import { createAsk } from './createAsk.ts';
import { createBoard } from './createBoard.ts';
import { createIntake } from './createIntake.ts';
import { createPatience } from './createPatience.ts';
import { createPreparation } from './createPreparation.ts';
import { createSigner, type ToSign } from './createSigner.ts';
import {
  fileOf,
  isPausable,
  isPending,
  loadedOf,
  type Upload,
  type UploadState,
  type WaitingFor,
} from './Upload.ts';
import type { PickedFile, Uploader, UploaderOptions } from './Uploader.ts';
import { lazySender } from './lazyEdges.ts';
import { isLight, lanesOf } from './light.ts';
import { withDefaults } from './withDefaults.ts';
import { mayBeginAnew, newWork, type Work } from './Work.ts';

/** How long sizes are looked at without a turn for the page, in ms: each may take a quarter of one. */
const slice = 8;
/** Files whose sizes take longer than a picture may wait. */
const many = 50;

/** Who needs it asks again, and says so then. */
const noSender = () => null;

/** Makes an uploader for one ticket, or one draft in it. */
export function createUploader(options: UploaderOptions): Uploader {
  const settled = withDefaults(options);
  const { client, ticketId, draftId, userId, prepare, restrictions, concurrency } = settled;
  const { multipartThreshold, partSize, maxTries, stallTimeout, integrity, transfer } = settled;
  const { hash, sessions, network, clock, random } = settled;
  const board = createBoard(clock);
  const patience = createPatience({ clock, network, patience: settled.patience }, board.emit);
  const ask = createAsk(patience, { maxTries, random });
  const place = { client, ask, ticketId, draftId, multipartThreshold, integrity };
  const lanes = lanesOf(concurrency);
  const signer = createSigner({ ...place, clock, concurrency });
  const isLast = () => !staging && !signing && running + ready.length + toSign.length + toStage.length === 0;
  const road = { patience, clock, network, random, maxTries, stallTimeout };
  const parts = { road, hash, concurrency, partSize, goodUntil: signer.goodUntil };
  const sender = lazySender({ ...place, ...parts, transfer, isLast });
  const expectParts = (size: number) => sender.load().then((one) => one.expectParts(size), noSender);
  const preparation = createPreparation({ ...place, userId, prepare, hash, sessions, expectParts });

  const works = new Map<string, Work>();
  const intake = createIntake(board, restrictions);
  // The way of an upload: to be looked at, to be signed, ready to be sent.
  const toStage: string[] = [];
  const toSign: string[] = [];
  // What `sign` is asking about: it is made ready by the answer, however often it is paused and resumed meanwhile.
  const beingSigned = new Set<string>();
  const ready: string[] = [];
  let running = 0;
  let staging = false;
  let signing = false;

  function set(id: string, state: UploadState, soon = false) {
    const upload = board.get(id);
    if (!upload) return;
    const next: Upload = { ...fileOf(upload), ...state };
    board.put(next, soon);
    const { status } = state;
    if (status === 'stored' || status === 'failed' || status === 'refused') {
      board.emit({ type: status, upload: next });
    }
  }
  const fail = (id: string, verdict: Verdict) => set(id, { status: 'failed', verdict });
  /** True while this attempt is the one that counts: it was neither removed nor stopped. */
  const isCurrent = (id: string, work: Work, signal: AbortSignal) =>
    works.get(id) === work && !signal.aborted;
  const isQueued = (id: string) => board.get(id)?.status === 'queued';

  function warmUp() {
    client.warmUp();
    void expectParts(0);
    preparation.warmUp();
  }

  function add(files: Iterable<File | PickedFile>): string[] {
    const added = intake.add(files, (id, file) => {
      works.set(id, newWork(file));
      toStage.push(id);
    });
    // After this turn, so that everything that is added together shares one request.
    queueMicrotask(() => void stage());
    return added;
  }

  function measure(id: string) {
    const refusal = intake.measure(id, works.get(id)?.body.size);
    if (!refusal) return;
    works.delete(id);
    set(id, { status: 'refused', refusal });
  }

  async function stage() {
    if (staging) return;
    staging = true;
    // A long list is seen first; what sends it is on its way while it is being signed.
    const long = toStage.length > many;
    if (long) await clock.turn();
    sender.load().catch(noSender);
    let since = clock.now();
    while (toStage.length > 0 || board.complete()) {
      const id = toStage[0] as string;
      const work = works.get(id);
      if (!work || !isQueued(id)) {
        toStage.shift();
        continue;
      }
      measure(id);
      if (works.get(id) !== work) continue;
      if (preparation.isNeeded(work)) {
        // No further ahead than it takes to keep all places busy.
        if (toSign.length + ready.length >= concurrency) break;
        toStage.shift();
        await prepareOne(id, work);
      } else {
        toStage.shift();
        work.prepared = true;
        enqueue(id, work);
      }
      if (clock.now() - since > slice) {
        // Few of them go by one request.
        if (long) pump();
        await clock.turn();
        since = clock.now();
      }
    }
    staging = false;
    pump();
  }

  async function prepareOne(id: string, work: Work) {
    const { signal } = work.stop;
    const { body } = work;
    try {
      await preparation.run(id, work);
    } catch {
      return;
    }
    const upload = board.get(id);
    if (!upload || !isCurrent(id, work, signal)) return;
    if (work.body !== body) {
      const { size, type } = work.body;
      const name = upload.name === shownName(body.name) ? shownName(work.body.name) : upload.name;
      board.put({ ...upload, size, type, name });
    }
    if (isQueued(id)) enqueue(id, work);
  }

  /** Puts an upload where it has to go on. */
  function enqueue(id: string, work: Work) {
    if (work.sent) void finish(id, work);
    else if (!work.prepared) toStage.push(id);
    else if (work.target && clock.now() <= work.goodUntil) ready.push(id);
    else if (!beingSigned.has(id)) toSign.push(id);
  }

  function pump() {
    while (ready.length > 0) {
      const id = ready[0] as string;
      const work = works.get(id);
      if (work && running >= (isLight(work) ? lanes : concurrency)) break;
      ready.shift();
      if (!work || !isQueued(id)) continue;
      if (clock.now() > work.goodUntil) {
        work.target = null;
        toSign.push(id);
        signer.expired();
      } else work.attempt = run(id, work, work.attempt);
    }
    if (isLast()) sender.atHand()?.hurry();
    if (ready.length >= concurrency) return;
    if (!signing && toSign.length > 0) void sign();
    if (!staging && toStage.length > 0) queueMicrotask(() => void stage());
  }

  async function sign() {
    signing = true;
    const batch = [...new Set(toSign.splice(0, signer.getBatchSize()))].flatMap((id) => {
      const [upload, work] = [board.get(id), works.get(id)];
      return upload && work && upload.status === 'queued' ? [{ upload, work }] : [];
    });
    for (const { upload } of batch) beingSigned.add(upload.id);
    const results = await signer.sign(batch);
    beingSigned.clear();
    for (const [index, result] of results.entries()) {
      const { upload, work } = batch[index] as ToSign;
      const { id } = upload;
      if (works.get(id) !== work) continue;
      const renamed = board.get(id)?.name !== upload.name;
      if (result) fail(id, result.verdict);
      // Its name stands in the key that was signed.
      else if (renamed) work.target = null;
      if (!result && isQueued(id)) (renamed ? toSign : ready).push(id);
    }
    signing = false;
    pump();
  }

  /** Sends what is ready, and frees its place before it is registered. */
  async function run(id: string, work: Work, before: Promise<void> | null) {
    const { signal } = work.stop;
    running++;
    try {
      if (before) await before;
      // It may have been paused and resumed meanwhile, and a later attempt is waiting for this one.
      if (!isCurrent(id, work, signal)) return;
      const { send } = sender.atHand() ?? (await ask(id, signal, sender.load));
      const verdict = await send({
        id,
        work,
        sign: async () => {
          const [refused] = await signer.sign([{ upload: board.get(id) as Upload, work }]);
          if (refused) throw refused;
        },
        onProgress: (loaded) => {
          if (isCurrent(id, work, signal)) board.load(id, loaded);
        },
        onWait: (reason) => {
          if (isCurrent(id, work, signal)) wait(id, work, reason);
        },
        onPart: () => preparation.remember(work, clock.now()),
        onLost: () => preparation.forget(work),
      });
      if (!isCurrent(id, work, signal)) return;
      if (verdict) fail(id, verdict);
      else {
        signer.used();
        work.sent = true;
        void finish(id, work);
      }
    } catch (error) {
      if (isCurrent(id, work, signal)) fail(id, verdictOf(error));
    } finally {
      running--;
      pump();
    }
  }

  function wait(id: string, work: Work, reason: WaitingFor | null) {
    const upload = board.get(id);
    if (!upload) return;
    const loaded = loadedOf(upload);
    const { whole } = work;
    if (reason) set(id, { status: 'waiting', loaded, for: reason });
    else if (upload.status !== 'sending' || upload.whole !== whole) {
      const to = work.target?.to === 'database' ? 'database' : 's3';
      set(id, { status: 'sending', loaded, to, speed: null, whole });
    }
  }

  async function finish(id: string, work: Work) {
    const { signal } = work.stop;
    const attachmentId = work.attachmentId as string;
    set(id, { status: 'registering' });
    try {
      const parts = work.parts && !work.whole ? [...work.parts.done.values()] : null;
      parts?.sort((a, b) => a.number - b.number);
      const call = async (): Promise<Completed> =>
        parts
          ? client.completeUpload({ attachmentId, body: { parts } }, { signal })
          : (await sender.load()).register(attachmentId);
      const { attachment, notice } = await ask(id, signal, call);
      if (!isCurrent(id, work, signal)) return;
      preparation.forget(work);
      set(id, { status: 'stored', attachment, notice });
    } catch (error) {
      if (!isCurrent(id, work, signal)) return;
      const verdict = verdictOf(error);
      const code = codeOf(verdict);
      // What is not whole or not there has to be sent again; anything else needs the registration only.
      if (['upload_incomplete', 'not_found', 'upload_gone'].includes(code)) {
        work.sent = false;
        work.parts?.done.clear();
        preparation.forget(work);
      }
      // S3 has discarded the parts: they are sent from the first one, once without a word.
      if (code === 'upload_gone' && mayBeginAnew(work)) {
        set(id, { status: 'queued' });
        enqueue(id, work);
        pump();
      } else fail(id, verdict);
    }
  }

  // As well as it goes, behind the picture: what cannot be withdrawn now is never shown, for it was not registered.
  function withdraw(attachmentId: string | null) {
    if (attachmentId) void clock.turn().then(() => client.deleteAttachment({ attachmentId }).catch(() => {}));
  }

  function begin(id: string, work: Work, event: 'retried' | 'resumed') {
    work.stop = new AbortController();
    set(id, { status: 'queued' }, true);
    board.emit({ type: event, upload: board.get(id) as Upload });
    enqueue(id, work);
    queueMicrotask(pump);
  }

  function retry(ids?: string | readonly string[]) {
    for (const id of [ids ?? board.getIds()].flat()) {
      const upload = board.get(id);
      const work = works.get(id);
      if (upload?.status === 'waiting') patience.wake(id);
      if (upload?.status !== 'failed' || !work) continue;
      // The settings may be others by now: the backend says whether the same attachment will do.
      if (!work.sent) work.target = null;
      begin(id, work, 'retried');
    }
  }

  function leave(upload: Upload) {
    works.delete(upload.id);
    intake.drop(upload.id);
    board.emit({ type: 'removed', upload });
  }

  function remove(id: string) {
    const upload = board.get(id);
    if (!upload) return;
    const work = works.get(id);
    leave(upload);
    if (upload.status === 'stored') {
      if (upload.attachment.draftId !== null) withdraw(upload.attachment.id);
    } else if (work) {
      work.stop.abort();
      preparation.forget(work);
      // What is being made at this moment is withdrawn when it is there: who removed it has the id only then.
      void Promise.resolve(work.making).then(() => withdraw(work.attachmentId));
    }
    pump();
  }

  return {
    warmUp,
    add,
    restore: intake.restore,
    retry,
    remove,
    removeAll() {
      for (const id of board.getIds()) if (board.get(id)?.status !== 'stored') remove(id);
    },
    forget(ids = board.getIds()) {
      for (const id of ids) {
        const upload = board.get(id);
        if (upload?.status === 'stored') leave(upload);
      }
    },
    pause(id) {
      for (const one of [id ?? board.getIds()].flat()) {
        const upload = board.get(one);
        if (!upload || !isPausable(upload)) continue;
        works.get(one)?.stop.abort();
        set(one, { status: 'paused', loaded: loadedOf(upload) }, true);
        board.emit({ type: 'paused', upload: board.get(one) as Upload });
      }
      pump();
    },
    resume(id) {
      for (const one of [id ?? board.getIds()].flat()) {
        const work = works.get(one);
        if (work && board.get(one)?.status === 'paused') begin(one, work, 'resumed');
      }
    },
    rename(id, name) {
      const upload = board.get(id);
      const work = works.get(id);
      const early = upload && isPending(upload) && loadedOf(upload) === 0 && upload.status !== 'sending';
      if (!upload || !work || work.sent || !(early || upload.status === 'failed')) return false;
      const shown = shownName(name).slice(0, 255);
      if (shown === upload.name) return true;
      // It was signed with its name in the key.
      work.target = null;
      board.put({ ...upload, name: shown }, true);
      const index = ready.indexOf(id);
      if (index >= 0) toSign.push(...ready.splice(index, 1));
      pump();
      return true;
    },
    move: board.move,
    measure,
    setRestrictions: intake.setRestrictions,
    getIds: board.getIds,
    getUpload: board.get,
    isPending: board.isPending,
    getSummary: board.getSummary,
    getProgress: board.getProgress,
    subscribe: board.subscribe,
    onEvent: board.onEvent,
  };
}
