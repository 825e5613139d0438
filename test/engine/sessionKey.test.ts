import { expect, it, onTestFinished, vi } from 'vitest';
import { createHash } from 'node:crypto';
import { createShrinker } from '../../src/engine/createShrinker.ts';
import { lazyHash, lazySessions } from '../../src/engine/lazyEdges.ts';
import { sessionKey } from '../../src/engine/session/sessionKey.ts';

const bytes = new Uint8Array(300_000).map((_, at) => (at * 7) % 251);
const file = new File([bytes], 'a.mov', { type: 'video/quicktime', lastModified: 5 });
const identity = { userId: 'u', baseUrl: 'https://desk.test/api', ticketId: '1', draftId: undefined, file };

it('knows a file by whose it is, where it goes, and its beginning, middle and end', async () => {
  const about = JSON.stringify([
    'u',
    'https://desk.test/api',
    '1',
    null,
    'a.mov',
    'video/quicktime',
    300_000,
    5,
  ]);
  const sample = 64 * 1024;
  const middle = Math.floor((300_000 - sample) / 2);
  const expected = createHash('sha256').update(`${about}\0`);
  for (const at of [0, middle, 300_000 - sample]) expected.update(bytes.subarray(at, at + sample));
  expect(await sessionKey(identity)).toBe(expected.digest('hex'));
});

it('knows the same file on a page that is not secure, where there is no Web Crypto', async () => {
  const key = await sessionKey(identity);
  vi.stubGlobal('crypto', {});
  onTestFinished(() => void vi.unstubAllGlobals());
  expect(await sessionKey(identity)).toBe(key);
});

it('reads a small file once, and looks at nothing for who has stopped', async () => {
  const small = new File(['abc'], 'a.txt', { lastModified: 5 });
  const slices = vi.spyOn(small, 'slice');
  await sessionKey({ ...identity, file: small });
  expect(slices).toHaveBeenCalledOnce();
  const stopped = sessionKey({ ...identity, file: small, signal: AbortSignal.abort('removed') });
  await expect(stopped).rejects.toBe('removed');
  expect(slices).toHaveBeenCalledOnce();
  const stop = new AbortController();
  const stopping = sessionKey({ ...identity, file: small, signal: stop.signal });
  stop.abort('paused');
  await expect(stopping).rejects.toBe('paused');
});

it('remembers nothing where there is no IndexedDB, and hashes with what is loaded by the first file', async () => {
  expect(lazySessions()).toBeNull();
  const hash = lazyHash();
  const digest = await hash('md5', file, new AbortController().signal);
  expect(Buffer.from(digest).toString('hex')).toBe(createHash('md5').update(bytes).digest('hex'));
});

it('sends pictures as they are where no smaller ones can be made, and looks at nothing else', async () => {
  const shrink = createShrinker({ maxWidth: 10, maxHeight: 10 });
  const photo = new File([bytes], 'a.png', { type: 'image/png' });
  expect(await shrink(photo)).toBe(photo);
  expect(await shrink(file)).toBe(file);
});
