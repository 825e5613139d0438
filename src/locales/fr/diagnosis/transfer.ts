import { type DiagnosisMessages, pointsAt } from '../../../diagnosis/index.ts';
import { number } from '../count.ts';

const blockedTitles: Readonly<Record<string, string>> = {
  PUT: 'Le navigateur n’a pas pu envoyer le fichier à S3',
  GET: 'Le navigateur a enregistré le fichier de test, mais n’a pas pu le lire',
  DELETE: 'Le navigateur a enregistré le fichier de test, mais n’a pas pu le supprimer',
};

/** This browser stored the test file in S3, and got nothing from where links lead. */
const linkBlocked = {
  title: 'Ce navigateur n’atteint pas l’URL de base publique',
  cause:
    'Il a enregistré le fichier de test dans S3, mais l’adresse à laquelle mènent les liens ne lui a pas répondu ; un navigateur ne dit pas pourquoi.',
  remedy: [
    'Vérifiez que « URL de base publique » commence par https://, si cette page le fait, et ouvrez l’adresse dans un nouvel onglet pour voir ce que ce navigateur en dit.',
    'Si un proxy, un VPN ou un bloqueur de publicités est utilisé, essayez sans.',
    'Si cette page a une Content-Security-Policy, son connect-src doit mentionner cette adresse pour ce test.',
  ],
};

/** Only Amazon's S3 is certain to name a bucket's region. */
const regionUntold = {
  title: 'Le stockage n’indique pas la région de ce bucket',
  cause:
    'Il a répondu, mais n’a mentionné aucune région. Amazon S3 le fait toujours ; d’autres stockages n’en ont pas forcément.',
  remedy: ['Saisissez la région que mentionne votre fournisseur de stockage ; beaucoup acceptent us-east-1.'],
};

