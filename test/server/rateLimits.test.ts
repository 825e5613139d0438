import { describe, expect, it } from 'vitest';
import { type RouteName, statusOf } from '../../src/contract/index.ts';
import { createHandler, createMemoryStore, type RateLimits } from '../../src/server/index.ts';
import { createRateLimits } from '../../src/server/http/createRateLimits.ts';
import { createWorld, encryptionKey, viewers, type WorldOptions } from './support/createWorld.ts';
import { files, requestFor } from './support/requestFor.ts';

/** A world with a clock that stands still until it is moved. */
function stillWorld(options: WorldOptions = {}) {
  const clock = { ms: Date.now() };
  return { clock, world: createWorld({ now: () => new Date(clock.ms), ...options }) };
}

const sign = { body: { ticketId: '1', files } };
const tight: RateLimits = {
  sign: { burst: 2, perMinute: 6 },
  check: { burst: 1, perMinute: 1 },
  diagnosis: { burst: 1, perMinute: 30 },
};

describe('who asks too often', () => {
  it('is told for how long to wait, in the header and as a fact, whether administrator or not', async () => {
    const { world } = stillWorld({ rateLimits: tight });
    for (const role of ['agent', 'administrator'] as const) {
      for (let count = 0; count < 2; count++) await world.call(role, 'signUploads', sign);
      const response = await world.send(role, 'signUploads', sign);
      expect(response.status).toBe(429);
      expect(response.headers.get('retry-after')).toBe('10');
      expect(await response.json()).toMatchObject({
        code: 'rate_limited',
        verdict: { detail: 'full', diagnosis: { code: 'rate_limited', retryAfter: 10 } },
      });
    }
  });

  it('gets in again after that time, not a moment before, and waits no longer for having tried', async () => {
    const { world, clock } = stillWorld({ rateLimits: tight });
    for (let count = 0; count < 2; count++) await world.call('agent', 'signUploads', sign);
    for (let second = 0; second < 10; second++) {
      const response = await world.send('agent', 'signUploads', sign);
      expect(response.headers.get('retry-after')).toBe(String(10 - second));
      clock.ms += 1000;
    }
    await world.call('agent', 'signUploads', sign);
    await world.refusal('agent', 'signUploads', sign);
    clock.ms += 3_600_000;
    // However long nobody asked, the burst is all there is.
    for (let count = 0; count < 2; count++) await world.call('agent', 'signUploads', sign);
    await world.refusal('agent', 'signUploads', sign);
  });

  it('holds up nobody else, and no other kind of request of theirs', async () => {
    const { world } = stillWorld({ rateLimits: tight });
    await world.configure();
    for (let count = 0; count < 2; count++) await world.call('administrator', 'signUploads', sign);
    await world.refusal('administrator', 'signUploads', sign);
    await world.call('agent', 'signUploads', sign);
    await world.call('administrator', 'detectRegion', { body: { bucket: 'acme-triage' } });
    for (let count = 0; count < 50; count++) {
      await world.call('administrator', 'listAttachments', { params: { ticketId: '1' } });
      await world.call('administrator', 'readSettings');
    }
  });

  it('has lost nothing when the clock is set back', async () => {
    const { world, clock } = stillWorld({ rateLimits: tight });
    await world.call('agent', 'signUploads', sign);
    clock.ms -= 86_400_000;
    await world.call('agent', 'signUploads', sign);
    expect((await world.send('agent', 'signUploads', sign)).headers.get('retry-after')).toBe('10');
  });

  it.each([
    ['sign', ['signUploads', 'createMultipart', 'signParts']],
    ['check', ['checkConnection', 'detectRegion', 'signProof']],
    ['diagnosis', ['reportFailure']],
  ] as [keyof RateLimits, RouteName[]][])(
    '%s counts %j together, and each promises the refusal',
    async (limit, names) => {
      const asked: [RouteName, RouteName][] = names.flatMap((first) =>
        names.map((second) => [first, second] as [RouteName, RouteName]),
      );
      for (const [first, second] of asked) {
        const { world } = stillWorld({ rateLimits: { [limit]: { burst: 1, perMinute: 1 } } });
        // Also what ends in another refusal has cost something.
        const response = await world.send('administrator', first, requestFor(first, 'nothing'));
        expect(response.status, first).not.toBe(429);
        await response.text();
        const problem = await world.refusal('administrator', second, requestFor(second, 'nothing'));
        expect(problem.code, second).toBe('rate_limited');
      }
    },
  );
});

describe('who works', () => {
  it('is never refused: hundreds of files and a film of 2 GB in one moment, even if each were asked for alone', async () => {
    const { world } = stillWorld();
    await world.configure();
    const { uploads } = await world.call('agent', 'signUploads', {
      body: {
        ticketId: '1',
        files: [{ id: 'film', name: 'a.mp4', size: 2 * 1024 ** 3, type: '', as: 'parts' }],
      },
    });
    const result = uploads[0]?.result;
    if (result?.status !== 'signed') throw new Error('refused');
    const params = { attachmentId: result.attachmentId };
    const partSize = 8 * 1024 ** 2;
    await world.call('agent', 'createMultipart', { params, body: { partSize, parts: [] } });
    for (let number = 1; number <= 256; number++)
      await world.call('agent', 'signParts', { params, body: { parts: [{ number }] } });
    for (let count = 0; count < 300; count++) await world.call('agent', 'signUploads', sign);
  });

  it('is not counted where the host counts for itself', async () => {
    const { world } = stillWorld({ rateLimits: false });
    for (let count = 0; count < 1500; count++)
      expect((await world.send('administrator', 'detectRegion', { body: {} })).status).toBe(422);
  });

  it('is not counted for what alone was turned off', async () => {
    const { world } = stillWorld({ rateLimits: { ...tight, sign: false } });
    for (let count = 0; count < 10; count++) await world.call('agent', 'signUploads', sign);
    await world.send('agent', 'reportFailure', requestFor('reportFailure', 'a'));
    expect((await world.refusal('agent', 'reportFailure', requestFor('reportFailure', 'a'))).code).toBe(
      'rate_limited',
    );
  });
});

it('remembers ten thousand users and forgets who was longest away', () => {
  const refused: string[] = [];
  const check = createRateLimits(tight, {
    now: () => new Date(0),
    onRefusal: (limit) => refused.push(limit),
  });
  const ask = (viewer: string) => check('reportFailure', viewer);
  ask('first');
  ask('second');
  expect(() => ask('first')).toThrow('rate_limited');
  // By asking again the first one is not the one who was longest away.
  for (let user = 0; user < 9_999; user++) ask(`user ${user}`);
  expect(() => ask('first')).toThrow('rate_limited');
  expect(() => ask('second')).not.toThrow();
  expect(refused).toEqual(['diagnosis', 'diagnosis']);
});

it.each([
  { burst: 0, perMinute: 1 },
  { burst: 1, perMinute: 0 },
  { burst: Number.NaN, perMinute: 1 },
])('a limit that lets nobody through makes no backend: %j', (sign) => {
  const options = { authorize: () => viewers.agent, store: createMemoryStore(), encryptionKey };
  expect(() => createHandler({ ...options, rateLimits: { sign } })).toThrow(/^rateLimits\.sign/);
});

it('answers with the status that proxies and clients know', () => {
  expect([statusOf('rate_limited'), statusOf('server_closing')]).toEqual([429, 503]);
});
