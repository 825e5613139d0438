import type { SettingsMessages } from '../../components/index.ts';
import { createCount } from '../createCount.ts';

const count = /* @__PURE__ */ createCount('ja');
const remnants = {
  spaces: 'スペース',
  line_breaks: '改行',
  quotes: '引用符',
  invisible: '見えない文字',
};
const lists = /* @__PURE__ */ new Intl.ListFormat('ja');

const units = [
  [86_400, '# 日'],
  [3600, '# 時間'],
  [60, '# 分'],
  [1, '# 秒'],
] as const;

/** The words of the form in Japanese. */
export const form: SettingsMessages['form'] = {
  title: '自社のバケット',
  problem: '問題があります',
  bucketHint: 'S3 コンソールのバケット一覧にある名前です。ARN やバケットのアドレスでもかまいません。',
  regionHint: 'バケットがある場所です。コードか都市名を入力してください。',
  regions: 'すべてのリージョンを表示',
  noRegion: '一覧にありません。AWS にこのコードが表示されている場合は、そのまま使用してください。',
  detect: '検出',
  detecting: 'S3 に問い合わせています',
  detectNeedsBucket: '先にバケット名を入力すると、どこにあるかを S3 に問い合わせられます。',
  detected: (region) => `S3 によると、このバケットは ${region} にあります。`,
  accessKeyIdHint: 'triage.ai 用に作成する IAM ユーザーのものです。AKIA で始まります。',
  secretHint: 'AWS では一度だけ表示されます。暗号化して保存され、再び表示されることはありません。',
  secretConfigured: '設定済み',
  secretSavedAt: (when) => `保存日: ${when}`,
  secretAge: (days) => (days === 0 ? '今日' : count(days, { other: '# 日前' })),
  secretOld: (days) =>
    `このキーはここで ${count(days, { other: '# 日' })}間使用されています。キーはおよそ 90 日ごとに交換することをお勧めします。`,
  secretForOtherKey:
    'Access key ID かエンドポイントを変える場合は、それに対応するシークレットを入力してください。',
  secretUnreadable: '保存されているものを読み取れなくなりました。もう一度入力してください。',
  serverKeyGone:
    'これまでサーバーがアクセスキーを提供していましたが、提供されなくなりました。ここに入力してください。',
  serverKey: {
    title: 'アクセスキーはサーバーから提供されます',
    from: {
      environment: 'サーバーの環境に設定されているため、ここでは入力も保存もしません。',
      provider:
        'サーバーが自身のロールまたは ID から取得し、自動で更新するため、ここでは入力も保存もしません。',
    },
    now: '現在使用中:',
    hint: 'ガイドの IAM ポリシーの権限が必要です。',
  },
  replace: '交換',
  keep: '保存済みのものを使用',
  show: '表示',
  rotate: 'キーを交換',
  rotateTitle: 'アクセスキーを中断なしで交換',
  rotateSteps: (old) => [
    'IAM でユーザーを開き、2 つ目のアクセスキーを作成します。ユーザーは 2 つまで持てます。',
    '両方の値をここに入力します。確認した後、古いものと置き換わります。',
    `その後 IAM で ${old} を「Inactive」にし、しばらく問題なくアップロードできたら削除します。`,
  ],
  rotateCancel: '保存済みのキーを使用',
  swap: '入れ替える',
  advanced: '詳細設定',
  advancedChanged: (changed) => count(changed, { other: '# 件変更' }),
  links: '添付ファイルの開き方',
  linksPublic: '公開リンク（ドキュメントどおり）',
  linksPublicHint:
    'リンクを知っている人は誰でも、その添付ファイルが存在する間は読むことができます。リンクは推測できず、バケットの一覧も取得できません。',
  linksPrivate: '非公開リンク',
  linksPrivateHint:
    'より安全です。チケットを読める人だけがリンクを受け取り、リンクには期限があります。Block Public Access はオンのままです。この場合、アクセスキーには添付ファイルの読み取りも許可されます。隣のガイドもこれに合わせて変わります。',
  linkLifetime: '非公開リンクの有効期間',
  linkLifetimeHint:
    '添付ファイルを開いた時点から数えます。そのリンクを受け取った人は、期限まで使用できます。次に開くときは新しいリンクになります。',
  lifetime: (seconds) => {
    const [size, form] = units.find(([size]) => seconds % size === 0) ?? units[3];
    return count(seconds / size, { other: form });
  },
  keyPrefixHint:
    'すべての添付ファイルの前に付くフォルダーです。バケットにほかのものも入れる場合に使用します: help-desk/',
  publicBaseUrlHint:
    'リンク先を S3 ではなく別の場所にする場合に入力します。CloudFront ディストリビューションの例: https://files.example.com',
  endpointHint: 'ほかの S3 互換ストレージの場合に、バケットを除いて入力します。空欄の場合は Amazon S3 です。',
  forcePathStyleHint:
    'バケットをホスト名ではなくパスに置きます。ほかのストレージでは必要なことが多く、Amazon では不要です。',
  largeFiles: '大きなファイルを後始末するための権限',
  largeFilesHint:
    'IAM ポリシーに s3:AbortMultipartUpload と s3:ListMultipartUploadParts を追加します。取りやめた大きなアップロードの断片を削除し、中断したアップロードで何が届いているかを S3 に問い合わせられるようになります。',
  file: 'ファイルを選択',
  fileHint:
    'AWS の accessKeys.csv、またはスクリプトの出力をドロップするか貼り付けると、各項目に入力されます。',
  fileDrop: 'ファイルをドロップすると、値が各項目に入力されます',
  fileUnreadable:
    'このファイルにはアクセスキーがないか、2 つ以上あります。AWS のファイルの名前は accessKeys.csv です。',
  fileTooBig: 'これはアクセスキーの一覧ではありません。64 kB を超えています。',
  trimmed: (removed) =>
    `一緒に貼り付けられた${lists.format(removed.map((remnant) => remnants[remnant]))}を両端から取り除きました。`,
  filled: (labels) => `入力した項目: ${lists.format(labels)}。`,
  suggestion: (name) => `「${name}」を使用`,
};

