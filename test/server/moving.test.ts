import { describe, expect, it } from 'vitest';
import {
  bytesOf,
  createMoveWorld,
  expectMoved,
  keysIn,
  type MoveWorld,
  open,
  other,
  sha256,
  statementsOf,
} from './support/createMoveWorld.ts';
import { parts, saved } from './support/createWorld.ts';

const hour = 3_600_000;

/** What a moved attachment has left in a bucket is deleted when no link to it can be in use any more. */
async function tidyUp(world: MoveWorld): Promise<void> {
  world.clock.ahead += 2 * hour;
  await world.backend.sweep();
}

/** Stores an empty file, a small one, one of several pieces and one in a draft; by id. */
async function keepSome(world: MoveWorld) {
  const contents: Record<string, Uint8Array<ArrayBuffer>> = {};
  for (const [name, size] of [
    ['empty.zip', 0],
    ['small.zip', 5],
    ['naïve ✓.zip', 2_500_000],
  ] as const) {
    const bytes = bytesOf(size);
    contents[await world.keep(name, bytes)] = bytes;
  }
  const draft = bytesOf(100);
  contents[await world.keep('draft.zip', draft, { draftId: 'd' })] = draft;
  return contents;
}

describe('attachments in the database', () => {
  it('are moved to the bucket byte for byte, those in drafts too, and leave nothing behind', async () => {
    const world = createMoveWorld();
    const contents = await keepSome(world);
    await world.configure();
    expect(await world.read()).toMatchObject({
      places: { database: { count: 4, size: 2_500_105 }, bucket: { count: 0 }, elsewhere: { count: 0 } },
      offer: { to: 's3', count: 4 },
      move: { status: 'none' },
    });
    expect((await world.start('s3')).move).toMatchObject({
      status: 'running',
      total: 4,
      moved: 0,
      startedBy: 'ada',
    });
    expect(await world.backend.move()).toEqual({ status: 'done', moved: 4, failed: 0 });
    await expectMoved(world, contents, saved.bucket);
    expect(await world.read()).toMatchObject({
      places: { database: { count: 0 }, bucket: { count: 4 } },
      offer: null,
      move: { status: 'done', to: 's3', failed: 0 },
      failures: [],
    });
  });

  it('lie in the bucket as if they had been uploaded there: with their type, under a key that nobody can guess', async () => {
    const world = createMoveWorld();
    const id = await world.keep('page.html', bytesOf(9));
    await world.configure({ keyPrefix: 'desk/' });
    await world.start('s3');
    await world.backend.move();
    const [key] = await keysIn(world, saved.bucket);
    expect(key).toMatch(/^acme-triage\/desk\/tickets\/1\/[\w-]{22}\/page\.html$/);
    const { attachments } = await world.call('agent', 'listAttachments', { params: { ticketId: '1' } });
    expect(attachments).toMatchObject([{ id, storedIn: 's3', name: 'page.html', size: 9 }]);
    const answer = await world.s3(new Request(attachments[0]?.url ?? ''));
    expect(answer.headers.get('content-type')).toBe('application/zip');
    expect(answer.headers.get('content-disposition')).toContain('attachment; filename="page.html"');
  });

  it('are not deleted where S3 got other bytes than were sent', async () => {
    let damaged = 0;
    const world: MoveWorld = createMoveWorld({
      between: async ({ method, headers }, url) => {
        if (method !== 'PUT') return null;
        damaged++;
        return world.s3(new Request(url, { method: 'PUT', headers, body: 'hellO' }));
      },
    });
    const bytes = new TextEncoder().encode('hello');
    const id = await world.keep('a.zip', bytes);
    await world.configure();
    await world.start('s3');
    expect(await world.backend.move()).toEqual({ status: 'done', moved: 0, failed: 1 });
    expect(damaged).toBe(1);
    expect(sha256(await open(world, id))).toBe(sha256(bytes));
    expect((await world.read()).failures).toMatchObject([
      { attachmentId: id, ticketId: '1', name: 'a.zip', size: 5, diagnosis: { code: 'body_damaged' } },
    ]);
  });

  it('are not deleted where something says that all is well that is no S3', async () => {
    const world = createMoveWorld({
      between: ({ method }) => (method === 'PUT' ? new Response('<html>OK</html>') : null),
    });
    const id = await world.keep('a.zip', bytesOf(5));
    await world.configure();
    await world.start('s3');
    expect((await world.backend.move()).status).toBe('paused');
    expect((await world.read()).move).toMatchObject({ status: 'paused', cause: { code: 'not_s3' } });
    expect((await open(world, id))?.byteLength).toBe(5);
  });

  it('that come while others are moved are moved too', async () => {
    const late = bytesOf(7);
    const contents: Record<string, Uint8Array<ArrayBuffer>> = {};
    let params: { attachmentId: string } | null = null;
    const world: MoveWorld = createMoveWorld({
      between: async ({ method }) => {
        if (method !== 'PUT' || !params) return null;
        // It was signed for the database before S3 was set up.
        const before = params;
        params = null;
        await world.call('agent', 'uploadContent', { params: before, bytes: late });
        await world.call('agent', 'completeUpload', { params: before });
        contents[before.attachmentId] = late;
        return null;
      },
    });
    Object.assign(contents, await keepSome(world));
    const { uploads } = await world.call('agent', 'signUploads', {
      body: { ticketId: '1', files: [{ id: 'f', name: 'late.zip', size: 7, type: '' }] },
    });
    const result = uploads[0]?.result;
    await world.configure();
    await world.start('s3');
    params = result?.status === 'signed' ? { attachmentId: result.attachmentId } : null;
    expect(await world.backend.move()).toMatchObject({ status: 'done', moved: 5 });
    await expectMoved(world, contents, saved.bucket);
  });
});

