import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { engineTried } from '../../stryker/engine.config.js';

/*
 * What `npm run mutation` has found is committed, with the text that it was tried on. A whole run takes longer than CI has: it holds
 * that the result is one of the code that stands here, and good enough.
 */

interface Tried {
  files: Record<string, { source: string; mutants: { status: string }[] }>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const rooms = ['diagnosis', 'engine'];
const resultOf = (room: string): Tried => JSON.parse(read(`stryker/${room}.incremental.json`));

it.each(rooms)('is tried on the code that stands here: %s', (room) => {
  const { files } = resultOf(room);
  const old = Object.entries(files).filter(([path, { source }]) => source !== read(path));
  // Otherwise: npm run mutation, which tries what has changed.
  expect(old.map(([path]) => path)).toEqual([]);
});

it('is tried on all of the engine that is said to be', () => {
  expect(Object.keys(resultOf('engine').files).sort()).toEqual([...engineTried].sort());
});

it.each(rooms)('catches at least 85 of 100 mutants: %s', (room) => {
  const mutants = Object.values(resultOf(room).files).flatMap((file) => file.mutants);
  const of = (...kinds: string[]) => mutants.filter(({ status }) => kinds.includes(status)).length;
  const [caught, missed] = [of('Killed', 'Timeout'), of('Survived', 'NoCoverage')];
  expect(caught + missed).toBeGreaterThan(500);
  expect(caught / (caught + missed)).toBeGreaterThanOrEqual(0.85);
});
