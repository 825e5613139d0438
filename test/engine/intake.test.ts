import { beforeEach, expect, it } from 'vitest';
import { createBoard } from '../../src/engine/createBoard.ts';
import { createIntake } from '../../src/engine/createIntake.ts';
import type { Restrictions } from '../../src/engine/index.ts';
import { createHandClock } from './createHandClock.ts';

let board = createBoard(createHandClock());
beforeEach(() => {
  board = createBoard(createHandClock());
});

const intakeOf = (rules: Restrictions) => createIntake(board, rules);
const png = (name: string, size = 10) => new File(['x'.repeat(size)], name, { type: 'image/png' });
const txt = (name: string, size = 10) => new File(['x'.repeat(size)], name, { type: 'text/plain' });
const statuses = (ids: readonly string[]) => ids.map((id) => board.get(id)?.status);

it('does not count what it refuses', () => {
  const intake = intakeOf({ accept: 'image/*', maxFiles: 2 });
  const ids = intake.add([txt('a.txt'), png('a.png'), txt('b.txt'), png('b.png'), png('c.png')], () => {});
  expect(statuses(ids)).toEqual(['refused', 'queued', 'refused', 'queued', 'refused']);
  expect(new Set(ids).size).toBe(5);
  expect(board.getIds()).toEqual(ids);
});

it('does not take a file that was refused for the first of two', () => {
  const intake = intakeOf({ accept: 'image/*' });
  const [refused = ''] = intake.add([txt('a.txt')], () => {});
  expect(intake.measure(refused)).toBeNull();
  intake.setRestrictions({});
  const [taken = ''] = intake.add([txt('a.txt')], () => {});
  intake.measure(taken);
  expect(board.get(taken)?.duplicateOf).toBeNull();
});

it('looks at a size once, and at none of a file that is not there', () => {
  const intake = intakeOf({ maxTotalSize: 25 });
  const [first = '', second = '', third = ''] = intake.add(
    [png('a.png'), png('b.png'), png('c.png')],
    () => {},
  );
  expect(intake.measure('nobody')).toBeNull();
  for (let time = 0; time < 3; time++) expect(intake.measure(first)).toBeNull();
  expect(intake.measure(second)).toBeNull();
  expect(intake.measure(third)).toEqual({ code: 'total_too_large', size: 30, maximum: 25 });
  expect(board.get(first)?.size).toBe(10);
});

it('believes who has looked at a size already', () => {
  const intake = intakeOf({ maxFileSize: 100 });
  const [id = ''] = intake.add([png('a.png')], () => {});
  expect(intake.measure(id, 101)).toEqual({ code: 'too_large', size: 101, maximum: 100 });
});

it('asks nothing more of the size of a file that is stored or has failed', () => {
  const intake = intakeOf({ maxFileSize: 5 });
  const [id = ''] = intake.add([png('a.png')], () => {});
  const upload = board.get(id);
  if (upload) board.put({ ...upload, status: 'failed', verdict: {} as never });
  expect(intake.measure(id)).toBeNull();
  expect(board.get(id)).toMatchObject({ status: 'failed', size: 10 });
});

it('leaves the list as it is where a draft holds nothing new', () => {
  const intake = intakeOf({});
  intake.add([png('a.png')], () => {});
  const before = board.getIds();
  intake.restore([]);
  expect(board.getIds()).toBe(before);
});
