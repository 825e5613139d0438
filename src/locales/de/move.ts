import type { SettingsMessages } from '../../components/index.ts';
import { count, number } from './count.ts';

const are = (attachments: number) => count(attachments, { one: '# Anhang liegt', other: '# Anhänge liegen' });
const attachments = (attachments: number) => count(attachments, { one: '# Anhang', other: '# Anhänge' });
const running = {
  s3: 'Anhänge werden in den Bucket verschoben',
  database: 'Anhänge werden in die Datenbank verschoben',
};

/** The words of moving attachments in German. */
export const move: SettingsMessages['move'] = {
  title: 'Anhänge verschieben',
  inDatabase: ({ count, size }) => `${are(count)} in der Datenbank (${size}).`,
  inBucket: ({ count, size, bucket }) => `${are(count)} im Bucket „${bucket}“ (${size}).`,
  elsewhere: ({ count, size }) => `${are(count)} in früher verwendeten Buckets (${size}).`,
  nothing: {
    s3: 'Alle Anhänge liegen in dem Bucket, in den auch neue gehen.',
    database: 'Alle Anhänge liegen in der Datenbank.',
  },
  start: { s3: 'In den Bucket verschieben', database: 'In die Datenbank verschieben' },
  askTitle: {
    s3: 'Anhänge in den Bucket verschieben?',
    database: 'Anhänge in die Datenbank verschieben?',
  },
  askText: ({ count: files, size, to, bucket, places }) => [
    to === 's3'
      ? `${attachments(files)} (${size}) ${files === 1 ? 'wird' : 'werden'} in den Bucket „${bucket}“ kopiert.`
      : `${attachments(files)} (${size}) ${files === 1 ? 'wird' : 'werden'} in die Datenbank kopiert. Was für sie zu groß ist, bleibt, wo es ist.`,
    'Jeder wird anhand einer Prüfsumme mit seiner Kopie verglichen, bevor er am alten Ort gelöscht wird.',
    'Uploads, Downloads und Löschen gehen währenddessen weiter. Sie können jederzeit anhalten und diese Seite verlassen.',
    ...(places.elsewhere.count > 0 || (to === 'database' && places.bucket.count > 0)
      ? [
          'Was in einem Bucket lag, wird dort etwas später gelöscht: lassen Sie den Bucket und seinen Access Key bis dahin, wie sie sind. Links darauf, die anderswohin kopiert wurden, funktionieren dann nicht mehr.',
        ]
      : []),
  ],
  cancel: 'Abbrechen',
  running,
  progress: ({ moved, total }) => `${number(moved)} von ${number(total)} verschoben`,
  failedSoFar: (files) =>
    count(files, {
      one: '# konnte nicht verschoben werden',
      other: '# konnten nicht verschoben werden',
    }),
  pause: 'Anhalten',
  resume: 'Fortsetzen',
  paused: {
    by: 'Das Verschieben ist angehalten.',
    cause: 'Das Verschieben steht: erst muss etwas behoben werden.',
  },
  done: {
    s3: 'Alle Anhänge wurden in den Bucket verschoben.',
    database: 'Alle Anhänge wurden in die Datenbank verschoben.',
  },
  notAll: (failed) =>
    count(failed, {
      one: '# Anhang konnte nicht verschoben werden und ist, wo er war.',
      other: '# Anhänge konnten nicht verschoben werden und sind, wo sie waren.',
    }),
  tryAgain: 'Erneut versuchen',
  failures: (files) => `Was nicht verschoben werden konnte (${number(files)})`,
  failure: ({ name, ticketId, size }) => `${name} (${size}), Ticket ${ticketId}`,
  more: (files) => count(files, { one: 'und # weiterer', other: 'und # weitere' }),
  said: ({ to, percent }) => `${running[to]}: ${percent} Prozent`,
  unsavedFirst: 'Speichern oder verwerfen Sie zuerst Ihre Änderungen.',
};
