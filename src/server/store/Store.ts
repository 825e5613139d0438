import type { AttachmentStore } from './AttachmentStore.ts';
import type { ChangeStore } from './ChangeStore.ts';
import type { ContentStore } from './ContentStore.ts';
import type { LeaseStore } from './LeaseStore.ts';
import type { MoveStore } from './MoveStore.ts';
import type { SettingsStore } from './SettingsStore.ts';
import type { SweepStore } from './SweepStore.ts';

/** Where the backend keeps what it must not lose: an edge, injected into the handler. A part for each thing that is kept. */
export interface Store
  extends SettingsStore,
    AttachmentStore,
    ContentStore,
    LeaseStore,
    ChangeStore,
    MoveStore,
    SweepStore {
  close(): Promise<void>;
}
