import { describe, expect, it } from 'vitest';
import { createWorld, full, parts, saved, site, type World } from './support/createWorld.ts';

async function configured(options: Parameters<typeof createWorld>[0] = {}): Promise<World> {
  const world = createWorld(options);
  await world.configure();
  return world;
}

const keysOf = (world: World) => world.s3.objects.list(`${saved.bucket}/`);
const sha256 = async (bytes: Uint8Array<ArrayBuffer>) =>
  Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');

describe('signing uploads', () => {
  it('gives every file a key of its own that cannot be guessed, with a name that is safe in a link', async () => {
    const world = await configured();
    const { target } = await world.sign({ name: '../Ünïcode Rechnung (3).PDF', type: 'application/pdf' });
    const url = new URL(target.url);
    expect(url.origin).toBe('https://acme-triage.s3.eu-central-1.amazonaws.com');
    expect(url.pathname).toMatch(/^\/tickets\/1\/[\w-]{22}\/Unicode-Rechnung-3.PDF$/);
    expect(url.searchParams.get('X-Amz-Expires')).toBe('900');
  });

  it('answers each file by its id, and two equal files stay two', async () => {
    const world = await configured();
    const twin = { name: 'twin.png', size: 5, type: 'image/png' };
    const files = [
      { id: 'b', ...twin },
      { id: 'a', ...twin },
    ];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    expect(uploads.map(({ id }) => id)).toEqual(['b', 'a']);
    for (const [index, { result }] of uploads.entries()) {
      if (result.status !== 'signed' || result.target.to !== 's3') throw new Error('refused');
      expect((await world.put(result.target, `twin${index}`)).status).toBe(200);
      await world.call('agent', 'completeUpload', { params: { attachmentId: result.attachmentId } });
    }
    const { attachments } = await world.call('agent', 'listAttachments', { params: { ticketId: '1' } });
    expect(attachments.map(({ name }) => name)).toEqual(['twin.png', 'twin.png']);
    expect(new Set(attachments.map(({ url }) => url)).size).toBe(2);
  });

  it('refuses ids that stand for two files', async () => {
    const world = await configured();
    const file = { id: 'a', name: 'a', size: 1, type: '' };
    const { verdict } = await world.refusal('agent', 'signUploads', {
      body: { ticketId: '1', files: [file, file] },
    });
    expect(full(verdict)).toMatchObject({ issues: [{ path: 'files.1.id', message: 'duplicate' }] });
  });

  it('refuses the file that is over 5 GiB and signs the others', async () => {
    const world = await configured();
    const size = 5 * 1024 ** 3;
    const files = [
      { id: 'fits', name: 'a.iso', size, type: '' },
      { id: 'not', name: 'b.iso', size: size + 1, type: '' },
    ];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    expect(uploads[0]?.result.status).toBe('signed');
    expect(uploads[1]?.result).toMatchObject({
      status: 'refused',
      verdict: { detail: 'full', diagnosis: { code: 'file_too_large', size: size + 1, maximum: size } },
    });
  });

  it('signs a thousand files with the longest of names in one request', async () => {
    const world = await configured();
    const files = Array.from({ length: 1000 }, (_, index) => ({
      id: `f${index}`,
      name: '\u0001語'.repeat(512),
      size: 1,
      type: 'x'.repeat(255),
    }));
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    expect(uploads.filter(({ result }) => result.status === 'signed')).toHaveLength(1000);
    const names = uploads.map(({ result }) =>
      result.status === 'signed' && result.target.to === 's3' ? result.target.headers : {},
    );
    expect(Math.max(...names.map((headers) => JSON.stringify(headers).length))).toBeLessThan(2000);
  });

  it('signs the size: S3 takes nothing larger', async () => {
    const world = await configured();
    const { target } = await world.sign({ size: 5 });
    expect(await world.put(target, 'far more than five bytes')).toMatchObject({ status: 403 });
    expect(await world.put(target, 'hello')).toMatchObject({ status: 200 });
  });

  it.each([
    ['a.png', 'image/png', 'image/png', null],
    ['a.pdf', 'application/pdf', 'application/pdf', null],
    ['a.txt', 'text/plain; charset=utf-8', 'text/plain', null],
    ['a.mp4', 'video/mp4', 'video/mp4', null],
    ['a.zip', 'application/zip', 'application/zip', 'attachment; filename="a.zip"; filename*=UTF-8\'\'a.zip'],
    [
      'a.html',
      'text/html',
      'application/octet-stream',
      'attachment; filename="a.html"; filename*=UTF-8\'\'a.html',
    ],
    [
      'a.svg',
      'IMAGE/SVG+XML',
      'application/octet-stream',
      'attachment; filename="a.svg"; filename*=UTF-8\'\'a.svg',
    ],
    [
      'a.x',
      'video/evil+xml',
      'application/octet-stream',
      'attachment; filename="a.x"; filename*=UTF-8\'\'a.x',
    ],
    [
      'a.js',
      'text/javascript',
      'application/octet-stream',
      'attachment; filename="a.js"; filename*=UTF-8\'\'a.js',
    ],
    [
      'a\r\nX: y',
      'text/html\r\nX: y',
      'application/octet-stream',
      'attachment; filename="aX-y"; filename*=UTF-8\'\'aX%3A%20y',
    ],
    ['\ud800', '', 'application/octet-stream', 'attachment; filename="file"; filename*=UTF-8\'\'file'],
  ])(
    '%j of type %j is stored so that its link cannot run as a page',
    async (name, type, contentType, disposition) => {
      const world = await configured();
      const { target } = await world.sign({ name, type });
      expect(target.headers).toEqual({
        'content-type': contentType,
        ...(disposition === null ? {} : { 'content-disposition': disposition }),
      });
      expect(await world.put(target, 'hello')).toMatchObject({ status: 200 });
      const response = await world.s3(new Request(target.url.split('?')[0] ?? ''));
      expect(response.headers.get('content-type')).toBe(contentType);
      expect(response.headers.get('content-disposition')).toBe(disposition);
      const other = await world.put(
        { ...target, headers: { ...target.headers, 'content-type': 'text/html' } },
        'hello',
      );
      expect(other).toMatchObject({ status: 403 });
    },
  );
});

