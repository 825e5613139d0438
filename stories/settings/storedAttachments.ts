import type { AttachmentRow } from '@triage-ai/s3-attachments/server';
import type { FakeBackend } from '@triage-ai/s3-attachments/testing';

/** A stored attachment in the database. */
const row = (index: number): AttachmentRow => ({
  id: `attachment-${index}`,
  ticketId: String(1000 + Math.floor(index / 3)),
  status: 'stored',
  name: ['invoice.pdf', 'screen recording.mp4', 'error.log', 'contract (signed).docx'][index % 4] ?? '',
  size: 9_400_000,
  type: 'application/octet-stream',
  storedIn: 'database',
  bucket: null,
  region: null,
  key: null,
  endpoint: null,
  forcePathStyle: false,
  settingsVersion: null,
  createdAt: new Date('2030-03-01T09:00:00Z'),
  createdBy: 'gil',
  signedAt: null,
  draftId: null,
  uploadId: null,
  partSize: null,
  partChecksum: null,
  opaqueEtags: false,
  retryAt: null,
  tries: 0,
  movingTo: null,
  leftAt: null,
  moveFailure: null,
  leftUploads: null,
});

/** Puts so many attachments into the store, each changed by its number; only their rows, for no story opens one. */
export async function keep(
  { store }: FakeBackend,
  count: number,
  change: (index: number) => Partial<AttachmentRow> = () => ({}),
): Promise<void> {
  await store.addAttachments(
    Array.from({ length: count }, (_, index) => ({ ...row(index), ...change(index) })),
  );
}

/** Where an attachment lies in a bucket. */
export const inBucket = (bucket = 'triage-ai-attachments') =>
  ({ storedIn: 's3', bucket, region: 'eu-central-1', key: 'tickets/1/x/file', settingsVersion: 1 }) as const;

/** Puts a few attachments into the database with their bytes, as if they had been uploaded. */
export async function keepBytes(backend: FakeBackend, count: number): Promise<void> {
  const { store } = backend;
  await keep(backend, count, (index) => ({ status: 'pending', size: 5 + index }));
  for (let index = 0; index < count; index++) {
    const id = `attachment-${index}`;
    await store.writeContent(id, new Uint8Array(5 + index));
    await store.moveAttachment(id, ['pending'], 'stored');
  }
}

/** Writes down a move, as if somebody had started it an hour before. */
export async function move(
  { store }: FakeBackend,
  change: Partial<Parameters<FakeBackend['store']['saveMove']>[0]> = {},
): Promise<void> {
  const startedAt = new Date('2030-03-02T10:00:00Z');
  await store.saveMove(
    {
      to: 's3',
      status: 'running',
      cause: null,
      startedAt,
      startedBy: 'ada',
      changedAt: startedAt,
      total: 2000,
      ...change,
    },
    0,
  );
}
