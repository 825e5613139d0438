import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createBoard } from '../../src/engine/createBoard.ts';
import type { Upload, UploadState } from '../../src/engine/index.ts';
import { createHandClock } from './createHandClock.ts';

let clock = createHandClock();
let board = createBoard(clock);
beforeEach(() => {
  clock = createHandClock();
  board = createBoard(clock);
});

const sending = (loaded = 0) =>
  ({ status: 'sending', loaded, to: 's3', speed: null, whole: null }) satisfies UploadState;
const stored = { status: 'stored', attachment: {} as never, notice: null } satisfies UploadState;
const failed = { status: 'failed', verdict: {} as never } satisfies UploadState;
const refused = {
  status: 'refused',
  refusal: { code: 'too_many', maximum: 0 },
} satisfies UploadState;

function make(id: string, state: UploadState = { status: 'queued' }, size: number | null = 1000): Upload {
  return { id, file: null, name: id, size, type: '', folder: '', duplicateOf: null, ...state };
}
/** Puts uploads on the list. */
function list(...uploads: Upload[]) {
  for (const upload of uploads) board.put(upload);
  board.append(
    uploads.map(({ id }) => id),
    [],
  );
}

describe('the list', () => {
  it('keeps its order, also when one is moved or taken off', async () => {
    list(make('a'), make('b'), make('c'));
    board.move('c', 0);
    expect(board.getIds()).toEqual(['c', 'a', 'b']);
    board.move('c', 1);
    expect(board.getIds()).toEqual(['a', 'c', 'b']);
    board.move('a', 99);
    expect(board.getIds()).toEqual(['c', 'b', 'a']);
    board.move('b', -5);
    expect(board.getIds()).toEqual(['b', 'c', 'a']);
    board.move('nobody', 0);
    expect(board.getIds()).toEqual(['b', 'c', 'a']);
    board.drop('c');
    expect(board.getIds()).toEqual(['b', 'a']);
    expect(board.get('c')).toBeUndefined();
    list(make('d'));
    expect(board.getIds()).toEqual(['b', 'a', 'd']);
  });

  it('is the same array until it changes', () => {
    list(make('a'));
    const before = board.getIds();
    board.put(make('a', sending()));
    expect(board.getIds()).toBe(before);
    board.drop('a');
    expect(board.getIds()).not.toBe(before);
    expect(board.getIds()).toBe(board.getIds());
  });
});

describe('counts', () => {
  it('say how many there are of each kind, the paused ones among those on their way', () => {
    list(
      make('1'),
      make('2', sending()),
      make('3', { status: 'waiting', loaded: 0, for: 'network' }),
      make('4', { status: 'paused', loaded: 0 }),
      make('5', { status: 'registering' }),
      make('6', stored),
      make('7', failed),
      make('8', refused),
    );
    expect(board.getSummary()).toEqual({ pending: 5, paused: 1, failed: 1, refused: 1, stored: 1 });
    expect(board.isPending()).toBe(true);
    for (const id of ['1', '2', '3', '4', '5']) board.drop(id);
    expect(board.getSummary()).toEqual({ pending: 0, paused: 0, failed: 1, refused: 1, stored: 1 });
    expect(board.isPending()).toBe(false);
  });

  it('are the same object until one of them changes', () => {
    list(make('a'));
    const before = board.getSummary();
    board.put(make('a', sending()));
    expect(board.getSummary()).toBe(before);
    board.put(make('a', stored));
    expect(board.getSummary()).not.toBe(before);
  });

  it('do not move when somebody takes off what is not there', () => {
    list(make('a'));
    board.drop('b');
    expect(board.getSummary().pending).toBe(1);
  });
});

