import type { SettingsMessages } from '../../components/index.ts';

/** The words of the connection check in simplified Chinese. */
export const check: SettingsMessages['check'] = {
  start: '检查连接',
  cancel: '取消',
  running: (done, total) => `正在检查：${done} / ${total}`,
  cancelled: '检查已取消。',
  notDone: (title) => `无法完成检查：${title}`,
  passed: '一切正常',
  wrong: (count, title) =>
    count === 1 ? `有 1 个问题：${title}` : `有 ${count} 个问题。请先处理这一个：${title}`,
  warning: (count, title) =>
    count === 1 ? `可以使用，但有 1 条警告：${title}` : `可以使用，但有 ${count} 条警告。第一条：${title}`,
  unknown: '有些项目无法确定',
  checkedAt: (when) => `检查于 ${when}。`,
  stale: '此后值已更改。',
  label: '检查步骤',
  showSteps: '显示步骤',
  titles: {
    values: '值的格式',
    identity: '访问密钥和 Secret',
    bucket: '存储桶和区域',
    write: '存储测试文件',
    owner: '同一 AWS 账户',
    read: '打开其链接',
    cors: '从此处上传（CORS）',
    delete: '删除测试文件',
    large_files: '大文件的清理',
    world_write: '外人无法存储',
    world_list: '外人无法列出内容',
    privilege: '密钥无法列出您的存储桶',
    browser: '在此浏览器中完成全部操作',
  },
  states: {
    waiting: '等待中',
    passed: '通过',
    failed: '失败',
    warning: '警告',
    skipped: '已跳过',
    unknown: '未知',
  },
  skipped: {
    explained: (by) => (by ? `已跳过：“${by}”已说明。` : '已跳过：前面的步骤已说明。'),
    custom_endpoint: () => '已跳过：只有 Amazon S3 能回答此项。',
    needs_secret: () => '已跳过：填写 Secret access key 后也可检查此项。',
  },
  untold: {
    timeout: () => '未在规定时间内收到响应。',
    no_answer: () => '没有收到响应。',
    permission: (permission) =>
      permission ? `只有具备 ${permission} 权限的密钥才能确定此项。` : '此密钥没有确定此项所需的权限。',
  },
  forms: (allowed) =>
    allowed
      ? '也允许 POST：小文件会以更快的方式上传。'
      : '大量小文件可通过 POST 更快上传：方法见指南中的 CORS 步骤。',
  note: (title) => `供参考：${title}。`,
  identity: (arn) => `该密钥属于 ${arn}。`,
  sameCause: (title) => `与上面的原因相同：${title}。`,
};
