import { expect, it } from 'vitest';
import { createFakeBackend, documentedAccount } from '../../src/testing/index.ts';
import { file, settled, statusOf, world } from './createWorld.ts';

it('waits as long as the backend wishes when it was asked too often, and then sends the file', async () => {
  const backend = createFakeBackend({
    account: documentedAccount(),
    log: () => {},
    rateLimits: { sign: { burst: 1, perMinute: 60 } },
  });
  const answers: { status: number; retryAfter: string | null; at: number }[] = [];
  const { handle } = backend;
  const heard = async (request: Request) => {
    const response = await handle(request);
    if (new URL(request.url).pathname.endsWith('/uploads'))
      answers.push({
        status: response.status,
        retryAfter: response.headers.get('retry-after'),
        at: performance.now(),
      });
    return response;
  };
  const { uploader } = await world({ backend: { ...backend, handle: heard } });
  for (const name of ['a.png', 'b.png']) {
    const [id = ''] = uploader.add([file(name)]);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
  }
  const [, refused, taken] = answers;
  expect(answers.map(({ status }) => status)).toEqual([200, 429, 200]);
  expect(refused?.retryAfter).toBe('1');
  expect((taken?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(1000);
});