describe('registering an upload', () => {
  it('gives the public link, and the file lies in S3 byte for byte', async () => {
    const world = await configured();
    const bytes = crypto.getRandomValues(new Uint8Array(65_536));
    const { attachmentId, target } = await world.sign({
      name: 'photo.jpg',
      size: bytes.byteLength,
      type: 'image/jpeg',
    });
    await world.s3(new Request(target.url, { method: 'PUT', headers: target.headers, body: bytes }));
    const { attachment, notice } = await world.call('agent', 'completeUpload', { params: { attachmentId } });
    expect(notice).toBeNull();
    expect(attachment).toMatchObject({
      id: attachmentId,
      ticketId: '1',
      name: 'photo.jpg',
      size: 65_536,
      storedIn: 's3',
    });
    const read = await world.s3(new Request(attachment.url));
    expect(await sha256(new Uint8Array(await read.arrayBuffer()))).toBe(await sha256(bytes));
  });

  it('can be done twice, with the same answer and one attachment', async () => {
    const world = await configured();
    const first = await world.upload('a.png', 'hello');
    const params = { attachmentId: first.attachment.id };
    const again = await Promise.all([1, 2, 3].map(() => world.call('agent', 'completeUpload', { params })));
    expect(again).toEqual([first, first, first]);
    expect((await world.call('agent', 'listAttachments', { params: { ticketId: '1' } })).attachments).toEqual(
      [first.attachment],
    );
  });

  it('takes a file of no bytes', async () => {
    const world = await configured();
    expect(await world.upload('empty.png', '')).toMatchObject({ attachment: { size: 0 }, notice: null });
  });

  it('is refused while the object is not there', async () => {
    const world = await configured();
    const { attachmentId } = await world.sign();
    const { verdict, status } = await world.refusal('administrator', 'completeUpload', {
      params: { attachmentId },
    });
    expect(status).toBe(409);
    expect(full(verdict)).toMatchObject({ code: 'upload_incomplete', expected: 5, found: null });
    expect((await world.call('agent', 'listAttachments', { params: { ticketId: '1' } })).attachments).toEqual(
      [],
    );
  });

  it('is refused when S3 holds another number of bytes', async () => {
    const world = await configured();
    const { attachmentId, target } = await world.sign();
    await world.put(target, 'hello');
    const key = decodeURIComponent(new URL(target.url).pathname.slice(1));
    const id = `${saved.bucket}/${key}`;
    await world.s3.objects.put(id, new Uint8Array(3));
    const meta = await world.s3.objects.getMeta(id);
    if (meta) await world.s3.objects.setMeta(id, { ...meta, size: 3 });
    const { verdict } = await world.refusal('administrator', 'completeUpload', { params: { attachmentId } });
    expect(full(verdict)).toMatchObject({ code: 'upload_incomplete', expected: 5, found: 3 });
  });

  it.each([
    ['without a bucket policy', (world: World) => (parts(world.account).bucket.policy = null)],
    [
      'with Block Public Access on',
      (world: World) => (parts(world.account).bucket.blockPublicAccess.RestrictPublicBuckets = true),
    ],
  ])('%s stores the attachment, and says that its link cannot be opened', async (_, edit) => {
    const world = await configured();
    edit(world);
    const { notice } = await world.upload('a.png', 'hello');
    expect(notice).toMatchObject({
      detail: 'redacted',
      code: 'public_read_refused',
      reference: expect.stringMatching(/^.{4}$/),
    });
    const { attachments } = await world.call('agent', 'listAttachments', { params: { ticketId: '1' } });
    expect(attachments).toHaveLength(1);
    const params = { attachmentId: attachments[0]?.id ?? '' };
    const told = await world.call('administrator', 'completeUpload', { params });
    expect(full(told.notice)).toMatchObject({
      code: 'public_read_refused',
      bucket: saved.bucket,
      s3: { status: 403 },
    });
  });

  it.each([
    ['access_key_unknown', (world: World) => (parts(world.account).key.status = 'Inactive')],
    ['secret_wrong', (world: World) => (parts(world.account).key.secretAccessKey = 'other')],
    ['region_wrong', (world: World) => (parts(world.account).bucket.region = 'us-west-2')],
    ['bucket_missing', (world: World) => (world.account.buckets = [])],
  ])(
    'is refused for its cause when S3 meanwhile says %s, and succeeds once that is mended',
    async (code, edit) => {
      const world = await configured();
      const { attachmentId, target } = await world.sign();
      await world.put(target, 'hello');
      const before = structuredClone(world.account);
      edit(world);
      const { verdict } = await world.refusal('administrator', 'completeUpload', {
        params: { attachmentId },
      });
      expect(full(verdict)).toMatchObject({ code });
      Object.assign(world.account, before);
      expect(await world.call('agent', 'completeUpload', { params: { attachmentId } })).toMatchObject({
        notice: null,
      });
    },
  );

  it('says that S3 cannot be reached when it cannot', async () => {
    const world = await configured();
    const { attachmentId } = await world.sign();
    const cut = createWorld({
      store: world.store,
      fetch: () => Promise.reject(new TypeError('fetch failed')),
    });
    expect(await cut.refusal('agent', 'completeUpload', { params: { attachmentId } })).toMatchObject({
      code: 's3_unreachable',
      status: 503,
    });
  });
});

