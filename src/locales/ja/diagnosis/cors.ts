import type { DiagnosisMessages } from '../../../diagnosis/index.ts';

const edit =
  'S3 コンソールでバケットを開き、「Permissions」、「Cross-origin resource sharing (CORS)」、「Edit」の順に選択します';

/** The words on the bucket’s CORS rules in Japanese. */
export const cors = {
  cors_missing: (d) => ({
    title: 'バケットに CORS ルールがありません',
    cause: `ブラウザーは ${d.origin} からこのバケットへファイルを送れません。`,
    remedy: [`${edit}。`, 'ガイドのルールを貼り付け、「Save changes」を選択してください。'],
  }),
  cors_origin_refused: (d) => ({
    title: 'バケットの CORS ルールでこのサイトが許可されていません',
    cause: `「AllowedOrigins」に ${d.origin} または * を含むルールがありません。`,
    remedy: [
      `${edit}。「AllowedOrigins」に ${d.origin} または * を、末尾のスラッシュなしで追加し、「Save changes」を選択してください。`,
    ],
  }),
  cors_method_refused: (d) => ({
    title: `バケットの CORS ルールで ${d.method} が許可されていません`,
    cause: `${d.origin} のルールの「AllowedMethods」に ${d.method} がないため、ブラウザーは${/PUT/.test(d.method) ? 'ファイルを保存できません' : 'その操作ができません'}。`,
    remedy: [`${edit}。「AllowedMethods」に ${d.method} を追加し、「Save changes」を選択してください。`],
  }),
  cors_header_refused: (d) => ({
    title: 'バケットの CORS ルールがアップロードのヘッダーを拒否しています',
    cause: `${d.origin} のルールでは、リクエストヘッダー ${d.headers} が許可されていません。`,
    remedy: [`${edit}。「AllowedHeaders」を ["*"] に設定し、「Save changes」を選択してください。`],
  }),
  cors_refused: (d) => ({
    title: 'バケットはこのサイトからのアップロードを許可していません',
    cause: `S3 は、${d.origin} のページからの ${d.method} を拒否しました。CORS ルールがないか、一致するルールがありません。`,
    remedy: [`${edit}。ルールをガイドのものと比べ、「Save changes」を選択してください。`],
  }),
  etag_not_exposed: (d) => ({
    title: 'ページは、保存したものの ETag を読み取れません',
    cause: `${d.origin} の CORS ルールの「ExposeHeaders」に ETag がありません。なくてもアップロードは機能します。`,
    remedy: [
      '対応は必要ありません。',
      `大きなファイルを部分ごとに確認したい場合: ${edit}。「ExposeHeaders」を ["ETag"] に設定してください。`,
    ],
  }),
} satisfies Partial<DiagnosisMessages>;
