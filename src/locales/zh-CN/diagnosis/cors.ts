import type { DiagnosisMessages } from '../../../diagnosis/index.ts';

const edit =
  '在 S3 控制台打开该存储桶，依次选择“Permissions”、“Cross-origin resource sharing (CORS)”、“Edit”';

/** The words on the bucket’s CORS rules in simplified Chinese. */
export const cors = {
  cors_missing: (d) => ({
    title: '存储桶没有 CORS 规则',
    cause: `浏览器不能从 ${d.origin} 向它发送文件。`,
    remedy: [`${edit}。`, '粘贴指南中的规则，然后选择“Save changes”。'],
  }),
  cors_origin_refused: (d) => ({
    title: '存储桶的 CORS 规则不允许此网站',
    cause: `没有规则在“AllowedOrigins”中包含 ${d.origin} 或 *。`,
    remedy: [`${edit}，在“AllowedOrigins”中加入 ${d.origin} 或 *，末尾不带斜杠。然后选择“Save changes”。`],
  }),
  cors_method_refused: (d) => ({
    title: `存储桶的 CORS 规则不允许 ${d.method}`,
    cause: `${d.origin} 的规则在“AllowedMethods”中缺少 ${d.method}，因此浏览器不能${/PUT/.test(d.method) ? '存储文件' : '执行该操作'}。`,
    remedy: [`${edit}，在“AllowedMethods”中加入 ${d.method}。然后选择“Save changes”。`],
  }),
  cors_header_refused: (d) => ({
    title: '存储桶的 CORS 规则拒绝了上传的一个标头',
    cause: `${d.origin} 的规则不允许请求标头 ${d.headers} 。`,
    remedy: [`${edit}，将“AllowedHeaders”设为 ["*"]。然后选择“Save changes”。`],
  }),
  cors_refused: (d) => ({
    title: '存储桶不允许此网站上传',
    cause: `S3 拒绝 ${d.origin} 的页面发送 ${d.method} 。CORS 规则缺失，或没有匹配的规则。`,
    remedy: [`${edit}，将规则与指南中的进行比较，然后选择“Save changes”。`],
  }),
  etag_not_exposed: (d) => ({
    title: '页面无法读取所存储内容的 ETag',
    cause: `${d.origin} 的 CORS 规则没有在“ExposeHeaders”中列出 ETag。没有它也可以上传。`,
    remedy: ['无需处理。', `如果希望大文件逐段得到确认：${edit}，将“ExposeHeaders”设为 ["ETag"]。`],
  }),
} satisfies Partial<DiagnosisMessages>;
