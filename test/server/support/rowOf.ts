import type { AttachmentRow } from '../../../src/server/index.ts';
import { atRest, noMultipart } from '../../../src/server/store/AttachmentStore.ts';

let count = 0;

/** A row of an attachment that is on its way to the database, in ticket 1, and each time another one. */
export function rowOf(over: Partial<AttachmentRow> = {}): AttachmentRow {
  return {
    id: `row-${++count}`,
    ticketId: '1',
    status: 'pending',
    name: 'film.mp4',
    size: 1,
    type: 'video/mp4',
    storedIn: 'database',
    bucket: null,
    region: null,
    key: null,
    endpoint: null,
    forcePathStyle: false,
    settingsVersion: null,
    createdAt: new Date('2031-01-01T00:00:00Z'),
    createdBy: 'gil',
    signedAt: null,
    draftId: null,
    ...noMultipart,
    ...atRest,
    ...over,
  };
}