describe('deleting an attachment', () => {
  it('deletes the object in S3 and takes it off the list', async () => {
    const world = await configured();
    const { attachment } = await world.upload('a.png', 'hello');
    expect(await keysOf(world)).toHaveLength(1);
    const params = { attachmentId: attachment.id };
    await world.call('agent', 'deleteAttachment', { params });
    expect(await keysOf(world)).toEqual([]);
    expect(await world.call('agent', 'listAttachments', { params: { ticketId: '1' } })).toEqual({
      attachments: [],
    });
    expect(await world.refusal('agent', 'deleteAttachment', { params })).toMatchObject({ code: 'not_found' });
  });

  it('withdraws one that was signed and never registered', async () => {
    const world = await configured();
    const { attachmentId, target } = await world.sign();
    await world.put(target, 'hello');
    await world.call('agent', 'deleteAttachment', { params: { attachmentId } });
    expect(await keysOf(world)).toEqual([]);
    expect(await world.refusal('agent', 'completeUpload', { params: { attachmentId } })).toMatchObject({
      code: 'not_found',
    });
  });

  it('leaves everything as it was when S3 refuses, and names the cause', async () => {
    const world = await configured();
    const { attachment } = await world.upload('a.png', 'hello');
    const document = structuredClone(parts(world.account).policy.document);
    parts(world.account).policy.document.Statement = [
      { Effect: 'Allow', Action: 's3:PutObject', Resource: '*' },
    ];
    const params = { attachmentId: attachment.id };
    const { verdict } = await world.refusal('administrator', 'deleteAttachment', { params });
    expect(full(verdict)).toMatchObject({ code: 'delete_not_allowed', certainty: 'certain' });
    expect((await world.call('agent', 'listAttachments', { params: { ticketId: '1' } })).attachments).toEqual(
      [attachment],
    );
    parts(world.account).policy.document = document;
    await world.call('agent', 'deleteAttachment', { params });
    expect(await keysOf(world)).toEqual([]);
  });

  it('says that the bucket is missing when it is', async () => {
    const world = await configured();
    const { attachment } = await world.upload('a.png', 'hello');
    world.account.buckets = [];
    const { verdict } = await world.refusal('administrator', 'deleteAttachment', {
      params: { attachmentId: attachment.id },
    });
    expect(full(verdict)).toMatchObject({ code: 'bucket_missing', bucket: saved.bucket });
  });

  it('finds the object where it was put, although the settings name another bucket by now', async () => {
    const world = await configured();
    const { attachment } = await world.upload('a.png', 'hello');
    await world.configure({ bucket: 'acme-new' });
    await world.call('agent', 'deleteAttachment', { params: { attachmentId: attachment.id } });
    expect(await keysOf(world)).toEqual([]);
  });

  it('done twice at once deletes once', async () => {
    const world = await configured();
    const { attachment } = await world.upload('a.png', 'hello');
    const params = { attachmentId: attachment.id };
    const answers = await Promise.all([1, 2].map(() => world.send('agent', 'deleteAttachment', { params })));
    expect(answers.map(({ status }) => status)).toContain(204);
    expect(answers.every(({ status }) => status === 204 || status === 404)).toBe(true);
    expect(await world.store.readAttachment(attachment.id)).toBeNull();
  });
});

