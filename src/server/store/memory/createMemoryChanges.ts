import type { ChangeStore, ChangeToKeep } from '../ChangeStore.ts';
import type { Memory } from './Memory.ts';

/** Keeps changes in memory. */
export function createMemoryChanges(memory: Memory): ChangeStore {
  return {
    async addChange(change) {
      pushChange(memory, change);
    },
    async listChanges(limit) {
      return structuredClone(memory.changes.slice(-limit).reverse());
    },
  };
}

/** Writes a change down. */
export function pushChange({ changes }: Memory, { at, by, deed }: ChangeToKeep): void {
  changes.push(structuredClone({ id: changes.length + 1, at, by, deed }));
}
