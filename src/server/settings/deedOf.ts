import type { ChangedField, Deed } from '../../contract/index.ts';
import { looksLikeSecret, shownKeyId } from '../../diagnosis/index.ts';
import type { SavedSettings } from '../store/SettingsStore.ts';

/** Nothing is saved: what is set up for the first time is told from here. */
const nothing = {
  status: 'not_configured',
  bucket: '',
  region: '',
  endpoint: null,
  forcePathStyle: false,
  keyPrefix: '',
  links: 'public',
  publicBaseUrl: '',
  largeFiles: false,
  linkLifetime: 900,
  accessKey: null,
} as const;

/**
 * What a change of the settings did, field by field, for the history. Of the secret it tells only that there is another one;
 * `entered`: somebody typed it, so that the same one sealed anew is no change.
 */
export function deedOf(before: SavedSettings | null, after: SavedSettings, entered: boolean): Deed {
  const old = before ?? nothing;
  const fields: ChangedField[] = [];
  const tell = (field: ChangedField & { before: unknown; after: unknown }) => {
    if (field.before !== field.after) fields.push(field);
  };
  tell({ field: 'status', before: old.status, after: after.status });
  for (const field of ['bucket', 'region'] as const) tell({ field, ...shown(old[field], after[field]) });
  tell({ field: 'accessKeyId', before: keyId(old), after: keyId(after) });
  const became = !after.accessKey
    ? old.accessKey && 'erased'
    : !old.accessKey
      ? 'entered'
      : entered && 'replaced';
  if (became) fields.push({ field: 'secretAccessKey', became });
  tell({ field: 'links', before: old.links, after: after.links });
  tell({ field: 'linkLifetime', before: old.linkLifetime, after: after.linkLifetime });
  for (const field of ['publicBaseUrl', 'keyPrefix', 'endpoint'] as const)
    tell({ field, ...shown(old[field], after[field]) });
  for (const field of ['forcePathStyle', 'largeFiles'] as const)
    tell({ field, before: old[field], after: after[field] });
  return { kind: 'settings', fields };
}

function shown(before: string | null, after: string | null) {
  return { before: plain(before ?? ''), after: plain(after ?? '') };
}

// A history is for ever: what may be a secret in the wrong field does not come into it.
function plain(text: string): string {
  return [text.replace(/\/$/, ''), ...text.split('/')].some(looksLikeSecret) ? '…' : text;
}

function keyId({ accessKey }: Pick<SavedSettings, 'accessKey'>): string {
  return accessKey ? (shownKeyId(accessKey.id) ?? '…') : '';
}
