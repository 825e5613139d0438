'use client';
import type { UploaderMessages } from '../../components/index.ts';
import { alert } from './alert.ts';
import { count } from './count.ts';

const subject = (names: readonly string[]) =>
  names.length === 1 ? `${names[0]}` : count(names.length, { one: '# Datei', other: '# Dateien' });

/** The words of the uploader in German. */
export const uploaderMessages: UploaderMessages = {
  ...alert,
  uploader: {
    label: 'Anhänge',
    choose: 'Dateien anhängen',
    hint: 'oder hierher ziehen oder einfügen',
    folder: 'Ordner anhängen',
    camera: 'Foto aufnehmen',
    dropHere: 'Zum Anhängen loslassen',
    files: 'Dateien zum Anhängen',
    queued: 'Wartet',
    begun: 'Wird hochgeladen',
    sending: ({ loaded, total, speed, left }) =>
      [`${loaded} von ${total}`, left && `noch ${left}`, speed].filter(Boolean).join(' · '),
    whole:
      'In einem Stück, weil der Bucket mit einem KMS-Schlüssel verschlüsselt ist: kann nach einem Abbruch nicht fortgesetzt werden',
    waitingNetwork: 'Wartet auf das Netz',
    waitingServer: 'Der Speicher antwortet nicht, neuer Versuch läuft',
    waitingRetry: 'Neuer Versuch',
    paused: (percent) => `Angehalten bei ${percent}`,
    registering: 'Wird abgeschlossen',
    stored: 'Angehängt',
    storedInDatabase: 'Angehängt, in der Datenbank',
    storedBut: (title) => `Angehängt. ${title}`,
    failed: (title) => (title === null ? 'Nicht angehängt' : `Nicht angehängt: ${title}`),
    refused: {
      type_not_accepted: ({ accept }) =>
        `Diese Art von Datei wird nicht angenommen; angenommen werden ${accept}`,
      too_many: ({ maximum }) =>
        maximum === 1
          ? 'Es kann nur eine Datei angehängt werden'
          : `Es können höchstens ${count(maximum, { other: '# Dateien' })} angehängt werden`,
      too_large: ({ size, maximum }, bytes) =>
        `Sie hat ${bytes(size)}; angenommen werden höchstens ${bytes(maximum)}`,
      too_small: ({ size, minimum }, bytes) =>
        `Sie hat ${bytes(size)}; nötig sind mindestens ${bytes(minimum)}`,
      total_too_large: ({ size, maximum }, bytes) =>
        `Alle Dateien zusammen hätten ${bytes(size)}; angenommen werden höchstens ${bytes(maximum)}`,
    },
    refusedTogether: (files, reason) => `${files} Dateien wurden nicht angenommen. ${reason}.`,
    duplicate: 'Dieselbe Datei steht schon weiter oben',
    cancel: (name) => `${name} abbrechen`,
    remove: (name) => `${name} entfernen`,
    hide: (name) => `${name} aus dieser Liste nehmen`,
    dismiss: (name) => `${name} ausblenden`,
    pause: (name) => `${name} anhalten`,
    resume: (name) => `${name} fortsetzen`,
    retry: (name) => `${name} erneut versuchen`,
    tryNow: (name) => `${name} jetzt versuchen`,
    rename: (name) => `${name} umbenennen`,
    newName: (name) => `Neuer Name für ${name}`,
    move: (name) => `${name} mit den Pfeiltasten verschieben`,
    tryAgain: 'Erneut versuchen',
    removeAll: 'Entfernen',
    dismissAll: 'Ausblenden',
    progress: (name) => `${name} wird hochgeladen`,
    all: {
      progress: 'Alle Dateien werden hochgeladen',
      done: (done, files) => `${done} von ${files} angehängt`,
      left: (time) => `noch ${time}`,
      paused: 'Angehalten',
      pause: 'Alle anhalten',
      resume: 'Alle fortsetzen',
      cancel: 'Alle abbrechen',
      retry: 'Alle erneut versuchen',
      clear: 'Liste leeren',
    },
    subject,
    draft: 'Dateien dieses Entwurfs',
    announceAdded: (names) => `${subject(names)} hinzugefügt`,
    announceStored: (names) => `${subject(names)} hochgeladen`,
    announceFailed: (names, title) => `${subject(names)} fehlgeschlagen: ${title}`,
    announceRefused: (names, reason) => `${subject(names)} nicht angenommen: ${reason}`,
    announceRemoved: (names) => `${subject(names)} entfernt`,
    announcePaused: (names) => `${subject(names)} angehalten`,
    announceResumed: (names) => `${subject(names)} fortgesetzt`,
    announceMoved: (name, place, files) => `${name} ist jetzt ${place} von ${files}`,
    announceRenamed: (name) => `In ${name} umbenannt`,
    announceNotRenamed: (name) => `${name} behält den Namen, die Datei wird gerade gesendet`,
    announceHeld: {
      network: 'Sie sind offline. Uploads warten.',
      server: 'Der Speicher antwortet nicht. Uploads warten und werden erneut versucht.',
    },
    announceReleased: 'Uploads gehen weiter.',
  },
};
