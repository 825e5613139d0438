import type { DiagnosisMessages, DiagnosisOf, DiagnosisWords } from '../../../diagnosis/index.ts';
import { justChanged, openPolicy, user } from './phrases.ts';

type Refused = DiagnosisOf<'put_not_allowed'> | DiagnosisOf<'delete_not_allowed'>;

/** The words on IAM policies, bucket policies, and those of an organisation, in German. */
export const policies = {
  put_not_allowed: (d) => ({
    title: 'Der Access Key darf in diesem Bucket keine Dateien speichern',
    cause: causeOf(d, 's3:PutObject', 'löschen'),
    remedy: remedyOf(d, 's3:PutObject'),
  }),
  delete_not_allowed: (d) => ({
    title: 'Der Access Key darf aus diesem Bucket keine Dateien löschen',
    cause: `${causeOf(d, 's3:DeleteObject', 'speichern')}${d.leftBehind ? ` Ein Testobjekt bleibt im Bucket, unter ${d.leftBehind}.` : ''}`,
    remedy: [
      ...remedyOf(d, 's3:DeleteObject'),
      ...(d.leftBehind ? ['Prüfen Sie dann erneut: das löscht auch das Testobjekt.'] : []),
    ],
  }),
  multipart_not_allowed: (d) => ({
    title: d.actions.includes('s3:AbortMultipartUpload')
      ? 'Der Access Key darf nach großen Dateien nicht aufräumen'
      : 'Der Access Key darf nicht nachsehen, was von einer großen Datei angekommen ist',
    cause: `Große Dateien werden trotzdem hochgeladen. Aber ${d.actions.map((action) => lostWithout[action]).join(' Und ')}`,
    remedy: [
      remedyOfParts(d),
      'Oder entfernen Sie unter „Erweitert“ das Häkchen bei den Berechtigungen für große Dateien, wenn Sie darauf verzichten können.',
      justChanged,
    ],
  }),
  access_denied: (d) => ({
    title: 'AWS hat den Zugriff verweigert',
    cause: d.action
      ? `${user(d.principal)} darf ${d.action} nicht${on(d)}.`
      : 'AWS hat nicht gesagt, welche Berechtigung fehlt.',
    remedy: [
      d.action
        ? `${openPolicy}, und vergleichen Sie sie mit der aus der Anleitung: „Action“ muss ${d.action} enthalten.`
        : `${openPolicy}, und vergleichen Sie sie mit der aus der Anleitung.`,
      'Öffnen Sie in der S3-Konsole den Bucket, „Permissions“, und vergleichen Sie auch die Bucket-Policy.',
      justChanged,
    ],
  }),
  organization_denied: (d) => ({
    title: 'Die AWS-Policy Ihrer Organisation verbietet das',
    cause: `${user(d.principal)} darf ${d.action ?? 'dies'} nicht${on(d)}, weil eine Policy der AWS-Organisation (Service Control Policy oder Resource Control Policy) über denen des Kontos steht. Keine Änderung in diesem Konto oder auf dieser Seite hebt sie auf.`,
    remedy: [
      `Bitten Sie die Verwalter von AWS Organizations in Ihrem Unternehmen, ${d.action ?? 's3:PutObject und s3:DeleteObject'} für dieses Konto zu erlauben, und nennen Sie ihnen die Request-ID.`,
      'Sind nur manche Regionen gesperrt, hilft ein Bucket in einer erlaubten Region.',
    ],
  }),
} satisfies Partial<DiagnosisMessages>;

const lostWithout: Record<DiagnosisOf<'multipart_not_allowed'>['actions'][number], string> = {
  's3:AbortMultipartUpload':
    'ohne s3:AbortMultipartUpload lassen sich die Teile eines aufgegebenen Uploads nicht einfach entfernen: manche bleiben vielleicht unsichtbar im Bucket und kosten Geld.',
  's3:ListMultipartUploadParts':
    'ohne s3:ListMultipartUploadParts lässt sich S3 nicht fragen, was von einem abgebrochenen Upload angekommen ist: was der Browser nicht mehr weiß, wird noch einmal gesendet.',
};

