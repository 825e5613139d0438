// Stryker disable StringLiteral: sentences for a person; the tests hold which of them is said, not how it reads.
import type { DiagnosisCode } from '../Diagnosis.ts';
import type { DiagnosisMessages } from '../DiagnosisMessages.ts';
import type { remedyBy } from '../remedyBy.ts';

const megabytes = (bytes: number) =>
  `${new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(bytes / 1_000_000)} MB`;

type Open = {
  [C in DiagnosisCode]: (typeof remedyBy)[C] extends 'connection' | 'viewer' ? C : never;
}[DiagnosisCode];

/**
 * The causes that anybody may be told in full, and those that a client finds without a backend: their words are at hand
 * when there is no network to load the others from. What only the settings' form is answered with is not among them.
 */
export type OpenCode =
  | Exclude<Open, 'settings_changed' | 'move_conflict' | 'invalid_input'>
  | 'malformed_response'
  | 'server_fault';

/** The words for what anybody may be told in full; they go with every widget. */
export const open: Pick<DiagnosisMessages, OpenCode> = {
  offline: () => ({
    title: 'You are offline',
    cause: 'This device has no connection to the network.',
    remedy: ['Try again when you are connected.'],
  }),
  connection_lost: () => ({
    title: 'The connection broke during the upload',
    cause: 'Part of the file had been sent when the connection to the storage ended.',
    remedy: ['Try again.'],
  }),
  api_unreachable: () => ({
    title: 'triage.ai cannot be reached',
    cause: 'There was no answer from the triage.ai server.',
    remedy: ['Check your connection and try again.'],
  }),
  file_unreadable: () => ({
    title: 'This file cannot be read any more',
    cause: 'It was changed, moved or deleted since you chose it, or it is a folder.',
    remedy: ['Choose it again. Of a folder choose the files in it.'],
  }),
  file_too_large: (d) => ({
    title: 'This file is too large',
    cause: `${d.size > 0 ? `It has ${megabytes(d.size)}` : 'It is too large'}${d.maximum === undefined ? ', more than the storage takes in one piece' : `; the storage takes at most ${megabytes(d.maximum)} a file`}.`,
    remedy: ['Choose a smaller file, or share it by a link.'],
  }),
  key_too_long: () => ({
    title: 'The name of this file is too long',
    cause: 'With the folder that it would lie in, it has more than the 1,024 bytes that S3 takes.',
    remedy: ['Give the file a shorter name and choose it again.'],
  }),
  signed_out: () => ({
    title: 'You are signed out',
    cause: 'Your session has ended.',
    remedy: ['Sign in again and try once more.'],
  }),
  not_permitted: () => ({
    title: 'You may not do this',
    cause: 'Your account does not have the right for it.',
    remedy: ['Ask an administrator.'],
  }),
  not_found: () => ({
    title: 'This attachment is no longer there',
    cause: 'It was deleted, or never stored.',
    remedy: ['Reload the page.'],
  }),
  malformed_response: (d) => ({
    title: 'The server gave an answer that we cannot read',
    cause: `It came with the status ${d.status} and is not in the agreed form. A proxy may stand in between.`,
    remedy: ['Try again. If it stays, tell who runs the server.'],
  }),
  rate_limited: (d) => ({
    title: 'That was a lot at once',
    cause: 'The server takes only so many requests of one person in a minute.',
    remedy: [`Try again in ${d.retryAfter} s.`],
  }),
  server_fault: () => ({
    title: 'Something went wrong on our side',
    cause: 'The server could not finish this.',
    remedy: ['Try again. If it stays, tell your administrator.'],
  }),
};
