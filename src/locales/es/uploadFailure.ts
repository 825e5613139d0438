'use client';
import type { UploadFailureMessages } from '../../components/index.ts';
import { alert } from './alert.ts';
import { count } from './count.ts';

const failed = (uploads: number) => count(uploads, { one: 'falló # carga', other: 'fallaron # cargas' });

/** The words about uploads that fail, in Spanish. */
export const uploadFailureMessages: UploadFailureMessages = {
  ...alert,
  health: {
    label: 'Las cargas de archivos adjuntos están fallando',
    wasFailing: 'Las cargas de archivos adjuntos estaban fallando',
    failing: ({ since, count: uploads }) => `Desde ${since}: ${failed(uploads)}.`,
    changedSince: 'La configuración se modificó desde entonces; todavía no se ha cargado nada.',
    recovered: ({ at, since, count: uploads }) =>
      `Las cargas vuelven a funcionar desde ${at}. Antes, a partir de ${since}: ${failed(uploads)}.`,
  },
};
