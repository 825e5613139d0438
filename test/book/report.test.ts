import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { howOld } from '../../scripts/report/howOld.js';
import { roomsOf } from '../../scripts/report/roomsOf.js';
import { type Figures, writeReport } from '../../scripts/report/writeReport.js';

/* The report in the book is what was printed of what was measured. */

const inBook = (name: string) => readFile(new URL(`../../stories/book/${name}`, import.meta.url), 'utf8');
const none: Figures = { weight: null, coverage: null, mutation: null, bench: null };
const measured = {
  date: '2026-03-01T12:34:56.000Z',
  commit: 'abc1234',
  machine: 'A processor, 2 cores · Node 20',
};

it('has no figure in the book that was not printed of the figures beside it', async () => {
  const figures = JSON.parse(await inBook('report.json')) as Figures;
  expect(await inBook('report.md')).toBe(writeReport(figures));
});

it('says of each part when, of which commit and on what it was measured', () => {
  const mutation = {
    ...measured,
    diagnosis: 91.26,
    engine: 88,
    killed: 900,
    survived: 80,
    timeout: 5,
    noCoverage: 3,
    engineFiles: ['backOff', 'deliver'],
  };
  const text = writeReport({ ...none, mutation });
  expect(text).toContain('Measured on 2026-03-01 12:34 UTC at abc1234. A processor, 2 cores · Node 20.');
  expect(text).toContain('| diagnosis | 91.3 % |');
  expect(text).toContain(
    '900 mutants were killed, 5 ran out of time, 80 survived, 3 are reached by no test.',
  );
  expect(text).toContain('All of diagnosis is tried; of the engine these: backOff, deliver.');
});

it('says so where a part has no result', () => {
  expect(writeReport(none).match(/^There is no result: `npm run \w+` has left none\.$/gm)).toHaveLength(4);
});

it('adds up what is covered by rooms, wherever the checkout lies', () => {
  const file = (covered: number, total: number) => ({
    lines: { covered, total },
    branches: { covered: 1, total: 2 },
  });
  const rooms = roomsOf({
    total: file(1000, 1000),
    '/somewhere/src/engine/createQueue.ts': file(9, 10),
    'src/engine/hash/md5.ts': file(1, 10),
    'C:\\desk\\src\\server\\s3\\sign.ts': file(3, 3),
    '/somewhere/test/engine.ts': file(7, 7),
  });
  expect(rooms).toEqual({
    engine: { lines: [10, 20], branches: [2, 4] },
    server: { lines: [3, 3], branches: [1, 2] },
  });
  const text = writeReport({ ...none, coverage: { ...measured, rooms } });
  expect(text).toContain('| `engine` | 50.0 % of 20 | 50.0 % of 4 |');
});

it('tells the age of what it takes from before', () => {
  const now = new Date('2026-03-02T12:00:00Z');
  expect(howOld('2026-03-02T11:20:00Z', now)).toBe('40 minutes ago');
  expect(howOld('2026-03-02T01:00:00Z', now)).toBe('11 hours ago');
  expect(howOld('2026-02-20T12:00:00Z', now)).toBe('10 days ago');
});
