import type { SettingsMessages } from '../../components/index.ts';

/** The words of the connection check in Japanese. */
export const check: SettingsMessages['check'] = {
  start: '接続を確認',
  cancel: 'キャンセル',
  running: (done, total) => `確認しています: ${total} 項目中 ${done} 項目`,
  cancelled: '確認をキャンセルしました。',
  notDone: (title) => `確認を実行できませんでした: ${title}`,
  passed: 'すべて正常です',
  wrong: (count, title) =>
    count === 1
      ? `問題が 1 件あります: ${title}`
      : `問題が ${count} 件あります。まずこれから対処してください: ${title}`,
  warning: (count, title) =>
    count === 1
      ? `動作しますが、警告が 1 件あります: ${title}`
      : `動作しますが、警告が ${count} 件あります。最初の警告: ${title}`,
  unknown: '確認できなかった項目があります',
  checkedAt: (when) => `確認日時: ${when}。`,
  stale: 'その後、値が変更されました。',
  label: '確認の項目',
  showSteps: '項目を表示',
  titles: {
    values: '値の形式',
    identity: 'アクセスキーとシークレット',
    bucket: 'バケットとリージョン',
    write: 'テストファイルの保存',
    owner: '同じ AWS アカウント',
    read: 'リンクを開く',
    cors: 'ここからのアップロード（CORS）',
    delete: 'テストファイルの削除',
    large_files: '大きなファイルの後始末',
    world_write: '第三者は保存できない',
    world_list: '第三者は一覧を見られない',
    privilege: 'キーはバケットの一覧を取得できない',
    browser: 'このブラウザーでの一連の動作',
  },
  states: {
    waiting: '待機中',
    passed: '合格',
    failed: '失敗',
    warning: '警告',
    skipped: '省略',
    unknown: '不明',
  },
  skipped: {
    explained: (by) =>
      by
        ? `省略しました。「${by}」の結果で分かっています。`
        : '省略しました。前の項目の結果で分かっています。',
    custom_endpoint: () => '省略しました。これを確認できるのは Amazon S3 だけです。',
    needs_secret: () => '省略しました。これも確認するには Secret access key を入力してください。',
  },
  untold: {
    timeout: () => '時間内に応答がありませんでした。',
    no_answer: () => '応答がありませんでした。',
    permission: (permission) =>
      permission
        ? `これを確認できるのは、${permission} の権限を持つキーだけです。`
        : 'このキーには、これを確認するための権限がありません。',
  },
  forms: (allowed) =>
    allowed
      ? 'POST も許可されています。小さなファイルは高速な方法でアップロードされます。'
      : '多数の小さなファイルは、POST でより速くアップロードできます。方法はガイドの CORS の手順を参照してください。',
  note: (title) => `参考: ${title}。`,
  identity: (arn) => `このキーの所有者は ${arn} です。`,
  sameCause: (title) => `上と同じ原因です: ${title}。`,
};
