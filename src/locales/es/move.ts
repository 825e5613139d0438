import type { SettingsMessages } from '../../components/index.ts';
import { count, number } from './count.ts';

const are = (files: number) =>
  count(files, { one: '# archivo adjunto está', other: '# archivos adjuntos están' });
const copied = (files: number, size: string) =>
  `${count(files, { one: '# archivo adjunto', other: '# archivos adjuntos' })} (${size}) ${files === 1 ? 'se copia' : 'se copian'}`;
const running = {
  s3: 'Moviendo archivos adjuntos al bucket',
  database: 'Moviendo archivos adjuntos a la base de datos',
};

/** The words of moving attachments in Spanish. */
export const move: SettingsMessages['move'] = {
  title: 'Mover archivos adjuntos',
  inDatabase: ({ count, size }) => `${are(count)} en la base de datos (${size}).`,
  inBucket: ({ count, size, bucket }) => `${are(count)} en el bucket «${bucket}» (${size}).`,
  elsewhere: ({ count, size }) => `${are(count)} en buckets usados anteriormente (${size}).`,
  nothing: {
    s3: 'Todos los archivos adjuntos están en el bucket al que van los nuevos.',
    database: 'Todos los archivos adjuntos están en la base de datos.',
  },
  start: { s3: 'Moverlos al bucket', database: 'Moverlos a la base de datos' },
  askTitle: {
    s3: '¿Mover los archivos adjuntos al bucket?',
    database: '¿Mover los archivos adjuntos a la base de datos?',
  },
  askText: ({ count: files, size, to, bucket, places }) => [
    to === 's3'
      ? `${copied(files, size)} al bucket «${bucket}».`
      : `${copied(files, size)} a la base de datos. Los que son demasiado grandes para ella se quedan donde están.`,
    'Cada uno se compara con su copia mediante una suma de comprobación antes de eliminarse de donde estaba.',
    'Las cargas, descargas y eliminaciones continúan entretanto. Puede pausar en cualquier momento y salir de esta página.',
    ...(places.elsewhere.count > 0 || (to === 'database' && places.bucket.count > 0)
      ? [
          'Lo que estaba en un bucket se elimina allí un poco más tarde: hasta entonces, deje el bucket y su clave de acceso como están. Los enlaces que se copiaron a otros lugares dejan de funcionar.',
        ]
      : []),
  ],
  cancel: 'Cancelar',
  running,
  progress: ({ moved, total }) =>
    `${count(moved, { one: '# movido', other: '# movidos' })} de ${number(total)}`,
  failedSoFar: (files) => count(files, { one: '# no se pudo mover', other: '# no se pudieron mover' }),
  pause: 'Pausar',
  resume: 'Reanudar',
  paused: {
    by: 'El traslado está en pausa.',
    cause: 'El traslado se detuvo: primero hay que resolver algo.',
  },
  done: {
    s3: 'Todos los archivos adjuntos se movieron al bucket.',
    database: 'Todos los archivos adjuntos se movieron a la base de datos.',
  },
  notAll: (failed) =>
    count(failed, {
      one: '# archivo adjunto no se pudo mover y sigue donde estaba.',
      other: '# archivos adjuntos no se pudieron mover y siguen donde estaban.',
    }),
  tryAgain: 'Reintentar',
  failures: (files) => `Lo que no se pudo mover (${number(files)})`,
  failure: ({ name, ticketId, size }) => `${name} (${size}), ticket n.º ${ticketId}`,
  more: (files) => `y ${number(files)} más`,
  said: ({ to, percent }) => `${running[to]}: ${percent} por ciento`,
  unsavedFirst: 'Primero guarde o descarte sus cambios.',
};
