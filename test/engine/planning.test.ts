import { expect, it } from 'vitest';
import type { UploadTarget } from '../../src/contract/index.ts';
import { isLight, lanesOf } from '../../src/engine/light.ts';
import { countParts, partOf, planPartSize } from '../../src/engine/planParts.ts';
import { isPausable, type Upload } from '../../src/engine/Upload.ts';
import { mayBeginAnew, newWork } from '../../src/engine/Work.ts';
import { database, mib, s3 } from './createSenderWorld.ts';

const kib = 1024;

it.each([70e9, 400e9, 5 * 1024 ** 4, 150 * mib, 256 * mib, 5 * mib + 1])(
  '%i bytes are cut into parts of at least 5 MiB and at most 10,000, without allocating them',
  (size) => {
    const partSize = planPartSize(size, 6, 24 * mib);
    const count = countParts(size, partSize);
    expect(partSize).toBeGreaterThanOrEqual(5 * mib);
    expect(count).toBeLessThanOrEqual(10_000);
    const first = partOf(1, size, partSize);
    const last = partOf(count, size, partSize);
    expect(first.start).toBe(0);
    expect(last.end).toBe(size);
    expect(last.end).toBeGreaterThan(last.start);
  },
);

it('parts are equal and go in full waves, so that no wave waits for a few stragglers', () => {
  for (const size of [150 * mib, 256 * mib, 1024 * mib, 7_777_777_777]) {
    expect(countParts(size, planPartSize(size, 6, 24 * mib)) % 6).toBe(0);
  }
});

it('a larger file has more parts, and larger ones: of 16 times the bytes four times as many', () => {
  const partsOf = (size: number) => countParts(size, planPartSize(size, 6, 32 * mib));
  expect(partsOf(256 * mib)).toBe(6);
  expect(partsOf(4096 * mib)).toBe(30);
  expect(partsOf(4096 * 16 * mib)).toBe(126);
});

it('where parts of the usual size would be too many, they are as large as 10,000 of them have to be', () => {
  const size = 5 * 1024 ** 4;
  // Of about one MiB each there would be far more.
  const partSize = planPartSize(size, 1, kib);
  expect(partSize).toBe(Math.ceil(size / 10_000 / (64 * kib)) * 64 * kib);
  expect(countParts(size, partSize)).toBeLessThanOrEqual(10_000);
});

it('each part takes up where the one before ends, and the last ends with the file', () => {
  expect(countParts(35, 10)).toBe(4);
  expect([1, 2, 3, 4].map((number) => partOf(number, 35, 10))).toEqual([
    { number: 1, start: 0, end: 10 },
    { number: 2, start: 10, end: 20 },
    { number: 3, start: 20, end: 30 },
    { number: 4, start: 30, end: 35 },
  ]);
});

it('a file of no bytes has one part', () => {
  expect(countParts(0, 10)).toBe(1);
  expect(partOf(1, 0, 10)).toEqual({ number: 1, start: 0, end: 0 });
});

const to = (target: UploadTarget | null, size: number) =>
  isLight({ ...newWork(new File([new Uint8Array(size)], 'a')), target } as Parameters<typeof isLight>[0]);

it('a file of 64 KiB goes in a moment, and one of a byte more does not', () => {
  expect(to(s3, 64 * kib)).toBe(true);
  expect(to(s3, 64 * kib + 1)).toBe(false);
});

it('into the database nothing goes in a moment; what is not signed yet is taken to', () => {
  expect(to(database, 10)).toBe(false);
  expect(to(null, 10)).toBe(true);
});

it('one small file more than a browser has connections is handed to it, and fewer where the host wants fewer', () => {
  expect([1, 3, 5, 6, 8].map(lanesOf)).toEqual([1, 3, 5, 7, 9]);
});

it('what is not over can be paused, and nothing else', () => {
  const of = (status: Upload['status']) => isPausable({ status } as Upload);
  const all: Upload['status'][] = [
    'queued',
    'sending',
    'waiting',
    'paused',
    'registering',
    'stored',
    'failed',
    'refused',
  ];
  expect(all.filter(of)).toEqual(['queued', 'sending', 'waiting']);
});

it('parts that S3 has discarded are sent again twice without a word', () => {
  const work = newWork(new File(['a'], 'a'));
  expect([1, 2, 3].map(() => mayBeginAnew(work))).toEqual([true, true, false]);
});
