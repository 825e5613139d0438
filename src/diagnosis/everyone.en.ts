// Stryker disable StringLiteral: sentences for a person; the tests hold which of them is said, not how it reads.
import type { DiagnosisWords } from './DiagnosisMessages.ts';
import type { DiagnosisCode } from './Diagnosis.ts';
import type { remedyBy } from './remedyBy.ts';

type Remedy = (typeof remedyBy)[DiagnosisCode];

/** The words for who cannot mend a cause: no key, bucket or account names, and a reference to hand on. */
export type EveryoneMessages = Record<Remedy, (reference: string | null) => DiagnosisWords>;

const ref = (reference: string | null) => (reference ? ` Give them this reference: ${reference}.` : '');

/** The words for everybody else in English. */
export const everyoneWords: EveryoneMessages = {
  administrator: (reference) => ({
    title: 'The file storage needs your administrator',
    cause:
      'The storage for attachments refused this. It is nothing that you did, and what you wrote is safe.',
    remedy: [`Tell your administrator.${ref(reference)}`, 'Try again when they have mended it.'],
  }),
  link: (reference) => ({
    title: 'The file is stored, but its link does not open yet',
    cause: 'Your file is safe; there is no need to attach it again.',
    remedy: [`Tell your administrator.${ref(reference)}`],
  }),
  time: (reference) => ({
    title: 'The file storage is not ready at the moment',
    cause: 'It did not take the file. What you wrote is safe.',
    remedy: [`Try again in a few minutes. If it stays, tell your administrator.${ref(reference)}`],
  }),
  connection: () => ({
    title: 'The connection was lost',
    cause: 'The file did not get through. What you wrote is safe.',
    remedy: ['Check your connection and try again.'],
  }),
  viewer: () => ({
    title: 'This did not work',
    cause: 'The file could not be handled.',
    remedy: ['Try again, or choose another file.'],
  }),
};
