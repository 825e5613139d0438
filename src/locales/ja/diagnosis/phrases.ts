/** What AWS needs after a change. */
export const justChanged =
  'キーやポリシーを変更した直後の場合は、三十秒ほど待ってからもう一度確認してください。AWS に反映されるまで数秒かかります。';

/** Where a policy is edited. */
export const openPolicy =
  'AWS コンソールで IAM、「Policies」、triage.ai 用のポリシー、「Edit」の順に開きます';

/** The user of a key, by ARN where it is known. */
export const user = (arn: string | undefined) =>
  arn ? `ユーザー ${arn} ` : 'このアクセスキーの IAM ユーザー';
