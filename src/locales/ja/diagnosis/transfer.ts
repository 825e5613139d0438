import type { DiagnosisMessages } from '../../../diagnosis/index.ts';
import { pointsAt } from '../../../diagnosis/index.ts';

const blockedTitles: Readonly<Record<string, string>> = {
  PUT: 'ブラウザーがファイルを S3 に送信できませんでした',
  GET: 'ブラウザーはテストファイルを保存しましたが、読み取れませんでした',
  DELETE: 'ブラウザーはテストファイルを保存しましたが、削除できませんでした',
};

/** This browser stored the test file in S3, and got nothing from where links lead. */
const linkBlocked = {
  title: 'このブラウザーは公開ベース URL に接続できません',
  cause:
    'テストファイルは S3 に保存されましたが、リンク先のアドレスから応答がありませんでした。ブラウザーは理由を示しません。',
  remedy: [
    'このページが https:// で始まる場合は「公開ベース URL」も https:// で始まることを確認し、そのアドレスを新しいタブで開いて、ブラウザーの表示を確認してください。',
    'プロキシ、VPN、広告ブロッカーを使用している場合は、使わずにお試しください。',
    'このページに Content-Security-Policy がある場合、このテストには connect-src にそのアドレスが必要です。',
  ],
};

/** Only Amazon's S3 is certain to name a bucket's region. */
const regionUntold = {
  title: 'ストレージがこのバケットのリージョンを示しません',
  cause:
    '応答はありましたが、リージョンは示されませんでした。Amazon S3 は必ず示しますが、ほかのストレージにはリージョンがないこともあります。',
  remedy: ['ストレージ事業者が案内しているリージョンを入力してください。多くの場合、us-east-1 が使えます。'],
};

