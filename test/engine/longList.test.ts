import { beforeEach, describe, expect, it } from 'vitest';
import type { Attachment } from '../../src/contract/index.ts';
import { createBoard } from '../../src/engine/createBoard.ts';
import { createIntake } from '../../src/engine/createIntake.ts';
import type { Restrictions, UploaderEvent } from '../../src/engine/index.ts';
import { createHandClock } from './createHandClock.ts';
import { file, settled, world } from './createWorld.ts';

let clock = createHandClock();
let board = createBoard(clock);
let taken: string[] = [];
let told: string[] = [];
beforeEach(() => {
  clock = createHandClock();
  board = createBoard(clock);
  taken = [];
  told = [];
  board.onEvent((event) => told.push('upload' in event ? `${event.type} ${event.upload.name}` : event.type));
});

const names = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `${from + index}.png`);
const add = (intake: ReturnType<typeof createIntake>, files: readonly string[]) =>
  intake.add(
    files.map((name) => new File(['x'], name, { type: 'image/png' })),
    (_, { name }) => void taken.push(name),
  );
const intakeOf = (rules: Restrictions = {}) => createIntake(board, rules);
const added = (list: readonly string[]) => list.map((name) => `added ${name}`);
const nameOf = (id = '') => board.get(id)?.name;

describe('of 250 files that are added together', () => {
  it('the first hundred are looked at before the first picture, and all are counted in it', () => {
    const ids = add(intakeOf(), names(250));
    expect(clock.draw()).toEqual(['soon']);
    expect(new Set(ids).size).toBe(250);
    expect(board.getIds()).toEqual(ids);
    expect(board.getSummary().pending).toBe(250);
    expect(board.getProgress()).toMatchObject({ files: 250, done: 0, total: 0 });
    expect(taken).toEqual(names(100));
    expect(told).toEqual(added(names(100)));
    expect(ids.slice(0, 100).map(nameOf)).toEqual(names(100));
    expect(taken).toHaveLength(100);
  });

  it('the others are there when the list is completed, once, and nothing is counted anew', async () => {
    const ids = add(intakeOf(), names(250));
    clock.draw();
    const [summary, progress] = [board.getSummary(), board.getProgress()];
    expect(board.complete()).toBe(true);
    expect(taken).toEqual(names(250));
    // Whoever asked for one of them may be rendering: what happened is told when that is over.
    expect(told).toHaveLength(100);
    await Promise.resolve();
    expect(told).toEqual(added(names(250)));
    expect(ids.map(nameOf)).toEqual(names(250));
    clock.draw();
    expect(board.getSummary()).toBe(summary);
    expect(board.getProgress()).toBe(progress);
    expect(board.complete()).toBe(false);
    await Promise.resolve();
    expect(told).toHaveLength(250);
  });

  it('the others are there when one of them is asked for', () => {
    const ids = add(intakeOf(), names(250));
    expect(board.get(ids[249] ?? '')).toMatchObject({ name: '249.png', status: 'queued', folder: '' });
    expect(taken).toEqual(names(250));
    expect(board.get('nobody')).toBeUndefined();
  });

  it('one that nobody has looked at can be taken off, and is told of as added before', () => {
    const [first = '', ...rest] = add(intakeOf(), names(250));
    const last = rest.at(-1) ?? '';
    board.drop(last);
    board.emit({ type: 'held', for: 'network' } as UploaderEvent);
    expect(told).toEqual([...added(names(250)), 'held']);
    expect(board.getIds()).toEqual([first, ...rest.slice(0, -1)]);
    expect(board.getSummary().pending).toBe(249);
  });

  it('one that nobody has looked at can be moved', () => {
    const ids = add(intakeOf(), names(250));
    board.move(ids[200] ?? '', 0);
    expect(board.getIds()[0]).toBe(ids[200]);
    expect(board.getIds()).toHaveLength(250);
  });

  it('those that are not looked at stay in the list when one of the first is taken off', () => {
    const ids = add(intakeOf(), names(250));
    board.drop(ids[0] ?? '');
    expect(board.getIds()).toEqual(ids.slice(1));
    expect(board.getIds().map(nameOf)).toEqual(names(249, 1));
    expect(board.getSummary().pending).toBe(249);
  });

  it('all are still on their way when each of the first hundred is gone', () => {
    const ids = add(intakeOf(), names(150));
    for (const id of ids.slice(0, 100)) board.drop(id);
    expect(board.isPending()).toBe(true);
    clock.draw();
    expect(board.getProgress()).toMatchObject({ files: 50 });
    expect(board.getSummary().pending).toBe(50);
    expect(board.getIds()).toEqual(ids.slice(100));
  });

  it('all come before those that are added next', async () => {
    const intake = intakeOf();
    const ids = [...add(intake, names(150)), ...add(intake, names(150, 150))];
    expect(taken).toEqual(names(250));
    expect(board.getIds()).toEqual(ids);
    board.complete();
    await Promise.resolve();
    expect(told).toEqual(added(names(300)));
    expect(ids.map(nameOf)).toEqual(names(300));
  });

  it('all come before what the draft held', () => {
    const intake = intakeOf();
    const ids = add(intake, names(150));
    intake.restore([{ id: 'a', name: 'old.png', size: 1, type: 'image/png' } as Attachment]);
    expect(board.getIds().map(nameOf)).toEqual([...names(150), 'old.png']);
    expect(board.getIds().slice(0, 150)).toEqual(ids);
  });

  it('none is refused by a rule that came after it', () => {
    const intake = intakeOf();
    const ids = add(intake, names(150));
    intake.setRestrictions({ accept: 'text/*', maxFiles: 1 });
    expect(board.get(ids[149] ?? '')?.status).toBe('queued');
    expect(board.getSummary()).toMatchObject({ pending: 150, refused: 0 });
  });

  it.each<[string, Restrictions, number]>([
    ['kinds', { accept: '.png' }, 0],
    ['a number', { maxFiles: 120 }, 30],
  ])('all are looked at together where only %s are accepted', (_, rules, refused) => {
    add(intakeOf(rules), names(150));
    expect(board.getSummary()).toMatchObject({ pending: 150 - refused, refused });
    expect(told).toHaveLength(150);
    expect(board.complete()).toBe(false);
  });
});

it('a hundred files are all looked at together', () => {
  add(intakeOf(), names(100));
  expect(taken).toEqual(names(100));
  expect(board.complete()).toBe(false);
});

it('files that are added while others are looked at all go, and each is told of as added before it is stored', async () => {
  const { uploader, events } = await world();
  const files = (from: number) => names(150, from).map((name) => file(name, 10));
  uploader.add(files(0));
  await Promise.resolve();
  const [, , ...more] = uploader.add(files(150));
  uploader.remove(more.at(-1) ?? '');
  await settled(uploader);
  expect(uploader.getSummary()).toMatchObject({ stored: 299, failed: 0 });
  const of = (type: string) =>
    events.flatMap((event) => (event.type === type && 'upload' in event ? [event.upload.name] : []));
  expect(of('added')).toEqual(names(300));
  expect(of('removed')).toEqual(['299.png']);
  const places = new Map(
    events.map((event, place) => ['upload' in event ? `${event.type} ${event.upload.name}` : '', place]),
  );
  for (const name of of('stored')) {
    expect(places.get(`added ${name}`)).toBeLessThan(places.get(`stored ${name}`) ?? 0);
  }
});
