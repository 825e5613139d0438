// In: the words of the widgets in simplified Chinese.
// Out: the four catalogues, under the names that every language has.
// May import: types of the components and the diagnosis, facts of the guide.
export { listMessages } from './zh-CN/list.ts';
export { settingsMessages } from './zh-CN/settings.ts';
export { uploadFailureMessages } from './zh-CN/uploadFailure.ts';
export { uploaderMessages } from './zh-CN/uploader.ts';
