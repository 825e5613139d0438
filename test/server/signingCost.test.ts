import { afterEach, expect, it, vi } from 'vitest';
import { configured } from './support/createWorld.ts';

afterEach(() => void vi.restoreAllMocks());

const files = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `f${index}`, name: `${index}.png`, size: 1, type: '' }));

it('derives the key that a request signs with once, however many files are signed at the same time', async () => {
  const world = await configured();
  const sign = vi.spyOn(crypto.subtle, 'sign');
  await world.call('agent', 'signUploads', { body: { ticketId: '1', files: files(1) } });
  const ofOne = sign.mock.calls.length;
  // Four steps to the key, and the signature.
  expect(ofOne).toBe(5);
  sign.mockClear();
  const { uploads } = await world.call('agent', 'signUploads', {
    body: { ticketId: '1', files: files(100) },
  });
  expect(sign.mock.calls.length).toBe(ofOne + 99);
  const urls = uploads.map(({ result }) =>
    result.status === 'signed' && result.target.to === 's3' ? result.target.url : '',
  );
  expect(new Set(urls).size).toBe(100);
});
