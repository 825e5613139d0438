import type { SettingsMessages } from '../../components/index.ts';

/** The words around saving in German. */
export const save: SettingsMessages['save'] = {
  save: 'Änderungen speichern',
  saveFirst: 'Speichern und Anhänge in S3 ablegen',
  saveRotated: 'Prüfen und Keys tauschen',
  checking: 'Wird geprüft',
  saving: 'Wird gespeichert',
  discard: 'Verwerfen',
  anyway: 'Trotzdem speichern',
  back: 'Zurück',
  saved: (bucket) => `Gespeichert. Neue Anhänge werden im Bucket „${bucket}“ gespeichert.`,
  savedDespite:
    'Gespeichert. Neue Anhänge gehen nach S3 und schlagen fehl, bis die Prüfung unten keinen Fehler mehr findet.',
  savedDisabled: (bucket) =>
    `Gespeichert. Neue Anhänge gehen weiterhin in die Datenbank: der Bucket „${bucket}“ ist nicht in Gebrauch.`,
  retired: (accessKeyId) =>
    `Der neue Key ist in Gebrauch. Setzen Sie jetzt ${accessKeyId} in IAM auf „Inactive“, und löschen Sie ihn, wenn Uploads einen Tag lang funktioniert haben.`,
  openIam: 'IAM öffnen',
  unsaved: 'Noch nicht gespeichert',
  refused: {
    title: 'Noch nichts gespeichert: so wird es nicht funktionieren',
    text: 'Mit diesen Werten würden neue Anhänge fehlschlagen. Was nicht stimmt und was zu tun ist, steht unten in der Prüfung.',
    unknownTitle: 'Noch nichts gespeichert: nicht alles ließ sich prüfen',
    unknownText:
      'Was sich nicht feststellen ließ und warum, steht unten in der Prüfung. Das gespeicherte Secret wird nur für den Bucket und den Endpunkt verwendet, für die es gespeichert wurde: geben Sie es ein, um andere zu prüfen.',
  },
  changed: {
    title: 'Noch nichts gespeichert: inzwischen wurde etwas geändert',
    text: 'Was geprüft wurde, steht so nicht mehr im Formular. Speichern Sie noch einmal.',
  },
  unchecked: { title: 'Noch nichts gespeichert: die Prüfung war nicht möglich' },
  conflict: {
    title: 'Jemand anderes hat inzwischen gespeichert',
    text: ({ by, when }) =>
      `${by} hat diese Einstellungen geändert (${when}). Von Ihren Eingaben ist nichts gespeichert und nichts verloren. Die Unterschiede:`,
    field: 'Feld',
    mine: 'Ihre Eingabe',
    theirs: 'Jetzt gespeichert',
    secretEntered: 'von Ihnen eingegeben',
    secretKept: 'das gespeicherte',
    secretSaved: (when) => `gespeichert: ${when}`,
    empty: 'leer',
    yes: 'an',
    no: 'aus',
    keepMine: 'Mit Ihren Eingaben überschreiben',
    takeTheirs: 'Gespeichertes übernehmen',
  },
  changedByOther: ({ by, when }) =>
    `${by} hat diese Einstellungen geändert (${when}). Sie sehen sie, wie sie jetzt sind.`,
};
