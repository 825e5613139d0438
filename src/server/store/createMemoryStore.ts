import type { AttachmentRow, SettingsRow, Store } from './Store.ts';

/** Makes a store that forgets everything with the process: for tests and stories. Runs in a browser too. */
export function createMemoryStore(): Store {
  let settings: SettingsRow | null = null;
  const attachments = new Map<string, AttachmentRow>();
  const contents = new Map<string, Uint8Array>();

  return {
    async readSettings() {
      return settings && { ...settings };
    },
    async saveSettings(row) {
      settings = { ...row, version: (settings?.version ?? 0) + 1 };
      return { ...settings };
    },
    async addAttachments(rows) {
      if (rows.some(({ id }) => attachments.has(id)))
        throw new Error('An attachment of this id is there already.');
      for (const row of rows) attachments.set(row.id, { ...row });
    },
    async readAttachment(id) {
      const row = attachments.get(id);
      return row ? { ...row } : null;
    },
    async listAttachments(ticketId) {
      return [...attachments.values()]
        .filter((row) => row.ticketId === ticketId && row.status === 'stored')
        .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
        .map((row) => ({ ...row }));
    },
    async moveAttachment(id, from, to) {
      const row = attachments.get(id);
      if (!row || !from.includes(row.status)) return false;
      row.status = to;
      return true;
    },
    async removeAttachment(id) {
      attachments.delete(id);
      contents.delete(id);
    },
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
    async close() {},
  };
}
