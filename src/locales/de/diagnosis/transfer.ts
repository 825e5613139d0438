import { type DiagnosisMessages, pointsAt } from '../../../diagnosis/index.ts';
import { number } from '../count.ts';

const blockedTitles: Readonly<Record<string, string>> = {
  PUT: 'Der Browser konnte die Datei nicht an S3 senden',
  GET: 'Der Browser hat die Testdatei gespeichert, konnte sie aber nicht lesen',
  DELETE: 'Der Browser hat die Testdatei gespeichert, konnte sie aber nicht löschen',
};

/** This browser stored the test file in S3, and got nothing from where links lead. */
const linkBlocked = {
  title: 'Dieser Browser erreicht die öffentliche Basis-URL nicht',
  cause:
    'Er hat die Testdatei in S3 gespeichert, aber die Adresse, zu der Links führen, gab ihm keine Antwort; warum, sagt ein Browser nicht.',
  remedy: [
    'Prüfen Sie, ob „Öffentliche Basis-URL“ mit https:// beginnt, wenn diese Seite es tut, und öffnen Sie die Adresse in einem neuen Tab, um zu sehen, was dieser Browser dazu sagt.',
    'Ist ein Proxy, VPN oder Werbeblocker in Gebrauch, versuchen Sie es ohne.',
    'Hat diese Seite eine Content-Security-Policy, muss ihr connect-src für diesen Test jene Adresse nennen.',
  ],
};

/** Only Amazon's S3 is certain to name a bucket's region. */
const regionUntold = {
  title: 'Der Speicher nennt die Region dieses Buckets nicht',
  cause:
    'Er hat geantwortet, aber keine Region genannt. Amazon S3 tut das immer; andere Speicher müssen keine haben.',
  remedy: ['Geben Sie die Region ein, die Ihr Speicheranbieter nennt; viele nehmen us-east-1.'],
};

