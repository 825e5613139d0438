import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AttachmentRow, createMemoryStore, type Store } from '../../src/server/index.ts';
import { createPgliteStore } from '../../src/server/node.ts';
import { type ContentWriter, pieceSize, type WriteReason } from '../../src/server/store/ContentStore.ts';
import { inPostgres } from './support/inPostgres.ts';
import { rowOf } from './support/rowOf.ts';

// PGlite takes seconds to open on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const piece = (letter: string, size = 10) => new TextEncoder().encode(letter.repeat(size));

describe.each([
  ['in memory', async () => createMemoryStore()],
  ['in PGlite', () => createPgliteStore()],
  ...inPostgres(),
])('bytes that are written piece by piece %s', (_, open: () => Promise<Store>) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  async function add(over: Partial<AttachmentRow> = {}): Promise<string> {
    const row = rowOf(over);
    await store.addAttachments([row]);
    return row.id;
  }

  async function begin(id: string, reason: WriteReason = 'upload'): Promise<ContentWriter> {
    const writer = await store.beginContent(id, reason);
    if (!writer) throw new Error('Nobody may write here.');
    return writer;
  }

  const textOf = async (id: string) => {
    const bytes = await store.readContent(id);
    return bytes && new TextDecoder().decode(bytes);
  };

  it('are nothing until they are finished', async () => {
    const id = await add();
    const writer = await begin(id);
    expect(await writer.write(piece('a', pieceSize))).toBe(true);
    expect(await store.findContent(id)).toBeNull();
    expect(await writer.write(piece('b'))).toBe(true);
    expect(await store.readContentSize(id)).toBeNull();
    expect(await writer.finish()).toBe(true);
    const content = await store.findContent(id);
    expect(content).toEqual({ version: expect.any(String), size: pieceSize + 10 });
    expect(await store.readPiece(id, content?.version ?? '', 1)).toEqual(piece('b'));
    expect(await store.readPiece(id, content?.version ?? '', 2)).toBeNull();
    expect(await store.readPiece(id, 'another', 0)).toBeNull();
  });

  it('are of no bytes at all where none are written before the end', async () => {
    const id = await add({ size: 0 });
    expect(await (await begin(id)).finish()).toBe(true);
    expect(await store.findContent(id)).toMatchObject({ size: 0 });
    expect(await textOf(id)).toBe('');
  });

  it('leave what was there before as it is, when they break off', async () => {
    const id = await add();
    await store.writeContent(id, piece('a'));
    const before = await store.findContent(id);
    const writer = await begin(id);
    await writer.write(piece('b'));
    await writer.drop();
    expect(await writer.finish()).toBe(false);
    expect(await store.findContent(id)).toEqual(before);
    expect(await textOf(id)).toBe('aaaaaaaaaa');
  });

  it('stay when their writer drops what is finished', async () => {
    const id = await add();
    const writer = await begin(id);
    await writer.write(piece('a'));
    await writer.finish();
    await writer.drop();
    expect(await textOf(id)).toBe('aaaaaaaaaa');
  });

  it('are those of the writer that was begun last, and of no other', async () => {
    const id = await add();
    const first = await begin(id);
    await first.write(piece('a', pieceSize));
    const second = await begin(id);
    expect(await first.write(piece('a'))).toBe(false);
    await second.write(piece('b', pieceSize));
    expect(await first.finish()).toBe(false);
    await first.drop();
    await second.write(piece('b'));
    expect(await second.finish()).toBe(true);
    expect(await textOf(id)).toBe('b'.repeat(pieceSize + 10));
  });

  it('never mix, however many write at the same moment', async () => {
    const id = await add();
    const letters = 'abcd'.split('');
    const finished = await Promise.all(
      letters.map(async (letter) => {
        const writer = await begin(id);
        if (!(await writer.write(piece(letter, pieceSize)))) return false;
        return (await writer.write(piece(letter))) && writer.finish();
      }),
    );
    expect(finished.filter(Boolean).length).toBeGreaterThan(0);
    const text = (await textOf(id)) ?? '';
    expect(text).toBe(text.charAt(0).repeat(pieceSize + 10));
  });

  it('do not change what was registered in the meantime', async () => {
    const id = await add();
    await store.writeContent(id, piece('a'));
    const writer = await begin(id);
    await writer.write(piece('b'));
    await store.moveAttachment(id, ['pending'], 'stored');
    expect(await writer.write(piece('b'))).toBe(false);
    expect(await writer.finish()).toBe(false);
    await writer.drop();
    expect(await textOf(id)).toBe('aaaaaaaaaa');
    expect(await store.beginContent(id, 'upload')).toBeNull();
  });

  it('come too late for what was deleted', async () => {
    const id = await add();
    const writer = await begin(id);
    await writer.write(piece('a'));
    await store.removeAttachment(id);
    expect(await writer.write(piece('a'))).toBe(false);
    expect(await writer.finish()).toBe(false);
    await writer.drop();
    expect(await store.findContent(id)).toBeNull();
    expect(await store.beginContent(id, 'upload')).toBeNull();
  });

  it('keep nobody waiting between two pieces', async () => {
    const id = await add();
    const writer = await begin(id);
    await writer.write(piece('a'));
    // A transaction that stayed open would hold PGlite's only connection, and the row.
    const other = await add();
    expect(await store.writeContent(other, piece('b'))).toBe(true);
    await store.signAgain([id], new Date('2031-01-01T00:00:00Z'));
    expect(await writer.finish()).toBe(true);
  });

  it('are written of a stored attachment only while it moves to the database', async () => {
    const stored = { status: 'stored', storedIn: 's3', bucket: 'b', region: 'r', key: 'k' } as const;
    const id = await add(stored);
    expect(await store.beginContent(id, 'move')).toBeNull();
    const moving = await add({ ...stored, movingTo: 'database' });
    expect(await store.beginContent(moving, 'upload')).toBeNull();
    const writer = await begin(moving, 'move');
    await writer.write(piece('a'));
    expect(await writer.finish()).toBe(true);
    expect(await textOf(moving)).toBe('aaaaaaaaaa');
  });
});
