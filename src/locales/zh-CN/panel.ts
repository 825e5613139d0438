import type { SettingsMessages } from '../../components/index.ts';

/** The words around the whole panel in simplified Chinese. */
export const panel: SettingsMessages['panel'] = {
  title: '在 Amazon S3 中存储附件',
  loading: '正在加载设置',
  reload: '重试',
  notPermitted: '只有管理员可以查看和更改附件的存储位置。',
  notConfigured: '附件目前存储在数据库中。要将新附件存储到您自己的存储桶，请填写四个值。',
  notConfiguredServerKey: '附件目前存储在数据库中。要将新附件存储到存储桶，请填写存储桶及其区域。',
  configured: (bucket) => `附件存储在 S3 的存储桶“${bucket}”中。`,
  disabled: (bucket) => `新附件存储在数据库中。S3 已配置存储桶“${bucket}”，目前停用。`,
  keysRemoved: (bucket) => `新附件存储在数据库中。存储桶“${bucket}”的访问密钥已移除。`,
  unreadable: '已无法读取保存的 Secret access key，因此无法上传。请重新填写。',
  unreadableDisabled: '已无法读取保存的 Secret access key：重新填写之前，无法删除 S3 中的附件。',
  serverKeyFailed: '服务器无法取得访问密钥，因此无法上传到 S3。',
  serverKeyGone: '服务器不再提供访问密钥，因此无法上传到 S3。请在此处填写一个。',
  savedAt: (when) => `保存于 ${when}`,
};
