import type { SettingsMessages } from '../../components/index.ts';
import { createCount } from '../createCount.ts';

const count = /* @__PURE__ */ createCount('zh-CN');
const number = (amount: number) => count(amount, { other: '#' });
const attachments = (amount: number) => count(amount, { other: '# 个附件' });
const running = { s3: '正在将附件移动到存储桶', database: '正在将附件移动到数据库' };

/** The words of moving attachments in simplified Chinese. */
export const move: SettingsMessages['move'] = {
  title: '移动附件',
  inDatabase: ({ count, size }) => `数据库中有 ${attachments(count)}（${size}）。`,
  inBucket: ({ count, size, bucket }) => `存储桶“${bucket}”中有 ${attachments(count)}（${size}）。`,
  elsewhere: ({ count, size }) => `以前使用的存储桶中有 ${attachments(count)}（${size}）。`,
  nothing: { s3: '所有附件都在新附件所用的存储桶中。', database: '所有附件都在数据库中。' },
  start: { s3: '移动到存储桶', database: '移动到数据库' },
  askTitle: { s3: '要将附件移动到存储桶吗？', database: '要将附件移动到数据库吗？' },
  askText: ({ count, size, to, bucket, places }) => [
    to === 's3'
      ? `${attachments(count)}（${size}）将复制到存储桶“${bucket}”。`
      : `${attachments(count)}（${size}）将复制到数据库。超过数据库上限的附件会留在原处。`,
    '从原处删除之前，每个附件都会通过校验和与其副本进行比对。',
    '在此期间可以照常上传、下载和删除。您可以随时暂停，也可以离开此页面。',
    ...(places.elsewhere.count > 0 || (to === 'database' && places.bucket.count > 0)
      ? [
          '原在存储桶中的内容会在一段时间后从那里删除：在此之前，请保持存储桶及其访问密钥不变。已复制到其他地方的链接将失效。',
        ]
      : []),
  ],
  cancel: '取消',
  running,
  progress: ({ moved, total }) => `已移动 ${number(moved)} / ${number(total)}`,
  failedSoFar: (count) => `${number(count)} 个无法移动`,
  pause: '暂停',
  resume: '继续',
  paused: { by: '移动已暂停。', cause: '移动已停止：需要先解决一个问题。' },
  done: { s3: '所有附件都已移动到存储桶。', database: '所有附件都已移动到数据库。' },
  notAll: (failed) => `${attachments(failed)}无法移动，仍在原处。`,
  tryAgain: '重试',
  failures: (count) => `无法移动的附件（${number(count)}）`,
  failure: ({ name, ticketId, size }) => `${name}（${size}），工单 ${ticketId}`,
  more: (count) => `另有 ${number(count)} 个`,
  said: ({ to, percent }) => `${running[to]}：百分之 ${number(percent)}`,
  unsavedFirst: '请先保存或放弃您的更改。',
};
