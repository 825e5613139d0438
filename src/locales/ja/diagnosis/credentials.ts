import type { DiagnosisMessages } from '../../../diagnosis/index.ts';
import { justChanged, openPolicy } from './phrases.ts';

const key = (id: string | undefined) => (id ? ` ${id} ` : ' ');
const newKey =
  '手元にない場合は、新しいアクセスキーを作成します。IAM、「Users」、ユーザー、「Security credentials」、「Create access key」の順に選択し、両方の値をここに入力してください。';
const ofTheUser =
  'AWS コンソールで IAM、「Users」、triage.ai 用のユーザー、「Security credentials」、「Create access key」の順に選択し、両方の値をここに入力してください。';

const whyUnavailable = {
  failed: 'サーバー自身が用意するはずでしたが、失敗しました。',
  timeout: 'サーバー自身が用意するはずでしたが、10 秒以内に何も届きませんでした。',
  malformed: '代わりに届いたものは、アクセスキーとシークレットの組ではありません。',
  expired: '届いたキーは、すでに期限が切れていました。',
};

/** The words on access keys and secrets in Japanese. */
export const credentials = {
  access_key_unknown: (d) => ({
    title: 'AWS にこのアクセスキーはありません',
    cause: `Access key ID${key(d.accessKeyId)}は存在しないか、削除されたか、「Inactive」に設定されています。`,
    remedy: [
      'AWS コンソールで IAM、「Users」、ユーザー、「Security credentials」の順に開き、Access key ID を 1 文字ずつ見比べてください。「Inactive」の場合は、「Actions」、「Activate」の順に選択してください。',
      '見つからない場合は、「Create access key」を選択し、両方の値をここに入力してください。',
      justChanged,
    ],
  }),
  secret_wrong: (d) => ({
    title: 'Secret access key が正しくありません',
    cause: `Access key ID${key(d.accessKeyId)}は AWS に存在しますが、入力されたシークレットはそれに対応するものではありません。`,
    remedy: [
      'シークレットをもう一度入力してください。スペースや引用符を含めず、全体をコピーしてください。',
      `AWS がシークレットを表示するのは一度だけです。${newKey}`,
    ],
  }),
  secret_malformed: () => ({
    title: 'Secret access key が完全ではないようです',
    cause:
      'Amazon のシークレットは、英字、数字、「+」、「/」からなる 40 文字です。入力されたものは長さが異なるか、コピーの際に入ったスペース、引用符、改行、または見えない文字を含んでいます。',
    remedy: [
      'シークレットをもう一度入力してください。前後に何も含めず、全体をコピーしてください。',
      `AWS がシークレットを表示するのは一度だけです。${newKey}`,
    ],
  }),
  secret_unreadable: () => ({
    title: '保存されているシークレットを読み取れなくなりました',
    cause: 'このサーバーにもうないキーで暗号化されています。',
    remedy: ['Secret access key をもう一度入力し、保存してください。', newKey],
  }),
  secret_needed: () => ({
    title: 'Secret access key が必要です',
    cause:
      'このバケット、アクセスキー、エンドポイントの組み合わせには、シークレットが保存されていません。ほかの組み合わせ用に保存されたものは使用されません。',
    remedy: ['Secret access key を入力してください。'],
  }),
  keys_removed: () => ({
    title: 'アクセスキーがなくなっています',
    cause:
      'アクセスキーは設定から削除されました。S3 にあるファイルは残っていますが、triage.ai はそれらを削除することも、リンクに署名することもできません。',
    remedy: ['設定で Access key ID とシークレットを入力し、保存してください。', newKey],
  }),
  credentials_unavailable: (d) =>
    d.problem === 'gone'
      ? {
          title: 'サーバーにアクセスキーがなくなっています',
          cause:
            'サーバーがアクセスキーを提供していたため、この設定はキーなしで保存されました。現在は提供されていません。',
          remedy: [
            '設定で Access key ID とシークレットを入力し、保存してください。',
            'または、サーバーの運用担当者に、アクセスキーを再び設定してもらってください。',
          ],
        }
      : {
          title: 'サーバーがアクセスキーを取得できません',
          cause: whyUnavailable[d.problem],
          remedy: [
            'サーバーの運用担当者に連絡してください。アクセスキーはここで入力するのではなく、サーバーがロール、ID、または環境から取得します。問題の内容はサーバーのログに記録されています。',
            '何も保存する必要はありません。取得できるようになれば、アップロードは元どおり機能します。',
          ],
        },
  credential_malformed: (d) => ({
    title: 'Access key ID が AWS の形式と異なります',
    cause: d.accessKeyId
      ? `Amazon のものは AKIA で始まる 20 文字の大文字の英字と数字ですが、${d.accessKeyId} はそうなっていません。`
      : 'スペース、スラッシュ、引用符、改行、または見えない文字が含まれているか、キーの 2 つの項目が入れ替わっている可能性があります。',
    remedy: [
      'AWS コンソールで IAM、「Users」、ユーザー、「Security credentials」の順に開き、そこから Access key ID をコピーしてください。AKIA で始まる 20 文字の英字と数字です。',
      'シークレットが Access key ID の項目に入っていないか確認してください。',
    ],
  }),
  credential_expired: () => ({
    title: 'このアクセスキーは期限が切れています',
    cause: 'これは一時的なキーです。添付ファイルには、IAM ユーザーの永続的なキーが必要です。',
    remedy: [ofTheUser],
  }),
  credential_temporary: (d) => ({
    title: 'これは一時的なアクセスキーです',
    cause: `ASIA で始まるキー${d.accessKeyId ? `（${d.accessKeyId} など）` : ''}は、セッショントークンがある場合にだけ機能し、数時間で使えなくなります。添付ファイルには、AKIA で始まる永続的なキーが必要です。`,
    remedy: [ofTheUser],
  }),
  credentials_swapped: () => ({
    title: 'Access key ID とシークレットが入れ替わっています',
    cause: 'Access key ID の項目にある 40 文字の値は、シークレットのようです。',
    remedy: [
      'AKIA で始まる 20 文字を Access key ID に、40 文字のほうを Secret access key に入力してください。',
    ],
  }),
  root_key: (d) => ({
    title: 'このキーは AWS アカウントのルートユーザーのものです',
    cause: `機能はしますが、アカウント${key(d.account)}のあらゆる操作が可能で、制限することができません。万一漏えいすると、すべてにアクセスされます。`,
    remedy: [
      'ガイドのポリシーで IAM ユーザーを作成し、そのアクセスキーを作成して、ここに入力してください。',
      'その後、ルートユーザーのキーを削除してください。AWS コンソールでアカウント名をクリックし、「Security credentials」、「Access keys」の順に開きます。',
    ],
  }),
  key_too_powerful: (d) => ({
    title: 'このキーには必要以上の権限があります',
    cause: `${d.action} も許可されています。添付ファイルに必要なのは、1 つのバケット内のオブジェクトの保存と削除、非公開リンクの場合は読み取りだけです。`,
    remedy: [
      'AWS コンソールで IAM、「Users」、このキーのユーザー、「Permissions」の順に開き、AmazonS3FullAccess などのポリシーを取り除いてください。',
      `ガイドのポリシーだけを残してください。比べるには、${openPolicy}。`,
    ],
  }),
} satisfies Partial<DiagnosisMessages>;
