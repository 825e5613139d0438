'use client';
import type { ListMessages } from '../../components/index.ts';
import { alert } from './alert.ts';

/** The words of the list of attachments in Brazilian Portuguese. */
export const listMessages: ListMessages = {
  ...alert,
  list: {
    label: 'Anexos deste ticket',
    loading: 'Carregando os anexos',
    reload: 'Tentar novamente',
    inDatabase: 'Salvo no banco de dados',
    inS3: 'Salvo no S3',
    view: (name) => `Ver ${name}`,
    download: (name) => `Baixar ${name}`,
    downloadLarge: (name, limit) => `Baixar ${name} em uma nova aba, pois é maior que ${limit}`,
    downloading: (percent) => `Baixando, ${percent}`,
    gone: 'O arquivo não está mais no armazenamento',
    goneOrRefused: 'O arquivo não está mais no armazenamento, ou não pode ser lido',
    unreachable: 'Não foi possível carregar o arquivo',
    openInstead: 'Talvez ele abra em uma nova aba.',
    tryAgain: 'Tentar novamente',
    delete: (name) => `Excluir ${name}`,
    deleteShort: 'Excluir',
    deleted: (name) => `${name} excluído`,
    deleting: (name) => `Excluindo ${name}`,
    undo: 'Desfazer',
    undoDelete: (name) => `Desfazer a exclusão de ${name}`,
    announceDeleted: (name) => `${name} excluído`,
    announceBack: (name) => `${name} está de volta`,
    announceNotDeleted: (name, title) => `Não foi possível excluir ${name}: ${title}`,
    announceMissing: (name, reason) => `${name}: ${reason}`,
  },
  lightbox: {
    position: (place, count) => `${place} de ${count}`,
    previous: 'Imagem anterior',
    next: 'Próxima imagem',
    close: 'Fechar',
    open: 'Abrir em uma nova aba',
    download: 'Baixar',
    actualSize: 'Tamanho real',
    picture: 'Imagem em tamanho real',
    loading: 'Carregando a imagem',
    failed: 'Não é possível mostrar esta imagem',
  },
};
