import type { DiagnosisMessages } from '../../../diagnosis/index.ts';

/** The words on our own API that only settings and set-up have, in Japanese. */
export const api = {
  settings_changed: () => ({
    title: 'その間にほかの人が設定を変更しました',
    cause: '入力した内容の元になった設定が現在の設定と異なるため、何も保存されませんでした。',
    remedy: ['入力した内容を現在保存されている内容と比べてから、もう一度保存してください。'],
  }),
  move_conflict: (d) => ({
    title: '今はこの方向へ添付ファイルを移動できません',
    cause: {
      s3_not_in_use:
        'S3 は使用されていません。新しい添付ファイルはデータベースに保存され、データベースにあるものはそのまま残ります。',
      s3_in_use:
        'S3 が使用されています。新しい添付ファイルはバケットに保存され、バケットにあるものはそのまま残ります。',
      running: '現在、逆の方向へ移動しています。',
    }[d.problem],
    remedy: [
      {
        s3_not_in_use: 'S3 ストレージを有効にしてから移動してください。',
        s3_in_use: 'S3 ストレージを無効にしてから移動してください。',
        running: '先にその移動を一時停止してください。',
      }[d.problem],
    ],
  }),
  invalid_input: (d) =>
    d.issues.some(({ path }) => path === 'keyPrefix')
      ? {
          title: 'このキーのプレフィックスは使用できません',
          cause:
            'フォルダーからなり、英字、数字、ハイフンを使います。各フォルダーの後ろにスラッシュを付け、先頭には付けません。',
          remedy: ['help-desk/ や desk/attachments/ のように入力するか、空欄にしてください。'],
        }
      : d.issues.some(({ path }) => path === 'publicBaseUrl')
        ? {
            title: 'この公開ベース URL は使用できません',
            cause:
              '先頭に https:// を付け、クエリやユーザーを含まない完全なアドレスが必要です。公開リンクの場合にだけ使用できます。',
            remedy: [
              'https://files.example.com や https://cdn.example.com/desk のように入力するか、空欄にしてください。空欄の場合、リンク先は S3 になります。',
            ],
          }
        : {
            title: '送信された内容の一部が正しくありません',
            cause: `サーバーは${[...new Set(d.issues.map(({ path }) => `「${path}」`))].join('、') || 'このリクエスト'}として送信された内容を受け付けませんでした。`,
            remedy: ['修正して、もう一度お試しください。'],
          },
  server_closing: () => ({
    title: 'サーバーを再起動しています',
    cause: '開始済みの処理を完了している間、新しい処理は受け付けません。',
    remedy: ['数秒後にもう一度お試しください。'],
  }),
  origin_not_allowed: (d) => ({
    title: 'サーバーはこのサイトからのリクエストを受け付けません',
    cause: `${d.origin ?? 'このページのオリジン'} は、サーバーが許可しているオリジンの一覧にありません。`,
    remedy: ['サーバーの運用担当者が、許可するオリジンに追加できます。'],
  }),
} satisfies Partial<DiagnosisMessages>;
