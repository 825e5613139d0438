import { describe, expect, it } from 'vitest';
import { at, base, createCdnWorld, denied, origin, values } from './support/createCdnWorld.ts';
import { acmeAccount, createWorld, full, parts, saved } from './support/createWorld.ts';

describe('a public base URL', () => {
  it.each([
    ['https://files.acme.test/', 'https://files.acme.test'],
    [' HTTPS://Files.Acme.test:443/desk/a%20b// ', undefined],
    [' HTTPS://Files.Acme.test:443/desk/a%20b/ ', 'https://files.acme.test/desk/a%20b'],
    ['http://localhost:8080/a/../b', 'http://localhost:8080/b'],
    ['', ''],
  ])('typed as %j is kept as %j', async (publicBaseUrl, kept) => {
    const { world } = createCdnWorld();
    const body = { ...values, publicBaseUrl, version: 0 };
    if (kept !== undefined) {
      expect(await world.configure({ publicBaseUrl })).toMatchObject({ publicBaseUrl: kept });
      return;
    }
    const { verdict } = await world.refusal('administrator', 'saveSettings', { body });
    expect(full(verdict)).toMatchObject({ issues: [{ path: 'publicBaseUrl', message: 'public_base_url' }] });
  });

  it('is refused beside private links, in whichever order the two are saved', async () => {
    const { world, configure } = createCdnWorld();
    const refused = {
      code: 'invalid_input',
      issues: [{ path: 'publicBaseUrl', message: 'public_base_url' }],
    };
    const both = { ...values, publicBaseUrl: base, links: 'private', version: 0 };
    const first = await world.refusal('administrator', 'saveSettings', { body: both });
    expect(first.status).toBe(422);
    expect(full(first.verdict)).toMatchObject(refused);
    await configure();
    const then = { ...saved, links: 'private', version: 1 };
    expect(
      full((await world.refusal('administrator', 'saveSettings', { body: then })).verdict),
    ).toMatchObject(refused);
    expect(await world.save({ ...saved, links: 'private', publicBaseUrl: '' })).toMatchObject({
      links: 'private',
      publicBaseUrl: '',
    });
  });

  it('stays when it is left out, and so do the permissions for large files', async () => {
    const { world, configure } = createCdnWorld();
    await configure({ largeFiles: true });
    expect(await world.save(saved)).toMatchObject({ publicBaseUrl: base, largeFiles: true });
    expect(await world.save({ ...saved, publicBaseUrl: '', largeFiles: false })).toMatchObject({
      publicBaseUrl: '',
      largeFiles: false,
    });
  });

  it('is not taken by a backend that cannot tell where it leads, and stays there if it was saved before', async () => {
    const { world, configure } = createCdnWorld();
    await configure();
    const other = createWorld({ store: world.store });
    const body = { ...values, publicBaseUrl: 'https://other.acme.test', version: 1 };
    const { verdict, status } = await other.refusal('administrator', 'saveSettings', { body });
    expect(status).toBe(422);
    expect(full(verdict)).toMatchObject({
      code: 'endpoint_not_allowed',
      host: 'other.acme.test',
      where: [at('publicBaseUrl')],
    });
    expect(await other.save(saved)).toMatchObject({ publicBaseUrl: base });
  });
});

