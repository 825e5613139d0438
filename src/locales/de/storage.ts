import type { SettingsMessages } from '../../components/index.ts';

/** The words of taking S3 out of use, in German. */
export const storage: SettingsMessages['storage'] = {
  title: 'Speicher',
  inUse: 'Neue Anhänge gehen in Ihren Bucket.',
  blocked:
    'Neue Anhänge sollen in Ihren Bucket und werden abgelehnt, bis es einen Access Key gibt, der funktioniert.',
  disable: 'S3-Speicher deaktivieren',
  disableTitle: 'S3-Speicher deaktivieren?',
  disableText: [
    'Neue Anhänge gehen ab jetzt in die Datenbank.',
    'Anhänge, die im Bucket liegen, bleiben dort: sie lassen sich wie bisher öffnen und löschen. Lassen Sie deshalb den Bucket und seinen Access Key, wie sie sind.',
    'Von selbst wird nichts verschoben: das können Sie danach starten. Sie können S3 jederzeit wieder aktivieren.',
  ],
  disableConfirm: 'S3-Speicher deaktivieren',
  outOfUse: 'Neue Anhänge gehen in die Datenbank. Die im Bucket lassen sich öffnen und löschen.',
  enable: 'S3-Speicher aktivieren',
  remove: 'Keys entfernen',
  removeTitle: 'Access Key entfernen?',
  removeText: ({ accessKeyId, links }) => [
    `Die Access key ID ${accessKeyId} und ihr Secret werden hier gelöscht. Bucket und Region bleiben.`,
    'Neue Anhänge gehen ab jetzt in die Datenbank.',
    links === 'public'
      ? 'Anhänge, die im Bucket liegen, lassen sich weiter über ihre öffentlichen Links öffnen, aber nicht löschen, bis wieder ein Key eingegeben ist.'
      : 'Anhänge, die im Bucket liegen, lassen sich weder öffnen noch löschen, bis wieder ein Key eingegeben ist: private Links werden damit signiert.',
    'Der Key selbst besteht in AWS weiter: deaktivieren oder löschen Sie ihn in IAM.',
  ],
  removeConfirm: 'Access Key entfernen',
  removed: 'Der Access Key wurde entfernt. Neue Anhänge gehen in die Datenbank.',
  cancel: 'Abbrechen',
  unsavedFirst: 'Speichern oder verwerfen Sie zuerst Ihre Änderungen.',
  done: {
    configured: 'Der S3-Speicher ist aktiviert. Neue Anhänge gehen in Ihren Bucket.',
    disabled: 'Der S3-Speicher ist deaktiviert. Neue Anhänge gehen in die Datenbank.',
    keys_removed: 'Der Access Key wurde entfernt. Neue Anhänge gehen in die Datenbank.',
  },
};
