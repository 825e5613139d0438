// In: React, TanStack Query, a backend that keeps the contract.
// Out: the widgets, the hooks under them, the API client, the types of their words. A written list.
// May import: components, hooks, client, diagnosis, contract (types).
export { AttachmentList, type AttachmentListProps } from './components/AttachmentList.tsx';
export { AttachmentUploader, type AttachmentUploaderProps } from './components/AttachmentUploader.tsx';
export type { DeepPartial } from './components/primitives/mergeMessages.ts';
export { S3SettingsPanel, type S3SettingsPanelProps } from './components/S3SettingsPanel.tsx';
export type { SettingsMessages } from './components/settings/settingsMessages.ts';
export type { UploaderMessages } from './components/uploader/uploaderMessages.ts';
export { type Client, type ClientOptions, createClient } from './client/index.ts';
export type { Attachment, Settings } from './contract/index.ts';
export {
  type Diagnosis,
  type DiagnosisCode,
  DiagnosisError,
  type SettingsTarget,
  targetFromText,
  targetToText,
  type Verdict,
  type Where,
} from './diagnosis/index.ts';
export {
  isPending,
  type Upload,
  type Uploader,
  type UploaderEvent,
  useAttachments,
  useDeleteAttachment,
  useSettings,
  useUpload,
  useUploader,
  useUploadIds,
  useUploadsPending,
} from './hooks/index.ts';