const on = ({ resource }: { resource?: string | undefined }) => (resource ? ` für ${resource}` : '');

function remedyOfParts(d: DiagnosisOf<'multipart_not_allowed'>): string {
  const actions = d.actions.join(' und ');
  const [first] = d.where;
  const ofPolicy = first?.kind === 'step' && first.step === 'iam-policy';
  if (!ofPolicy) {
    return `Was es ablehnt, ist nicht die Policy aus der Anleitung, sondern ${
      first?.kind === 'step' && first.step === 'bucket-policy'
        ? 'die Bucket-Policy'
        : 'eine, die über ihr steht'
    }. Sorgen Sie dafür, dass sie ${actions} erlaubt, oder fragen Sie die Verwalter des AWS-Kontos.`;
  }
  if (d.explicitDeny) {
    return `Öffnen Sie in der AWS-Konsole IAM, „Users“, den Benutzer, „Permissions“, und suchen Sie in seinen Policies nach „Effect“: "Deny" für ${actions}. Nehmen Sie es heraus, oder nehmen Sie diesen Bucket davon aus.`;
  }
  return `${openPolicy}, und ergänzen Sie ${actions} in „Action“. „Next“, „Save changes“.`;
}

function causeOf(d: Refused, action: string, otherWord: string): string {
  const who = user(d.principal);
  if (d.explicitDeny) {
    const whom = d.principal ? `dem Benutzer ${d.principal}` : 'dem Benutzer dieses Keys';
    return `${kinds[d.policy ?? 'identity']} verbietet ${whom} die Aktion ${action}${on(d)}. Was verboten ist, bleibt es, was auch immer sonst erlaubt ist.`;
  }
  switch (d.policy) {
    case 'bucket':
      return `${who} kommt aus einem anderen Konto als der Bucket, und die Bucket-Policy erlaubt ihm ${action}${on(d)} nicht.`;
    case 'boundary':
      return `${who} hat eine Permissions Boundary, und die umfasst ${action}${on(d)} nicht. Was außerhalb einer Boundary liegt, wird abgelehnt, was auch immer die Policies erlauben.`;
    case 'session':
      return `Das ist ein temporärer Key, und seine Session-Policy umfasst ${action}${on(d)} nicht.`;
    case 'endpoint':
      return `Die Anfrage geht durch einen VPC-Endpunkt Ihres Netzes, und dessen Policy erlaubt ${action}${on(d)} nicht.`;
  }
  if (d.otherAction === 'allowed') {
    return isBare(d)
      ? `${who} darf Dateien ${otherWord}, seine Policy ist also in Kraft und nennt den richtigen Bucket. Entweder fehlt darin ${action}, oder die Bucket-Policy verbietet es.`
      : `${who} darf Dateien ${otherWord}, seine Policy ist also in Kraft und nennt den richtigen Bucket. Nur ${action} fehlt darin.`;
  }
  const said = d.principal || d.policy ? '' : 'S3 sagte nur „Access Denied“. ';
  if (d.otherAction === 'refused') {
    return `${said}${who} darf weder speichern noch löschen: keine Policy erlaubt ${action}${on(d)}. Die Policy erreicht also entweder diesen Benutzer nicht oder diese Dateien nicht.`;
  }
  return said
    ? `${said}Meist erlaubt die Policy des Benutzers ${action}${on(d)} nicht.`
    : `${who} hat keine Policy, die ${action}${on(d)} erlaubt.`;
}

const kinds: Record<NonNullable<Refused['policy']>, string> = {
  identity: 'Eine Policy des Benutzers',
  bucket: 'Die Bucket-Policy',
  boundary: 'Die Permissions Boundary des Benutzers',
  session: 'Die Session-Policy dieses temporären Keys',
  endpoint: 'Die Policy des VPC-Endpunkts',
};

/** S3 said no more than “Access Denied”. */
function isBare(d: Refused): boolean {
  return !(d.principal || d.resource || d.policy);
}

