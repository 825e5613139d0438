import { elsewhere } from '../documents.ts';
import type { Fault } from '../Fault.ts';

const clock = { code: 'clock_skewed', where: ['elsewhere:clock'] } as const;
const minutes = 60_000;

/** `s3-faults.md`, “Clock”. */
export const clocks: Fault[] = [
  { fault: 'STS: our clock slow', by: 'check', clockSkew: -20 * minutes, expected: clock },
  { fault: 'STS: our clock fast', by: 'check', clockSkew: 20 * minutes, expected: clock },
  {
    fault: 'our clock slow, header signing',
    by: 'check',
    clockSkew: -20 * minutes,
    values: elsewhere,
    expected: clock,
  },
  {
    fault: 'our clock fast, header signing',
    by: 'check',
    clockSkew: 20 * minutes,
    values: elsewhere,
    expected: clock,
  },
  { fault: 'our clock slow, presigned', by: 'upload', clockSkew: -20 * minutes, expected: clock },
  { fault: 'our clock fast, presigned', by: 'upload', clockSkew: 20 * minutes, expected: clock },
  {
    fault: 'our clock days off, presigned',
    by: 'upload',
    clockSkew: -72 * 60 * minutes,
    expected: clock,
  },
  {
    fault: 'presigned URL simply too old',
    by: 'upload',
    signedAgo: 20 * minutes,
    expected: { code: 'url_expired', where: ['elsewhere:try-again'] },
  },
];
