import type { ContentStore } from '../ContentStore.ts';
import type { Memory } from './Memory.ts';

/** Keeps the bytes of attachments in memory. */
export function createMemoryContents({ attachments, contents }: Memory): ContentStore {
  return {
    async writeContent(id, bytes) {
      if (attachments.get(id)?.status !== 'pending') return false;
      contents.set(id, bytes.slice());
      return true;
    },
    async readContent(id) {
      return contents.get(id)?.slice() ?? null;
    },
    async readContentSize(id) {
      return contents.get(id)?.byteLength ?? null;
    },
  };
}
