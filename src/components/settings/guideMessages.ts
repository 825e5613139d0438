'use client';
import { type GuideFacts, type GuideStep, type GuideStepWords, guideWords } from '../../guide/index.ts';
import type { AlertMessages } from '../primitives/alertMessages.ts';
import { type PictureMessages, pictureMessages } from './pictures/pictureMessages.ts';
import { type ShortcutMessages, shortcutMessages } from './shortcutMessages.ts';

/** The words around the steps of the guide. */
export interface GuidePanelMessages {
  title: string;
  intro: (bucket: string) => string;
  /** Stands before the step's title. */
  step: (number: number) => string;
  why: string;
  opens: string;
  openConsole: string;
  /** The step's state from the last check. */
  /** `look_first`: it is not sure that it is this step, but it is the likeliest. */
  states: Record<'done' | 'not_done' | 'look_first' | 'suspect' | 'warning' | 'unknown', string>;
  markedAbove: (part: string) => string;
  suspect: string;
  /** Why nothing is known of the step. */
  unknown: Record<'unchecked' | 'stale' | 'untold' | 'cdn' | 'world' | 'root' | 'amazon_only', string> & {
    permission: (permission: string) => string;
  };
  progress: (done: number, total: number) => string;
  copy: string;
  /** The whole name of *Copy*. */
  copyOf: (document: string) => string;
  copied: string;
  copyFailed: string;
  documentLabel: (step: string) => string;
  /** Adds POST to the CORS rule. */
  post: string;
  postHint: string;
  video: string;
  videoHint: string;
  videoTitle: string;
  videoOpen: string;
}

/** The words of the guide. */
export interface GuideMessages {
  /** Those of the steps, made out for what is typed. */
  guide: Record<GuideStep, (facts: GuideFacts) => GuideStepWords>;
  guidePanel: GuidePanelMessages;
  pictures: PictureMessages;
  shortcut: ShortcutMessages;
}

/** The words of its parts: its own, and those of the alerts in it. */
export type GuidePartMessages = AlertMessages & GuideMessages;

const guidePanel: GuidePanelMessages = {
  title: 'How to set it up in AWS',
  intro: (bucket) =>
    bucket
      ? `Seven steps, about ten minutes. The documents are made out for the bucket “${bucket}”.`
      : 'Seven steps, about ten minutes. Enter the bucket’s name, and the documents are made out for it.',
  step: (number) => `Step ${number}:`,
  why: 'Why',
  opens: 'What it opens up',
  openConsole: 'Open this page in the AWS console',
  states: {
    done: 'Done',
    not_done: 'Not done',
    look_first: 'Look here first',
    suspect: 'Look here too',
    warning: 'With a warning',
    unknown: 'Not known',
  },
  markedAbove: (part) => `The part “${part}” is marked in the document.`,
  suspect: 'The check could not tell this step from another one that looks the same from outside.',
  unknown: {
    unchecked: '“Check connection” tells whether this step is done.',
    stale: 'The values were changed since the last check.',
    untold: 'The last check could not tell whether this step is done.',
    permission: (permission) =>
      `Only a key with the permission “${permission}” could tell whether this step is done.`,
    cdn: 'The link was opened at your public base URL, which may be let into the bucket in other ways. So the check cannot tell whether this step is done.',
    world:
      'Anybody may write to the bucket, so the check cannot tell what this key may do. Close it to strangers, then check again.',
    root: 'This is a key of the root user, who may do everything. Check again with a key of the IAM user.',
    amazon_only: 'The check can tell this of Amazon S3 only, not of another storage.',
  },
  progress: (done, total) => `${done} of ${total} done`,
  copy: 'Copy',
  copyOf: (document) => `Copy: ${document}`,
  copied: 'Copied',
  copyFailed: 'Could not copy: select the text',
  documentLabel: (step) => `Document for “${step}”`,
  post: 'Also allow POST: many small files go up faster',
  postHint:
    'The document below follows. A browser asks S3 before each PUT, and not before a POST. Uploads work without it.',
  video: 'Show a help video',
  videoHint:
    'From YouTube, 4:23 to 10:40. It is not ours, and some steps look a little different there. It is loaded only when you ask for it.',
  videoTitle: 'Help video: an S3 bucket and an IAM user',
  videoOpen: 'Open it on YouTube',
};

/** The words of the guide in English. */
export const guideMessages: GuideMessages = {
  guide: guideWords,
  guidePanel,
  pictures: pictureMessages,
  shortcut: shortcutMessages,
};
