import { describe, expect, it } from 'vitest';
import { minPartSize } from '../../src/contract/index.ts';
import { configured, createWorld, full, parts, saved } from './support/createWorld.ts';
import {
  begin,
  checksumOf,
  etagOf,
  film,
  grantLargeFiles,
  leftInS3,
  partOf,
  partSize,
  sendFilm,
  sendPart,
  sent,
  signFilm,
} from './support/inParts.ts';

describe('an upload in parts', () => {
  it('becomes the very file, with the documented policy and CORS rule, of parts that were sent in any order', async () => {
    const world = await configured();
    const params = await signFilm(world);
    expect(await leftInS3(world)).toEqual([]);
    const signed = await begin(world, params, [{ number: 1 }]);
    const { parts: more } = await world.call('agent', 'signParts', {
      params,
      body: { parts: [{ number: 3 }, { number: 2 }] },
    });
    for (const part of [...more, ...signed]) {
      expect(part.expiresIn).toBe(900);
      expect((await sendPart(world, part, partOf(part.number))).status).toBe(200);
    }
    const body = { parts: [...sent].reverse() };
    const { attachment, notice } = await world.call('agent', 'completeUpload', { params, body });
    expect(attachment).toMatchObject({ name: 'film.mp4', size: film.size, storedIn: 's3', draftId: null });
    expect(notice).toBeNull();
    const got = await world.s3(new Request(attachment.url));
    expect(Buffer.compare(Buffer.from(await got.arrayBuffer()), film.bytes)).toBe(0);
    expect(got.headers.get('content-type')).toBe('video/mp4');
    expect(await leftInS3(world)).toHaveLength(1);
    // Registered again: the same answer.
    expect(await world.call('agent', 'completeUpload', { params, body })).toEqual({ attachment, notice });
  });

  describe('that is begun by the request that signs it', () => {
    const files = [
      { id: 'a', name: 'a.png', size: 5, type: 'image/png' },
      { id: 'f', name: 'film.mp4', size: film.size, type: 'video/mp4', as: 'parts' as const },
    ];
    const begin = { id: 'f', partSize, parts: [{ number: 1 }, { number: 2 }, { number: 3 }] };

    it('becomes the very file', async () => {
      const world = await configured();
      const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files, begin } });
      const result = uploads[1]?.result;
      if (result?.status !== 'signed' || result.target.to !== 's3_parts') throw new Error('Not for parts.');
      if (result.target.begun?.status !== 'created') throw new Error('Not begun.');
      for (const part of result.target.begun.parts)
        expect((await sendPart(world, part, partOf(part.number))).status).toBe(200);
      const params = { attachmentId: result.attachmentId };
      const { attachment } = await world.call('agent', 'completeUpload', { params, body: { parts: sent } });
      const got = await world.s3(new Request(attachment.url));
      expect(Buffer.compare(Buffer.from(await got.arrayBuffer()), film.bytes)).toBe(0);
    });

    it('is signed all the same where S3 refuses to begin it, and so are the others: createMultipart says why', async () => {
      const world = await configured();
      const [user] = world.account.users;
      if (user) user.policies = [];
      const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files, begin } });
      expect(uploads.map(({ result }) => result.status)).toEqual(['signed', 'signed']);
      const { attachmentId, target } = (uploads[1]?.result ?? {}) as Extract<
        (typeof uploads)[number]['result'],
        { status: 'signed' }
      >;
      expect(target).toEqual({ to: 's3_parts' });
      const body = { partSize, parts: [{ number: 1 }] };
      const { code } = await world.refusal('agent', 'createMultipart', { params: { attachmentId }, body });
      expect(code).toBe('put_not_allowed');
    });

    it.each([
      ['a file that is not in the request', { ...begin, id: 'g' }, 'begin.id'],
      ['a file that does not go in parts', { ...begin, id: 'a' }, 'begin.id'],
      ['a part beyond the file', { ...begin, parts: [{ number: 4 }] }, 'begin.parts.0.number'],
      ['the same part twice', { ...begin, parts: [{ number: 1 }, { number: 1 }] }, 'begin.parts.1.number'],
    ])('refuses %s before anything is written down or begun', async (_, wrong, path) => {
      const world = await configured();
      const body = { ticketId: '1', files, begin: wrong };
      const { verdict } = await world.refusal('agent', 'signUploads', { body });
      expect(full(verdict)).toMatchObject({ code: 'invalid_input', issues: [{ path }] });
      expect(await leftInS3(world)).toEqual([]);
    });

    it('is not begun while S3 is not in use', async () => {
      const world = createWorld();
      const { uploads } = await world.call('agent', 'signUploads', {
        body: {
          ticketId: '1',
          files: [{ id: 'f', name: 'film.mp4', size: 6 * 1024 ** 2, type: '', as: 'parts' as const }],
          begin: { id: 'f', partSize, parts: [] },
        },
      });
      expect(uploads[0]?.result).toMatchObject({ status: 'signed', target: { to: 'database' } });
    });
  });

  it('is stored so that its link cannot run as a page', async () => {
    const world = await configured();
    const params = await signFilm(world, { name: 'a.html', type: 'text/html', size: 3 });
    const [part] = await begin(world, params, [{ number: 1 }]);
    if (!part) throw new Error('Not signed.');
    const etag = (await sendPart(world, part, '<b>')).headers.get('etag') ?? '';
    const body = { parts: [{ number: 1, etag }] };
    const { attachment } = await world.call('agent', 'completeUpload', { params, body });
    const { headers } = await world.s3(new Request(attachment.url));
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('takes of each part the bytes that it has and no others', async () => {
    const world = await configured();
    const [first, , last] = await begin(world, await signFilm(world));
    if (!first || !last) throw new Error('Not signed.');
    expect((await sendPart(world, first, partOf(3))).status).toBe(403);
    expect((await sendPart(world, last, partOf(1))).status).toBe(403);
    expect((await sendPart(world, last, partOf(3))).status).toBe(200);
  });

  it('with a checksum takes no part that was damaged on the way, and tells S3 all of them at the end', async () => {
    for (const algorithm of ['sha256', 'md5'] as const) {
      const world = await configured();
      const params = await signFilm(world);
      const asked = [1, 2, 3].map((number) => ({ number, checksum: checksumOf(algorithm, number) }));
      for (const part of await begin(world, params, asked)) {
        const damaged = Buffer.from(partOf(part.number));
        damaged[0] = (damaged[0] ?? 0) ^ 1;
        const refused = await sendPart(world, part, damaged);
        expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('BadDigest')]);
        expect((await sendPart(world, part, partOf(part.number))).status).toBe(200);
      }
      const body = { parts: asked.map((part) => ({ ...part, etag: etagOf(part.number) })) };
      const { attachment } = await world.call('agent', 'completeUpload', { params, body });
      expect(attachment.size).toBe(film.size);
    }
  });

  it.each([
    [{ partSize, parts: [{ number: 4 }] }, 'parts.0.number'],
    [{ partSize, parts: [{ number: 1 }, { number: 1 }] }, 'parts.1.number'],
    [
      { partSize, parts: [{ number: 1, checksum: { algorithm: 'sha256', value: 'c2hvcnQ=' } }] },
      'parts.0.checksum',
    ],
    [
      { partSize, parts: [{ number: 1, checksum: checksumOf('sha256', 1) }, { number: 2 }] },
      'parts.1.checksum',
    ],
    [{ partSize: minPartSize - 1, parts: [] }, 'partSize'],
  ])('is not begun with %j', async (body, path) => {
    const world = await configured();
    const params = await signFilm(world);
    const { verdict } = await world.refusal('agent', 'createMultipart', { params, body });
    expect(full(verdict)).toMatchObject({ code: 'invalid_input', issues: [{ path }] });
    expect(await leftInS3(world)).toEqual([]);
  });

  it('of 5 TiB is begun with 10,000 parts, and not with one more', async () => {
    const world = await configured();
    const size = 5 * 1024 ** 4;
    const params = await signFilm(world, { size });
    const fits = Math.ceil(size / 10_000);
    const { verdict } = await world.refusal('agent', 'createMultipart', {
      params,
      body: { partSize: fits - 1, parts: [] },
    });
    expect(full(verdict)).toMatchObject({ issues: [{ path: 'partSize', message: 'too_many_parts' }] });
    const begun = await world.call('agent', 'createMultipart', {
      params,
      body: { partSize: fits, parts: [{ number: 10_000 }] },
    });
    expect(begun).toMatchObject({ status: 'created', parts: [{ number: 10_000 }] });
  });

  it('signs no part beyond the file, nor one without the checksum that it was begun with', async () => {
    const world = await configured();
    const params = await signFilm(world);
    await begin(world, params, [{ number: 1, checksum: checksumOf('sha256', 1) }]);
    for (const part of [
      { number: 4, checksum: checksumOf('sha256', 1) },
      { number: 2 },
      { number: 2, checksum: checksumOf('md5', 2) },
    ]) {
      const body = { parts: [part] };
      expect((await world.refusal('agent', 'signParts', { params, body })).code).toBe('invalid_input');
    }
  });

  it('says that it was never begun, or is gone, to who wants parts of it', async () => {
    const world = await configured();
    const params = await signFilm(world);
    const body = { parts: [{ number: 1 }] };
    expect((await world.refusal('agent', 'signParts', { params, body })).code).toBe('upload_gone');
    expect((await world.refusal('agent', 'listParts', { params })).code).toBe('upload_gone');
    expect((await world.refusal('agent', 'completeUpload', { params, body: { parts: sent } })).code).toBe(
      'upload_gone',
    );
  });

  it('belongs to who began it: nobody else takes it up', async () => {
    const world = await configured();
    const params = await signFilm(world);
    await begin(world, params);
    for (const [name, body] of [
      ['createMultipart', { partSize, parts: [] }],
      ['signParts', { parts: [{ number: 1 }] }],
      ['listParts', {}],
    ] as const) {
      expect((await world.refusal('administrator', name, { params, body })).code).toBe('not_found');
    }
  });

  it('names the missing permission as for a PUT, and counts it against the settings', async () => {
    const world = await configured();
    const params = await signFilm(world);
    parts(world.account).policy.document.Statement = [
      { Effect: 'Allow', Action: 's3:DeleteObject', Resource: '*' },
    ];
    const body = { partSize, parts: [] };
    const { verdict } = await world.refusal('agent', 'createMultipart', { params, body });
    expect(verdict).toMatchObject({ detail: 'redacted' });
    const { health } = (await world.store.readSettings()) ?? {};
    expect(JSON.parse(health?.failedDiagnosis ?? '{}')).toMatchObject({
      code: 'put_not_allowed',
      certainty: 'certain',
    });
  });
});

