import type { UploaderMessages } from '../../components/index.ts';
import { createCount } from '../createCount.ts';
import { alertMessages } from './alert.ts';

const count = /* @__PURE__ */ createCount('zh-CN');
const files = (amount: number) => count(amount, { other: '# 个文件' });
const subject = (names: readonly string[]) => (names.length === 1 ? `${names[0]}` : files(names.length));

/** The words of the uploader in simplified Chinese. */
export const uploaderMessages: UploaderMessages = {
  ...alertMessages,
  uploader: {
    label: '附件',
    choose: '添加文件',
    hint: '或将文件拖放、粘贴到此处',
    folder: '添加文件夹',
    camera: '拍照',
    dropHere: '松开即可添加',
    files: '要添加的文件',
    queued: '等待中',
    begun: '正在上传',
    sending: ({ loaded, total, speed, left }) =>
      [`${loaded} / ${total}`, left && `剩余 ${left}`, speed].filter(Boolean).join(' · '),
    whole: '存储桶使用 KMS 密钥加密，因此整体发送；中断后无法续传',
    waitingNetwork: '正在等待网络',
    waitingServer: '存储没有响应，正在重试',
    waitingRetry: '正在重试',
    paused: (percent) => `已暂停，完成 ${percent}`,
    registering: '即将完成',
    stored: '已添加',
    storedInDatabase: '已添加到数据库',
    storedBut: (title) => `已添加。${title}`,
    failed: (title) => (title === null ? '未添加' : `未添加：${title}`),
    refused: {
      type_not_accepted: ({ accept }) => `不接受此类文件，可接受的类型为：${accept}`,
      too_many: ({ maximum }) => (maximum === 1 ? '只能添加 1 个文件' : `最多可添加 ${files(maximum)}`),
      too_large: ({ size, maximum }, bytes) => `文件大小为 ${bytes(size)}，上限为 ${bytes(maximum)}`,
      too_small: ({ size, minimum }, bytes) => `文件大小为 ${bytes(size)}，下限为 ${bytes(minimum)}`,
      total_too_large: ({ size, maximum }, bytes) =>
        `所有文件合计将达到 ${bytes(size)}，上限为 ${bytes(maximum)}`,
    },
    refusedTogether: (count, reason) => `${count} 个文件未被接受。${reason}。`,
    duplicate: '上方已有相同的文件',
    cancel: (name) => `取消 ${name}`,
    remove: (name) => `移除 ${name}`,
    hide: (name) => `将 ${name} 从此列表中隐藏`,
    dismiss: (name) => `关闭 ${name} 的提示`,
    pause: (name) => `暂停 ${name}`,
    resume: (name) => `继续 ${name}`,
    retry: (name) => `重试 ${name}`,
    tryNow: (name) => `立即尝试 ${name}`,
    rename: (name) => `重命名 ${name}`,
    newName: (name) => `${name} 的新名称`,
    move: (name) => `使用方向键移动 ${name}`,
    tryAgain: '重试',
    removeAll: '移除',
    dismissAll: '关闭',
    progress: (name) => `正在上传 ${name}`,
    all: {
      progress: '正在上传所有文件',
      done: (done, files) => `已添加 ${done} / ${files}`,
      left: (time) => `剩余 ${time}`,
      paused: '已暂停',
      pause: '全部暂停',
      resume: '全部继续',
      cancel: '全部取消',
      retry: '全部重试',
      clear: '清除',
    },
    subject,
    draft: '此草稿中的文件',
    announceAdded: (names) => `已加入 ${subject(names)}`,
    announceStored: (names) => `${subject(names)} 已上传`,
    announceFailed: (names, title) => `${subject(names)} 上传失败：${title}`,
    announceRefused: (names, reason) => `${subject(names)} 未被接受：${reason}`,
    announceRemoved: (names) => `已移除 ${subject(names)}`,
    announcePaused: (names) => `已暂停 ${subject(names)}`,
    announceResumed: (names) => `已继续 ${subject(names)}`,
    announceMoved: (name, place, count) => `${name} 现在是第 ${place} 个，共 ${count} 个`,
    announceRenamed: (name) => `已重命名为 ${name}`,
    announceNotRenamed: (name) => `${name} 正在发送，名称保持不变`,
    announceHeld: {
      network: '您已离线。上传正在等待。',
      server: '存储没有响应。上传正在等待，并会重试。',
    },
    announceReleased: '上传继续进行。',
  },
};
