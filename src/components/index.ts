// In: hooks, the words of guide and diagnosis, the types of the contract.
// Out: the widgets, and their words in English with the types.
// May import: hooks, guide, diagnosis, contract, react-hook-form. A component never fetches.
export { AttachmentList, type AttachmentListProps } from './AttachmentList.tsx';
export { AttachmentUploader, type AttachmentUploaderProps } from './AttachmentUploader.tsx';
export { type ListMessages, listMessages } from './list/listMessages.ts';
export type { DeepPartial } from './primitives/mergeMessages.ts';
export { S3SettingsPanel, type S3SettingsPanelProps } from './S3SettingsPanel.tsx';
export { type SettingsMessages, settingsMessages } from './settings/settingsMessages.ts';
export { type UploadFailureMessages, uploadFailureMessages } from './settings/uploadFailureMessages.ts';
export { UploadFailureAlert, type UploadFailureAlertProps } from './UploadFailureAlert.tsx';
export { type UploaderMessages, uploaderMessages } from './uploader/uploaderMessages.ts';
