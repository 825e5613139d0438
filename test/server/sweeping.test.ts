import { describe, expect, it } from 'vitest';
import { createWorld, full, keysOf, parts, saved } from './support/createWorld.ts';
import { createSweepWorld, day, expectOnly, hour, minute } from './support/createSweepWorld.ts';
import { grantLargeFiles, leftInS3, sendFilm, signFilm } from './support/inParts.ts';
import { s3Fault } from './support/s3Fault.ts';

const put = { Effect: 'Allow', Action: 's3:PutObject', Resource: '*' } as const;

describe('what was signed and never registered', () => {
  it('is deleted with its bytes when it was signed a day ago, and not before', async () => {
    const world = await createSweepWorld();
    const { attachmentId, target } = await world.sign();
    await world.put(target, 'hello');
    expect((await world.sweepAfter(day - minute)).counts.expired).toBe(0);
    expect(await keysOf(world)).toHaveLength(1);
    expect((await world.sweepAfter(2 * minute)).counts.expired).toBe(1);
    expect(await world.store.readAttachment(attachmentId)).toBeNull();
    await expectOnly(world, {});
  });

  it('lives a day from when it was signed last', async () => {
    const world = await createSweepWorld();
    const { attachmentId } = await world.sign();
    world.clock.now += day - hour;
    await world.sign({ attachmentId });
    expect((await world.sweepAfter(2 * hour)).counts.expired).toBe(0);
    expect((await world.sweepAfter(day)).counts.expired).toBe(1);
  });

  it('is not given up while its parts are signed, however long they take', async () => {
    const world = await createSweepWorld();
    const params = await signFilm(world);
    await sendFilm(world, params, [1]);
    for (let hours = 0; hours < 60; hours += 20) {
      expect((await world.sweepAfter(20 * hour)).counts.expired).toBe(0);
      await world.call('agent', 'signParts', { params, body: { parts: [{ number: 2 }] } });
    }
    expect((await world.sweepAfter(25 * hour)).counts.expired).toBe(1);
    expect(await leftInS3(world)).toEqual([]);
  });

  it.each([false, true])('goes with the parts that were sent (may abort: %s)', async (large) => {
    const world = await createSweepWorld();
    if (large) await grantLargeFiles(world);
    const params = await signFilm(world);
    await sendFilm(world, params, [1, 2]);
    expect(await leftInS3(world)).toHaveLength(3);
    await world.sweepAfter(day);
    expect(await leftInS3(world)).toEqual([]);
    await world.sweepAfter(day);
    await expectOnly(world, {});
  });

  it('is given as long as its URL lives, where that is longer', async () => {
    const world = await createSweepWorld({ urlLifetime: 604_800 });
    const { target } = await world.sign();
    expect((await world.sweepAfter(6 * day)).counts.expired).toBe(0);
    expect(await world.put(target, 'hello')).toMatchObject({ status: 200 });
    expect((await world.sweepAfter(day)).counts.expired).toBe(1);
    await world.sweepAfter(day);
    await expectOnly(world, {});
  });

  it('in the database goes with its bytes too', async () => {
    const world = await createSweepWorld();
    await world.changeStatus('disabled');
    const files = [{ id: 'f', name: 'a.png', size: 1, type: 'image/png' }];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    const result = uploads[0]?.result;
    if (result?.status !== 'signed') throw new Error('refused');
    const params = { attachmentId: result.attachmentId };
    await world.call('agent', 'uploadContent', { params, bytes: 'x' });
    expect((await world.sweepAfter(day)).counts).toMatchObject({ expired: 1 });
    expect(await world.store.readContentSize(params.attachmentId)).toBeNull();
  });

  it('after a time of the host’s own choosing', async () => {
    const world = await createSweepWorld({ pendingFor: 3600 });
    await world.sign();
    expect((await world.sweepAfter(hour)).counts.expired).toBe(1);
  });

  it('and is registered at this very moment stays stored, or is gone for who registers', async () => {
    const world = await createSweepWorld();
    const { attachmentId, target } = await world.sign({ name: 'late.png' });
    await world.put(target, 'hello');
    const params = { attachmentId };
    const { store } = world;
    const { claimAttachment } = store;
    store.claimAttachment = async (row, to) => {
      store.claimAttachment = claimAttachment;
      await world.call('agent', 'completeUpload', { params });
      return claimAttachment.call(store, row, to);
    };
    expect((await world.sweepAfter(day)).counts.expired).toBe(0);
    await expectOnly(world, { 'late.png': 'hello' });
  });
});