describe('progress', () => {
  const progress = () => {
    clock.draw();
    return board.getProgress();
  };

  it('is the bytes and the files of all that are on their way, and of those stored since', () => {
    list(make('a', sending(400), 1000), make('b', { status: 'queued' }, 500), make('c', failed, 9000));
    expect(progress()).toMatchObject({ loaded: 400, total: 1500, done: 0, files: 2 });
    board.put(make('a', { status: 'registering' }, 1000));
    expect(progress()).toMatchObject({ loaded: 1000, total: 1500, done: 0, files: 2 });
    board.put(make('a', stored, 1000));
    expect(progress()).toMatchObject({ loaded: 1000, total: 1500, done: 1, files: 2 });
    board.put(make('b', failed, 500));
    expect(progress()).toMatchObject({ loaded: 1000, total: 1000, done: 1, files: 1 });
  });

  it('begins anew with the first file after all were done', () => {
    list(make('a', sending(), 1000));
    board.put(make('a', stored, 1000));
    list(make('b', { status: 'queued' }, 300));
    expect(progress()).toMatchObject({ loaded: 0, total: 300, done: 0, files: 1 });
  });

  it('of a file alone goes on when it is paused and resumed', () => {
    list(make('a', sending(400), 1000));
    board.put(make('b', stored, 1000));
    board.put(make('a', { status: 'paused', loaded: 400 }, 1000));
    board.put(make('a', sending(400), 1000));
    expect(progress()).toMatchObject({ loaded: 400, total: 1000, files: 1 });
  });

  it('counts a file whose size nobody has looked at as nothing, until somebody does', () => {
    list(make('a', { status: 'queued' }, null));
    expect(progress()).toMatchObject({ total: 0, files: 1 });
    board.put(make('a', { status: 'queued' }, 700));
    expect(progress()).toMatchObject({ total: 700, files: 1 });
  });

  it('takes out what is taken off the list', () => {
    list(make('a', sending(400), 1000), make('b', { status: 'queued' }, 500));
    board.drop('a');
    expect(progress()).toMatchObject({ loaded: 0, total: 500, files: 1 });
  });

  it('never goes back, never goes past the size, and is told with the next picture', () => {
    list(make('a', sending(), 1000));
    clock.draw();
    const loaded = () => board.get('a') as Upload & { loaded: number };
    board.load('a', 600);
    expect(loaded().loaded).toBe(0);
    clock.draw();
    expect(loaded().loaded).toBe(600);
    board.load('a', 200);
    clock.draw();
    expect(loaded().loaded).toBe(600);
    board.load('a', 5000);
    clock.draw();
    expect(loaded().loaded).toBe(1000);
    board.put(make('a', { status: 'paused', loaded: 1000 }));
    board.load('a', 1);
    clock.draw();
    expect(board.get('a')).toEqual(make('a', { status: 'paused', loaded: 1000 }));
  });

  it('takes what is sent of a file without a size as it comes', () => {
    list(make('a', sending(), null));
    board.load('a', 600);
    clock.draw();
    expect(board.get('a')).toMatchObject({ loaded: 600 });
  });

  it('is the same object until it changes', () => {
    list(make('a', sending(), 1000));
    const before = progress();
    board.put(make('a', sending(), 1000));
    expect(progress()).toBe(before);
    board.load('a', 1);
    expect(progress()).not.toBe(before);
  });
});

