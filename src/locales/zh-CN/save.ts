import type { SettingsMessages } from '../../components/index.ts';

/** The words around saving in simplified Chinese. */
export const save: SettingsMessages['save'] = {
  save: '保存更改',
  saveFirst: '保存并将附件存储到 S3',
  saveRotated: '检查并更换密钥',
  checking: '正在检查',
  saving: '正在保存',
  discard: '放弃',
  anyway: '仍然保存',
  back: '返回',
  saved: (bucket) => `已保存。新附件将存储在存储桶“${bucket}”中。`,
  savedDespite: '已保存。新附件将发送到 S3，但在下方检查不再发现问题之前会失败。',
  savedDisabled: (bucket) => `已保存。新附件仍存储在数据库中：存储桶“${bucket}”目前停用。`,
  retired: (accessKeyId) =>
    `新密钥已启用。现在请在 IAM 中将 ${accessKeyId} 设为“Inactive”，上传正常运行一天后再将其删除。`,
  openIam: '打开 IAM',
  unsaved: '尚未保存',
  refused: {
    title: '尚未保存：此设置无法正常工作',
    text: '使用这些值，新附件将会失败。问题所在及处理方法见下方检查结果。',
    unknownTitle: '尚未保存：有些项目无法检查',
    unknownText:
      '无法确定的项目及其原因见下方检查结果。已保存的 Secret 只用于保存时对应的存储桶和端点：要检查其他存储桶或端点，请填写 Secret。',
  },
  changed: {
    title: '尚未保存：检查期间内容有更改',
    text: '检查过的内容与表单中的内容不再一致。请再次保存。',
  },
  unchecked: { title: '尚未保存：无法完成检查' },
  conflict: {
    title: '其他人在此期间保存了设置',
    text: ({ by, when }) => `${by} 更改了这些设置（${when}）。您的内容没有保存，但也没有丢失。不同之处如下：`,
    field: '字段',
    mine: '您的值',
    theirs: '当前保存的值',
    secretEntered: '您填写的',
    secretKept: '已保存的',
    secretSaved: (when) => `保存于 ${when}`,
    empty: '空',
    yes: '开启',
    no: '关闭',
    keepMine: '用您的值覆盖保存',
    takeTheirs: '使用已保存的值',
  },
  changedByOther: ({ by, when }) => `${by} 更改了这些设置（${when}）。这里显示的是当前内容。`,
};

/** The words of taking S3 out of use in simplified Chinese. */
export const storage: SettingsMessages['storage'] = {
  title: '存储',
  inUse: '新附件存储到您的存储桶。',
  blocked: '新附件应存储到您的存储桶，但在有可用的访问密钥之前会被拒绝。',
  disable: '停用 S3 存储',
  disableTitle: '要停用 S3 存储吗？',
  disableText: [
    '从现在起，新附件将存储到数据库。',
    '存储桶中的附件会留在那里，可以照常打开和删除，因此请保持存储桶及其访问密钥不变。',
    '不会自动移动任何内容：之后可以手动开始移动。您可以随时重新启用 S3。',
  ],
  disableConfirm: '停用 S3 存储',
  outOfUse: '新附件存储到数据库。存储桶中的附件可以打开和删除。',
  enable: '启用 S3 存储',
  remove: '移除密钥',
  removeTitle: '要移除访问密钥吗？',
  removeText: ({ accessKeyId, links }) => [
    `此处的 Access key ID ${accessKeyId} 及其 Secret 将被清除。存储桶和区域会保留。`,
    '从现在起，新附件将存储到数据库。',
    links === 'public'
      ? '存储桶中的附件仍可通过公开链接打开，但在重新填写密钥之前无法删除。'
      : '存储桶中的附件在重新填写密钥之前既无法打开也无法删除：私有链接需要用它签名。',
    '密钥本身仍存在于 AWS 中：请在 IAM 中停用或删除它。',
  ],
  removeConfirm: '移除访问密钥',
  removed: '访问密钥已移除。新附件将存储到数据库。',
  cancel: '取消',
  unsavedFirst: '请先保存或放弃您的更改。',
  done: {
    configured: 'S3 存储已启用。新附件将存储到您的存储桶。',
    disabled: 'S3 存储已停用。新附件将存储到数据库。',
    keys_removed: '访问密钥已移除。新附件将存储到数据库。',
  },
};
