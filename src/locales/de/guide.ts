import type { SettingsMessages } from '../../components/index.ts';
import { type GuideFacts, type Partition, partitionOf, regions } from '../../guide/index.ts';

const account: Record<Partition, string> = {
  aws: 'Wenn Sie noch kein AWS-Konto haben, legen Sie eines an. Melden Sie sich dann bei der AWS-Konsole an.',
  'aws-cn':
    'Melden Sie sich bei der Konsole von AWS China an (console.amazonaws.cn). Dort gibt es eigene Konten: eines von aws.amazon.com funktioniert nicht.',
  'aws-us-gov':
    'Melden Sie sich bei der Konsole von AWS GovCloud (US) an (console.amazonaws-us-gov.com). Dort gibt es eigene Konten: eines von aws.amazon.com funktioniert nicht.',
};

const theBucket = ({ bucket }: GuideFacts) => (bucket ? `den Bucket „${bucket}“` : 'Ihren Bucket');
const likeTheBucket = ({ bucket }: GuideFacts) =>
  bucket ? `„${bucket}“ ein, wie beim Bucket` : 'den Namen des Buckets ein';
const arn = ({ bucket, keyPrefix, region }: GuideFacts) =>
  `arn:${partitionOf(region)}:s3:::${bucket || 'YOUR-BUCKET-NAME'}/${keyPrefix}*`;

function theRegion({ region }: GuideFacts): string {
  if (!region) {
    return 'Sehen Sie auf dieser Seite nach „AWS Region“, zum Beispiel us-east-1. Am besten liegt sie nahe bei Ihren Benutzern; ändern lässt sie sich oben rechts in der Konsole. Notieren Sie sie.';
  }
  const name = regions.find(({ code }) => code === region)?.name;
  return `Achten Sie darauf, dass „AWS Region“ auf dieser Seite ${name ? `${name} ${region}` : region} ist. Ändern lässt sie sich oben rechts in der Konsole.`;
}

/** What the key of triage.ai may do, as the end of a sentence. */
function allowed({ links, largeFiles }: GuideFacts): string {
  const reads =
    links === 'private' ? 'Anhänge speichern, lesen und löschen' : 'Anhänge speichern und löschen';
  return largeFiles ? `${reads} sowie nach abgebrochenen Uploads aufräumen` : reads;
}

