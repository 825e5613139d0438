import { faults } from './faults/faults.ts';
import { judgeFault } from './judgeFault.ts';
import { runFault, type Told } from './runFault.ts';
import { runSetup, type SetupResult } from './runSetup.ts';
import { soundSetups } from './soundSetups.ts';

/** A fault with what was said of it and what is wrong with that. */
export interface Judged extends Told {
  complaints: string[];
}

/** All faults and all correct set-ups. */
export interface Matrix {
  faults: Judged[];
  sound: SetupResult[];
}

/** Runs every row, some side by side. */
export async function runMatrix(): Promise<Matrix> {
  const told = await sideBySide(faults, patiently(runFault));
  const judged = told.map((one) => ({ ...one, complaints: [...judgeFault(one), ...unlike(one, told)] }));
  return { faults: judged, sound: await sideBySide(soundSetups, patiently(runSetup)) };
}

/** On a busy machine one round can look like two; waiting longer never makes two look like one. */
function patiently<T, R extends { rounds: number }>(run: (row: T, quiet?: number) => Promise<R>) {
  return async (row: T): Promise<R> => {
    const result = await run(row);
    return result.rounds > 4 ? run(row, 300) : result;
  };
}

/** Faults that are called alike must be answered alike, and be expected to be told alike. */
function unlike(one: Told, all: readonly Told[]): string[] {
  const first = all.find(({ row }) => one.row.alike !== undefined && row.alike === one.row.alike);
  if (!first || first === one) return [];
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  return [
    ...(same(first.heard, one.heard)
      ? []
      : [
          `is not answered like “${first.fault}”: ${one.heard.join(' | ')} instead of ${first.heard.join(' | ')}`,
        ]),
    ...(same(first.expected, one.expected) ? [] : [`is not expected to be told like “${first.fault}”`]),
  ];
}

async function sideBySide<T, R>(rows: readonly T[], work: (row: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    while (next < rows.length) {
      const index = next;
      next += 1;
      results[index] = await work(rows[index] as T);
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return results;
}
