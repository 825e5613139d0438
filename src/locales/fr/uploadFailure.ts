'use client';
import type { UploadFailureMessages } from '../../components/index.ts';
import { alert } from './alert.ts';
import { count } from './count.ts';

const failed = (uploads: number) => count(uploads, { one: '# envoi a échoué', other: '# envois ont échoué' });

/** The words about uploads that fail, in French. */
export const uploadFailureMessages: UploadFailureMessages = {
  ...alert,
  health: {
    label: 'Les envois de pièces jointes échouent',
    wasFailing: 'Les envois de pièces jointes échouaient',
    failing: ({ since, count: uploads }) => `Depuis ${since} : ${failed(uploads)}.`,
    changedSince: 'Les paramètres ont été modifiés depuis ; rien n’a encore été envoyé.',
    recovered: ({ at, since, count: uploads }) =>
      `Les envois fonctionnent de nouveau depuis ${at}. Avant cela, à partir de ${since} : ${failed(uploads)}.`,
  },
};
