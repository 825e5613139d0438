import type { SettingsMessages } from '../../components/index.ts';
import { count, list } from './count.ts';

type Remnant = Parameters<SettingsMessages['form']['trimmed']>[0][number];

const remnants: Record<Remnant, string> = {
  spaces: 'Leerzeichen',
  line_breaks: 'Zeilenumbrüche',
  quotes: 'Anführungszeichen',
  invisible: 'unsichtbare Zeichen',
};

const units = [
  [86_400, { one: '# Tag', other: '# Tage' }],
  [3600, { one: '# Stunde', other: '# Stunden' }],
  [60, { one: '# Minute', other: '# Minuten' }],
  [1, { one: '# Sekunde', other: '# Sekunden' }],
] as const;

function lifetime(seconds: number): string {
  const [size, forms] = units.find(([size]) => seconds % size === 0) ?? units[3];
  return count(seconds / size, forms);
}

/** The words of the form in German. */
export const form: SettingsMessages['form'] = {
  title: 'Ihr Bucket',
  problem: 'Es gibt ein Problem',
  bucketHint: 'Wie in der Bucket-Liste der S3-Konsole. Eine ARN oder die Adresse des Buckets geht auch.',
  regionHint: 'Wo der Bucket liegt. Tippen Sie einen Code oder eine Stadt.',
  regions: 'Alle Regionen anzeigen',
  noRegion: 'Nicht in unserer Liste. Wenn AWS diesen Code anzeigt, verwenden Sie ihn.',
  detect: 'Ermitteln',
  detecting: 'S3 wird gefragt',
  detectNeedsBucket: 'Geben Sie zuerst den Namen des Buckets ein; dann lässt sich S3 fragen, wo er liegt.',
  detected: (region) => `S3 sagt, dass dieser Bucket in ${region} liegt.`,
  accessKeyIdHint: 'Vom IAM-Benutzer, den Sie für triage.ai anlegen. Sie beginnt mit AKIA.',
  secretHint: 'AWS zeigt ihn einmal. Er wird verschlüsselt gespeichert und nie wieder angezeigt.',
  secretConfigured: 'Hinterlegt',
  secretSavedAt: (when) => `gespeichert: ${when}`,
  secretAge: (days) => (days === 0 ? 'heute' : count(days, { one: 'vor # Tag', other: 'vor # Tagen' })),
  secretOld: (days) =>
    `Dieser Key ist hier seit ${count(days, { one: '# Tag', other: '# Tagen' })} in Gebrauch. Es empfiehlt sich, Keys etwa alle 90 Tage zu ersetzen.`,
  secretForOtherKey:
    'Zu einer anderen Access key ID oder einem anderen Endpunkt gehört ein eigenes Secret: geben Sie es ein.',
  secretUnreadable: 'Das gespeicherte Secret ist nicht mehr lesbar. Geben Sie es erneut ein.',
  serverKeyGone:
    'Der Server hat einen Access Key mitgebracht und tut es nicht mehr. Geben Sie hier einen ein.',
  serverKey: {
    title: 'Der Access Key kommt vom Server',
    from: {
      environment:
        'Er ist in der Umgebung des Servers gesetzt, deshalb wird hier keiner eingegeben oder gespeichert.',
      provider:
        'Der Server bekommt ihn aus seiner eigenen Rolle oder Identität und erneuert ihn selbst, deshalb wird hier keiner eingegeben oder gespeichert.',
    },
    now: 'Jetzt in Gebrauch:',
    hint: 'Er braucht die Berechtigungen der IAM-Policy aus der Anleitung.',
  },
  replace: 'Ersetzen',
  keep: 'Gespeichertes behalten',
  show: 'Anzeigen',
  rotate: 'Key wechseln',
  rotateTitle: 'Den Access Key ohne Unterbrechung ersetzen',
  rotateSteps: (old) => [
    'Öffnen Sie in IAM den Benutzer und legen Sie einen zweiten Access Key an; ein Benutzer darf zwei haben.',
    'Geben Sie hier beide Werte ein. Sie werden geprüft und treten dann an die Stelle der alten.',
    `Setzen Sie danach ${old} in IAM auf „Inactive“, und löschen Sie ihn, wenn Uploads eine Weile funktioniert haben.`,
  ],
  rotateCancel: 'Gespeicherten Key behalten',
  swap: 'Vertauschen',
  advanced: 'Erweitert',
  advancedChanged: (changes) => count(changes, { one: '# geändert', other: '# geändert' }),
  links: 'Wie Anhänge geöffnet werden',
  linksPublic: 'Öffentliche Links, wie dokumentiert',
  linksPublicHint:
    'Wer einen Link hat, kann diesen Anhang lesen, solange es ihn gibt. Links lassen sich nicht erraten, und der Bucket lässt sich nicht auflisten.',
  linksPrivate: 'Private Links',
  linksPrivateHint:
    'Sicherer: einen Link bekommt nur, wer das Ticket lesen darf, und er läuft ab. Block Public Access bleibt an. Der Access Key darf dann auch Anhänge lesen; die Anleitung daneben passt sich an.',
  linkLifetime: 'Wie lange ein privater Link gilt',
  linkLifetimeHint:
    'Ab dem Moment, in dem jemand einen Anhang öffnet; wer den Link weitergereicht bekommt, kann ihn bis dahin nutzen. Beim nächsten Öffnen gibt es einen neuen.',
  lifetime,
  keyPrefixHint: 'Ordner vor jedem Anhang, für einen Bucket, in dem auch anderes liegt: help-desk/',
  publicBaseUrlHint:
    'Wohin Links statt zu S3 führen, zum Beispiel zu einer CloudFront-Distribution: https://files.example.com',
  endpointHint: 'Für einen anderen S3-kompatiblen Speicher, ohne den Bucket. Leer: Amazon S3.',
  forcePathStyleHint:
    'Der Bucket steht im Pfad und nicht im Namen des Hosts. Andere Speicher brauchen das oft, Amazon nicht.',
  largeFiles: 'Berechtigungen zum Aufräumen nach großen Dateien',
  largeFilesHint:
    'Ergänzt s3:AbortMultipartUpload und s3:ListMultipartUploadParts in der IAM-Policy. Damit lassen sich die Teile eines aufgegebenen großen Uploads entfernen, und bei einem abgebrochenen lässt sich S3 fragen, was angekommen ist.',
  file: 'Datei wählen',
  fileHint:
    'Ziehen Sie accessKeys.csv von AWS oder die Ausgabe des Skripts hierher oder fügen Sie sie ein: das füllt die Felder.',
  fileDrop: 'Datei loslassen: ihre Werte kommen in die Felder',
  fileUnreadable:
    'In dieser Datei steht kein Access Key oder mehr als einer. Die Datei von AWS heißt accessKeys.csv.',
  fileTooBig: 'Das ist keine Liste von Access Keys: sie ist größer als 64 kB.',
  trimmed: (removed) =>
    `Am Rand entfernt: ${list(removed.map((remnant) => remnants[remnant]))}. Sie waren beim Kopieren mitgekommen.`,
  filled: (labels) => `Ausgefüllt: ${list(labels)}.`,
  suggestion: (name) => `„${name}“ verwenden`,
};
