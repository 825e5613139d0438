import {
  type DiagnosisMessages,
  type DiagnosisOf,
  type DiagnosisWords,
  pointsAt,
} from '../../../diagnosis/index.ts';

const problems: Record<
  DiagnosisOf<'endpoint_invalid'>['problem'],
  { title: string; cause: string; remedy: string }
> = {
  scheme: {
    title: 'Dem Endpunkt fehlt https://',
    cause: 'Er muss eine ganze Adresse sein, die mit https:// beginnt.',
    remedy: 'Setzen Sie https:// vor den Endpunkt.',
  },
  bucket: {
    title: 'Der Name des Buckets steht im Endpunkt',
    cause:
      'Der Name wird dem Endpunkt von selbst hinzugefügt und stünde so zweimal da. Dann wird der Host nicht gefunden, oder sein Zertifikat passt nicht.',
    remedy: 'Nehmen Sie den Namen des Buckets aus dem Endpunkt heraus; er hat ein eigenes Feld.',
  },
  path: {
    title: 'Der Endpunkt enthält mehr als eine Adresse',
    cause: 'Hinter dem Host steht ein Pfad oder eine Query, wo S3 den Bucket und die Datei erwartet.',
    remedy:
      'Behalten Sie nur, was vor dem ersten Schrägstrich nach dem Host steht, wie https://s3.example.com.',
  },
  credentials: {
    title: 'Der Endpunkt enthält einen Benutzer und ein Passwort',
    cause: 'Sie werden dort nicht verwendet und wären für alle sichtbar, die diese Adresse sehen können.',
    remedy: 'Entfernen Sie alles zwischen https:// und dem @. Die Keys haben eigene Felder.',
  },
  unreadable: {
    title: 'Der Endpunkt ist keine Adresse',
    cause: 'Er muss aussehen wie https://s3.example.com.',
    remedy: 'Kopieren Sie den Endpunkt von den Seiten Ihres Speicheranbieters.',
  },
};

