import type { DiagnosisMessages, DiagnosisOf, DiagnosisWords } from '../../../diagnosis/index.ts';
import { justChanged, openPolicy, user } from './phrases.ts';

type Refused = DiagnosisOf<'put_not_allowed'> | DiagnosisOf<'delete_not_allowed'>;

/** The words on IAM policies, bucket policies, and those of an organisation, in French. */
export const policies = {
  put_not_allowed: (d) => ({
    title: 'La clé d’accès ne peut pas enregistrer de fichiers dans ce bucket',
    cause: causeOf(d, 's3:PutObject', 'supprimer'),
    remedy: remedyOf(d, 's3:PutObject'),
  }),
  delete_not_allowed: (d) => ({
    title: 'La clé d’accès ne peut pas supprimer de fichiers de ce bucket',
    cause: `${causeOf(d, 's3:DeleteObject', 'enregistrer')}${d.leftBehind ? ` Un objet de test reste dans le bucket, à ${d.leftBehind}.` : ''}`,
    remedy: [
      ...remedyOf(d, 's3:DeleteObject'),
      ...(d.leftBehind ? ['Vérifiez ensuite à nouveau : cela supprime aussi l’objet de test.'] : []),
    ],
  }),
  multipart_not_allowed: (d) => ({
    title: d.actions.includes('s3:AbortMultipartUpload')
      ? 'La clé d’accès ne peut pas nettoyer après les gros fichiers'
      : 'La clé d’accès ne peut pas consulter ce qui est arrivé d’un gros fichier',
    cause: `Les gros fichiers sont envoyés malgré tout. Mais ${d.actions.map((action) => lostWithout[action]).join(' Et ')}`,
    remedy: [
      remedyOfParts(d),
      'Ou décochez les autorisations pour les gros fichiers sous « Options avancées », si vous pouvez vous en passer.',
      justChanged,
    ],
  }),
  access_denied: (d) => ({
    title: 'AWS a refusé l’accès',
    cause: d.action
      ? `${user(d.principal)} n’est pas autorisé à faire ${d.action}${on(d)}.`
      : 'AWS n’a pas dit quelle autorisation manque.',
    remedy: [
      d.action
        ? `${openPolicy}, et comparez-la avec celle du guide : « Action » doit contenir ${d.action}.`
        : `${openPolicy}, et comparez-la avec celle du guide.`,
      'Dans la console S3, ouvrez le bucket, « Permissions », et comparez aussi la politique du bucket.',
      justChanged,
    ],
  }),
  organization_denied: (d) => ({
    title: 'La politique AWS de votre organisation l’interdit',
    cause: `${user(d.principal)} n’est pas autorisé à faire ${d.action ?? 'cela'}${on(d)}, parce qu’une politique de l’organisation AWS (de contrôle des services ou des ressources) l’emporte sur celles du compte. Aucune modification dans ce compte ou sur cette page ne peut la lever.`,
    remedy: [
      `Demandez aux responsables d’AWS Organizations dans votre entreprise d’autoriser ${d.action ?? 's3:PutObject et s3:DeleteObject'} pour ce compte, et donnez-leur l’ID de requête.`,
      'Si seules certaines régions sont fermées, un bucket dans une région autorisée suffit.',
    ],
  }),
} satisfies Partial<DiagnosisMessages>;

const lostWithout: Record<DiagnosisOf<'multipart_not_allowed'>['actions'][number], string> = {
  's3:AbortMultipartUpload':
    'sans s3:AbortMultipartUpload, les morceaux d’un envoi abandonné ne peuvent pas être simplement supprimés : certains peuvent rester dans le bucket, invisibles, et être facturés.',
  's3:ListMultipartUploadParts':
    'sans s3:ListMultipartUploadParts, S3 ne peut pas dire ce qui est arrivé d’un envoi interrompu : ce que le navigateur a oublié est envoyé à nouveau.',
};

const on = ({ resource }: { resource?: string | undefined }) => (resource ? ` sur ${resource}` : '');

function remedyOfParts(d: DiagnosisOf<'multipart_not_allowed'>): string {
  const actions = d.actions.join(' et ');
  const [first] = d.where;
  const ofPolicy = first?.kind === 'step' && first.step === 'iam-policy';
  if (!ofPolicy) {
    return `Ce qui refuse n’est pas la politique du guide, mais ${
      first?.kind === 'step' && first.step === 'bucket-policy'
        ? 'la politique du bucket'
        : 'une politique qui l’emporte sur elle'
    }. Faites-lui autoriser ${actions}, ou adressez-vous aux responsables du compte AWS.`;
  }
  if (d.explicitDeny) {
    return `Dans la console AWS, ouvrez IAM, « Users », l’utilisateur, « Permissions », et cherchez dans ses politiques « Effect » : "Deny" sur ${actions}. Retirez-le, ou excluez-en ce bucket.`;
  }
  return `${openPolicy}, et ajoutez ${actions} à « Action ». « Next », « Save changes ».`;
}

