import type { UploaderMessages } from '../../components/index.ts';
import { loadOnce } from '../../diagnosis/index.ts';
import { open } from './diagnosis/open.ts';
import { everyone } from './everyone.ts';

/** The words of an alert in Spanish, which every catalogue holds; those for administrators are loaded when they are first needed. */
export const alert: Omit<UploaderMessages, 'uploader'> = {
  locale: 'es',
  diagnosis: open,
  full: /* @__PURE__ */ loadOnce(() => import('./diagnosis.ts').then(({ diagnosis }) => diagnosis)),
  everyone,
  alert: {
    openField: (label) => `Ir al campo «${label}»`,
    openStep: (name) => `Ir al paso «${name}»`,
    details: 'Detalles',
    code: 'Causa',
    s3: ({ status, code }) => (code ? `S3 respondió ${status} ${code}` : `S3 respondió ${status}`),
    requestId: 'ID de solicitud',
    reference: 'Referencia',
    sentence: (title) => `${title}.`,
    likely: 'Esta es la causa probable.',
    others: 'También puede ser:',
  },
  fields: {
    bucket: 'Nombre del bucket',
    region: 'Región de AWS',
    accessKeyId: 'Access key ID',
    secretAccessKey: 'Secret access key',
    endpoint: 'Punto de conexión',
    forcePathStyle: 'Bucket en la ruta',
    keyPrefix: 'Prefijo de carpetas',
    publicBaseUrl: 'URL base pública',
  },
  steps: {
    'create-bucket': 'Crear el bucket',
    'public-access': 'Block Public Access',
    'bucket-policy': 'Política del bucket',
    cors: 'CORS',
    'iam-policy': 'Política de IAM',
    'iam-user': 'Usuario de IAM',
    'access-key': 'Clave de acceso',
  },
};