describe('attachments in the bucket', () => {
  it.each([
    ['with the documented key, which may not read, by their public links', 'public'],
    ['with private links, by a key that may read', 'private'],
  ] as const)('are moved to the database %s', async (_, links) => {
    const world = createMoveWorld();
    await world.configure({ links });
    if (links === 'private') {
      parts(world.account).bucket.policy = null;
      for (const one of statementsOf(parts(world.account).policy.document))
        one.Action = ['s3:PutObject', 's3:DeleteObject', 's3:GetObject'];
    }
    const contents = await keepSome(world);
    await world.changeStatus('disabled');
    expect((await world.read()).offer).toEqual({ to: 'database', count: 4, size: 2_500_105 });
    await world.start('database');
    expect(await world.backend.move()).toEqual({ status: 'done', moved: 4, failed: 0 });
    await tidyUp(world);
    await expectMoved(world, contents, 'database');
  });

  it('stay in the bucket, and say why, where they are larger than the database takes', async () => {
    const world = createMoveWorld({ maxDatabaseFileSize: 1000 });
    await world.configure();
    const contents = await keepSome(world);
    await world.changeStatus('disabled');
    await world.start('database');
    expect(await world.backend.move()).toEqual({ status: 'done', moved: 3, failed: 1 });
    const { failures, move, offer } = await world.read();
    expect(move).toMatchObject({ status: 'done', failed: 1 });
    expect(offer).toMatchObject({ to: 'database', count: 1 });
    expect(failures).toMatchObject([
      { name: 'naïve ✓.zip', diagnosis: { code: 'file_too_large', size: 2_500_000, maximum: 1000 } },
    ]);
    for (const [id, bytes] of Object.entries(contents))
      expect(sha256(await open(world, id))).toBe(sha256(bytes));
  });

  it('are moved to the bucket that the settings name by now, and opened by old links for a while', async () => {
    const world = createMoveWorld();
    await world.configure();
    const contents = await keepSome(world);
    const before = await world.call('agent', 'listAttachments', { params: { ticketId: '1' } });
    await world.configure({ bucket: other });
    expect(await world.read()).toMatchObject({
      places: { bucket: { count: 0 }, elsewhere: { count: 4 } },
      offer: { to: 's3', count: 4 },
    });
    await world.start('s3');
    expect(await world.backend.move()).toEqual({ status: 'done', moved: 4, failed: 0 });
    // Somebody's page still shows them.
    await world.backend.sweep();
    for (const { url } of before.attachments) expect((await world.s3(new Request(url))).status).toBe(200);
    await tidyUp(world);
    await expectMoved(world, contents, other);
  });

  it('that an earlier bucket does not give stop no others, and are tried again when it does', async () => {
    const world = createMoveWorld();
    const inDatabase = bytesOf(3);
    const contents = { [await world.keep('db.zip', inDatabase)]: inDatabase };
    await world.configure();
    for (let count = 0; count < 12; count++) {
      const bytes = bytesOf(4);
      contents[await world.keep(`${count}.zip`, bytes)] = bytes;
    }
    await world.configure({ bucket: other });
    const { policy } = parts(world.account).bucket;
    parts(world.account).bucket.policy = null;
    await world.start('s3');
    expect(await world.backend.move()).toEqual({ status: 'done', moved: 1, failed: 12 });
    const { failures } = await world.read();
    expect(failures).toHaveLength(12);
    expect(new Set(failures.map(({ diagnosis }) => diagnosis.code))).toEqual(
      new Set(['public_read_refused']),
    );
    parts(world.account).bucket.policy = policy;
    await world.call('administrator', 'changeMoveStatus', { body: { status: 'running' } });
    expect(await world.backend.move()).toEqual({ status: 'done', moved: 12, failed: 0 });
    await tidyUp(world);
    await expectMoved(world, contents, other);
  });

  it('that are not there are told as missing', async () => {
    const world = createMoveWorld();
    await world.configure();
    await world.keep('a.zip', bytesOf(4));
    for (const name of await keysIn(world, saved.bucket)) await world.s3.objects.delete(name);
    await world.configure({ bucket: other });
    await world.start('s3');
    await world.backend.move();
    expect((await world.read()).failures).toMatchObject([
      { diagnosis: { code: 'upload_incomplete', expected: 4, found: null } },
    ]);
  });

  it('that are read otherwise than they were stored are not deleted', async () => {
    let readings = 0;
    const world: MoveWorld = createMoveWorld({
      between: async ({ method, headers }, url) => {
        if (method !== 'GET') return null;
        const answer = await world.s3(new Request(url, { headers }));
        const bytes = new Uint8Array(await answer.arrayBuffer());
        // Each time another one.
        bytes[0] = (bytes[0] ?? 0) ^ ++readings;
        return new Response(bytes, { status: answer.status, headers: answer.headers });
      },
    });
    await world.configure();
    const bytes = bytesOf(40);
    const id = await world.keep('a.zip', bytes);
    await world.changeStatus('disabled');
    await world.start('database');
    await world.backend.move();
    expect((await world.read()).failures).toMatchObject([{ diagnosis: { code: 'body_damaged' } }]);
    expect(sha256(await open(world, id))).toBe(sha256(bytes));
  });
});
