import type { UploaderMessages } from '../../components/index.ts';
import { loadOnce } from '../../diagnosis/index.ts';
import { open } from './diagnosis/open.ts';
import { everyone } from './everyone.ts';

/** The words of an alert in Brazilian Portuguese, which every catalogue holds; those for administrators are loaded when they are first needed. */
export const alert: Omit<UploaderMessages, 'uploader'> = {
  locale: 'pt-BR',
  diagnosis: open,
  full: /* @__PURE__ */ loadOnce(() => import('./diagnosis.ts').then(({ diagnosis }) => diagnosis)),
  everyone,
  alert: {
    openField: (label) => `Ir para o campo “${label}”`,
    openStep: (name) => `Ir para a etapa “${name}”`,
    details: 'Detalhes',
    code: 'Causa',
    s3: ({ status, code }) => (code ? `O S3 respondeu ${status} ${code}` : `O S3 respondeu ${status}`),
    requestId: 'ID da solicitação',
    reference: 'Referência',
    sentence: (title) => `${title}.`,
    likely: 'Esta é a causa provável.',
    others: 'Também pode ser:',
  },
  fields: {
    bucket: 'Nome do bucket',
    region: 'Região da AWS',
    accessKeyId: 'Access key ID',
    secretAccessKey: 'Secret access key',
    endpoint: 'Endpoint',
    forcePathStyle: 'Bucket no caminho',
    keyPrefix: 'Prefixo de pastas',
    publicBaseUrl: 'URL base pública',
  },
  steps: {
    'create-bucket': 'Criar o bucket',
    'public-access': 'Block Public Access',
    'bucket-policy': 'Política do bucket',
    cors: 'CORS',
    'iam-policy': 'Política do IAM',
    'iam-user': 'Usuário do IAM',
    'access-key': 'Chave de acesso',
  },
};
