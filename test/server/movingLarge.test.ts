import { expect, it, vi } from 'vitest';
import { createFakeS3 } from '../../src/testing/s3/index.ts';
import { createMortal } from './support/createMortal.ts';
import {
  bytesOf,
  createMoveWorld,
  expectMoved,
  type MoveWorld,
  open,
  other,
  sha256,
  twoBuckets,
} from './support/createMoveWorld.ts';
import { saved, type World } from './support/createWorld.ts';
import { worldStore } from './support/worldStore.ts';

vi.setConfig({ testTimeout: 240_000 });

const mebibyte = 1024 ** 2;
const hour = 3_600_000;
// More than is held in memory, and no whole number of parts.
const size = 66 * mebibyte + 5;
const film = bytesOf(size);

/** Parts that are left in either bucket. An upload whose id was never learnt has none, and nobody could ask for it. */
const leftParts = async (world: World) =>
  (await Promise.all([saved.bucket, other].map((bucket) => world.s3.objects.list(`.multipart/${bucket}/`))))
    .flat()
    .filter((id) => id.split('/').length > 3);

async function tidyUp(world: MoveWorld): Promise<void> {
  for (let round = 0; round < 2; round++) {
    world.clock.ahead += 25 * hour;
    await world.backend.sweep();
  }
}

/** Uploads the film in parts, as the engine does. */
async function keepInParts(world: MoveWorld): Promise<string> {
  const partSize = 16 * mebibyte;
  const numbers = [1, 2, 3, 4, 5];
  const files = [{ id: 'f', name: 'film.mp4', size, type: 'video/mp4', as: 'parts' }];
  const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
  const result = uploads[0]?.result;
  if (result?.status !== 'signed') throw new Error('refused');
  const params = { attachmentId: result.attachmentId };
  const begun = await world.call('agent', 'createMultipart', {
    params,
    body: { partSize, parts: numbers.map((number) => ({ number })) },
  });
  if (begun.status !== 'created') throw new Error('whole');
  const parts: { number: number; etag: string }[] = [];
  for (const { number, url, headers } of begun.parts) {
    const body = film.subarray((number - 1) * partSize, number * partSize);
    const sent = await world.s3(new Request(url, { method: 'PUT', headers, body }));
    parts.push({ number, etag: sent.headers.get('etag') ?? '' });
  }
  await world.call('agent', 'completeUpload', { params, body: { parts } });
  return result.attachmentId;
}

it('a film that was put whole is copied to another bucket in parts, and read twice to be sure', async () => {
  let gets = 0;
  const world: MoveWorld = createMoveWorld({
    between: ({ method }) => {
      if (method === 'GET') gets++;
      return null;
    },
  });
  await world.configure();
  const id = await world.keep('film.mp4', film);
  await world.configure({ bucket: other });
  await world.start('s3');
  gets = 0;
  expect(await world.backend.move()).toEqual({ status: 'done', moved: 1, failed: 0 });
  expect(gets).toBe(10);
  await tidyUp(world);
  await expectMoved(world, { [id]: film }, other);
  expect(await leftParts(world)).toEqual([]);
});

it('one that was sent in parts is compared by what the store tells of it, and read once', async () => {
  let gets = 0;
  const world: MoveWorld = createMoveWorld({
    between: ({ method }) => {
      if (method === 'GET') gets++;
      return null;
    },
  });
  await world.configure();
  const id = await keepInParts(world);
  await world.configure({ bucket: other });
  await world.start('s3');
  gets = 0;
  expect(await world.backend.move()).toEqual({ status: 'done', moved: 1, failed: 0 });
  expect(gets).toBe(5);
  await tidyUp(world);
  await expectMoved(world, { [id]: film }, other);
  expect(await leftParts(world)).toEqual([]);
});

it('one whose copy is refused half way stays where it was, and no parts stay', async () => {
  const world: MoveWorld = createMoveWorld({
    between: ({ method }, url) =>
      method === 'PUT' && url.includes('partNumber=3&')
        ? new Response('<Error><Code>BadDigest</Code></Error>', { status: 400 })
        : null,
  });
  await world.configure();
  const id = await world.keep('film.mp4', film);
  await world.configure({ bucket: other });
  await world.start('s3');
  expect(await world.backend.move()).toEqual({ status: 'done', moved: 0, failed: 1 });
  expect((await world.read()).failures).toMatchObject([{ diagnosis: { code: 'body_damaged' } }]);
  expect(sha256(await open(world, id))).toBe(sha256(film));
  expect(await leftParts(world)).toEqual([]);
});

it.each([27, 30, 38, 46])(
  'one whose mover dies at step %i is moved by the next, and no parts stay',
  async (step) => {
    const time = { ahead: 0 };
    const s3 = createFakeS3({ account: twoBuckets(), now: () => Date.now() + time.ahead });
    const store = worldStore();
    const living = createMoveWorld({ store, sharedS3: s3, time });
    await living.configure();
    const id = await living.keep('film.mp4', film);
    await living.configure({ bucket: other });
    await living.start('s3');
    const mortal = createMortal(step, { store, fetch: async (url, init) => s3(new Request(url, init)) });
    const dying = createMoveWorld({
      store: mortal.store,
      sharedS3: s3,
      time,
      log: () => {},
      fetch: (url, init) =>
        mortal.fetch(url, init).catch((error: unknown) => {
          void dying.backend.close({ within: 0 });
          throw error;
        }),
    });
    await dying.backend.move().catch(() => undefined);
    expect(mortal.isDead()).toBe(true);
    time.ahead += 20_000;
    expect((await living.backend.move()).status).toBe('done');
    await tidyUp(living);
    await expectMoved(living, { [id]: film }, other);
    expect(await leftParts(living)).toEqual([]);
  },
);
