'use client';
import type { GuideStepWords, GuideFacts, GuideStep } from '../../guide/index.ts';
import { guideWords } from '../../guide/index.ts';

/** The words around the steps of the guide. */
export interface GuidePanelMessages {
  title: string;
  intro: (bucket: string) => string;
  step: (number: number) => string;
  why: string;
  opens: string;
  openConsole: string;
  picture: string;
  /** The step's state from the last check. */
  states: Record<'done' | 'not_done' | 'suspect' | 'unknown', string>;
  /** What must change, over the diagnosis of a step that is not done. */
  toChange: string;
  markedAbove: (part: string) => string;
  suspect: string;
  unknown: string;
  unknownStale: string;
  progress: (done: number, total: number) => string;
  copy: string;
  copied: string;
  copyFailed: string;
  documentLabel: (step: string) => string;
  video: string;
  videoHint: string;
  videoTitle: string;
  videoOpen: string;
}

/** The words of the guide. */
export type GuideMessages = Record<GuideStep, (facts: GuideFacts) => GuideStepWords>;

/** The words of the steps in English. */
export const guideMessages: GuideMessages = guideWords;

/** The words around the steps in English. */
export const guidePanelMessages: GuidePanelMessages = {
  title: 'How to set it up in AWS',
  intro: (bucket) =>
    bucket
      ? `Seven steps, about ten minutes. The documents are made out for the bucket “${bucket}”.`
      : 'Seven steps, about ten minutes. Enter the bucket’s name, and the documents are made out for it.',
  step: (number) => `Step ${number}`,
  why: 'Why',
  opens: 'What it opens up',
  openConsole: 'Open this page in the AWS console',
  picture: 'Where it is',
  states: {
    done: 'Done',
    not_done: 'Not done',
    suspect: 'Look here too',
    unknown: 'Not checked',
  },
  toChange: 'What to change',
  markedAbove: (part) => `The part “${part}” is marked in the document.`,
  suspect: 'The check could not tell this step from another one that looks the same from outside.',
  unknown: '“Check connection” tells whether this step is done.',
  unknownStale: 'The values were changed since the last check.',
  progress: (done, total) => `${done} of ${total} done`,
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy: select the text',
  documentLabel: (step) => `Document for “${step}”`,
  video: 'Show a help video',
  videoHint:
    'From YouTube, 4:23 to 10:40. It is not ours, and some steps look a little different there. It is loaded only when you ask for it.',
  videoTitle: 'Help video: an S3 bucket and an IAM user',
  videoOpen: 'Open it on YouTube',
};
