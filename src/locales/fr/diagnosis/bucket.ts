import type { DiagnosisMessages, DiagnosisOf, DiagnosisWords } from '../../../diagnosis/index.ts';

const permissions = 'Dans la console S3, ouvrez le bucket, onglet « Permissions »';
const kms =
  'Dans la console AWS, ouvrez « Key Management Service », « Customer managed keys », la clé du bucket';
const toS3Managed =
  'ouvrez le bucket, « Properties », « Default encryption », « Edit », « Server-side encryption with Amazon S3 managed keys (SSE-S3) », « Save changes ».';
const s3Managed = `Ou passez-vous de cette clé : dans la console S3, ${toS3Managed}`;
const isCode = (region: string) => /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/.test(region);

/** The words on the bucket, what it is set to, and the account that it is in, in French. */
export const bucket = {
  bucket_missing: (d) => ({
    title: `Il n’y a pas de bucket nommé « ${d.bucket} »`,
    cause: 'Le nom est mal saisi, ou le bucket a été supprimé.',
    remedy: ['Dans la console S3, comparez le nom lettre par lettre, et corrigez-le ici.'],
  }),
  bucket_name_invalid: (d) => ({
    title: `« ${d.bucket} » ne peut pas être le nom d’un bucket`,
    cause: 'Les noms ont de 3 à 63 lettres minuscules, chiffres, points et traits d’union.',
    remedy: d.name
      ? [`Saisissez le nom seul, qui semble être ${d.name}.`]
      : ['Copiez le nom depuis la liste des buckets de la console S3.'],
  }),
  bucket_in_other_account: (d) => ({
    title: `Le bucket « ${d.bucket} » appartient à un autre compte AWS`,
    cause: d.account
      ? `La clé d’accès est du compte ${d.account}, pas le bucket. Son propriétaire décide de ce qui peut en être fait, et lit ce qu’il contient.`
      : 'La clé d’accès et le bucket sont de deux comptes différents. Le propriétaire du bucket décide de ce qui peut en être fait, et lit ce qu’il contient.',
    remedy: [
      'Dans la console S3 de votre compte, cherchez le bucket. S’il n’y est pas, quelqu’un d’autre a pris ce nom : saisissez celui du vôtre.',
      'Si le bucket est dans un autre de vos comptes, créez l’utilisateur IAM et sa clé dans ce compte et saisissez-les ici.',
    ],
  }),
  region_wrong: (d) => {
    // By its looks; where S3 was asked it is known.
    if (!d.s3 && !isCode(d.region)) {
      return {
        title: d.region
          ? `« ${d.region} » n’est pas le code d’une région AWS`
          : 'Aucune région AWS n’est saisie',
        cause: 'Un code est ce qui figure après le nom de la région dans la console AWS, comme us-east-1.',
        remedy: [
          d.expected
            ? `Passez « Région AWS » à ${d.expected}, qui semble être celle voulue, et enregistrez.`
            : 'La console S3 affiche la région de chaque bucket dans sa liste : saisissez son code et enregistrez.',
        ],
      };
    }
    return {
      title: d.expected
        ? `Le bucket est dans ${d.expected}, pas dans ${d.region}`
        : `Le bucket n’est pas dans ${d.region}`,
      cause: 'S3 n’accepte des fichiers qu’à l’adresse de la région où le bucket a été créé.',
      remedy: [
        d.expected
          ? `Passez « Région AWS » à ${d.expected} et enregistrez.`
          : 'La console S3 affiche la région de chaque bucket dans sa liste : saisissez celle-ci et enregistrez.',
      ],
    };
  },
  public_read_refused: (d) => {
    if (d.host !== undefined) return refusedInFront(d, d.host);
    const access = `${permissions} : « Block all public access » doit être désactivé. Il peut aussi être activé pour tout le compte : « Block Public Access settings for this account ».`;
    const policy = `${permissions} : comparez « Bucket policy » avec celle du guide. Elle doit être là, autoriser s3:GetObject à tout le monde ("*"), se terminer par /*, et ne rien interdire.`;
    const causes = {
      allowed:
        'S3 le montre à votre propre clé, mais pas au public. Très probablement, Block Public Access est donc activé. Sinon, la politique du bucket ne désigne que votre utilisateur, ou votre clé peut lire grâce à une politique à elle.',
      refused:
        'S3 ne le montre ni au public ni à votre propre clé. La politique du bucket manque donc, ne couvre pas ces fichiers, ou les interdit. Tant que Block Public Access est activé, AWS ne l’enregistre pas.',
      untold:
        'S3 refuse de le montrer au public. Soit la politique du bucket manque ou ne couvre pas ces fichiers, soit Block Public Access est activé ; S3 ne dit pas lequel des deux.',
    };
    return {
      title: 'Le fichier est enregistré, mais son lien ne peut pas être ouvert',
      cause: causes[d.signed ?? 'untold'],
      remedy: d.signed === 'refused' ? [policy, access] : [access, policy],
    };
  },
  public_read_open: (d) => ({
    title: 'Les liens sont réglés sur privés, mais les fichiers peuvent être lus sans eux',
    cause: `Le bucket « ${d.bucket} » montre ses fichiers à quiconque connaît leur adresse. Tant qu’il le fait, les liens privés ne protègent rien.`,
    remedy: [
      `${permissions}, « Bucket policy », « Edit », et supprimez l’instruction qui autorise s3:GetObject à tout le monde (« Principal » : "*").`,
      'Activez ensuite « Block all public access » dans le même onglet.',
    ],
  }),
  public_policy_blocked: () => ({
    title: 'Block Public Access ne laisse pas enregistrer cette politique du bucket',
    cause:
      'La politique ouvre des fichiers au public, et « Block public access » est encore activé pour le bucket.',
    remedy: [
      `${permissions}, « Block public access (bucket settings) », « Edit » : décochez « Block all public access », « Save changes ».`,
      'S’il est activé pour tout le compte : « Block Public Access settings for this account », à gauche.',
      'Enregistrez ensuite à nouveau la politique du bucket.',
    ],
  }),
  bucket_world_writable: (d) => ({
    title: 'N’importe qui au monde peut enregistrer des fichiers dans ce bucket',
    cause: `Le bucket « ${d.bucket} » a accepté un fichier sans aucune clé. Des inconnus peuvent le remplir à vos frais, ou publier des fichiers sous votre nom.`,
    remedy: [
      `${permissions}, « Bucket policy », « Edit » : la seule « Action » pour tout le monde doit être s3:GetObject. Comparez-la avec celle du guide et enregistrez.`,
      'Dans le même onglet, sous « Object Ownership », choisissez « ACLs disabled ».',
      ...(d.leftBehind
        ? [`Supprimez le fichier de test que la vérification n’a pas pu retirer : ${d.leftBehind}.`]
        : []),
    ],
  }),
  bucket_world_listable: (d) => ({
    title: 'N’importe qui au monde peut lister les fichiers de ce bucket',
    cause: `Le bucket « ${d.bucket} » montre les noms de tous ses fichiers sans aucune clé ; chaque pièce jointe peut donc être trouvée et ouverte.`,
    remedy: [
      `${permissions}, « Bucket policy », « Edit » : retirez s3:ListBucket et s3:* de ce que tout le monde peut faire. Comparez-la avec celle du guide et enregistrez.`,
      'Dans le même onglet, sous « Object Ownership », choisissez « ACLs disabled ».',
    ],
  }),
  encryption_denied: (d) => ({
    title: 'La clé d’accès ne peut pas utiliser la clé de chiffrement du bucket',
    cause: `Le bucket chiffre avec une clé d’AWS KMS${d.resource ? ` (${d.resource})` : ''}, et l’utilisateur IAM n’a pas l’autorisation ${d.action ?? 'de l’utiliser'}.`,
    remedy: [`${kms}, « Key users », « Add », et ajoutez l’utilisateur IAM pour triage.ai.`, s3Managed],
  }),
  encryption_key_unusable: (d) => ({
    title: 'La clé de chiffrement du bucket est inutilisable',
    cause: `Le bucket chiffre avec une clé d’AWS KMS qui est désactivée, en attente de suppression, ou disparue${d.s3?.code ? ` ; S3 a dit « ${d.s3.code} »` : ''}.`,
    remedy: [`${kms}, « Key actions » : « Enable », ou « Cancel key deletion ».`, s3Managed],
  }),
  encryption_hides_links: () => ({
    title: 'Le chiffrement du bucket empêche d’ouvrir les liens',
    cause:
      'Les fichiers chiffrés avec une clé d’AWS KMS ne peuvent être lus qu’avec une signature ; les liens que tout le monde peut ouvrir ne fonctionnent donc pas.',
    remedy: [
      `Dans la console S3, ${toS3Managed} Les fichiers déjà enregistrés restent tels quels.`,
      'Ou choisissez des liens privés dans ces paramètres.',
    ],
  }),
  object_locked: (d) => ({
    title: 'S3 garde ce fichier verrouillé',
    cause: `Le bucket « ${d.bucket} » a Object Lock : jusqu’à la fin de sa durée de conservation, un fichier enregistré ne peut être ni supprimé ni remplacé.`,
    remedy: [
      'Si ce n’est pas voulu : dans la console S3, ouvrez le bucket, « Properties », « Object Lock », « Edit », et désactivez « Default retention ».',
      'Ou utilisez pour les pièces jointes un bucket sans Object Lock.',
    ],
  }),
  acl_not_supported: () => ({
    title: 'L’envoi portait une ACL, et le bucket n’en accepte pas',
    cause:
      '« Object Ownership » du bucket est « Bucket owner enforced », comme AWS le recommande. triage.ai n’envoie pas d’ACL, quelque chose en chemin ajoute donc un en-tête x-amz-acl.',
    remedy: [
      'Demandez aux responsables du serveur quel proxy ou quelle page ajoute x-amz-acl, et faites-le retirer.',
      'Laissez « Object Ownership » tel quel : les ACLs ne sont pas nécessaires.',
    ],
  }),
  account_disabled: (d) => ({
    title: 'AWS a fermé l’accès',
    cause: `Tout accès au bucket « ${d.bucket} » ou à son compte AWS est désactivé${d.s3?.code ? ` ; S3 a dit « ${d.s3.code} »` : ''}. Le bucket est peut-être à quelqu’un d’autre, ou le compte est suspendu, pas encore activé, ou a une facture impayée.`,
    remedy: [
      'Comparez le nom du bucket avec la liste de la console S3.',
      'Dans la console AWS, regardez sous « Billing and Cost Management » et dans les e-mails adressés au titulaire du compte ; adressez-vous ensuite au support AWS, avec l’ID de requête.',
    ],
  }),
} satisfies Partial<DiagnosisMessages>;

