import type { SettingsMessages } from '../../components/index.ts';
import { type GuideFacts, type Partition, partitionOf, regions } from '../../guide/index.ts';

const account: Record<Partition, string> = {
  aws: 'Si vous n’avez pas encore de compte AWS, créez-en un. Connectez-vous ensuite à la console AWS.',
  'aws-cn':
    'Connectez-vous à la console d’AWS Chine (console.amazonaws.cn). Elle a ses propres comptes : un compte d’aws.amazon.com n’y fonctionne pas.',
  'aws-us-gov':
    'Connectez-vous à la console d’AWS GovCloud (US) (console.amazonaws-us-gov.com). Elle a ses propres comptes : un compte d’aws.amazon.com n’y fonctionne pas.',
};

const theBucket = ({ bucket }: GuideFacts) => (bucket ? `le bucket « ${bucket} »` : 'votre bucket');
const likeTheBucket = ({ bucket }: GuideFacts) =>
  bucket ? `saisissez « ${bucket} », comme pour le bucket` : 'saisissez le nom du bucket';
const arn = ({ bucket, keyPrefix, region }: GuideFacts) =>
  `arn:${partitionOf(region)}:s3:::${bucket || 'YOUR-BUCKET-NAME'}/${keyPrefix}*`;

function theRegion({ region }: GuideFacts): string {
  if (!region) {
    return 'Regardez « AWS Region » sur cette page, par exemple us-east-1. Le mieux est près de vos utilisateurs ; vous la changez en haut à droite de la console. Notez-la.';
  }
  const name = regions.find(({ code }) => code === region)?.name;
  return `Assurez-vous que « AWS Region » sur cette page est ${name ? `${name} ${region}` : region}. Vous la changez en haut à droite de la console.`;
}

/** What the key of triage.ai may do, as the end of a sentence. */
function allowed({ links, largeFiles }: GuideFacts): string {
  const reads =
    links === 'private'
      ? `enregistrer, lire et supprimer des pièces jointes`
      : `enregistrer et supprimer des pièces jointes`;
  return largeFiles ? `${reads}, et nettoyer après les envois interrompus` : reads;
}

