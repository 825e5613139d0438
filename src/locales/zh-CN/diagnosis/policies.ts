import type { DiagnosisMessages, DiagnosisOf, DiagnosisWords } from '../../../diagnosis/index.ts';
import { justChanged, openPolicy, user } from './phrases.ts';

type Refused = DiagnosisOf<'put_not_allowed'> | DiagnosisOf<'delete_not_allowed'>;

const ofUser = '在 AWS 控制台依次打开 IAM、“Users”、该用户、“Permissions”';
const addTo = (actions: string) =>
  `${openPolicy}，在“Action”中加入 ${actions} 。然后选择“Next”、“Save changes”。`;
const on = (resource: string | undefined) => (resource ? `对 ${resource} ` : '');

/** The words on IAM policies, bucket policies, and those of an organisation, in simplified Chinese. */
export const policies = {
  put_not_allowed: (d) => ({
    title: '访问密钥不能在此存储桶中存储文件',
    cause: causeOf(d, 's3:PutObject', '删除'),
    remedy: remedyOf(d, 's3:PutObject'),
  }),
  delete_not_allowed: (d) => ({
    title: '访问密钥不能从此存储桶中删除文件',
    cause: `${causeOf(d, 's3:DeleteObject', '存储')}${d.leftBehind ? `存储桶中的 ${d.leftBehind} 留有一个测试对象。` : ''}`,
    remedy: [
      ...remedyOf(d, 's3:DeleteObject'),
      ...(d.leftBehind ? ['然后重新检查：测试对象也会随之删除。'] : []),
    ],
  }),
  multipart_not_allowed: (d) => ({
    title: d.actions.includes('s3:AbortMultipartUpload')
      ? '访问密钥不能清理大文件的残留'
      : '访问密钥不能查询大文件已送达的部分',
    cause: `大文件仍然可以上传。但${d.actions.map((action) => lostWithout[action]).join('另外，')}`,
    remedy: [remedyOfParts(d), '或者，如果不需要，请在“高级”中取消勾选大文件的权限。', justChanged],
  }),
  access_denied: (d) => ({
    title: 'AWS 拒绝访问',
    cause: d.action
      ? `${user(d.principal)}不能${on(d.resource)}执行 ${d.action} 。`
      : 'AWS 没有说明缺少哪个权限。',
    remedy: [
      d.action
        ? `${openPolicy}，并与指南中的进行比较：“Action”必须包含 ${d.action} 。`
        : `${openPolicy}，并与指南中的进行比较。`,
      '在 S3 控制台打开该存储桶的“Permissions”，同时比较存储桶策略。',
      justChanged,
    ],
  }),
  organization_denied: (d) => ({
    title: '您所在组织的 AWS 策略禁止此操作',
    cause: `${user(d.principal)}不能${on(d.resource)}${d.action ? `执行 ${d.action} ` : '执行此操作'}，因为 AWS 组织的策略（服务控制策略或资源控制策略）高于账户自身的策略。更改此账户或此页面都无法解除。`,
    remedy: [
      `请让贵公司管理 AWS Organizations 的人员为此账户允许 ${d.action ?? 's3:PutObject 和 s3:DeleteObject'} ，并提供请求 ID。`,
      '如果只是部分区域被禁止，可改用允许区域中的存储桶。',
    ],
  }),
} satisfies Partial<DiagnosisMessages>;

const lostWithout: Record<DiagnosisOf<'multipart_not_allowed'>['actions'][number], string> = {
  's3:AbortMultipartUpload':
    '没有 s3:AbortMultipartUpload 时，已放弃的上传的分段无法直接移除：其中一些可能会留在存储桶中，看不见却会计费。',
  's3:ListMultipartUploadParts':
    '没有 s3:ListMultipartUploadParts 时，无法向 S3 查询中断的上传已有哪些部分送达：浏览器不记得的部分会重新发送。',
};

function remedyOfParts(d: DiagnosisOf<'multipart_not_allowed'>): string {
  const actions = d.actions.join(' 和 ');
  const [first] = d.where;
  const ofPolicy = first?.kind === 'step' && first.step === 'iam-policy';
  if (!ofPolicy) {
    return `拒绝它的不是指南中的策略，而是${
      first?.kind === 'step' && first.step === 'bucket-policy' ? '存储桶策略' : '更上层的策略'
    }。请在其中允许 ${actions} ，或咨询管理 AWS 账户的人员。`;
  }
  if (d.explicitDeny) {
    return `${ofUser}，在其策略中查找针对 ${actions} 的“Effect”: "Deny"。请将其去掉，或将此存储桶排除在外。`;
  }
  return addTo(actions);
}