describe('a deletion that S3 did not let happen', () => {
  it('is tried again ever more seldom, and is never forgotten', async () => {
    let down = true;
    const world = await createSweepWorld({
      between: ({ method }) => (down && method === 'DELETE' ? s3Fault('SlowDown', 503) : null),
    });
    const { attachment } = await world.upload('a.png', 'hello');
    await world.store.moveAttachment(attachment.id, ['stored'], 'deleting');
    const tries = async () => (await world.store.readAttachment(attachment.id))?.tries;
    for (let minutes = 0; minutes < 10 * 60; minutes += 5) await world.sweepAfter(5 * minute);
    // 1, 2, 4 … minutes apart, looked at every five minutes.
    expect(await tries()).toBe(10);
    for (let days = 0; days < 30; days++) await world.sweepAfter(day);
    expect(await tries()).toBe(40);
    down = false;
    expect((await world.sweepAfter(day)).counts.deleted).toBe(1);
    await expectOnly(world, {});
  });

  it('is told once a round, not once a file, to the log and in the settings', async () => {
    const world = await createSweepWorld();
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l']) {
      const { attachment } = await world.upload(`${name}.png`, name);
      await world.store.moveAttachment(attachment.id, ['stored'], 'deleting');
    }
    parts(world.account).policy.document.Statement = [put];
    const before = world.s3.requests.length;
    const { counts, causes } = await world.sweepAfter(minute);
    expect(counts).toMatchObject({ deleted: 0, waiting: 12 });
    expect(causes).toMatchObject([{ code: 'delete_not_allowed' }]);
    expect(world.log.filter(({ code }) => code === 'delete_not_allowed')).toHaveLength(1);
    // A few were asked for, and the rest left alone.
    expect(world.s3.requests.length - before).toBeLessThan(8);
    const settings = await world.call('administrator', 'readSettings');
    expect(settings).toMatchObject({
      health: { status: 'failing', count: 1, diagnosis: { code: 'delete_not_allowed' } },
    });
  });

  it('of one bucket holds up no other', async () => {
    const world = await createSweepWorld();
    const old: string[] = [];
    for (let index = 0; index < 8; index++)
      old.push((await world.upload(`old${index}.png`, 'x')).attachment.id);
    const { bucket } = parts(world.account);
    world.account.buckets.push({ ...structuredClone(bucket), name: 'acme-new' });
    const { policy } = parts(world.account);
    policy.document.Statement = [
      { Effect: 'Allow', Action: ['s3:PutObject', 's3:DeleteObject'], Resource: '*' },
    ];
    await world.configure({ bucket: 'acme-new' });
    const { attachment } = await world.upload('new.png', 'x');
    policy.document.Statement = [
      put,
      { Effect: 'Allow', Action: 's3:DeleteObject', Resource: 'arn:aws:s3:::acme-new/*' },
    ];
    for (const id of [...old, attachment.id]) await world.store.moveAttachment(id, ['stored'], 'deleting');
    const before = await world.call('administrator', 'readSettings');
    const { counts } = await world.sweepAfter(day);
    expect(counts).toMatchObject({ deleted: 1, waiting: 8 });
    // It says nothing of the bucket that is in use.
    expect(await world.call('administrator', 'readSettings')).toEqual(before);
    policy.document.Statement = [
      { Effect: 'Allow', Action: ['s3:PutObject', 's3:DeleteObject'], Resource: '*' },
    ];
    await world.sweepAfter(day);
    expect(await world.unsettled()).toEqual([]);
    expect(await keysOf(world)).toEqual([]);
  });

  it('waits without being counted as a try while there is no access key at all', async () => {
    const world = await createSweepWorld();
    const { attachment } = await world.upload('a.png', 'hello');
    await world.store.moveAttachment(attachment.id, ['stored'], 'deleting');
    await world.changeStatus('keys_removed');
    const report = await world.sweepAfter(day);
    expect(report).toMatchObject({ counts: { waiting: 1 }, causes: [{ code: 'keys_removed' }] });
    expect((await world.store.readAttachment(attachment.id))?.tries).toBe(0);
    await world.configure();
    expect((await world.sweepAfter(day)).counts.deleted).toBe(1);
    await expectOnly(world, {});
  });

  it('stays with who asked for it by name: a refused deletion leaves everything as it was, also for the sweeper', async () => {
    const world = await createSweepWorld();
    const { attachment } = await world.upload('a.png', 'hello');
    const document = structuredClone(parts(world.account).policy.document);
    parts(world.account).policy.document.Statement = [put];
    const params = { attachmentId: attachment.id };
    const { verdict } = await world.refusal('administrator', 'deleteAttachment', { params });
    expect(full(verdict).code).toBe('delete_not_allowed');
    parts(world.account).policy.document = document;
    await world.sweepAfter(7 * day);
    await expectOnly(world, { 'a.png': 'hello' });
  });
});

