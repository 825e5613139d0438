import type { UploadFailureMessages } from '../../components/index.ts';
import { loadOnce } from '../../diagnosis/index.ts';
import { open } from './diagnosis/open.ts';

const ref = (reference: string | null) => (reference ? `参照番号 ${reference} も伝えてください。` : '');

const everyone: UploadFailureMessages['everyone'] = {
  administrator: (reference) => ({
    title: 'ファイルの保存先について、管理者の対応が必要です',
    cause:
      '添付ファイルの保存先がこの操作を受け付けませんでした。操作に誤りがあったわけではありません。入力した内容は失われていません。',
    remedy: [`管理者に連絡してください。${ref(reference)}`, '対応が済んだら、もう一度お試しください。'],
  }),
  link: (reference) => ({
    title: 'ファイルは保存されましたが、リンクはまだ開けません',
    cause: 'ファイルは失われていません。添付し直す必要はありません。',
    remedy: [`管理者に連絡してください。${ref(reference)}`],
  }),
  time: (reference) => ({
    title: 'ファイルの保存先が現在利用できません',
    cause: 'ファイルは受け付けられませんでした。入力した内容は失われていません。',
    remedy: [
      `数分後にもう一度お試しください。それでも変わらない場合は、管理者に連絡してください。${ref(reference)}`,
    ],
  }),
  connection: () => ({
    title: '接続が切れました',
    cause: 'ファイルは届きませんでした。入力した内容は失われていません。',
    remedy: ['接続を確認して、もう一度お試しください。'],
  }),
  viewer: () => ({
    title: '操作を完了できませんでした',
    cause: 'ファイルを処理できませんでした。',
    remedy: ['もう一度試すか、別のファイルを選択してください。'],
  }),
};

/** The words of an alert in Japanese. */
export const alertMessages: Omit<UploadFailureMessages, 'health'> = {
  locale: 'ja',
  diagnosis: open,
  full: /* @__PURE__ */ loadOnce(() => import('./diagnosis.ts').then(({ diagnosisWords }) => diagnosisWords)),
  everyone,
  alert: {
    openField: (label) => `「${label}」へ移動`,
    openStep: (name) => `手順「${name}」へ移動`,
    details: '詳細',
    code: '原因',
    s3: ({ status, code }) => (code ? `S3 の応答: ${status} ${code}` : `S3 の応答: ${status}`),
    requestId: 'リクエスト ID',
    reference: '参照番号',
    sentence: (title) => `${title}。`,
    likely: '原因はこれである可能性が高いです。',
    others: 'ほかに考えられる原因:',
  },
  fields: {
    bucket: 'バケット名',
    region: 'AWS リージョン',
    accessKeyId: 'Access key ID',
    secretAccessKey: 'Secret access key',
    endpoint: 'エンドポイント',
    forcePathStyle: 'パス形式',
    keyPrefix: 'キーのプレフィックス',
    publicBaseUrl: '公開ベース URL',
  },
  steps: {
    'create-bucket': 'バケットの作成',
    'public-access': 'Block Public Access',
    'bucket-policy': 'バケットポリシー',
    cors: 'CORS',
    'iam-policy': 'IAM ポリシー',
    'iam-user': 'IAM ユーザー',
    'access-key': 'アクセスキー',
  },
};
