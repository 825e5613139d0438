import type { SettingsMessages } from '../../components/index.ts';
import { createCount } from '../createCount.ts';

const count = /* @__PURE__ */ createCount('zh-CN');
const remnants = { spaces: '空格', line_breaks: '换行符', quotes: '引号', invisible: '不可见字符' };
const lists = /* @__PURE__ */ new Intl.ListFormat('zh-CN');

const units = [
  [86_400, '# 天'],
  [3600, '# 小时'],
  [60, '# 分钟'],
  [1, '# 秒'],
] as const;

/** The words of the form in simplified Chinese. */
export const form: SettingsMessages['form'] = {
  title: '您的存储桶',
  problem: '存在问题',
  bucketHint: '与 S3 控制台存储桶列表中的名称一致。也可以填写 ARN 或存储桶的地址。',
  regionHint: '存储桶所在的位置。可输入代码或城市。',
  regions: '显示所有区域',
  noRegion: '不在我们的列表中。如果 AWS 显示此代码，则可以使用。',
  detect: '检测',
  detecting: '正在查询 S3',
  detectNeedsBucket: '请先填写存储桶名称，然后才能向 S3 查询其位置。',
  detected: (region) => `根据 S3 的答复，此存储桶位于 ${region}。`,
  accessKeyIdHint: '您为 triage.ai 创建的 IAM 用户的 ID，以 AKIA 开头。',
  secretHint: 'AWS 只显示一次。它会加密保存，且不再显示。',
  secretConfigured: '已配置',
  secretSavedAt: (when) => `保存于 ${when}`,
  secretAge: (days) => (days === 0 ? '今天' : count(days, { other: '# 天前' })),
  secretOld: (days) => `此密钥已在此处使用 ${count(days, { other: '# 天' })}。建议大约每 90 天更换一次密钥。`,
  secretForOtherKey: '更换 Access key ID 或端点时，需要填写与之对应的 Secret。',
  secretUnreadable: '已无法读取保存的值。请重新填写。',
  serverKeyGone: '服务器曾自行提供访问密钥，现在不再提供。请在此处填写一个。',
  serverKey: {
    title: '访问密钥由服务器提供',
    from: {
      environment: '它在服务器的环境中设置，因此无需在此处填写或保存。',
      provider: '服务器通过自身的角色或身份取得密钥并自动更新，因此无需在此处填写或保存。',
    },
    now: '当前使用：',
    hint: '它需要具备指南中 IAM 策略的权限。',
  },
  replace: '更换',
  keep: '保留已保存的值',
  show: '显示',
  rotate: '轮换密钥',
  rotateTitle: '不中断地更换访问密钥',
  rotateSteps: (old) => [
    '在 IAM 中打开该用户，创建第二个访问密钥；一个用户可以有两个。',
    '在此处填写新密钥的两个值。检查通过后，它们会取代旧值。',
    `之后在 IAM 中将 ${old} 设为“Inactive”，上传正常运行一段时间后再将其删除。`,
  ],
  rotateCancel: '保留已保存的密钥',
  swap: '互换',
  advanced: '高级',
  advancedChanged: (changed) => count(changed, { other: '# 项已更改' }),
  links: '附件的打开方式',
  linksPublic: '公开链接（与文档一致）',
  linksPublicHint: '只要附件存在，任何拥有链接的人都可以读取它。链接无法猜出，存储桶的内容也无法列出。',
  linksPrivate: '私有链接',
  linksPrivateHint:
    '更安全：只有可以阅读工单的人才能得到链接，且链接会过期。Block Public Access 保持开启。此时访问密钥也可以读取附件；旁边的指南会随之调整。',
  linkLifetime: '私有链接的有效期',
  linkLifetimeHint: '从打开附件时算起；在此之前，得到该链接的人都可以使用它。下次打开时会生成新的链接。',
  lifetime: (seconds) => {
    const [size, form] = units.find(([size]) => seconds % size === 0) ?? units[3];
    return count(seconds / size, { other: form });
  },
  keyPrefixHint: '每个附件前面的文件夹，适用于还存放其他内容的存储桶：help-desk/',
  publicBaseUrlHint: '链接不指向 S3 时的目标地址，例如 CloudFront 分配： https://files.example.com',
  endpointHint: '用于其他与 S3 兼容的存储，不含存储桶。留空：Amazon S3。',
  forcePathStyleHint: '存储桶位于路径中，而不是主机名中。其他存储常常需要；Amazon 不需要。',
  largeFiles: '清理大文件所需的权限',
  largeFilesHint:
    '在 IAM 策略中加入 s3:AbortMultipartUpload 和 s3:ListMultipartUploadParts，以便移除已放弃的大文件上传的分段，并向 S3 查询中断的上传已有哪些部分送达。',
  file: '选择文件',
  fileHint: '拖放或粘贴 AWS 的 accessKeys.csv 或脚本输出的内容，即可自动填写各字段。',
  fileDrop: '松开文件：其中的值会填入各字段',
  fileUnreadable: '此文件中没有访问密钥，或有多个。AWS 的文件名为 accessKeys.csv。',
  fileTooBig: '这不是访问密钥列表：它大于 64 kB。',
  trimmed: (removed) =>
    `已去除首尾随粘贴带入的${lists.format(removed.map((remnant) => remnants[remnant]))}。`,
  filled: (labels) => `已填写：${lists.format(labels)}。`,
  suggestion: (name) => `使用“${name}”`,
};

