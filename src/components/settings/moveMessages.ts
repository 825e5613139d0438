'use client';
import type { Move } from '../../contract/index.ts';
import type { AlertMessages } from '../primitives/alertMessages.ts';

type To = 'database' | 's3';
/** How many attachments, and their size as it is read: “1.2 GB”. */
type Amount = { count: number; size: string };

/** The words of moving attachments. */
export interface MoveMessages {
  title: string;
  inDatabase: (amount: Amount) => string;
  inBucket: (amount: Amount & { bucket: string }) => string;
  /** In buckets that the settings named before. */
  elsewhere: (amount: Amount) => string;
  /** All of them are where new ones go. */
  nothing: Record<To, string>;
  start: Record<To, string>;
  askTitle: Record<To, string>;
  askText: (facts: Amount & { to: To; bucket: string; places: Move['places'] }) => readonly string[];
  cancel: string;
  running: Record<To, string>;
  progress: (facts: { moved: number; total: number }) => string;
  failedSoFar: (count: number) => string;
  pause: string;
  resume: string;
  /** `by`: somebody; otherwise a cause that stands below. */
  paused: Record<'by' | 'cause', string>;
  done: Record<To, string>;
  notAll: (failed: number) => string;
  tryAgain: string;
  failures: (count: number) => string;
  failure: (facts: { name: string; ticketId: string; size: string }) => string;
  more: (count: number) => string;
  /** For screen readers, at each quarter of the way. */
  said: (facts: { to: To; percent: number }) => string;
  unsavedFirst: string;
}

/** The words of its parts: its own, and those of the alerts in it. */
export type MovePartMessages = AlertMessages & { move: MoveMessages };

const number = (count: number) => new Intl.NumberFormat('en').format(count);
const attachments = (count: number) => (count === 1 ? '1 attachment' : `${number(count)} attachments`);
const are = (count: number) => `${attachments(count)} ${count === 1 ? 'is' : 'are'}`;

/** The words of moving attachments in English. */
export const moveMessages: MoveMessages = {
  title: 'Move attachments',
  inDatabase: ({ count, size }) => `${are(count)} in the database (${size}).`,
  inBucket: ({ count, size, bucket }) => `${are(count)} in the bucket “${bucket}” (${size}).`,
  elsewhere: ({ count, size }) => `${are(count)} in buckets that were used before (${size}).`,
  nothing: {
    s3: 'All attachments are in the bucket that new ones go to.',
    database: 'All attachments are in the database.',
  },
  start: { s3: 'Move them to the bucket', database: 'Move them to the database' },
  askTitle: { s3: 'Move attachments to the bucket?', database: 'Move attachments to the database?' },
  askText: ({ count, size, to, bucket, places }) => [
    to === 's3'
      ? `${attachments(count)} (${size}) ${count === 1 ? 'is' : 'are'} copied to the bucket “${bucket}”.`
      : `${attachments(count)} (${size}) ${count === 1 ? 'is' : 'are'} copied to the database. Those that are larger than it takes stay where they are.`,
    'Each is compared with its copy by a checksum before it is deleted where it was.',
    'Uploads, downloads and deletions go on meanwhile. You can pause at any time, and leave this page.',
    ...(places.elsewhere.count > 0 || (to === 'database' && places.bucket.count > 0)
      ? [
          'What was in a bucket is deleted there a while later: leave the bucket and its access key as they are until then. Links to it that were copied elsewhere stop working.',
        ]
      : []),
  ],
  cancel: 'Cancel',
  running: { s3: 'Moving attachments to the bucket', database: 'Moving attachments to the database' },
  progress: ({ moved, total }) => `${number(moved)} of ${number(total)} moved`,
  failedSoFar: (count) => `${number(count)} could not be moved`,
  pause: 'Pause',
  resume: 'Resume',
  paused: { by: 'The move is paused.', cause: 'The move has stopped: something has to be mended first.' },
  done: {
    s3: 'All attachments were moved to the bucket.',
    database: 'All attachments were moved to the database.',
  },
  notAll: (failed) =>
    `${attachments(failed)} could not be moved and ${failed === 1 ? 'is where it was' : 'are where they were'}.`,
  tryAgain: 'Try again',
  failures: (count) => `What could not be moved (${number(count)})`,
  failure: ({ name, ticketId, size }) => `${name} (${size}), ticket ${ticketId}`,
  more: (count) => `and ${number(count)} more`,
  said: ({ to, percent }) =>
    `${to === 's3' ? 'Moving attachments to the bucket' : 'Moving attachments to the database'}: ${percent} percent`,
  unsavedFirst: 'Save or discard your changes first.',
};
