'use client';
import { type AlertMessages, alertMessages } from '../primitives/alertMessages.ts';

/** The words about uploads that fail: of the banner, and of the settings panel's status. */
export interface UploadFailureMessages extends AlertMessages {
  health: {
    /** What the banner is about, for screen readers. */
    label: string;
    /** Title once the settings were changed. */
    wasFailing: string;
    failing: (facts: { since: string; count: number }) => string;
    changedSince: string;
    recovered: (facts: { at: string; since: string; count: number }) => string;
  };
}

const uploads = (count: number) => (count === 1 ? '1 upload' : `${count} uploads`);

/** The words about uploads that fail in English. */
export const uploadFailureMessages: UploadFailureMessages = {
  ...alertMessages,
  health: {
    label: 'Uploads of attachments are failing',
    wasFailing: 'Uploads of attachments were failing',
    failing: ({ since, count }) => `Since ${since}: ${uploads(count)} failed.`,
    changedSince: 'The settings were changed since; nothing was uploaded yet.',
    recovered: ({ at, since, count }) =>
      `Uploads work again since ${at}. Before that, from ${since}, ${uploads(count)} failed.`,
  },
};
