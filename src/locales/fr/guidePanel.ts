import type { SettingsMessages } from '../../components/index.ts';

/** The words around the steps of the guide in French. */
export const guidePanel: SettingsMessages['guidePanel'] = {
  title: 'Comment le configurer dans AWS',
  intro: (bucket) =>
    bucket
      ? `Sept étapes, environ dix minutes. Les documents sont établis pour le bucket « ${bucket} ».`
      : 'Sept étapes, environ dix minutes. Saisissez le nom du bucket, et les documents seront établis pour lui.',
  step: (number) => `Étape ${number} :`,
  why: 'Pourquoi',
  opens: 'Ce que cela ouvre',
  openConsole: 'Ouvrir cette page dans la console AWS',
  states: {
    done: 'Fait',
    not_done: 'Pas fait',
    look_first: 'À regarder en premier',
    suspect: 'À regarder aussi',
    warning: 'Avec un avertissement',
    unknown: 'Inconnu',
  },
  markedAbove: (part) => `La partie « ${part} » est marquée dans le document.`,
  suspect:
    'La vérification n’a pas pu distinguer cette étape d’une autre qui, de l’extérieur, se présente de la même façon.',
  unknown: {
    unchecked: '« Vérifier la connexion » indique si cette étape est faite.',
    stale: 'Les valeurs ont été modifiées depuis la dernière vérification.',
    untold: 'La dernière vérification n’a pas pu déterminer si cette étape est faite.',
    permission: (permission) =>
      `Seule une clé ayant l’autorisation « ${permission} » pourrait dire si cette étape est faite.`,
    cdn: 'Le lien a été ouvert à votre URL de base publique, qui peut avoir accès au bucket par d’autres moyens. La vérification ne peut donc pas dire si cette étape est faite.',
    world:
      'N’importe qui peut écrire dans le bucket, la vérification ne peut donc pas dire ce que cette clé peut faire. Fermez-le aux inconnus, puis vérifiez à nouveau.',
    root: 'C’est une clé de l’utilisateur racine, qui peut tout faire. Vérifiez à nouveau avec une clé de l’utilisateur IAM.',
    amazon_only: 'La vérification ne peut le dire que d’Amazon S3, pas d’un autre stockage.',
  },
  progress: (done, total) => `${done} sur ${total} faites`,
  copy: 'Copier',
  copyOf: (document) => `Copier : ${document}`,
  copied: 'Copié',
  copyFailed: 'Copie impossible : sélectionnez le texte',
  documentLabel: (step) => `Document pour « ${step} »`,
  post: 'Autoriser aussi POST : de nombreux petits fichiers sont envoyés plus vite',
  postHint:
    'Le document ci-dessous s’adapte. Un navigateur interroge S3 avant chaque PUT, et pas avant un POST. Les envois fonctionnent aussi sans cela.',
  video: 'Afficher une vidéo d’aide',
  videoHint:
    'Sur YouTube, de 4:23 à 10:40. Elle n’est pas de nous, et certaines étapes y sont un peu différentes. Elle n’est chargée que si vous le demandez.',
  videoTitle: 'Vidéo d’aide : un bucket S3 et un utilisateur IAM',
  videoOpen: 'L’ouvrir sur YouTube',
};
