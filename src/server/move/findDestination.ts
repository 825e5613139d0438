import { DiagnosisError } from '../../diagnosis/index.ts';
import type { Backend } from '../Backend.ts';
import { moveConflict } from '../refusals.ts';
import { requireConnection } from '../settings/readConnection.ts';
import type { SettingsRow } from '../store/SettingsStore.ts';
import type { MoveRow, MoveTarget } from '../store/MoveStore.ts';
import type { Destination } from './moveOne.ts';

/** Where attachments are moved to as the settings are now: where new ones go too. `null`: nothing is saved, and there is no bucket. */
export function targetOf(settings: SettingsRow | null): MoveTarget | null {
  if (!settings) return null;
  if (settings.status !== 'configured') return 'database';
  const { bucket, region, endpoint } = settings;
  return { bucket, region, endpoint };
}

/**
 * Where a move leads to.
 *
 * @throws DiagnosisError `move_conflict` where new attachments go the other way by now, and why the bucket cannot be asked
 */
export async function findDestination(
  backend: Pick<Backend, 'store' | 'vault' | 'serverKey'>,
  to: MoveRow['to'],
): Promise<Destination> {
  const target = targetOf(await backend.store.readSettings());
  if (!target || (target === 'database') !== (to === 'database'))
    throw new DiagnosisError(moveConflict(to === 's3' ? 's3_not_in_use' : 's3_in_use'));
  return { target, connection: await requireConnection(backend) };
}
