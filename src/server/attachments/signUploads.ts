import {
  type ResponseOf,
  type BodyOf,
  maxPutSize,
  type SignedUpload,
  type UploadTarget,
} from '../../contract/index.ts';
import { type Diagnosis, DiagnosisError, verdictFor } from '../../diagnosis/index.ts';
import type { Backend, Handlers } from '../Backend.ts';
import { claimRequest, type KeyedRequest } from '../http/claimRequest.ts';
import { pageOrigin } from '../http/pageOrigin.ts';
import { diagnosisIn } from '../connection/Outcome.ts';
import { fileTooLarge, refusals } from '../refusals.ts';
import { lifetimeOf } from '../s3/lifetimeOf.ts';
import { isFormable, signForm } from '../s3/signForm.ts';
import { openConnection, type SavedConnection } from '../settings/readConnection.ts';
import type { AttachmentRow } from '../store/AttachmentStore.ts';
import type { Viewer } from '../Viewer.ts';
import { addKeyed } from './addKeyed.ts';
import { beginMultipart } from './beginMultipart.ts';
import { requireChecksum } from './checksumHeaders.ts';
import { contentHeaders } from './contentHeaders.ts';
import { placeOf } from './findAttachment.ts';
import { isStillThe, makeRow, type Owner } from './makeRow.ts';
import { partChecksumOf, requireParts } from './signAllParts.ts';
import { signPut } from './signPut.ts';
import { withdraw } from './withdraw.ts';

/** The largest object in bytes that can be made of parts. Source: Amazon S3 User Guide, "Multipart upload limits". */
const maxObjectSize = 5 * 1024 ** 4;

type File = BodyOf<'signUploads'>['files'][number];
type Begin = NonNullable<BodyOf<'signUploads'>['begin']>;
type Taken = { file: File } & ({ row: AttachmentRow; refused?: never } | { row?: never; refused: Diagnosis });

/** Gives the right to send files: presigned URLs or forms, or the database while S3 is not in use. */
export function signUploads(backend: Backend): Handlers['signUploads'] {
  return async ({ body, viewer, request }) => {
    const { ticketId, draftId = null, files, begin } = body;
    if (!(await viewer.mayWrite(ticketId))) throw refusals.notPermitted();
    checkFiles(files);
    if (begin) checkBegin(begin, files);
    const keyed = await claimRequest(backend, { request, viewer, body });
    const connection = await openInUse(backend);
    const before = await readEarlier(backend, files, ticketId, viewer);
    const owner = { ticketId, draftId, createdBy: viewer.id };
    const chosen = files.map((file) => take(backend, connection, owner, file, before));
    const taken = await writeDown(backend, chosen, before, keyed);
    const asForms =
      connection !== null &&
      files.some((file) => file.as === 'form') &&
      (await backend.forms.allows(connection, pageOrigin(request)));
    const sign = connection && signer(backend, connection, asForms);
    const begun = await beginOne(backend, connection, taken, begin);
    const uploads = taken.map(async ({ file, row, refused }): Promise<SignedUpload> => {
      if (!row) return { id: file.id, result: refusal(refused) };
      const target: UploadTarget = (await sign?.(row, file)) ?? { to: 'database' };
      if (target.to === 's3_parts' && file.id === begin?.id && begun) target.begun = begun;
      return { id: file.id, result: { status: 'signed', attachmentId: row.id, target } };
    });
    return { uploads: await Promise.all(uploads) };
  };
}

/** `null` only where an administrator has not set S3 up, or has taken it out of use: nothing else may go to the database. */
async function openInUse(backend: Backend): Promise<SavedConnection | null> {
  const saved = await backend.store.readSettings();
  if (saved?.status !== 'configured') return null;
  try {
    return await openConnection(backend, saved);
  } catch (error) {
    // No transfer will fail that could tell of it: there will be none.
    await backend.health.failed(diagnosisIn(error), saved.version);
    throw error;
  }
}

function checkFiles(files: readonly File[]) {
  const ids = new Set<string>();
  const attachmentIds = new Set<string>();
  for (const [index, { id, attachmentId, checksum }] of files.entries()) {
    // Answers are matched by id, so two of the same would end in each other's place.
    if (ids.has(id)) throw refusals.invalidInput([{ path: `files.${index}.id`, message: 'duplicate' }]);
    ids.add(id);
    if (attachmentId !== undefined && attachmentIds.has(attachmentId))
      throw refusals.invalidInput([{ path: `files.${index}.attachmentId`, message: 'duplicate' }]);
    if (attachmentId !== undefined) attachmentIds.add(attachmentId);
    requireChecksum(checksum, `files.${index}.checksum`);
  }
}

