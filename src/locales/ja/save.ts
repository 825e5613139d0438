import type { SettingsMessages } from '../../components/index.ts';

/** The words around saving in Japanese. */
export const save: SettingsMessages['save'] = {
  save: '変更を保存',
  saveFirst: '保存して添付ファイルを S3 に保管',
  saveRotated: '確認してキーを入れ替え',
  checking: '確認しています',
  saving: '保存しています',
  discard: '破棄',
  anyway: 'このまま保存',
  back: '戻る',
  saved: (bucket) => `保存しました。新しい添付ファイルはバケット「${bucket}」に保存されます。`,
  savedDespite:
    '保存しました。新しい添付ファイルは S3 に送られますが、下の確認で問題がなくなるまで失敗します。',
  savedDisabled: (bucket) =>
    `保存しました。新しい添付ファイルは引き続きデータベースに保存されます。バケット「${bucket}」は使用していません。`,
  retired: (accessKeyId) =>
    `新しいキーを使用しています。次に IAM で ${accessKeyId} を「Inactive」にし、1 日問題なくアップロードできたら削除してください。`,
  openIam: 'IAM を開く',
  unsaved: '未保存',
  refused: {
    title: 'まだ何も保存されていません。この設定では動作しません',
    text: 'これらの値では、新しい添付ファイルの保存は失敗します。問題の内容と対処方法は下の確認結果に示されています。',
    unknownTitle: 'まだ何も保存されていません。確認できなかった項目があります',
    unknownText:
      '確認できなかった項目とその理由は、下の確認結果に示されています。保存されているシークレットは、保存時のバケットとエンドポイントにだけ使用されます。別のものを確認するには、シークレットを入力してください。',
  },
  changed: {
    title: 'まだ何も保存されていません。確認中に内容が変更されました',
    text: '確認した内容とフォームの内容が異なります。もう一度保存してください。',
  },
  unchecked: { title: 'まだ何も保存されていません。確認を実行できませんでした' },
  conflict: {
    title: 'その間にほかの人が保存しました',
    text: ({ by, when }) =>
      `${by} がこの設定を変更しました（${when}）。入力した内容は保存されていませんが、失われてもいません。異なる箇所:`,
    field: '項目',
    mine: '自分の値',
    theirs: '現在保存されている値',
    secretEntered: '自分が入力したもの',
    secretKept: '保存済みのもの',
    secretSaved: (when) => `保存日時: ${when}`,
    empty: '空',
    yes: 'オン',
    no: 'オフ',
    keepMine: '自分の値で上書き保存',
    takeTheirs: '保存されている値を使用',
  },
  changedByOther: ({ by, when }) => `${by} がこの設定を変更しました（${when}）。現在の内容を表示しています。`,
};

/** The words of taking S3 out of use in Japanese. */
export const storage: SettingsMessages['storage'] = {
  title: '保存先',
  inUse: '新しい添付ファイルは自社のバケットに保存されます。',
  blocked:
    '新しい添付ファイルの保存先はバケットですが、有効なアクセスキーが設定されるまで受け付けられません。',
  disable: 'S3 ストレージを無効にする',
  disableTitle: 'S3 ストレージを無効にしますか？',
  disableText: [
    '今後、新しい添付ファイルはデータベースに保存されます。',
    'バケットにある添付ファイルはそのまま残り、これまでどおり開いたり削除したりできます。バケットとそのアクセスキーはそのままにしてください。',
    '自動では何も移動されません。移動は後から開始できます。S3 はいつでも再び有効にできます。',
  ],
  disableConfirm: 'S3 ストレージを無効にする',
  outOfUse:
    '新しい添付ファイルはデータベースに保存されます。バケットにあるものは開いたり削除したりできます。',
  enable: 'S3 ストレージを有効にする',
  remove: 'キーを削除',
  removeTitle: 'アクセスキーを削除しますか？',
  removeText: ({ accessKeyId, links }) => [
    `Access key ID ${accessKeyId} とそのシークレットをここから消去します。バケットとリージョンは残ります。`,
    '今後、新しい添付ファイルはデータベースに保存されます。',
    links === 'public'
      ? 'バケットにある添付ファイルは公開リンクで引き続き開けますが、もう一度キーを入力するまで削除できません。'
      : 'バケットにある添付ファイルは、もう一度キーを入力するまで開くことも削除することもできません。非公開リンクはキーで署名されるためです。',
    'キーそのものは AWS に残ります。IAM で無効化するか削除してください。',
  ],
  removeConfirm: 'アクセスキーを削除',
  removed: 'アクセスキーを削除しました。新しい添付ファイルはデータベースに保存されます。',
  cancel: 'キャンセル',
  unsavedFirst: '先に変更を保存するか破棄してください。',
  done: {
    configured: 'S3 ストレージを有効にしました。新しい添付ファイルは自社のバケットに保存されます。',
    disabled: 'S3 ストレージを無効にしました。新しい添付ファイルはデータベースに保存されます。',
    keys_removed: 'アクセスキーを削除しました。新しい添付ファイルはデータベースに保存されます。',
  },
};