/** The words on the way of a file to S3, and on S3’s own troubles, in Japanese. */
export const transfer = {
  url_expired: () => ({
    title: 'アップロードの許可の期限が切れました',
    cause: 'アップロードの準備から送信までに時間がかかりすぎました。',
    remedy: ['もう一度お試しください。'],
  }),
  request_altered: () => ({
    title: 'アップロードが S3 へ届くまでに変更されました',
    cause:
      'アクセスキーとシークレットは正しいものの、S3 に届いた内容が署名したものと異なります。途中で何かが、ヘッダー、アドレス、または本文を追加または変更しました。',
    remedy: [
      'プロキシやファイアウォールが S3 へのリクエストを変更していないかをネットワークの管理者に確認し、そのまま通すよう依頼してください。',
      '自社のページやプラグインが Content-Type などのヘッダーをアップロードに追加している場合は、取り除いてください。',
    ],
  }),
  request_invalid: (d) => ({
    title: 'S3 がリクエストを解釈できません',
    cause: `一部が欠けているか、形式が正しくありません。${d.s3?.code ? `S3 の応答:「${d.s3.code}」。` : ''}設定が原因ではありません。当社のソフトウェアか、一部を取り除いたり符号化し直したりするプロキシが原因です。`,
    remedy: [
      'プロキシや VPN を使用している場合は、使わずにもう一度お試しください。',
      'それでも変わらない場合は、リクエスト ID を添えて、triage.ai の開発元または運用担当者に連絡してください。',
    ],
  }),
  body_damaged: () => ({
    title: 'ファイルが途中で破損しました',
    cause:
      'S3 がチェックサムを照合したところ、送信したものと異なるバイトが届いていました。何も保存されていません。',
    remedy: [
      'もう一度お試しください。',
      'それでも変わらない場合は、プロキシがファイルを変更している可能性があります。ネットワークの管理者に連絡してください。',
    ],
  }),
  upload_gone: () => ({
    title: '開始したアップロードが S3 になくなっています',
    cause: '分割して送信していましたが、S3 が破棄したか、一部が完全には届きませんでした。',
    remedy: ['もう一度お試しください。ファイルは最初から送信されます。'],
  }),
  s3_unavailable: () => ({
    title: 'Amazon S3 が混雑しているか、障害が発生しています',
    cause: '現在この処理を実行できないと S3 が応答しました。',
    remedy: [
      '数分後にもう一度お試しください。それでも変わらない場合は、AWS Health Dashboard を確認してください。',
    ],
  }),
  s3_unreachable: (d) => {
    const base = pointsAt(d.where, 'publicBaseUrl');
    return {
      title: base
        ? '当社のサーバーが公開ベース URL に接続できません'
        : '当社のサーバーが Amazon S3 に接続できません',
      cause: base
        ? `${d.host} から応答がありませんでした。アドレスに入力の誤りがあるか、そこが当社のサーバーに応答していない可能性があります。`
        : `${d.host} から応答がありませんでした。AWS リージョンまたはエンドポイントに入力の誤りがあるか、当社のサーバーと S3 の間のネットワークが停止している可能性があります。`,
      remedy: [
        base
          ? '「公開ベース URL」のホストと、ある場合はポートが正しいことを確認してください。'
          : '「AWS リージョン」と、使用している場合は「エンドポイント」が正しいことを確認してください。',
        'サーバーがそのアドレスに接続できるか、サーバーの運用担当者に確認してください。',
      ],
    };
  },
  s3_refused: (d) =>
    pointsAt(d.where, 'region')
      ? regionUntold
      : {
          title: d.s3?.code ? `S3 の応答:「${d.s3.code}」` : 'S3 が理由を示さずに拒否しました',
          cause: d.s3?.status
            ? `応答のステータスは ${d.s3.status} でした。把握していない原因です。`
            : '応答に読み取れる内容がありませんでした。把握していない原因です。',
          remedy: [
            d.s3?.code
              ? 'Amazon S3 のドキュメント（「Error responses」）でこのコードを調べてください。'
              : '接続の確認を実行してください。ほかの項目から詳しいことが分かる場合があります。',
            d.s3?.requestId
              ? 'コードとリクエスト ID を AWS サポートに伝えてください。どちらも「詳細」にあります。'
              : 'それでも変わらない場合は、発生した時刻を添えて AWS サポートに問い合わせてください。',
          ],
        },
  transfer_blocked: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? linkBlocked
      : {
          title: blockedTitles[d.method ?? 'PUT'] ?? 'ブラウザーが S3 に接続できませんでした',
          cause: d.cleared
            ? 'ブラウザーは理由を示しません。当社のサーバーが問い合わせたところ、S3 はこのページからのファイルの送信を許可しています。そのため、原因はこのブラウザーと S3 の間にある可能性が高いです。'
            : 'ブラウザーは理由を示しません。バケットがこのページを拒否しているか（CORS）、このブラウザーと S3 の間で何かが止めています。',
          remedy: [
            'もう一度お試しください。プロキシ、VPN、広告ブロッカーを使用している場合は、使わずにお試しください。',
            'このページに Content-Security-Policy がある場合、connect-src に S3 のアドレスが必要です。',
            ...(d.method === 'DELETE'
              ? ['テストファイルは、次の確認で削除されるまでバケットに残ります。']
              : []),
          ],
        },
  csp_blocked: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? {
          title: 'このページでは、ブラウザーでリンクを試すことができません',
          cause: `ページの Content-Security-Policy の connect-src に ${d.host} がないため、このテストではそこのリンクを開けませんでした。閲覧者はこれがなくてもリンクを開けます。`,
          remedy: [
            'リンクを開くための対応は必要ありません。',
            `テストのためには、サイトの運用担当者が Content-Security-Policy の connect-src に ${d.host} を追加できます。`,
          ],
        }
      : {
          title: 'このページでは、ブラウザーから S3 へ送信できません',
          cause: `ページの Content-Security-Policy の connect-src に ${d.host} がないため、ブラウザーはアップロードを開始前に止めました。`,
          remedy: [
            `サイトの運用担当者が Content-Security-Policy の connect-src に ${d.host} を追加できます。`,
          ],
        },
  upload_incomplete: (d) => ({
    title: 'ファイルが完全には届きませんでした',
    cause:
      d.found === null
        ? '送信されたようでしたが、保存先にありません。'
        : `保存先にあるのは ${d.expected} バイト中 ${d.found} バイトです。`,
    remedy: ['もう一度お試しください。'],
  }),
} satisfies Partial<DiagnosisMessages>;
