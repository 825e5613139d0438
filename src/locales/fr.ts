// In: the words of the widgets in French.
// Out: the same four names that every language has, for a host to give to the widgets.
// May import: the files of its own folder.
export { listMessages } from './fr/list.ts';
export { settingsMessages } from './fr/settings.ts';
export { uploaderMessages } from './fr/uploader.ts';
export { uploadFailureMessages } from './fr/uploadFailure.ts';
