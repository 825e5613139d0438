import { beforeAll, describe, expect, it } from 'vitest';
import { faults } from './faults/faults.ts';
import { type Matrix, runMatrix } from './runMatrix.ts';
import { soundSetups } from './soundSetups.ts';

let matrix: Matrix;

beforeAll(async () => {
  matrix = await runMatrix();
}, 120_000);

describe('the one thing to mend is named', () => {
  it.each(faults.map(({ fault, by }, index) => [fault, by, index] as const))('%s (%s)', (_, _by, index) => {
    expect(matrix.faults[index]?.complaints).toEqual([]);
  });
});

describe('nothing is said against a correct set-up', () => {
  it.each(soundSetups.map(({ setup }, index) => [setup, index] as const))('%s', (_, index) => {
    expect(matrix.sound[index]?.complaints).toEqual([]);
  });
});

it('has no fault twice', () => {
  const names = faults.map(({ fault, by }) => `${fault} (${by})`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
