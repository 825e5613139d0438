import type { UploaderMessages } from '../../components/index.ts';
import { loadOnce } from '../../diagnosis/index.ts';
import { open } from './diagnosis/open.ts';
import { everyone } from './everyone.ts';

/** The words of an alert in French, which every catalogue holds; those for administrators are loaded when they are first needed. */
export const alert: Omit<UploaderMessages, 'uploader'> = {
  locale: 'fr',
  diagnosis: open,
  full: /* @__PURE__ */ loadOnce(() => import('./diagnosis.ts').then(({ diagnosis }) => diagnosis)),
  everyone,
  alert: {
    openField: (label) => `Aller au champ « ${label} »`,
    openStep: (name) => `Aller à l’étape « ${name} »`,
    details: 'Détails',
    code: 'Cause',
    s3: ({ status, code }) => (code ? `S3 a répondu ${status} ${code}` : `S3 a répondu ${status}`),
    requestId: 'ID de requête',
    reference: 'Référence',
    sentence: (title) => `${title}.`,
    likely: 'C’est la cause probable.',
    others: 'Il peut aussi s’agir de :',
  },
  fields: {
    bucket: 'Nom du bucket',
    region: 'Région AWS',
    accessKeyId: 'Access key ID',
    secretAccessKey: 'Secret access key',
    endpoint: 'Point de terminaison',
    forcePathStyle: 'Bucket dans le chemin',
    keyPrefix: 'Préfixe de dossiers',
    publicBaseUrl: 'URL de base publique',
  },
  steps: {
    'create-bucket': 'Créer le bucket',
    'public-access': 'Block Public Access',
    'bucket-policy': 'Politique du bucket',
    cors: 'CORS',
    'iam-policy': 'Politique IAM',
    'iam-user': 'Utilisateur IAM',
    'access-key': 'Clé d’accès',
  },
};
