import { isPending, loadedOf, type Upload } from './Upload.ts';
import type { Clock, UploaderEvent, UploadProgress, UploadSummary } from './Uploader.ts';

/** All that is shown of an uploader: its uploads, counts and progress, and who is told of them: soon of what somebody did, at the clock's pace of what happens by itself. */
export interface Board {
  get(id: string): Upload | undefined;
  getIds(): readonly string[];
  isPending(): boolean;
  getSummary(): UploadSummary;
  getProgress(): UploadProgress;
  /** The one place where an upload comes or changes its state: counts and progress go with it. `soon`: somebody did it. */
  put(upload: Upload, soon?: boolean): void;
  /** Takes it off. */
  drop(id: string): void;
  /**
   * Appends these, and tells what is to be told of them. Those that were not put before count as on their way until one of them is
   * asked for, or the board is completed: `putLater` puts them then, and returns what is to be told.
   */
  append(
    ids: readonly string[],
    told: readonly UploaderEvent[],
    putLater?: () => readonly UploaderEvent[],
  ): void;
  /** Puts what has been appended and not been put yet; true where there was any. */
  complete(): boolean;
  move(id: string, index: number): void;
  /** Bytes that have been sent of an upload; told with the next frame, and never less than before. */
  load(id: string, loaded: number): void;
  subscribe(listener: () => void, id?: string): () => void;
  onEvent(listener: (event: UploaderEvent) => void): () => void;
  emit(event: UploaderEvent): void;
}

/** Speed is told anew after so many ms, as a mean in which the last seconds weigh most. */
const speedEvery = 400;

interface Pace {
  at: number;
  loaded: number;
  speed: number | null;
}

