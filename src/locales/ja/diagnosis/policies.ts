import type { DiagnosisMessages, DiagnosisOf, DiagnosisWords } from '../../../diagnosis/index.ts';
import { justChanged, openPolicy, user } from './phrases.ts';

type Refused = DiagnosisOf<'put_not_allowed'> | DiagnosisOf<'delete_not_allowed'>;

const ofUser = 'AWS コンソールで IAM、「Users」、ユーザー、「Permissions」の順に開き';
const addTo = (actions: string) =>
  `${openPolicy}。「Action」に ${actions} を追加し、「Next」、「Save changes」の順に選択してください。`;
const on = (resource: string | undefined) => (resource ? `${resource} に対する ` : ' ');

/** The words on IAM policies, bucket policies, and those of an organisation, in Japanese. */
export const policies = {
  put_not_allowed: (d) => ({
    title: 'アクセスキーには、このバケットへのファイルの保存が許可されていません',
    cause: causeOf(d, 's3:PutObject', '削除'),
    remedy: remedyOf(d, 's3:PutObject'),
  }),
  delete_not_allowed: (d) => ({
    title: 'アクセスキーには、このバケットからのファイルの削除が許可されていません',
    cause: `${causeOf(d, 's3:DeleteObject', '保存')}${d.leftBehind ? `テスト用のオブジェクトが 1 つ、バケットの ${d.leftBehind} に残っています。` : ''}`,
    remedy: [
      ...remedyOf(d, 's3:DeleteObject'),
      ...(d.leftBehind ? ['その後、もう一度確認してください。テスト用のオブジェクトも削除されます。'] : []),
    ],
  }),
  multipart_not_allowed: (d) => ({
    title: d.actions.includes('s3:AbortMultipartUpload')
      ? 'アクセスキーには、大きなファイルの後始末が許可されていません'
      : 'アクセスキーには、大きなファイルの到着済みの部分を調べることが許可されていません',
    cause: `大きなファイルのアップロードはできます。ただし、${d.actions.map((action) => lostWithout[action]).join('また、')}`,
    remedy: [
      remedyOfParts(d),
      'または、なくてもかまわない場合は、「詳細設定」で大きなファイル用の権限のチェックを外してください。',
      justChanged,
    ],
  }),
  access_denied: (d) => ({
    title: 'AWS がアクセスを拒否しました',
    cause: d.action
      ? `${user(d.principal)}には、${on(d.resource)}${d.action} が許可されていません。`
      : 'どの権限が足りないかを AWS は示しませんでした。',
    remedy: [
      d.action
        ? `${openPolicy}。ガイドのものと比べてください。「Action」に ${d.action} が必要です。`
        : `${openPolicy}。ガイドのものと比べてください。`,
      'S3 コンソールでバケットを開き、「Permissions」でバケットポリシーも比べてください。',
      justChanged,
    ],
  }),
  organization_denied: (d) => ({
    title: '組織の AWS ポリシーがこれを禁止しています',
    cause: `${user(d.principal)}には、${d.resource ? on(d.resource) : ''}${d.action ? `${d.action} ` : 'この操作'}が許可されていません。AWS の組織のポリシー（サービスコントロールポリシーまたはリソースコントロールポリシー）が、アカウント自体のポリシーより優先されるためです。このアカウントやこのページを変更しても解除できません。`,
    remedy: [
      `社内の AWS Organizations の管理者に、リクエスト ID を伝え、このアカウントに ${d.action ?? 's3:PutObject と s3:DeleteObject'} を許可するよう依頼してください。`,
      '一部のリージョンだけが禁止されている場合は、許可されているリージョンのバケットを使えば解決します。',
    ],
  }),
} satisfies Partial<DiagnosisMessages>;

const lostWithout: Record<DiagnosisOf<'multipart_not_allowed'>['actions'][number], string> = {
  's3:AbortMultipartUpload':
    's3:AbortMultipartUpload がないと、取りやめたアップロードの断片を簡単には削除できません。一部が見えないままバケットに残り、料金がかかることがあります。',
  's3:ListMultipartUploadParts':
    's3:ListMultipartUploadParts がないと、中断したアップロードで何が届いているかを S3 に問い合わせられません。ブラウザーが記憶していない部分は送信し直されます。',
};

function remedyOfParts(d: DiagnosisOf<'multipart_not_allowed'>): string {
  const actions = d.actions.join(' と ');
  const [first] = d.where;
  const ofPolicy = first?.kind === 'step' && first.step === 'iam-policy';
  if (!ofPolicy) {
    return `拒否しているのはガイドのポリシーではなく、${
      first?.kind === 'step' && first.step === 'bucket-policy' ? 'バケットポリシー' : 'その上位にあるポリシー'
    }です。${actions} を許可するか、AWS アカウントの管理者に問い合わせてください。`;
  }
  if (d.explicitDeny) {
    return `${ofUser}、ポリシーの中から ${actions} に対する「Effect」: "Deny" を探してください。それを取り除くか、このバケットを対象から外してください。`;
  }
  return addTo(actions);
}

