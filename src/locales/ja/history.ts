import type { SettingsMessages } from '../../components/index.ts';

const place = ({ to, bucket }: { to: 's3' | 'database'; bucket: string | null }) =>
  to === 'database' ? 'データベース' : bucket === null ? ' S3 ' : `バケット「${bucket}」`;

/** The words of the history in Japanese. */
export const history: SettingsMessages['history'] = {
  title: '変更履歴',
  loading: '変更履歴を読み込んでいます',
  empty: '履歴の記録を始めてから、変更はありません。',
  more: '最近の変更だけを表示しています。それより前の変更はサーバーに残っています。',
  server: 'サーバー',
  setUp: (by) => `${by} が S3 ストレージを設定しました`,
  disabled: (by) => `${by} が S3 ストレージを無効にしました`,
  enabled: (by) => `${by} が S3 ストレージを再び有効にしました`,
  keysRemoved: (by) => `${by} がアクセスキーを削除しました`,
  keyRotated: (by) => `${by} がアクセスキーを交換しました`,
  changed: (by) => `${by} が設定を変更しました`,
  unchanged: (by) => `${by} が設定を変更せずに保存しました`,
  reencrypted: (by) => `${by} が保存済みのシークレットを暗号化し直しました`,
  moved: {
    started: (facts) => `${facts.by} が添付ファイルの${place(facts)}への移動を開始しました`,
    paused: (facts) => `${facts.by} が${place(facts)}への移動を一時停止しました`,
    resumed: (facts) => `${facts.by} が${place(facts)}への移動を再開しました`,
    stopped: (facts) => `${facts.by} が${place(facts)}への移動を中止しました`,
    finished: (facts) => `${facts.by} が${place(facts)}への移動を完了しました`,
  },
  field: {
    set: ({ label, after }) => `${label}: ${after}`,
    cleared: ({ label, before }) => `${label}: ${before} を削除しました`,
    replaced: ({ label, before, after }) => `${label}: ${before} を ${after} に変更しました`,
    on: (label) => `${label}: オンにしました`,
    off: (label) => `${label}: オフにしました`,
    secretEntered: 'Secret access key が入力されました',
    secretReplaced: 'Secret access key が交換されました',
    secretErased: 'Secret access key が消去されました',
  },
};
