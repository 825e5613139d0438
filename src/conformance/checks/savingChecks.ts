import type { SavedSettings, Settings } from '../../contract/index.ts';
import { describeAnswer } from '../Answer.ts';
import type { Check } from '../Check.ts';
import { readAnswer } from '../readAnswer.ts';
import { requireRefusal } from '../requireRefusal.ts';
import { madeUpValues } from '../routeRows.ts';
import { Blocked, Shortfall } from '../Shortfall.ts';
import type { World } from '../World.ts';
import { requireIssue } from './settingsChecks.ts';

const about = { subject: 'saveSettings', people: ['administrator'], when: 'settings' } as const;
const aboutStatus = { ...about, subject: 'changeStatus' } as const;

/** The values that are saved: those of a real bucket where they are known. */
export const valuesOf = ({ options: { s3Values } }: World) => ({ ...madeUpValues, ...s3Values });

/** What is looked at while settings are saved, one after the other; the runner puts back what was there. */
export const savingChecks: readonly Check[] = [
  {
    ...about,
    sentence: 'saves the values and makes the version one more',
    run: async (world) => {
      const before = versionOf(await world.settings());
      const { secretAccessKey: _, ...values } = valuesOf(world);
      const saved = await save(world, { ...valuesOf(world), version: before });
      for (const [name, value] of Object.entries(values)) requireMember(saved, name, value);
      requireMember(saved, 'secretAccessKey', 'configured');
      requireMember(saved, 'version', before + 1);
    },
  },
  {
    ...about,
    subject: 'readSettings',
    sentence: 'tells what was saved',
    run: async (world) => {
      const saved = await save(world, {
        ...valuesOf(world),
        keyPrefix: 'conformance/',
        version: await version(world),
      });
      const read = await world.settings();
      for (const name of [
        'status',
        'bucket',
        'region',
        'accessKeyId',
        'keyPrefix',
        'version',
        'savedAt',
        'savedBy',
      ])
        requireMember(read, name, saved[name as keyof Settings]);
    },
  },
  {
    ...about,
    subject: 'listChanges',
    sentence: 'tells who changed what, the newest first',
    run: async (world) => {
      const from = await save(world, {
        ...valuesOf(world),
        keyPrefix: 'from/',
        version: await version(world),
      });
      await save(world, { ...valuesOf(world), keyPrefix: 'to/', version: versionOf(from) });
      const { changes } = readAnswer('listChanges', await world.call('administrator', 'listChanges'));
      const fields = changes[0]?.deed.kind === 'settings' ? changes[0].deed.fields : [];
      const field = fields.find((one) => one.field === 'keyPrefix');
      const came = JSON.stringify(changes[0] ?? null);
      if (JSON.stringify(field) !== JSON.stringify({ field: 'keyPrefix', before: 'from/', after: 'to/' }))
        throw new Shortfall('keyPrefix from/ to/ as the newest change', came);
      if (!changes[0]?.by) throw new Shortfall('by whom', came);
    },
  },
  {
    ...about,
    sentence: 'keeps what is left out, the secret included',
    run: async (world) => {
      const { bucket, region, accessKeyId, secretAccessKey, endpoint } = valuesOf(world);
      const prefix = 'conformance/kept/';
      const full = { bucket, region, accessKeyId, secretAccessKey, endpoint, keyPrefix: prefix };
      const before = await save(world, { ...full, version: await version(world) });
      const after = await save(world, { bucket, region, accessKeyId, version: versionOf(before) });
      requireMember(after, 'keyPrefix', prefix);
      requireMember(after, 'secretAccessKey', 'configured');
      requireMember(
        after,
        'secretSavedAt',
        (before as SavedSettings & { secretSavedAt?: string }).secretSavedAt,
      );
    },
  },
  {
    ...about,
    sentence: 'answers 409 settings_changed to the second of two who began with the same version',
    run: async (world) => {
      const body = { ...valuesOf(world), version: await version(world) };
      await save(world, body);
      requireRefusal(await world.call('administrator', 'saveSettings', { body }), ['settings_changed']);
    },
  },
  {
    ...about,
    sentence: 'wants the secret again for another access key',
    run: async (world) => {
      const { secretAccessKey: _, ...values } = valuesOf(world);
      const body = { ...values, accessKeyId: 'AKIACONFORMANCEOTHER', version: await version(world) };
      const answer = await world.call('administrator', 'saveSettings', { body });
      requireRefusal(answer, ['invalid_input'], 'A saved secret belongs to the key that it was saved for.');
      requireIssue(answer, 'secretAccessKey');
    },
  },
  {
    ...about,
    sentence: 'wants the secret again for another endpoint',
    run: async (world) => {
      const { secretAccessKey: _, ...values } = valuesOf(world);
      const body = { ...values, endpoint: 'https://s3.conformance.example', version: await version(world) };
      const answer = await world.call('administrator', 'saveSettings', { body });
      // Who takes no endpoints at all says that first.
      requireRefusal(
        answer,
        ['invalid_input', 'endpoint_not_allowed'],
        'With the saved secret, requests would be signed for a host that nobody entered it for.',
      );
    },
  },
  {
    ...aboutStatus,
    sentence: 'takes S3 out of use: new files go to the database',
    run: async (world) => {
      await ensureSaved(world);
      await change(world, 'configured');
      requireMember(await change(world, 'disabled'), 'status', 'disabled');
      const { target } = await world.sign();
      if (target.to !== 'database') throw new Shortfall('target database', `target ${target.to}`);
    },
  },
  {
    ...aboutStatus,
    sentence: 'takes S3 into use again with the saved key',
    run: async (world) => {
      await ensureSaved(world);
      await change(world, 'disabled');
      const changed = await change(world, 'configured');
      requireMember(changed, 'status', 'configured');
      requireMember(changed, 'secretAccessKey', 'configured');
      requireMember(await world.settings(), 'status', 'configured');
    },
  },
  {
    ...aboutStatus,
    sentence: 'makes the version one more with every change',
    run: async (world) => {
      await ensureSaved(world);
      const before = versionOf(await change(world, 'configured'));
      requireMember(await change(world, 'disabled'), 'version', before + 1);
    },
  },
  {
    ...aboutStatus,
    sentence:
      'removes the access key: it is in no answer any more, and S3 cannot be taken into use without one',
    run: async (world) => {
      await ensureSaved(world);
      await change(world, 'keys_removed');
      const settings = await world.settings();
      requireMember(settings, 'status', 'keys_removed');
      for (const name of ['accessKeyId', 'secretAccessKey']) requireMember(settings, name, undefined);
      const body = { status: 'configured', version: versionOf(settings) };
      requireRefusal(await world.call('administrator', 'changeStatus', { body }), ['secret_needed']);
    },
  },
  {
    ...about,
    sentence: 'brings S3 back into use with a new access key after its removal',
    run: async (world) => {
      await ensureSaved(world);
      await change(world, 'keys_removed');
      const saved = await save(world, { ...valuesOf(world), version: await version(world) });
      requireMember(saved, 'status', 'configured');
    },
  },
];

