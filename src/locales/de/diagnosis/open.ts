import type { DiagnosisMessages, OpenCode } from '../../../diagnosis/index.ts';

const megabytes = (bytes: number) =>
  new Intl.NumberFormat('de', { style: 'unit', unit: 'megabyte', maximumSignificantDigits: 3 }).format(
    bytes / 1_000_000,
  );

/** The words for what anybody may be told in full, in German; they go with every widget. */
export const open: Pick<DiagnosisMessages, OpenCode> = {
  offline: () => ({
    title: 'Sie sind offline',
    cause: 'Dieses Gerät hat keine Verbindung zum Netz.',
    remedy: ['Versuchen Sie es erneut, wenn Sie verbunden sind.'],
  }),
  connection_lost: () => ({
    title: 'Die Verbindung ist während des Uploads abgebrochen',
    cause: 'Ein Teil der Datei war gesendet, als die Verbindung zum Speicher endete.',
    remedy: ['Versuchen Sie es erneut.'],
  }),
  api_unreachable: () => ({
    title: 'triage.ai ist nicht erreichbar',
    cause: 'Der Server von triage.ai hat nicht geantwortet.',
    remedy: ['Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.'],
  }),
  file_unreadable: () => ({
    title: 'Diese Datei ist nicht mehr lesbar',
    cause:
      'Sie wurde geändert, verschoben oder gelöscht, seit Sie sie gewählt haben, oder sie ist ein Ordner.',
    remedy: ['Wählen Sie sie erneut. Bei einem Ordner wählen Sie die Dateien darin.'],
  }),
  file_too_large: (d) => ({
    title: 'Diese Datei ist zu groß',
    cause: `${d.size > 0 ? `Sie hat ${megabytes(d.size)}` : 'Sie ist zu groß'}${d.maximum === undefined ? ', mehr als der Speicher in einem Stück annimmt' : `; der Speicher nimmt höchstens ${megabytes(d.maximum)} pro Datei an`}.`,
    remedy: ['Wählen Sie eine kleinere Datei oder teilen Sie sie über einen Link.'],
  }),
  key_too_long: () => ({
    title: 'Der Name dieser Datei ist zu lang',
    cause:
      'Zusammen mit dem Ordner, in dem sie liegen würde, hat er mehr als die 1.024 Bytes, die S3 annimmt.',
    remedy: ['Geben Sie der Datei einen kürzeren Namen und wählen Sie sie erneut.'],
  }),
  signed_out: () => ({
    title: 'Sie sind abgemeldet',
    cause: 'Ihre Sitzung ist beendet.',
    remedy: ['Melden Sie sich wieder an und versuchen Sie es noch einmal.'],
  }),
  not_permitted: () => ({
    title: 'Das dürfen Sie nicht',
    cause: 'Ihrem Konto fehlt das Recht dazu.',
    remedy: ['Fragen Sie einen Administrator.'],
  }),
  not_found: () => ({
    title: 'Diesen Anhang gibt es nicht mehr',
    cause: 'Er wurde gelöscht oder nie gespeichert.',
    remedy: ['Laden Sie die Seite neu.'],
  }),
  malformed_response: (d) => ({
    title: 'Die Antwort des Servers ist für uns nicht lesbar',
    cause: `Sie kam mit dem Status ${d.status} und hat nicht die vereinbarte Form. Vielleicht steht ein Proxy dazwischen.`,
    remedy: ['Versuchen Sie es erneut. Bleibt es dabei, wenden Sie sich an die Betreiber des Servers.'],
  }),
  rate_limited: (d) => ({
    title: 'Das war viel auf einmal',
    cause: 'Der Server nimmt von einer Person nur eine bestimmte Zahl von Anfragen pro Minute an.',
    remedy: [`Versuchen Sie es in ${d.retryAfter} s erneut.`],
  }),
  server_fault: () => ({
    title: 'Auf unserer Seite ist etwas schiefgegangen',
    cause: 'Der Server konnte dies nicht abschließen.',
    remedy: ['Versuchen Sie es erneut. Bleibt es dabei, sagen Sie Ihrem Administrator Bescheid.'],
  }),
};
