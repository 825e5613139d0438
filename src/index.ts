// In: React, TanStack Query, a backend that keeps the contract.
// Out: the widgets, the hooks under them, the API client, the types of their words. A written list.
// May import: components, hooks, client, diagnosis, contract (types).
export {
  AttachmentList,
  type AttachmentListProps,
  AttachmentUploader,
  type AttachmentUploaderProps,
  type DeepPartial,
  S3SettingsPanel,
  type S3SettingsPanelProps,
  type SettingsMessages,
  type UploaderMessages,
} from './components/index.ts';
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
  type UploadSummary,
  useUploadSummary,
} from './hooks/index.ts';