function causeOf(d: Refused, action: string, otherWord: string): string {
  const what = `${on(d.resource)}${action}`;
  const who = user(d.principal);
  if (d.explicitDeny) {
    return `${kinds[d.policy ?? 'identity']}が、${d.principal ? `ユーザー ${d.principal} ` : 'このキーのユーザー'}に${what} を拒否しています。拒否されたものは、ほかで許可されていても拒否されたままです。`;
  }
  switch (d.policy) {
    case 'bucket':
      return `${who}はバケットとは別のアカウントのもので、バケットポリシーで${what} が許可されていません。`;
    case 'boundary':
      return `${who}にはアクセス許可の境界（permissions boundary）があり、${what} が含まれていません。境界の外にあるものは、ポリシーで許可されていても拒否されます。`;
    case 'session':
      return `これは一時的なキーで、セッションポリシーに${what} が含まれていません。`;
    case 'endpoint':
      return `リクエストは社内ネットワークの VPC エンドポイントを通り、そのポリシーで${what} が許可されていません。`;
  }
  if (d.otherAction === 'allowed') {
    const known = `${who}はファイルを${otherWord}できるため、ポリシーは有効で、正しいバケットを指定しています。`;
    return isBare(d)
      ? `${known}ポリシーに ${action} がないか、バケットポリシーが拒否しています。`
      : `${known}足りないのは ${action} だけです。`;
  }
  const said = d.principal || d.policy ? '' : 'S3 の応答は「Access Denied」だけでした。';
  if (d.otherAction === 'refused') {
    return `${said}${who}は保存も削除もできません。${what} を許可しているポリシーがありません。そのため、ポリシーがこのユーザーまたはこれらのファイルを対象にしていません。`;
  }
  return said
    ? `${said}多くの場合、ユーザーのポリシーで${what} が許可されていません。`
    : `${who}には、${what} を許可するポリシーがありません。`;
}

const kinds: Record<NonNullable<Refused['policy']>, string> = {
  identity: 'ユーザーのポリシー',
  bucket: 'バケットポリシー',
  boundary: 'ユーザーのアクセス許可の境界',
  session: 'この一時的なキーのセッションポリシー',
  endpoint: 'VPC エンドポイントのポリシー',
};

/** S3 said no more than “Access Denied”. */
function isBare(d: Refused): boolean {
  return !(d.principal || d.resource || d.policy);
}

function remedyOf(d: Refused, action: string): DiagnosisWords['remedy'] {
  const elsewhere = d.policy && d.policy !== 'identity' ? remedies(action, d.explicitDeny)[d.policy] : null;
  if (elsewhere) return elsewhere;
  if (d.explicitDeny) {
    return [
      `${ofUser}、ユーザーとそのグループのポリシーの中から ${action} に対する「Effect」: "Deny" を探してください。それを取り除くか、このバケットを対象から外してください。`,
      justChanged,
    ];
  }
  if (d.otherAction === 'allowed') {
    const denied = `または、S3 コンソールのバケット、「Permissions」、「Bucket policy」で ${action} に対する「Effect」: "Deny" を探し、取り除いてください。`;
    return [addTo(action), ...(isBare(d) ? [denied] : []), justChanged];
  }
  const files = /^(arn:[\w-]+:s3:::[^/]+)\//.exec(d.resource ?? '')?.[1];
  const resource = `ポリシーの「Resource」の末尾が /* でないか、別のバケットまたはプレフィックスを指定しています。${files ? `${files}/* とする必要があります。` : 'arn:aws:s3::: の後にバケット名と /* を続ける必要があります。'}`;
  const attached =
    'ポリシーがこのキーのユーザーにアタッチされていません。IAM で「Users」、ユーザー、「Permissions」、「Add permissions」、「Attach policies directly」の順に開いてください。';
  const actions = 'ポリシーの「Action」に s3:PutObject と s3:DeleteObject がありません。';
  const foreign = 'バケットが別の AWS アカウントのものです。S3 コンソールの一覧で探してください。';
  const denial = `バケットポリシーに ${action} に対する「Effect」: "Deny" があります。それを取り除くか、このユーザーを対象から外してください。`;
  const bare = isBare(d) ? [denial, foreign] : [];
  const candidates =
    d.otherAction === 'refused'
      ? [resource, attached, actions, ...bare]
      : [`ポリシーの「Action」に ${action} がありません。`, resource, attached, ...bare];
  return [
    ...candidates.map((line, index) => `${index === 0 ? '次のいずれかです: ' : 'または: '}${line}`),
    justChanged,
  ];
}

function remedies(
  action: string,
  denied: boolean,
): Partial<Record<NonNullable<Refused['policy']>, string[]>> {
  const allow = denied ? `${action} を拒否しているステートメントを取り除` : `${action} を追加`;
  const [please, or] = denied ? ['いてください', 'くか'] : ['してください', 'するか'];
  return {
    bucket: [
      denied
        ? `S3 コンソールでバケットを開き、「Permissions」、「Bucket policy」、「Edit」の順に選択し、${action} に対する「Effect」: "Deny" を含むステートメントを取り除くか、このユーザーを対象から外してください。「Condition」も確認してください。アドレスや暗号化（TLS）が条件になっている場合があります。`
        : 'バケットがあるアカウントで IAM ユーザーとキーを作成し、そのキーをここに入力してください。または、このアカウントのバケットを入力してください。',
    ],
    boundary: [
      `${ofUser}、「Permissions boundary」に示されているポリシーで ${allow}${or}、境界を外してください。`,
      '権限がない場合は、AWS アカウントの管理者に問い合わせてください。',
      justChanged,
    ],
    session: ['IAM ユーザーの永続的なアクセスキーを作成し、両方の値をここに入力してください。'],
    endpoint: [
      `AWS コンソールで「VPC」、「Endpoints」、S3 のエンドポイント、「Policy」、「Edit policy」の順に開き、このバケットについて ${allow}${please}。`,
      'または、ネットワークの管理者に問い合わせてください。',
    ],
  };
}
