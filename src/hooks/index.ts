// In: a client; React and TanStack Query.
// Out: settings and attachments as queries, an uploader as an external store, the connection check.
// May import: engine, client, contract, diagnosis.
export type { Client } from '../client/index.ts';
export {
  isPending,
  loadedOf,
  type PickedFile,
  type Refusal,
  type Restrictions,
  type ShrinkOptions,
  type Upload,
  type Uploader,
  type UploaderEvent,
  type UploaderTuning,
  type UploadProgress,
  type UploadSummary,
} from '../engine/index.ts';
export type { Deletions } from './createDeletions.ts';
export {
  type AttachmentUploaderState,
  useAttachmentUploader,
  type UseAttachmentUploaderOptions,
} from './useAttachmentUploader.ts';
export type { Hold } from './uploaders.ts';
export { useAttachments, useDeleteAttachment, useSendDeletion } from './useAttachments.ts';
export { useChanges } from './useChanges.ts';
export { useChangeStatus } from './useChangeStatus.ts';
export { type ConnectionCheck, type ConnectionCheckState, useConnectionCheck } from './useConnectionCheck.ts';
export { useDeletion, useDeletions } from './useDeletions.ts';
export { useDetectRegion } from './useDetectRegion.ts';
export { type Draft, useSendDraft } from './useDraft.ts';
export { useFileDrop } from './useFileDrop.ts';
export { useLoaded } from './useLoaded.ts';
export { type MoveOrder, useMove, useOrderMove } from './useMove.ts';
export { useSaveSettings } from './useSaveSettings.ts';
export { useSettings } from './useSettings.ts';
export { type StoredFile, useStoredFile } from './useStoredFile.ts';
export { type UploadGroup, type UploadGroups, useUploadGroups } from './useUploadGroups.ts';
export { useUploadHealth } from './useUploadHealth.ts';
export {
  useUpload,
  useUploader,
  type UseUploaderOptions,
  useUploadHold,
  useUploadIds,
  useUploadProgress,
  useUploadSummary,
} from './useUploader.ts';
