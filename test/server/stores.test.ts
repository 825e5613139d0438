import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type AttachmentRow,
  createMemoryStore,
  type HealthRow,
  type SavedSettings,
  type SettingsRow,
  type Store,
} from '../../src/server/index.ts';
import { atRest, noMultipart } from '../../src/server/store/AttachmentStore.ts';
import { createPgliteStore } from '../../src/server/node.ts';
import { createWorld, secret } from './support/createWorld.ts';
import { inPostgres } from './support/inPostgres.ts';
import { settingsToSave as settings, someChange } from './support/settingsToSave.ts';

// PGlite takes seconds to open on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const untried: HealthRow = {
  failedSince: null,
  failedAt: null,
  failedCount: 0,
  failedDiagnosis: null,
  failedVersion: null,
  recoveredAt: null,
  workedAt: null,
  workedVersion: null,
};

let count = 0;
function row(over: Partial<AttachmentRow> = {}): AttachmentRow {
  return {
    id: `a${++count}`,
    ticketId: 't',
    status: 'pending',
    name: 'Grüße 語 👋.png',
    size: 5 * 1024 ** 3,
    type: 'image/png',
    storedIn: 'database',
    bucket: null,
    region: null,
    key: null,
    endpoint: null,
    forcePathStyle: false,
    settingsVersion: null,
    createdAt: new Date('2031-01-01T00:00:00.456Z'),
    createdBy: 'gil',
    signedAt: null,
    draftId: null,
    ...noMultipart,
    ...atRest,
    ...over,
  };
}

const minute = (n: number) => new Date(Date.parse('2031-01-01T00:00:00Z') + n * 60_000);