describe('speed', () => {
  const speeds = () => {
    clock.draw();
    const upload = board.get('a') as Upload & { speed: number | null };
    const { speed, secondsLeft } = board.getProgress();
    return { one: upload.speed, all: speed, secondsLeft };
  };
  const load = (ms: number, loaded: number) => {
    clock.pass(ms);
    board.load('a', loaded);
    return speeds();
  };

  it('is told from the bytes of the last seconds, at most every 400 ms, the latest first', () => {
    list(make('a', sending(), 10_000));
    expect(speeds()).toEqual({ one: null, all: null, secondsLeft: null });
    expect(load(100, 0)).toEqual({ one: null, all: null, secondsLeft: null });
    expect(load(299, 500)).toEqual({ one: null, all: null, secondsLeft: null });
    // All together since 400 ms, this one since 300.
    expect(load(1, 800)).toEqual({ one: null, all: 2000, secondsLeft: 4.6 });
    expect(load(100, 800)).toMatchObject({ one: 2000, all: 2000 });
    expect(load(399, 1199)).toMatchObject({ one: 2000, all: 2000 * 0.7 + (399 / 499) * 1000 * 0.3 });
    expect(load(1, 1200).one).toBe(2000 * 0.7 + 1000 * 0.3);
  });

  it('says how long the rest takes at that speed', () => {
    list(make('a', sending(), 10_000));
    speeds();
    expect(load(1000, 2000)).toMatchObject({ all: 2000, secondsLeft: 4 });
    expect(load(1000, 2000).secondsLeft).toBeCloseTo(8000 / 1400);
  });

  it('is nobody’s as soon as nothing is on its way', () => {
    list(make('a', sending(), 10_000));
    speeds();
    expect(load(1000, 2000).all).toBe(2000);
    board.put(make('a', stored, 10_000));
    clock.draw();
    expect(board.getProgress()).toMatchObject({ speed: null, secondsLeft: null });
    list(make('b', sending(), 100));
    clock.draw();
    expect(board.getProgress().speed).toBeNull();
  });

  it('is told anew of a file that is sent anew', () => {
    list(make('a', sending(), 10_000));
    speeds();
    load(0, 100);
    expect(load(1000, 2100).one).toBe(2000);
    board.put(make('a', { status: 'paused', loaded: 2100 }, 10_000));
    clock.pass(60_000);
    board.put(make('a', sending(2100), 10_000));
    expect(load(10, 2200).one).toBeNull();
    expect(load(500, 2700).one).toBe(1000);
  });
});

describe('who listens', () => {
  it('is told of the one upload or of any, once with a picture', () => {
    list(make('a'), make('b'));
    clock.draw();
    const [any, ofA, ofB] = [vi.fn(), vi.fn(), vi.fn()];
    board.subscribe(any);
    const stop = board.subscribe(ofA, 'a');
    board.subscribe(ofB, 'b');
    board.put(make('a', sending()));
    board.put(make('a', sending(1)));
    expect(any).not.toHaveBeenCalled();
    expect(clock.draw()).toEqual(['frame']);
    expect([any, ofA, ofB].map((told) => told.mock.calls.length)).toEqual([1, 1, 0]);
    stop();
    board.put(make('a', sending(2)));
    clock.draw();
    expect([any, ofA, ofB].map((told) => told.mock.calls.length)).toEqual([2, 1, 0]);
  });

  it('is told of one as long as anybody listens to it', () => {
    list(make('a'));
    clock.draw();
    const [first, second] = [vi.fn(), vi.fn()];
    const stop = board.subscribe(first, 'a');
    board.subscribe(second, 'a');
    stop();
    stop();
    board.put(make('a', sending()));
    clock.draw();
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledOnce();
  });

  it('is not told any more when it has gone before the picture came', () => {
    list(make('a'));
    const ofA = vi.fn();
    const stop = board.subscribe(ofA, 'a');
    board.put(make('a', sending()));
    stop();
    clock.draw();
    expect(ofA).not.toHaveBeenCalled();
  });

  it('is told sooner of what somebody did, and not twice of it', () => {
    const any = vi.fn();
    board.subscribe(any);
    board.put(make('a'));
    board.put(make('a', sending()), true);
    board.put(make('a', sending(1)), true);
    board.put(make('a', sending(2)));
    expect(clock.draw()).toEqual(['frame', 'soon']);
    expect(any).toHaveBeenCalledOnce();
    for (const act of [() => board.append([], []), () => board.move('a', 0)]) {
      act();
      expect(clock.draw()).toEqual(['soon']);
    }
  });

  it('is told of what is taken off within the same task', async () => {
    list(make('a'));
    clock.draw();
    const any = vi.fn();
    board.subscribe(any);
    board.drop('a');
    await Promise.resolve();
    expect(any).toHaveBeenCalledOnce();
    clock.draw();
    expect(any).toHaveBeenCalledOnce();
  });

  it('hears each event once, until it stops', () => {
    const heard = vi.fn();
    const stop = board.onEvent(heard);
    board.emit({ type: 'released' });
    stop();
    board.emit({ type: 'released' });
    expect(heard).toHaveBeenCalledExactlyOnceWith({ type: 'released' });
  });
});
