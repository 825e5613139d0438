import type { UploaderMessages } from '../../components/index.ts';
import { loadOnce } from '../../diagnosis/index.ts';
import { open } from './diagnosis/open.ts';
import { everyone } from './everyone.ts';

/** The words of an alert in German, which every catalogue holds; those for administrators are loaded when they are first needed. */
export const alert: Omit<UploaderMessages, 'uploader'> = {
  locale: 'de',
  diagnosis: open,
  full: /* @__PURE__ */ loadOnce(() => import('./diagnosis.ts').then(({ diagnosis }) => diagnosis)),
  everyone,
  alert: {
    openField: (label) => `Zum Feld „${label}“`,
    openStep: (name) => `Zum Schritt „${name}“`,
    details: 'Details',
    code: 'Ursache',
    s3: ({ status, code }) => (code ? `S3 antwortete ${status} ${code}` : `S3 antwortete ${status}`),
    requestId: 'Request-ID',
    reference: 'Referenz',
    sentence: (title) => `${title}.`,
    likely: 'Das ist die wahrscheinliche Ursache.',
    others: 'Möglich ist auch:',
  },
  fields: {
    bucket: 'Bucket-Name',
    region: 'AWS-Region',
    accessKeyId: 'Access key ID',
    secretAccessKey: 'Secret access key',
    endpoint: 'Endpunkt',
    forcePathStyle: 'Bucket im Pfad',
    keyPrefix: 'Ordner-Präfix',
    publicBaseUrl: 'Öffentliche Basis-URL',
  },
  steps: {
    'create-bucket': 'Bucket anlegen',
    'public-access': 'Block Public Access',
    'bucket-policy': 'Bucket-Policy',
    cors: 'CORS',
    'iam-policy': 'IAM-Policy',
    'iam-user': 'IAM-Benutzer',
    'access-key': 'Access Key',
  },
};
