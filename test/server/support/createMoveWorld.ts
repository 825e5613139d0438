import { createHash, randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import type { Move } from '../../../src/contract/index.ts';
import type { Store } from '../../../src/server/index.ts';
import { acmeAccount, createWorld, parts, saved, type World, type WorldOptions } from './createWorld.ts';
import type { PolicyDocument, PolicyStatement } from '../../../src/testing/s3/account/PolicyDocument.ts';
import { unsettledIn } from './createSweepWorld.ts';
import { worldStore } from './worldStore.ts';

/** The bucket that the desk moves to, or comes from. */
export const other = 'acme-archive';

/** A world with attachments that are moved, and a clock that goes on by hand and by itself. */
export interface MoveWorld extends World {
  /** What is added to the time, in ms. */
  clock: { ahead: number };
  /** Stores a file through the routes, wherever new ones go; gives its id. */
  keep: (name: string, bytes: Uint8Array<ArrayBuffer>, over?: { draftId?: string }) => Promise<string>;
  start: (to: 'database' | 's3') => Promise<Move>;
  read: () => Promise<Move>;
}

export interface MoveWorldOptions extends WorldOptions {
  store?: Store;
  /** The clock of a world that is there already. */
  time?: MoveWorld['clock'];
}

/** Makes a world whose account has two buckets that are set up alike. */
export function createMoveWorld({
  time: clock = { ahead: 0 },
  ...options
}: MoveWorldOptions = {}): MoveWorld {
  const account = options.sharedS3?.account ?? twoBuckets();
  const { store = worldStore() } = options;
  const world = createWorld({ account, store, clock: () => Date.now() + clock.ahead, ...options });
  const keep: MoveWorld['keep'] = async (name, bytes, over = {}) => {
    const files = [{ id: 'f', name, size: bytes.byteLength, type: 'application/zip' }];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files, ...over } });
    const result = uploads[0]?.result;
    if (result?.status !== 'signed') throw new Error(`Not signed: ${JSON.stringify(result)}`);
    const params = { attachmentId: result.attachmentId };
    if (result.target.to === 'database') await world.call('agent', 'uploadContent', { params, bytes });
    else if (result.target.to === 's3') {
      const { url, headers } = result.target;
      const sent = await world.s3(new Request(url, { method: 'PUT', headers, body: bytes }));
      expect(sent.status).toBe(200);
    }
    await world.call('agent', 'completeUpload', { params });
    return result.attachmentId;
  };
  return {
    ...world,
    clock,
    keep,
    start: (to) => world.call('administrator', 'startMove', { body: { to } }),
    read: () => world.call('administrator', 'readMove'),
  };
}

/** The documented account with a second bucket that is set up like the first. */
export function twoBuckets() {
  const account = acmeAccount();
  const { bucket, policy } = parts(account);
  const second = structuredClone(bucket);
  second.name = other;
  for (const one of statementsOf(second.policy)) one.Resource = `arn:aws:s3:::${other}/*`;
  account.buckets.push(second);
  for (const one of statementsOf(policy.document))
    one.Resource = [saved.bucket, other].map((name) => `arn:aws:s3:::${name}/*`);
  return account;
}

/** The statements of a policy, to be edited. */
export function statementsOf(policy: PolicyDocument | null): PolicyStatement[] {
  return [policy?.Statement ?? []].flat() as PolicyStatement[];
}

export const bytesOf = (size: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(size));

export const sha256 = (bytes: Uint8Array | null) => bytes && createHash('sha256').update(bytes).digest('hex');

/** The keys of all objects of a bucket. */
export const keysIn = (world: World, bucket: string) => world.s3.objects.list(`${bucket}/`);

/** The bytes of an attachment as somebody gets them who opens it. */
export async function open(world: World, id: string): Promise<Uint8Array | null> {
  const response = await world.send('agent', 'readContent', { params: { attachmentId: id } });
  const location = response.headers.get('location');
  const answer = location ? await world.s3(new Request(location)) : response;
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
}

/** Sees that these attachments, by id, are there with their bytes, all of them in one place, and that nothing is anywhere else. */
export async function expectMoved(
  world: World,
  contents: Readonly<Record<string, Uint8Array<ArrayBuffer>>>,
  to: string,
): Promise<void> {
  for (const [id, bytes] of Object.entries(contents)) {
    const row = await world.store.readAttachment(id);
    expect(row).toMatchObject({ status: 'stored', movingTo: null, moveFailure: null });
    expect(row?.storedIn === 'database' ? 'database' : row?.bucket).toBe(to);
    expect(sha256(await open(world, id))).toBe(sha256(bytes));
    expect((await world.store.findContent(id))?.size ?? null).toBe(
      to === 'database' ? bytes.byteLength : null,
    );
  }
  expect(await unsettledIn(world.store)).toEqual([]);
  const count = Object.keys(contents).length;
  for (const bucket of [saved.bucket, other])
    expect(await keysIn(world, bucket)).toHaveLength(bucket === to ? count : 0);
  expect(await world.store.listMoving('', 10)).toEqual([]);
}
