import type { SettingsMessages } from '../../components/index.ts';

/** The words around the whole panel in Japanese. */
export const panel: SettingsMessages['panel'] = {
  title: 'Amazon S3 への添付ファイルの保存',
  loading: '設定を読み込んでいます',
  reload: '再試行',
  notPermitted: '添付ファイルの保存先を表示・変更できるのは管理者だけです。',
  notConfigured:
    '添付ファイルはデータベースに保存されています。新しい添付ファイルを自社のバケットに保存するには、4 つの値を入力してください。',
  notConfiguredServerKey:
    '添付ファイルはデータベースに保存されています。新しい添付ファイルをバケットに保存するには、バケットとそのリージョンを入力してください。',
  configured: (bucket) => `添付ファイルは S3 のバケット「${bucket}」に保存されています。`,
  disabled: (bucket) =>
    `新しい添付ファイルはデータベースに保存されます。S3 はバケット「${bucket}」で設定済みですが、使用していません。`,
  keysRemoved: (bucket) =>
    `新しい添付ファイルはデータベースに保存されます。バケット「${bucket}」のアクセスキーは削除されました。`,
  unreadable:
    '保存されている Secret access key を読み取れなくなったため、アップロードできません。もう一度入力してください。',
  unreadableDisabled:
    '保存されている Secret access key を読み取れなくなりました。もう一度入力するまで、S3 の添付ファイルは削除できません。',
  serverKeyFailed: 'サーバーがアクセスキーを取得できないため、S3 へアップロードできません。',
  serverKeyGone:
    'サーバーがアクセスキーを提供しなくなったため、S3 へアップロードできません。ここにアクセスキーを入力してください。',
  savedAt: (when) => `保存日時: ${when}`,
};
