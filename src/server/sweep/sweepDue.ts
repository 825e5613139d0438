import { type Diagnosis, DiagnosisError } from '../../diagnosis/index.ts';
import { somewhereOf } from '../attachments/deleteBytes.ts';
import type { Backend } from '../Backend.ts';
import { forEachAtOnce } from '../forEachAtOnce.ts';
import { requireConnection, type SavedConnection } from '../settings/readConnection.ts';
import type { AttachmentRow } from '../store/AttachmentStore.ts';
import type { Due } from '../store/SweepStore.ts';
import { createCauses } from './createCauses.ts';
import { settle } from './settle.ts';
import type { SweepCounts } from './SweepReport.ts';

/** Which attachments, and whether to go on: asked before each. */
export type SweepScope = Pick<Due, 'pendingSince' | 'ticketId'> & { goesOn(): Promise<boolean> };

/** Rows that are read at a time. */
const page = 100;
/** Attachments that are seen to at the same time: each is one request to S3 after the other. */
const atOnce = 4;

/** Sees to all that is due, once. Rejects only with a fault of the store's; then what was not seen to is due as before. */
export async function sweepDue(
  backend: Omit<Backend, 'sweeper' | 'mover'>,
  { pendingSince, ticketId, goesOn }: SweepScope,
): Promise<{ counts: SweepCounts; causes: Diagnosis[] }> {
  const { store } = backend;
  const counts = { expired: 0, deleted: 0, watched: 0, cleared: 0, waiting: 0 };
  const causes = createCauses(backend);
  let connecting: Promise<SavedConnection> | undefined;
  let stopped = false;

  async function see(row: AttachmentRow): Promise<void> {
    stopped ||= !(await goesOn());
    if (stopped) return;
    const place = somewhereOf(row);
    if (place && causes.isClosed(place)) {
      counts.waiting++;
      return;
    }
    try {
      if (place) connecting ??= requireConnection(backend);
      const settled = await settle(backend, row, place && connecting ? await connecting : null);
      if (settled !== 'taken') counts[settled]++;
      if (place) causes.worked(place);
    } catch (error) {
      if (!(error instanceof DiagnosisError) || !place) throw error;
      counts.waiting++;
      causes.refused(error, row, place);
    }
  }

  // Of what is put off during this round nothing is due again in it.
  const now = backend.now();
  for (let after = ''; !stopped; ) {
    const due = { now, pendingSince, after, limit: page, ...(ticketId === undefined ? {} : { ticketId }) };
    const rows = await store.listDue(due);
    await forEachAtOnce(rows, atOnce, see);
    const last = rows.at(-1);
    if (!last || rows.length < page) break;
    after = last.id;
  }
  return { counts, causes: await causes.tell() };
}
