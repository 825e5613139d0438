import { expect, it } from 'vitest';
import { type Client, createClient } from '../../src/client/index.ts';
import {
  createFakeBackend,
  fakeAgent,
  type FakeBackend,
  type FakeBackendOptions,
} from '../../src/testing/index.ts';
import { acmeAccount, saved } from './support/createWorld.ts';
import { values } from './support/createCdnWorld.ts';

const origin = 'https://desk.test';

/** A fake backend over the documented account, and a client of it, without a socket. */
function start(options: FakeBackendOptions = {}): { backend: FakeBackend; client: Client } {
  const backend = createFakeBackend({ account: acmeAccount(), log: () => {}, ...options });
  const client = createClient({
    baseUrl: origin + backend.basePath,
    fetch: (url, init) => backend.handle(new Request(url as string, init)),
    headers: () => ({ origin }),
  });
  return { backend, client };
}

it('a fake backend is saved over, taken out of use and left without its key as an administrator would do it', async () => {
  const { backend, client } = start();
  await backend.configure();
  expect(await client.readSettings({})).toMatchObject({ status: 'configured', ...saved, version: 1 });
  await backend.configure({ keyPrefix: 'desk/', largeFiles: true });
  expect(await client.readSettings({})).toMatchObject({ keyPrefix: 'desk/', largeFiles: true, version: 2 });
  for (const status of ['disabled', 'configured', 'keys_removed'] as const) {
    await backend.changeStatus(status);
    expect(await client.readSettings({})).toMatchObject({ status });
  }
  await expect(backend.changeStatus('configured')).rejects.toThrow('secret_needed');
  await backend.configure();
  expect(await client.readSettings({})).toMatchObject({ status: 'configured' });
});

it('it tells regions, and opens links at a public base URL: S3’s own with the bucket in the path is one', async () => {
  const { backend, client } = start();
  const { bucket, region } = saved;
  expect(await client.detectRegion({ body: { bucket } })).toEqual({ status: 'found', region });
  const publicBaseUrl = `${backend.endpoint}/${bucket}`;
  const body = { ...values, publicBaseUrl };
  expect(await client.checkConnection({ body })).toMatchObject({ outcome: 'passed' });
  expect(await client.saveSettings({ body: { ...body, version: 0 } })).toMatchObject({ publicBaseUrl });
  const elsewhere = { ...values, publicBaseUrl: 'https://files.acme.test' };
  expect(await client.checkConnection({ body: elsewhere })).toMatchObject({
    findings: [{ code: 'public_read_refused', host: 'files.acme.test', direct: 'allowed' }],
  });
});

it('it refuses an agent the settings, and can be configured all the same', async () => {
  const { backend, client } = start({ viewer: fakeAgent });
  await backend.configure();
  await backend.changeStatus('disabled');
  await expect(client.readSettings({})).rejects.toThrow('not_permitted');
});