/** The link leads to what stands in front of the bucket, and that does not show the file. */
function refusedInFront(d: DiagnosisOf<'public_read_refused'>, host: string): DiagnosisWords {
  const direct = {
    allowed: ' S3 lui-même le montre au public, c’est donc cette adresse, ou ce qui y répond.',
    refused: ' S3 lui-même ne le montre pas non plus au public.',
    untold: '',
  };
  return {
    title: 'Le fichier est enregistré, mais son lien ne peut pas être ouvert',
    cause: `Les liens mènent à l’URL de base publique, et ${host} ne montre pas le fichier.${direct[d.direct ?? 'untold']}`,
    remedy: [
      'Vérifiez que « URL de base publique » est l’adresse à laquelle votre CDN montre ce bucket, jusqu’à l’endroit où commencent les noms de ses fichiers.',
      'Dans le CDN, vérifiez que son origine est ce bucket, sans dossier (« Origin path »), et qu’il ne demande aux lecteurs ni connexion, ni URL signée, ni cookie.',
      ...(d.direct === 'allowed'
        ? ['Ou laissez « URL de base publique » vide : les liens mènent alors à S3 lui-même.']
        : [
            `${permissions} : « Bucket policy » doit autoriser s3:GetObject au CDN, ou à tout le monde comme dans le guide ; dans ce dernier cas, « Block all public access » doit être désactivé.`,
          ]),
    ],
  };
}
