import { describe, expect, it } from 'vitest';
import { documentText } from '../../src/guide/index.ts';
import type { FakeAccount } from '../../src/testing/s3/index.ts';
import {
  acmeAccount,
  createWorld,
  full,
  parts,
  saved,
  secret,
  site,
  type World,
  type WorldOptions,
} from './support/createWorld.ts';

/** The documented account as it is for private links: nobody but the key may read, and Block Public Access is on. */
function privateAccount(): FakeAccount {
  const account = acmeAccount();
  const { bucket, policy } = parts(account);
  bucket.policy = null;
  bucket.blockPublicAccess = {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  };
  policy.document = JSON.parse(documentText('iam-policy', { bucket: saved.bucket, links: 'private' }));
  return account;
}

async function privately(options: WorldOptions = {}): Promise<World> {
  const world = createWorld({ account: privateAccount(), ...options });
  await world.configure({ links: 'private' });
  return world;
}

const read = (world: World, role: 'agent' | 'customer' | 'nobody', attachmentId: string) =>
  world.send(role, 'readContent', { params: { attachmentId } });

describe('with private links an attachment in S3', () => {
  it('is told with a path below the API, and S3 gives it to nobody without a signature', async () => {
    const world = await privately();
    const { attachment, notice } = await world.upload('a.png', 'hello');
    expect(notice).toBeNull();
    expect(attachment).toMatchObject({ storedIn: 's3', url: `attachments/${attachment.id}/content` });
    const { attachments } = await world.call('agent', 'listAttachments', { params: { ticketId: '1' } });
    expect(attachments).toEqual([attachment]);
    const location = (await read(world, 'agent', attachment.id)).headers.get('location') ?? '';
    expect((await world.s3(new Request(location.split('?')[0] ?? ''))).status).toBe(403);
  });

  it('is opened by a link that is signed at that moment and lasts as long as other presigned URLs', async () => {
    const world = await privately({ urlLifetime: 60 });
    const { attachment } = await world.upload('a.zip', 'hello', 'application/zip');
    const response = await world.handle(
      new Request(`${site}/${attachment.url}`, { headers: { 'x-role': 'agent' } }),
    );
    expect(response.status).toBe(302);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    const url = new URL(response.headers.get('location') ?? '');
    expect(url.searchParams.get('X-Amz-Expires')).toBe('60');
    const object = await world.s3(new Request(url));
    expect(await object.text()).toBe('hello');
    expect(object.headers.get('content-disposition')).toMatch(/^attachment; filename="a.zip"/);
    expect((await world.s3(new Request(url, { method: 'DELETE' }))).status).toBe(403);
  });

  it('lasts a quarter of an hour until somebody chooses, and then as long as was chosen', async () => {
    const world = await privately();
    const { attachment } = await world.upload('a.png', 'hello');
    const lasts = async () =>
      new URL((await read(world, 'agent', attachment.id)).headers.get('location') ?? '').searchParams.get(
        'X-Amz-Expires',
      );
    expect(await lasts()).toBe('900');
    for (const linkLifetime of [60, 43_200, 604_800]) {
      expect(await world.configure({ linkLifetime })).toMatchObject({ links: 'private', linkLifetime });
      expect(await lasts()).toBe(String(linkLifetime));
    }
    // What is left out stays as it is saved.
    await world.configure({ keyPrefix: 'desk/' });
    expect(await lasts()).toBe('604800');
    for (const linkLifetime of [59, 604_801, 900.5, '900', null]) {
      const body = { ...saved, secretAccessKey: secret, version: await world.version(), linkLifetime };
      expect((await world.refusal('administrator', 'saveSettings', { body })).code).toBe('invalid_input');
    }
    // Rights to send are another matter.
    const { target } = await world.sign();
    expect(target.expiresIn).toBe(900);
  });

  it('is shortened by what the host names, and by the end of a temporary key, and lengthened by nothing', async () => {
    const start = Date.now();
    const key = { accessKeyId: 'ASIAACMETRIAGE234567', secretAccessKey: secret, sessionToken: 'token' };
    const worlds: [WorldOptions, string][] = [
      [{ urlLifetime: 300 }, '300'],
      [{ urlLifetime: 604_800 }, '3600'],
      [
        {
          credentials: async () => ({ ...key, expiration: new Date(start + 120_000) }),
          now: () => new Date(start),
        },
        '120',
      ],
    ];
    for (const [options, expected] of worlds) {
      const before = await privately();
      await before.configure({ linkLifetime: 3600 });
      const { attachment } = await before.upload('a.png', 'hello');
      const world = createWorld({ ...options, store: before.store });
      const { headers } = await read(world, 'agent', attachment.id);
      expect(new URL(headers.get('location') ?? '').searchParams.get('X-Amz-Expires')).toBe(expected);
    }
  });

  it('is headed by a link that is signed for that', async () => {
    const world = await privately();
    const { attachment } = await world.upload('a.zip', 'hello', 'application/zip');
    const response = await world.handle(
      new Request(`${site}/${attachment.url}`, { method: 'HEAD', headers: { 'x-role': 'agent' } }),
    );
    expect(response.status).toBe(302);
    const url = response.headers.get('location') ?? '';
    const head = await world.s3(new Request(url, { method: 'HEAD' }));
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '5']);
    expect((await world.s3(new Request(url))).status).toBe(403);
  });

  it('leads nobody anywhere who may not read its ticket', async () => {
    const world = await privately();
    const { attachment } = await world.upload('a.png', 'hello');
    for (const [role, status] of [
      ['nobody', 401],
      ['customer', 404],
    ] as const) {
      const response = await read(world, role, attachment.id);
      expect(response.status).toBe(status);
      expect(response.headers.get('location')).toBeNull();
    }
  });

  it('is confirmed by the signed read alone', async () => {
    const unsigned: string[] = [];
    const world = await privately({
      between: ({ method, headers }, url) => {
        if (headers.authorization === undefined) unsigned.push(`${method} ${url}`);
        return null;
      },
    });
    expect((await world.upload('a.png', 'hello')).notice).toBeNull();
    expect(unsigned).toEqual([]);
    const { attachmentId } = await world.sign();
    expect(await world.refusal('agent', 'completeUpload', { params: { attachmentId } })).toMatchObject({
      code: 'upload_incomplete',
    });
  });

  it('is stored although the key may not read it, with a word to the administrator on the policy at fault', async () => {
    const account = privateAccount();
    parts(account).policy.document = JSON.parse(documentText('iam-policy', saved));
    const world = await privately({ account });
    const { attachment, notice } = await world.upload('a.png', 'hello');
    expect(notice).toMatchObject({ detail: 'redacted', code: 'access_denied' });
    const params = { attachmentId: attachment.id };
    const told = await world.call('administrator', 'completeUpload', { params });
    expect(full(told.notice)).toMatchObject({
      code: 'access_denied',
      action: 's3:GetObject',
      where: [{ kind: 'step', step: 'iam-policy', part: 'Action' }],
      certainty: 'certain',
    });
  });

  it('is stored with that word also where S3 refuses to read it and says no more', async () => {
    const bare = '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';
    const world = await privately({
      between: ({ method }) => (method === 'GET' ? new Response(bare, { status: 403 }) : null),
    });
    const { attachment } = await world.upload('a.png', 'hello');
    const params = { attachmentId: attachment.id };
    const { notice } = await world.call('administrator', 'completeUpload', { params });
    expect(full(notice)).toMatchObject({
      code: 'access_denied',
      action: 's3:GetObject',
      certainty: 'likely',
    });
  });

  it('is stored with what S3 says where something else than reading is refused', async () => {
    const message =
      'User: arn:aws:iam::111122223333:user/acme is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-central-1:111122223333:key/1 because no identity-based policy allows the kms:Decrypt action';
    const body = `<Error><Code>AccessDenied</Code><Message>${message}</Message></Error>`;
    const world = await privately({
      between: ({ method }) => (method === 'GET' ? new Response(body, { status: 403 }) : null),
    });
    const { attachment } = await world.upload('a.png', 'hello');
    const params = { attachmentId: attachment.id };
    const { notice } = await world.call('administrator', 'completeUpload', { params });
    expect(full(notice)).toMatchObject({
      action: 'kms:Decrypt',
      where: [{ kind: 'elsewhere', place: 'encryption' }],
    });
  });

  it('follows the settings as they are now, whenever it was stored', async () => {
    const world = createWorld();
    await world.configure();
    const { attachment } = await world.upload('a.png', 'hello');
    const list = async () =>
      (await world.call('agent', 'listAttachments', { params: { ticketId: '1' } })).attachments[0]?.url;
    expect(await list()).toMatch(/^https:/);
    await world.configure({ links: 'private' });
    expect(await list()).toBe(`attachments/${attachment.id}/content`);
    await world.configure({ links: 'public' });
    expect(await list()).toBe(attachment.url);
  });

  it('says that the secret is unreadable when nothing can be signed', async () => {
    const world = await privately();
    const { attachment } = await world.upload('a.png', 'hello');
    const later = createWorld({ store: world.store, encryptionKey: btoa('n'.repeat(32)) });
    const response = await read(later, 'agent', attachment.id);
    expect(await response.json()).toMatchObject({ code: 'secret_unreadable' });
  });
});

