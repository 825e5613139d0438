'use client';

/** The words that are seen before there is any file. */
export interface PickMessages {
  label: string;
  choose: string;
  hint: string;
  folder: string;
  camera: string;
}

/** The same in English. */
export const pickMessages: PickMessages = {
  label: 'Attachments',
  choose: 'Attach files',
  hint: 'or drop or paste them here',
  folder: 'Attach a folder',
  camera: 'Take a photo',
};
