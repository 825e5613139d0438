import type { DiagnosisMessages, DiagnosisOf, DiagnosisWords } from '../../../diagnosis/index.ts';

const permissions = 'S3 コンソールでバケットを開き、「Permissions」タブを選択します';
const kms =
  'AWS コンソールで「Key Management Service」、「Customer managed keys」、バケットのキーの順に開きます';
const managed =
  'S3 コンソールでバケットを開き、「Properties」、「Default encryption」、「Edit」、「Server-side encryption with Amazon S3 managed keys (SSE-S3)」、「Save changes」の順に選択します。';
const s3Managed = `または、そのキーを使わないようにします。${managed}`;
const isCode = (region: string) => /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/.test(region);
const saying = (code: string | undefined) => (code ? `S3 の応答:「${code}」。` : '');

/** The words on the bucket, what it is set to, and the account that it is in, in Japanese. */
export const bucket = {
  bucket_missing: (d) => ({
    title: `「${d.bucket}」という名前のバケットはありません`,
    cause: '名前に入力の誤りがあるか、バケットが削除されています。',
    remedy: ['S3 コンソールで名前を 1 文字ずつ見比べ、ここで修正してください。'],
  }),
  bucket_name_invalid: (d) => ({
    title: `「${d.bucket}」はバケット名として使えません`,
    cause: '名前は、小文字の英字、数字、ドット、ハイフンからなる 3 ~ 63 文字です。',
    remedy: d.name
      ? [`名前だけを入力してください。名前は ${d.name} のようです。`]
      : ['S3 コンソールのバケット一覧から名前をコピーしてください。'],
  }),
  bucket_in_other_account: (d) => ({
    title: `バケット「${d.bucket}」は別の AWS アカウントのものです`,
    cause: d.account
      ? `アクセスキーはアカウント ${d.account} のものですが、バケットは違います。バケットで何ができるかは所有者が決め、所有者は中身を読むことができます。`
      : 'アクセスキーとバケットのアカウントが異なります。バケットで何ができるかは所有者が決め、所有者は中身を読むことができます。',
    remedy: [
      '自社のアカウントの S3 コンソールでバケットを探してください。見つからない場合、その名前はほかの人が使用しています。自社のバケットの名前を入力してください。',
      'バケットが自社の別のアカウントにある場合は、そのアカウントで IAM ユーザーとキーを作成し、ここに入力してください。',
    ],
  }),
  region_wrong: (d) => {
    // By its looks; where S3 was asked it is known.
    if (!d.s3 && !isCode(d.region)) {
      return {
        title: d.region
          ? `「${d.region}」は AWS リージョンのコードではありません`
          : 'AWS リージョンが入力されていません',
        cause: 'コードは、AWS コンソールでリージョン名の後ろに表示されます（例: us-east-1 ）。',
        remedy: [
          d.expected
            ? `「AWS リージョン」を、意図されたと思われる ${d.expected} に変更し、保存してください。`
            : 'S3 コンソールの一覧に各バケットのリージョンが表示されています。そのコードを入力し、保存してください。',
        ],
      };
    }
    return {
      title: d.expected
        ? `バケットは ${d.region} ではなく ${d.expected} にあります`
        : `バケットは ${d.region} にはありません`,
      cause: 'S3 がファイルを受け付けるのは、バケットを作成したリージョンのアドレスだけです。',
      remedy: [
        d.expected
          ? `「AWS リージョン」を ${d.expected} に変更し、保存してください。`
          : 'S3 コンソールの一覧に各バケットのリージョンが表示されています。それを入力し、保存してください。',
      ],
    };
  },
  public_read_refused: (d) => {
    if (d.host !== undefined) return refusedInFront(d, d.host);
    const access = `${permissions}。「Block all public access」をオフにする必要があります。アカウント全体でオンになっている場合もあります:「Block Public Access settings for this account」。`;
    const policy = `${permissions}。「Bucket policy」をガイドのものと比べてください。ポリシーが存在し、すべての人（ "*" ）に s3:GetObject を許可し、末尾が /* で、何も拒否していない必要があります。`;
    const causes = {
      allowed:
        'S3 は自社のキーには表示しますが、一般には公開していません。そのため、Block Public Access がオンになっている可能性が高いです。そうでない場合は、バケットポリシーに自社のユーザーだけが記載されているか、キーが自身のポリシーで読み取りを許可されています。',
      refused:
        'S3 は一般にも自社のキーにも表示しません。バケットポリシーがないか、これらのファイルを対象にしていないか、拒否しています。Block Public Access がオンの間は、AWS はポリシーを保存しません。',
      untold:
        'S3 は一般への公開を拒否しています。バケットポリシーがないかこれらのファイルを対象にしていない、または Block Public Access がオンになっています。どちらであるかは S3 からは分かりません。',
    };
    return {
      title: 'ファイルは保存されましたが、リンクを開けません',
      cause: causes[d.signed ?? 'untold'],
      remedy: d.signed === 'refused' ? [policy, access] : [access, policy],
    };
  },
  public_read_open: (d) => ({
    title: 'リンクは非公開に設定されていますが、リンクなしでもファイルを読めます',
    cause: `バケット「${d.bucket}」は、アドレスを知っている人には誰にでもファイルを表示します。この状態では、非公開リンクは何も保護しません。`,
    remedy: [
      `${permissions}。「Bucket policy」、「Edit」の順に選択し、すべての人に s3:GetObject を許可しているステートメント（「Principal」: "*" ）を削除してください。`,
      'その後、同じタブの「Block all public access」をオンにしてください。',
    ],
  }),
  public_policy_blocked: () => ({
    title: 'Block Public Access により、このバケットポリシーを保存できません',
    cause:
      'このポリシーはファイルを一般に公開しますが、バケットの「Block public access」がまだオンになっています。',
    remedy: [
      `${permissions}。「Block public access (bucket settings)」、「Edit」の順に選択し、「Block all public access」のチェックを外して「Save changes」を選択してください。`,
      'アカウント全体でオンになっている場合は、左側の「Block Public Access settings for this account」を開いてください。',
      'その後、バケットポリシーをもう一度保存してください。',
    ],
  }),
  bucket_world_writable: (d) => ({
    title: '世界中の誰でもこのバケットにファイルを保存できます',
    cause: `バケット「${d.bucket}」は、キーなしでファイルを受け付けました。第三者が、自社の費用で容量を使い切ったり、自社の名前でファイルを公開したりできます。`,
    remedy: [
      `${permissions}。「Bucket policy」、「Edit」の順に選択してください。すべての人に許可する「Action」は s3:GetObject だけにします。ガイドのものと比べて保存してください。`,
      '同じタブの「Object Ownership」で「ACLs disabled」を選択してください。',
      ...(d.leftBehind ? [`確認で削除できなかったテストファイルを削除してください: ${d.leftBehind}`] : []),
    ],
  }),
  bucket_world_listable: (d) => ({
    title: '世界中の誰でもこのバケットのファイルの一覧を見られます',
    cause: `バケット「${d.bucket}」は、キーなしですべてのファイルの名前を表示します。そのため、どの添付ファイルも見つけて開くことができます。`,
    remedy: [
      `${permissions}。「Bucket policy」、「Edit」の順に選択し、すべての人に許可されている操作から s3:ListBucket と s3:* を取り除いてください。ガイドのものと比べて保存してください。`,
      '同じタブの「Object Ownership」で「ACLs disabled」を選択してください。',
    ],
  }),
  encryption_denied: (d) => ({
    title: 'アクセスキーには、バケットの暗号化キーの使用が許可されていません',
    cause: `バケットは AWS KMS のキー${d.resource ? ` (${d.resource}) ` : ''}で暗号化しており、IAM ユーザーには${d.action ? ` ${d.action} ` : 'その使用'}が許可されていません。`,
    remedy: [
      `${kms}。「Key users」、「Add」の順に選択し、triage.ai 用の IAM ユーザーを追加してください。`,
      s3Managed,
    ],
  }),
  encryption_key_unusable: (d) => ({
    title: 'バケットの暗号化キーを使用できません',
    cause: `バケットの暗号化に使われる AWS KMS のキーが、無効になっているか、削除待ちか、なくなっています。${saying(d.s3?.code)}`,
    remedy: [
      `${kms}。「Key actions」で「Enable」または「Cancel key deletion」を選択してください。`,
      s3Managed,
    ],
  }),
  encryption_hides_links: () => ({
    title: 'バケットの暗号化のため、リンクを開けません',
    cause:
      'AWS KMS のキーで暗号化されたファイルは署名がないと読めないため、誰でも開けるリンクは機能しません。',
    remedy: [
      `${managed}すでに保存されているファイルは変わりません。`,
      'または、この設定で非公開リンクを選択してください。',
    ],
  }),
  object_locked: (d) => ({
    title: 'S3 がこのファイルをロックしています',
    cause: `バケット「${d.bucket}」には Object Lock が設定されています。保持期間が終わるまで、保存されたファイルは削除も置き換えもできません。`,
    remedy: [
      'これが不要な場合は、S3 コンソールでバケットを開き、「Properties」、「Object Lock」、「Edit」の順に選択し、「Default retention」を無効にしてください。',
      'または、添付ファイルには Object Lock のないバケットを使用してください。',
    ],
  }),
  acl_not_supported: () => ({
    title: 'アップロードに ACL が付いていましたが、バケットは受け付けません',
    cause:
      'バケットの「Object Ownership」は、AWS が推奨する「Bucket owner enforced」です。triage.ai は ACL を送らないため、経路上の何かが x-amz-acl ヘッダーを追加しています。',
    remedy: [
      'どのプロキシまたはページが x-amz-acl を追加しているかをサーバーの運用担当者に確認し、取り除いてもらってください。',
      '「Object Ownership」はそのままにしてください。アクセスコントロールリストは不要です。',
    ],
  }),
  account_disabled: (d) => ({
    title: 'AWS がアクセスを停止しました',
    cause: `バケット「${d.bucket}」、またはその AWS アカウントへのアクセスがすべて無効になっています。${saying(d.s3?.code)}バケットがほかの人のものであるか、アカウントが停止中、有効化前、または未払いの可能性があります。`,
    remedy: [
      'バケット名を S3 コンソールの一覧と比べてください。',
      'AWS コンソールの「Billing and Cost Management」と、アカウント所有者宛てのメールを確認してください。その後、リクエスト ID を添えて AWS サポートに問い合わせてください。',
    ],
  }),
} satisfies Partial<DiagnosisMessages>;