describe('an attachment at an endpoint of its own', () => {
  const endpoint = 'https://s3.acme.test:9000';

  it('is sent, confirmed, read and deleted there, also when the settings name Amazon by then', async () => {
    const hosts = new Set<string>();
    const world = createWorld({
      allowPrivateEndpoints: true,
      between: (_, url) => {
        hosts.add(new URL(url).host);
        return null;
      },
    });
    await world.configure({ endpoint, forcePathStyle: true });
    const { attachment, notice } = await world.upload('a.png', 'hello');
    expect(notice).toBeNull();
    expect(attachment.url).toMatch(/^https:\/\/s3\.acme\.test:9000\/acme-triage\/tickets\/1\//);
    await world.configure({ endpoint: '', forcePathStyle: false });
    const params = { attachmentId: attachment.id };
    expect(await world.call('agent', 'completeUpload', { params })).toEqual({ attachment, notice: null });
    expect((await read(world, 'agent', attachment.id)).headers.get('location')).toBe(attachment.url);
    await world.call('agent', 'deleteAttachment', { params });
    expect(await world.s3.objects.list('acme-triage/')).toEqual([]);
    expect([...hosts]).toEqual(['s3.acme.test:9000']);
    expect((await world.upload('b.png', 'hello')).attachment.url).toMatch(
      /^https:\/\/acme-triage\.s3\.eu-central-1\.amazonaws\.com\//,
    );
  });
});
