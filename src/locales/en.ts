// In: the words of the widgets in English, which they have without being given any.
// Out: the same under the names that every language has: for a host that changes between them.
export {
  listMessages,
  settingsMessages,
  uploaderMessages,
  uploadFailureMessages,
} from '../components/index.ts';
