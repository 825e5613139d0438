import type { SettingsMessages } from '../../components/index.ts';
import { createCount } from '../createCount.ts';

const count = /* @__PURE__ */ createCount('ja');
const number = (amount: number) => count(amount, { other: '#' });
const attachments = (amount: number) => count(amount, { other: '# 件の添付ファイル' });
const running = {
  s3: '添付ファイルをバケットへ移動しています',
  database: '添付ファイルをデータベースへ移動しています',
};

/** The words of moving attachments in Japanese. */
export const move: SettingsMessages['move'] = {
  title: '添付ファイルの移動',
  inDatabase: ({ count, size }) => `データベースに ${attachments(count)}があります（${size}）。`,
  inBucket: ({ count, size, bucket }) =>
    `バケット「${bucket}」に ${attachments(count)}があります（${size}）。`,
  elsewhere: ({ count, size }) => `以前使用していたバケットに ${attachments(count)}があります（${size}）。`,
  nothing: {
    s3: 'すべての添付ファイルは、新しい添付ファイルの保存先のバケットにあります。',
    database: 'すべての添付ファイルはデータベースにあります。',
  },
  start: { s3: 'バケットへ移動', database: 'データベースへ移動' },
  askTitle: {
    s3: '添付ファイルをバケットへ移動しますか？',
    database: '添付ファイルをデータベースへ移動しますか？',
  },
  askText: ({ count, size, to, bucket, places }) => [
    to === 's3'
      ? `${attachments(count)}（${size}）をバケット「${bucket}」へコピーします。`
      : `${attachments(count)}（${size}）をデータベースへコピーします。データベースの上限を超えるものは、今の場所に残ります。`,
    '元の場所から削除する前に、1 件ずつチェックサムでコピーと照合します。',
    'その間もアップロード、ダウンロード、削除は続けられます。いつでも一時停止でき、このページを離れてもかまいません。',
    ...(places.elsewhere.count > 0 || (to === 'database' && places.bucket.count > 0)
      ? [
          'バケットにあったものは、しばらくしてからそこから削除されます。それまでバケットとそのアクセスキーはそのままにしてください。ほかの場所にコピーされたリンクは使えなくなります。',
        ]
      : []),
  ],
  cancel: 'キャンセル',
  running,
  progress: ({ moved, total }) => `${number(total)} 件中 ${number(moved)} 件を移動しました`,
  failedSoFar: (count) => `${number(count)} 件を移動できませんでした`,
  pause: '一時停止',
  resume: '再開',
  paused: { by: '移動は一時停止中です。', cause: '移動が停止しました。先に解決が必要な問題があります。' },
  done: {
    s3: 'すべての添付ファイルをバケットへ移動しました。',
    database: 'すべての添付ファイルをデータベースへ移動しました。',
  },
  notAll: (failed) => `${attachments(failed)}を移動できませんでした。元の場所に残っています。`,
  tryAgain: '再試行',
  failures: (count) => `移動できなかったもの（${number(count)} 件）`,
  failure: ({ name, ticketId, size }) => `${name}（${size}）、チケット ${ticketId}`,
  more: (count) => `ほか ${number(count)} 件`,
  said: ({ to, percent }) => `${running[to]}: ${number(percent)} パーセント`,
  unsavedFirst: '先に変更を保存するか破棄してください。',
};