/** The words on the endpoint and on what answers there, or does not, in German. */
export const endpoint = {
  endpoint_invalid: (d) => {
    const { title, cause, remedy } = problems[d.problem];
    return {
      title,
      cause: `${cause} Eingegeben ist ${d.endpoint}.`,
      remedy: [remedy, 'Für Amazon S3 lassen Sie den Endpunkt leer.'],
    };
  },
  endpoint_not_allowed: (d) => {
    const base = pointsAt(d.where, 'publicBaseUrl');
    return {
      title: base
        ? 'Dieser Server fragt an dieser öffentlichen Basis-URL nicht an'
        : 'Dieser Server sendet nicht an diesen Endpunkt',
      cause: `${d.host} führt in ein privates Netz, oder dieser Server nimmt ${base ? 'solche Adressen nicht' : 'nur eigene Endpunkte'} an. So lässt sich über diese Einstellungen nichts im Inneren Ihres Netzes erreichen.`,
      remedy: [
        base
          ? 'Geben Sie eine Adresse ein, die aus dem Internet erreichbar ist, oder lassen Sie das Feld leer: dann führen Links zu S3 selbst.'
          : 'Geben Sie einen Endpunkt ein, der aus dem Internet erreichbar ist, oder lassen Sie ihn für Amazon S3 leer.',
        'Ist es so richtig: wer den Server betreibt, kann es in dessen Konfiguration erlauben.',
      ],
    };
  },
  endpoint_insecure: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? {
          title: 'Links sind nicht verschlüsselt',
          cause: `Sie führen mit http:// zu ${d.endpoint}, wo alle auf dem Weg die Dateien lesen und ändern können. Eine Seite, die mit https:// geöffnet wurde, zeigt keine Bilder von dort.`,
          remedy: [
            'Geben Sie die öffentliche Basis-URL mit https:// ein, wenn das, was dort steht, es anbietet.',
          ],
        }
      : {
          title: 'Der Endpunkt ist nicht verschlüsselt',
          cause: `Dateien und ihre Links gehen mit http:// zu ${d.endpoint}, wo alle auf dem Weg sie lesen und ändern können. Eine Seite, die mit https:// geöffnet wurde, sendet dorthin gar nicht.`,
          remedy: ['Geben Sie den Endpunkt mit https:// ein, wenn der Speicher es anbietet.'],
        },
  endpoint_redirects: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? baseRedirects(d)
      : {
          title: 'Der Endpunkt schickt uns woandershin',
          cause: `${leadsOn(d)}. Keys werden nach einer Weiterleitung nicht gesendet, weil sie zu irgendwem führen kann.`,
          remedy: pointsAt(d.where, 'endpoint')
            ? [
                'Geben Sie die Adresse, zu der er führt, als Endpunkt ein, wenn sie der Speicher ist; oft muss nur http:// zu https:// werden.',
              ]
            : [
                'Fragen Sie die Betreiber des Servers, ob ein Proxy oder eine Anmeldeseite zwischen ihm und Amazon S3 steht, und bitten Sie darum, ihn durchzulassen.',
              ],
        },
  host_not_found: (d) => ({
    title: `Es gibt keinen Server namens ${d.host}`,
    cause:
      'Der Name steht in keinem Verzeichnis des Internets (DNS), oder das Verzeichnis unseres Servers kennt ihn nicht.',
    remedy: [
      pointsAt(d.where, 'endpoint')
        ? 'Vergleichen Sie „Endpunkt“ Zeichen für Zeichen mit dem, was Ihr Speicheranbieter sagt.'
        : pointsAt(d.where, 'publicBaseUrl')
          ? 'Vergleichen Sie „Öffentliche Basis-URL“ Zeichen für Zeichen mit der Adresse Ihres CDN, und prüfen Sie, ob es den DNS-Eintrag gibt.'
          : 'Vergleichen Sie „AWS-Region“ mit der Region, die die S3-Konsole für den Bucket zeigt.',
      'Ist sie richtig, fragen Sie die Betreiber des Servers, ob er diesen Namen auflösen kann.',
    ],
  }),
  certificate_invalid: (d) => ({
    title: pointsAt(d.where, 'publicBaseUrl')
      ? 'Dem Zertifikat der öffentlichen Basis-URL ist nicht zu trauen'
      : 'Dem Zertifikat des Speichers ist nicht zu trauen',
    cause: `${d.host} zeigt ein Zertifikat, das auf einen anderen Namen lautet, abgelaufen ist oder von niemandem stammt, dem dieser Server vertraut.`,
    remedy: [
      ...(pointsAt(d.where, 'bucket')
        ? [
            'Der Name des Buckets hat einen Punkt, und Zertifikate decken nur Namen ohne Punkt ab: schalten Sie „Bucket im Pfad“ ein, oder verwenden Sie einen Bucket ohne Punkt.',
          ]
        : []),
      ...(pointsAt(d.where, 'endpoint')
        ? [
            'Achten Sie darauf, dass „Endpunkt“ den Namen des Buckets nicht enthält: er stünde sonst zweimal da, und kein Zertifikat passt.',
            'Hat der Speicher ein selbst ausgestelltes Zertifikat, können die Betreiber des Servers dessen Aussteller zu den vertrauten hinzufügen.',
          ]
        : []),
      ...(pointsAt(d.where, 'publicBaseUrl')
        ? [`Prüfen Sie im CDN, ob sein Zertifikat ${d.host} nennt und nicht abgelaufen ist.`]
        : []),
      'Wenn eine Firewall verschlüsselte Verbindungen öffnet (TLS-Inspektion), bitten Sie die Betreiber des Netzes, diese Adresse unverändert durchzulassen.',
    ],
  }),
  not_s3: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? baseAnswersElse(d)
      : {
          title: 'Geantwortet hat etwas anderes als S3',
          cause: `${d.host ?? 'Die gefragte Adresse'} hat eine Antwort mit dem Status ${d.status} gegeben, die nicht die Form von S3 hat. ${standsThere(d.status)}`,
          remedy: [
            ...(pointsAt(d.where, 'endpoint')
              ? [
                  'Prüfen Sie, ob „Endpunkt“ die Adresse der S3-Schnittstelle des Speichers ist und nicht die seiner Webseite oder Konsole.',
                ]
              : []),
            ...(d.status >= 502 && d.status <= 504 ? ['Versuchen Sie es in einigen Minuten erneut.'] : []),
            'Fragen Sie die Betreiber des Netzes, ob ein Proxy, eine Firewall oder eine Anmeldeseite dazwischen steht, und bitten Sie darum, diese Adresse durchzulassen.',
          ],
        },
  clock_skewed: (d) => ({
    title: 'Die Uhr des Servers von triage.ai geht falsch',
    cause: d.serverTime
      ? `Sie weicht um mehr als 15 Minuten ab; die Uhr von S3 zeigte ${d.serverTime}.`
      : 'Sie weicht um mehr als 15 Minuten von der Uhr von S3 ab.',
    remedy: ['Bitten Sie die Betreiber des Servers, seine Uhr zu stellen (NTP).'],
  }),
} satisfies Partial<DiagnosisMessages>;

