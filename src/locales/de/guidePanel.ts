import type { SettingsMessages } from '../../components/index.ts';

/** The words around the steps of the guide in German. */
export const guidePanel: SettingsMessages['guidePanel'] = {
  title: 'So richten Sie es in AWS ein',
  intro: (bucket) =>
    bucket
      ? `Sieben Schritte, etwa zehn Minuten. Die Dokumente sind für den Bucket „${bucket}“ ausgestellt.`
      : 'Sieben Schritte, etwa zehn Minuten. Geben Sie den Namen des Buckets ein, dann werden die Dokumente dafür ausgestellt.',
  step: (number) => `Schritt ${number}:`,
  why: 'Warum',
  opens: 'Was es öffnet',
  openConsole: 'Diese Seite in der AWS-Konsole öffnen',
  states: {
    done: 'Erledigt',
    not_done: 'Nicht erledigt',
    look_first: 'Zuerst hier nachsehen',
    suspect: 'Auch hier nachsehen',
    warning: 'Mit einer Warnung',
    unknown: 'Nicht bekannt',
  },
  markedAbove: (part) => `Der Teil „${part}“ ist im Dokument markiert.`,
  suspect:
    'Die Prüfung konnte diesen Schritt nicht von einem anderen unterscheiden, der von außen gleich aussieht.',
  unknown: {
    unchecked: '„Verbindung prüfen“ zeigt, ob dieser Schritt erledigt ist.',
    stale: 'Die Werte wurden seit der letzten Prüfung geändert.',
    untold: 'Die letzte Prüfung konnte nicht feststellen, ob dieser Schritt erledigt ist.',
    permission: (permission) =>
      `Nur ein Key mit der Berechtigung „${permission}“ könnte feststellen, ob dieser Schritt erledigt ist.`,
    cdn: 'Der Link wurde über Ihre öffentliche Basis-URL geöffnet, die auch auf anderen Wegen Zugang zum Bucket haben kann. Deshalb kann die Prüfung nicht feststellen, ob dieser Schritt erledigt ist.',
    world:
      'In den Bucket darf jeder schreiben, deshalb kann die Prüfung nicht feststellen, was dieser Key darf. Schließen Sie ihn für Fremde und prüfen Sie dann erneut.',
    root: 'Das ist ein Key des Root-Benutzers, der alles darf. Prüfen Sie erneut mit einem Key des IAM-Benutzers.',
    amazon_only: 'Das kann die Prüfung nur bei Amazon S3 feststellen, nicht bei einem anderen Speicher.',
  },
  progress: (done, total) => `${done} von ${total} erledigt`,
  copy: 'Kopieren',
  copyOf: (document) => `Kopieren: ${document}`,
  copied: 'Kopiert',
  copyFailed: 'Kopieren nicht möglich: markieren Sie den Text',
  documentLabel: (step) => `Dokument zu „${step}“`,
  post: 'Auch POST erlauben: viele kleine Dateien sind schneller oben',
  postHint:
    'Das Dokument unten passt sich an. Ein Browser fragt S3 vor jedem PUT, vor einem POST nicht. Uploads funktionieren auch ohne.',
  video: 'Hilfe-Video anzeigen',
  videoHint:
    'Von YouTube, 4:23 bis 10:40. Es ist nicht von uns, und manche Schritte sehen dort etwas anders aus. Es wird erst geladen, wenn Sie es möchten.',
  videoTitle: 'Hilfe-Video: ein S3-Bucket und ein IAM-Benutzer',
  videoOpen: 'Auf YouTube öffnen',
};
