import type { Work } from './Work.ts';

/** What browsers open to one host over HTTP/1.1, which is what S3 speaks. */
const connections = 6;
/** Bytes of a file that is over in a moment: also over a slow connection, before the one behind it would be taken for stalled. */
const lightSize = 64 * 1024;

/** Whether a file goes to S3 in a moment. */
export const isLight = ({ body, target }: Work) => body.size <= lightSize && target?.to !== 'database';

/**
 * How many requests are handed to the browser while all are light: where it has no more connections, one that waits in it for the
 * next free one is in nobody's way, and goes the moment that another ends.
 */
export const lanesOf = (concurrency: number) => (concurrency < connections ? concurrency : concurrency + 1);
