import type { AttachmentRow } from '../AttachmentStore.ts';
import type { SettingsRow } from '../SettingsStore.ts';

/** What a store in memory holds. */
export interface Memory {
  settings: SettingsRow | null;
  attachments: Map<string, AttachmentRow>;
  contents: Map<string, Uint8Array>;
  leases: Map<string, { owner: string; until: Date }>;
}