function causeOf(d: Refused, action: string, otherWord: string): string {
  const who = user(d.principal);
  if (d.explicitDeny) {
    const whom = d.principal ? `à l’utilisateur ${d.principal}` : 'à l’utilisateur de cette clé';
    return `${kinds[d.policy ?? 'identity']} interdit ${whom} l’action ${action}${on(d)}. Ce qui est interdit le reste, quoi que d’autres autorisent.`;
  }
  switch (d.policy) {
    case 'bucket':
      return `${who} vient d’un autre compte que le bucket, et la politique du bucket ne lui autorise pas ${action}${on(d)}.`;
    case 'boundary':
      return `${who} a une limite d’autorisations, et elle n’inclut pas ${action}${on(d)}. Ce qui est hors de cette limite est refusé, quoi que les politiques autorisent.`;
    case 'session':
      return `C’est une clé temporaire, et sa politique de session n’inclut pas ${action}${on(d)}.`;
    case 'endpoint':
      return `La requête passe par un point de terminaison VPC de votre réseau, et sa politique n’autorise pas ${action}${on(d)}.`;
  }
  if (d.otherAction === 'allowed') {
    return isBare(d)
      ? `${who} peut ${otherWord} des fichiers, sa politique est donc en vigueur et désigne le bon bucket. Soit il y manque ${action}, soit la politique du bucket l’interdit.`
      : `${who} peut ${otherWord} des fichiers, sa politique est donc en vigueur et désigne le bon bucket. Il n’y manque que ${action}.`;
  }
  const said = d.principal || d.policy ? '' : 'S3 a seulement dit « Access Denied ». ';
  if (d.otherAction === 'refused') {
    return `${said}${who} ne peut ni enregistrer ni supprimer : aucune politique n’autorise ${action}${on(d)}. La politique n’atteint donc pas cet utilisateur, ou pas ces fichiers.`;
  }
  return said
    ? `${said}Le plus souvent, la politique de l’utilisateur n’autorise pas ${action}${on(d)}.`
    : `${who} n’a aucune politique qui autorise ${action}${on(d)}.`;
}

const kinds: Record<NonNullable<Refused['policy']>, string> = {
  identity: 'Une politique de l’utilisateur',
  bucket: 'La politique du bucket',
  boundary: 'La limite d’autorisations de l’utilisateur',
  session: 'La politique de session de cette clé temporaire',
  endpoint: 'La politique du point de terminaison VPC',
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
      `Dans la console AWS, ouvrez IAM, « Users », l’utilisateur, « Permissions », et cherchez dans ses politiques et celles de ses groupes « Effect » : "Deny" sur ${action}. Retirez-le, ou excluez-en ce bucket.`,
      justChanged,
    ];
  }
  if (d.otherAction === 'allowed') {
    const denied = `Ou cherchez dans la console S3, bucket, « Permissions », « Bucket policy », un « Effect » : "Deny" sur ${action}, et retirez-le.`;
    return [
      `${openPolicy}, et ajoutez ${action} à « Action ». « Next », « Save changes ».`,
      ...(isBare(d) ? [denied] : []),
      justChanged,
    ];
  }
  const files = /^(arn:[\w-]+:s3:::[^/]+)\//.exec(d.resource ?? '')?.[1];
  const resource = `le « Resource » de la politique ne se termine pas par /*, ou désigne un autre bucket ou un autre préfixe. ${files ? `Ce doit être ${files}/*.` : 'Ce doit être arn:aws:s3:::, le nom du bucket et /*.'}`;
  const attached =
    'la politique n’est pas attachée à l’utilisateur de cette clé. Dans IAM, ouvrez « Users », l’utilisateur, « Permissions », « Add permissions », « Attach policies directly ».';
  const actions = 's3:PutObject et s3:DeleteObject manquent dans « Action » de la politique.';
  const foreign = 'le bucket appartient à un autre compte AWS. Cherchez-le dans la liste de la console S3.';
  const denial = `la politique du bucket contient « Effect » : "Deny" sur ${action}. Retirez-le, ou excluez-en cet utilisateur.`;
  const bare = isBare(d) ? [denial, foreign] : [];
  const candidates =
    d.otherAction === 'refused'
      ? [resource, attached, actions, ...bare]
      : [`${action} manque dans « Action » de la politique.`, resource, attached, ...bare];
  return [
    ...candidates.map((line, index) => `${index === 0 ? 'L’une de ces causes : ' : 'Ou : '}${line}`),
    justChanged,
  ];
}

function remedies(
  action: string,
  denied: boolean,
): Partial<Record<NonNullable<Refused['policy']>, string[]>> {
  const allow = denied ? `retirez l’instruction qui interdit ${action}` : `ajoutez ${action}`;
  return {
    bucket: [
      denied
        ? `Dans la console S3, ouvrez le bucket, « Permissions », « Bucket policy », « Edit », et retirez l’instruction avec « Effect » : "Deny" sur ${action}, ou excluez-en cet utilisateur. Regardez aussi sa « Condition » : elle exige peut-être une adresse ou un chiffrement (TLS).`
        : 'Créez l’utilisateur IAM et sa clé dans le compte où se trouve le bucket, et saisissez cette clé ici ; ou saisissez un bucket de ce compte.',
    ],
    boundary: [
      `Dans la console AWS, ouvrez IAM, « Users », l’utilisateur, « Permissions », « Permissions boundary », et dans la politique qui y est nommée ${allow}, ou retirez la limite.`,
      'Si vous n’en avez pas le droit, adressez-vous aux responsables du compte AWS.',
      justChanged,
    ],
    session: ['Créez une clé d’accès durable pour l’utilisateur IAM, et saisissez ici ses deux valeurs.'],
    endpoint: [
      `Dans la console AWS, ouvrez « VPC », « Endpoints », le point de terminaison pour S3, « Policy », « Edit policy », et ${allow} pour ce bucket.`,
      'Ou adressez-vous aux responsables du réseau.',
    ],
  };
}
