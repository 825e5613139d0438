import { expect, it } from 'vitest';
import { createWorld } from './createWorld.ts';

const MINUTE = 60_000;

it.each([-16, 16])('refuses a header that was signed with a clock %i minutes off', async (minutes) => {
  const world = createWorld();
  const answer = await world.send({ at: world.clock.now + minutes * MINUTE });
  expect([answer.status, answer.code]).toEqual([403, 'RequestTimeTooSkewed']);
  expect(answer.message).toBe('The difference between the request time and the current time is too large.');
  expect(answer.element('RequestTime')).toMatch(/^\d{8}T\d{6}Z$/);
  expect(answer.element('ServerTime')).toBe('2026-03-04T05:06:07Z');
  expect(answer.element('MaxAllowedSkewMilliseconds')).toBe('900000');
});

it('bears a clock that is fourteen minutes off', async () => {
  const world = createWorld();
  for (const minutes of [-14, 14])
    expect((await world.send({ at: world.clock.now + minutes * MINUTE })).status).toBe(200);
});

it('refuses a presigned URL when its lifetime is over, and says when that was', async () => {
  const world = createWorld();
  const request = await world.presigned({ expires: 60 });
  world.clock.now += 61_000;
  const answer = await world.anonymously('PUT', request.url);
  expect([answer.status, answer.code, answer.message]).toEqual([403, 'AccessDenied', 'Request has expired']);
  expect(answer.element('X-Amz-Expires')).toBe('60');
  expect(answer.element('Expires')).toBe('2026-03-04T05:07:07Z');
  expect(answer.element('ServerTime')).toBe('2026-03-04T05:07:08Z');
});

it('takes a slow clock of the signer for an expired URL, straight after signing', async () => {
  const world = createWorld();
  expect((await world.open({ at: world.clock.now - 20 * MINUTE, expires: 900 })).message).toBe(
    'Request has expired',
  );
  expect((await world.open({ at: world.clock.now - 20 * MINUTE, expires: 3600 })).status).toBe(200);
});

it('does not yet take a URL from the future, beyond fifteen minutes', async () => {
  const world = createWorld();
  const early = await world.open({ at: world.clock.now + 16 * MINUTE, expires: 60 });
  expect([early.status, early.code, early.message]).toEqual([
    403,
    'AccessDenied',
    'Request is not yet valid',
  ]);
  expect(early.element('X-Amz-Date')).toBe(String(Date.parse('2026-03-04T05:22:07Z')));
  expect(early.element('Expires')).toBe('2026-03-04T05:23:07Z');
  expect(early.element('ServerTime')).toBe('2026-03-04T05:06:07Z');
  expect((await world.open({ at: world.clock.now + 14 * MINUTE })).status).toBe(200);
});

it('looks at the clock before it looks at the key or the region', async () => {
  const world = createWorld();
  const wrong = {
    accessKeyId: 'AKIAAAAAAAAAAAAAAAAA',
    region: 'us-east-1',
    at: world.clock.now - 20 * MINUTE,
  };
  expect((await world.send(wrong)).code).toBe('RequestTimeTooSkewed');
  expect((await world.open({ ...wrong, expires: 60 })).message).toBe('Request has expired');
});

it.each([
  [604_801, 'X-Amz-Expires must be less than a week'],
  [-1, 'X-Amz-Expires must be non-negative'],
])('refuses a lifetime of %i seconds', async (expires, message) => {
  const world = createWorld();
  const answer = await world.open({ expires });
  expect([answer.status, answer.code]).toEqual([400, 'AuthorizationQueryParametersError']);
  expect(answer.message).toContain(message);
});

it('takes a lifetime of a whole week', async () => {
  const world = createWorld();
  expect((await world.open({ expires: 604_800 })).status).toBe(200);
});
