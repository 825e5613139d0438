import type {
  settingsMessages,
  listMessages,
  uploaderMessages,
  uploadFailureMessages,
} from '../../src/locales/en.ts';

/** What each language's door gives. */
export interface Catalogue {
  listMessages: typeof listMessages;
  settingsMessages: typeof settingsMessages;
  uploaderMessages: typeof uploaderMessages;
  uploadFailureMessages: typeof uploadFailureMessages;
}

const doors = import.meta.glob<Catalogue>('../../src/locales/*.ts');

/** The languages beside English, by their tags; none is named here, so that none can be left out. */
export const locales = Object.entries(doors)
  .map(([path, load]) => ({ tag: path.split('/').at(-1)?.replace('.ts', '') ?? '', load }))
  .filter(({ tag }) => tag !== 'en' && /^[a-z]{2}(?:-[A-Z]{2})?$/.test(tag));
