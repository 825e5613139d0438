import type { EveryoneMessages } from '../../diagnosis/index.ts';

const ref = (reference: string | null) => (reference ? ` Informe esta referência: ${reference}.` : '');

/** The words for who cannot mend a cause, in Brazilian Portuguese. */
export const everyone: EveryoneMessages = {
  administrator: (reference) => ({
    title: 'O armazenamento de arquivos precisa do seu administrador',
    cause:
      'O armazenamento de anexos recusou esta operação. Não foi nada que você fez, e o que você escreveu está a salvo.',
    remedy: [
      `Avise o seu administrador.${ref(reference)}`,
      'Tente novamente quando o problema estiver resolvido.',
    ],
  }),
  link: (reference) => ({
    title: 'O arquivo está salvo, mas o link dele ainda não abre',
    cause: 'Seu arquivo está a salvo; não é preciso anexá-lo de novo.',
    remedy: [`Avise o seu administrador.${ref(reference)}`],
  }),
  time: (reference) => ({
    title: 'O armazenamento de arquivos não está disponível no momento',
    cause: 'Ele não aceitou o arquivo. O que você escreveu está a salvo.',
    remedy: [`Tente novamente em alguns minutos. Se continuar, avise o seu administrador.${ref(reference)}`],
  }),
  connection: () => ({
    title: 'A conexão caiu',
    cause: 'O arquivo não chegou. O que você escreveu está a salvo.',
    remedy: ['Verifique sua conexão e tente novamente.'],
  }),
  viewer: () => ({
    title: 'Não deu certo',
    cause: 'Não foi possível processar o arquivo.',
    remedy: ['Tente novamente ou escolha outro arquivo.'],
  }),
};
