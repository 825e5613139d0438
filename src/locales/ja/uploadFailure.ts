import type { UploadFailureMessages } from '../../components/index.ts';
import { createCount } from '../createCount.ts';
import { alertMessages } from './alert.ts';

const count = /* @__PURE__ */ createCount('ja');
const uploads = (amount: number) => count(amount, { other: '# 件' });

/** The words about uploads that fail in Japanese. */
export const uploadFailureMessages: UploadFailureMessages = {
  ...alertMessages,
  health: {
    label: '添付ファイルのアップロードが失敗しています',
    wasFailing: '添付ファイルのアップロードが失敗していました',
    failing: ({ since, count }) => `${since} 以降、${uploads(count)}のアップロードが失敗しました。`,
    changedSince: 'その後、設定が変更されました。まだ何もアップロードされていません。',
    recovered: ({ at, since, count }) =>
      `${at} からアップロードは正常に戻りました。その前は、${since} 以降に${uploads(count)}が失敗していました。`,
  },
};
