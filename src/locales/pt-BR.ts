// In: the words of the widgets in Brazilian Portuguese.
// Out: the same four names that every language has, for a host to give to the widgets.
// May import: the files of its own folder.
export { listMessages } from './pt-BR/list.ts';
export { settingsMessages } from './pt-BR/settings.ts';
export { uploaderMessages } from './pt-BR/uploader.ts';
export { uploadFailureMessages } from './pt-BR/uploadFailure.ts';
