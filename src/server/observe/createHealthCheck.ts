import type { Backend } from '../Backend.ts';
import type { SettingsRow } from '../store/SettingsStore.ts';

/** What anybody may know of the backend: no name of anything, and no cause. */
export interface HealthFacts {
  /** `degraded`: uploads fail, and all else works. `down`: the store does not answer. `closing`: no new requests are taken. */
  status: 'up' | 'degraded' | 'down' | 'closing';
  store: 'up' | 'down' | 'unknown';
  /** By the uploads and checks of late; S3 itself is not asked. */
  s3: 'working' | 'failing' | 'untried' | 'not_in_use' | 'unknown';
}

/** Milliseconds that the store has for its answer. */
const patience = 2000;
/** Milliseconds that an answer is good for: who asks need not be signed in, and shall cost nothing. */
const freshFor = 1000;

/** Makes what answers `/health`: with one small read of the store a second at most, however many ask. Never rejects. */
export function createHealthCheck({
  store,
  health,
  shutdown,
}: Pick<Backend, 'store' | 'health' | 'shutdown'>): () => Promise<HealthFacts> {
  let asking: Promise<SettingsRow | null | 'down'> | null = null;
  let answeredAt: number | null = null;

  async function ask(): Promise<SettingsRow | null | 'down'> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<'down'>((resolve) => {
      timer = setTimeout(() => resolve('down'), patience);
    });
    try {
      return await Promise.race([store.readSettings(), late]);
    } catch {
      return 'down';
    } finally {
      clearTimeout(timer);
    }
  }

  return async () => {
    if (shutdown.isClosing()) return { status: 'closing', store: 'unknown', s3: 'unknown' };
    if (answeredAt !== null && performance.now() - answeredAt >= freshFor) asking = null;
    // All who come while the store is silent wait for one answer.
    if (!asking) {
      answeredAt = null;
      asking = ask().finally(() => {
        answeredAt = performance.now();
      });
    }
    const row = await asking;
    if (row === 'down') return { status: 'down', store: 'down', s3: 'unknown' };
    const s3 = row?.status === 'configured' ? health.read(row).status : 'not_in_use';
    return { status: s3 === 'failing' ? 'degraded' : 'up', store: 'up', s3 };
  };
}
