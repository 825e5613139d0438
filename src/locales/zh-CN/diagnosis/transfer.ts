import type { DiagnosisMessages } from '../../../diagnosis/index.ts';
import { pointsAt } from '../../../diagnosis/index.ts';

const blockedTitles: Readonly<Record<string, string>> = {
  PUT: '浏览器无法将文件发送到 S3',
  GET: '浏览器存储了测试文件，但无法读取它',
  DELETE: '浏览器存储了测试文件，但无法删除它',
};

/** This browser stored the test file in S3, and got nothing from where links lead. */
const linkBlocked = {
  title: '此浏览器无法访问公开基础 URL',
  cause: '它已将测试文件存储到 S3，但链接所指的地址没有响应；浏览器不说明原因。',
  remedy: [
    '如果此页面以 https:// 开头，请确认“公开基础 URL”也以 https:// 开头，并在新标签页中打开该地址，查看浏览器的提示。',
    '如果正在使用代理、VPN 或广告拦截器，请在不使用它们的情况下再试。',
    '如果此页面有 Content-Security-Policy，为进行此测试，其 connect-src 必须包含该地址。',
  ],
};

/** Only Amazon's S3 is certain to name a bucket's region. */
const regionUntold = {
  title: '存储不说明此存储桶的区域',
  cause: '它有响应，但没有给出区域。Amazon S3 总会给出；其他存储可能没有区域。',
  remedy: ['请填写存储提供商给出的区域；许多提供商接受 us-east-1 。'],
};

/** The words on the way of a file to S3, and on S3’s own troubles, in simplified Chinese. */
export const transfer = {
  url_expired: () => ({
    title: '上传许可已过期',
    cause: '从准备上传到发送之间的时间过长。',
    remedy: ['请重试。'],
  }),
  request_altered: () => ({
    title: '上传在发送到 S3 的途中被更改',
    cause:
      '访问密钥及其 Secret 是正确的，但到达 S3 的内容与签名的内容不同：途中有什么添加或更改了标头、地址或正文。',
    remedy: [
      '请向网络管理员询问代理或防火墙是否会更改发往 S3 的请求，并请其原样放行。',
      '如果您的页面或插件会在上传中添加 Content-Type 之类的标头，请去掉它。',
    ],
  }),
  request_invalid: (d) => ({
    title: 'S3 无法理解该请求',
    cause: `其中一部分缺失或格式有误。${d.s3?.code ? `S3 的答复是“${d.s3.code}”。` : ''}原因不在您的设置：可能是我们的软件，或是丢弃或重新编码了某一部分的代理。`,
    remedy: [
      '如果使用了代理或 VPN，请在不使用它们的情况下重试。',
      '如果问题仍然存在，请提供请求 ID，告知 triage.ai 的开发者或运维人员。',
    ],
  }),
  body_damaged: () => ({
    title: '文件在途中损坏',
    cause: 'S3 比对了校验和，收到的字节与发送的不同。它没有保留任何内容。',
    remedy: ['请重试。', '如果问题仍然存在，可能有代理在更改文件：请告知网络管理员。'],
  }),
  upload_gone: () => ({
    title: 'S3 已没有先前开始的上传',
    cause: '它是分段发送的，而 S3 已将其丢弃，或某个分段没有完整到达。',
    remedy: ['请重试：文件会从头发送。'],
  }),
  s3_unavailable: () => ({
    title: 'Amazon S3 繁忙或发生故障',
    cause: 'S3 答复说目前无法执行此操作。',
    remedy: ['请几分钟后再试。如果问题仍然存在，请查看 AWS Health Dashboard。'],
  }),
  s3_unreachable: (d) => {
    const base = pointsAt(d.where, 'publicBaseUrl');
    return {
      title: base ? '我们的服务器无法访问公开基础 URL' : '我们的服务器无法访问 Amazon S3',
      cause: base
        ? `${d.host} 没有响应。地址可能有误，或那里的服务不应答我们的服务器。`
        : `${d.host} 没有响应。AWS 区域或端点可能有误，或者我们的服务器与 S3 之间的网络中断。`,
      remedy: [
        base
          ? '请确认“公开基础 URL”正确：其主机，以及端口（如果有）。'
          : '请确认“AWS 区域”以及所用的“端点”正确。',
        '请向服务器的运维人员询问服务器能否访问该地址。',
      ],
    };
  },
  s3_refused: (d) =>
    pointsAt(d.where, 'region')
      ? regionUntold
      : {
          title: d.s3?.code ? `S3 的答复是“${d.s3.code}”` : 'S3 拒绝了请求，没有说明原因',
          cause: d.s3?.status
            ? `响应状态为 ${d.s3.status}。这不是我们已知的原因。`
            : '响应中没有可读取的内容。这不是我们已知的原因。',
          remedy: [
            d.s3?.code
              ? '请在 Amazon S3 文档（“Error responses”）中查找该代码。'
              : '请运行连接检查：其他步骤可能会提供更多信息。',
            d.s3?.requestId
              ? '请将代码和请求 ID 提供给 AWS 支持；两者都在“详细信息”中。'
              : '如果问题仍然存在，请咨询 AWS 支持，并说明发生的时间。',
          ],
        },
  transfer_blocked: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? linkBlocked
      : {
          title: blockedTitles[d.method ?? 'PUT'] ?? '浏览器无法访问 S3',
          cause: d.cleared
            ? '浏览器不说明原因。我们的服务器询问过 S3，S3 允许此页面发送文件，因此原因很可能在此浏览器与 S3 之间。'
            : '浏览器不说明原因：可能是存储桶拒绝此页面（CORS），也可能是此浏览器与 S3 之间有什么阻止了它。',
          remedy: [
            '请重试；如果正在使用代理、VPN 或广告拦截器，请在不使用它们的情况下再试。',
            '如果此页面有 Content-Security-Policy，其 connect-src 必须包含 S3 的地址。',
            ...(d.method === 'DELETE' ? ['测试文件会留在存储桶中，直到下一次检查将其删除。'] : []),
          ],
        },
  csp_blocked: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? {
          title: '此页面不允许浏览器测试该链接',
          cause: `页面的 Content-Security-Policy 没有在 connect-src 中列出 ${d.host} ，因此此测试无法打开那里的链接。读者打开链接不需要它。`,
          remedy: [
            '要打开链接，无需处理。',
            `为进行测试，网站的运维人员可以将 ${d.host} 加入 Content-Security-Policy 的 connect-src。`,
          ],
        }
      : {
          title: '此页面不允许浏览器向 S3 发送',
          cause: `页面的 Content-Security-Policy 没有在 connect-src 中列出 ${d.host} ，因此浏览器在上传开始之前就阻止了它。`,
          remedy: [`网站的运维人员可以将 ${d.host} 加入 Content-Security-Policy 的 connect-src。`],
        },
  upload_incomplete: (d) => ({
    title: '文件没有完整到达',
    cause:
      d.found === null
        ? '看起来已发送，但存储中没有该文件。'
        : `存储中有 ${d.expected} 字节中的 ${d.found} 字节。`,
    remedy: ['请重试。'],
  }),
} satisfies Partial<DiagnosisMessages>;