/** The guide in French. */
export const guide: SettingsMessages['guide'] = {
  'create-bucket': (facts) => ({
    title: 'Créer le bucket',
    actions: [
      account[partitionOf(facts.region)],
      'Tapez « S3 » dans la barre de recherche, ou trouvez-le sous « All services », et ouvrez-le. Choisissez « Create bucket ».',
      theRegion(facts),
      facts.bucket
        ? `Dans « Bucket name », saisissez « ${facts.bucket} ». Si AWS indique qu’il est déjà pris, choisissez-en un autre et modifiez-le ici dans le formulaire.`
        : 'Choisissez un « Bucket name » qui vous dira plus tard qu’il appartient à triage.ai : lettres minuscules, chiffres et traits d’union. Notez-le.',
      facts.links === 'private'
        ? 'Laissez tous les autres réglages tels quels, et choisissez « Create bucket » à la fin de la page.'
        : 'Laissez tous les autres réglages tels quels, sauf celui de l’étape 2, qui est sur la même page. Choisissez ensuite « Create bucket » à la fin.',
      facts.bucket && facts.region
        ? 'Le formulaire contient déjà son nom et sa région.'
        : 'Saisissez son nom et sa région ici dans le formulaire.',
    ],
    why: 'Les pièces jointes des tickets seront enregistrées dans ce bucket, au lieu d’occuper de la place dans la base de données. Seuls les administrateurs peuvent voir et modifier ce réglage.',
    opens: null,
  }),

  'public-access': (facts) =>
    facts.links === 'private'
      ? {
          title: 'Laisser Block Public Access activé',
          actions: [
            'En créant le bucket, laissez « Block all public access » coché, comme AWS le propose.',
            `Si le bucket existe déjà, ouvrez ${theBucket(facts)}, puis l’onglet « Permissions ». Sous « Block public access (bucket settings) », il devrait être écrit « On ».`,
            'S’il est écrit « Off », choisissez « Edit », cochez « Block all public access », choisissez « Save changes », et tapez « confirm » quand AWS le demande.',
          ],
          why: 'Les liens sont privés : triage.ai signe chacun d’eux quand quelqu’un ouvre une pièce jointe, et il ne fonctionne que peu de temps. Personne n’a besoin d’accès sans signature.',
          opens: null,
        }
      : {
          title: 'Désactiver Block Public Access',
          actions: [
            'En créant le bucket, trouvez « Block Public Access settings for this bucket » et décochez « Block all public access ».',
            'En dessous, cochez l’avertissement : « I acknowledge that the current settings might result in this bucket and the objects within becoming public. »',
            `Si le bucket existe déjà, ouvrez ${theBucket(facts)}, puis l’onglet « Permissions ». Sous « Block public access (bucket settings) », choisissez « Edit », décochez « Block all public access », choisissez « Save changes », et tapez « confirm » quand AWS le demande.`,
          ],
          why: 'Tant qu’il est activé, AWS refuse la politique du bucket de l’étape suivante, et aucun lien ne peut être ouvert. Parmi ses quatre parties, seules les deux dernières, celles sur les politiques, doivent être désactivées ; les deux sur les listes de contrôle d’accès (ACLs) peuvent rester activées.',
          opens:
            'Rien en soi. Mais désormais, la politique du bucket décide seule de ce que des inconnus peuvent lire.',
        },

  'bucket-policy': (facts) =>
    facts.links === 'private'
      ? {
          title: 'Pas de politique du bucket',
          actions: [
            `Il n’y a rien à coller. Ouvrez ${theBucket(facts)}, puis l’onglet « Permissions », et regardez « Bucket policy ». Si elle est vide, cette étape est faite.`,
            'Si une instruction y contient "Effect": "Allow" et "Principal": "*", elle laisse tout le monde lire. Choisissez « Edit », retirez cette instruction, et choisissez « Save changes ». Si c’est la seule, choisissez plutôt « Delete ».',
          ],
          why: 'Avec des liens privés, personne d’autre que triage.ai n’a besoin de lire. Block Public Access neutralise une telle politique, mais seulement tant qu’il est activé.',
          opens: null,
        }
      : {
          title: 'Laisser les liens s’ouvrir : la politique du bucket',
          actions: [
            `Dans la liste des buckets, choisissez ${theBucket(facts)}, puis l’onglet « Permissions ». Sous « Bucket policy », choisissez « Edit ».`,
            'Collez le document ci-dessous et choisissez « Save changes ».',
            `Vous n’avez pas besoin du « Policy generator ». Voici ce qu’il produit pour le type « S3 Bucket Policy » avec le principal « * », l’action « GetObject » et l’ARN « ${arn(facts)} ».`,
            'Si le bucket a déjà une politique, ne la remplacez pas : ajoutez à sa liste l’instruction de ce document, la partie entre { } sous « Statement ».',
            ...(partitionOf(facts.region) === 'aws-cn'
              ? [
                  'En Chine, AWS ne laisse des inconnus lire que depuis des comptes ayant un enregistrement ICP. Demandez-le à AWS Chine si les liens sont refusés.',
                ]
              : []),
          ],
          why: 'Sans elle, toute personne qui ouvre le lien d’une pièce jointe reçoit « Access Denied ».',
          opens: `Toute personne qui a un lien peut lire cette pièce jointe, sans se connecter. ${
            facts.keyPrefix
              ? `Cela vaut pour tout ce qui se trouve sous « ${facts.keyPrefix} » dans ce bucket, et pour rien d’autre.`
              : 'Cela vaut pour tout ce qui se trouve dans ce bucket ; n’y gardez donc rien d’autre.'
          } Personne ne peut lister le bucket, et aucun lien ne peut être deviné.`,
        },

  cors: (facts) => ({
    title: 'Laisser les navigateurs envoyer : CORS',
    actions: [
      `Ouvrez ${theBucket(facts)}, allez à la fin de l’onglet « Permissions », à « Cross-origin resource sharing (CORS) », et choisissez « Edit ».`,
      'Collez le document ci-dessous et choisissez « Save changes ».',
    ],
    why: 'Les fichiers vont directement du navigateur à S3. Un navigateur ne le fait que là où le bucket l’y autorise : PUT enregistre un fichier, GET et HEAD le lisent, DELETE le supprime.',
    opens:
      facts.links === 'private'
        ? 'Une page de n’importe quel site peut envoyer des requêtes au bucket, mais toutes sont refusées sans une signature de triage.ai.'
        : 'Une page de n’importe quel site peut envoyer des requêtes au bucket, mais toutes, sauf la lecture par un lien, sont refusées sans une signature de triage.ai.',
  }),

  'iam-policy': (facts) => ({
    title: 'Écrire la politique IAM',
    actions: [
      'Tapez « IAM » dans la barre de recherche et ouvrez-le. Choisissez « Policies » à gauche, puis « Create policy ».',
      'À côté de « Policy editor », choisissez « JSON ». Remplacez ce qui s’y trouve par le document ci-dessous, et choisissez « Next ».',
      ...(facts.keyPrefix || facts.largeFiles || facts.links === 'private'
        ? []
        : [
            'Dans l’éditeur « Visual », l’équivalent serait : le service « S3 », sous « Write » les actions « PutObject » et « DeleteObject », et sous « Resources », « Add ARNs », le nom du bucket avec « Any » pour les objets.',
          ]),
      `Dans « Policy name », ${likeTheBucket(facts)}. Décrivez à quoi elle sert, par exemple « Attachments of triage.ai », et choisissez « Create policy ».`,
    ],
    why: `Elle permet à la clé des étapes suivantes de faire ceci ${
      facts.keyPrefix ? `sous « ${facts.keyPrefix} » ` : ''
    }dans ${theBucket(facts)}, et rien d’autre : ${allowed(facts)}.${
      facts.links === 'private'
        ? ' Elle lit, parce qu’elle ne peut signer de liens que pour ce qu’elle peut lire elle-même.'
        : ''
    }`,
    opens: null,
  }),

  'iam-user': (facts) => ({
    title: 'Créer l’utilisateur IAM',
    actions: [
      'Dans IAM, choisissez « Users » à gauche, puis « Create user ».',
      `Dans « User name », ${likeTheBucket(facts)}, pour retrouver ce qui va ensemble. Il n’a pas besoin d’accès à l’AWS Management Console. Choisissez « Next ».`,
      `Choisissez « Attach policies directly », cherchez ${
        facts.bucket ? `« ${facts.bucket} »` : 'la politique de l’étape précédente'
      }, cochez-la, et choisissez « Next ».`,
      'Laissez les autres réglages tels quels, et choisissez « Create user ».',
    ],
    why: 'Avec un utilisateur à part, triage.ai est le seul à modifier le bucket, et sa clé ne peut rien faire d’autre dans votre compte.',
    opens: null,
  }),

  'access-key': (facts) => ({
    title: 'Créer la clé d’accès',
    actions: [
      `Dans la liste « Users », choisissez ${
        facts.bucket ? `« ${facts.bucket} »` : 'l’utilisateur'
      }. Dans son « Summary », sous « Access key 1 », choisissez « Create access key ».`,
      'Choisissez « Third-party service », cochez « I understand the above recommendation and want to proceed to create an access key », et choisissez « Next ».',
      'Décrivez à quoi sert la clé, par exemple « Attachments of triage.ai », et choisissez « Create access key ».',
      'Copiez « Access key » et « Secret access key » ici dans le formulaire, ou choisissez « Download .csv file » et déposez ce fichier sur le formulaire. Ne choisissez « Done » qu’ensuite.',
      'Le formulaire contient maintenant les quatre valeurs. Enregistrez-les, et les nouvelles pièces jointes iront dans le bucket.',
    ],
    why: 'AWS n’affiche le secret que cette seule fois. S’il est perdu, ou s’il a été mal copié, désactivez la clé et créez-en une autre. Il est conseillé de remplacer la clé de temps en temps. Si les envois échouent un jour, la cause habituelle est une mauvaise clé ou l’une des politiques : la vérification ici indique laquelle.',
    opens: `Toute personne qui a les deux valeurs peut ${allowed(facts)}, et rien d’autre dans votre compte. Supprimez le fichier .csv une fois qu’elles sont enregistrées ici.`,
  }),
};