describe('the link of an attachment', () => {
  it('leads to the public base URL, encoded as S3 wants it, and opens there', async () => {
    const { world, configure, asked } = createCdnWorld();
    await configure({ keyPrefix: 'help-desk/(eu)/' });
    const { attachment, notice } = await world.upload('a b.png', 'hello');
    expect(notice).toBeNull();
    expect(attachment.url).toMatch(
      /^https:\/\/files\.acme\.test\/desk\/help-desk\/%28eu%29\/tickets\/1\/[\w-]+\/a-b\.png$/,
    );
    // The very link was tried, as readers will open it.
    expect(asked).toEqual([`GET ${attachment.url.slice(base.length + 1)}`]);
    const params = { attachmentId: attachment.id };
    const response = await world.send('agent', 'readContent', { params });
    expect(response.headers.get('location')).toBe(attachment.url);
    const { attachments } = await world.call('agent', 'listAttachments', { params: { ticketId: '1' } });
    expect(attachments).toEqual([attachment]);
    expect(await (await world.s3(new Request(attachment.url.replace(base, origin)))).text()).toBe('hello');
  });

  it('leads to S3 for what lies in a bucket or at an endpoint that is no longer the saved one', async () => {
    const { world, configure } = createCdnWorld();
    await configure();
    const { attachment } = await world.upload('a.png', 'hello');
    const own = attachment.url.replace(base, origin);
    const urlOf = async () =>
      (await world.call('agent', 'listAttachments', { params: { ticketId: '1' } })).attachments[0]?.url;
    await configure({ bucket: 'acme-other' });
    expect(await urlOf()).toBe(own);
    await configure({ endpoint: 'https://s3.acme.test' });
    expect(await urlOf()).toBe(own);
    await configure({ endpoint: '' });
    expect(await urlOf()).toBe(attachment.url);
    await world.configure({ publicBaseUrl: '' });
    expect(await urlOf()).toBe(own);
  });

  it('still leads there while S3 is out of use, and without its key', async () => {
    const { world, configure } = createCdnWorld();
    await configure();
    const { attachment } = await world.upload('a.png', 'hello');
    for (const status of ['disabled', 'keys_removed'] as const) {
      await world.changeStatus(status);
      const { attachments } = await world.call('agent', 'listAttachments', { params: { ticketId: '1' } });
      expect(attachments[0]?.url).toBe(attachment.url);
    }
  });
});

describe('registering an upload that is opened at the public base URL', () => {
  it('says nothing where the CDN alone may read the bucket', async () => {
    const account = acmeAccount();
    const { world, configure } = createCdnWorld({
      account,
      says: () => new Response('h', { status: 206, headers: { 'content-range': 'bytes 0-0/5' } }),
    });
    parts(account).bucket.policy = null;
    await configure();
    expect((await world.upload('a.png', 'hello')).notice).toBeNull();
  });

  it('takes nobody in front of S3 at its word on how many bytes there are', async () => {
    const account = acmeAccount();
    const { world, configure } = createCdnWorld({
      account,
      says: () => new Response('smaller', { headers: { 'content-length': '3' } }),
    });
    await configure();
    expect((await world.upload('a.png', 'hello')).notice).toBeNull();
  });

  it('tells of a refusal there, with what S3 itself does', async () => {
    const { world, configure } = createCdnWorld({ says: denied });
    await configure();
    const { attachment, notice } = await world.upload('a.png', 'hello');
    expect(notice).toMatchObject({ detail: 'redacted', code: 'public_read_refused' });
    const params = { attachmentId: attachment.id };
    const told = await world.call('administrator', 'completeUpload', { params });
    expect(full(told.notice)).toMatchObject({
      code: 'public_read_refused',
      host: 'files.acme.test',
      direct: 'allowed',
      where: [at('publicBaseUrl')],
    });
    parts(world.account).bucket.policy = null;
    const both = await world.call('administrator', 'completeUpload', { params });
    expect(full(both.notice)).toMatchObject({
      direct: 'refused',
      where: [at('publicBaseUrl'), { step: 'bucket-policy' }, { step: 'public-access' }],
    });
  });

  it.each([
    ['silence', () => Promise.reject(new TypeError('fetch failed'))],
    ['a fault', () => new Response(null, { status: 502 })],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { location: 'https://elsewhere.test/' } }),
    ],
  ])('raises no alarm for %s', async (_, says) => {
    const { world, configure } = createCdnWorld({ says });
    await configure();
    expect((await world.upload('a.png', 'hello')).notice).toBeNull();
    expect(await world.call('administrator', 'readSettings')).toMatchObject({
      health: { status: 'working' },
    });
  });

  it('still refuses what S3 does not have, and asks no cache for it that would remember', async () => {
    const account = acmeAccount();
    parts(account).policy.document.Statement = [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }];
    const { world, configure, asked } = createCdnWorld({ account, says: () => new Response('hello') });
    await configure();
    const { attachmentId } = await world.sign();
    expect(await world.refusal('agent', 'completeUpload', { params: { attachmentId } })).toMatchObject({
      code: 'upload_incomplete',
    });
    expect(asked).toEqual([]);
  });
});
