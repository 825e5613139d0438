// In: a client and files.
// Out: an uploader: state to subscribe to, without React and without the document.
// May import: client, contract, diagnosis.
export {
  createUploader,
  type Uploader,
  type UploaderEvent,
  type UploaderOptions,
  type UploadSummary,
} from './createUploader.ts';
export { isPending, type Upload } from './Upload.ts';
