import type { AttachmentRow, Draft, HealthRow, SettingsRow, Store } from './Store.ts';

const untried: HealthRow = {
  failedSince: null,
  failedAt: null,
  failedCount: 0,
  failedDiagnosis: null,
  failedVersion: null,
  recoveredAt: null,
  workedAt: null,
  workedVersion: null,
};

/** Makes a store that forgets everything with the process: for tests and stories. Runs in a browser too. */
export function createMemoryStore(): Store {
  let settings: SettingsRow | null = null;
  const attachments = new Map<string, AttachmentRow>();
  const contents = new Map<string, Uint8Array>();
  const stored = (fits: (row: AttachmentRow) => boolean) =>
    [...attachments.values()]
      .filter((row) => row.status === 'stored' && fits(row))
      .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());

  return {
    async readSettings() {
      return settings && structuredClone(settings);
    },
    async saveSettings(saved, expectedVersion) {
      if ((settings?.version ?? 0) !== expectedVersion) return null;
      const health = settings?.health ?? untried;
      settings = structuredClone({ ...saved, version: expectedVersion + 1, health });
      return structuredClone(settings);
    },
    async recordFailure({ settingsVersion, at, diagnosis }) {
      if (settings?.version !== settingsVersion) return;
      const { health } = settings;
      const lasts = health.failedSince !== null && health.recoveredAt === null;
      settings.health = {
        ...health,
        failedSince: lasts && health.failedSince && health.failedSince < at ? health.failedSince : at,
        failedAt: lasts && health.failedAt && health.failedAt > at ? health.failedAt : at,
        failedCount: lasts ? health.failedCount + 1 : 1,
        failedDiagnosis: diagnosis,
        failedVersion: settingsVersion,
        recoveredAt: null,
      };
    },
    async recordSuccess({ settingsVersion, at, unlessAfter }) {
      if (settings?.version !== settingsVersion) return;
      const { health } = settings;
      const lasts = health.failedSince !== null && health.recoveredAt === null;
      const noted =
        health.workedVersion === settingsVersion && (health.workedAt ?? unlessAfter) > unlessAfter;
      if (!lasts && noted) return;
      settings.health = {
        ...health,
        recoveredAt: lasts ? at : health.recoveredAt,
        workedAt: at,
        workedVersion: settingsVersion,
      };
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
    async readAttachments(ids) {
      return [...new Set(ids)].flatMap((id) => {
        const row = attachments.get(id);
        return row ? [{ ...row }] : [];
      });
    },
    async listAttachments(ticketId) {
      return stored((row) => row.ticketId === ticketId && row.draftId === null).map((row) => ({ ...row }));
    },
    async listDraft(draft) {
      return stored((row) => isIn(row, draft)).map((row) => ({ ...row }));
    },
    async sendDraft(draft, ids) {
      const sent = stored((row) => isIn(row, draft) && (ids === null || ids.includes(row.id)));
      for (const row of sent) row.draftId = null;
      return sent.map((row) => ({ ...row }));
    },
    async signAgain(ids, signedAt) {
      for (const id of ids) {
        const row = attachments.get(id);
        if (row?.status === 'pending') row.signedAt = signedAt;
      }
    },
    async replaceMultipart(id, from, to) {
      const row = attachments.get(id);
      if (row?.status !== 'pending' || row.uploadId !== from) return false;
      Object.assign(row, to);
      return true;
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

function isIn(row: AttachmentRow, { ticketId, draftId, createdBy }: Draft): boolean {
  return row.ticketId === ticketId && row.draftId === draftId && row.createdBy === createdBy;
}