describe.each([
  ['in memory', async () => createMemoryStore()],
  ['in PGlite', () => createPgliteStore()],
  ...inPostgres(),
])('a store %s', (_, open: () => Promise<Store>) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  /** Saves over what is there. */
  async function save(over: SavedSettings = settings): Promise<SettingsRow> {
    const row = await store.saveSettings(over, (await store.readSettings())?.version ?? 0, someChange);
    if (!row) throw new Error('Somebody else saved.');
    return row;
  }

  it('has no settings at first; of many who save at once, each time from one version, one succeeds', async () => {
    expect(await store.readSettings()).toBeNull();
    expect(await store.saveSettings(settings, 1, someChange)).toBeNull();
    expect(await store.readSettings()).toBeNull();
    for (const version of [0, 1, 2]) {
      const saves = await Promise.all(
        [1, 2, 3, 4].map((n) =>
          store.saveSettings({ ...settings, bucket: `acme-${n}` }, version, someChange),
        ),
      );
      const won = saves.filter((one) => one !== null);
      expect(won).toEqual([
        { ...settings, bucket: expect.any(String), version: version + 1, health: untried },
      ]);
      expect(await store.readSettings()).toEqual(won[0]);
    }
  });

  it('leaves what is saved alone when it was looked at before somebody else saved', async () => {
    const before = await save();
    for (const version of [0, before.version - 1, before.version + 1])
      expect(await store.saveSettings({ ...settings, bucket: 'acme-late' }, version, someChange)).toBeNull();
    expect(await store.readSettings()).toEqual(before);
  });

  it('keeps no access key when the keys are removed, and one again when it is saved', async () => {
    const { accessKey, ...values } = settings;
    const removed = await save({ ...values, status: 'keys_removed', accessKey: null });
    expect(removed).toMatchObject({ ...values, status: 'keys_removed', accessKey: null });
    expect(await store.readSettings()).toEqual(removed);
    expect(JSON.stringify(removed)).not.toMatch(/cipher|AKIA/);
    expect(await save({ ...values, status: 'disabled', accessKey })).toMatchObject({
      status: 'disabled',
      accessKey,
    });
  });

  it('gives nobody a hold on what it keeps', async () => {
    const row = await save();
    row.bucket = 'changed';
    if (row.accessKey) row.accessKey.sealedSecret = 'changed';
    expect(await store.readSettings()).toMatchObject(settings);
  });

  it('counts every one of 500 failures that arrive at once', async () => {
    const { version } = await save();
    const failures = Array.from({ length: 500 }, (_, index) =>
      store.recordFailure({ settingsVersion: version, at: minute(index), diagnosis: `{"n":${index}}` }),
    );
    await Promise.all(failures);
    expect((await store.readSettings())?.health).toMatchObject({
      failedSince: minute(0),
      failedCount: 500,
      failedVersion: version,
      recoveredAt: null,
    });
  });

  it('ends a stretch of failures with a success, keeps what it was, and begins the next one anew', async () => {
    const { version } = await save();
    const fail = (at: Date, diagnosis: string) =>
      store.recordFailure({ settingsVersion: version, at, diagnosis });
    const work = (at: Date) =>
      store.recordSuccess({ settingsVersion: version, at, unlessAfter: new Date(at.getTime() - 60_000) });
    await work(minute(600));
    await fail(minute(601), 'a');
    await fail(minute(602), 'b');
    await work(minute(603));
    const over = {
      failedSince: minute(601),
      failedAt: minute(602),
      failedCount: 2,
      failedDiagnosis: 'b',
      failedVersion: version,
      recoveredAt: minute(603),
      workedAt: minute(603),
      workedVersion: version,
    };
    expect((await store.readSettings())?.health).toEqual(over);
    await work(minute(605));
    expect((await store.readSettings())?.health).toEqual({ ...over, workedAt: minute(605) });
    await fail(minute(606), 'c');
    expect((await store.readSettings())?.health).toEqual({
      failedSince: minute(606),
      failedAt: minute(606),
      failedCount: 1,
      failedDiagnosis: 'c',
      failedVersion: version,
      recoveredAt: null,
      workedAt: minute(605),
      workedVersion: version,
    });
  });

  it('loses no failure among successes: what was counted after the last success is there', async () => {
    const { version: settingsVersion } = await save();
    const fail = (n: number) => store.recordFailure({ settingsVersion, at: minute(n), diagnosis: 'x' });
    const work = () => store.recordSuccess({ settingsVersion, at: minute(700), unlessAfter: minute(699) });
    await Promise.all([fail(700), work(), fail(700), work(), fail(700)]);
    await work();
    await Promise.all([1, 2, 3].map((n) => fail(700 + n)));
    expect((await store.readSettings())?.health).toMatchObject({ failedCount: 3, recoveredAt: null });
  });

  it('notes a success again only after a while, but at once for other settings', async () => {
    const { version } = await save();
    const work = (at: Date, settingsVersion: number) =>
      store.recordSuccess({ settingsVersion, at, unlessAfter: new Date(at.getTime() - 60_000) });
    const noted = async () => (await store.readSettings())?.health.workedAt;
    await work(minute(800), version);
    await work(new Date(minute(800).getTime() + 59_999), version);
    expect(await noted()).toEqual(minute(800));
    await work(minute(801), version);
    expect(await noted()).toEqual(minute(801));
    await save();
    await work(new Date(minute(801).getTime() + 1), version + 1);
    expect(await noted()).toEqual(new Date(minute(801).getTime() + 1));
  });

  it('takes neither failures nor successes of other settings than the saved ones', async () => {
    const before = await save();
    const { version, health } = await save();
    for (const settingsVersion of [before.version, version + 1]) {
      await store.recordFailure({ settingsVersion, at: minute(900), diagnosis: 'x' });
      await store.recordSuccess({ settingsVersion, at: minute(900), unlessAfter: minute(899) });
    }
    expect((await store.readSettings())?.health).toEqual(health);
  });

  it('writes neither version nor health back with a save, whoever hands them in', async () => {
    const row = await save();
    await store.recordFailure({ settingsVersion: row.version, at: minute(950), diagnosis: 'x' });
    const { version, health } = await save({ ...row, bucket: 'acme-other' });
    expect(version).toBe(row.version + 1);
    expect(health).toMatchObject({ failedAt: minute(950), failedVersion: row.version });
  });

  it('gives a row back as it was written', async () => {
    const place = { bucket: 'b', region: 'r', key: 'tickets/t/x/a.png', settingsVersion: 7 };
    const elsewhere = { ...place, endpoint: 'https://s3.acme.test', forcePathStyle: true };
    const upload = {
      uploadId: '2~abc',
      partSize: 5 * 1024 ** 3,
      partChecksum: 'crc32',
      opaqueEtags: true,
    } as const;
    const begun = { ...place, ...upload, draftId: 'd', signedAt: new Date('2031-01-02T00:00:00.789Z') };
    const rows = [
      row(),
      row({ storedIn: 's3', ...place }),
      row({ storedIn: 's3', ...elsewhere }),
      row({ storedIn: 's3', ...begun, size: 5 * 1024 ** 4 }),
    ];
    await store.addAttachments(rows);
    for (const one of rows) expect(await store.readAttachment(one.id)).toEqual(one);
    expect(await store.readAttachment('nobody')).toBeNull();
    const ids = ['nobody', ...rows.map(({ id }) => id), rows[0]?.id ?? ''];
    const read = await store.readAttachments(ids);
    expect(read.sort((a, b) => a.id.localeCompare(b.id))).toEqual(
      [...rows].sort((a, b) => a.id.localeCompare(b.id)),
    );
    expect(await store.readAttachments([])).toEqual([]);
  });

  it('writes all rows or none', async () => {
    const there = row();
    await store.addAttachments([there]);
    const fresh = row();
    await expect(store.addAttachments([fresh, { ...there }])).rejects.toThrow();
    expect(await store.readAttachment(fresh.id)).toBeNull();
  });

  it('lists what is stored of a ticket, oldest first, in the order of arrival within a moment', async () => {
    const ticketId = 'list';
    const late = row({ ticketId, createdAt: new Date('2031-03-01T00:00:00Z') });
    const rows = Array.from({ length: 1000 }, () => row({ ticketId }));
    await store.addAttachments([late, ...rows, row({ ticketId: 'other' })]);
    expect(await store.listAttachments(ticketId)).toEqual([]);
    for (const { id } of [late, ...rows])
      expect(await store.moveAttachment(id, ['pending'], 'stored')).toBe(true);
    const listed = await store.listAttachments(ticketId);
    expect(listed.map(({ id }) => id)).toEqual([...rows, late].map(({ id }) => id));
  });

  it('keeps drafts out of the ticket and apart from each other, and sends what is stored of one, once', async () => {
    const ticketId = 'drafts';
    const draft = { ticketId, draftId: 'd', createdBy: 'gil' };
    const old = new Date('2030-01-01T00:00:00Z');
    const [a, b, first, waiting] = [row(draft), row(draft), row({ ...draft, createdAt: old }), row(draft)];
    const others = [
      row({ ...draft, createdBy: 'ada' }),
      row({ ...draft, draftId: 'e' }),
      row({ ...draft, ticketId: 'drafts2' }),
    ];
    await store.addAttachments([a, b, first, waiting, ...others]);
    for (const { id } of [a, b, first, ...others]) await store.moveAttachment(id, ['pending'], 'stored');
    const idsOf = (rows: AttachmentRow[]) => rows.map(({ id }) => id);
    expect(await store.listAttachments(ticketId)).toEqual([]);
    expect(idsOf(await store.listDraft(draft))).toEqual([first.id, a.id, b.id]);
    const some = [b.id, waiting.id, ...idsOf(others)];
    expect(await store.sendDraft(draft, some)).toEqual([{ ...b, status: 'stored', draftId: null }]);
    expect(await store.sendDraft(draft, [])).toEqual([]);
    expect(idsOf(await store.listAttachments(ticketId))).toEqual([b.id]);
    // Of two who send at once each attachment is sent by one.
    const both = await Promise.all([store.sendDraft(draft, null), store.sendDraft(draft, null)]);
    expect(both.map(idsOf).sort((x, y) => x.length - y.length)).toEqual([[], [first.id, a.id]]);
    expect(await store.listDraft(draft)).toEqual([]);
    expect(await store.readAttachment(waiting.id)).toEqual(waiting);
    for (const { id, draftId } of others) expect((await store.readAttachment(id))?.draftId).toBe(draftId);
  });

  it('notes of what is pending that it was signed again', async () => {
    const [pending, stored] = [row(), row()];
    await store.addAttachments([pending, stored]);
    await store.moveAttachment(stored.id, ['pending'], 'stored');
    const signedAt = minute(1);
    await store.signAgain([pending.id, stored.id, 'nobody'], signedAt);
    expect(await store.readAttachment(pending.id)).toEqual({ ...pending, signedAt });
    expect(await store.readAttachment(stored.id)).toEqual({ ...stored, status: 'stored' });
  });

  it('puts an upload in parts in the place of the one that is known, of many at once one', async () => {
    const one = row({ storedIn: 's3' });
    await store.addAttachments([one]);
    const upload = (uploadId: string) =>
      ({ uploadId, partSize: 7, partChecksum: 'sha256', opaqueEtags: true }) as const;
    const both = await Promise.all(['a', 'b'].map((id) => store.replaceMultipart(one.id, null, upload(id))));
    expect(both.sort()).toEqual([false, true]);
    const before = (await store.readAttachment(one.id))?.uploadId ?? null;
    expect(await store.replaceMultipart(one.id, null, upload('c'))).toBe(false);
    expect(await store.replaceMultipart(one.id, before, upload('c'))).toBe(true);
    expect(await store.readAttachment(one.id)).toEqual({ ...one, ...upload('c') });
    expect(await store.replaceMultipart(one.id, 'c', noMultipart)).toBe(true);
    expect(await store.readAttachment(one.id)).toEqual(one);
    await store.moveAttachment(one.id, ['pending'], 'deleting');
    expect(await store.replaceMultipart(one.id, null, upload('d'))).toBe(false);
    expect(await store.replaceMultipart('nobody', null, upload('d'))).toBe(false);
  });

  it('moves a row on only from the states that were asked for', async () => {
    const one = row();
    await store.addAttachments([one]);
    expect(await store.moveAttachment(one.id, ['stored'], 'deleting')).toBe(false);
    expect(await store.moveAttachment(one.id, ['pending', 'stored'], 'stored')).toBe(true);
    const both = await Promise.all([1, 2].map(() => store.moveAttachment(one.id, ['stored'], 'deleting')));
    expect(both.sort()).toEqual([false, true]);
    expect(await store.moveAttachment('nobody', ['pending'], 'stored')).toBe(false);
  });

  it.each([0, 1, 1024 ** 2, 1024 ** 2 + 1, 3_500_000])('keeps %i bytes', async (size) => {
    const one = row({ size });
    await store.addAttachments([one]);
    expect(await store.readContent(one.id)).toBeNull();
    expect(await store.readContentSize(one.id)).toBeNull();
    const bytes = new Uint8Array(size).map((_, index) => index % 251);
    expect(await store.writeContent(one.id, new Uint8Array(7))).toBe(true);
    expect(await store.writeContent(one.id, bytes)).toBe(true);
    expect(await store.readContentSize(one.id)).toBe(size);
    const read = await store.readContent(one.id);
    expect(Buffer.compare(read ?? new Uint8Array(9), bytes)).toBe(0);
  });

  it('takes no bytes for what is not pending, and forgets them with the row', async () => {
    const one = row();
    await store.addAttachments([one]);
    await store.writeContent(one.id, new Uint8Array(1));
    await store.moveAttachment(one.id, ['pending'], 'stored');
    expect(await store.writeContent(one.id, new Uint8Array(2))).toBe(false);
    expect(await store.writeContent('nobody', new Uint8Array(2))).toBe(false);
    await store.removeAttachment(one.id);
    await store.removeAttachment(one.id);
    expect(await store.readAttachment(one.id)).toBeNull();
    expect(await store.readContentSize(one.id)).toBeNull();
  });
});

