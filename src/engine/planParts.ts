import { maxParts, minPartSize } from '../contract/index.ts';

/** A part of a file: its number from 1, and its bytes from `start` to before `end`. */
export interface Part {
  number: number;
  start: number;
  end: number;
}

const unit = 64 * 1024;

/** The bytes of a file whose parts are as large as was asked for; those of larger files grow with the square root of the size. */
const ordinary = 256 * 1024 ** 2;

/**
 * The size in bytes of the parts of a file: equal ones near `about`, in full waves of as many as go at the same time, so that no
 * wave waits for a few stragglers. Of a file four times as large as 256 MiB they are twice as large, and twice as many: between two
 * waves nothing flows, and the share of the file that a lost connection costs falls all the same. At least 5 MiB, and never more
 * than 10,000 parts.
 */
export function planPartSize(size: number, concurrency: number, about: number): number {
  const grown = about * Math.sqrt(Math.max(1, size / ordinary));
  const waves = Math.max(1, Math.round(size / (concurrency * grown)));
  const equal = Math.ceil(size / (waves * concurrency) / unit) * unit;
  const fewEnough = Math.ceil(size / maxParts / unit) * unit;
  return Math.max(minPartSize, equal, fewEnough);
}

/** How many parts there are. */
export function countParts(size: number, partSize: number): number {
  return Math.max(1, Math.ceil(size / partSize));
}

/** One part. */
export function partOf(number: number, size: number, partSize: number): Part {
  const start = (number - 1) * partSize;
  return { number, start, end: Math.min(size, start + partSize) };
}
