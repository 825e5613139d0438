// In: the words of the widgets in Spanish.
// Out: the same four names that every language has, for a host to give to the widgets.
// May import: the files of its own folder.
export { listMessages } from './es/list.ts';
export { settingsMessages } from './es/settings.ts';
export { uploaderMessages } from './es/uploader.ts';
export { uploadFailureMessages } from './es/uploadFailure.ts';
