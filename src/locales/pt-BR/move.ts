import type { SettingsMessages } from '../../components/index.ts';
import { count, number } from './count.ts';

const are = (files: number) => count(files, { one: '# anexo está', other: '# anexos estão' });
const copied = (files: number, size: string) =>
  `${count(files, { one: '# anexo', other: '# anexos' })} (${size}) ${files === 1 ? 'é copiado' : 'são copiados'}`;
const running = {
  s3: 'Movendo anexos para o bucket',
  database: 'Movendo anexos para o banco de dados',
};

/** The words of moving attachments in Brazilian Portuguese. */
export const move: SettingsMessages['move'] = {
  title: 'Mover anexos',
  inDatabase: ({ count, size }) => `${are(count)} no banco de dados (${size}).`,
  inBucket: ({ count, size, bucket }) => `${are(count)} no bucket “${bucket}” (${size}).`,
  elsewhere: ({ count, size }) => `${are(count)} em buckets usados anteriormente (${size}).`,
  nothing: {
    s3: 'Todos os anexos estão no bucket para o qual vão os novos.',
    database: 'Todos os anexos estão no banco de dados.',
  },
  start: { s3: 'Mover para o bucket', database: 'Mover para o banco de dados' },
  askTitle: {
    s3: 'Mover os anexos para o bucket?',
    database: 'Mover os anexos para o banco de dados?',
  },
  askText: ({ count: files, size, to, bucket, places }) => [
    to === 's3'
      ? `${copied(files, size)} para o bucket “${bucket}”.`
      : `${copied(files, size)} para o banco de dados. Os que são grandes demais para ele ficam onde estão.`,
    'Cada um é comparado com a cópia por uma soma de verificação antes de ser excluído de onde estava.',
    'Envios, downloads e exclusões continuam enquanto isso. Você pode pausar a qualquer momento e sair desta página.',
    ...(places.elsewhere.count > 0 || (to === 'database' && places.bucket.count > 0)
      ? [
          'O que estava em um bucket é excluído dele um pouco mais tarde: até lá, deixe o bucket e a chave de acesso dele como estão. Os links que foram copiados para outros lugares param de funcionar.',
        ]
      : []),
  ],
  cancel: 'Cancelar',
  running,
  progress: ({ moved, total }) =>
    `${count(moved, { one: '# movido', other: '# movidos' })} de ${number(total)}`,
  failedSoFar: (files) => count(files, { one: '# não pôde ser movido', other: '# não puderam ser movidos' }),
  pause: 'Pausar',
  resume: 'Retomar',
  paused: {
    by: 'A transferência está em pausa.',
    cause: 'A transferência parou: primeiro é preciso resolver algo.',
  },
  done: {
    s3: 'Todos os anexos foram movidos para o bucket.',
    database: 'Todos os anexos foram movidos para o banco de dados.',
  },
  notAll: (failed) =>
    count(failed, {
      one: '# anexo não pôde ser movido e está onde estava.',
      other: '# anexos não puderam ser movidos e estão onde estavam.',
    }),
  tryAgain: 'Tentar novamente',
  failures: (files) => `O que não pôde ser movido (${number(files)})`,
  failure: ({ name, ticketId, size }) => `${name} (${size}), ticket nº ${ticketId}`,
  more: (files) => `e mais ${number(files)}`,
  said: ({ to, percent }) => `${running[to]}: ${percent} por cento`,
  unsavedFirst: 'Primeiro salve ou descarte as suas alterações.',
};
