import type { DiagnosisMessages, DiagnosisOf, DiagnosisWords } from '../../../diagnosis/index.ts';
import { pointsAt } from '../../../diagnosis/index.ts';

const problems: Record<
  DiagnosisOf<'endpoint_invalid'>['problem'],
  { title: string; cause: string; remedy: string }
> = {
  scheme: {
    title: 'エンドポイントに https:// がありません',
    cause: 'https:// で始まる完全なアドレスが必要です。',
    remedy: 'エンドポイントの先頭に https:// を付けてください。',
  },
  bucket: {
    title: 'エンドポイントにバケット名が含まれています',
    cause:
      'バケット名は自動でエンドポイントに付けられるため、二重になります。そうすると、ホストが見つからないか、証明書が一致しません。',
    remedy: 'エンドポイントからバケット名を取り除いてください。バケット名には専用の項目があります。',
  },
  path: {
    title: 'エンドポイントにアドレス以外のものが含まれています',
    cause: 'S3 がバケットとファイルを想定しているホストの後ろに、パスまたはクエリがあります。',
    remedy: 'https://s3.example.com のように、ホストの後の最初のスラッシュより前だけを残してください。',
  },
  credentials: {
    title: 'エンドポイントにユーザー名とパスワードが含まれています',
    cause: 'ここでは使用されず、このアドレスを見られる人全員に知られてしまいます。',
    remedy: 'https:// と @ の間をすべて取り除いてください。キーには専用の項目があります。',
  },
  unreadable: {
    title: 'エンドポイントがアドレスになっていません',
    cause: 'https://s3.example.com のような形式が必要です。',
    remedy: 'ストレージ事業者のページからエンドポイントをコピーしてください。',
  },
};

/** The words on the endpoint and on what answers there, or does not, in Japanese. */
export const endpoint = {
  endpoint_invalid: (d) => {
    const { title, cause, remedy } = problems[d.problem];
    return {
      title,
      cause: `${cause}現在の値は ${d.endpoint} です。`,
      remedy: [remedy, 'Amazon S3 の場合は、エンドポイントを空欄にしてください。'],
    };
  },
  endpoint_not_allowed: (d) => {
    const base = pointsAt(d.where, 'publicBaseUrl');
    return {
      title: base
        ? 'このサーバーは、その公開ベース URL には問い合わせません'
        : 'このサーバーは、そのエンドポイントには送信しません',
      cause: `${d.host} が内部ネットワークを指しているか、このサーバーが${base ? 'そのようなアドレス' : '自身のもの以外のエンドポイント'}を受け付けていません。これにより、この設定を通じて社内ネットワークにアクセスされるのを防いでいます。`,
      remedy: [
        base
          ? 'インターネットからアクセスできるアドレスを入力するか、空欄にしてください。空欄の場合、リンク先は S3 になります。'
          : 'インターネットからアクセスできるエンドポイントを入力するか、Amazon S3 の場合は空欄にしてください。',
        'このままで正しい場合は、サーバーの運用担当者がサーバーの設定で許可できます。',
      ],
    };
  },
  endpoint_insecure: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? {
          title: 'リンクが暗号化されていません',
          cause: `リンク先は http:// の ${d.endpoint} です。経路上の誰もがファイルを読んだり変更したりできます。https:// で開かれたページは、そこにある画像を表示しません。`,
          remedy: ['そこで対応している場合は、公開ベース URL を https:// で入力してください。'],
        }
      : {
          title: 'エンドポイントが暗号化されていません',
          cause: `ファイルとリンクは http:// で ${d.endpoint} に送られます。経路上の誰もがそれらを読んだり変更したりできます。https:// で開かれたページからは、そこへまったく送信できません。`,
          remedy: ['ストレージが対応している場合は、エンドポイントを https:// で入力してください。'],
        },
  endpoint_redirects: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? baseRedirects(d)
      : {
          title: 'エンドポイントが別の場所へ転送しています',
          cause: `${leadsOn(d)}転送先が誰のものか分からないため、転送後にキーは送信しません。`,
          remedy: pointsAt(d.where, 'endpoint')
            ? [
                '転送先がストレージであれば、そのアドレスをエンドポイントとして入力してください。多くの場合、http:// を https:// に変えるだけで済みます。',
              ]
            : [
                'サーバーと Amazon S3 の間にプロキシやサインインページがないかをサーバーの運用担当者に確認し、通過できるようにしてもらってください。',
              ],
        },
  host_not_found: (d) => ({
    title: `${d.host} という名前のサーバーはありません`,
    cause:
      'この名前はインターネットの名前の登録簿（DNS）にないか、当社のサーバーが参照する登録簿にありません。',
    remedy: [
      pointsAt(d.where, 'endpoint')
        ? '「エンドポイント」を、ストレージ事業者の案内と 1 文字ずつ見比べてください。'
        : pointsAt(d.where, 'publicBaseUrl')
          ? '「公開ベース URL」を CDN のアドレスと 1 文字ずつ見比べ、その DNS レコードがあることを確認してください。'
          : '「AWS リージョン」を、S3 コンソールに表示されるバケットのリージョンと比べてください。',
      '正しい場合は、サーバーがその名前を解決できるか、サーバーの運用担当者に確認してください。',
    ],
  }),
  certificate_invalid: (d) => ({
    title: pointsAt(d.where, 'publicBaseUrl')
      ? '公開ベース URL の証明書を信頼できません'
      : 'ストレージの証明書を信頼できません',
    cause: `${d.host} の証明書は、別の名前のものか、期限切れか、このサーバーが信頼していない発行者によるものです。`,
    remedy: [
      ...(pointsAt(d.where, 'bucket')
        ? [
            'バケット名にドットが含まれていますが、証明書はドットのない名前を対象としています。「パス形式」をオンにするか、ドットのないバケットを使用してください。',
          ]
        : []),
      ...(pointsAt(d.where, 'endpoint')
        ? [
            '「エンドポイント」にバケット名が含まれていないことを確認してください。二重になると、どの証明書も一致しません。',
            'ストレージが独自に作成した証明書を使っている場合は、サーバーの運用担当者が、その認証局を信頼するものに追加できます。',
          ]
        : []),
      ...(pointsAt(d.where, 'publicBaseUrl')
        ? [`CDN で、証明書に ${d.host} が記載され、期限が切れていないことを確認してください。`]
        : []),
      'ファイアウォールが暗号化された接続を検査している場合（TLS インスペクション）は、このアドレスをそのまま通すよう、ネットワークの管理者に依頼してください。',
    ],
  }),
  not_s3: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? baseAnswersElse(d)
      : {
          title: 'S3 以外のものが応答しました',
          cause: `${d.host ?? '問い合わせ先'} の応答はステータス ${d.status} で、S3 の形式ではありません。${standsThere(d.status)}`,
          remedy: [
            ...(pointsAt(d.where, 'endpoint')
              ? [
                  '「エンドポイント」が、ストレージのウェブページやコンソールではなく、S3 インターフェイスのアドレスであることを確認してください。',
                ]
              : []),
            ...(d.status >= 502 && d.status <= 504 ? ['数分後にもう一度お試しください。'] : []),
            '間にプロキシ、ファイアウォール、サインインページがないかをネットワークの管理者に確認し、このアドレスを通すよう依頼してください。',
          ],
        },
  clock_skewed: (d) => ({
    title: 'triage.ai サーバーの時計がずれています',
    cause: d.serverTime
      ? `ずれは 15 分を超えています。S3 の時計は ${d.serverTime} でした。`
      : 'S3 の時計と 15 分を超えてずれています。',
    remedy: ['サーバーの時計を合わせるよう、サーバーの運用担当者に依頼してください（NTP）。'],
  }),
} satisfies Partial<DiagnosisMessages>;