/** The words on the way of a file to S3, and on S3’s own troubles, in German. */
export const transfer = {
  url_expired: () => ({
    title: 'Die Erlaubnis zum Hochladen ist abgelaufen',
    cause: 'Zwischen der Vorbereitung des Uploads und dem Senden ist zu viel Zeit vergangen.',
    remedy: ['Versuchen Sie es erneut.'],
  }),
  request_altered: () => ({
    title: 'Der Upload wurde auf dem Weg zu S3 verändert',
    cause:
      'Access Key und Secret stimmen, aber bei S3 kam nicht an, was signiert wurde: etwas dazwischen hat einen Header, die Adresse oder den Inhalt ergänzt oder geändert.',
    remedy: [
      'Fragen Sie die Betreiber des Netzes, ob ein Proxy oder eine Firewall Anfragen an S3 ändert, und bitten Sie darum, sie unverändert durchzulassen.',
      'Wenn eine Seite oder ein Plugin von Ihnen Uploads Header wie Content-Type hinzufügt, nehmen Sie das heraus.',
    ],
  }),
  request_invalid: (d) => ({
    title: 'S3 versteht die Anfrage nicht',
    cause: `Ein Teil davon fehlt oder hat eine falsche Form${d.s3?.code ? `; S3 sagte „${d.s3.code}“` : ''}. An Ihren Einstellungen liegt es nicht: es ist unsere Software oder ein Proxy, der einen Teil weglässt oder umschreibt.`,
    remedy: [
      'Versuchen Sie es ohne Proxy oder VPN, falls es einen gibt.',
      'Bleibt es dabei, wenden Sie sich mit der Request-ID an Hersteller oder Betreiber von triage.ai.',
    ],
  }),
  body_damaged: () => ({
    title: 'Die Datei wurde unterwegs beschädigt',
    cause:
      'S3 hat die Prüfsumme verglichen und andere Bytes bekommen, als gesendet wurden. Es hat nichts davon behalten.',
    remedy: [
      'Versuchen Sie es erneut.',
      'Bleibt es dabei, ändert vielleicht ein Proxy Dateien: sagen Sie es den Betreibern des Netzes.',
    ],
  }),
  upload_gone: () => ({
    title: 'S3 kennt den begonnenen Upload nicht mehr',
    cause: 'Er wurde in Teilen gesendet, und S3 hat ihn verworfen, oder ein Teil kam nicht ganz an.',
    remedy: ['Versuchen Sie es erneut: die Datei wird von Anfang an gesendet.'],
  }),
  s3_unavailable: () => ({
    title: 'Amazon S3 ist ausgelastet oder gestört',
    cause: 'S3 hat geantwortet, dass es das im Moment nicht kann.',
    remedy: [
      'Versuchen Sie es in einigen Minuten erneut. Bleibt es dabei, sehen Sie im AWS Health Dashboard nach.',
    ],
  }),
  s3_unreachable: (d) => {
    const base = pointsAt(d.where, 'publicBaseUrl');
    return {
      title: base
        ? 'Unser Server erreicht die öffentliche Basis-URL nicht'
        : 'Unser Server erreicht Amazon S3 nicht',
      cause: base
        ? `Von ${d.host} kam keine Antwort. Vielleicht ist die Adresse vertippt, oder was dort steht, antwortet unserem Server nicht.`
        : `Von ${d.host} kam keine Antwort. Vielleicht ist die AWS-Region oder der Endpunkt vertippt, oder das Netz zwischen unserem Server und S3 ist gestört.`,
      remedy: [
        base
          ? 'Prüfen Sie, ob „Öffentliche Basis-URL“ stimmt: der Host und, falls es einen gibt, der Port.'
          : 'Prüfen Sie, ob „AWS-Region“ stimmt, und „Endpunkt“, wenn er verwendet wird.',
        'Fragen Sie die Betreiber des Servers, ob er diese Adresse erreichen kann.',
      ],
    };
  },
  s3_refused: (d) =>
    pointsAt(d.where, 'region')
      ? regionUntold
      : {
          title: d.s3?.code ? `S3 sagte „${d.s3.code}“` : 'S3 hat abgelehnt, ohne zu sagen, warum',
          cause: d.s3?.status
            ? `Die Antwort hatte den Status ${d.s3.status}. Diese Ursache kennen wir nicht.`
            : 'In der Antwort war nichts, was sich lesen ließ. Diese Ursache kennen wir nicht.',
          remedy: [
            d.s3?.code
              ? 'Schlagen Sie den Code in der Dokumentation von Amazon S3 nach („Error responses“).'
              : 'Starten Sie „Verbindung prüfen“: die anderen Schritte sagen vielleicht mehr.',
            d.s3?.requestId
              ? 'Nennen Sie dem AWS-Support den Code und die Request-ID; beides steht unter „Details“.'
              : 'Bleibt es dabei, fragen Sie den AWS-Support, mit dem Zeitpunkt, zu dem es geschah.',
          ],
        },
  transfer_blocked: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? linkBlocked
      : {
          title: blockedTitles[d.method ?? 'PUT'] ?? 'Der Browser konnte S3 nicht erreichen',
          cause: d.cleared
            ? 'Ein Browser sagt nicht, warum. Unser Server hat S3 gefragt, und S3 lässt diese Seite Dateien senden; die Ursache liegt also wahrscheinlich zwischen diesem Browser und S3.'
            : 'Ein Browser sagt nicht, warum: vielleicht lehnt der Bucket diese Seite ab (CORS), oder etwas zwischen diesem Browser und S3 hat es aufgehalten.',
          remedy: [
            'Versuchen Sie es erneut; ist ein Proxy, VPN oder Werbeblocker in Gebrauch, versuchen Sie es ohne.',
            'Hat diese Seite eine Content-Security-Policy, muss ihr connect-src die Adresse von S3 nennen.',
            ...(d.method === 'DELETE'
              ? ['Die Testdatei bleibt im Bucket, bis die nächste Prüfung sie löscht.']
              : []),
          ],
        },
  csp_blocked: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? {
          title: 'Diese Seite lässt den Browser den Link nicht ausprobieren',
          cause: `Die Content-Security-Policy der Seite nennt ${d.host} nicht in connect-src, deshalb konnte dieser Test den Link dort nicht öffnen. Leser öffnen Links ohne das.`,
          remedy: [
            'Damit Links sich öffnen lassen, ist nichts zu tun.',
            `Für den Test können die Betreiber der Website ${d.host} in connect-src ihrer Content-Security-Policy ergänzen.`,
          ],
        }
      : {
          title: 'Diese Seite lässt den Browser nicht an S3 senden',
          cause: `Die Content-Security-Policy der Seite nennt ${d.host} nicht in connect-src, deshalb hat der Browser den Upload gestoppt, bevor er begann.`,
          remedy: [
            `Die Betreiber der Website können ${d.host} in connect-src ihrer Content-Security-Policy ergänzen.`,
          ],
        },
  upload_incomplete: (d) => ({
    title: 'Die Datei ist nicht ganz angekommen',
    cause:
      d.found === null
        ? 'Der Speicher hat sie nicht, obwohl sie gesendet schien.'
        : `Der Speicher hat ${number(d.found)} von ${number(d.expected)} Bytes.`,
    remedy: ['Versuchen Sie es erneut.'],
  }),
} satisfies Partial<DiagnosisMessages>;
