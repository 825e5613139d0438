'use client';
import type { UploaderMessages } from '../../components/index.ts';
import { alert } from './alert.ts';
import { count } from './count.ts';

const subject = (names: readonly string[]) =>
  names.length === 1 ? `${names[0]}` : count(names.length, { one: '# fichier', other: '# fichiers' });
const agreed = (names: readonly string[], word: string) =>
  `${subject(names)} ${word}${names.length === 1 ? '' : 's'}`;

/** The words of the uploader in French. */
export const uploaderMessages: UploaderMessages = {
  ...alert,
  uploader: {
    label: 'Pièces jointes',
    choose: 'Joindre des fichiers',
    hint: 'ou déposez-les ou collez-les ici',
    folder: 'Joindre un dossier',
    camera: 'Prendre une photo',
    dropHere: 'Déposer pour joindre',
    files: 'Fichiers à joindre',
    queued: 'En attente',
    begun: 'Envoi',
    sending: ({ loaded, total, speed, left }) =>
      [`${loaded} sur ${total}`, left && `encore ${left}`, speed].filter(Boolean).join(' · '),
    whole: 'En un seul bloc, car le bucket est chiffré avec une clé KMS : l’envoi ne peut pas être repris',
    waitingNetwork: 'En attente du réseau',
    waitingServer: 'Le stockage ne répond pas, nouvel essai en cours',
    waitingRetry: 'Nouvel essai',
    paused: (percent) => `En pause à ${percent}`,
    registering: 'Finalisation',
    stored: 'Joint',
    storedInDatabase: 'Joint, dans la base de données',
    storedBut: (title) => `Joint. ${title}`,
    failed: (title) => (title === null ? 'Non joint' : `Non joint : ${title}`),
    refused: {
      type_not_accepted: ({ accept }) => `Ce type de fichier n’est pas accepté ; sont acceptés ${accept}`,
      too_many: ({ maximum }) =>
        maximum === 1
          ? 'Un seul fichier peut être joint'
          : `Au plus ${count(maximum, { other: '# fichiers' })} peuvent être joints`,
      too_large: ({ size, maximum }, bytes) => `Il fait ${bytes(size)} ; le maximum est de ${bytes(maximum)}`,
      too_small: ({ size, minimum }, bytes) => `Il fait ${bytes(size)} ; le minimum est de ${bytes(minimum)}`,
      total_too_large: ({ size, maximum }, bytes) =>
        `Tous les fichiers feraient ensemble ${bytes(size)} ; le maximum est de ${bytes(maximum)}`,
    },
    refusedTogether: (files, reason) => `${files} fichiers n’ont pas été acceptés. ${reason}.`,
    duplicate: 'Le même fichier figure plus haut',
    cancel: (name) => `Annuler ${name}`,
    remove: (name) => `Retirer ${name}`,
    hide: (name) => `Retirer ${name} de cette liste`,
    dismiss: (name) => `Ignorer ${name}`,
    pause: (name) => `Mettre ${name} en pause`,
    resume: (name) => `Reprendre ${name}`,
    retry: (name) => `Réessayer ${name}`,
    tryNow: (name) => `Essayer ${name} maintenant`,
    rename: (name) => `Renommer ${name}`,
    newName: (name) => `Nouveau nom de ${name}`,
    move: (name) => `Déplacer ${name} avec les touches fléchées`,
    tryAgain: 'Réessayer',
    removeAll: 'Retirer',
    dismissAll: 'Ignorer',
    progress: (name) => `Envoi de ${name}`,
    all: {
      progress: 'Envoi de tous les fichiers',
      done: (done, files) => `${done} sur ${files} joints`,
      left: (time) => `encore ${time}`,
      paused: 'En pause',
      pause: 'Tout mettre en pause',
      resume: 'Tout reprendre',
      cancel: 'Tout annuler',
      retry: 'Tout réessayer',
      clear: 'Vider la liste',
    },
    subject,
    draft: 'Fichiers de ce brouillon',
    announceAdded: (names) => agreed(names, 'ajouté'),
    announceStored: (names) => agreed(names, 'envoyé'),
    announceFailed: (names, title) => `Échec de l’envoi de ${subject(names)} : ${title}`,
    announceRefused: (names, reason) => `${agreed(names, 'refusé')} : ${reason}`,
    announceRemoved: (names) => agreed(names, 'retiré'),
    announcePaused: (names) => `${subject(names)} en pause`,
    announceResumed: (names) => `${subject(names)} : reprise`,
    announceMoved: (name, place, files) => `${name} est maintenant ${place} sur ${files}`,
    announceRenamed: (name) => `Renommé en ${name}`,
    announceNotRenamed: (name) => `${name} garde son nom, il est en cours d’envoi`,
    announceHeld: {
      network: 'Vous êtes hors ligne. Les envois attendent.',
      server: 'Le stockage ne répond pas. Les envois attendent et seront réessayés.',
    },
    announceReleased: 'Les envois continuent.',
  },
};
