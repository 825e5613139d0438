import type { SettingsMessages } from '../../components/index.ts';

const place = ({ to, bucket }: { to: 's3' | 'database'; bucket: string | null }) =>
  to === 'database' ? '数据库' : bucket === null ? ' S3 ' : `存储桶“${bucket}”`;

/** The words of the history in simplified Chinese. */
export const history: SettingsMessages['history'] = {
  title: '更改历史',
  loading: '正在加载更改历史',
  empty: '自开始记录以来没有任何更改。',
  more: '这里显示最近的更改。更早的更改保存在服务器上。',
  server: '服务器',
  setUp: (by) => `${by} 配置了 S3 存储`,
  disabled: (by) => `${by} 停用了 S3 存储`,
  enabled: (by) => `${by} 重新启用了 S3 存储`,
  keysRemoved: (by) => `${by} 移除了访问密钥`,
  keyRotated: (by) => `${by} 更换了访问密钥`,
  changed: (by) => `${by} 更改了设置`,
  unchanged: (by) => `${by} 保存了设置，内容未变`,
  reencrypted: (by) => `${by} 重新加密了保存的 Secret`,
  moved: {
    started: (facts) => `${facts.by} 开始将附件移动到${place(facts)}`,
    paused: (facts) => `${facts.by} 暂停了到${place(facts)}的移动`,
    resumed: (facts) => `${facts.by} 继续了到${place(facts)}的移动`,
    stopped: (facts) => `${facts.by} 停止了到${place(facts)}的移动`,
    finished: (facts) => `${facts.by} 完成了到${place(facts)}的移动`,
  },
  field: {
    set: ({ label, after }) => `${label}：${after}`,
    cleared: ({ label, before }) => `${label}：${before} 已移除`,
    replaced: ({ label, before, after }) => `${label}：由 ${before} 改为 ${after}`,
    on: (label) => `${label}：已开启`,
    off: (label) => `${label}：已关闭`,
    secretEntered: '填写了 Secret access key',
    secretReplaced: '更换了 Secret access key',
    secretErased: '清除了 Secret access key',
  },
};