describe('what an attachment left behind', () => {
  it('where it was before it was moved is deleted when its time has come', async () => {
    const world = await createSweepWorld();
    const { attachment } = await world.upload('a.png', 'hello');
    const { store, clock } = world;
    const row = await store.readAttachment(attachment.id);
    await store.beginMoving(attachment.id, 'database');
    const tidyAt = new Date(clock.now + hour);
    expect(await store.finishMoving(attachment.id, 'database', null, tidyAt)).toBe(true);
    expect((await world.sweepAfter(minute)).counts.cleared).toBe(0);
    expect((await world.sweepAfter(hour)).counts.cleared).toBe(1);
    expect(await keysOf(world)).toEqual([]);
    expect(await store.readAttachment(attachment.id)).toMatchObject({
      status: 'stored',
      leftAt: null,
      retryAt: null,
      tries: 0,
    });
    expect(row?.leftAt).toBeNull();
  });

  it('goes with it when it is deleted, and so does a copy that was under way', async () => {
    const world = await createSweepWorld();
    const { attachment } = await world.upload('a.png', 'hello');
    const { store } = world;
    const row = await store.readAttachment(attachment.id);
    const place = { bucket: saved.bucket, region: saved.region, endpoint: null, forcePathStyle: false };
    const copy = { ...place, key: `${row?.key}-copy` };
    const write = (key: string) =>
      world.s3.objects.put(`${saved.bucket}/${key}`, new TextEncoder().encode('hello'));
    await store.beginMoving(attachment.id, copy);
    await world.call('agent', 'deleteAttachment', { params: { attachmentId: attachment.id } });
    // Whoever copies has not heard of it yet.
    await write(copy.key);
    await world.s3.objects.setMeta(`${saved.bucket}/${copy.key}`, {
      ...place,
      key: copy.key,
      size: 5,
      etag: '"x"',
      lastModified: new Date(world.clock.now).toISOString(),
      headers: {},
    });
    expect(await keysOf(world)).toHaveLength(1);
    await world.sweepAfter(day);
    await expectOnly(world, {});
  });

  it('of an upload that was begun anew while S3 had no time is freed later', async () => {
    let busy = false;
    const world = await createSweepWorld({
      between: (init, url) =>
        busy && (init.method === 'DELETE' || url.includes('partNumber')) ? s3Fault('SlowDown', 503) : null,
    });
    await grantLargeFiles(world);
    const params = await signFilm(world);
    await sendFilm(world, params, [1, 2]);
    busy = true;
    await world.call('agent', 'createMultipart', { params, body: { partSize: 5 * 1024 ** 2, parts: [] } });
    busy = false;
    // The first upload with two parts, and the second one.
    expect(await leftInS3(world)).toHaveLength(4);
    await world.call('agent', 'deleteAttachment', { params });
    expect(await leftInS3(world)).toEqual([]);
    await world.sweepAfter(day);
    await expectOnly(world, {});
  });
});