/** What is wrong with a value, in Japanese. */
export const issues: SettingsMessages['issues'] = {
  required: '値を入力してください。',
  bucket_name:
    '小文字の英字、数字、ドット、ハイフンを使い、3 ~ 63 文字で入力してください。先頭と末尾は英字か数字です。',
  region: 'リージョンのコードを、小文字の英字、数字、ハイフンで入力してください。例: eu-central-1',
  access_key_id:
    'Access key ID は英字と数字だけです。全体がコピーされ、余分なものが含まれていないか確認してください。',
  secret:
    'シークレットにはスペースは含まれず、引用符で囲まれてもいません。全体がコピーされ、余分なものが含まれていないか確認してください。',
  refused: 'サーバーがこの値を受け付けませんでした。',
  same_key: 'これはすでに使用中のキーです。代わりに使うキーを入力してください。',
  too_long: '長すぎます。',
  endpoint: 'バケットやパスを除き、アドレスだけを入力してください。例: https://s3.example.com',
  key_prefix: 'フォルダー名を、それぞれ末尾に / を付けて入力してください。例: help-desk/',
  public_base_url: 'クエリを除いたアドレスを入力してください。例: https://files.example.com',
};

/** What is wrong with a bucket's name, in Japanese. */
export const bucketName: SettingsMessages['bucketName'] = {
  too_short: 'バケット名は 3 文字以上です。',
  too_long: 'バケット名は 63 文字以下です。',
  capitals: 'バケット名に大文字は使えません。',
  underscore: 'バケット名にはアンダースコアではなくハイフンを使います。',
  spaces: 'バケット名にスペースは使えません。',
  characters: 'バケット名に使えるのは、小文字の英字、数字、ハイフン、ドットだけです。',
  begins: 'バケット名の先頭は英字か数字です。',
  ends: 'バケット名の末尾は英字か数字です。',
  dots: 'バケット名でドットを続けて使うことはできません。',
  address: 'バケット名に数字のアドレスは使えません。',
  reserved: 'この先頭または末尾は AWS が予約しています。',
};

/** What can be said of a value while it is typed, in Japanese. */
export const notes: SettingsMessages['notes'] = {
  credentials_swapped: 'Access key ID とシークレットが入れ替わっているようです。',
  credential_temporary:
    'ASIA で始まるキーは一時的なもので、数時間で使えなくなります。IAM ユーザーのキーを作成してください。AKIA で始まります。',
  credential_malformed: 'Amazon の Access key ID は、AKIA の後に大文字の英字と数字が 16 文字続きます。',
  secret_malformed: 'Amazon のシークレットは 40 文字です。全体がコピーされているか確認してください。',
  secret_spaces:
    'スペース、引用符、または改行が含まれています。余分なものがコピーされていないか確認してください。',
  bucket_dotted:
    'ドットを含む名前も使えます。Amazon の証明書はそのような名前に対応していないため、バケットはリンクのパスに置かれます。新しいバケットにはハイフンのほうが適しています。',
  endpoint_scheme: 'https:// で始めてください（ほかに方法がない場合は http:// ）。',
  endpoint_bucket:
    'エンドポイントにバケット名が含まれているようです。自動で付けられるため、ここでは除いてください。',
  endpoint_path: '後ろのパスを除き、アドレスだけを入力してください。',
  endpoint_credentials: 'アドレスにユーザー名やパスワードは入れないでください。',
  endpoint_unreadable: 'https://s3.example.com のようなアドレスとして読み取れません。',
  endpoint_insecure: 'https を使わないと、ファイルと署名が暗号化されずに送られます。',
};
