'use client';
import type { ListMessages } from '../../components/index.ts';
import { alert } from './alert.ts';

/** The words of the list of attachments in German. */
export const listMessages: ListMessages = {
  ...alert,
  list: {
    label: 'Anhänge dieses Tickets',
    loading: 'Anhänge werden geladen',
    reload: 'Erneut versuchen',
    inDatabase: 'In der Datenbank gespeichert',
    inS3: 'In S3 gespeichert',
    view: (name) => `${name} ansehen`,
    download: (name) => `${name} herunterladen`,
    downloadLarge: (name, limit) => `${name} in einem neuen Tab herunterladen, da größer als ${limit}`,
    downloading: (percent) => `Wird heruntergeladen, ${percent}`,
    gone: 'Die Datei ist nicht mehr im Speicher',
    goneOrRefused: 'Die Datei ist nicht mehr im Speicher oder darf nicht gelesen werden',
    unreachable: 'Die Datei konnte nicht geladen werden',
    openInstead: 'Vielleicht lässt sie sich in einem neuen Tab öffnen.',
    tryAgain: 'Erneut versuchen',
    delete: (name) => `${name} löschen`,
    deleteShort: 'Löschen',
    deleted: (name) => `${name} gelöscht`,
    deleting: (name) => `${name} wird gelöscht`,
    undo: 'Rückgängig',
    undoDelete: (name) => `Löschen von ${name} rückgängig machen`,
    announceDeleted: (name) => `${name} gelöscht`,
    announceBack: (name) => `${name} ist wieder da`,
    announceNotDeleted: (name, title) => `${name} konnte nicht gelöscht werden: ${title}`,
    announceMissing: (name, reason) => `${name}: ${reason}`,
  },
  lightbox: {
    position: (place, count) => `${place} von ${count}`,
    previous: 'Vorheriges Bild',
    next: 'Nächstes Bild',
    close: 'Schließen',
    open: 'In neuem Tab öffnen',
    download: 'Herunterladen',
    actualSize: 'Originalgröße',
    picture: 'Bild in Originalgröße',
    loading: 'Bild wird geladen',
    failed: 'Dieses Bild kann nicht angezeigt werden',
  },
};
