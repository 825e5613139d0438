import { maxParts, minPartSize } from '../contract/index.ts';

/** A part of a file: its number from 1, and its bytes from `start` to before `end`. */
export interface Part {
  number: number;
  start: number;
  end: number;
}

const unit = 64 * 1024;

/**
 * The size in bytes of the parts of a file: equal ones near `about`, in full waves of as many as go at the same time, so that no
 * wave waits for a few stragglers. At least 5 MiB, and never more than 10,000 parts.
 */
export function planPartSize(size: number, concurrency: number, about: number): number {
  const waves = Math.max(1, Math.round(size / (concurrency * about)));
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
