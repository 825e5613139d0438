import type { UploadFailureMessages } from '../../components/index.ts';
import { loadOnce } from '../../diagnosis/index.ts';
import { open } from './diagnosis/open.ts';

const ref = (reference: string | null) => (reference ? `请同时提供此参考编号：${reference}。` : '');

const everyone: UploadFailureMessages['everyone'] = {
  administrator: (reference) => ({
    title: '文件存储需要管理员处理',
    cause: '附件存储拒绝了此操作。这与您的操作无关，您填写的内容不会丢失。',
    remedy: [`请告知管理员。${ref(reference)}`, '待管理员处理后再试。'],
  }),
  link: (reference) => ({
    title: '文件已存储，但链接暂时无法打开',
    cause: '您的文件不会丢失，无需重新添加。',
    remedy: [`请告知管理员。${ref(reference)}`],
  }),
  time: (reference) => ({
    title: '文件存储暂时不可用',
    cause: '文件未被接收。您填写的内容不会丢失。',
    remedy: [`请几分钟后再试。如果问题仍然存在，请告知管理员。${ref(reference)}`],
  }),
  connection: () => ({
    title: '连接已中断',
    cause: '文件未能送达。您填写的内容不会丢失。',
    remedy: ['请检查网络连接，然后重试。'],
  }),
  viewer: () => ({
    title: '操作未成功',
    cause: '无法处理该文件。',
    remedy: ['请重试，或选择其他文件。'],
  }),
};

/** The words of an alert in simplified Chinese. */
export const alertMessages: Omit<UploadFailureMessages, 'health'> = {
  locale: 'zh-CN',
  diagnosis: open,
  full: /* @__PURE__ */ loadOnce(() => import('./diagnosis.ts').then(({ diagnosisWords }) => diagnosisWords)),
  everyone,
  alert: {
    openField: (label) => `前往“${label}”`,
    openStep: (name) => `前往步骤“${name}”`,
    details: '详细信息',
    code: '原因',
    s3: ({ status, code }) => (code ? `S3 的响应：${status} ${code}` : `S3 的响应：${status}`),
    requestId: '请求 ID',
    reference: '参考编号',
    sentence: (title) => `${title}。`,
    likely: '这是最可能的原因。',
    others: '也可能是：',
  },
  fields: {
    bucket: '存储桶名称',
    region: 'AWS 区域',
    accessKeyId: 'Access key ID',
    secretAccessKey: 'Secret access key',
    endpoint: '端点',
    forcePathStyle: '路径样式',
    keyPrefix: '键前缀',
    publicBaseUrl: '公开基础 URL',
  },
  steps: {
    'create-bucket': '创建存储桶',
    'public-access': 'Block Public Access',
    'bucket-policy': '存储桶策略',
    cors: 'CORS',
    'iam-policy': 'IAM 策略',
    'iam-user': 'IAM 用户',
    'access-key': '访问密钥',
  },
};