const leadsOn = (d: DiagnosisOf<'endpoint_redirects'>) =>
  `${d.host ?? '応答元'} は ${d.location ?? '別のアドレス'} へ転送しています。`;

/** What stands in front of the bucket sends readers on; a browser follows, our server does not. */
function baseRedirects(d: DiagnosisOf<'endpoint_redirects'>): DiagnosisWords {
  return {
    title: '公開ベース URL が別の場所へ転送しています',
    cause: `${leadsOn(d)}当社のサーバーは転送をたどらないため、そこでファイルを開けるかどうかは分かりません。`,
    remedy: [
      'そこでファイルを開くことを意図している場合は、そのアドレスを公開ベース URL として入力してください。多くの場合、http:// を https:// に変えるだけで済みます。',
      'サインインへ転送している場合は、これらのファイルでは外してください。リンクは、知っている人が開ける必要があります。',
    ],
  };
}

/** Something answered there, but not with the file. */
function baseAnswersElse(d: DiagnosisOf<'not_s3'>): DiagnosisWords {
  const busy = d.status === 429 || d.status >= 500;
  const answered = `${d.host ?? '応答元'} の応答はステータス ${d.status} `;
  return {
    title: busy
      ? '公開ベース URL からファイルを取得できませんでした'
      : '公開ベース URL がファイル以外のものを表示しています',
    cause: busy
      ? `${answered}でした。バケットに到達できなかったか、それ自体に障害があります。`
      : `${answered}でしたが、内容が保存したものと異なります。`,
    remedy: [
      busy
        ? 'CDN で、オリジンがこのバケットであり、アドレスのリージョンが正しいことを確認してください。その後、数分待ってからもう一度お試しください。'
        : '「公開ベース URL」が、ウェブサイトやサインインページではなく、CDN がこのバケットを公開しているアドレスであることを確認してください。',
      'CDN で、このパスのファイルが変更も圧縮もされず、そのまま渡されることを確認してください。',
    ],
  };
}

function standsThere(status: number): string {
  if (status === 407) return 'これは、プロキシがサインインを求めていることを示します。';
  if (status === 511) return 'これは、ネットワークがサインインを求めていることを示します。';
  if (status === 413) return 'これは、プロキシがこのサイズのファイルを受け付けないことを示します。';
  if (status >= 502 && status <= 504)
    return 'これは、ゲートウェイがストレージに到達できなかったことを示します。';
  return '多くの場合、プロキシ、ファイアウォール、またはサインインのページです。';
}
