import type { Health } from '../../contract/index.ts';
import { type Diagnosis, type DiagnosisCode, diagnosisSchema, remedyBy } from '../../diagnosis/index.ts';
import type { SettingsRow } from '../store/SettingsStore.ts';
import type { Store } from '../store/Store.ts';

/** Keeps account of how uploads are going, for all processes together. Its writes never reject. */
export interface HealthKeeper {
  /**
   * Counts an upload that failed by the set-up or the storage. `settingsVersion`: that it was signed with; `null` counts for none.
   * `upload`: its id, so that it counts once, however often it is reported.
   */
  failed(diagnosis: Diagnosis, settingsVersion: number | null, upload?: string): Promise<void>;
  /** Notes an upload, or a check of the saved settings, that went well. */
  worked(settingsVersion: number | null): Promise<void>;
  /** What is told of it. */
  read(row: SettingsRow): Health;
}

/** A success is written down at most so often while nothing fails, in ms. */
const noteEvery = 60_000;

/** How many uploads are remembered as counted: those of one process, which is where reports are repeated. */
const maxCounted = 10_000;

// An administrator's matter too, but not the settings': what the page or a proxy made of the request, our own origin rule,
// and the browser's rules for the page.
const notOfTheSetUp: readonly DiagnosisCode[] = [
  'request_altered',
  'request_invalid',
  'origin_not_allowed',
  'csp_blocked',
];

/** Makes the keeper of that account. */
export function createHealth({ store, now }: { store: Store; now: () => Date }): HealthKeeper {
  const counted = new Set<string>();
  return {
    async failed(diagnosis, settingsVersion, upload) {
      if (settingsVersion === null || !isOfTheSetUp(diagnosis)) return;
      if (upload !== undefined) {
        if (counted.has(upload)) return;
        counted.add(upload);
        if (counted.size > maxCounted) counted.delete(counted.values().next().value as string);
      }
      const failure = { settingsVersion, at: now(), diagnosis: JSON.stringify(diagnosis) };
      await carryOn(() => store.recordFailure(failure));
    },
    async worked(settingsVersion) {
      if (settingsVersion === null) return;
      const at = now();
      const unlessAfter = new Date(at.getTime() - noteEvery);
      await carryOn(() => store.recordSuccess({ settingsVersion, at, unlessAfter }));
    },
    read,
  };
}

/** True for what stops uploads until somebody mends the set-up or the storage is back. */
function isOfTheSetUp(diagnosis: Diagnosis): boolean {
  const { code } = diagnosis;
  if (code === 's3_unavailable' || code === 's3_unreachable') return true;
  // S3 would have taken the file: then it was the way between this one browser and S3.
  if (code === 'transfer_blocked' && diagnosis.cleared) return false;
  const by = remedyBy[code];
  return (by === 'administrator' || by === 'link') && !notOfTheSetUp.includes(code);
}

// Somebody waits for the answer to an upload. An account that misses one is worth less than that answer, and a store that
// is really gone shows in the request itself.
async function carryOn(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch {
    // Said above.
  }
}

function read({ health, version }: SettingsRow): Health {
  const { failedSince, failedAt, failedCount: count, recoveredAt, workedAt } = health;
  const diagnosis = parse(health.failedDiagnosis);
  if (failedSince && failedAt && !recoveredAt && diagnosis) {
    return {
      status: 'failing',
      since: failedSince.toISOString(),
      lastAt: failedAt.toISOString(),
      count,
      diagnosis,
      changedSince: health.failedVersion !== version,
    };
  }
  const lasts = failedSince !== null && recoveredAt === null;
  // A success of other settings says nothing of these.
  if (lasts || !workedAt || health.workedVersion !== version) return { status: 'untried' };
  const recovered =
    failedSince && recoveredAt && diagnosis
      ? { at: recoveredAt.toISOString(), since: failedSince.toISOString(), count, diagnosis }
      : null;
  return { status: 'working', lastAt: workedAt.toISOString(), recovered };
}

function parse(text: string | null): Diagnosis | null {
  if (text === null) return null;
  try {
    return diagnosisSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
