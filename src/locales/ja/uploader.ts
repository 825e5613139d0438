import type { UploaderMessages } from '../../components/index.ts';
import { createCount } from '../createCount.ts';
import { alertMessages } from './alert.ts';

const count = /* @__PURE__ */ createCount('ja');
const files = (amount: number) => count(amount, { other: '# 個のファイル' });
const subject = (names: readonly string[]) => (names.length === 1 ? `${names[0]}` : files(names.length));

/** The words of the uploader in Japanese. */
export const uploaderMessages: UploaderMessages = {
  ...alertMessages,
  uploader: {
    label: '添付ファイル',
    choose: 'ファイルを添付',
    hint: 'またはここにドロップするか貼り付け',
    folder: 'フォルダーを添付',
    camera: '写真を撮る',
    dropHere: 'ドロップして添付',
    files: '添付するファイル',
    queued: '待機中',
    begun: 'アップロード中',
    sending: ({ loaded, total, speed, left }) =>
      [`${total} 中 ${loaded}`, left && `残り ${left}`, speed].filter(Boolean).join(' · '),
    whole: 'バケットが KMS キーで暗号化されているため、一括で送信します。中断すると途中から再開できません',
    waitingNetwork: 'ネットワークの接続を待っています',
    waitingServer: '保存先が応答しないため、再試行しています',
    waitingRetry: '再試行しています',
    paused: (percent) => `${percent} で一時停止中`,
    registering: '完了処理中',
    stored: '添付済み',
    storedInDatabase: '添付済み（データベース）',
    storedBut: (title) => `添付済み。${title}`,
    failed: (title) => (title === null ? '添付できませんでした' : `添付できませんでした: ${title}`),
    refused: {
      type_not_accepted: ({ accept }) => `この種類のファイルは添付できません。添付できるのは ${accept} です`,
      too_many: ({ maximum }) =>
        maximum === 1 ? '添付できるファイルは 1 個だけです' : `添付できるのは最大 ${files(maximum)}です`,
      too_large: ({ size, maximum }, bytes) => `サイズが ${bytes(size)} です。上限は ${bytes(maximum)} です`,
      too_small: ({ size, minimum }, bytes) => `サイズが ${bytes(size)} です。下限は ${bytes(minimum)} です`,
      total_too_large: ({ size, maximum }, bytes) =>
        `全ファイルの合計が ${bytes(size)} になります。上限は ${bytes(maximum)} です`,
    },
    refusedTogether: (count, reason) => `${count} 個のファイルを追加できませんでした。${reason}。`,
    duplicate: '同じファイルが上にあります',
    cancel: (name) => `${name} をキャンセル`,
    remove: (name) => `${name} を削除`,
    hide: (name) => `${name} をこの一覧から外す`,
    dismiss: (name) => `${name} の表示を閉じる`,
    pause: (name) => `${name} を一時停止`,
    resume: (name) => `${name} を再開`,
    retry: (name) => `${name} を再試行`,
    tryNow: (name) => `${name} を今すぐ試す`,
    rename: (name) => `${name} の名前を変更`,
    newName: (name) => `${name} の新しい名前`,
    move: (name) => `矢印キーで ${name} を移動`,
    tryAgain: '再試行',
    removeAll: '削除',
    dismissAll: '閉じる',
    progress: (name) => `${name} をアップロード中`,
    all: {
      progress: 'すべてのファイルをアップロード中',
      done: (done, files) => `${files} 個中 ${done} 個を添付済み`,
      left: (time) => `残り ${time}`,
      paused: '一時停止中',
      pause: 'すべて一時停止',
      resume: 'すべて再開',
      cancel: 'すべてキャンセル',
      retry: 'すべて再試行',
      clear: 'クリア',
    },
    subject,
    draft: 'この下書きのファイル',
    announceAdded: (names) => `${subject(names)}を追加しました`,
    announceStored: (names) => `${subject(names)}をアップロードしました`,
    announceFailed: (names, title) => `${subject(names)}をアップロードできませんでした: ${title}`,
    announceRefused: (names, reason) => `${subject(names)}を追加できませんでした: ${reason}`,
    announceRemoved: (names) => `${subject(names)}を削除しました`,
    announcePaused: (names) => `${subject(names)}を一時停止しました`,
    announceResumed: (names) => `${subject(names)}を再開しました`,
    announceMoved: (name, place, count) => `${name} は ${count} 個中 ${place} 番目になりました`,
    announceRenamed: (name) => `名前を ${name} に変更しました`,
    announceNotRenamed: (name) => `${name} は送信中のため、名前は変わりません`,
    announceHeld: {
      network: 'オフラインです。アップロードは待機しています。',
      server: '保存先が応答しません。アップロードは待機し、再試行します。',
    },
    announceReleased: 'アップロードを続けています。',
  },
};
