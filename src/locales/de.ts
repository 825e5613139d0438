// In: the words of the widgets in German.
// Out: the same four names that every language has, for a host to give to the widgets.
// May import: the files of its own folder.
export { listMessages } from './de/list.ts';
export { settingsMessages } from './de/settings.ts';
export { uploaderMessages } from './de/uploader.ts';
export { uploadFailureMessages } from './de/uploadFailure.ts';