function causeOf(d: Refused, action: string, otherWord: string): string {
  const what = `${on(d.resource)}执行 ${action} `;
  const who = user(d.principal);
  if (d.explicitDeny) {
    return `${kinds[d.policy ?? 'identity']}拒绝${d.principal ? `用户 ${d.principal} ` : '此密钥的用户'}${what}。被拒绝的操作始终被拒绝，无论还允许了什么。`;
  }
  switch (d.policy) {
    case 'bucket':
      return `${who}与存储桶属于不同的账户，而存储桶策略不允许它${what}。`;
    case 'boundary':
      return `${who}设有权限边界（permissions boundary），其中不包括${what}。边界之外的操作都会被拒绝，无论策略允许什么。`;
    case 'session':
      return `这是临时密钥，其会话策略不包括${what}。`;
    case 'endpoint':
      return `请求经过您网络的 VPC 端点，其策略不允许${what}。`;
  }
  if (d.otherAction === 'allowed') {
    const known = `${who}可以${otherWord}文件，因此其策略已生效，且指定了正确的存储桶。`;
    return isBare(d)
      ? `${known}可能是策略中缺少 ${action} ，也可能是存储桶策略拒绝了它。`
      : `${known}只缺少 ${action} 。`;
  }
  const said = d.principal || d.policy ? '' : 'S3 只答复了“Access Denied”。';
  if (d.otherAction === 'refused') {
    return `${said}${who}既不能存储也不能删除：没有策略允许${what}。因此策略没有涵盖此用户，或没有涵盖这些文件。`;
  }
  return said ? `${said}最常见的情况是用户的策略不允许${what}。` : `${who}没有允许${what}的策略。`;
}

const kinds: Record<NonNullable<Refused['policy']>, string> = {
  identity: '用户的一个策略',
  bucket: '存储桶策略',
  boundary: '用户的权限边界',
  session: '此临时密钥的会话策略',
  endpoint: 'VPC 端点的策略',
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
      `${ofUser}，在其策略及其所属组的策略中查找针对 ${action} 的“Effect”: "Deny"。请将其去掉，或将此存储桶排除在外。`,
      justChanged,
    ];
  }
  if (d.otherAction === 'allowed') {
    const denied = `或者在 S3 控制台的存储桶、“Permissions”、“Bucket policy”中查找针对 ${action} 的“Effect”: "Deny"，并将其去掉。`;
    return [addTo(action), ...(isBare(d) ? [denied] : []), justChanged];
  }
  const files = /^(arn:[\w-]+:s3:::[^/]+)\//.exec(d.resource ?? '')?.[1];
  const resource = `策略的“Resource”没有以 /* 结尾，或指定了其他存储桶或前缀。${files ? `它必须是 ${files}/* 。` : '它必须是 arn:aws:s3::: 加上存储桶名称和 /* 。'}`;
  const attached =
    '策略没有附加到此密钥的用户。请在 IAM 中依次打开“Users”、该用户、“Permissions”、“Add permissions”、“Attach policies directly”。';
  const actions = '策略的“Action”缺少 s3:PutObject 和 s3:DeleteObject 。';
  const foreign = '存储桶属于另一个 AWS 账户。请在 S3 控制台的列表中查找它。';
  const denial = `存储桶策略中有针对 ${action} 的“Effect”: "Deny"。请将其去掉，或将此用户排除在外。`;
  const bare = isBare(d) ? [denial, foreign] : [];
  const candidates =
    d.otherAction === 'refused'
      ? [resource, attached, actions, ...bare]
      : [`策略的“Action”缺少 ${action} 。`, resource, attached, ...bare];
  return [
    ...candidates.map((line, index) => `${index === 0 ? '以下情况之一：' : '或者：'}${line}`),
    justChanged,
  ];
}

function remedies(
  action: string,
  denied: boolean,
): Partial<Record<NonNullable<Refused['policy']>, string[]>> {
  const allow = denied ? `去掉拒绝 ${action} 的语句` : `加入 ${action} `;
  return {
    bucket: [
      denied
        ? `在 S3 控制台打开该存储桶，依次选择“Permissions”、“Bucket policy”、“Edit”，去掉包含针对 ${action} 的“Effect”: "Deny" 的语句，或将此用户排除在外。也请查看其“Condition”：它可能要求特定地址或加密（TLS）。`
        : '请在存储桶所在的账户中创建 IAM 用户及其密钥，并将该密钥填写到此处；或填写此账户的存储桶。',
    ],
    boundary: [
      `${ofUser}、“Permissions boundary”，在其中列出的策略里${allow}，或移除该边界。`,
      '如果您无权这样做，请咨询管理 AWS 账户的人员。',
      justChanged,
    ],
    session: ['请为 IAM 用户创建长期访问密钥，并将两个值填写到此处。'],
    endpoint: [
      `在 AWS 控制台依次打开“VPC”、“Endpoints”、S3 的端点、“Policy”、“Edit policy”，并为此存储桶${allow}。`,
      '或咨询管理网络的人员。',
    ],
  };
}
