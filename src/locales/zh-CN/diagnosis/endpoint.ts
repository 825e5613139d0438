import type { DiagnosisMessages, DiagnosisOf, DiagnosisWords } from '../../../diagnosis/index.ts';
import { pointsAt } from '../../../diagnosis/index.ts';

const problems: Record<
  DiagnosisOf<'endpoint_invalid'>['problem'],
  { title: string; cause: string; remedy: string }
> = {
  scheme: {
    title: '端点缺少 https://',
    cause: '它应是以 https:// 开头的完整地址。',
    remedy: '请在端点前加上 https:// 。',
  },
  bucket: {
    title: '端点中包含存储桶名称',
    cause: '名称会自动加到端点上，因此会出现两次。这样会找不到主机，或其证书不匹配。',
    remedy: '请从端点中去掉存储桶名称；它有自己的字段。',
  },
  path: {
    title: '端点中不只有地址',
    cause: '主机后面有路径或查询参数，而 S3 在那里需要的是存储桶和文件。',
    remedy: '请只保留主机后第一个斜杠之前的内容，例如 https://s3.example.com 。',
  },
  credentials: {
    title: '端点中包含用户名和密码',
    cause: '它们在这里不会被使用，而且能看到此地址的人都会看到它们。',
    remedy: '请移除 https:// 与 @ 之间的全部内容。密钥有自己的字段。',
  },
  unreadable: {
    title: '端点不是一个地址',
    cause: '它应类似 https://s3.example.com 。',
    remedy: '请从存储提供商的页面复制端点。',
  },
};

/** The words on the endpoint and on what answers there, or does not, in simplified Chinese. */
export const endpoint = {
  endpoint_invalid: (d) => {
    const { title, cause, remedy } = problems[d.problem];
    return {
      title,
      cause: `${cause}当前值为 ${d.endpoint} 。`,
      remedy: [remedy, '使用 Amazon S3 时，请将端点留空。'],
    };
  },
  endpoint_not_allowed: (d) => {
    const base = pointsAt(d.where, 'publicBaseUrl');
    return {
      title: base ? '此服务器不访问该公开基础 URL' : '此服务器不向该端点发送',
      cause: `${d.host} 指向私有网络，或此服务器不接受${base ? '此类地址' : '自身以外的端点'}。这可防止他人通过这些设置访问您的内部网络。`,
      remedy: [
        base
          ? '请填写可从互联网访问的地址，或留空：链接将直接指向 S3。'
          : '请填写可从互联网访问的端点；使用 Amazon S3 时请留空。',
        '如果该值确实正确：服务器的运维人员可以在服务器配置中允许它。',
      ],
    };
  },
  endpoint_insecure: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? {
          title: '链接未加密',
          cause: `链接通过 http:// 指向 ${d.endpoint} ，途中的任何人都可以读取和更改文件。通过 https:// 打开的页面不会显示那里的图片。`,
          remedy: ['如果那里支持，请使用 https:// 填写公开基础 URL。'],
        }
      : {
          title: '端点未加密',
          cause: `文件及其链接通过 http:// 发送到 ${d.endpoint} ，途中的任何人都可以读取和更改它们。通过 https:// 打开的页面根本不会向那里发送。`,
          remedy: ['如果存储支持，请使用 https:// 填写端点。'],
        },
  endpoint_redirects: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? baseRedirects(d)
      : {
          title: '端点将我们转到了别处',
          cause: `${leadsOn(d)}重定向之后不会发送密钥，因为目标可能是任何人。`,
          remedy: pointsAt(d.where, 'endpoint')
            ? ['如果转到的地址就是该存储，请将其填写为端点；通常只需将 http:// 改为 https:// 。']
            : ['请向服务器的运维人员询问服务器与 Amazon S3 之间是否有代理或登录页面，并请其放行。'],
        },
  host_not_found: (d) => ({
    title: `没有名为 ${d.host} 的服务器`,
    cause: '该名称不在互联网的名录（DNS）中，或我们服务器所用的名录没有它。',
    remedy: [
      pointsAt(d.where, 'endpoint')
        ? '请将“端点”与存储提供商给出的内容逐个字母核对。'
        : pointsAt(d.where, 'publicBaseUrl')
          ? '请将“公开基础 URL”与 CDN 的地址逐个字母核对，并确认其 DNS 记录存在。'
          : '请将“AWS 区域”与 S3 控制台为该存储桶显示的区域进行比较。',
      '如果正确，请向服务器的运维人员询问服务器能否解析该名称。',
    ],
  }),
  certificate_invalid: (d) => ({
    title: pointsAt(d.where, 'publicBaseUrl') ? '公开基础 URL 的证书不可信' : '存储的证书不可信',
    cause: `${d.host} 出示的证书属于其他名称、已过期，或由此服务器不信任的机构签发。`,
    remedy: [
      ...(pointsAt(d.where, 'bucket')
        ? ['存储桶名称中有点，而证书只涵盖没有点的名称：请开启“路径样式”，或使用名称中没有点的存储桶。']
        : []),
      ...(pointsAt(d.where, 'endpoint')
        ? [
            '请确认“端点”中不包含存储桶名称：否则它会出现两次，任何证书都不匹配。',
            '如果存储使用自制的证书，服务器的运维人员可以将其签发机构加入信任列表。',
          ]
        : []),
      ...(pointsAt(d.where, 'publicBaseUrl') ? [`请在 CDN 中确认其证书包含 ${d.host} 且未过期。`] : []),
      '如果防火墙会解开加密连接（TLS 检查），请让网络管理员原样放行此地址。',
    ],
  }),
  not_s3: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? baseAnswersElse(d)
      : {
          title: '应答的不是 S3',
          cause: `${d.host ?? '被访问的地址'} 的响应状态为 ${d.status}，不是 S3 的格式。${standsThere(d.status)}`,
          remedy: [
            ...(pointsAt(d.where, 'endpoint')
              ? ['请确认“端点”是该存储的 S3 接口地址，而不是其网页或控制台的地址。']
              : []),
            ...(d.status >= 502 && d.status <= 504 ? ['请几分钟后再试。'] : []),
            '请向网络管理员询问中间是否有代理、防火墙或登录页面，并请其放行此地址。',
          ],
        },
  clock_skewed: (d) => ({
    title: 'triage.ai 服务器的时钟不准',
    cause: d.serverTime
      ? `偏差超过 15 分钟；S3 的时钟为 ${d.serverTime} 。`
      : '它与 S3 的时钟相差超过 15 分钟。',
    remedy: ['请服务器的运维人员校准时钟（NTP）。'],
  }),
} satisfies Partial<DiagnosisMessages>;

