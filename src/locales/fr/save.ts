import type { SettingsMessages } from '../../components/index.ts';

/** The words around saving in French. */
export const save: SettingsMessages['save'] = {
  save: 'Enregistrer les modifications',
  saveFirst: 'Enregistrer et stocker les pièces jointes dans S3',
  saveRotated: 'Vérifier et échanger les clés',
  checking: 'Vérification',
  saving: 'Enregistrement',
  discard: 'Annuler les modifications',
  anyway: 'Enregistrer quand même',
  back: 'Retour',
  saved: (bucket) => `Enregistré. Les nouvelles pièces jointes sont stockées dans le bucket « ${bucket} ».`,
  savedDespite:
    'Enregistré. Les nouvelles pièces jointes vont vers S3 et échoueront jusqu’à ce que la vérification ci-dessous ne trouve plus d’erreur.',
  savedDisabled: (bucket) =>
    `Enregistré. Les nouvelles pièces jointes vont toujours dans la base de données : le bucket « ${bucket} » n’est pas utilisé.`,
  retired: (accessKeyId) =>
    `La nouvelle clé est utilisée. Passez maintenant ${accessKeyId} à « Inactive » dans IAM, puis supprimez-la quand les envois auront fonctionné pendant une journée.`,
  openIam: 'Ouvrir IAM',
  unsaved: 'Pas encore enregistré',
  refused: {
    title: 'Rien n’est encore enregistré : cela ne fonctionnera pas',
    text: 'Avec ces valeurs, les nouvelles pièces jointes échoueraient. La vérification ci-dessous indique ce qui ne va pas et ce qu’il faut faire.',
    unknownTitle: 'Rien n’est encore enregistré : tout n’a pas pu être vérifié',
    unknownText:
      'La vérification ci-dessous indique ce qui n’a pas pu être déterminé, et pourquoi. Le secret enregistré ne sert que pour le bucket et le point de terminaison pour lesquels il a été enregistré : saisissez-le pour en vérifier d’autres.',
  },
  changed: {
    title: 'Rien n’est encore enregistré : une valeur a été modifiée entre-temps',
    text: 'Le formulaire ne contient plus ce qui a été vérifié. Enregistrez à nouveau.',
  },
  unchecked: { title: 'Rien n’est encore enregistré : la vérification n’a pas pu être faite' },
  conflict: {
    title: 'Quelqu’un d’autre a enregistré entre-temps',
    text: ({ by, when }) =>
      `${by} a modifié ces paramètres (${when}). Rien de votre saisie n’a été enregistré, et rien n’en est perdu. Voici les différences :`,
    field: 'Champ',
    mine: 'Votre saisie',
    theirs: 'Enregistré actuellement',
    secretEntered: 'saisi par vous',
    secretKept: 'celui qui est enregistré',
    secretSaved: (when) => `enregistré : ${when}`,
    empty: 'vide',
    yes: 'activé',
    no: 'désactivé',
    keepMine: 'Remplacer par votre saisie',
    takeTheirs: 'Reprendre ce qui est enregistré',
  },
  changedByOther: ({ by, when }) =>
    `${by} a modifié ces paramètres (${when}). Vous les voyez dans leur état actuel.`,
};