/** The guide in German. */
export const guide: SettingsMessages['guide'] = {
  'create-bucket': (facts) => ({
    title: 'Den Bucket anlegen',
    actions: [
      account[partitionOf(facts.region)],
      'Tippen Sie „S3“ in die Suchleiste, oder suchen Sie es unter „All services“, und öffnen Sie es. Wählen Sie „Create bucket“.',
      theRegion(facts),
      facts.bucket
        ? `Geben Sie als „Bucket name“ „${facts.bucket}“ ein. Wenn AWS sagt, dass er vergeben ist, nehmen Sie einen anderen und ändern Sie ihn hier im Formular.`
        : 'Wählen Sie einen „Bucket name“, an dem Sie später erkennen, dass er zu triage.ai gehört: Kleinbuchstaben, Ziffern und Bindestriche. Notieren Sie ihn.',
      facts.links === 'private'
        ? 'Lassen Sie alle anderen Einstellungen, wie sie sind, und wählen Sie am Ende der Seite „Create bucket“.'
        : 'Lassen Sie alle anderen Einstellungen, wie sie sind, außer der aus Schritt 2, die auf derselben Seite steht. Wählen Sie dann am Ende „Create bucket“.',
      facts.bucket && facts.region
        ? 'Das Formular hier hat Namen und Region schon.'
        : 'Geben Sie Namen und Region hier ins Formular ein.',
    ],
    why: 'In diesem Bucket werden die Anhänge von Tickets gespeichert, statt Platz in der Datenbank zu belegen. Nur Administratoren können das sehen und ändern.',
    opens: null,
  }),

  'public-access': (facts) =>
    facts.links === 'private'
      ? {
          title: 'Block Public Access anlassen',
          actions: [
            'Lassen Sie beim Anlegen des Buckets das Häkchen bei „Block all public access“ gesetzt, wie AWS es vorschlägt.',
            `Wenn es den Bucket schon gibt, öffnen Sie ${theBucket(facts)} und dann den Tab „Permissions“. Unter „Block public access (bucket settings)“ sollte „On“ stehen.`,
            'Wenn dort „Off“ steht, wählen Sie „Edit“, setzen das Häkchen bei „Block all public access“, wählen „Save changes“ und tippen „confirm“, wenn AWS fragt.',
          ],
          why: 'Links sind privat: triage.ai signiert jeden, wenn jemand einen Anhang öffnet, und er gilt nur kurze Zeit. Ohne Signatur braucht niemand Zugang.',
          opens: null,
        }
      : {
          title: 'Block Public Access ausschalten',
          actions: [
            'Suchen Sie beim Anlegen des Buckets „Block Public Access settings for this bucket“ und entfernen Sie das Häkchen bei „Block all public access“.',
            'Bestätigen Sie darunter die Warnung mit einem Häkchen: „I acknowledge that the current settings might result in this bucket and the objects within becoming public.“',
            `Wenn es den Bucket schon gibt, öffnen Sie ${theBucket(facts)} und dann den Tab „Permissions“. Wählen Sie unter „Block public access (bucket settings)“ „Edit“, entfernen Sie das Häkchen bei „Block all public access“, wählen Sie „Save changes“ und tippen Sie „confirm“, wenn AWS fragt.`,
          ],
          why: 'Solange es an ist, lehnt AWS die Bucket-Policy des nächsten Schritts ab, und kein Link lässt sich öffnen. Von den vier Teilen müssen nur die letzten zwei aus sein, die über Policies; die zwei über Access Control Lists (ACLs) können an bleiben.',
          opens:
            'Für sich allein nichts. Aber ab jetzt entscheidet allein die Bucket-Policy, was Fremde lesen können.',
        },

  'bucket-policy': (facts) =>
    facts.links === 'private'
      ? {
          title: 'Keine Bucket-Policy',
          actions: [
            `Hier ist nichts einzufügen. Öffnen Sie ${theBucket(facts)}, dann den Tab „Permissions“, und sehen Sie bei „Bucket policy“ nach. Ist sie leer, ist dieser Schritt erledigt.`,
            'Enthält dort ein Statement "Effect": "Allow" und "Principal": "*", lässt es jeden lesen. Wählen Sie „Edit“, entfernen Sie dieses Statement und wählen Sie „Save changes“. Ist es das einzige, wählen Sie stattdessen „Delete“.',
          ],
          why: 'Bei privaten Links muss außer triage.ai niemand lesen. Block Public Access hält eine solche Policy zwar zurück, aber nur, solange es an ist.',
          opens: null,
        }
      : {
          title: 'Links öffnen lassen: die Bucket-Policy',
          actions: [
            `Wählen Sie in der Liste der Buckets ${theBucket(facts)}, dann den Tab „Permissions“. Wählen Sie unter „Bucket policy“ „Edit“.`,
            'Fügen Sie das Dokument unten ein und wählen Sie „Save changes“.',
            `Den „Policy generator“ brauchen Sie nicht. Genau dies macht er für den Typ „S3 Bucket Policy“ mit dem Principal „*“, der Action „GetObject“ und der ARN „${arn(facts)}“.`,
            'Hat der Bucket schon eine Policy, ersetzen Sie sie nicht: ergänzen Sie in ihrer Liste das Statement dieses Dokuments, den Teil in { } unter „Statement“.',
            ...(partitionOf(facts.region) === 'aws-cn'
              ? [
                  'In China lässt AWS Fremde nur aus Konten mit ICP-Registrierung lesen. Fragen Sie AWS China danach, wenn Links abgelehnt werden.',
                ]
              : []),
          ],
          why: 'Ohne sie bekommt, wer den Link eines Anhangs öffnet, „Access Denied“.',
          opens: `Wer einen Link hat, kann diesen Anhang lesen, ohne sich anzumelden. ${
            facts.keyPrefix
              ? `Das gilt für alles, was in diesem Bucket unter „${facts.keyPrefix}“ liegt, und für nichts daneben.`
              : 'Das gilt für alles, was in diesem Bucket liegt; bewahren Sie deshalb nichts anderes darin auf.'
          } Niemand kann den Bucket auflisten, und kein Link lässt sich erraten.`,
        },

  cors: (facts) => ({
    title: 'Browser hochladen lassen: CORS',
    actions: [
      `Öffnen Sie ${theBucket(facts)}, gehen Sie im Tab „Permissions“ ans Ende, zu „Cross-origin resource sharing (CORS)“, und wählen Sie „Edit“.`,
      'Fügen Sie das Dokument unten ein und wählen Sie „Save changes“.',
    ],
    why: 'Dateien gehen direkt vom Browser zu S3. Das tut ein Browser nur, wo der Bucket sagt, dass er darf: PUT speichert eine Datei, GET und HEAD lesen sie, DELETE entfernt sie.',
    opens:
      facts.links === 'private'
        ? 'Eine Seite jeder Website darf Anfragen an den Bucket senden, aber ohne eine Signatur von triage.ai werden sie alle abgelehnt.'
        : 'Eine Seite jeder Website darf Anfragen an den Bucket senden, aber ohne eine Signatur von triage.ai werden sie alle abgelehnt, außer dem Lesen über einen Link.',
  }),

  'iam-policy': (facts) => ({
    title: 'Die IAM-Policy schreiben',
    actions: [
      'Tippen Sie „IAM“ in die Suchleiste und öffnen Sie es. Wählen Sie links „Policies“, dann „Create policy“.',
      'Wählen Sie neben „Policy editor“ „JSON“. Ersetzen Sie, was dort steht, durch das Dokument unten, und wählen Sie „Next“.',
      ...(facts.keyPrefix || facts.largeFiles || facts.links === 'private'
        ? []
        : [
            'Im Editor „Visual“ wäre dasselbe: der Service „S3“, unter „Write“ die Actions „PutObject“ und „DeleteObject“, und unter „Resources“, „Add ARNs“, der Name des Buckets mit „Any“ für die Objekte.',
          ]),
      `Geben Sie als „Policy name“ ${likeTheBucket(facts)}. Beschreiben Sie, wofür sie ist, zum Beispiel „Attachments of triage.ai“, und wählen Sie „Create policy“.`,
    ],
    why: `Damit darf der Key der nächsten Schritte ${
      facts.bucket ? `im Bucket „${facts.bucket}“` : 'in Ihrem Bucket'
    }${facts.keyPrefix ? ` unter „${facts.keyPrefix}“` : ''} ${allowed(facts)}, sonst nichts.${
      facts.links === 'private'
        ? ' Er liest, weil er Links nur für das signieren kann, was er selbst lesen darf.'
        : ''
    }`,
    opens: null,
  }),

  'iam-user': (facts) => ({
    title: 'Den IAM-Benutzer anlegen',
    actions: [
      'Wählen Sie in IAM links „Users“, dann „Create user“.',
      `Geben Sie als „User name“ ${likeTheBucket(facts)}, damit Sie finden, was zusammengehört. Zugang zur AWS Management Console braucht er nicht. Wählen Sie „Next“.`,
      `Wählen Sie „Attach policies directly“, suchen Sie nach ${
        facts.bucket ? `„${facts.bucket}“` : 'der Policy des vorigen Schritts'
      }, setzen Sie dort das Häkchen und wählen Sie „Next“.`,
      'Lassen Sie die übrigen Einstellungen, wie sie sind, und wählen Sie „Create user“.',
    ],
    why: 'Mit einem eigenen Benutzer ändert nur triage.ai den Bucket, und sein Key darf in Ihrem Konto sonst nichts.',
    opens: null,
  }),

  'access-key': (facts) => ({
    title: 'Den Access Key anlegen',
    actions: [
      `Wählen Sie in der Liste „Users“ ${
        facts.bucket ? `„${facts.bucket}“` : 'den Benutzer'
      }. Wählen Sie in seiner „Summary“, unter „Access key 1“, „Create access key“.`,
      'Wählen Sie „Third-party service“, setzen Sie das Häkchen bei „I understand the above recommendation and want to proceed to create an access key“ und wählen Sie „Next“.',
      'Beschreiben Sie, wofür der Key ist, zum Beispiel „Attachments of triage.ai“, und wählen Sie „Create access key“.',
      'Kopieren Sie „Access key“ und „Secret access key“ hier ins Formular, oder wählen Sie „Download .csv file“ und ziehen Sie diese Datei auf das Formular. Wählen Sie erst dann „Done“.',
      'Jetzt hat das Formular alle vier Werte. Speichern Sie sie, und neue Anhänge werden im Bucket gespeichert.',
    ],
    why: 'AWS zeigt das Secret nur dieses eine Mal. Geht es verloren oder wurde es falsch kopiert, deaktivieren Sie den Key und legen Sie einen anderen an. Es empfiehlt sich, den Key hin und wieder zu ersetzen. Schlagen Uploads eines Tages fehl, liegt es meist an einem falschen Key oder an einer der Policies: die Prüfung hier zeigt, woran.',
    opens: `Wer beide Werte hat, kann ${allowed(facts)}, sonst nichts in Ihrem Konto. Löschen Sie die .csv-Datei, wenn sie hier gespeichert sind.`,
  }),
};
