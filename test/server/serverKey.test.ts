import { describe, expect, it, vi } from 'vitest';
import { createServerKey } from '../../src/server/credentials/createServerKey.ts';
import { createMemoryStore, type CredentialProvider } from '../../src/server/index.ts';
import { credentialsFromEnv } from '../../src/server/node.ts';
import { createHandler } from '../../src/server/createHandler.ts';
import {
  acmeAccount,
  createWorld,
  full,
  keysOf,
  parts,
  saved,
  secret,
  type World,
  type WorldOptions,
} from './support/createWorld.ts';

const token = 'FwoGZXIvYXdzEBYaDsession+token/of=a=role';
const values = { bucket: saved.bucket, region: saved.region };

/** A help desk whose server runs in a role: its key is temporary, and is another one each time that it is asked for. */
function inARole(options: WorldOptions & { minutes?: number; keyOf?: 'environment' } = {}) {
  const { minutes = 60, keyOf, ...rest } = options;
  const account = acmeAccount();
  const { user } = parts(account);
  let asked = 0;
  const provide: CredentialProvider = async () => {
    asked++;
    const expiresAt = new Date((rest.now?.() ?? new Date()).getTime() + minutes * 60_000);
    const key = { accessKeyId: `ASIAACMEROLE${asked.toString().padStart(8, '2')}`, secretAccessKey: secret };
    user.accessKeys = [
      { ...key, status: 'Active', sessionToken: token + asked, expiresAt: expiresAt.toISOString() },
    ];
    return { ...key, sessionToken: token + asked, expiresAt };
  };
  const credentials = keyOf ? Object.assign(provide, { from: keyOf }) : provide;
  const world = createWorld({ account, credentials, ...rest });
  return { world, asked: () => asked };
}
const save = (world: World, over = {}) => world.save({ ...values, ...over });