/** The version of settings; 0 while there are none. */
export function versionOf(settings: Settings): number {
  return settings.status === 'not_configured' ? 0 : settings.version;
}

async function version(world: World): Promise<number> {
  return versionOf(await world.settings());
}

async function save(world: World, body: Record<string, unknown>): Promise<Settings> {
  return readAnswer('saveSettings', await world.call('administrator', 'saveSettings', { body }));
}

async function ensureSaved(world: World): Promise<void> {
  const settings = await world.settings();
  if (settings.status === 'configured' || settings.status === 'disabled') return;
  const answer = await world.call('administrator', 'saveSettings', {
    body: { ...valuesOf(world), version: versionOf(settings) },
  });
  if (answer.status !== 200) throw new Blocked(`nothing could be saved: ${describeAnswer(answer)}`);
}

async function change(world: World, status: 'configured' | 'disabled' | 'keys_removed'): Promise<Settings> {
  const body = { status, version: await version(world) };
  return readAnswer('changeStatus', await world.call('administrator', 'changeStatus', { body }));
}

function requireMember(settings: Settings, name: string, value: unknown): void {
  const came = (settings as unknown as Record<string, unknown>)[name];
  // An endpoint without its last slash is the same; a secret is never printed.
  const same =
    typeof value === 'string' && typeof came === 'string' ? trim(value) === trim(came) : value === came;
  if (!same) throw new Shortfall(`${name} ${JSON.stringify(value)}`, `${name} ${JSON.stringify(came)}`);
}

const trim = (text: string) => text.replace(/\/$/, '');
