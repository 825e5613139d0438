import type { AttachmentRow } from '../AttachmentStore.ts';
import type { ChangeRow } from '../ChangeStore.ts';
import type { MoveRow } from '../MoveStore.ts';
import type { SettingsRow } from '../SettingsStore.ts';

/** Bytes in pieces, written to their end or not yet. */
export interface MemoryContent {
  version: string;
  pieces: Uint8Array<ArrayBuffer>[];
}

/** What a store in memory holds. */
export interface Memory {
  settings: SettingsRow | null;
  attachments: Map<string, AttachmentRow>;
  contents: Map<string, { written: MemoryContent | null; writing: MemoryContent | null }>;
  leases: Map<string, { owner: string; until: Date }>;
  move: MoveRow | null;
  /** The oldest first. */
  changes: ChangeRow[];
}