describe('what S3 has of it', () => {
  it('is not asked where the key may not, and told where it may, over many pages', async () => {
    const world = await configured();
    const params = await signFilm(world);
    await sendFilm(world, params, [1, 3]);
    expect(await world.call('agent', 'listParts', { params })).toEqual({ partSize, parts: null });
    await grantLargeFiles(world);
    expect(await world.call('agent', 'listParts', { params })).toEqual({
      partSize,
      parts: [
        { number: 1, size: partSize, etag: etagOf(1) },
        { number: 3, size: 7, etag: etagOf(3) },
      ],
    });
    const row = await world.store.readAttachment(params.attachmentId);
    const folder = `.multipart/${saved.bucket}/${row?.uploadId}`;
    const meta = await world.s3.objects.getMeta(`${folder}/00001`);
    if (!meta) throw new Error('No part.');
    for (let number = 1; number <= 2500; number++)
      await world.s3.objects.setMeta(`${folder}/${String(number).padStart(5, '0')}`, meta);
    const { parts: many } = await world.call('agent', 'listParts', { params });
    expect(many?.map(({ number }) => number)).toEqual(Array.from({ length: 2500 }, (_, index) => index + 1));
  });

  it('stays unknown where S3 does not grant what the settings say', async () => {
    const world = await configured();
    const params = await signFilm(world);
    await sendFilm(world, params, [1]);
    await world.configure({ largeFiles: true });
    expect(await world.call('agent', 'listParts', { params })).toEqual({ partSize, parts: null });
  });

  it('is gone when S3 has forgotten it: then it begins from the first part', async () => {
    const world = await configured();
    await grantLargeFiles(world);
    const params = await signFilm(world);
    await sendFilm(world, params, [1]);
    for (const id of await world.s3.objects.list('.multipart/')) await world.s3.objects.delete(id);
    expect((await world.refusal('agent', 'listParts', { params })).code).toBe('upload_gone');
    expect(await world.store.readAttachment(params.attachmentId)).toMatchObject({ uploadId: null });
    await sendFilm(world, params);
    await world.call('agent', 'completeUpload', { params, body: { parts: sent } });
    expect(await leftInS3(world)).toHaveLength(1);
  });
});

