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
    title: 'Il manque https:// au point de terminaison',
    cause: 'Ce doit être une adresse complète, qui commence par https://.',
    remedy: 'Mettez https:// devant le point de terminaison.',
  },
  bucket: {
    title: 'Le nom du bucket figure dans le point de terminaison',
    cause:
      'Le nom est ajouté automatiquement au point de terminaison et y figurerait deux fois. L’hôte est alors introuvable, ou son certificat ne convient pas.',
    remedy: 'Retirez le nom du bucket du point de terminaison ; il a son propre champ.',
  },
  path: {
    title: 'Le point de terminaison contient plus qu’une adresse',
    cause: 'Après l’hôte figure un chemin ou des paramètres, là où S3 attend le bucket et le fichier.',
    remedy:
      'Ne gardez que ce qui précède la première barre oblique après l’hôte, comme https://s3.example.com.',
  },
  credentials: {
    title: 'Le point de terminaison contient un utilisateur et un mot de passe',
    cause: 'Ils n’y servent pas, et seraient visibles de tous ceux qui peuvent voir cette adresse.',
    remedy: 'Retirez tout ce qui est entre https:// et le @. Les clés ont leurs propres champs.',
  },
  unreadable: {
    title: 'Le point de terminaison n’est pas une adresse',
    cause: 'Il doit ressembler à https://s3.example.com.',
    remedy: 'Copiez le point de terminaison depuis les pages de votre fournisseur de stockage.',
  },
};

/** The words on the endpoint and on what answers there, or does not, in French. */
export const endpoint = {
  endpoint_invalid: (d) => {
    const { title, cause, remedy } = problems[d.problem];
    return {
      title,
      cause: `${cause} Il est actuellement ${d.endpoint}.`,
      remedy: [remedy, 'Pour Amazon S3, laissez le point de terminaison vide.'],
    };
  },
  endpoint_not_allowed: (d) => {
    const base = pointsAt(d.where, 'publicBaseUrl');
    return {
      title: base
        ? 'Ce serveur n’interroge pas cette URL de base publique'
        : 'Ce serveur n’envoie rien à ce point de terminaison',
      cause: `${d.host} mène à un réseau privé, ou ce serveur n’accepte ${base ? 'pas de telles adresses' : 'que ses propres points de terminaison'}. Ainsi, rien de ce qui est à l’intérieur de votre réseau n’est atteint par ces paramètres.`,
      remedy: [
        base
          ? 'Saisissez une adresse joignable depuis Internet, ou laissez le champ vide : les liens mènent alors à S3 lui-même.'
          : 'Saisissez un point de terminaison joignable depuis Internet, ou laissez-le vide pour Amazon S3.',
        'S’il est correct ainsi, les responsables du serveur peuvent l’autoriser dans sa configuration.',
      ],
    };
  },
  endpoint_insecure: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? {
          title: 'Les liens ne sont pas chiffrés',
          cause: `Ils mènent à ${d.endpoint} par http://, où tous ceux qui sont sur le chemin peuvent lire et modifier les fichiers. Une page ouverte par https:// n’affiche pas d’images venant de là.`,
          remedy: ['Saisissez l’URL de base publique avec https://, si ce qui s’y trouve le propose.'],
        }
      : {
          title: 'Le point de terminaison n’est pas chiffré',
          cause: `Les fichiers et leurs liens vont à ${d.endpoint} par http://, où tous ceux qui sont sur le chemin peuvent les lire et les modifier. Une page ouverte par https:// n’y enverra rien.`,
          remedy: ['Saisissez le point de terminaison avec https://, si le stockage le propose.'],
        },
  endpoint_redirects: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? baseRedirects(d)
      : {
          title: 'Le point de terminaison nous envoie ailleurs',
          cause: `${leadsOn(d)}. Les clés ne sont pas envoyées après une redirection, parce qu’elle peut mener chez n’importe qui.`,
          remedy: pointsAt(d.where, 'endpoint')
            ? [
                'Saisissez comme point de terminaison l’adresse à laquelle il mène, si c’est bien le stockage ; souvent, il suffit que http:// devienne https://.',
              ]
            : [
                'Demandez aux responsables du serveur si un proxy ou une page de connexion se trouve entre lui et Amazon S3, et s’ils peuvent le laisser passer.',
              ],
        },
  host_not_found: (d) => ({
    title: `Il n’y a pas de serveur nommé ${d.host}`,
    cause:
      'Ce nom ne figure dans aucun annuaire d’Internet (DNS), ou celui de notre serveur ne le connaît pas.',
    remedy: [
      pointsAt(d.where, 'endpoint')
        ? 'Comparez « Point de terminaison » lettre par lettre avec ce qu’indique votre fournisseur de stockage.'
        : pointsAt(d.where, 'publicBaseUrl')
          ? 'Comparez « URL de base publique » lettre par lettre avec l’adresse de votre CDN, et vérifiez que son entrée DNS existe.'
          : 'Comparez « Région AWS » avec la région que la console S3 affiche pour le bucket.',
      'Si c’est correct, demandez aux responsables du serveur s’il peut résoudre ce nom.',
    ],
  }),
  certificate_invalid: (d) => ({
    title: pointsAt(d.where, 'publicBaseUrl')
      ? 'Le certificat de l’URL de base publique n’est pas fiable'
      : 'Le certificat du stockage n’est pas fiable',
    cause: `${d.host} présente un certificat qui vaut pour un autre nom, qui a expiré, ou dont l’émetteur n’est pas reconnu par ce serveur.`,
    remedy: [
      ...(pointsAt(d.where, 'bucket')
        ? [
            'Le nom du bucket contient un point, et les certificats ne couvrent que les noms sans point : activez « Bucket dans le chemin », ou utilisez un bucket sans point.',
          ]
        : []),
      ...(pointsAt(d.where, 'endpoint')
        ? [
            'Vérifiez que « Point de terminaison » ne contient pas le nom du bucket : il y figurerait deux fois, et aucun certificat ne convient.',
            'Si le stockage a un certificat qu’il a émis lui-même, les responsables du serveur peuvent ajouter son autorité à celles qui sont reconnues.',
          ]
        : []),
      ...(pointsAt(d.where, 'publicBaseUrl')
        ? [`Dans le CDN, vérifiez que son certificat mentionne ${d.host} et n’a pas expiré.`]
        : []),
      'Si un pare-feu ouvre les connexions chiffrées (inspection TLS), demandez aux responsables du réseau de laisser passer cette adresse intacte.',
    ],
  }),
  not_s3: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? baseAnswersElse(d)
      : {
          title: 'Ce n’est pas S3 qui a répondu',
          cause: `${d.host ?? 'L’adresse interrogée'} a donné une réponse avec le statut ${d.status} qui n’a pas la forme de S3. ${standsThere(d.status)}`,
          remedy: [
            ...(pointsAt(d.where, 'endpoint')
              ? [
                  'Vérifiez que « Point de terminaison » est l’adresse de l’interface S3 du stockage, et non celle de sa page web ou de sa console.',
                ]
              : []),
            ...(d.status >= 502 && d.status <= 504 ? ['Réessayez dans quelques minutes.'] : []),
            'Demandez aux responsables du réseau si un proxy, un pare-feu ou une page de connexion s’interpose, et s’ils peuvent laisser passer cette adresse.',
          ],
        },
  clock_skewed: (d) => ({
    title: 'L’horloge du serveur de triage.ai n’est pas à l’heure',
    cause: d.serverTime
      ? `Elle est décalée de plus de 15 minutes ; celle de S3 indiquait ${d.serverTime}.`
      : 'Elle diffère de plus de 15 minutes de celle de S3.',
    remedy: ['Demandez aux responsables du serveur de régler son horloge (NTP).'],
  }),
} satisfies Partial<DiagnosisMessages>;

