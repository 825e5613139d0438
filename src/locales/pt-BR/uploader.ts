'use client';
import type { UploaderMessages } from '../../components/index.ts';
import { alert } from './alert.ts';
import { count } from './count.ts';

const subject = (names: readonly string[]) =>
  names.length === 1 ? `${names[0]}` : count(names.length, { one: '# arquivo', other: '# arquivos' });
const agreed = (names: readonly string[], word: string) =>
  `${subject(names)} ${word}${names.length === 1 ? '' : 's'}`;

/** The words of the uploader in Brazilian Portuguese. */
export const uploaderMessages: UploaderMessages = {
  ...alert,
  uploader: {
    label: 'Anexos',
    choose: 'Anexar arquivos',
    hint: 'ou arraste ou cole-os aqui',
    folder: 'Anexar uma pasta',
    camera: 'Tirar uma foto',
    dropHere: 'Solte para anexar',
    files: 'Arquivos a anexar',
    queued: 'Aguardando',
    begun: 'Enviando',
    sending: ({ loaded, total, speed, left }) =>
      [`${loaded} de ${total}`, left && `restante: ${left}`, speed].filter(Boolean).join(' · '),
    whole:
      'Em uma só parte, pois o bucket é criptografado com uma chave do KMS: o envio não pode ser retomado',
    waitingNetwork: 'Aguardando a rede',
    waitingServer: 'O armazenamento não responde, tentando novamente',
    waitingRetry: 'Tentando novamente',
    paused: (percent) => `Em pausa em ${percent}`,
    registering: 'Finalizando',
    stored: 'Anexado',
    storedInDatabase: 'Anexado, no banco de dados',
    storedBut: (title) => `Anexado. ${title}`,
    failed: (title) => (title === null ? 'Não anexado' : `Não anexado: ${title}`),
    refused: {
      type_not_accepted: ({ accept }) => `Este tipo de arquivo não é aceito; são aceitos ${accept}`,
      too_many: ({ maximum }) =>
        maximum === 1
          ? 'Só é possível anexar um arquivo'
          : `É possível anexar no máximo ${count(maximum, { other: '# arquivos' })}`,
      too_large: ({ size, maximum }, bytes) => `Tem ${bytes(size)}; o máximo é ${bytes(maximum)}`,
      too_small: ({ size, minimum }, bytes) => `Tem ${bytes(size)}; o mínimo é ${bytes(minimum)}`,
      total_too_large: ({ size, maximum }, bytes) =>
        `Todos os arquivos juntos teriam ${bytes(size)}; o máximo é ${bytes(maximum)}`,
    },
    refusedTogether: (files, reason) => `${files} arquivos não foram aceitos. ${reason}.`,
    duplicate: 'O mesmo arquivo já está acima',
    cancel: (name) => `Cancelar ${name}`,
    remove: (name) => `Remover ${name}`,
    hide: (name) => `Tirar ${name} desta lista`,
    dismiss: (name) => `Dispensar ${name}`,
    pause: (name) => `Pausar ${name}`,
    resume: (name) => `Retomar ${name}`,
    retry: (name) => `Tentar ${name} novamente`,
    tryNow: (name) => `Tentar ${name} agora`,
    rename: (name) => `Renomear ${name}`,
    newName: (name) => `Novo nome de ${name}`,
    move: (name) => `Mover ${name} com as setas do teclado`,
    tryAgain: 'Tentar novamente',
    removeAll: 'Remover',
    dismissAll: 'Dispensar',
    progress: (name) => `Enviando ${name}`,
    all: {
      progress: 'Enviando todos os arquivos',
      done: (done, files) => `${done} de ${files} anexados`,
      left: (time) => `Tempo restante: ${time}`,
      paused: 'Em pausa',
      pause: 'Pausar tudo',
      resume: 'Retomar tudo',
      cancel: 'Cancelar tudo',
      retry: 'Tentar tudo novamente',
      clear: 'Limpar a lista',
    },
    subject,
    draft: 'Arquivos deste rascunho',
    announceAdded: (names) => agreed(names, 'adicionado'),
    announceStored: (names) => agreed(names, 'enviado'),
    announceFailed: (names, title) => `Falha no envio de ${subject(names)}: ${title}`,
    announceRefused: (names, reason) => `${agreed(names, 'recusado')}: ${reason}`,
    announceRemoved: (names) => agreed(names, 'removido'),
    announcePaused: (names) => `${subject(names)} em pausa`,
    announceResumed: (names) => agreed(names, 'retomado'),
    announceMoved: (name, place, files) => `${name} está agora na posição ${place} de ${files}`,
    announceRenamed: (name) => `Renomeado para ${name}`,
    announceNotRenamed: (name) => `${name} mantém o nome, está sendo enviado`,
    announceHeld: {
      network: 'Você está offline. Os envios aguardam.',
      server: 'O armazenamento não responde. Os envios aguardam e serão tentados novamente.',
    },
    announceReleased: 'Os envios continuam.',
  },
};
