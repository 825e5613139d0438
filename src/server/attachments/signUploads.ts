import { type BodyOf, type SignedUpload, shownName } from '../../contract/index.ts';
import { type Diagnosis, verdictFor } from '../../diagnosis/index.ts';
import type { Backend, Handlers } from '../Backend.ts';
import { toBase64Url } from '../base64.ts';
import { fileTooLarge, refusals, secretUnreadable } from '../refusals.ts';
import { presign } from '../s3/presign.ts';
import { openConnection, type SavedConnection } from '../settings/readConnection.ts';
import type { AttachmentRow } from '../store/Store.ts';
import { contentHeaders, contentType } from './contentHeaders.ts';
import { safeName } from './fileName.ts';
import { placeOf } from './findAttachment.ts';

/** The largest object that one PUT may carry. Source: Amazon S3 User Guide, "Uploading objects". */
const maxPut = 5 * 1024 ** 3;

type File = BodyOf<'signUploads'>['files'][number];

/** Gives the right to send files: presigned URLs, or the database while S3 is not in use. */
export function signUploads(backend: Backend): Handlers['signUploads'] {
  return async ({ body: { ticketId, files }, viewer }) => {
    if (!(await viewer.mayWrite(ticketId))) throw refusals.notPermitted();
    checkIds(files);
    const connection = await openInUse(backend);
    const now = backend.now();
    const maximum = connection ? maxPut : backend.maxDatabaseFileSize;
    const taken = files.map((file) =>
      file.size > maximum
        ? { file, refused: fileTooLarge(file.size, maximum) }
        : { file, row: rowFor(backend, connection, ticketId, file, now, viewer.id) },
    );
    // Before the answer: what is not written down can never be deleted again.
    const rows = taken.flatMap(({ row }) => row ?? []);
    if (rows.length > 0) await backend.store.addAttachments(rows);
    const sign = connection && signer(backend, connection, now);
    const uploads = taken.map(async ({ file, row, refused }): Promise<SignedUpload> => {
      if (!row) return { id: file.id, result: refusal(refused) };
      const target = (await sign?.(row)) ?? ({ to: 'database' } as const);
      return { id: file.id, result: { status: 'signed', attachmentId: row.id, target } };
    });
    return { uploads: await Promise.all(uploads) };
  };
}

/** `null` only where an administrator has not set S3 up, or has taken it out of use: nothing else may go to the database. */
async function openInUse(backend: Backend): Promise<SavedConnection | null> {
  const saved = await backend.store.readSettings();
  if (saved?.status !== 'configured') return null;
  const connection = await openConnection(backend, saved);
  if (connection) return connection;
  // No transfer will fail that could tell of it: there will be none.
  await backend.health.failed(secretUnreadable(), saved.version);
  throw refusals.secretUnreadable();
}

function checkIds(files: readonly File[]) {
  const seen = new Set<string>();
  for (const [index, { id }] of files.entries()) {
    // Answers are matched by id, so two of the same would end in each other's place.
    if (seen.has(id)) throw refusals.invalidInput([{ path: `files.${index}.id`, message: 'duplicate' }]);
    seen.add(id);
  }
}

function rowFor(
  { random }: Backend,
  connection: SavedConnection | null,
  ticketId: string,
  { name, size, type }: File,
  createdAt: Date,
  createdBy: string,
): AttachmentRow {
  const row = {
    id: toBase64Url(random(16)),
    ticketId,
    status: 'pending',
    name: shownName(name),
    size,
    type: contentType(type),
    createdAt,
    createdBy,
  } as const;
  if (!connection) {
    const nowhere = { bucket: null, region: null, key: null, endpoint: null, forcePathStyle: false };
    return { ...row, storedIn: 'database', ...nowhere, settingsVersion: null };
  }
  const { bucket, region, endpoint, forcePathStyle, keyPrefix, version: settingsVersion } = connection;
  // A public link rests on it that nobody can guess the key.
  const key = `${keyPrefix}tickets/${ticketId}/${toBase64Url(random(16))}/${safeName(name)}`;
  return { ...row, storedIn: 's3', bucket, region, key, endpoint, forcePathStyle, settingsVersion };
}

function signer({ s3, urlLifetime }: Backend, connection: SavedConnection, now: Date) {
  const sign = presign(s3, connection, now);
  return async (row: AttachmentRow) => {
    const { key } = placeOf(row) ?? {};
    if (key === undefined) return null;
    const headers = contentHeaders(row);
    const url = await sign({ method: 'PUT', key, size: row.size, headers, lifetime: urlLifetime });
    return { to: 's3', method: 'PUT', url, headers, expiresIn: urlLifetime } as const;
  };
}

// The reference stays out: choosing another file is the viewer's own matter.
function refusal(diagnosis: Diagnosis): SignedUpload['result'] {
  return { status: 'refused', verdict: verdictFor('everyone', diagnosis, null) };
}
