// In: React, TanStack Query, a backend that keeps the contract.
// Out: the widgets, the hooks under them, the API client, the types of their words. A written list.
// May import: components, hooks, client, diagnosis, contract (types).
export {
  AttachmentList,
  type AttachmentListProps,
  AttachmentUploader,
  type AttachmentUploaderProps,
  type DeepPartial,
  type ListMessages,
  S3SettingsPanel,
  type S3SettingsPanelProps,
  type SettingsMessages,
  type UploaderMessages,
  UploadFailureAlert,
  type UploadFailureAlertProps,
  type UploadFailureMessages,
} from './components/index.ts';
export { type Client, type ClientOptions, createClient } from './client/index.ts';
export type {
  Attachment,
  CheckReport,
  CheckStep,
  CheckStepName,
  ConnectionInput,
  Health,
  Settings,
} from './contract/index.ts';
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
  type ConnectionCheck,
  type ConnectionCheckState,
  isPending,
  type Upload,
  type Uploader,
  type UploaderEvent,
  useAttachments,
  useConnectionCheck,
  useDeleteAttachment,
  useSettings,
  useUpload,
  useUploader,
  useUploadHealth,
  useUploadIds,
  type UploadSummary,
  useUploadSummary,
} from './hooks/index.ts';
