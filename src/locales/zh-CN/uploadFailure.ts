import type { UploadFailureMessages } from '../../components/index.ts';
import { createCount } from '../createCount.ts';
import { alertMessages } from './alert.ts';

const count = /* @__PURE__ */ createCount('zh-CN');
const uploads = (amount: number) => count(amount, { other: '# 次上传' });

/** The words about uploads that fail in simplified Chinese. */
export const uploadFailureMessages: UploadFailureMessages = {
  ...alertMessages,
  health: {
    label: '附件上传失败',
    wasFailing: '附件上传此前失败',
    failing: ({ since, count }) => `自 ${since} 起，有 ${uploads(count)}失败。`,
    changedSince: '此后设置已更改，但尚未上传任何内容。',
    recovered: ({ at, since, count }) =>
      `自 ${at} 起上传已恢复正常。在此之前，自 ${since} 起有 ${uploads(count)}失败。`,
  },
};