const whoAnswered = (host: string | undefined) => host ?? 'Was geantwortet hat,';
const leadsOn = ({ host, location }: DiagnosisOf<'endpoint_redirects'>) =>
  `${whoAnswered(host)} leitet weiter${location ? ` zu ${location}` : ' an eine andere Adresse'}`;

/** What stands in front of the bucket sends readers on; a browser follows, our server does not. */
function baseRedirects(d: DiagnosisOf<'endpoint_redirects'>): DiagnosisWords {
  return {
    title: 'Die öffentliche Basis-URL führt woandershin',
    cause: `${leadsOn(d)}. Unser Server folgt Weiterleitungen nicht, deshalb ist nicht bekannt, ob sich Dateien dort öffnen lassen.`,
    remedy: [
      'Sollen Dateien dort geöffnet werden, geben Sie jene Adresse als öffentliche Basis-URL ein; oft muss nur http:// zu https:// werden.',
      'Führt sie zu einer Anmeldung, nehmen Sie diese für diese Dateien weg: Links müssen sich für den öffnen, der sie hat.',
    ],
  };
}

/** Something answered there, but not with the file. */
function baseAnswersElse(d: DiagnosisOf<'not_s3'>): DiagnosisWords {
  const busy = d.status === 429 || d.status >= 500;
  const answered = `${whoAnswered(d.host)} hat mit dem Status ${d.status} geantwortet`;
  return {
    title: busy
      ? 'Die öffentliche Basis-URL konnte die Datei nicht liefern'
      : 'Die öffentliche Basis-URL zeigt etwas anderes als die Datei',
    cause: busy
      ? `${answered}: der Bucket war von dort nicht erreichbar, oder es liegt dort eine Störung vor.`
      : `${answered}, aber mit anderem Inhalt als dem, der gespeichert wurde.`,
    remedy: [
      busy
        ? 'Prüfen Sie im CDN, ob sein Origin dieser Bucket ist, mit der richtigen Region in der Adresse. Versuchen Sie es dann in einigen Minuten erneut.'
        : 'Prüfen Sie, ob „Öffentliche Basis-URL“ die Adresse ist, unter der Ihr CDN diesen Bucket zeigt, und nicht die einer Website oder einer Anmeldeseite.',
      'Prüfen Sie im CDN, ob es Dateien unverändert weitergibt, ohne sie auf diesem Pfad zu ändern oder zu komprimieren.',
    ],
  };
}

function standsThere(status: number): string {
  if (status === 407) return 'Diese sagt, dass ein Proxy eine Anmeldung verlangt.';
  if (status === 511) return 'Diese sagt, dass das Netz eine Anmeldung verlangt.';
  if (status === 413) return 'Diese sagt, dass ein Proxy keine Dateien dieser Größe annimmt.';
  if (status >= 502 && status <= 504) return 'Diese sagt, dass ein Gateway den Speicher nicht erreicht hat.';
  return 'Meist ist es die Seite eines Proxys, einer Firewall oder einer Anmeldung.';
}
