import type { DiagnosisMessages } from '../../../diagnosis/index.ts';

/** The words on our own API that only settings and set-up have, in simplified Chinese. */
export const api = {
  settings_changed: () => ({
    title: '其他人在此期间更改了设置',
    cause: '您填写的内容所依据的设置已不是当前保存的设置，因此没有保存。',
    remedy: ['请将您填写的内容与当前保存的内容进行比较，然后再次保存。'],
  }),
  move_conflict: (d) => ({
    title: '目前无法朝这个方向移动附件',
    cause: {
      s3_not_in_use: 'S3 已停用：新附件存储到数据库，数据库中的附件留在原处。',
      s3_in_use: 'S3 正在使用：新附件存储到存储桶，存储桶中的附件留在原处。',
      running: '目前正在朝相反的方向移动。',
    }[d.problem],
    remedy: [
      {
        s3_not_in_use: '请先启用 S3 存储，再进行移动。',
        s3_in_use: '请先停用 S3 存储，再进行移动。',
        running: '请先暂停正在进行的移动。',
      }[d.problem],
    ],
  }),
  invalid_input: (d) =>
    d.issues.some(({ path }) => path === 'keyPrefix')
      ? {
          title: '此键前缀无法使用',
          cause: '它由文件夹组成：字母、数字和连字符，每个文件夹后面有一个斜杠，最前面没有斜杠。',
          remedy: ['请写成 help-desk/ 或 desk/attachments/ 的形式，或留空。'],
        }
      : d.issues.some(({ path }) => path === 'publicBaseUrl')
        ? {
            title: '此公开基础 URL 无法使用',
            cause: '它应是以 https:// 开头的完整地址，不含查询参数或用户；而且只能与公开链接一起使用。',
            remedy: [
              '请写成 https://files.example.com 或 https://cdn.example.com/desk 的形式，或留空：链接将直接指向 S3。',
            ],
          }
        : {
            title: '发送的部分内容无效',
            cause: `服务器拒绝了作为${[...new Set(d.issues.map(({ path }) => `“${path}”`))].join('、') || '此请求'}发送的内容。`,
            remedy: ['请更正后重试。'],
          },
  server_closing: () => ({
    title: '服务器正在重新启动',
    cause: '它会完成已开始的工作，不再接受新的请求。',
    remedy: ['请几秒后再试。'],
  }),
  origin_not_allowed: (d) => ({
    title: '服务器不接受来自此网站的请求',
    cause: `${d.origin ?? '此页面的来源'} 不在服务器允许的来源列表中。`,
    remedy: ['服务器的运维人员可以将其加入允许的来源。'],
  }),
} satisfies Partial<DiagnosisMessages>;
