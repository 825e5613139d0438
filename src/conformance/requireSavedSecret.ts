import type { SavedSettings } from '../contract/index.ts';
import { memberOf } from './Answer.ts';
import { savableOf } from './routeRows.ts';
import { CannotRun } from './Shortfall.ts';
import type { World } from './World.ts';

/** How often it is tried to have two signatures of one second. */
const maxTries = 5;

/**
 * Has the same thing signed by the saved secret and by the one of the environment: what is going to be put back must be what is
 * there. Where an implementation signs no two things alike, nothing can be told, and nothing is said.
 *
 * @throws CannotRun where the secrets differ
 */
export async function requireSavedSecret(world: World, saved: SavedSettings): Promise<void> {
  const values = savableOf(saved);
  const { secretAccessKey } = world.options.s3Values ?? {};
  for (let tries = 0; tries < maxTries; tries++) {
    const [before, given] = [await sign(world, values), await sign(world, { ...values, secretAccessKey })];
    if (!before || !given) return;
    if (before.text !== given.text) continue;
    if (before.signature === given.signature) return;
    throw new CannotRun(
      'The secret access key of the environment is not the one that is saved there: it could not be put back.',
    );
  }
}

/** A signature, and all else of what was signed, its second included. */
async function sign(world: World, body: object): Promise<{ text: string; signature: string } | null> {
  const { json } = await world.call('administrator', 'signProof', { body });
  const address = memberOf(memberOf(json, 'put'), 'url');
  if (typeof address !== 'string' || !URL.canParse(address)) return null;
  const url = new URL(address);
  const signature = url.searchParams.get('X-Amz-Signature');
  url.searchParams.delete('X-Amz-Signature');
  return signature === null ? null : { text: url.href, signature };
}