describe('a PGlite store in a folder', () => {
  it('makes that folder, and has everything again after it was closed and opened', async () => {
    const folder = await mkdtemp(join(tmpdir(), 's3a-store-'));
    const dataDir = join(folder, 'data', 'database');
    try {
      const first = await createPgliteStore({ dataDir });
      const one = row();
      await first.saveSettings(settings, 0, someChange);
      await first.addAttachments([one]);
      await first.writeContent(one.id, new Uint8Array([1, 2, 3]));
      await first.moveAttachment(one.id, ['pending'], 'stored');
      await first.close();

      const second = await createPgliteStore({ dataDir });
      expect(await second.readSettings()).toEqual({ ...settings, version: 1, health: untried });
      expect(await second.listAttachments('t')).toEqual([{ ...one, status: 'stored' }]);
      expect(await second.readContent(one.id)).toEqual(new Uint8Array([1, 2, 3]));
      await second.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('has the secret in none of its files', async () => {
    const folder = await mkdtemp(join(tmpdir(), 's3a-store-'));
    try {
      const store = await createPgliteStore({ dataDir: folder });
      await createWorld({ store }).configure();
      await store.close();
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile());
      const texts = await Promise.all(
        files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')),
      );
      expect(texts.some((text) => text.includes('acme-triage'))).toBe(true);
      for (const form of [secret, btoa(secret), Buffer.from(secret).toString('hex')]) {
        expect(files.filter((_, index) => texts[index]?.includes(form)).map(({ name }) => name)).toEqual([]);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
