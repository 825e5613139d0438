import { AwsClient } from 'aws4fetch';
import type { AttachmentRow } from '../../../src/server/store/AttachmentStore.ts';
import { forEachAtOnce } from '../../../src/server/forEachAtOnce.ts';
import { getObject, listKeys } from '../../support/rgw.ts';
import type { CrashWorld } from './createCrashWorld.ts';
import { sha256 } from './createDesk.ts';

interface Row extends Pick<AttachmentRow, 'id' | 'status' | 'key'> {
  stored_in: AttachmentRow['storedIn'];
  moving_to: string | null;
  left_at: string | null;
  left_uploads: string | null;
  move_failure: string | null;
}

/** Everything in a world at rest that breaks what was promised, in words. */
export async function findFaults(world: CrashWorld): Promise<string[]> {
  const { postgres, url, rgw, bucket, fleet, desk } = world;
  const faults: string[] = [];
  const read = async <T>(from: string): Promise<T[]> =>
    JSON.parse(await postgres.sql(url, `select coalesce(json_agg(x), '[]') from (${from}) x`));
  const rows = new Map((await read<Row>('select * from s3a_attachments')).map((row) => [row.id, row]));

  for (const { id, status, moving_to, left_at, move_failure } of rows.values()) {
    if (status !== 'stored') faults.push(`${id} is ${status} for ever`);
    if (moving_to) faults.push(`${id} is moving for ever`);
    if (left_at) faults.push(`${id} has left an object: ${left_at}`);
    if (move_failure) faults.push(`${id} was not moved: ${move_failure}`);
    if (!desk.told.has(id)) faults.push(`${id} is stored, and nobody has sent it`);
  }
  for (const { id, status } of desk.told.values()) {
    if (status === 'stored' && !rows.has(id)) faults.push(`${id} was called stored and has no row`);
    if (status === 'deleted' && rows.has(id)) faults.push(`${id} was called deleted and has a row`);
  }

  await forEachAtOnce([...rows.values()], 8, async ({ id, status, key, stored_in }) => {
    if (status !== 'stored') return;
    const wanted = desk.told.get(id)?.sha256;
    const answer = await fleet.fetch(`/attachments/${id}/content`, { headers: { 'x-role': 'agent' } });
    if (sha256(new Uint8Array(await answer.arrayBuffer())) !== wanted)
      faults.push(`${id} has other bytes than were sent: ${answer.status}`);
    if (stored_in !== 's3') return;
    const object = await getObject(rgw, bucket, key ?? '');
    if (sha256(new Uint8Array(await object.arrayBuffer())) !== wanted)
      faults.push(`${id} is not in S3 as it was sent: ${object.status}`);
  });

  const owned = new Set([...rows.values()].map(({ key }) => key));
  for (const key of await listKeys(rgw, bucket))
    if (!owned.has(key)) faults.push(`${key} is nobody's object`);
  const known = new Set(
    [...rows.values()].flatMap(({ left_uploads }) =>
      (JSON.parse(left_uploads ?? '[]') as { uploadId: string }[]).map(({ uploadId }) => uploadId),
    ),
  );
  // What S3 has begun is not known to a process that dies before it is told, and no permission of the guide's lets another one ask.
  const { cutOff } = await world.begun();
  for (const upload of await openUploads(world))
    if (!known.has(upload.uploadId) && !cutOff(upload))
      faults.push(`${upload.key} has parts of nobody's: ${upload.uploadId}`);

  const pieces = await read<{ attachment_id: string; n: number }>(
    `select c.attachment_id, count(*) as n from s3a_contents c join s3a_attachments a on a.id = c.attachment_id
     where a.stored_in <> 'database' or c.version is distinct from a.content_version group by 1`,
  );
  for (const { attachment_id, n } of pieces)
    faults.push(`${attachment_id} has ${n} pieces that are nobody's`);
  return faults;
}

/** The rows that faults speak of, for people. */
export async function rowsOf({ postgres, url }: CrashWorld, faults: readonly string[]): Promise<string> {
  const ids = [...new Set(faults.map((fault) => fault.split(' ')[0]))].map((id) => `'${id}'`);
  if (ids.length === 0) return '';
  const of = ids.join(', ');
  return postgres.sql(
    url,
    `select row_to_json(a) from s3a_attachments a where id in (${of}) or key in (${of})`,
  );
}

/** The uploads in parts that are open in the bucket, as its owner sees it. */
export async function openUploads({
  rgw,
  bucket,
}: Pick<CrashWorld, 'rgw' | 'bucket'>): Promise<{ key: string; uploadId: string }[]> {
  const { accessKeyId, secretAccessKey } = rgw.owner;
  const aws = new AwsClient({ accessKeyId, secretAccessKey, service: 's3', region: rgw.region, retries: 0 });
  const answer = await aws.fetch(`${rgw.endpoint}/${bucket}?uploads&max-uploads=1000`);
  const xml = await answer.text();
  if (!answer.ok) throw new Error(`ListMultipartUploads: ${answer.status} ${xml}`);
  return [
    ...xml.matchAll(/<Upload>.*?<Key>([^<]*)<\/Key>.*?<UploadId>([^<]*)<\/UploadId>.*?<\/Upload>/gs),
  ].map(([, key = '', uploadId = '']) => ({ key, uploadId }));
}
