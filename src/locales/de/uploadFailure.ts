'use client';
import type { UploadFailureMessages } from '../../components/index.ts';
import { alert } from './alert.ts';
import { count } from './count.ts';

const failed = (uploads: number) =>
  count(uploads, { one: '# Upload ist fehlgeschlagen', other: '# Uploads sind fehlgeschlagen' });

/** The words about uploads that fail, in German. */
export const uploadFailureMessages: UploadFailureMessages = {
  ...alert,
  health: {
    label: 'Uploads von Anhängen schlagen fehl',
    wasFailing: 'Uploads von Anhängen sind fehlgeschlagen',
    failing: ({ since, count: uploads }) => `Seit ${since}: ${failed(uploads)}.`,
    changedSince: 'Die Einstellungen wurden seitdem geändert; hochgeladen wurde noch nichts.',
    recovered: ({ at, since, count: uploads }) =>
      `Uploads funktionieren wieder seit ${at}. Davor, ab ${since}: ${failed(uploads)}.`,
  },
};
