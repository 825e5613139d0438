import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres } from '../support/postgres.ts';
import { deleteObject, listKeys, type Rgw, startRgw } from '../support/rgw.ts';
import { type CrashWorld, createCrashWorld } from './support/createCrashWorld.ts';
import { findFaults, openUploads } from './support/findFaults.ts';
import { putToS3 } from './support/putToS3.ts';
import { settle } from './support/settle.ts';

const rgw = findPostgres() ? await startRgw() : null;
afterAll(() => rgw?.stop());

// A search that finds nothing says nothing until it has found what was hidden from it.
describe.skipIf(!rgw)('what the crash test looks for', () => {
  let world: CrashWorld;
  const bytes = Buffer.from('hello');
  beforeAll(async () => {
    world = await createCrashWorld(rgw as Rgw, { seed: 1, bucket: 'controls', calm: true });
  });
  afterAll(() => world?.stop());

  const sql = (text: string) => world.postgres.sql(world.url, text);
  const keyOf = (id: string) => sql(`select key from s3a_attachments where id = '${id}'`);

  /** Stores a file; answers with its id and where it was sent. */
  async function store(): Promise<{ id: string; url: string; headers: Record<string, string> }> {
    const signed = await world.desk.sign(bytes, '1');
    if (signed?.target.to !== 's3') throw new Error('Not signed for S3.');
    const { url, headers } = signed.target;
    expect((await putToS3({ url, headers, bytes })).status).toBe(200);
    Object.assign(world.desk.told.get(signed.attachmentId) ?? {}, { sent: true });
    await world.desk.complete(signed.attachmentId);
    return { id: signed.attachmentId, url, headers };
  }

  it('is not there where all went well', async () => {
    const { id } = await store();
    await world.desk.remove((await store()).id);
    await settle(world);
    expect(await findFaults(world)).toEqual([]);
    expect(world.desk.told.get(id)?.status).toBe('stored');
    expect(await listKeys(world.rgw, world.bucket)).toEqual([await keyOf(id)]);
  });

  it('is found: an object without its row, and a row that was called stored and is gone', async () => {
    const { id } = await store();
    const key = await keyOf(id);
    const row = await sql(`select row_to_json(a) from s3a_attachments a where id = '${id}'`);
    await sql(`delete from s3a_attachments where id = '${id}'`);
    expect((await findFaults(world)).sort()).toEqual(
      [`${id} was called stored and has no row`, `${key} is nobody's object`].sort(),
    );
    await sql(
      `insert into s3a_attachments select * from json_populate_record(null::s3a_attachments, $j$${row}$j$)`,
    );
    expect(await findFaults(world)).toEqual([]);
  });

  it('is found: an object that is gone, or has other bytes', async () => {
    const { id, url, headers } = await store();
    await putToS3({ url, headers, bytes: Buffer.from('jello') });
    expect(await findFaults(world)).toEqual([
      `${id} has other bytes than were sent: 200`,
      `${id} is not in S3 as it was sent: 200`,
    ]);
    await deleteObject(world.rgw, world.bucket, await keyOf(id), world.rgw.uploader);
    expect(await findFaults(world)).toEqual([
      `${id} has other bytes than were sent: 403`,
      `${id} is not in S3 as it was sent: 403`,
    ]);
    await putToS3({ url, headers, bytes });
    expect(await findFaults(world)).toEqual([]);
  });

  it('is found: a deletion that comes to no end, and a row that was called deleted', async () => {
    const { id } = await store();
    await sql(`update s3a_attachments set status = 'deleting', retry_at = null where id = '${id}'`);
    Object.assign(world.desk.told.get(id) ?? {}, { status: 'deleted' });
    expect(await findFaults(world)).toEqual([
      `${id} is deleting for ever`,
      `${id} was called deleted and has a row`,
    ]);
    await settle(world);
    expect(await findFaults(world)).toEqual([]);
  });

  it('is found: an upload in parts that nobody knows of', async () => {
    const signed = await world.desk.sign(Buffer.alloc(6 * 1024 ** 2), '1', { as: 'parts' });
    const attachmentId = signed?.attachmentId ?? '';
    const body = { partSize: 5 * 1024 ** 2, parts: [] };
    await world.desk.ask('agent', (client) => client.createMultipart({ attachmentId, body }));
    const [open] = await openUploads(world);
    const uploadId = await sql(`select upload_id from s3a_attachments where id = '${attachmentId}'`);
    expect(open?.uploadId).toBe(uploadId);
    await sql(`update s3a_attachments set upload_id = null where id = '${attachmentId}'`);
    expect(await findFaults(world)).toContain(`${open?.key} has parts of nobody's: ${uploadId}`);
    await sql(`update s3a_attachments set upload_id = '${uploadId}' where id = '${attachmentId}'`);
    await settle(world);
    expect(await openUploads(world)).toEqual([]);
    expect(await findFaults(world)).toEqual([]);
  });

  it('is not there after a film that was sent to its last, short part was cancelled', async () => {
    const [first, last] = [Buffer.alloc(5 * 1024 ** 2), bytes];
    const signed = await world.desk.sign(Buffer.concat([first, last]), '1', { as: 'parts' });
    const attachmentId = signed?.attachmentId ?? '';
    const body = { partSize: first.byteLength, parts: [{ number: 1 }, { number: 2 }] };
    const begun = await world.desk.ask('agent', (client) => client.createMultipart({ attachmentId, body }));
    if (typeof begun === 'string' || begun.status !== 'created') throw new Error('Not begun.');
    for (const part of begun.parts) await putToS3({ ...part, bytes: part.number === 1 ? first : last });
    await world.desk.remove(attachmentId);
    expect(await openUploads(world)).toEqual([]);
    await settle(world);
    expect(await findFaults(world)).toEqual([]);
  });

  it('is found: what arrives after its deletion, until it is tidied up', async () => {
    const signed = await world.desk.sign(bytes, '1');
    if (signed?.target.to !== 's3') throw new Error('Not signed for S3.');
    const { url, headers } = signed.target;
    const key = await keyOf(signed.attachmentId);
    const sending = putToS3({ url, headers, bytes, takes: 300 });
    await world.desk.remove(signed.attachmentId);
    expect((await sending).status).toBe(200);
    expect(await listKeys(world.rgw, world.bucket)).toContain(key);
    expect(await findFaults(world)).toContain(`${signed.attachmentId} is deleting for ever`);
    await settle(world);
    expect(await listKeys(world.rgw, world.bucket)).not.toContain(key);
    expect(await findFaults(world)).toEqual([]);
  });
});
