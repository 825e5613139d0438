'use client';
import type { CheckStep, CheckStepName } from '../../contract/index.ts';

type Skipped = Extract<CheckStep, { status: 'skipped' }>;
type Unknown = Extract<CheckStep, { status: 'unknown' }>;

/** What a line of the check says of its step; `waiting` until it is known. */
export type CheckStepState = CheckStep['status'] | 'waiting';

/** The words of the connection check. */
export interface CheckMessages {
  start: string;
  cancel: string;
  running: (done: number, total: number) => string;
  cancelled: string;
  /** The check itself could not be done. */
  notDone: (title: string) => string;
  passed: string;
  /** How many things are wrong, and the title of the one to begin with. */
  wrong: (count: number, title: string) => string;
  warning: (count: number, title: string) => string;
  unknown: string;
  checkedAt: (when: string) => string;
  stale: string;
  label: string;
  /** Opens the lines of a check that passed. */
  showSteps: string;
  /** What a step looks at, in few words. */
  titles: Record<CheckStepName, string>;
  states: Record<CheckStepState, string>;
  /** Why a step was left out; `by` is the title of the step that says it. */
  skipped: Record<Skipped['reason'], (by: string | null) => string>;
  /** Why a step has no result, and which permission would tell. */
  untold: Record<Unknown['reason'], (permission: string | null) => string>;
  identity: (arn: string) => string;
  /** Whether small files can go as forms by POST, which the documented CORS rule does not have. */
  forms: (allowed: boolean) => string;
  /** What is worth knowing of a step that passed. */
  note: (title: string) => string;
  /** A step whose cause an earlier line has told. */
  sameCause: (title: string) => string;
}

/** The words of the connection check in English. */
export const checkMessages: CheckMessages = {
  start: 'Check connection',
  cancel: 'Cancel',
  running: (done, total) => `Checking: ${done} of ${total}`,
  cancelled: 'The check was cancelled.',
  notDone: (title) => `The check could not be done: ${title}`,
  passed: 'Everything works',
  wrong: (count, title) =>
    count === 1 ? `One thing is wrong: ${title}` : `${count} things are wrong. Begin with this one: ${title}`,
  warning: (count, title) =>
    count === 1 ? `It works, with a warning: ${title}` : `It works, with ${count} warnings. First: ${title}`,
  unknown: 'Not everything could be told',
  checkedAt: (when) => `Checked ${when}.`,
  stale: 'The values were changed since.',
  label: 'Steps of the check',
  showSteps: 'Show the steps',
  titles: {
    values: 'Form of the values',
    identity: 'Access key and secret',
    bucket: 'Bucket and region',
    write: 'Store a test file',
    owner: 'Same AWS account',
    read: 'Open its link',
    cors: 'Uploads from here (CORS)',
    delete: 'Delete the test file',
    large_files: 'Tidy up after large files',
    world_write: 'Strangers cannot store',
    world_list: 'Strangers cannot list',
    privilege: 'Key cannot list your buckets',
    browser: 'All in this browser',
  },
  states: {
    waiting: 'Waiting',
    passed: 'Passed',
    failed: 'Failed',
    warning: 'Warning',
    skipped: 'Skipped',
    unknown: 'Unknown',
  },
  skipped: {
    explained: (by) =>
      by ? `Left out: “${by}” says it already.` : 'Left out: an earlier step says it already.',
    custom_endpoint: () => 'Left out: only Amazon S3 can be asked this.',
    needs_secret: () => 'Left out: enter the secret access key to check this too.',
  },
  untold: {
    timeout: () => 'There was no answer in time.',
    no_answer: () => 'There was no answer.',
    permission: (permission) =>
      permission
        ? `Only a key with the permission ${permission} could tell.`
        : 'This key does not have the permission that would tell.',
  },
  forms: (allowed) =>
    allowed
      ? 'POST is allowed too: small files go up the fast way.'
      : 'Many small files could go up faster, by POST: the CORS step of the guide tells how.',
  note: (title) => `Worth knowing: ${title}.`,
  identity: (arn) => `The key belongs to ${arn}.`,
  sameCause: (title) => `The same cause as above: ${title}.`,
};