/** The words on the way of a file to S3, and on S3’s own troubles, in French. */
export const transfer = {
  url_expired: () => ({
    title: 'L’autorisation d’envoi a expiré',
    cause: 'Trop de temps s’est écoulé entre la préparation de l’envoi et l’envoi lui-même.',
    remedy: ['Réessayez.'],
  }),
  request_altered: () => ({
    title: 'L’envoi a été modifié en chemin vers S3',
    cause:
      'La clé d’accès et son secret sont corrects, mais S3 n’a pas reçu ce qui a été signé : quelque chose en chemin a ajouté ou modifié un en-tête, l’adresse ou le contenu.',
    remedy: [
      'Demandez aux responsables du réseau si un proxy ou un pare-feu modifie les requêtes vers S3, et s’ils peuvent les laisser passer intactes.',
      'Si une page ou une extension à vous ajoute des en-têtes aux envois, comme Content-Type, retirez-la.',
    ],
  }),
  request_invalid: (d) => ({
    title: 'S3 ne comprend pas la requête',
    cause: `Une partie manque ou est mal formée${d.s3?.code ? ` ; S3 a dit « ${d.s3.code} »` : ''}. Vos paramètres ne sont pas en cause : c’est notre logiciel, ou un proxy qui omet ou réencode une partie.`,
    remedy: [
      'Réessayez sans proxy ni VPN, s’il y en a un.',
      'Si le problème persiste, prévenez l’éditeur ou les responsables de triage.ai, avec l’ID de requête.',
    ],
  }),
  body_damaged: () => ({
    title: 'Le fichier a été endommagé en chemin',
    cause:
      'S3 a comparé la somme de contrôle et reçu d’autres octets que ceux envoyés. Il n’en a rien gardé.',
    remedy: [
      'Réessayez.',
      'Si le problème persiste, un proxy modifie peut-être les fichiers : prévenez les responsables du réseau.',
    ],
  }),
  upload_gone: () => ({
    title: 'S3 ne connaît plus l’envoi commencé',
    cause: 'Il était fait par morceaux, et S3 l’a abandonné, ou un morceau n’est pas arrivé entier.',
    remedy: ['Réessayez : le fichier est envoyé depuis le début.'],
  }),
  s3_unavailable: () => ({
    title: 'Amazon S3 est surchargé ou en panne',
    cause: 'S3 a répondu qu’il ne peut pas le faire pour le moment.',
    remedy: ['Réessayez dans quelques minutes. Si le problème persiste, consultez l’AWS Health Dashboard.'],
  }),
  s3_unreachable: (d) => {
    const base = pointsAt(d.where, 'publicBaseUrl');
    return {
      title: base
        ? 'Notre serveur n’atteint pas l’URL de base publique'
        : 'Notre serveur n’atteint pas Amazon S3',
      cause: base
        ? `${d.host} n’a pas répondu. L’adresse est peut-être mal saisie, ou ce qui s’y trouve ne répond pas à notre serveur.`
        : `${d.host} n’a pas répondu. La région AWS ou le point de terminaison est peut-être mal saisi, ou le réseau entre notre serveur et S3 est en panne.`,
      remedy: [
        base
          ? 'Vérifiez que « URL de base publique » est correcte : son hôte et, s’il y en a un, son port.'
          : 'Vérifiez que « Région AWS », et « Point de terminaison » s’il est utilisé, sont corrects.',
        'Demandez aux responsables du serveur s’il peut atteindre cette adresse.',
      ],
    };
  },
  s3_refused: (d) =>
    pointsAt(d.where, 'region')
      ? regionUntold
      : {
          title: d.s3?.code ? `S3 a dit « ${d.s3.code} »` : 'S3 a refusé, sans dire pourquoi',
          cause: d.s3?.status
            ? `La réponse avait le statut ${d.s3.status}. Nous ne connaissons pas cette cause.`
            : 'La réponse ne contenait rien de lisible. Nous ne connaissons pas cette cause.',
          remedy: [
            d.s3?.code
              ? 'Cherchez ce code dans la documentation d’Amazon S3 (« Error responses »).'
              : 'Lancez « Vérifier la connexion » : les autres étapes en diront peut-être plus.',
            d.s3?.requestId
              ? 'Donnez le code et l’ID de requête au support AWS ; tous deux figurent sous « Détails ».'
              : 'Si le problème persiste, adressez-vous au support AWS, avec l’heure à laquelle il s’est produit.',
          ],
        },
  transfer_blocked: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? linkBlocked
      : {
          title: blockedTitles[d.method ?? 'PUT'] ?? 'Le navigateur n’a pas pu atteindre S3',
          cause: d.cleared
            ? 'Un navigateur ne dit pas pourquoi. Notre serveur a interrogé S3, et S3 laisse cette page envoyer des fichiers ; la cause est donc probablement entre ce navigateur et S3.'
            : 'Un navigateur ne dit pas pourquoi : le bucket refuse peut-être cette page (CORS), ou quelque chose entre ce navigateur et S3 l’a arrêté.',
          remedy: [
            'Réessayez ; si un proxy, un VPN ou un bloqueur de publicités est utilisé, essayez sans.',
            'Si cette page a une Content-Security-Policy, son connect-src doit mentionner l’adresse de S3.',
            ...(d.method === 'DELETE'
              ? [
                  'Le fichier de test reste dans le bucket jusqu’à ce que la prochaine vérification le supprime.',
                ]
              : []),
          ],
        },
  csp_blocked: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? {
          title: 'Cette page ne laisse pas le navigateur essayer le lien',
          cause: `La Content-Security-Policy de la page ne mentionne pas ${d.host} dans connect-src, ce test n’a donc pas pu y ouvrir le lien. Les lecteurs ouvrent les liens sans cela.`,
          remedy: [
            'Pour que les liens s’ouvrent, il n’y a rien à faire.',
            `Pour le test, les responsables du site peuvent ajouter ${d.host} à connect-src dans sa Content-Security-Policy.`,
          ],
        }
      : {
          title: 'Cette page ne laisse pas le navigateur envoyer à S3',
          cause: `La Content-Security-Policy de la page ne mentionne pas ${d.host} dans connect-src, le navigateur a donc arrêté l’envoi avant qu’il commence.`,
          remedy: [
            `Les responsables du site peuvent ajouter ${d.host} à connect-src dans sa Content-Security-Policy.`,
          ],
        },
  upload_incomplete: (d) => ({
    title: 'Le fichier n’est pas arrivé entier',
    cause:
      d.found === null
        ? 'Le stockage ne l’a pas, bien qu’il ait semblé envoyé.'
        : `Le stockage a ${number(d.found)} octets sur ${number(d.expected)}.`,
    remedy: ['Réessayez.'],
  }),
} satisfies Partial<DiagnosisMessages>;
