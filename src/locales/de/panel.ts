import type { SettingsMessages } from '../../components/index.ts';

/** The words of the settings panel's status in German. */
export const panel: SettingsMessages['panel'] = {
  title: 'Anhänge in Amazon S3',
  loading: 'Einstellungen werden geladen',
  reload: 'Erneut versuchen',
  notPermitted: 'Nur Administratoren können sehen und ändern, wo Anhänge gespeichert werden.',
  notConfigured:
    'Anhänge werden in der Datenbank gespeichert. Geben Sie die vier Werte ein, um neue in Ihrem eigenen Bucket zu speichern.',
  notConfiguredServerKey:
    'Anhänge werden in der Datenbank gespeichert. Geben Sie den Bucket und seine Region ein, um neue dort zu speichern.',
  configured: (bucket) => `Anhänge werden in S3 gespeichert, im Bucket „${bucket}“.`,
  disabled: (bucket) =>
    `Neue Anhänge werden in der Datenbank gespeichert. S3 ist mit dem Bucket „${bucket}“ eingerichtet und nicht in Gebrauch.`,
  keysRemoved: (bucket) =>
    `Neue Anhänge werden in der Datenbank gespeichert. Der Access Key für den Bucket „${bucket}“ wurde entfernt.`,
  unreadable:
    'Das gespeicherte Secret ist nicht mehr lesbar, deshalb funktionieren Uploads nicht. Geben Sie es erneut ein.',
  unreadableDisabled:
    'Das gespeicherte Secret ist nicht mehr lesbar: Anhänge in S3 können nicht gelöscht werden, bis es erneut eingegeben ist.',
  serverKeyFailed: 'Der Server bekommt seinen Access Key nicht, deshalb funktionieren Uploads nach S3 nicht.',
  serverKeyGone:
    'Der Server bringt keinen Access Key mehr mit, deshalb funktionieren Uploads nach S3 nicht. Geben Sie hier einen ein.',
  savedAt: (when) => `Gespeichert: ${when}`,
};