/** Makes an empty board. */
export function createBoard(clock: Clock): Board {
  const uploads = new Map<string, Upload>();
  let ids: readonly string[] = [];
  // Some of `ids` were dropped: thousands of them at a time cost no more than one.
  let stale = false;
  const counts = { pending: 0, paused: 0, failed: 0, refused: 0, stored: 0 };
  // The same object while the counts are the same: who shows them has nothing to do then.
  let summary: UploadSummary = { ...counts };
  // What `progress` speaks of: those on their way, and those that were stored since the first of them began.
  const members = new Set<string>();
  const sums = { loaded: 0, total: 0, done: 0 };
  let progress: UploadProgress = { ...sums, files: 0, speed: null, secondsLeft: null };
  const paces = new Map<string, Pace>();
  const loads = new Map<string, number>();
  const listeners = new Set<() => void>();
  const listenersOf = new Map<string, Set<() => void>>();
  const eventListeners = new Set<(event: UploaderEvent) => void>();
  const changed = new Set<string>();
  let scheduled: 'frame' | 'soon' | null = null;
  // The end of a long list: how many there are, and what puts them.
  let promised = 0;
  let putPromised = (): readonly UploaderEvent[] => [];
  let untold: readonly UploaderEvent[] = [];

  function complete() {
    if (promised === 0) return false;
    counts.pending -= promised;
    promised = 0;
    untold = [...untold, ...putPromised()];
    // Whoever asked may be rendering, and those who are told would render as well.
    queueMicrotask(tell);
    return true;
  }

  function get(id: string) {
    return uploads.get(id) ?? (complete() ? uploads.get(id) : undefined);
  }

  function getIds() {
    if (stale) {
      complete();
      ids = ids.filter((id) => uploads.has(id));
    }
    stale = false;
    return ids;
  }

  function getSummary() {
    if (differs(counts, summary)) summary = { ...counts };
    return summary;
  }

  function touch(id?: string, soon = false) {
    // Who begins to listen looks first.
    if (id !== undefined && listenersOf.has(id)) changed.add(id);
    if (scheduled === 'soon' || (scheduled && !soon)) return;
    scheduled = soon ? 'soon' : 'frame';
    clock[scheduled](flush);
  }

  function flush() {
    // Told already, when something more urgent came.
    if (!scheduled) return;
    for (const [id, loaded] of loads) {
      const upload = uploads.get(id);
      if (upload?.status !== 'sending') continue;
      const most = Math.max(upload.loaded, Math.min(loaded, upload.size ?? loaded));
      const speed = paceOf(id, most);
      if (most !== upload.loaded || speed !== upload.speed) put({ ...upload, loaded: most, speed });
    }
    loads.clear();
    tellProgress();
    // Only now: what was changed above is told with this frame.
    scheduled = null;
    const told = [...changed];
    changed.clear();
    for (const id of told) for (const listener of listenersOf.get(id) ?? []) listener();
    for (const listener of listeners) listener();
  }

  function paceOf(key: string, loaded: number): number | null {
    const now = clock.now();
    const pace = paces.get(key);
    if (!pace || loaded < pace.loaded) {
      paces.set(key, { at: now, loaded, speed: null });
      return null;
    }
    const passed = now - pace.at;
    if (passed < speedEvery) return pace.speed;
    const latest = ((loaded - pace.loaded) / passed) * 1000;
    const speed = pace.speed === null ? latest : pace.speed * 0.7 + latest * 0.3;
    paces.set(key, { at: now, loaded, speed });
    return speed;
  }

  function tellProgress() {
    const files = members.size + promised;
    const { loaded, total } = sums;
    if (counts.pending === 0) paces.delete('');
    const speed = counts.pending === 0 ? null : paceOf('', loaded);
    const now = { ...sums, files, speed, secondsLeft: speed ? (total - loaded) / speed : null };
    if (differs(now, progress)) progress = now;
  }

  /** Adds an upload to the counts, or takes it out of them. */
  function count(upload: Upload, by: 1 | -1) {
    const kind = isPending(upload) ? 'pending' : upload.status;
    counts[kind] += by;
    if (upload.status === 'paused') counts.paused += by;
    if (!members.has(upload.id)) return;
    sums.loaded += loadedOf(upload) * by;
    sums.total += (upload.size ?? 0) * by;
    if (upload.status === 'stored') sums.done += by;
  }

  function put(upload: Upload, soon = false) {
    const { id } = upload;
    const before = uploads.get(id);
    if (before) count(before, -1);
    if (isPending(upload)) {
      if (counts.pending === 0 && !(before && isPending(before))) {
        members.clear();
        sums.loaded = sums.total = sums.done = 0;
      }
      members.add(id);
    } else if (upload.status !== 'stored') members.delete(id);
    count(upload, 1);
    if (upload.status !== 'sending') paces.delete(id);
    uploads.set(id, upload);
    touch(id, soon);
  }

  function drop(id: string) {
    const upload = get(id);
    if (!upload) return;
    count(upload, -1);
    members.delete(id);
    uploads.delete(id);
    paces.delete(id);
    loads.delete(id);
    stale = true;
    touch(id, true);
    // With whatever else the same click changes, the focus above all: one rendering for both.
    queueMicrotask(flush);
  }

  function tell(more: readonly UploaderEvent[] = []) {
    const events = [...untold, ...more];
    untold = [];
    for (const event of events) {
      for (const listener of eventListeners) {
        try {
          listener(event);
        } catch (error) {
          // A host's fault is the host's: it must not stop the files.
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    }
  }

  return {
    get,
    getIds,
    isPending: () => counts.pending > 0,
    getSummary,
    getProgress: () => progress,
    put,
    drop,
    append(more, told, putLater = putPromised) {
      complete();
      ids = [...getIds(), ...more];
      putPromised = putLater;
      promised = ids.length - uploads.size;
      counts.pending += promised;
      touch(undefined, true);
      tell(told);
    },
    complete,
    move(id, index) {
      if (!get(id)) return;
      const others = getIds().filter((other) => other !== id);
      others.splice(Math.max(0, index), 0, id);
      ids = others;
      touch(undefined, true);
    },
    load(id, loaded) {
      loads.set(id, loaded);
      touch(id);
    },
    subscribe(listener, id) {
      const set = id === undefined ? listeners : (listenersOf.get(id) ?? new Set());
      if (id !== undefined) listenersOf.set(id, set);
      set.add(listener);
      return () => {
        set.delete(listener);
        if (id !== undefined && set.size === 0 && listenersOf.get(id) === set) listenersOf.delete(id);
      };
    },
    onEvent(listener) {
      eventListeners.add(listener);
      return () => void eventListeners.delete(listener);
    },
    emit: (event) => tell([event]),
  };
}

function differs<T extends object>(now: T, before: T): boolean {
  return (Object.keys(now) as (keyof T)[]).some((key) => now[key] !== before[key]);
}
