import type { SettingsMessages } from '../../components/index.ts';

/** The words around the steps of the guide in simplified Chinese. */
export const guidePanel: SettingsMessages['guidePanel'] = {
  title: '如何在 AWS 中设置',
  intro: (bucket) =>
    bucket
      ? `七个步骤，约十分钟。文档已按存储桶“${bucket}”生成。`
      : '七个步骤，约十分钟。填写存储桶名称后，文档会按该存储桶生成。',
  step: (number) => `步骤 ${number}：`,
  why: '原因',
  opens: '由此开放的内容',
  openConsole: '在 AWS 控制台中打开此页面',
  states: {
    done: '已完成',
    not_done: '未完成',
    look_first: '请先查看这里',
    suspect: '也请查看这里',
    warning: '有警告',
    unknown: '未知',
  },
  markedAbove: (part) => `文档中的“${part}”部分已标出。`,
  suspect: '检查无法将此步骤与另一个从外部看来相同的步骤区分开。',
  unknown: {
    unchecked: '“检查连接”可以确定此步骤是否已完成。',
    stale: '上次检查之后，值已更改。',
    untold: '上次检查无法确定此步骤是否已完成。',
    permission: (permission) => `只有具备“${permission}”权限的密钥才能确定此步骤是否已完成。`,
    cdn: '链接是在您的公开基础 URL 打开的，而该地址可能以其他方式获准访问存储桶。因此检查无法确定此步骤是否已完成。',
    world: '任何人都可以写入该存储桶，因此检查无法确定此密钥的权限。请先禁止外人写入，然后重新检查。',
    root: '这是根用户的密钥，可以执行任何操作。请使用 IAM 用户的密钥重新检查。',
    amazon_only: '检查只能针对 Amazon S3 确定此项，其他存储则不行。',
  },
  progress: (done, total) => `已完成 ${done} / ${total}`,
  copy: '复制',
  copyOf: (document) => `复制：${document}`,
  copied: '已复制',
  copyFailed: '无法复制：请选中文本',
  documentLabel: (step) => `“${step}”的文档`,
  post: '同时允许 POST：大量小文件上传更快',
  postHint: '下方的文档会随之更新。浏览器在每次 PUT 之前都会询问 S3，而 POST 之前不会。不开启也可以上传。',
  video: '显示帮助视频',
  videoHint:
    '来自 YouTube，4:23 至 10:40。该视频并非我们制作，其中有些步骤略有不同。只有在您要求时才会加载。',
  videoTitle: '帮助视频：S3 存储桶和 IAM 用户',
  videoOpen: '在 YouTube 上打开',
};
