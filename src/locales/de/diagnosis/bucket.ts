import type { DiagnosisMessages, DiagnosisOf, DiagnosisWords } from '../../../diagnosis/index.ts';

const permissions = 'Öffnen Sie in der S3-Konsole den Bucket, Tab „Permissions“';
const kms =
  'Öffnen Sie in der AWS-Konsole „Key Management Service“, „Customer managed keys“, den Schlüssel des Buckets';
const toS3Managed =
  'in der S3-Konsole den Bucket, „Properties“, „Default encryption“, „Edit“, „Server-side encryption with Amazon S3 managed keys (SSE-S3)“, „Save changes“.';
const s3Managed = `Oder verzichten Sie auf diesen Schlüssel: öffnen Sie ${toS3Managed}`;
const isCode = (region: string) => /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/.test(region);

/** The words on the bucket, what it is set to, and the account that it is in, in German. */
export const bucket = {
  bucket_missing: (d) => ({
    title: `Es gibt keinen Bucket namens „${d.bucket}“`,
    cause: 'Der Name ist vertippt, oder der Bucket wurde gelöscht.',
    remedy: [
      'Vergleichen Sie den Namen in der S3-Konsole Zeichen für Zeichen, und korrigieren Sie ihn hier.',
    ],
  }),
  bucket_name_invalid: (d) => ({
    title: `„${d.bucket}“ kann kein Bucket-Name sein`,
    cause: 'Namen haben 3 bis 63 Kleinbuchstaben, Ziffern, Punkte und Bindestriche.',
    remedy: d.name
      ? [`Geben Sie nur den Namen ein, der ${d.name} zu sein scheint.`]
      : ['Kopieren Sie den Namen aus der Bucket-Liste der S3-Konsole.'],
  }),
  bucket_in_other_account: (d) => ({
    title: `Der Bucket „${d.bucket}“ gehört zu einem anderen AWS-Konto`,
    cause: d.account
      ? `Der Access Key ist aus dem Konto ${d.account}, der Bucket nicht. Sein Eigentümer bestimmt, was damit geschehen darf, und kann lesen, was darin liegt.`
      : 'Access Key und Bucket sind aus zwei Konten. Der Eigentümer des Buckets bestimmt, was damit geschehen darf, und kann lesen, was darin liegt.',
    remedy: [
      'Suchen Sie den Bucket in der S3-Konsole Ihres Kontos. Ist er dort nicht, hat jemand anderes diesen Namen: geben Sie den Namen Ihres Buckets ein.',
      'Liegt der Bucket in einem anderen Konto von Ihnen, legen Sie dort den IAM-Benutzer und seinen Key an und geben Sie sie hier ein.',
    ],
  }),
  region_wrong: (d) => {
    // By its looks; where S3 was asked it is known.
    if (!d.s3 && !isCode(d.region)) {
      return {
        title: d.region
          ? `„${d.region}“ ist kein Code einer AWS-Region`
          : 'Es ist keine AWS-Region eingegeben',
        cause: 'Ein Code ist, was in der AWS-Konsole hinter dem Namen der Region steht, wie us-east-1.',
        remedy: [
          d.expected
            ? `Setzen Sie „AWS-Region“ auf ${d.expected}, was gemeint zu sein scheint, und speichern Sie.`
            : 'Die S3-Konsole zeigt in ihrer Liste die Region jedes Buckets: geben Sie ihren Code ein und speichern Sie.',
        ],
      };
    }
    return {
      title: d.expected
        ? `Der Bucket ist in ${d.expected}, nicht in ${d.region}`
        : `Der Bucket ist nicht in ${d.region}`,
      cause: 'S3 nimmt Dateien nur an der Adresse der Region an, in der der Bucket angelegt wurde.',
      remedy: [
        d.expected
          ? `Setzen Sie „AWS-Region“ auf ${d.expected} und speichern Sie.`
          : 'Die S3-Konsole zeigt in ihrer Liste die Region jedes Buckets: geben Sie diese ein und speichern Sie.',
      ],
    };
  },
  public_read_refused: (d) => {
    if (d.host !== undefined) return refusedInFront(d, d.host);
    const access = `${permissions}: „Block all public access“ muss aus sein. Es kann auch für das ganze Konto an sein: „Block Public Access settings for this account“.`;
    const policy = `${permissions}: vergleichen Sie „Bucket policy“ mit der aus der Anleitung. Sie muss da sein, s3:GetObject für jeden ("*") erlauben, auf /* enden und nichts verbieten.`;
    const causes = {
      allowed:
        'S3 zeigt sie Ihrem eigenen Key, der Öffentlichkeit aber nicht. Höchstwahrscheinlich ist also Block Public Access an. Wenn nicht, nennt die Bucket-Policy nur Ihren Benutzer, oder Ihr Key darf durch eine eigene Policy lesen.',
      refused:
        'S3 zeigt sie weder der Öffentlichkeit noch Ihrem eigenen Key. Die Bucket-Policy fehlt also, umfasst diese Dateien nicht oder verbietet sie. Solange Block Public Access an ist, speichert AWS sie nicht.',
      untold:
        'S3 zeigt sie der Öffentlichkeit nicht. Entweder fehlt die Bucket-Policy oder umfasst diese Dateien nicht, oder Block Public Access ist an; S3 sagt nicht, was davon.',
    };
    return {
      title: 'Die Datei ist gespeichert, aber ihr Link lässt sich nicht öffnen',
      cause: causes[d.signed ?? 'untold'],
      remedy: d.signed === 'refused' ? [policy, access] : [access, policy],
    };
  },
  public_read_open: (d) => ({
    title: 'Links sind auf privat gestellt, aber Dateien lassen sich ohne einen lesen',
    cause: `Der Bucket „${d.bucket}“ zeigt seine Dateien jedem, der ihre Adresse kennt. Solange er das tut, schützen private Links nichts.`,
    remedy: [
      `${permissions}, „Bucket policy“, „Edit“, und löschen Sie das Statement, das s3:GetObject für jeden erlaubt („Principal“: "*").`,
      'Schalten Sie dann im selben Tab „Block all public access“ ein.',
    ],
  }),
  public_policy_blocked: () => ({
    title: 'Block Public Access lässt diese Bucket-Policy nicht speichern',
    cause:
      'Die Policy öffnet Dateien für die Öffentlichkeit, und „Block public access“ ist für den Bucket noch an.',
    remedy: [
      `${permissions}, „Block public access (bucket settings)“, „Edit“: Häkchen bei „Block all public access“ entfernen, „Save changes“.`,
      'Wenn es für das ganze Konto an ist: „Block Public Access settings for this account“, links.',
      'Speichern Sie dann die Bucket-Policy noch einmal.',
    ],
  }),
  bucket_world_writable: (d) => ({
    title: 'Jeder auf der Welt kann in diesem Bucket Dateien speichern',
    cause: `Der Bucket „${d.bucket}“ hat eine Datei ganz ohne Key angenommen. Fremde können ihn auf Ihre Kosten füllen oder unter Ihrem Namen Dateien ablegen.`,
    remedy: [
      `${permissions}, „Bucket policy“, „Edit“: die einzige „Action“ für jeden darf s3:GetObject sein. Vergleichen Sie sie mit der aus der Anleitung und speichern Sie.`,
      'Wählen Sie im selben Tab unter „Object Ownership“ „ACLs disabled“.',
      ...(d.leftBehind
        ? [`Löschen Sie die Testdatei, die die Prüfung nicht wegräumen konnte: ${d.leftBehind}.`]
        : []),
    ],
  }),
  bucket_world_listable: (d) => ({
    title: 'Jeder auf der Welt kann die Dateien in diesem Bucket auflisten',
    cause: `Der Bucket „${d.bucket}“ zeigt die Namen all seiner Dateien ganz ohne Key, deshalb lässt sich jeder Anhang finden und öffnen.`,
    remedy: [
      `${permissions}, „Bucket policy“, „Edit“: entfernen Sie s3:ListBucket und s3:* aus dem, was jeder darf. Vergleichen Sie sie mit der aus der Anleitung und speichern Sie.`,
      'Wählen Sie im selben Tab unter „Object Ownership“ „ACLs disabled“.',
    ],
  }),
  encryption_denied: (d) => ({
    title: 'Der Access Key darf den Schlüssel des Buckets nicht verwenden',
    cause: `Der Bucket verschlüsselt mit einem Schlüssel von AWS KMS${d.resource ? ` (${d.resource})` : ''}, und dem IAM-Benutzer ist ${d.action ?? 'dessen Verwendung'} nicht erlaubt.`,
    remedy: [`${kms}, „Key users“, „Add“, und fügen Sie den IAM-Benutzer für triage.ai hinzu.`, s3Managed],
  }),
  encryption_key_unusable: (d) => ({
    title: 'Der Schlüssel des Buckets ist nicht verwendbar',
    cause: `Der Bucket verschlüsselt mit einem Schlüssel von AWS KMS, der deaktiviert ist, auf seine Löschung wartet oder nicht mehr da ist${d.s3?.code ? `; S3 sagte „${d.s3.code}“` : ''}.`,
    remedy: [`${kms}, „Key actions“: „Enable“ oder „Cancel key deletion“.`, s3Managed],
  }),
  encryption_hides_links: () => ({
    title: 'Die Verschlüsselung des Buckets verhindert, dass Links sich öffnen lassen',
    cause:
      'Dateien, die mit einem Schlüssel von AWS KMS verschlüsselt sind, lassen sich nur mit einer Signatur lesen. Links, die jeder öffnen kann, funktionieren deshalb nicht.',
    remedy: [
      `Öffnen Sie ${toS3Managed} Dateien, die schon gespeichert sind, bleiben, wie sie sind.`,
      'Oder wählen Sie in diesen Einstellungen private Links.',
    ],
  }),
  object_locked: (d) => ({
    title: 'S3 hält diese Datei unter Verschluss',
    cause: `Der Bucket „${d.bucket}“ hat Object Lock: bis die Aufbewahrungsfrist endet, lässt sich eine gespeicherte Datei weder löschen noch ersetzen.`,
    remedy: [
      'Wenn das nicht gewollt ist: öffnen Sie in der S3-Konsole den Bucket, „Properties“, „Object Lock“, „Edit“, und deaktivieren Sie „Default retention“.',
      'Oder verwenden Sie für Anhänge einen Bucket ohne Object Lock.',
    ],
  }),
  acl_not_supported: () => ({
    title: 'Der Upload trug eine ACL, und der Bucket nimmt keine an',
    cause:
      '„Object Ownership“ des Buckets ist „Bucket owner enforced“, wie AWS es empfiehlt. triage.ai sendet keine ACL, also fügt unterwegs etwas einen Header x-amz-acl hinzu.',
    remedy: [
      'Fragen Sie die Betreiber des Servers, welcher Proxy oder welche Seite x-amz-acl hinzufügt, und lassen Sie es entfernen.',
      'Lassen Sie „Object Ownership“, wie es ist: ACLs werden nicht gebraucht.',
    ],
  }),
  account_disabled: (d) => ({
    title: 'AWS hat den Zugang gesperrt',
    cause: `Der gesamte Zugriff auf den Bucket „${d.bucket}“ oder sein AWS-Konto ist deaktiviert${d.s3?.code ? `; S3 sagte „${d.s3.code}“` : ''}. Vielleicht gehört der Bucket jemand anderem, oder das Konto ist gesperrt, noch nicht aktiviert oder hat eine offene Rechnung.`,
    remedy: [
      'Vergleichen Sie den Namen des Buckets mit der Liste in der S3-Konsole.',
      'Sehen Sie in der AWS-Konsole unter „Billing and Cost Management“ nach und in den E-Mails an den Inhaber des Kontos; wenden Sie sich dann mit der Request-ID an den AWS-Support.',
    ],
  }),
} satisfies Partial<DiagnosisMessages>;