function remedyOf(d: Refused, action: string): DiagnosisWords['remedy'] {
  const elsewhere = d.policy && d.policy !== 'identity' ? remedies(action, d.explicitDeny)[d.policy] : null;
  if (elsewhere) return elsewhere;
  if (d.explicitDeny) {
    return [
      `Öffnen Sie in der AWS-Konsole IAM, „Users“, den Benutzer, „Permissions“, und suchen Sie in seinen Policies und denen seiner Gruppen nach „Effect“: "Deny" für ${action}. Nehmen Sie es heraus, oder nehmen Sie diesen Bucket davon aus.`,
      justChanged,
    ];
  }
  if (d.otherAction === 'allowed') {
    const denied = `Oder suchen Sie in der S3-Konsole, Bucket, „Permissions“, „Bucket policy“, nach „Effect“: "Deny" für ${action}, und nehmen Sie es heraus.`;
    return [
      `${openPolicy}, und ergänzen Sie ${action} in „Action“. „Next“, „Save changes“.`,
      ...(isBare(d) ? [denied] : []),
      justChanged,
    ];
  }
  const files = /^(arn:[\w-]+:s3:::[^/]+)\//.exec(d.resource ?? '')?.[1];
  const resource = `„Resource“ der Policy endet nicht auf /*, oder nennt einen anderen Bucket oder ein anderes Präfix. ${files ? `Es muss ${files}/* sein.` : 'Es muss arn:aws:s3::: sein, der Name des Buckets und /*.'}`;
  const attached =
    'die Policy ist dem Benutzer dieses Keys nicht zugeordnet. Öffnen Sie in IAM „Users“, den Benutzer, „Permissions“, „Add permissions“, „Attach policies directly“.';
  const actions = 'in „Action“ der Policy fehlen s3:PutObject und s3:DeleteObject.';
  const foreign = 'der Bucket gehört zu einem anderen AWS-Konto. Suchen Sie ihn in der Liste der S3-Konsole.';
  const denial = `in der Bucket-Policy steht „Effect“: "Deny" für ${action}. Nehmen Sie es heraus, oder nehmen Sie diesen Benutzer davon aus.`;
  const bare = isBare(d) ? [denial, foreign] : [];
  const candidates =
    d.otherAction === 'refused'
      ? [resource, attached, actions, ...bare]
      : [`in „Action“ der Policy fehlt ${action}.`, resource, attached, ...bare];
  return [
    ...candidates.map((line, index) => `${index === 0 ? 'Eines davon: ' : 'Oder: '}${line}`),
    justChanged,
  ];
}

function remedies(
  action: string,
  denied: boolean,
): Partial<Record<NonNullable<Refused['policy']>, string[]>> {
  const allow = (policy: string) =>
    denied
      ? `nehmen Sie ${policy} das Statement heraus, das ${action} verbietet`
      : `ergänzen Sie ${policy} ${action}`;
  return {
    bucket: [
      denied
        ? `Öffnen Sie in der S3-Konsole den Bucket, „Permissions“, „Bucket policy“, „Edit“, und nehmen Sie das Statement mit „Effect“: "Deny" für ${action} heraus, oder nehmen Sie diesen Benutzer davon aus. Sehen Sie auch nach „Condition“: vielleicht verlangt es eine Adresse oder Verschlüsselung (TLS).`
        : 'Legen Sie den IAM-Benutzer und seinen Key in dem Konto an, in dem der Bucket ist, und geben Sie diesen Key hier ein; oder geben Sie einen Bucket dieses Kontos ein.',
    ],
    boundary: [
      `Öffnen Sie in der AWS-Konsole IAM, „Users“, den Benutzer, „Permissions“, „Permissions boundary“, und ${allow('in der dort genannten Policy')}, oder entfernen Sie die Boundary.`,
      'Wenn Sie das nicht dürfen, fragen Sie die Verwalter des AWS-Kontos.',
      justChanged,
    ],
    session: [
      'Legen Sie für den IAM-Benutzer einen dauerhaften Access Key an, und geben Sie hier beide Werte ein.',
    ],
    endpoint: [
      `Öffnen Sie in der AWS-Konsole „VPC“, „Endpoints“, den Endpunkt für S3, „Policy“, „Edit policy“, und ${allow('dort für diesen Bucket')}.`,
      'Oder fragen Sie die Betreiber des Netzes.',
    ],
  };
}
