import type { EveryoneMessages } from '../../diagnosis/index.ts';

const ref = (reference: string | null) => (reference ? ` Indiquez cette référence : ${reference}.` : '');

/** The words for who cannot mend a cause, in French. */
export const everyone: EveryoneMessages = {
  administrator: (reference) => ({
    title: 'Votre administrateur doit intervenir sur le stockage des fichiers',
    cause:
      'Le stockage des pièces jointes a refusé cette opération. Vous n’y êtes pour rien, et ce que vous avez écrit est conservé.',
    remedy: [`Prévenez votre administrateur.${ref(reference)}`, 'Réessayez une fois le problème résolu.'],
  }),
  link: (reference) => ({
    title: 'Le fichier est enregistré, mais son lien ne s’ouvre pas encore',
    cause: 'Votre fichier est conservé ; inutile de le joindre à nouveau.',
    remedy: [`Prévenez votre administrateur.${ref(reference)}`],
  }),
  time: (reference) => ({
    title: 'Le stockage des fichiers n’est pas disponible pour le moment',
    cause: 'Il n’a pas accepté le fichier. Ce que vous avez écrit est conservé.',
    remedy: [
      `Réessayez dans quelques minutes. Si le problème persiste, prévenez votre administrateur.${ref(reference)}`,
    ],
  }),
  connection: () => ({
    title: 'La connexion a été perdue',
    cause: 'Le fichier n’est pas arrivé. Ce que vous avez écrit est conservé.',
    remedy: ['Vérifiez votre connexion et réessayez.'],
  }),
  viewer: () => ({
    title: 'L’opération n’a pas abouti',
    cause: 'Le fichier n’a pas pu être traité.',
    remedy: ['Réessayez ou choisissez un autre fichier.'],
  }),
};