/** The link leads to what stands in front of the bucket, and that does not show the file. */
function refusedInFront(d: DiagnosisOf<'public_read_refused'>, host: string): DiagnosisWords {
  const direct = {
    allowed: 'S3 自体は一般に公開しているため、原因はそのアドレスか、そこで応答しているものです。',
    refused: 'S3 自体も一般に公開していません。',
    untold: '',
  };
  return {
    title: 'ファイルは保存されましたが、リンクを開けません',
    cause: `リンク先は公開ベース URL ですが、${host} はファイルを表示しません。${direct[d.direct ?? 'untold']}`,
    remedy: [
      '「公開ベース URL」が、CDN がこのバケットを公開しているアドレス（ファイルのキーが始まる手前まで）になっているか確認してください。',
      'CDN で、オリジンがフォルダー（「Origin path」）なしのこのバケットになっており、閲覧者にサインイン、署名付き URL、Cookie を求めていないことを確認してください。',
      ...(d.direct === 'allowed'
        ? ['または「公開ベース URL」を空欄にしてください。その場合、リンク先は S3 になります。']
        : [
            `${permissions}。「Bucket policy」で、CDN に、またはガイドのようにすべての人に s3:GetObject を許可する必要があります。後者の場合は「Block all public access」をオフにする必要があります。`,
          ]),
    ],
  };
}