describe('a part that failed', () => {
  it('of an upload that is gone says so, and counts against no settings', async () => {
    const world = await configured();
    const params = await signFilm(world);
    const [part] = await begin(world, params);
    for (const id of await world.s3.objects.list('.multipart/')) await world.s3.objects.delete(id);
    if (!part) throw new Error('Not signed.');
    const answer = await sendPart(world, part, partOf(1));
    const seen = { status: answer.status, body: await answer.text(), loaded: 1, total: 1, online: true };
    const { verdict } = await world.call('administrator', 'reportFailure', {
      params,
      body: { ...seen, as: 'part' },
    });
    expect(full(verdict)).toMatchObject({ code: 'upload_gone' });
    expect((await world.store.readSettings())?.health.failedCount).toBe(0);
  });

  it('without an answer is looked into by the preflight of a part: a PUT without headers', async () => {
    const asked: (string | undefined)[] = [];
    const world = await configured({
      between: (init) => {
        if (init.method === 'OPTIONS') asked.push(init.headers['access-control-request-headers']);
        return null;
      },
    });
    const params = await signFilm(world, { name: 'film.zip', type: 'application/zip' });
    await begin(world, params);
    const report = { status: 0, body: '', loaded: 0, total: 1, online: true };
    await world.call('agent', 'reportFailure', { params, body: { ...report, as: 'part' } });
    expect(asked).toEqual([undefined]);
  });

  it('is not called too old by the age of its upload', async () => {
    let now = Date.now();
    const world = await configured({ now: () => new Date(now) });
    const params = await signFilm(world);
    await begin(world, params);
    now += 3_600_000;
    const report = { status: 0, body: '', loaded: 0, total: 1, online: true, as: 'part' };
    const { verdict } = await world.call('administrator', 'reportFailure', { params, body: report });
    expect(full(verdict).code).not.toBe('url_expired');
  });
});