describe('tidying up', () => {
  it('is done by one process at a time; the others say so', async () => {
    let goOn = () => {};
    const held = new Promise<null>((resolve) => {
      goOn = () => resolve(null);
    });
    const world = await createSweepWorld({ between: ({ method }) => (method === 'DELETE' ? held : null) });
    const other = createWorld({ store: world.store, sharedS3: world.s3, clock: () => world.clock.now });
    await world.sign();
    world.clock.now += day;
    const first = world.backend.sweep();
    await expect
      .poll(() => world.store.takeLease('sweep', 'x', new Date(), new Date(world.clock.now)))
      .toBe(false);
    expect(await other.backend.sweep()).toEqual({ status: 'elsewhere' });
    goOn();
    expect(await first).toMatchObject({ status: 'done', counts: { expired: 1 } });
    expect(await other.backend.sweep()).toMatchObject({ status: 'done', counts: { expired: 0 } });
  });

  it('is taken over from a process that died in the middle of it', async () => {
    const world = await createSweepWorld();
    await world.sign();
    world.clock.now += day;
    await world.store.takeLease(
      'sweep',
      'dead',
      new Date(world.clock.now + 5 * minute),
      new Date(world.clock.now),
    );
    expect(await world.backend.sweep()).toEqual({ status: 'elsewhere' });
    expect((await world.sweepAfter(6 * minute)).counts.expired).toBe(1);
  });

  it('sees to more than one page of rows in a round, a few at a time', async () => {
    let now = 0;
    let most = 0;
    const world = await createSweepWorld({
      between: async ({ method }) => {
        if (method !== 'DELETE') return null;
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 1));
        now--;
        return null;
      },
    });
    const files = Array.from({ length: 250 }, (_, index) => ({
      id: `f${index}`,
      name: 'a',
      size: 1,
      type: '',
    }));
    await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    expect((await world.sweepAfter(day)).counts.expired).toBe(250);
    expect(most).toBe(4);
    expect(await world.unsettled()).toEqual([]);
  });

  it('says what it did in one line of the log, and nothing when there was nothing', async () => {
    const world = await createSweepWorld();
    const sweeps = () => world.lines.filter(({ event }) => event === 'sweep');
    await world.sweepAfter(minute);
    expect(sweeps()).toEqual([]);
    await world.sign();
    await world.sweepAfter(day);
    expect(sweeps()).toMatchObject([{ level: 'info', counts: { expired: 1, waiting: 0 } }]);
  });

  it('forgets leases that nobody holds any more', async () => {
    const world = await createSweepWorld();
    const at = (ms: number) => new Date(world.clock.now + ms);
    await world.store.takeLease('request:old', 'a', at(minute), at(0));
    await world.store.takeLease('request:new', 'a', at(3 * day), at(0));
    await world.sweepAfter(day);
    // Somebody else's would be refused.
    expect(await world.store.takeLease('request:old', 'b', at(minute), at(-2 * day))).toBe(true);
    expect(await world.store.takeLease('request:new', 'b', at(minute), at(0))).toBe(false);
  });

  it('rejects when the store is gone, and all is due as before', async () => {
    const world = await createSweepWorld();
    await world.sign();
    world.clock.now += day;
    const { store } = world;
    const { removeAttachment } = store;
    store.removeAttachment = () => Promise.reject(new Error('The database is gone.'));
    await expect(world.backend.sweep()).rejects.toThrow('The database is gone.');
    store.removeAttachment = removeAttachment;
    expect((await world.sweepAfter(2 * hour)).counts.deleted).toBe(1);
    await expectOnly(world, {});
  });
});
