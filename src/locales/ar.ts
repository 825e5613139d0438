// In: the words of the widgets in Arabic, written right to left.
// Out: the four catalogues, under the names that every language has.
// May import: types of the components and the diagnosis, facts of the guide.
export { listMessages } from './ar/list.ts';
export { settingsMessages } from './ar/settings.ts';
export { uploadFailureMessages } from './ar/uploadFailure.ts';
export { uploaderMessages } from './ar/uploader.ts';
