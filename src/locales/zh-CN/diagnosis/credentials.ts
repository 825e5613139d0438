import type { DiagnosisMessages } from '../../../diagnosis/index.ts';
import { justChanged, openPolicy } from './phrases.ts';

const key = (id: string | undefined) => (id ? ` ${id} ` : ' ');
const newKey =
  '如果已经没有它，请创建新的访问密钥：依次打开 IAM、“Users”、该用户、“Security credentials”、“Create access key”，并将两个值填写到此处。';
const ofTheUser =
  '在 AWS 控制台依次打开 IAM、“Users”、triage.ai 的用户、“Security credentials”、“Create access key”，并将两个值填写到此处。';

const whyUnavailable = {
  failed: '它应由服务器自行提供，但提供失败。',
  timeout: '它应由服务器自行提供，但十秒内没有收到任何内容。',
  malformed: '收到的内容不是带有 Secret 的访问密钥。',
  expired: '收到的密钥已经过期。',
};

/** The words on access keys and secrets in simplified Chinese. */
export const credentials = {
  access_key_unknown: (d) => ({
    title: 'AWS 不认识此访问密钥',
    cause: `Access key ID${key(d.accessKeyId)}不存在、已被删除，或被设为“Inactive”。`,
    remedy: [
      '在 AWS 控制台依次打开 IAM、“Users”、您的用户、“Security credentials”，逐个字母核对 Access key ID。如果显示“Inactive”，请依次选择“Actions”、“Activate”。',
      '如果不在那里，请选择“Create access key”，并将两个值填写到此处。',
      justChanged,
    ],
  }),
  secret_wrong: (d) => ({
    title: 'Secret access key 不正确',
    cause: `AWS 认识 Access key ID${key(d.accessKeyId)}，但填写的 Secret 与它不对应。`,
    remedy: ['请重新填写 Secret；完整复制，不带空格或引号。', `AWS 只显示一次 Secret。${newKey}`],
  }),
  secret_malformed: () => ({
    title: 'Secret access key 看起来不完整',
    cause:
      'Amazon 的 Secret 由 40 个字母、数字、“+”和“/”组成。填写的内容过短或过长，或者含有复制时带入的空格、引号、换行符或不可见字符。',
    remedy: ['请重新填写 Secret；完整复制，前后不带任何内容。', `AWS 只显示一次 Secret。${newKey}`],
  }),
  secret_unreadable: () => ({
    title: '已无法读取保存的 Secret',
    cause: '它是用此服务器已不再拥有的密钥加密的。',
    remedy: ['请重新填写 Secret access key 并保存。', newKey],
  }),
  secret_needed: () => ({
    title: '需要填写 Secret access key',
    cause: '没有为此存储桶、访问密钥和端点的组合保存 Secret；为其他组合保存的 Secret 不会用于此处。',
    remedy: ['请填写 Secret access key。'],
  }),
  keys_removed: () => ({
    title: '已没有访问密钥',
    cause: '访问密钥已从设置中移除。S3 中的文件仍在那里，但 triage.ai 既不能删除它们，也不能为其链接签名。',
    remedy: ['请在设置中填写 Access key ID 及其 Secret 并保存。', newKey],
  }),
  credentials_unavailable: (d) =>
    d.problem === 'gone'
      ? {
          title: '服务器已没有访问密钥',
          cause: '由于当时服务器自行提供密钥，这些设置保存时不含密钥。现在服务器不再提供。',
          remedy: [
            '请在设置中填写 Access key ID 及其 Secret 并保存。',
            '或请服务器的运维人员重新为其提供访问密钥。',
          ],
        }
      : {
          title: '服务器无法取得访问密钥',
          cause: whyUnavailable[d.problem],
          remedy: [
            '请告知服务器的运维人员：访问密钥不在此处填写，而是由服务器从其角色、身份或环境中取得。服务器日志会说明出了什么问题。',
            '无需保存任何内容：取得密钥后，上传会立即恢复。',
          ],
        },
  credential_malformed: (d) => ({
    title: 'Access key ID 不符合 AWS 的格式',
    cause: d.accessKeyId
      ? `Amazon 的 Access key ID 由 20 个大写字母和数字组成，以 AKIA 开头；${d.accessKeyId} 不是这样。`
      : '其中可能含有空格、斜杠、引号、换行符或不可见字符，或者两个密钥字段的内容颠倒了。',
    remedy: [
      '在 AWS 控制台依次打开 IAM、“Users”、该用户、“Security credentials”，从那里复制 Access key ID：20 个字母和数字，以 AKIA 开头。',
      '请确认 Secret 没有填在 Access key ID 的字段中。',
    ],
  }),
  credential_expired: () => ({
    title: '此访问密钥已过期',
    cause: '这是临时密钥。附件需要 IAM 用户的长期密钥。',
    remedy: [ofTheUser],
  }),
  credential_temporary: (d) => ({
    title: '这是临时访问密钥',
    cause: `以 ASIA 开头的密钥${d.accessKeyId ? `（例如 ${d.accessKeyId}）` : ''}只能与会话令牌一起使用，几小时后就会失效。附件需要以 AKIA 开头的长期密钥。`,
    remedy: [ofTheUser],
  }),
  credentials_swapped: () => ({
    title: 'Access key ID 和 Secret 颠倒了',
    cause: 'Access key ID 字段中的内容看起来像 Secret：有 40 个字符。',
    remedy: [
      '请将以 AKIA 开头的 20 个字符填写为 Access key ID，将 40 个字符的内容填写为 Secret access key。',
    ],
  }),
  root_key: (d) => ({
    title: '此密钥属于 AWS 账户的根用户',
    cause: `它可以使用，但能在账户${key(d.account)}中执行任何操作，而且无法加以限制。一旦泄露，一切都会暴露。`,
    remedy: [
      '请使用指南中的策略创建 IAM 用户，为其创建访问密钥，并将该密钥填写到此处。',
      '然后删除根用户的密钥：在 AWS 控制台点击您的账户名称，再依次选择“Security credentials”、“Access keys”。',
    ],
  }),
  key_too_powerful: (d) => ({
    title: '此密钥的权限超出所需',
    cause: `它还可以执行 ${d.action} 。附件只需要在一个存储桶中存储和删除对象，使用私有链接时还需要读取对象。`,
    remedy: [
      '在 AWS 控制台依次打开 IAM、“Users”、此密钥的用户、“Permissions”，移除 AmazonS3FullAccess 之类的策略。',
      `只保留指南中的策略。如需比较：${openPolicy}。`,
    ],
  }),
} satisfies Partial<DiagnosisMessages>;
