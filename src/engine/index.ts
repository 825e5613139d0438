// In: a client and files.
// Out: an uploader: state to subscribe to, without React and without the document.
// May import: client, contract, diagnosis.
export type { Refusal, Restrictions } from './checkRestrictions.ts';
export { isPassing, isSilent } from './createAsk.ts';
export { createUploader } from './createUploader.ts';
export {
  isPending,
  loadedOf,
  type PendingStatus,
  type Upload,
  type UploadFile,
  type UploadIn,
  type UploadState,
  type WaitingFor,
  type WholeReason,
} from './Upload.ts';
export type {
  Clock,
  Network,
  PickedFile,
  Uploader,
  UploaderEvent,
  UploaderOptions,
  UploadProgress,
  UploadSummary,
  UploaderTuning,
} from './Uploader.ts';
export type { Hash, HashAlgorithm } from './hash/Hash.ts';
export { createHash } from './hash/createHash.ts';
export type { SessionStore, UploadSession } from './session/SessionStore.ts';
export { createIndexedDbSessions } from './session/createIndexedDbSessions.ts';
export { createShrinker } from './createShrinker.ts';
export type { ShrinkOptions } from './shrinkImage.ts';
