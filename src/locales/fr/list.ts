'use client';
import type { ListMessages } from '../../components/index.ts';
import { alert } from './alert.ts';

/** The words of the list of attachments in French. */
export const listMessages: ListMessages = {
  ...alert,
  list: {
    label: 'Pièces jointes de ce ticket',
    loading: 'Chargement des pièces jointes',
    reload: 'Réessayer',
    inDatabase: 'Enregistrée dans la base de données',
    inS3: 'Enregistrée dans S3',
    view: (name) => `Afficher ${name}`,
    download: (name) => `Télécharger ${name}`,
    downloadLarge: (name, limit) => `Télécharger ${name} dans un nouvel onglet, car il dépasse ${limit}`,
    downloading: (percent) => `Téléchargement, ${percent}`,
    gone: 'Le fichier n’est plus dans le stockage',
    goneOrRefused: 'Le fichier n’est plus dans le stockage, ou sa lecture n’est pas autorisée',
    unreachable: 'Le fichier n’a pas pu être chargé',
    openInstead: 'Il s’ouvrira peut-être dans un nouvel onglet.',
    tryAgain: 'Réessayer',
    delete: (name) => `Supprimer ${name}`,
    deleteShort: 'Supprimer',
    deleted: (name) => `${name} supprimé`,
    deleting: (name) => `Suppression de ${name}`,
    undo: 'Annuler',
    undoDelete: (name) => `Annuler la suppression de ${name}`,
    announceDeleted: (name) => `${name} supprimé`,
    announceBack: (name) => `${name} est de retour`,
    announceNotDeleted: (name, title) => `${name} n’a pas pu être supprimé : ${title}`,
    announceMissing: (name, reason) => `${name} : ${reason}`,
  },
  lightbox: {
    position: (place, count) => `${place} sur ${count}`,
    previous: 'Image précédente',
    next: 'Image suivante',
    close: 'Fermer',
    open: 'Ouvrir dans un nouvel onglet',
    download: 'Télécharger',
    actualSize: 'Taille réelle',
    picture: 'Image en taille réelle',
    loading: 'Chargement de l’image',
    failed: 'Cette image ne peut pas être affichée',
  },
};