describe('a server that brings its own access key', () => {
  it('says so before anything is saved, with the key’s id and never its secret', async () => {
    const { world } = inARole();
    expect(await world.call('administrator', 'readSettings')).toEqual({
      status: 'not_configured',
      serverKey: { status: 'ready', from: 'provider', accessKeyId: 'ASIAACMEROLE22222221' },
    });
    const named = inARole({ keyOf: 'environment' });
    expect(await named.world.call('administrator', 'readSettings')).toMatchObject({
      serverKey: { from: 'environment' },
    });
    expect(world.answers.join()).not.toMatch(new RegExp(`${secret}|session.token`));
  });

  it('needs no key in the settings, and keeps none', async () => {
    const { world } = inARole();
    expect(await save(world)).toMatchObject({
      status: 'configured',
      ...values,
      serverKey: { status: 'ready' },
    });
    expect(await world.store.readSettings()).toMatchObject({ status: 'configured', accessKey: null });
  });

  it('uploads, reads by signed links and deletes with it, the token in every signature', async () => {
    const { world } = inARole();
    await save(world, { links: 'private' });
    parts(world.account).policy.document = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: `arn:aws:s3:::${saved.bucket}/*` }],
    };
    const { target } = await world.sign();
    expect(new URL(target.url).searchParams.get('X-Amz-Security-Token')).toBe(`${token}1`);
    const { attachment } = await world.upload('a.png', 'hello');
    const params = { attachmentId: attachment.id };
    const link = await world.send('agent', 'readContent', { params });
    const opened = await world.s3(new Request(link.headers.get('location') ?? ''));
    expect(await opened.text()).toBe('hello');
    await world.call('agent', 'deleteAttachment', { params });
    expect(await keysOf(world)).toEqual([]);
  });

  it('passes the check with it, whose key looks temporary and is', async () => {
    const { world } = inARole();
    await save(world);
    const { steps, findings } = await world.call('administrator', 'checkConnection', { body: values });
    const failed = steps.filter(({ status }) => status === 'failed' || status === 'skipped');
    expect(failed).toEqual([]);
    expect(findings.map(({ code }) => code)).not.toContain('credential_temporary');
    expect(steps.find(({ step }) => step === 'identity')?.status).toBe('passed');
    const proof = await world.call('administrator', 'signProof', { body: values });
    expect(proof.put.url).toContain('X-Amz-Security-Token');
    // What the administrator’s browser proves with it counts for the saved settings.
    await world.call('administrator', 'confirmProof', { body: values });
    expect(await world.call('administrator', 'readSettings')).toMatchObject({
      health: { status: 'working' },
    });
    await world.call('administrator', 'confirmProof', { body: { ...values, bucket: 'acme-elsewhere' } });
  });

  it('sends small files by a form that carries the token', async () => {
    const { world } = inARole();
    parts(world.account).bucket.cors?.[0]?.AllowedMethods.push('POST');
    await save(world);
    const files = [{ id: 'f', name: 'a.png', size: 1, type: 'image/png', as: 'form' as const }];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    const result = uploads[0]?.result;
    if (result?.status !== 'signed' || result.target.to !== 's3_form')
      throw new Error(JSON.stringify(result));
    expect(result.target.fields).toMatchObject({ 'x-amz-security-token': `${token}1` });
    const form = new FormData();
    for (const [name, value] of Object.entries(result.target.fields)) form.append(name, value);
    form.append('file', new Blob(['x']));
    const answer = await world.s3(new Request(result.target.url, { method: 'POST', body: form }));
    expect(answer.status).toBe(204);
  });

  it('gives no URL that outlives the key', async () => {
    const { world } = inARole({ minutes: 7, urlLifetime: 900 });
    await save(world);
    const { target } = await world.sign();
    expect(target.expiresIn).toBeLessThanOrEqual(7 * 60);
    expect(target.expiresIn).toBeGreaterThan(6 * 60);
    expect(new URL(target.url).searchParams.get('X-Amz-Expires')).toBe(String(target.expiresIn));
    const proof = await world.call('administrator', 'signProof', { body: values });
    expect(proof.expiresIn).toBeLessThanOrEqual(7 * 60);
    const begun = await world.call('agent', 'signUploads', {
      body: { ticketId: '1', files: [{ id: 'p', name: 'p', size: 9_000_000, type: '', as: 'parts' }] },
    });
    const [result] = begun.uploads.map((one) => one.result);
    if (result?.status !== 'signed') throw new Error('refused');
    const body = { partSize: 5 * 1024 ** 2, parts: [{ number: 1 }] };
    const multipart = await world.call('agent', 'createMultipart', {
      params: { attachmentId: result.attachmentId },
      body,
    });
    expect(JSON.stringify(multipart)).toMatch(/"expiresIn":(?:4[01]|3\d)\d/);
  });

  it('refuses a key that somebody enters: it would never be used', async () => {
    const { world } = inARole();
    const body = { ...saved, secretAccessKey: secret, version: 0 };
    for (const name of ['saveSettings', 'checkConnection', 'signProof'] as const)
      expect(await world.refusal('administrator', name, { body })).toMatchObject({ status: 422 });
    expect(await world.store.readSettings()).toBeNull();
    await save(world);
    const removal = { body: { status: 'keys_removed', version: 1 } };
    expect(await world.refusal('administrator', 'changeStatus', removal)).toMatchObject({ status: 422 });
  });

  it('forgets the key that was saved before, and says so in the history', async () => {
    const store = createMemoryStore();
    await createWorld({ store }).configure();
    const { world } = inARole({ store });
    // It takes the saved one’s place at once.
    expect((await world.sign()).target.url).toContain('ASIAACMEROLE');
    await save(world);
    expect((await store.readSettings())?.accessKey).toBeNull();
    expect((await world.call('administrator', 'listChanges')).changes[0]?.deed).toEqual({
      kind: 'settings',
      fields: [
        { field: 'accessKeyId', before: saved.accessKeyId, after: '' },
        { field: 'secretAccessKey', became: 'erased' },
      ],
    });
  });

  it('is taken out of use and back into it, also where the saved key had been removed', async () => {
    const store = createMemoryStore();
    const before = createWorld({ store });
    await before.configure();
    await before.changeStatus('keys_removed');
    const { world } = inARole({ store });
    expect(await world.call('administrator', 'readSettings')).toMatchObject({ status: 'disabled' });
    expect(await save(world)).toMatchObject({ status: 'disabled' });
    expect(await world.changeStatus('configured')).toMatchObject({ status: 'configured' });
    expect(await world.changeStatus('disabled')).toMatchObject({ status: 'disabled' });
  });

  it('that brings none any more asks for one, and lets nothing fall into the database', async () => {
    const store = createMemoryStore();
    await save(inARole({ store }).world);
    const world = createWorld({ store });
    expect(await world.call('administrator', 'readSettings')).toMatchObject({
      status: 'configured',
      accessKeyId: '',
      secretAccessKey: 'unreadable',
    });
    const files = [{ id: 'f', name: 'a.png', size: 1, type: 'image/png' }];
    const problem = await world.refusal('administrator', 'signUploads', { body: { ticketId: '1', files } });
    expect(full(problem.verdict)).toMatchObject({ code: 'credentials_unavailable', problem: 'gone' });
    expect(await world.changeStatus('disabled')).toMatchObject({ status: 'disabled' });
    expect(
      await world.refusal('administrator', 'changeStatus', { body: { status: 'configured', version: 2 } }),
    ).toMatchObject({ code: 'credentials_unavailable' });
    expect(await world.configure()).toMatchObject({ status: 'disabled', secretAccessKey: 'configured' });
  });

  it('is told of as temporary when a URL of an older key is too old', async () => {
    const { world } = inARole();
    await save(world);
    const { attachmentId } = await world.sign();
    const body = `<Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message></Error>`;
    const report = { status: 400, body, loaded: 0, total: 5, online: true };
    const { verdict } = await world.call('administrator', 'reportFailure', {
      params: { attachmentId },
      body: report,
    });
    expect(full(verdict)).toMatchObject({ code: 'url_expired' });
  });
});