const whoAnswered = (host: string | undefined) => host ?? 'Ce qui a répondu';
const leadsOn = ({ host, location }: DiagnosisOf<'endpoint_redirects'>) =>
  `${whoAnswered(host)} renvoie${location ? ` vers ${location}` : ' vers une autre adresse'}`;

/** What stands in front of the bucket sends readers on; a browser follows, our server does not. */
function baseRedirects(d: DiagnosisOf<'endpoint_redirects'>): DiagnosisWords {
  return {
    title: 'L’URL de base publique mène ailleurs',
    cause: `${leadsOn(d)}. Notre serveur ne suit pas les redirections ; on ne sait donc pas si les fichiers s’y ouvrent.`,
    remedy: [
      'Si les fichiers doivent s’y ouvrir, saisissez cette adresse comme URL de base publique ; souvent, il suffit que http:// devienne https://.',
      'Si elle mène à une connexion, retirez celle-ci pour ces fichiers : les liens doivent s’ouvrir pour qui les a.',
    ],
  };
}

/** Something answered there, but not with the file. */
function baseAnswersElse(d: DiagnosisOf<'not_s3'>): DiagnosisWords {
  const busy = d.status === 429 || d.status >= 500;
  const answered = `${whoAnswered(d.host)} a répondu avec le statut ${d.status}`;
  return {
    title: busy
      ? 'L’URL de base publique n’a pas pu donner le fichier'
      : 'L’URL de base publique montre autre chose que le fichier',
    cause: busy
      ? `${answered} : le bucket n’a pas été atteint, ou il y a une panne à cet endroit.`
      : `${answered}, mais avec un autre contenu que celui qui a été enregistré.`,
    remedy: [
      busy
        ? 'Dans le CDN, vérifiez que son origine est ce bucket, avec la bonne région dans son adresse. Réessayez ensuite dans quelques minutes.'
        : 'Vérifiez que « URL de base publique » est l’adresse à laquelle votre CDN montre ce bucket, et non celle d’un site web ou d’une page de connexion.',
      'Dans le CDN, vérifiez qu’il transmet les fichiers tels quels, sans les modifier ni les compresser pour ce chemin.',
    ],
  };
}

function standsThere(status: number): string {
  if (status === 407) return 'Celle-ci indique qu’un proxy demande une connexion.';
  if (status === 511) return 'Celle-ci indique que le réseau demande une connexion.';
  if (status === 413) return 'Celle-ci indique qu’un proxy n’accepte pas de fichiers de cette taille.';
  if (status >= 502 && status <= 504)
    return 'Celle-ci indique qu’une passerelle n’a pas atteint le stockage.';
  return 'Le plus souvent, c’est la page d’un proxy, d’un pare-feu ou d’une connexion.';
}
