import type { HealthRow, SettingsStore } from '../SettingsStore.ts';
import { pushChange } from './createMemoryChanges.ts';
import type { Memory } from './Memory.ts';

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

/** Keeps the settings in memory. */
export function createMemorySettings(memory: Memory): SettingsStore {
  return {
    async readSettings() {
      return memory.settings && structuredClone(memory.settings);
    },
    async saveSettings(saved, expectedVersion, change) {
      if ((memory.settings?.version ?? 0) !== expectedVersion) return null;
      const health = memory.settings?.health ?? untried;
      const next = structuredClone({ ...saved, version: expectedVersion + 1, health });
      // Before the settings: a line that cannot be written leaves them as they are.
      pushChange(memory, change);
      memory.settings = next;
      return structuredClone(next);
    },
    async resealSecret(from, to, change) {
      const key = memory.settings?.accessKey;
      if (key?.sealedSecret !== from) return false;
      pushChange(memory, change);
      key.sealedSecret = to;
      return true;
    },
    async recordFailure({ settingsVersion, at, diagnosis }) {
      if (memory.settings?.version !== settingsVersion) return;
      const { health } = memory.settings;
      const lasts = health.failedSince !== null && health.recoveredAt === null;
      memory.settings.health = {
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
      if (memory.settings?.version !== settingsVersion) return;
      const { health } = memory.settings;
      const lasts = health.failedSince !== null && health.recoveredAt === null;
      const noted =
        health.workedVersion === settingsVersion && (health.workedAt ?? unlessAfter) > unlessAfter;
      if (!lasts && noted) return;
      memory.settings.health = {
        ...health,
        recoveredAt: lasts ? at : health.recoveredAt,
        workedAt: at,
        workedVersion: settingsVersion,
      };
    },
  };
}