describe('a server that cannot get its key', () => {
  const broken = (error: unknown = new Error(`no route to 169.254.169.254, ${secret}`)) =>
    createWorld({ credentials: () => Promise.reject(error) });

  it('says so to administrators, and to others only that it cannot be done now', async () => {
    const world = broken();
    const settings = await save(world);
    expect(settings).toMatchObject({
      status: 'configured',
      serverKey: { status: 'failed', from: 'provider', diagnosis: { code: 'credentials_unavailable' } },
    });
    const body = { ticketId: '1', files: [{ id: 'f', name: 'a.png', size: 1, type: 'image/png' }] };
    const told = await world.refusal('administrator', 'signUploads', { body });
    expect(told).toMatchObject({ status: 503, code: 'credentials_unavailable' });
    expect(full(told.verdict)).toMatchObject({ problem: 'failed' });
    const agent = await world.refusal('agent', 'signUploads', { body });
    expect(agent.verdict.detail).not.toBe('full');
    expect(await world.call('administrator', 'readSettings')).toMatchObject({
      health: { status: 'failing', diagnosis: { code: 'credentials_unavailable' } },
    });
  });

  it('has it in the check as the one fault, and signs nothing', async () => {
    const world = broken();
    await save(world);
    const { steps, findings } = await world.call('administrator', 'checkConnection', { body: values });
    expect(findings[0]).toMatchObject({ code: 'credentials_unavailable' });
    expect(steps.find(({ step }) => step === 'write')).toMatchObject({ status: 'skipped', by: 'values' });
    expect(await world.refusal('administrator', 'signProof', { body: values })).toMatchObject({
      code: 'credentials_unavailable',
    });
  });

  it('tells the log why, without what may be secret in it', async () => {
    const world = broken();
    await save(world);
    const told = JSON.stringify(world.lines);
    expect(told).toContain('no route to 169.254.169.254');
    expect(told).not.toContain(secret);
  });
});

