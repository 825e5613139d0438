import type { DiagnosisMessages } from '../../../diagnosis/index.ts';

/** The words on our own API that only settings and set-up have, in French. */
export const api = {
  settings_changed: () => ({
    title: 'Quelqu’un d’autre a modifié les paramètres entre-temps',
    cause:
      'Votre saisie part de paramètres qui ne sont plus ceux qui sont enregistrés. Rien n’a donc été enregistré.',
    remedy: ['Comparez votre saisie avec ce qui est enregistré maintenant, puis enregistrez à nouveau.'],
  }),
  move_conflict: (d) => ({
    title: 'Les pièces jointes ne peuvent pas être déplacées dans ce sens maintenant',
    cause: {
      s3_not_in_use:
        'S3 n’est pas utilisé : les nouvelles pièces jointes vont dans la base de données, et celles qui y sont y restent.',
      s3_in_use:
        'S3 est utilisé : les nouvelles pièces jointes vont dans le bucket, et celles qui y sont y restent.',
      running: 'Elles sont en cours de déplacement dans l’autre sens.',
    }[d.problem],
    remedy: [
      {
        s3_not_in_use: 'Activez le stockage S3, puis déplacez-les.',
        s3_in_use: 'Désactivez le stockage S3, puis déplacez-les.',
        running: 'Mettez d’abord ce déplacement en pause.',
      }[d.problem],
    ],
  }),
  invalid_input: (d) =>
    d.issues.some(({ path }) => path === 'keyPrefix')
      ? {
          title: 'Ce préfixe de dossiers n’est pas utilisable',
          cause:
            'Il est fait de dossiers : lettres, chiffres et traits d’union, avec une barre oblique après chaque dossier et aucune devant.',
          remedy: ['Écrivez-le comme help-desk/ ou desk/attachments/, ou laissez-le vide.'],
        }
      : d.issues.some(({ path }) => path === 'publicBaseUrl')
        ? {
            title: 'Cette URL de base publique n’est pas utilisable',
            cause:
              'C’est une adresse complète, précédée de https://, sans paramètres ni utilisateur ; et elle ne va qu’avec des liens publics.',
            remedy: [
              'Écrivez-la comme https://files.example.com ou https://cdn.example.com/desk, ou laissez-la vide : les liens mènent alors à S3 lui-même.',
            ],
          }
        : {
            title: 'Une partie de ce qui a été envoyé n’est pas valide',
            cause: `Le serveur a refusé ce qui a été envoyé comme ${[...new Set(d.issues.map(({ path }) => `« ${path} »`))].join(', ') || 'cette requête'}.`,
            remedy: ['Corrigez et réessayez.'],
          },
  server_closing: () => ({
    title: 'Le serveur redémarre',
    cause: 'Il termine ce qu’il a commencé et n’accepte rien de nouveau.',
    remedy: ['Réessayez dans quelques secondes.'],
  }),
  origin_not_allowed: (d) => ({
    title: 'Le serveur n’accepte pas de requêtes de ce site',
    cause: `${d.origin ?? 'L’origine de la page'} ne figure pas dans la liste des origines que le serveur autorise.`,
    remedy: ['Les responsables du serveur peuvent l’ajouter aux origines autorisées.'],
  }),
} satisfies Partial<DiagnosisMessages>;
