import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/server/index.ts';
import { createWorld, encryptionKey, full, saved, secret } from './support/createWorld.ts';
import { someChange } from './support/settingsToSave.ts';

const newer = btoa('n'.repeat(32));

describe('settings', () => {
  it('are not configured at first', async () => {
    expect(await createWorld().call('administrator', 'readSettings')).toEqual({ status: 'not_configured' });
  });

  it('are read back without the secret after they were saved', async () => {
    const world = createWorld();
    const answer = await world.configure();
    expect(answer).toEqual({
      status: 'configured',
      ...saved,
      endpoint: '',
      forcePathStyle: false,
      keyPrefix: '',
      links: 'public',
      publicBaseUrl: '',
      largeFiles: false,
      linkLifetime: 900,
      secretAccessKey: 'configured',
      savedAt: expect.stringMatching(/Z$/),
      savedBy: 'ada',
      secretSavedAt: expect.stringMatching(/Z$/),
      version: 1,
      health: { status: 'untried' },
    });
    expect(await world.call('administrator', 'readSettings')).toEqual(answer);
  });

  it('keep the secret and its date when only the bucket changes', async () => {
    let now = new Date('2031-01-01T00:00:00Z');
    const world = createWorld({ now: () => now });
    await world.configure();
    now = new Date('2031-02-01T00:00:00Z');
    const answer = await world.save({ ...saved, bucket: 'acme-other' });
    expect(answer).toMatchObject({
      bucket: 'acme-other',
      savedAt: '2031-02-01T00:00:00.000Z',
      secretSavedAt: '2031-01-01T00:00:00.000Z',
      version: 2,
    });
    await world.save(saved);
    const today = createWorld({ store: world.store });
    expect(await today.upload('a.png', 'hello')).toMatchObject({ notice: null });
  });

  const further = {
    endpoint: 'https://s3.acme.test:9000',
    forcePathStyle: true,
    keyPrefix: 'help-desk/',
    links: 'private',
  } as const;

  it('keep what a save leaves out as it is saved, and change what it names', async () => {
    const world = createWorld({ allowPrivateEndpoints: true });
    expect(await world.configure(further)).toMatchObject(further);
    expect(await world.save(saved)).toMatchObject(further);
    const changed = { keyPrefix: '', links: 'public', forcePathStyle: false } as const;
    expect(await world.save({ ...saved, ...changed })).toMatchObject({ ...further, ...changed });
    expect(await world.configure({ endpoint: '' })).toMatchObject({ endpoint: '' });
    expect(await world.store.readSettings()).toMatchObject({ endpoint: null });
  });

  it.each([
    ['https://s3.acme.test/', 'https://s3.acme.test'],
    [' HTTPS://S3.Acme.test:443 ', 'https://s3.acme.test'],
    ['http://[::1]:9000', 'http://[::1]:9000'],
    ['http://127.1:9000/', 'http://127.0.0.1:9000'],
  ])('keep the endpoint %j as %j', async (typed, endpoint) => {
    expect(await createWorld({ allowPrivateEndpoints: true }).configure({ endpoint: typed })).toMatchObject({
      endpoint,
    });
  });

  it('refuse an endpoint that is no address', async () => {
    const body = { ...saved, secretAccessKey: secret, version: 0, endpoint: 'https://s3:port:9000' };
    const { verdict } = await createWorld().refusal('administrator', 'saveSettings', { body });
    expect(full(verdict)).toMatchObject({
      code: 'invalid_input',
      issues: [{ path: 'endpoint', message: 'endpoint' }],
    });
  });

  it('take no endpoint that the backend would send nothing to', async () => {
    const body = { ...saved, secretAccessKey: secret, version: 0, endpoint: 'https://s3.acme.test' };
    const problem = await createWorld().refusal('administrator', 'saveSettings', { body });
    expect(problem).toMatchObject({ status: 422, code: 'endpoint_not_allowed' });
  });

  it('ask for the secret again before anything is signed for another endpoint', async () => {
    const world = createWorld({ allowPrivateEndpoints: true });
    await world.configure();
    const save = (body: Record<string, unknown>, version: number) => ({
      body: { ...saved, ...body, version },
    });
    for (const endpoint of ['https://s3.acme.test', 'https://s3.acme.test.elsewhere.test']) {
      const { verdict } = await world.refusal('administrator', 'saveSettings', save({ endpoint }, 1));
      expect(full(verdict)).toMatchObject({ issues: [{ path: 'secretAccessKey', message: 'required' }] });
    }
    await world.configure({ endpoint: 'https://s3.acme.test' });
    const same = save({ endpoint: 'https://S3.acme.test/', bucket: 'acme-other' }, 2);
    expect(await world.call('administrator', 'saveSettings', same)).toMatchObject({ bucket: 'acme-other' });
    const back = await world.refusal('administrator', 'saveSettings', save({ endpoint: '' }, 3));
    expect(full(back.verdict)).toMatchObject({ issues: [{ path: 'secretAccessKey' }] });
  });

  it('ask for the secret the first time, and for another access key', async () => {
    const world = createWorld();
    const required = { code: 'invalid_input', issues: [{ path: 'secretAccessKey', message: 'required' }] };
    const first = await world.refusal('administrator', 'saveSettings', { body: { ...saved, version: 0 } });
    expect(full(first.verdict)).toMatchObject(required);
    await world.configure();
    const other = await world.refusal('administrator', 'saveSettings', {
      body: { ...saved, accessKeyId: 'AKIAANOTHERKEY234567', version: 1 },
    });
    expect(full(other.verdict)).toMatchObject(required);
    expect(await world.call('administrator', 'readSettings')).toMatchObject({ ...saved, version: 1 });
  });

  it('name each wrong value by its path and a code, and repeat none', async () => {
    const world = createWorld();
    const key = { accessKeyId: 'has space', secretAccessKey: 'two words' };
    const body = { bucket: 'Bad_Bucket', region: '', ...key, version: 0 };
    const { verdict } = await world.refusal('administrator', 'saveSettings', { body });
    expect(full(verdict)).toMatchObject({
      code: 'invalid_input',
      issues: [
        { path: 'bucket', message: 'bucket_name' },
        { path: 'region', message: 'required' },
        { path: 'region', message: 'region' },
        { path: 'accessKeyId', message: 'access_key_id' },
        { path: 'secretAccessKey', message: 'secret' },
      ],
    });
    expect(world.answers.join()).not.toMatch(/Bad_Bucket|has space|two words/);
  });

  it('say that the secret is unreadable when the server has lost the key that sealed it', async () => {
    const world = createWorld();
    await world.configure();
    const after = createWorld({ store: world.store, encryptionKey: newer });
    expect(await after.call('administrator', 'readSettings')).toMatchObject({
      ...saved,
      secretAccessKey: 'unreadable',
    });
    const problem = await after.refusal('administrator', 'saveSettings', { body: { ...saved, version: 1 } });
    expect(full(problem.verdict)).toMatchObject({ issues: [{ path: 'secretAccessKey' }] });
    const files = [{ id: 'f', name: 'a.png', size: 1, type: '' }];
    const refused = await after.refusal('agent', 'signUploads', { body: { ticketId: '1', files } });
    expect(refused).toMatchObject({ code: 'secret_unreadable', status: 409 });
    expect(await after.configure()).toMatchObject({ secretAccessKey: 'configured' });
  });

  it('move to a new encryption key with the next save, while the old one still opens', async () => {
    const world = createWorld();
    await world.configure();
    const both = createWorld({ store: world.store, encryptionKey: [newer, encryptionKey] });
    expect(await both.call('administrator', 'readSettings')).toMatchObject({ secretAccessKey: 'configured' });
    await both.save(saved);
    const afterwards = createWorld({ store: world.store, encryptionKey: newer });
    expect(await afterwards.call('administrator', 'readSettings')).toMatchObject({
      secretAccessKey: 'configured',
    });
  });

  it('hold a secret that opens for its own access key only', async () => {
    const store = createMemoryStore();
    await createWorld({ store }).configure();
    const row = await store.readSettings();
    if (!row?.accessKey) throw new Error('nothing saved');
    const accessKey = { ...row.accessKey, id: 'AKIASOMEBODYELSE2345' };
    await store.saveSettings({ ...row, accessKey }, row.version, someChange);
    expect(await createWorld({ store }).call('administrator', 'readSettings')).toMatchObject({
      secretAccessKey: 'unreadable',
    });
  });

  it('seal the same secret differently each time', async () => {
    const world = createWorld();
    await world.configure();
    const first = await world.store.readSettings();
    await world.configure();
    const second = await world.store.readSettings();
    expect(first?.accessKey?.sealedSecret).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]+$/);
    expect(second?.accessKey?.sealedSecret).not.toBe(first?.accessKey?.sealedSecret);
    expect(JSON.stringify([first, second])).not.toContain(secret);
  });
});
