import type { DiagnosisMessages, OpenCode } from '../../../diagnosis/index.ts';

const megabytes = (bytes: number) =>
  new Intl.NumberFormat('zh-CN', {
    style: 'unit',
    unit: 'megabyte',
    maximumSignificantDigits: 3,
  }).format(bytes / 1_000_000);

/** The words for what anybody may be told in full, in simplified Chinese. */
export const open: Pick<DiagnosisMessages, OpenCode> = {
  offline: () => ({
    title: '您已离线',
    cause: '此设备没有连接到网络。',
    remedy: ['请在连接网络后重试。'],
  }),
  connection_lost: () => ({
    title: '上传过程中连接中断',
    cause: '文件已发送一部分时，与存储的连接断开了。',
    remedy: ['请重试。'],
  }),
  api_unreachable: () => ({
    title: '无法连接到 triage.ai',
    cause: 'triage.ai 服务器没有响应。',
    remedy: ['请检查网络连接，然后重试。'],
  }),
  file_unreadable: () => ({
    title: '已无法读取此文件',
    cause: '在您选择之后，它被更改、移动或删除了，或者它是文件夹。',
    remedy: ['请重新选择。如果是文件夹，请选择其中的文件。'],
  }),
  file_too_large: (d) => ({
    title: '此文件过大',
    cause: `${d.size > 0 ? `文件大小为 ${megabytes(d.size)}` : '文件过大'}${d.maximum === undefined ? '，超过存储一次可接收的大小' : `；存储对每个文件的上限为 ${megabytes(d.maximum)}`}。`,
    remedy: ['请选择较小的文件，或通过链接分享。'],
  }),
  key_too_long: () => ({
    title: '此文件的名称过长',
    cause: '连同所在的文件夹，名称超过了 S3 允许的 1,024 字节。',
    remedy: ['请缩短文件名称，然后重新选择。'],
  }),
  signed_out: () => ({
    title: '您已退出登录',
    cause: '您的会话已结束。',
    remedy: ['请重新登录，然后再试一次。'],
  }),
  not_permitted: () => ({
    title: '您无权执行此操作',
    cause: '您的账户没有相应权限。',
    remedy: ['请联系管理员。'],
  }),
  not_found: () => ({
    title: '此附件已不存在',
    cause: '它已被删除，或从未存储。',
    remedy: ['请重新加载页面。'],
  }),
  malformed_response: (d) => ({
    title: '无法读取服务器的响应',
    cause: `响应状态为 ${d.status}，不是约定的格式。中间可能有代理。`,
    remedy: ['请重试。如果问题仍然存在，请告知服务器的运维人员。'],
  }),
  rate_limited: (d) => ({
    title: '操作过于频繁',
    cause: '服务器对每个人每分钟的请求数有限制。',
    remedy: [`请在 ${d.retryAfter} 秒后重试。`],
  }),
  server_fault: () => ({
    title: '我们这边出了问题',
    cause: '服务器未能完成此操作。',
    remedy: ['请重试。如果问题仍然存在，请告知管理员。'],
  }),
};
