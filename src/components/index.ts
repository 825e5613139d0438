// In: hooks, the words of guide and diagnosis, the types of the contract.
// Out: the widgets and the types of their words.
// May import: hooks, guide, diagnosis, contract, react-hook-form. A component never fetches.
export { AttachmentList, type AttachmentListProps } from './AttachmentList.tsx';
export { AttachmentUploader, type AttachmentUploaderProps } from './AttachmentUploader.tsx';
export type { ListMessages } from './list/listMessages.ts';
export type { DeepPartial } from './primitives/mergeMessages.ts';
export { S3SettingsPanel, type S3SettingsPanelProps } from './S3SettingsPanel.tsx';
export type { SettingsMessages } from './settings/settingsMessages.ts';
export type { UploadFailureMessages } from './settings/uploadFailureMessages.ts';
export { UploadFailureAlert, type UploadFailureAlertProps } from './UploadFailureAlert.tsx';
export type { UploaderMessages } from './uploader/uploaderMessages.ts';
