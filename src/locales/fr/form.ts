import type { SettingsMessages } from '../../components/index.ts';
import { count, list } from './count.ts';

type Remnant = Parameters<SettingsMessages['form']['trimmed']>[0][number];

const remnants: Record<Remnant, string> = {
  spaces: 'espaces',
  line_breaks: 'sauts de ligne',
  quotes: 'guillemets',
  invisible: 'caractères invisibles',
};

const units = [
  [86_400, { one: '# jour', other: '# jours' }],
  [3600, { one: '# heure', other: '# heures' }],
  [60, { one: '# minute', other: '# minutes' }],
  [1, { one: '# seconde', other: '# secondes' }],
] as const;

function lifetime(seconds: number): string {
  const [size, forms] = units.find(([size]) => seconds % size === 0) ?? units[3];
  return count(seconds / size, forms);
}

/** The words of the form in French. */
export const form: SettingsMessages['form'] = {
  title: 'Votre bucket',
  problem: 'Il y a un problème',
  bucketHint:
    'Comme dans la liste des buckets de la console S3. Un ARN ou l’adresse du bucket conviennent aussi.',
  regionHint: 'Où se trouve le bucket. Tapez un code ou une ville.',
  regions: 'Afficher toutes les régions',
  noRegion: 'Absente de notre liste. Si AWS affiche ce code, utilisez-le.',
  detect: 'Détecter',
  detecting: 'Interrogation de S3',
  detectNeedsBucket: 'Saisissez d’abord le nom du bucket ; S3 pourra alors dire où il se trouve.',
  detected: (region) => `S3 indique que ce bucket se trouve dans ${region}.`,
  accessKeyIdHint: 'De l’utilisateur IAM que vous créez pour triage.ai. Elle commence par AKIA.',
  secretHint: 'AWS l’affiche une seule fois. Elle est stockée chiffrée et n’est plus jamais affichée.',
  secretConfigured: 'Configurée',
  secretSavedAt: (when) => `enregistrée : ${when}`,
  secretAge: (days) =>
    days === 0 ? 'aujourd’hui' : count(days, { one: 'il y a # jour', other: 'il y a # jours' }),
  secretOld: (days) =>
    `Cette clé est utilisée ici depuis ${count(days, { one: '# jour', other: '# jours' })}. Il est conseillé de remplacer les clés environ tous les 90 jours.`,
  secretForOtherKey:
    'Une autre Access key ID ou un autre point de terminaison a besoin de son propre secret : saisissez-le.',
  secretUnreadable: 'Le secret enregistré n’est plus lisible. Saisissez-le à nouveau.',
  serverKeyGone: 'Le serveur fournissait lui-même une clé d’accès et ne le fait plus. Saisissez-en une ici.',
  serverKey: {
    title: 'La clé d’accès vient du serveur',
    from: {
      environment:
        'Elle est définie dans l’environnement du serveur ; aucune n’est donc saisie ni enregistrée ici.',
      provider:
        'Le serveur l’obtient de son propre rôle ou de sa propre identité et la renouvelle lui-même ; aucune n’est donc saisie ni enregistrée ici.',
    },
    now: 'Utilisée actuellement :',
    hint: 'Elle a besoin des autorisations de la politique IAM du guide.',
  },
  replace: 'Remplacer',
  keep: 'Garder le secret enregistré',
  show: 'Afficher',
  rotate: 'Changer de clé',
  rotateTitle: 'Remplacer la clé d’accès sans interruption',
  rotateSteps: (old) => [
    'Dans IAM, ouvrez l’utilisateur et créez une deuxième clé d’accès ; un utilisateur peut en avoir deux.',
    'Saisissez ici ses deux valeurs. Elles sont vérifiées, puis prennent la place des anciennes.',
    `Passez ensuite ${old} à « Inactive » dans IAM, et supprimez-la quand les envois auront fonctionné pendant un certain temps.`,
  ],
  rotateCancel: 'Garder la clé enregistrée',
  swap: 'Les échanger',
  advanced: 'Options avancées',
  advancedChanged: (changes) => count(changes, { one: '# modifiée', other: '# modifiées' }),
  links: 'Comment les pièces jointes s’ouvrent',
  linksPublic: 'Liens publics, comme documenté',
  linksPublicHint:
    'Toute personne qui a un lien peut lire cette pièce jointe, tant qu’elle existe. Les liens ne peuvent pas être devinés, et le bucket ne peut pas être listé.',
  linksPrivate: 'Liens privés',
  linksPrivateHint:
    'Plus sûr : seul qui peut lire le ticket obtient un lien, et ce lien expire. Block Public Access reste activé. La clé d’accès peut alors aussi lire les pièces jointes ; le guide à côté s’adapte.',
  linkLifetime: 'Durée d’un lien privé',
  linkLifetimeHint:
    'À partir du moment où quelqu’un ouvre une pièce jointe ; toute personne à qui ce lien est transmis peut l’utiliser jusque-là. À l’ouverture suivante, il y en a un nouveau.',
  lifetime,
  keyPrefixHint:
    'Dossiers placés devant chaque pièce jointe, pour un bucket qui contient aussi autre chose : help-desk/',
  publicBaseUrlHint:
    'Où mènent les liens à la place de S3, par exemple une distribution CloudFront : https://files.example.com',
  endpointHint: 'Pour un autre stockage compatible S3, sans le bucket. Vide : Amazon S3.',
  forcePathStyleHint:
    'Le bucket figure dans le chemin et non dans le nom de l’hôte. D’autres stockages en ont souvent besoin, pas Amazon.',
  largeFiles: 'Autorisations pour nettoyer après les gros fichiers',
  largeFilesHint:
    'Ajoute s3:AbortMultipartUpload et s3:ListMultipartUploadParts à la politique IAM. Les morceaux d’un gros envoi abandonné peuvent ainsi être supprimés, et S3 peut dire ce qui est arrivé d’un envoi interrompu.',
  file: 'Choisir un fichier',
  fileHint:
    'Déposez ou collez le fichier accessKeys.csv d’AWS, ou ce que le script a affiché : les champs se remplissent.',
  fileDrop: 'Déposez le fichier : ses valeurs vont dans les champs',
  fileUnreadable:
    'Ce fichier ne contient aucune clé d’accès, ou plus d’une. Celui d’AWS s’appelle accessKeys.csv.',
  fileTooBig: 'Ce n’est pas une liste de clés d’accès : le fichier dépasse 64 ko.',
  trimmed: (removed) =>
    `Retiré aux extrémités : ${list(removed.map((remnant) => remnants[remnant]))}, copiés avec la valeur.`,
  filled: (labels) => `Rempli : ${list(labels)}.`,
  suggestion: (name) => `Utiliser « ${name} »`,
};
