import { type BodyOf, type RouteName, type SavedSettings, settingsInputSchema } from '../contract/index.ts';
import type { Mode } from './World.ts';

/** What such a request depends on. */
interface Around {
  ticketId: string;
  mode: Mode;
  /** As they were when the suite began; `null` where nothing was saved. */
  saved: SavedSettings | null;
}

/** A request that is in order and does no harm: its ids are of nothing that is there, its version is of no settings. */
interface RouteRow<N extends RouteName> {
  /** `administrators`: nobody else. `ticket`: who may read or write the ticket. `attachment`: the same by the attachment’s ticket. `each`: has a result for each attachment. */
  whose: 'administrators' | 'ticket' | 'attachment' | 'each';
  /** With every member that the schema knows. */
  body?: (about: Around) => BodyOf<N>;
}

/** Looks like a secret access key, and is none: what of it comes back has leaked. */
export const madeUpSecret = 'ConformanceSecret/NobodyMayEverSeeThis00';

/** Values of a bucket that nobody has: their looks alone say that nothing is to be asked of S3. */
const nowhere = {
  bucket: 'No Bucket',
  region: 'nowhere-1',
  accessKeyId: 'AKIACONFORMANCE23456',
  secretAccessKey: madeUpSecret,
  endpoint: '',
  forcePathStyle: false,
  keyPrefix: '',
  links: 'public',
  publicBaseUrl: '',
  largeFiles: false,
} as const;

/** Values that could be saved, of a bucket that nobody has. */
export const madeUpValues = {
  ...nowhere,
  bucket: 's3-attachments-conformance',
  region: 'eu-central-1',
} as const;

/** A version that no settings have. */
export const noVersion = 999_999_999;

/** The id of no attachment. */
export const noAttachment = 'conformance-none';

/** The id of a ticket that has nothing. */
export const noTicket = 'conformance-none';

/** The draft that the suite works in. */
export const draftId = 'conformance';

const checksum = { algorithm: 'sha256', value: `${'A'.repeat(43)}=` } as const;

/** What is saved already: who takes it in spite of its version, or from somebody who may not, loses nothing by it. */
function sameAgain(saved: SavedSettings | null): BodyOf<'saveSettings'> {
  if (!saved) return { ...madeUpValues, version: noVersion };
  const { secretAccessKey: _, ...values } = { ...madeUpValues, ...savableOf(saved) };
  return { ...values, version: noVersion };
}

/** Whatever of the settings can be saved. */
export function savableOf(settings: SavedSettings): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).filter(
      ([name]) => name in settingsInputSchema.shape && name !== 'secretAccessKey',
    ),
  );
}

/** A row for every route: a route without one does not compile. */
export const routeRows: { [N in RouteName]: RouteRow<N> } = {
  readSettings: { whose: 'administrators' },
  saveSettings: { whose: 'administrators', body: ({ saved }) => sameAgain(saved) },
  changeStatus: { whose: 'administrators', body: () => ({ status: 'disabled', version: noVersion }) },
  listChanges: { whose: 'administrators' },
  readMove: { whose: 'administrators' },
  // To where new attachments do not go: nothing is moved there.
  startMove: { whose: 'administrators', body: ({ mode }) => ({ to: mode === 's3' ? 'database' : 's3' }) },
  changeMoveStatus: { whose: 'administrators', body: () => ({ status: 'paused' }) },
  checkConnection: { whose: 'administrators', body: () => nowhere },
  detectRegion: {
    whose: 'administrators',
    body: () => ({ bucket: nowhere.bucket, region: '', endpoint: '', forcePathStyle: false }),
  },
  signProof: { whose: 'administrators', body: () => nowhere },
  confirmProof: { whose: 'administrators', body: () => nowhere },
  signUploads: {
    whose: 'ticket',
    body: ({ ticketId }) => ({
      ticketId,
      draftId,
      files: [
        {
          id: 'f',
          name: 'a.png',
          size: 1,
          type: 'image/png',
          attachmentId: noAttachment,
          as: 'put',
          checksum,
        },
      ],
    }),
  },
  uploadContent: { whose: 'attachment' },
  completeUpload: { whose: 'attachment', body: () => ({ parts: [{ number: 1, etag: 'e', checksum }] }) },
  completeUploads: { whose: 'each', body: () => ({ attachmentIds: [noAttachment] }) },
  createMultipart: {
    whose: 'attachment',
    body: () => ({ partSize: 5 * 1024 ** 2, parts: [{ number: 1, checksum }] }),
  },
  signParts: { whose: 'attachment', body: () => ({ parts: [{ number: 1, checksum }] }) },
  listParts: { whose: 'attachment' },
  reportFailure: {
    whose: 'attachment',
    body: () => ({ status: 0, body: '', loaded: 0, total: 1, online: true, blockedByCsp: false, as: 'put' }),
  },
  listAttachments: { whose: 'ticket' },
  deleteTicketAttachments: { whose: 'ticket' },
  listDraft: { whose: 'ticket' },
  sendDraft: { whose: 'ticket', body: () => ({ attachmentIds: [noAttachment] }) },
  readContent: { whose: 'attachment' },
  deleteAttachment: { whose: 'attachment' },
};