describe('the keeper of the server’s key', () => {
  const start = Date.parse('2031-01-01T00:00:00Z');
  function keep(provider: CredentialProvider) {
    let at = start;
    const faults: unknown[] = [];
    const now = () => new Date(at);
    const key = createServerKey({ provider, now, onFault: (error) => faults.push(error) });
    return { key, faults, later: (seconds: number) => (at += seconds * 1000), now };
  }
  const lasting = (minutes: number, from = start) => new Date(from + minutes * 60_000);

  it('asks once for many who wait, and keeps it until five minutes before its end', async () => {
    const provider = vi.fn(async () => ({
      accessKeyId: 'ASIA1',
      secretAccessKey: 's',
      expiresAt: lasting(60),
    }));
    const { key, later } = keep(provider);
    await Promise.all([key.read(), key.read(), key.read()]);
    later(54 * 60);
    await key.read();
    expect(provider).toHaveBeenCalledTimes(1);
    later(2 * 60);
    await Promise.all([key.read(), key.read()]);
    expect(provider).toHaveBeenCalledTimes(2);
  });

  it('takes the providers of the AWS SDK as they are', async () => {
    const expiration = lasting(30);
    const { key } = keep(async () => ({ accessKeyId: 'ASIA1', secretAccessKey: 's', expiration }));
    expect(await key.read()).toMatchObject({ accessKeyId: 'ASIA1', expiresAt: expiration });
  });

  it('goes on with the old one while it lasts and there is no other', async () => {
    const provider = vi.fn(async () => ({
      accessKeyId: 'ASIA1',
      secretAccessKey: 's',
      expiresAt: lasting(60),
    }));
    const { key, later, faults } = keep(provider);
    await key.read();
    provider.mockRejectedValue(new Error('metadata is away'));
    later(57 * 60);
    expect((await key.read()).accessKeyId).toBe('ASIA1');
    // Not asked with every request.
    await key.read();
    expect(provider).toHaveBeenCalledTimes(2);
    expect(faults).toHaveLength(1);
    later(3 * 60);
    await expect(key.read()).rejects.toMatchObject({
      verdict: { diagnosis: { code: 'credentials_unavailable', problem: 'failed' } },
    });
  });

  it.each([
    ['has run out', { accessKeyId: 'ASIA1', secretAccessKey: 's', expiresAt: lasting(-1) }, 'expired'],
    ['has no secret', { accessKeyId: 'ASIA1', secretAccessKey: '' }, 'malformed'],
    ['is nothing', undefined, 'malformed'],
    [
      'ends at no time',
      { accessKeyId: 'A', secretAccessKey: 's', expiresAt: new Date('never') },
      'malformed',
    ],
  ])('takes no key that %s', async (_, given, problem) => {
    const { key } = keep(async () => given as never);
    await expect(key.read()).rejects.toMatchObject({ verdict: { diagnosis: { problem } } });
  });

  it('waits ten seconds for a provider, and no longer', async () => {
    vi.useFakeTimers();
    try {
      const { key } = keep(() => new Promise(() => {}));
      const refused = expect(key.read()).rejects.toMatchObject({
        verdict: { diagnosis: { code: 'credentials_unavailable', problem: 'timeout' } },
      });
      await vi.advanceTimersByTimeAsync(10_000);
      await refused;
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the access key of the environment', () => {
  it('is the one for this package, else AWS’s own', async () => {
    const aws = { AWS_ACCESS_KEY_ID: 'AKIAAWS', AWS_SECRET_ACCESS_KEY: 'aws', AWS_SESSION_TOKEN: 'token' };
    const own = { S3A_ACCESS_KEY_ID: ' AKIAOWN ', S3A_SECRET_ACCESS_KEY: 'own\n' };
    const read = async (env: Record<string, string>) => credentialsFromEnv(env)?.();
    expect(await read({ ...aws, ...own })).toEqual({ accessKeyId: 'AKIAOWN', secretAccessKey: 'own' });
    expect(await read(aws)).toEqual({
      accessKeyId: 'AKIAAWS',
      secretAccessKey: 'aws',
      sessionToken: 'token',
    });
    expect(credentialsFromEnv(aws)?.from).toBe('environment');
    expect(credentialsFromEnv({ S3A_ACCESS_KEY_ID: '' })).toBeUndefined();
  });

  it('is refused in half, and no value of it is in the words', () => {
    expect(() => credentialsFromEnv({ S3A_ACCESS_KEY_ID: 'AKIAOWN' })).toThrow('S3A_SECRET_ACCESS_KEY');
    expect(() => credentialsFromEnv({ AWS_SECRET_ACCESS_KEY: 'hush' })).toThrow(
      /^(?!.*hush).*AWS_ACCESS_KEY_ID/,
    );
  });

  it('may be left out of the options, as where the environment has none', () => {
    const options = {
      authorize: () => null,
      store: createMemoryStore(),
      encryptionKey: btoa('k'.repeat(32)),
    };
    expect(() => createHandler({ ...options, credentials: credentialsFromEnv({}) })).not.toThrow();
    const credentials = { accessKeyId: 'AKIA1', secretAccessKey: 'hush' } as never;
    expect(() => createHandler({ ...options, credentials })).toThrow(/^credentials: (?!.*hush)/);
  });
});