function checkBegin({ id, partSize, parts }: Begin, files: readonly File[]) {
  const file = files.find((one) => one.id === id);
  if (file?.as !== 'parts') throw refusals.invalidInput([{ path: 'begin.id', message: 'not_in_parts' }]);
  requireParts(
    parts,
    { size: file.size, partSize, partChecksum: partChecksumOf(parts[0]?.checksum) },
    'begin.',
  );
}

/** Begins the one that is to be begun at once. Where S3 refuses, `createMultipart` says why: the others are not held up. */
async function beginOne(
  backend: Backend,
  connection: SavedConnection | null,
  taken: readonly Taken[],
  begin: Begin | undefined,
): Promise<ResponseOf<'createMultipart'> | undefined> {
  const row = begin && taken.find(({ file }) => file.id === begin.id)?.row;
  const place = row && placeOf(row);
  if (!connection || !begin || !place) return undefined;
  return beginMultipart(backend, row, { ...connection, ...place }, begin).catch((error: unknown) => {
    if (error instanceof DiagnosisError) return undefined;
    throw error;
  });
}

/** What these files were signed for before, as far as this viewer has begun it and it is still to be sent. */
async function readEarlier(
  { store }: Backend,
  files: readonly File[],
  ticketId: string,
  viewer: Viewer,
): Promise<ReadonlyMap<string, AttachmentRow>> {
  const ids = files.flatMap(({ attachmentId }) => attachmentId ?? []);
  const rows = ids.length > 0 ? await store.readAttachments(ids) : [];
  const own = rows.filter(
    (row) => row.createdBy === viewer.id && row.ticketId === ticketId && row.status === 'pending',
  );
  return new Map(own.map((row) => [row.id, row]));
}

function take(
  backend: Backend,
  connection: SavedConnection | null,
  owner: Owner,
  file: File,
  before: ReadonlyMap<string, AttachmentRow>,
): Taken {
  const inS3 = file.as === 'parts' ? maxObjectSize : maxPutSize;
  const maximum = connection ? inS3 : backend.maxDatabaseFileSize;
  if (file.size > maximum) return { file, refused: fileTooLarge(file.size, maximum) };
  const earlier = before.get(file.attachmentId ?? '');
  return earlier && isStillThe(earlier, connection, owner, file)
    ? { file, row: earlier }
    : { file, row: makeRow(backend, connection, owner, file) };
}

/** Before the answer: what is not written down can never be deleted again. Answers with what is written down. */
async function writeDown(
  backend: Backend,
  taken: readonly Taken[],
  before: ReadonlyMap<string, AttachmentRow>,
  keyed: KeyedRequest | null,
): Promise<readonly Taken[]> {
  const { store } = backend;
  const rows = taken.flatMap(({ file, row }) => (row ? [[file.id, row] as const] : []));
  const fresh = new Map(rows.filter(([, { id }]) => !before.has(id)));
  const again = rows.flatMap(([, { id }]) => (before.has(id) ? id : []));
  const added = keyed && fresh.size > 0 ? await addKeyed(backend, fresh, keyed) : null;
  if (!added && fresh.size > 0) await store.addAttachments([...fresh.values()]);
  const signed = [...again, ...(added?.earlier ?? [])];
  if (signed.length > 0) await store.signAgain(signed, backend.now());
  void withdrawAll(
    backend,
    [...before.values()].filter(({ id }) => !again.includes(id)),
  );
  return taken.map((one) => {
    const row = added?.rows.get(one.file.id);
    return row ? { file: one.file, row } : one;
  });
}

/** Nobody waits for it: another attachment has taken their place. Best effort, one after the other. */
async function withdrawAll(backend: Backend, rows: readonly AttachmentRow[]): Promise<void> {
  for (const row of rows) {
    const gone = () => Promise.reject(refusals.notFound());
    await withdraw(backend, row, gone).catch(() => undefined);
  }
}

function signer(backend: Backend, connection: SavedConnection, asForms: boolean) {
  const put = signPut(backend, connection);
  const form = signForm(backend.s3, connection, backend.now());
  const expiresIn = lifetimeOf(connection, backend.urlLifetime, backend.now());
  return async (row: AttachmentRow, { as, checksum }: File): Promise<UploadTarget> => {
    if (as === 'parts') return { to: 's3_parts' };
    const { key } = placeOf(row) ?? {};
    const headers = contentHeaders(row);
    if (as !== 'form' || !asForms || key === undefined || !isFormable({ key, headers }))
      return put(row, checksum);
    return {
      to: 's3_form',
      ...(await form({ key, size: row.size, headers, lifetime: expiresIn })),
      expiresIn,
    };
  };
}

// The reference stays out: choosing another file is the viewer's own matter.
function refusal(diagnosis: Diagnosis): SignedUpload['result'] {
  return { status: 'refused', verdict: verdictFor('everyone', diagnosis, null) };
}