const leadsOn = (d: DiagnosisOf<'endpoint_redirects'>) =>
  `${d.host ?? '应答方'} 转到 ${d.location ?? '另一个地址'} 。`;

/** What stands in front of the bucket sends readers on; a browser follows, our server does not. */
function baseRedirects(d: DiagnosisOf<'endpoint_redirects'>): DiagnosisWords {
  return {
    title: '公开基础 URL 转到了别处',
    cause: `${leadsOn(d)}我们的服务器不跟随重定向，因此不知道文件能否在那里打开。`,
    remedy: [
      '如果文件本应在那里打开，请将该地址填写为公开基础 URL；通常只需将 http:// 改为 https:// 。',
      '如果它转到登录页面，请对这些文件取消登录要求：拥有链接的人必须能够打开链接。',
    ],
  };
}

/** Something answered there, but not with the file. */
function baseAnswersElse(d: DiagnosisOf<'not_s3'>): DiagnosisWords {
  const busy = d.status === 429 || d.status >= 500;
  const answered = `${d.host ?? '应答方'} 的响应状态为 ${d.status}`;
  return {
    title: busy ? '公开基础 URL 无法提供该文件' : '公开基础 URL 显示的不是该文件',
    cause: busy ? `${answered}：它没有连到存储桶，或自身有故障。` : `${answered}，但内容与存储的不同。`,
    remedy: [
      busy
        ? '请在 CDN 中确认其源站是此存储桶，且地址中的区域正确。几分钟后再试。'
        : '请确认“公开基础 URL”是您的 CDN 展示此存储桶的地址，而不是网站或登录页面的地址。',
      '请在 CDN 中确认它原样传递文件，不对此路径的文件进行更改或压缩。',
    ],
  };
}

function standsThere(status: number): string {
  if (status === 407) return '这表示代理要求登录。';
  if (status === 511) return '这表示网络要求登录。';
  if (status === 413) return '这表示代理不接受这么大的文件。';
  if (status >= 502 && status <= 504) return '这表示网关没有连到存储。';
  return '通常是代理、防火墙或登录的页面。';
}
