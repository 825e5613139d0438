import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AttachmentRow, createMemoryStore, type Store } from '../../src/server/index.ts';
import { createPgliteStore } from '../../src/server/node.ts';
import { atRest, noMultipart } from '../../src/server/store/AttachmentStore.ts';
import { inPostgres } from './support/inPostgres.ts';

// PGlite takes seconds to open on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const at = (minutes: number) => new Date(Date.parse('2031-01-01T00:00:00Z') + minutes * 60_000);
const place = { bucket: 'acme', region: 'eu-central-1', key: 'k', endpoint: null, forcePathStyle: false };
const upload = { ...place, uploadId: 'u', partChecksum: 'sha256' } as const;

let count = 0;
function row(over: Partial<AttachmentRow> = {}): AttachmentRow {
  return {
    id: `s${String(++count).padStart(3, '0')}`,
    ticketId: 't',
    status: 'pending',
    name: 'a.png',
    size: 5,
    type: 'image/png',
    storedIn: 's3',
    ...place,
    settingsVersion: 1,
    createdAt: at(0),
    createdBy: 'gil',
    signedAt: null,
    draftId: null,
    ...noMultipart,
    ...atRest,
    ...over,
  };
}

describe.each([
  ['in memory', async () => createMemoryStore()],
  ['in PGlite', () => createPgliteStore()],
  ...inPostgres(),
])('what is left to be tidied up in a store %s', (_, open: () => Promise<Store>) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  it('is listed when its time has come, in the order of the ids and page by page', async () => {
    const ticketId = 'due';
    const due = [
      row({ ticketId }),
      row({ ticketId, signedAt: at(10) }),
      row({ ticketId, status: 'deleting' }),
      row({ ticketId, status: 'deleting', retryAt: at(10) }),
      row({ ticketId, status: 'stored', leftAt: place }),
      row({ ticketId, status: 'stored', leftAt: place, retryAt: at(10) }),
      row({ ticketId, status: 'stored', leftUploads: [upload] }),
    ];
    const notDue = [
      row({ ticketId, signedAt: at(11) }),
      row({ ticketId, createdAt: at(11) }),
      row({ ticketId, status: 'deleting', retryAt: at(11) }),
      row({ ticketId, status: 'stored', leftAt: place, retryAt: at(11) }),
      row({ ticketId, status: 'stored' }),
      row({ ticketId, status: 'stored', retryAt: at(1) }),
    ];
    await store.addAttachments([...notDue, ...due].reverse());
    const ask = { now: at(10), pendingSince: at(10), ticketId, after: '', limit: 100 };
    expect(await store.listDue(ask)).toEqual(due);
    const { after: _, ticketId: __, ...all } = ask;
    expect(await store.listDue({ ...all, after: '' })).toEqual(due);
    expect(await store.listDue({ ...ask, pendingSince: null })).toEqual(due.slice(2));
    const first = await store.listDue({ ...ask, limit: 3 });
    const rest = await store.listDue({ ...ask, after: first[2]?.id ?? '' });
    expect([...first, ...rest]).toEqual(due);
    expect(await store.listDue({ ...ask, ticketId: 'another' })).toEqual([]);
  });

  it('is claimed by one of many, and by nobody when it has changed meanwhile', async () => {
    const one = row({ retryAt: at(5), signedAt: at(1) });
    const other = row();
    await store.addAttachments([one, other]);
    const to = { status: 'deleting', retryAt: at(6), tries: 1 } as const;
    const claims = await Promise.all([1, 2, 3, 4].map(() => store.claimAttachment(one, to)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await store.readAttachment(one.id)).toEqual({ ...one, ...to });
    for (const stale of [{ status: 'stored' }, { signedAt: at(2) }, { retryAt: at(2) }] as const)
      expect(await store.claimAttachment({ ...other, ...stale }, to)).toBe(false);
    await store.signAgain([other.id], at(3));
    expect(await store.claimAttachment(other, to)).toBe(false);
    expect(await store.claimAttachment({ ...other, signedAt: at(3) }, { leftAt: place })).toBe(true);
    expect(await store.readAttachment(other.id)).toMatchObject({ status: 'pending', leftAt: place });
  });

  it('of a ticket becomes deleting all at once, but for what is so already', async () => {
    const ticketId = 'goes';
    const rows = [
      row({ ticketId }),
      row({ ticketId, status: 'stored', tries: 3 }),
      row({ ticketId, status: 'stored', draftId: 'd' }),
      row({ ticketId, status: 'deleting', retryAt: at(99), tries: 2 }),
    ];
    const stays = row({ ticketId: 'stays', status: 'stored' });
    await store.addAttachments([...rows, stays]);
    const counts = await Promise.all([1, 2].map(() => store.withdrawTicket(ticketId, at(5))));
    expect(counts.sort()).toEqual([0, 3]);
    const after = await store.readAttachments(rows.map(({ id }) => id));
    const told = after
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ status, retryAt, tries }) => [status, retryAt, tries]);
    expect(told).toEqual([...[1, 2, 3].map(() => ['deleting', at(5), 0]), ['deleting', at(99), 2]]);
    expect(await store.readAttachment(stays.id)).toEqual(stays);
  });

  it('keeps uploads that were begun before, until the very same are put away', async () => {
    const one = row({ uploadId: 'u' });
    await store.addAttachments([one]);
    const next = { ...noMultipart, uploadId: 'v' };
    expect(await store.replaceMultipart(one.id, 'u', { ...next, leftUploads: [upload] })).toBe(true);
    expect(await store.readAttachment(one.id)).toEqual({ ...one, uploadId: 'v', leftUploads: [upload] });
    expect(await store.replaceMultipart(one.id, 'v', noMultipart)).toBe(true);
    const other = { ...upload, uploadId: 'w' };
    expect(await store.replaceLeftUploads(one.id, [other], null)).toBe(false);
    expect(await store.replaceLeftUploads(one.id, [upload], [other])).toBe(true);
    expect(await store.replaceLeftUploads(one.id, [other], null)).toBe(true);
    expect((await store.readAttachment(one.id))?.leftUploads).toBeNull();
  });

  it('is told when somebody looks after it, with the change of its state', async () => {
    const one = row();
    await store.addAttachments([one]);
    await store.moveAttachment(one.id, ['pending'], 'deleting', at(7));
    expect(await store.readAttachment(one.id)).toMatchObject({ status: 'deleting', retryAt: at(7) });
    await store.moveAttachment(one.id, ['deleting'], 'deleting');
    expect(await store.readAttachment(one.id)).toMatchObject({ retryAt: at(7) });
  });

  it('adds what is missing and gives what is there, to all who come at once', async () => {
    const there = row({ name: 'first.png' });
    await store.addAttachments([there]);
    const fresh = [row(), row()];
    const asked = [fresh[0], { ...there, name: 'second.png' }, fresh[1]] as AttachmentRow[];
    const all = await Promise.all(
      [1, 2, 3].map((n) => store.addMissingAttachments(asked.map((one) => ({ ...one, key: `k${n}` })))),
    );
    const [first] = all;
    expect(first?.map(({ id }) => id)).toEqual(asked.map(({ id }) => id));
    expect(first?.[1]).toEqual(there);
    for (const rows of all) expect(rows).toEqual(first);
  });
});