describe('while S3 is not configured', () => {
  async function stored(world: World, name: string, type: string, content: string) {
    const size = new TextEncoder().encode(content).byteLength;
    const files = [{ id: 'f', name, size, type }];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    const result = uploads[0]?.result;
    if (result?.status !== 'signed') throw new Error('refused');
    expect(result.target).toEqual({ to: 'database' });
    const params = { attachmentId: result.attachmentId };
    await world.call('agent', 'uploadContent', { params, bytes: content });
    return world.call('agent', 'completeUpload', { params });
  }

  it('a file goes to the database and is read by a path below the API', async () => {
    const world = createWorld();
    const { attachment, notice } = await stored(world, 'Grüße.txt', 'text/plain', 'hello');
    expect(notice).toBeNull();
    expect(attachment).toMatchObject({ storedIn: 'database', url: `attachments/${attachment.id}/content` });
    const response = await world.handle(
      new Request(`${site}/${attachment.url}`, { headers: { 'x-role': 'agent' } }),
    );
    expect(await response.text()).toBe('hello');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/plain',
      'content-disposition': `inline; filename="Gru-e.txt"; filename*=UTF-8''Gr%C3%BC%C3%9Fe.txt`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
    });
    await world.call('agent', 'deleteAttachment', { params: { attachmentId: attachment.id } });
    expect(await world.store.readContent(attachment.id)).toBeNull();
  });

  it('a page is downloaded and never shown', async () => {
    const world = createWorld();
    const { attachment } = await stored(world, 'a.html', 'text/html', '<script>');
    const response = await world.send('agent', 'readContent', { params: { attachmentId: attachment.id } });
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  it('a file of no bytes is a file', async () => {
    expect(await stored(createWorld(), 'empty.txt', 'text/plain', '')).toMatchObject({
      attachment: { size: 0 },
    });
  });

  it('a file over the limit of the database is refused', async () => {
    const world = createWorld({ maxDatabaseFileSize: 10 });
    const files = [{ id: 'f', name: 'a', size: 11, type: '' }];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    expect(uploads[0]?.result).toMatchObject({
      verdict: { diagnosis: { code: 'file_too_large', maximum: 10 } },
    });
  });

  it('more or fewer bytes than were announced are refused, and registering needs them all', async () => {
    const world = createWorld();
    const files = [{ id: 'f', name: 'a', size: 5, type: '' }];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    const result = uploads[0]?.result;
    if (result?.status !== 'signed') throw new Error('refused');
    const params = { attachmentId: result.attachmentId };
    expect(await world.refusal('agent', 'uploadContent', { params, bytes: 'hello!' })).toMatchObject({
      code: 'file_too_large',
      status: 413,
    });
    expect(await world.refusal('agent', 'uploadContent', { params, bytes: 'hell' })).toMatchObject({
      code: 'upload_incomplete',
      status: 409,
    });
    expect(await world.refusal('agent', 'completeUpload', { params })).toMatchObject({
      code: 'upload_incomplete',
    });
    await world.call('agent', 'uploadContent', { params, bytes: 'hello' });
    await world.call('agent', 'completeUpload', { params });
    expect(await world.refusal('agent', 'uploadContent', { params, bytes: 'other' })).toMatchObject({
      code: 'not_found',
    });
  });

  it('a body that never ends is not held in memory', async () => {
    const world = createWorld();
    const files = [{ id: 'f', name: 'a', size: 5, type: '' }];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    const result = uploads[0]?.result;
    if (result?.status !== 'signed') throw new Error('refused');
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const init = {
      method: 'PUT',
      body,
      duplex: 'half',
      headers: { 'x-role': 'agent', 'content-type': 'application/octet-stream' },
    };
    const response = await world.handle(
      new Request(`${site}/attachments/${result.attachmentId}/content`, init as RequestInit),
    );
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(5);
  });
});

describe('reading an attachment that lies in S3', () => {
  it('leads to its public link', async () => {
    const world = await configured();
    const { attachment } = await world.upload('a.png', 'hello');
    const response = await world.send('agent', 'readContent', { params: { attachmentId: attachment.id } });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(attachment.url);
  });
});
