import type { DiagnosisMessages, OpenCode } from '../../../diagnosis/index.ts';

const megabytes = (bytes: number) =>
  new Intl.NumberFormat('fr', { style: 'unit', unit: 'megabyte', maximumSignificantDigits: 3 }).format(
    bytes / 1_000_000,
  );

/** The words for what anybody may be told in full, in French; they go with every widget. */
export const open: Pick<DiagnosisMessages, OpenCode> = {
  offline: () => ({
    title: 'Vous êtes hors ligne',
    cause: 'Cet appareil n’est pas connecté au réseau.',
    remedy: ['Réessayez quand vous serez connecté.'],
  }),
  connection_lost: () => ({
    title: 'La connexion s’est interrompue pendant l’envoi',
    cause: 'Une partie du fichier était envoyée quand la connexion au stockage a pris fin.',
    remedy: ['Réessayez.'],
  }),
  api_unreachable: () => ({
    title: 'triage.ai est injoignable',
    cause: 'Le serveur de triage.ai n’a pas répondu.',
    remedy: ['Vérifiez votre connexion et réessayez.'],
  }),
  file_unreadable: () => ({
    title: 'Ce fichier n’est plus lisible',
    cause: 'Il a été modifié, déplacé ou supprimé depuis que vous l’avez choisi, ou c’est un dossier.',
    remedy: ['Choisissez-le à nouveau. S’il s’agit d’un dossier, choisissez les fichiers qu’il contient.'],
  }),
  file_too_large: (d) => ({
    title: 'Ce fichier est trop volumineux',
    cause: `${d.size > 0 ? `Il fait ${megabytes(d.size)}` : 'Il est trop volumineux'}${d.maximum === undefined ? ', plus que ce que le stockage accepte en un seul bloc' : ` ; le stockage accepte au plus ${megabytes(d.maximum)} par fichier`}.`,
    remedy: ['Choisissez un fichier plus petit, ou partagez-le par un lien.'],
  }),
  key_too_long: () => ({
    title: 'Le nom de ce fichier est trop long',
    cause: 'Avec le dossier où il se trouverait, il dépasse les 1 024 octets que S3 accepte.',
    remedy: ['Donnez au fichier un nom plus court et choisissez-le à nouveau.'],
  }),
  signed_out: () => ({
    title: 'Vous êtes déconnecté',
    cause: 'Votre session a pris fin.',
    remedy: ['Reconnectez-vous et réessayez.'],
  }),
  not_permitted: () => ({
    title: 'Vous n’êtes pas autorisé à faire cela',
    cause: 'Votre compte n’en a pas le droit.',
    remedy: ['Adressez-vous à un administrateur.'],
  }),
  not_found: () => ({
    title: 'Cette pièce jointe n’existe plus',
    cause: 'Elle a été supprimée, ou n’a jamais été enregistrée.',
    remedy: ['Rechargez la page.'],
  }),
  malformed_response: (d) => ({
    title: 'Nous ne pouvons pas lire la réponse du serveur',
    cause: `Elle est arrivée avec le statut ${d.status} et n’a pas la forme convenue. Un proxy s’interpose peut-être.`,
    remedy: ['Réessayez. Si le problème persiste, prévenez les responsables du serveur.'],
  }),
  rate_limited: (d) => ({
    title: 'Cela fait beaucoup à la fois',
    cause: 'Le serveur n’accepte qu’un certain nombre de requêtes par personne et par minute.',
    remedy: [`Réessayez dans ${d.retryAfter} s.`],
  }),
  server_fault: () => ({
    title: 'Un problème est survenu de notre côté',
    cause: 'Le serveur n’a pas pu terminer cette opération.',
    remedy: ['Réessayez. Si le problème persiste, prévenez votre administrateur.'],
  }),
};
