// In: the words of the widgets in Japanese.
// Out: the four catalogues, under the names that every language has.
// May import: types of the components and the diagnosis, facts of the guide.
export { listMessages } from './ja/list.ts';
export { settingsMessages } from './ja/settings.ts';
export { uploadFailureMessages } from './ja/uploadFailure.ts';
export { uploaderMessages } from './ja/uploader.ts';