/** The link leads to what stands in front of the bucket, and that does not show the file. */
function refusedInFront(d: DiagnosisOf<'public_read_refused'>, host: string): DiagnosisWords {
  const direct = {
    allowed:
      ' S3 selbst zeigt sie der Öffentlichkeit, also liegt es an dieser Adresse oder an dem, was dort antwortet.',
    refused: ' Auch S3 selbst zeigt sie der Öffentlichkeit nicht.',
    untold: '',
  };
  return {
    title: 'Die Datei ist gespeichert, aber ihr Link lässt sich nicht öffnen',
    cause: `Links führen zur öffentlichen Basis-URL, und ${host} zeigt die Datei nicht.${direct[d.direct ?? 'untold']}`,
    remedy: [
      'Prüfen Sie, ob „Öffentliche Basis-URL“ die Adresse ist, unter der Ihr CDN diesen Bucket zeigt, bis dahin, wo die Namen seiner Dateien beginnen.',
      'Prüfen Sie im CDN, ob sein Origin dieser Bucket ist, ohne einen Ordner („Origin path“), und ob es von Lesern keine Anmeldung, keine signierte URL und kein Cookie verlangt.',
      ...(d.direct === 'allowed'
        ? ['Oder lassen Sie „Öffentliche Basis-URL“ leer: dann führen Links zu S3 selbst.']
        : [
            `${permissions}: „Bucket policy“ muss dem CDN s3:GetObject erlauben, oder jedem wie in der Anleitung; dafür muss „Block all public access“ aus sein.`,
          ]),
    ],
  };
}
