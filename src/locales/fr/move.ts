import type { SettingsMessages } from '../../components/index.ts';
import { count, number } from './count.ts';

const attachments = (files: number) => count(files, { one: '# pièce jointe', other: '# pièces jointes' });
const are = (files: number) =>
  count(files, { one: '# pièce jointe se trouve', other: '# pièces jointes se trouvent' });
const copied = (files: number) => (files === 1 ? 'sera copiée' : 'seront copiées');
const running = {
  s3: 'Déplacement des pièces jointes vers le bucket',
  database: 'Déplacement des pièces jointes vers la base de données',
};

/** The words of moving attachments in French. */
export const move: SettingsMessages['move'] = {
  title: 'Déplacer les pièces jointes',
  inDatabase: ({ count, size }) => `${are(count)} dans la base de données (${size}).`,
  inBucket: ({ count, size, bucket }) => `${are(count)} dans le bucket « ${bucket} » (${size}).`,
  elsewhere: ({ count, size }) => `${are(count)} dans des buckets utilisés auparavant (${size}).`,
  nothing: {
    s3: 'Toutes les pièces jointes sont dans le bucket où vont les nouvelles.',
    database: 'Toutes les pièces jointes sont dans la base de données.',
  },
  start: { s3: 'Les déplacer vers le bucket', database: 'Les déplacer vers la base de données' },
  askTitle: {
    s3: 'Déplacer les pièces jointes vers le bucket ?',
    database: 'Déplacer les pièces jointes vers la base de données ?',
  },
  askText: ({ count: files, size, to, bucket, places }) => [
    to === 's3'
      ? `${attachments(files)} (${size}) ${copied(files)} dans le bucket « ${bucket} ».`
      : `${attachments(files)} (${size}) ${copied(files)} dans la base de données. Celles qui sont trop grandes pour elle restent où elles sont.`,
    'Chacune est comparée à sa copie par une somme de contrôle avant d’être supprimée à son ancien emplacement.',
    'Les envois, téléchargements et suppressions continuent pendant ce temps. Vous pouvez mettre en pause à tout moment et quitter cette page.',
    ...(places.elsewhere.count > 0 || (to === 'database' && places.bucket.count > 0)
      ? [
          'Ce qui était dans un bucket y est supprimé un peu plus tard : laissez le bucket et sa clé d’accès tels quels jusque-là. Les liens qui y mènent et qui ont été copiés ailleurs cesseront de fonctionner.',
        ]
      : []),
  ],
  cancel: 'Annuler',
  running,
  progress: ({ moved, total }) =>
    `${count(moved, { one: '# déplacée', other: '# déplacées' })} sur ${number(total)}`,
  failedSoFar: (files) =>
    count(files, { one: '# n’a pas pu être déplacée', other: '# n’ont pas pu être déplacées' }),
  pause: 'Mettre en pause',
  resume: 'Reprendre',
  paused: {
    by: 'Le déplacement est en pause.',
    cause: 'Le déplacement s’est arrêté : un problème doit d’abord être résolu.',
  },
  done: {
    s3: 'Toutes les pièces jointes ont été déplacées vers le bucket.',
    database: 'Toutes les pièces jointes ont été déplacées vers la base de données.',
  },
  notAll: (failed) =>
    count(failed, {
      one: '# pièce jointe n’a pas pu être déplacée et reste où elle était.',
      other: '# pièces jointes n’ont pas pu être déplacées et restent où elles étaient.',
    }),
  tryAgain: 'Réessayer',
  failures: (files) => `Ce qui n’a pas pu être déplacé (${number(files)})`,
  failure: ({ name, ticketId, size }) => `${name} (${size}), ticket n° ${ticketId}`,
  more: (files) => count(files, { one: 'et # autre', other: 'et # autres' }),
  said: ({ to, percent }) => `${running[to]} : ${percent} pour cent`,
  unsavedFirst: 'Enregistrez ou annulez d’abord vos modifications.',
};
