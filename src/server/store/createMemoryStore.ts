import { createMemoryAttachments } from './memory/createMemoryAttachments.ts';
import { createMemoryChanges } from './memory/createMemoryChanges.ts';
import { createMemoryContents } from './memory/createMemoryContents.ts';
import { createMemoryLeases } from './memory/createMemoryLeases.ts';
import { createMemoryMoves } from './memory/createMemoryMoves.ts';
import { createMemorySettings } from './memory/createMemorySettings.ts';
import { createMemorySweep } from './memory/createMemorySweep.ts';
import type { Memory } from './memory/Memory.ts';
import type { Store } from './Store.ts';
import { withWholeContents } from './withWholeContents.ts';

/** Makes a store that forgets everything with the process: for tests and stories. Runs in a browser too. */
export function createMemoryStore(): Store {
  const memory: Memory = {
    settings: null,
    attachments: new Map(),
    contents: new Map(),
    leases: new Map(),
    move: null,
    changes: [],
  };
  return {
    ...createMemorySettings(memory),
    ...createMemoryAttachments(memory),
    ...withWholeContents(createMemoryContents(memory)),
    ...createMemoryLeases(memory),
    ...createMemoryMoves(memory),
    ...createMemoryChanges(memory),
    ...createMemorySweep(memory),
    async close() {},
  };
}
