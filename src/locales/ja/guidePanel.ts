import type { SettingsMessages } from '../../components/index.ts';

/** The words around the steps of the guide in Japanese. */
export const guidePanel: SettingsMessages['guidePanel'] = {
  title: 'AWS での設定方法',
  intro: (bucket) =>
    bucket
      ? `7 つの手順、約 10 分です。ドキュメントはバケット「${bucket}」用に作成されています。`
      : '7 つの手順、約 10 分です。バケット名を入力すると、ドキュメントがそのバケット用に作成されます。',
  step: (number) => `手順 ${number}:`,
  why: '理由',
  opens: 'これによって可能になること',
  openConsole: 'AWS コンソールでこのページを開く',
  states: {
    done: '完了',
    not_done: '未完了',
    look_first: 'まずここを確認',
    suspect: 'ここも確認',
    warning: '警告あり',
    unknown: '不明',
  },
  markedAbove: (part) => `ドキュメント内の「${part}」の部分に印を付けています。`,
  suspect: '外からは同じように見える別の手順があり、どちらが原因かを確認では区別できませんでした。',
  unknown: {
    unchecked: '「接続を確認」で、この手順が完了しているかどうかが分かります。',
    stale: '前回の確認の後、値が変更されました。',
    untold: '前回の確認では、この手順が完了しているかどうか分かりませんでした。',
    permission: (permission) =>
      `この手順が完了しているかどうかは、「${permission}」の権限を持つキーでなければ分かりません。`,
    cdn: 'リンクは公開ベース URL で開かれました。そこにはほかの方法でバケットへのアクセスが許可されている可能性があるため、この手順が完了しているかどうかは確認できません。',
    world:
      '誰でもバケットに書き込めるため、このキーに何が許可されているかを確認できません。第三者が書き込めないようにしてから、もう一度確認してください。',
    root: 'これはルートユーザーのキーで、すべてが許可されています。IAM ユーザーのキーでもう一度確認してください。',
    amazon_only: 'これを確認できるのは Amazon S3 だけで、ほかのストレージでは確認できません。',
  },
  progress: (done, total) => `${total} 件中 ${done} 件完了`,
  copy: 'コピー',
  copyOf: (document) => `コピー: ${document}`,
  copied: 'コピーしました',
  copyFailed: 'コピーできませんでした。テキストを選択してください',
  documentLabel: (step) => `「${step}」のドキュメント`,
  post: 'POST も許可する: 多数の小さなファイルを速くアップロードできます',
  postHint:
    '下のドキュメントに反映されます。ブラウザーは PUT の前には毎回 S3 に問い合わせますが、POST の前には問い合わせません。許可しなくてもアップロードできます。',
  video: 'ヘルプ動画を表示',
  videoHint:
    'YouTube の動画の 4:23 から 10:40 までです。当社のものではなく、一部の手順は多少異なって見えます。表示を選択したときにだけ読み込まれます。',
  videoTitle: 'ヘルプ動画: S3 バケットと IAM ユーザー',
  videoOpen: 'YouTube で開く',
};
