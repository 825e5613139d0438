import type { DiagnosisMessages, OpenCode } from '../../../diagnosis/index.ts';

const megabytes = (bytes: number) =>
  new Intl.NumberFormat('ja', { style: 'unit', unit: 'megabyte', maximumSignificantDigits: 3 }).format(
    bytes / 1_000_000,
  );

/** The words for what anybody may be told in full, in Japanese. */
export const open: Pick<DiagnosisMessages, OpenCode> = {
  offline: () => ({
    title: 'オフラインです',
    cause: 'この端末はネットワークに接続されていません。',
    remedy: ['接続してから、もう一度お試しください。'],
  }),
  connection_lost: () => ({
    title: 'アップロード中に接続が切れました',
    cause: 'ファイルの一部を送信したところで、保存先との接続が切れました。',
    remedy: ['もう一度お試しください。'],
  }),
  api_unreachable: () => ({
    title: 'triage.ai に接続できません',
    cause: 'triage.ai サーバーから応答がありませんでした。',
    remedy: ['接続を確認して、もう一度お試しください。'],
  }),
  file_unreadable: () => ({
    title: 'このファイルを読み取れなくなりました',
    cause: '選択した後に変更、移動、または削除されたか、フォルダーです。',
    remedy: ['もう一度選択してください。フォルダーの場合は、中のファイルを選択してください。'],
  }),
  file_too_large: (d) => ({
    title: 'このファイルは大きすぎます',
    cause: `${d.size > 0 ? `サイズは ${megabytes(d.size)} です` : '大きすぎます'}。${d.maximum === undefined ? '保存先が一度に受け付けられる大きさを超えています' : `保存先が受け付けるのは 1 ファイルにつき最大 ${megabytes(d.maximum)} です`}。`,
    remedy: ['もっと小さいファイルを選択するか、リンクで共有してください。'],
  }),
  key_too_long: () => ({
    title: 'このファイルの名前は長すぎます',
    cause: '保存先のフォルダーと合わせると、S3 の上限である 1,024 バイトを超えます。',
    remedy: ['ファイルの名前を短くして、もう一度選択してください。'],
  }),
  signed_out: () => ({
    title: 'サインアウトしています',
    cause: 'セッションが終了しました。',
    remedy: ['もう一度サインインしてからお試しください。'],
  }),
  not_permitted: () => ({
    title: 'この操作は許可されていません',
    cause: 'お使いのアカウントに権限がありません。',
    remedy: ['管理者に問い合わせてください。'],
  }),
  not_found: () => ({
    title: 'この添付ファイルはもうありません',
    cause: '削除されたか、保存されていません。',
    remedy: ['ページを再読み込みしてください。'],
  }),
  malformed_response: (d) => ({
    title: 'サーバーの応答を読み取れません',
    cause: `応答のステータスは ${d.status} で、決められた形式ではありません。間にプロキシがある可能性があります。`,
    remedy: ['もう一度お試しください。それでも変わらない場合は、サーバーの運用担当者に連絡してください。'],
  }),
  rate_limited: (d) => ({
    title: '一度に多くの操作が行われました',
    cause: 'サーバーが 1 分間に受け付ける 1 人あたりのリクエスト数には上限があります。',
    remedy: [`${d.retryAfter} 秒後にもう一度お試しください。`],
  }),
  server_fault: () => ({
    title: 'サーバー側で問題が発生しました',
    cause: 'サーバーが処理を完了できませんでした。',
    remedy: ['もう一度お試しください。それでも変わらない場合は、管理者に連絡してください。'],
  }),
};
