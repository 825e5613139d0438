import { createWorld, keysOf, saved, secret, type World } from '../server/support/createWorld.ts';
import { uploadsOf } from '../server/support/uploadsOf.ts';
import { createRounds } from './createRounds.ts';
import type { SoundSetup } from './soundSetups.ts';

/** What was said of a correct set-up. */
export interface SetupResult {
  setup: string;
  /** What the check, or an upload, had against it; empty when all is right. */
  complaints: string[];
  rounds: number;
  requests: number;
}

/** Checks a correct set-up and uploads a file through it. */
export async function runSetup({ setup, account, values }: SoundSetup, quiet = 25): Promise<SetupResult> {
  const rounds = createRounds(quiet);
  const world: World = createWorld({
    account,
    allowPrivateEndpoints: true,
    between: (init, url) => rounds.run(() => world.s3(new Request(url, init)), init.signal),
  });
  const body = { ...saved, secretAccessKey: secret, ...values };
  const { outcome, steps, findings } = await world.call('administrator', 'checkConnection', { body });
  const asked = { rounds: rounds.count, requests: rounds.requests };
  const left = [...(await keysOf(world)), ...(await uploadsOf(world))];
  return {
    setup,
    ...asked,
    complaints: [
      ...(outcome === 'passed' ? [] : [`the check ends ${outcome}`]),
      ...findings.map(({ code }) => `warns of ${code}`),
      ...steps
        .filter(({ status }) => status === 'failed' || status === 'warning' || status === 'unknown')
        .map(({ step, status }) => `${step} is ${status}`),
      ...(asked.rounds > 4 ? [`asks ${asked.rounds} rounds deep`] : []),
      ...left.map((key) => `leaves ${key} behind`),
      ...(await uploadThrough(world, values)),
    ],
  };
}

async function uploadThrough(world: World, values: SoundSetup['values']): Promise<string[]> {
  try {
    await world.configure(values);
    const { attachment, notice } = await world.upload('photo.png', 'hello');
    const { attachments } = await world.call('agent', 'listAttachments', { params: { ticketId: '1' } });
    const listed = attachments.some(({ id }) => id === attachment.id);
    return [
      ...(notice ? ['the stored file comes with a notice'] : []),
      ...(listed ? [] : ['the stored file is not listed']),
    ];
  } catch (error) {
    return [`the upload fails: ${String(error)}`];
  }
}