/** What is wrong with a value, in simplified Chinese. */
export const issues: SettingsMessages['issues'] = {
  required: '请填写一个值。',
  bucket_name: '请使用 3 到 63 个小写字母、数字、点和连字符，并以字母或数字开头和结尾。',
  region: '请填写区域代码：小写字母、数字和连字符，例如 eu-central-1。',
  access_key_id: 'Access key ID 只包含字母和数字。请检查复制的内容是否完整且没有多余字符。',
  secret: 'Secret 中没有空格，两边也没有引号。请检查复制的内容是否完整且没有多余字符。',
  refused: '服务器不接受此值。',
  same_key: '这是正在使用的密钥。请填写用来取代它的密钥。',
  too_long: '内容过长。',
  endpoint: '请只填写地址，不含存储桶或路径，例如 https://s3.example.com 。',
  key_prefix: '请填写文件夹名称，每个都以 / 结尾，例如 help-desk/ 。',
  public_base_url: '请填写不含查询参数的地址，例如 https://files.example.com 。',
};

/** What is wrong with a bucket's name, in simplified Chinese. */
export const bucketName: SettingsMessages['bucketName'] = {
  too_short: '存储桶名称至少有 3 个字符。',
  too_long: '存储桶名称最多有 63 个字符。',
  capitals: '存储桶名称中没有大写字母。',
  underscore: '存储桶名称使用连字符，不使用下划线。',
  spaces: '存储桶名称中没有空格。',
  characters: '存储桶名称只包含小写字母、数字、连字符和点。',
  begins: '存储桶名称以字母或数字开头。',
  ends: '存储桶名称以字母或数字结尾。',
  dots: '存储桶名称中不能有两个相连的点。',
  address: '存储桶名称不能是数字地址。',
  reserved: 'AWS 保留了此开头或结尾。',
};

/** What can be said of a value while it is typed, in simplified Chinese. */
export const notes: SettingsMessages['notes'] = {
  credentials_swapped: 'Access key ID 和 Secret 的位置似乎颠倒了。',
  credential_temporary:
    '以 ASIA 开头的密钥是临时的，几小时内就会失效。请创建 IAM 用户的密钥：它以 AKIA 开头。',
  credential_malformed: 'Amazon 的 Access key ID 由 AKIA 和另外 16 个大写字母和数字组成。',
  secret_malformed: 'Amazon 的 Secret 有 40 个字符。请检查复制的内容是否完整。',
  secret_spaces: '其中有空格、引号或换行符。请检查是否复制了多余的内容。',
  bucket_dotted:
    '带点的名称可以使用：由于 Amazon 的证书不涵盖此类名称，存储桶会出现在链接的路径中。新建存储桶时，使用连字符更好。',
  endpoint_scheme: '请以 https:// 开头（没有其他办法时可用 http:// ）。',
  endpoint_bucket: '端点中似乎包含存储桶名称。我们会自动加上，请在此处去掉。',
  endpoint_path: '只填写地址，后面不要带路径。',
  endpoint_credentials: '地址中不应包含用户名或密码。',
  endpoint_unreadable: '无法将其识别为类似 https://s3.example.com 的地址。',
  endpoint_insecure: '不使用 https 时，文件和签名会以明文传输。',
};
