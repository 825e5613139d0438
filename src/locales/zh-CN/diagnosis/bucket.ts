import type { DiagnosisMessages, DiagnosisOf, DiagnosisWords } from '../../../diagnosis/index.ts';

const permissions = '在 S3 控制台打开该存储桶的“Permissions”标签页';
const kms = '在 AWS 控制台依次打开“Key Management Service”、“Customer managed keys”、存储桶的密钥';
const managed =
  '在 S3 控制台打开该存储桶，依次选择“Properties”、“Default encryption”、“Edit”、“Server-side encryption with Amazon S3 managed keys (SSE-S3)”、“Save changes”。';
const s3Managed = `或者不使用该密钥：${managed}`;
const isCode = (region: string) => /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/.test(region);
const saying = (code: string | undefined) => (code ? `S3 的答复是“${code}”。` : '');

/** The words on the bucket, what it is set to, and the account that it is in, in simplified Chinese. */
export const bucket = {
  bucket_missing: (d) => ({
    title: `没有名为“${d.bucket}”的存储桶`,
    cause: '名称输入有误，或该存储桶已被删除。',
    remedy: ['请在 S3 控制台逐个字母核对名称，并在此处更正。'],
  }),
  bucket_name_invalid: (d) => ({
    title: `“${d.bucket}”不能作为存储桶的名称`,
    cause: '名称由 3 到 63 个小写字母、数字、点和连字符组成。',
    remedy: d.name ? [`请只填写名称，看来应是 ${d.name} 。`] : ['请从 S3 控制台的存储桶列表中复制名称。'],
  }),
  bucket_in_other_account: (d) => ({
    title: `存储桶“${d.bucket}”属于另一个 AWS 账户`,
    cause: d.account
      ? `访问密钥属于账户 ${d.account}，而存储桶不属于该账户。存储桶的所有者决定可以对它做什么，并能读取其中的内容。`
      : '访问密钥和存储桶属于两个不同的账户。存储桶的所有者决定可以对它做什么，并能读取其中的内容。',
    remedy: [
      '请在您账户的 S3 控制台中查找该存储桶。如果不在那里，说明该名称已被他人使用：请填写您自己的存储桶名称。',
      '如果存储桶在您的另一个账户中，请在该账户中创建 IAM 用户及其密钥，并填写到此处。',
    ],
  }),
  region_wrong: (d) => {
    // By its looks; where S3 was asked it is known.
    if (!d.s3 && !isCode(d.region)) {
      return {
        title: d.region ? `“${d.region}”不是 AWS 区域的代码` : '未填写 AWS 区域',
        cause: '代码在 AWS 控制台中显示于区域名称之后，例如 us-east-1 。',
        remedy: [
          d.expected
            ? `请将“AWS 区域”设为 ${d.expected}（看来应是此值）并保存。`
            : 'S3 控制台的列表会显示每个存储桶的区域：请填写其代码并保存。',
        ],
      };
    }
    return {
      title: d.expected ? `存储桶位于 ${d.expected}，而不是 ${d.region}` : `存储桶不在 ${d.region}`,
      cause: 'S3 只在创建存储桶的区域的地址接受文件。',
      remedy: [
        d.expected
          ? `请将“AWS 区域”设为 ${d.expected} 并保存。`
          : 'S3 控制台的列表会显示每个存储桶的区域：请填写该区域并保存。',
      ],
    };
  },
  public_read_refused: (d) => {
    if (d.host !== undefined) return refusedInFront(d, d.host);
    const access = `${permissions}：“Block all public access”必须关闭。它也可能对整个账户开启：“Block Public Access settings for this account”。`;
    const policy = `${permissions}：将“Bucket policy”与指南中的进行比较。它必须存在，允许所有人（"*"）执行 s3:GetObject，以 /* 结尾，且不拒绝任何操作。`;
    const causes = {
      allowed:
        'S3 会向您自己的密钥显示该文件，但不向公众显示。因此 Block Public Access 很可能已开启。如果没有开启，则存储桶策略只列出了您的用户，或您的密钥通过自己的策略获得了读取权限。',
      refused:
        'S3 既不向公众也不向您自己的密钥显示该文件。因此存储桶策略缺失、未涵盖这些文件，或拒绝访问它们。只要 Block Public Access 开启，AWS 就不会保存该策略。',
      untold:
        'S3 拒绝向公众显示该文件。可能是存储桶策略缺失或未涵盖这些文件，也可能是 Block Public Access 已开启；S3 不说明是哪一种。',
    };
    return {
      title: '文件已存储，但其链接无法打开',
      cause: causes[d.signed ?? 'untold'],
      remedy: d.signed === 'refused' ? [policy, access] : [access, policy],
    };
  },
  public_read_open: (d) => ({
    title: '链接已设为私有，但没有链接也能读取文件',
    cause: `存储桶“${d.bucket}”会向任何知道地址的人显示文件。在这种情况下，私有链接不起保护作用。`,
    remedy: [
      `${permissions}，依次选择“Bucket policy”、“Edit”，删除允许所有人执行 s3:GetObject 的语句（“Principal”: "*"）。`,
      '然后在同一标签页中开启“Block all public access”。',
    ],
  }),
  public_policy_blocked: () => ({
    title: 'Block Public Access 不允许保存此存储桶策略',
    cause: '该策略向公众开放文件，而存储桶的“Block public access”仍然开启。',
    remedy: [
      `${permissions}，依次选择“Block public access (bucket settings)”、“Edit”：取消勾选“Block all public access”，再选择“Save changes”。`,
      '如果它对整个账户开启：请打开左侧的“Block Public Access settings for this account”。',
      '然后再次保存存储桶策略。',
    ],
  }),
  bucket_world_writable: (d) => ({
    title: '任何人都可以在此存储桶中存储文件',
    cause: `存储桶“${d.bucket}”在没有任何密钥的情况下接受了文件。外人可以占满它而由您付费，或以您的名义发布文件。`,
    remedy: [
      `${permissions}，依次选择“Bucket policy”、“Edit”：允许所有人执行的“Action”只能是 s3:GetObject。请与指南中的进行比较并保存。`,
      '在同一标签页的“Object Ownership”下选择“ACLs disabled”。',
      ...(d.leftBehind ? [`请删除检查未能移除的测试文件： ${d.leftBehind}`] : []),
    ],
  }),
  bucket_world_listable: (d) => ({
    title: '任何人都可以列出此存储桶中的文件',
    cause: `存储桶“${d.bucket}”在没有任何密钥的情况下显示所有文件的名称，因此每个附件都可能被找到并打开。`,
    remedy: [
      `${permissions}，依次选择“Bucket policy”、“Edit”：从所有人的权限中移除 s3:ListBucket 和 s3:*。请与指南中的进行比较并保存。`,
      '在同一标签页的“Object Ownership”下选择“ACLs disabled”。',
    ],
  }),
  encryption_denied: (d) => ({
    title: '访问密钥不能使用存储桶的加密密钥',
    cause: `存储桶使用 AWS KMS 的密钥${d.resource ? `（${d.resource}）` : ''}加密，而 IAM 用户不能${d.action ? `执行 ${d.action}` : '使用它'}。`,
    remedy: [`${kms}、“Key users”、“Add”，并添加 triage.ai 的 IAM 用户。`, s3Managed],
  }),
  encryption_key_unusable: (d) => ({
    title: '存储桶的加密密钥无法使用',
    cause: `存储桶加密所用的 AWS KMS 密钥已停用、等待删除或已不存在。${saying(d.s3?.code)}`,
    remedy: [`${kms}、“Key actions”：选择“Enable”或“Cancel key deletion”。`, s3Managed],
  }),
  encryption_hides_links: () => ({
    title: '存储桶的加密使链接无法打开',
    cause: '使用 AWS KMS 密钥加密的文件只能凭签名读取，因此任何人都能打开的链接不起作用。',
    remedy: [`${managed}已存储的文件保持不变。`, '或者在这些设置中选择私有链接。'],
  }),
  object_locked: (d) => ({
    title: 'S3 锁定了此文件',
    cause: `存储桶“${d.bucket}”启用了 Object Lock：在保留期结束之前，已存储的文件既不能删除也不能替换。`,
    remedy: [
      '如果不需要：在 S3 控制台打开该存储桶，依次选择“Properties”、“Object Lock”、“Edit”，并停用“Default retention”。',
      '或者为附件使用没有 Object Lock 的存储桶。',
    ],
  }),
  acl_not_supported: () => ({
    title: '上传带有 ACL，而存储桶不接受',
    cause:
      '存储桶的“Object Ownership”是 AWS 建议的“Bucket owner enforced”。triage.ai 不发送 ACL，因此途中有什么添加了 x-amz-acl 标头。',
    remedy: [
      '请向服务器的运维人员询问是哪个代理或页面添加了 x-amz-acl，并请其移除。',
      '“Object Ownership”保持不变：不需要访问控制列表。',
    ],
  }),
  account_disabled: (d) => ({
    title: 'AWS 已关闭访问',
    cause: `对存储桶“${d.bucket}”或其 AWS 账户的所有访问都已停用。${saying(d.s3?.code)}该存储桶可能属于他人，或者该账户可能已被暂停、尚未激活或有未付账单。`,
    remedy: [
      '请将存储桶名称与 S3 控制台的列表进行比较。',
      '请在 AWS 控制台查看“Billing and Cost Management”以及发给账户所有者的邮件；然后提供请求 ID，咨询 AWS 支持。',
    ],
  }),
} satisfies Partial<DiagnosisMessages>;

/** The link leads to what stands in front of the bucket, and that does not show the file. */
function refusedInFront(d: DiagnosisOf<'public_read_refused'>, host: string): DiagnosisWords {
  const direct = {
    allowed: 'S3 本身会向公众显示该文件，因此原因在于该地址或在那里应答的服务。',
    refused: 'S3 本身也不向公众显示该文件。',
    untold: '',
  };
  return {
    title: '文件已存储，但其链接无法打开',
    cause: `链接指向公开基础 URL，而 ${host} 不显示该文件。${direct[d.direct ?? 'untold']}`,
    remedy: [
      '请确认“公开基础 URL”是您的 CDN 展示此存储桶的地址，直到文件的键开始之处为止。',
      '请在 CDN 中确认其源站是此存储桶且不含文件夹（“Origin path”），并且不要求读者登录、使用签名 URL 或 Cookie。',
      ...(d.direct === 'allowed'
        ? ['或将“公开基础 URL”留空：链接将直接指向 S3。']
        : [
            `${permissions}：“Bucket policy”必须允许 CDN，或如指南所示允许所有人执行 s3:GetObject；后一种情况下，“Block all public access”必须关闭。`,
          ]),
    ],
  };
}
