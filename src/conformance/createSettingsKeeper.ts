import { isDone, readAnswer } from './readAnswer.ts';
import { describeAnswer } from './Answer.ts';
import { valuesOf, versionOf } from './checks/savingChecks.ts';
import { savableOf } from './routeRows.ts';
import { requireSavedSecret } from './requireSavedSecret.ts';
import { CannotRun, Shortfall } from './Shortfall.ts';
import type { World } from './World.ts';

/** Brings the settings into the state that checks need, and back at the end. */
export interface SettingsKeeper {
  enterDatabase(): Promise<void>;
  /** S3 in use, with the values of a real bucket. */
  enterS3(): Promise<void>;
  /** As it was before; what cannot be brought back is told as a sentence. */
  restore(): Promise<string | null>;
}

/**
 * Makes one over the settings as they are now.
 *
 * @throws CannotRun where a saved secret could not be put back
 */
export async function createSettingsKeeper(world: World): Promise<SettingsKeeper> {
  const before = await world.settings();
  const { s3Values } = world.options;
  if ('serverKey' in before)
    throw new CannotRun(
      'The access key is brought there by the server itself, and is not entered: leave --writes-settings out.',
    );
  if ('accessKeyId' in before && before.accessKeyId !== s3Values?.accessKeyId) {
    throw new CannotRun(
      'Settings with an access key are saved there, and nobody could put back its secret. Give the values of that very key in the environment, or choose an implementation that has nothing to lose.',
    );
  }
  if ('accessKeyId' in before) await requireSavedSecret(world, before);

  async function save(body: Record<string, unknown>): Promise<void> {
    const version = versionOf(await world.settings());
    const answer = await world.call('administrator', 'saveSettings', { body: { ...body, version } });
    readAnswer('saveSettings', answer);
  }

  async function change(status: 'configured' | 'disabled' | 'keys_removed'): Promise<void> {
    const settings = await world.settings();
    if (settings.status === status || settings.status === 'not_configured') return;
    const answer = await world.call('administrator', 'changeStatus', {
      body: { status, version: settings.version },
    });
    if (!isDone(answer)) throw new Shortfall(`status ${status}`, describeAnswer(answer));
  }

  return {
    enterDatabase: async () => {
      const { status } = await world.settings();
      if (status === 'configured') await change('disabled');
      world.mode = 'database';
    },
    enterS3: async () => {
      await save(valuesOf(world));
      await change('configured');
      world.mode = 's3';
    },
    restore: async () => {
      if (before.status === 'not_configured') {
        await change('keys_removed');
        return 'Nothing was saved before. What was saved meanwhile cannot be unsaved: it stands there with its keys removed, and S3 is not in use.';
      }
      await save({ ...savableOf(before), ...secretOf(world) });
      await change(before.status);
      return null;
    },
  };
}

// Where keys were removed before, those that are saved for a moment are removed again.
function secretOf(world: World) {
  const { accessKeyId, secretAccessKey } = valuesOf(world);
  return { accessKeyId, secretAccessKey };
}
