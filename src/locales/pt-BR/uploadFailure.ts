'use client';
import type { UploadFailureMessages } from '../../components/index.ts';
import { alert } from './alert.ts';
import { count } from './count.ts';

const failed = (uploads: number) => count(uploads, { one: '# envio falhou', other: '# envios falharam' });

/** The words about uploads that fail, in Brazilian Portuguese. */
export const uploadFailureMessages: UploadFailureMessages = {
  ...alert,
  health: {
    label: 'Os envios de anexos estão falhando',
    wasFailing: 'Os envios de anexos estavam falhando',
    failing: ({ since, count: uploads }) => `Desde ${since}: ${failed(uploads)}.`,
    changedSince: 'As configurações foram alteradas desde então; ainda não foi enviado nada.',
    recovered: ({ at, since, count: uploads }) =>
      `Os envios voltaram a funcionar desde ${at}. Antes disso, a partir de ${since}: ${failed(uploads)}.`,
  },
};
