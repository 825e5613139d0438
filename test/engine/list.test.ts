import { describe, expect, it } from 'vitest';
import { file, settled, statusOf, world } from './createWorld.ts';

/** Files of which none goes, so that all of them wait. */
const held = (names: string[], options: Parameters<typeof world>[0] = {}) =>
  world({ script: () => 'hold', ...options }).then((made) => ({
    ...made,
    ids: made.uploader.add(names.map((name) => file(name))),
  }));

describe('the host’s rules', () => {
  it('keep files out by their kind at once and by their size when it is looked at, and send none of them', async () => {
    const { uploader, sent, events } = await world({
      restrictions: { accept: 'image/*', maxFileSize: 1000, maxTotalSize: 1500 },
    });
    const text = new File(['x'], 'a.txt', { type: 'text/plain' });
    const ids = uploader.add([text, file('b.png', 1001), file('c.png', 1000), file('d.png', 501)]);
    expect(statusOf(uploader.getUpload(ids[0] ?? ''))).toBe('refused');
    await settled(uploader);
    expect(
      ids.map((id) => {
        const upload = uploader.getUpload(id);
        return upload?.status === 'refused' ? upload.refusal : upload?.status;
      }),
    ).toEqual([
      { code: 'type_not_accepted', accept: 'image/*' },
      { code: 'too_large', size: 1001, maximum: 1000 },
      'stored',
      { code: 'total_too_large', size: 1501, maximum: 1500 },
    ]);
    expect(sent).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'refused')).toHaveLength(3);
    expect(events.filter(({ type }) => type === 'added')).toHaveLength(3);
  });

  it('count what is there, not what was refused or taken off', async () => {
    const { uploader, ids } = await held(['a.png', 'b.png', 'c.png'], { restrictions: { maxFiles: 2 } });
    expect(ids.map((id) => statusOf(uploader.getUpload(id)))).toEqual(['queued', 'queued', 'refused']);
    uploader.remove(ids[0] ?? '');
    const [next = '', last = ''] = uploader.add([file('d.png'), file('e.png')]);
    expect(statusOf(uploader.getUpload(next))).toBe('queued');
    expect(uploader.getUpload(last)).toMatchObject({ refusal: { code: 'too_many', maximum: 2 } });
    uploader.removeAll();
  });

  it('are others from now on when the host changes them', async () => {
    const { uploader } = await held([]);
    uploader.setRestrictions({ accept: '.pdf' });
    const [id = ''] = uploader.add([file('a.png')]);
    expect(statusOf(uploader.getUpload(id))).toBe('refused');
    uploader.setRestrictions({});
    const [now = ''] = uploader.add([file('a.png')]);
    expect(statusOf(uploader.getUpload(now))).toBe('queued');
    uploader.removeAll();
  });

  it('of the total make room when a file is taken off', async () => {
    const { uploader, ids } = await held(['a.png'], { restrictions: { maxTotalSize: 1000 } });
    await Promise.resolve();
    expect(uploader.getUpload(ids[0] ?? '')?.size).toBe(1000);
    uploader.remove(ids[0] ?? '');
    const [id = ''] = uploader.add([file('b.png')]);
    uploader.measure(id);
    expect(statusOf(uploader.getUpload(id))).toBe('queued');
    const [more = ''] = uploader.add([file('c.png', 1)]);
    uploader.measure(more);
    expect(statusOf(uploader.getUpload(more))).toBe('refused');
    uploader.removeAll();
  });
});

describe('the same file twice', () => {
  it('is said of the later one, by name and size', async () => {
    const { uploader, ids } = await held(['a.png', 'a.png', 'b.png']);
    for (const id of ids) uploader.measure(id);
    const [first = '', second = '', other = ''] = ids;
    expect(ids.map((id) => uploader.getUpload(id)?.duplicateOf)).toEqual([null, first, null]);
    const [larger = ''] = uploader.add([file('a.png', 2)]);
    uploader.measure(larger);
    expect(uploader.getUpload(larger)?.duplicateOf).toBeNull();
    uploader.remove(first);
    const [again = ''] = uploader.add([file('a.png')]);
    uploader.measure(again);
    expect(uploader.getUpload(again)?.duplicateOf).toBeNull();
    uploader.remove(second);
    uploader.remove(other);
    const [third = ''] = uploader.add([file('a.png')]);
    uploader.measure(third);
    expect(uploader.getUpload(third)?.duplicateOf).toBe(again);
    uploader.removeAll();
  });

  it('is said of one that the draft holds already', async () => {
    const { uploader, client } = await world({ draftId: 'd1' });
    uploader.add([file('a.png')]);
    await settled(uploader);
    const { attachments } = await client.listDraft({ ticketId: '1', draftId: 'd1' });
    const { uploader: next } = await held([]);
    next.restore(attachments);
    const [id = ''] = next.add([file('a.png')]);
    next.measure(id);
    expect(next.getUpload(id)?.duplicateOf).toBe(next.getIds()[0]);
    next.removeAll();
  });
});

describe('a draft that is opened again', () => {
  it('shows what it holds, once, and lets it be forgotten without being deleted', async () => {
    const { uploader, client, calls, events } = await world({ draftId: 'd1' });
    const [id = ''] = uploader.add([file('a.png', 700)]);
    await settled(uploader);
    const { attachments } = await client.listDraft({ ticketId: '1', draftId: 'd1' });
    uploader.restore(attachments);
    expect(uploader.getIds()).toEqual([id]);
    uploader.forget();
    expect(uploader.getIds()).toEqual([]);
    expect(events.at(-1)).toMatchObject({ type: 'removed', upload: { id } });
    uploader.restore(attachments);
    const [back = ''] = uploader.getIds();
    expect(uploader.getUpload(back)).toMatchObject({
      status: 'stored',
      name: 'a.png',
      size: 700,
      file: null,
      folder: '',
      duplicateOf: null,
      notice: null,
    });
    uploader.forget([back]);
    expect(calls.filter((call) => call.startsWith('DELETE'))).toEqual([]);
    uploader.restore([]);
    expect(uploader.getIds()).toEqual([]);
  });

  it('deletes what is taken off of it', async () => {
    const { uploader, client } = await world({ draftId: 'd1' });
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    uploader.remove(id);
    await expect
      .poll(async () => (await client.listDraft({ ticketId: '1', draftId: 'd1' })).attachments)
      .toEqual([]);
  });

  it('forgets nothing that is still on its way', async () => {
    const { uploader, ids } = await held(['a.png']);
    uploader.forget();
    uploader.forget(ids);
    expect(uploader.getIds()).toEqual(ids);
    uploader.removeAll();
    expect(uploader.getIds()).toEqual([]);
  });

  it('keeps what is stored when all the rest is taken off', async () => {
    const { uploader } = await world({ script: (attempt) => (attempt === 1 ? 'through' : 'hold') });
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    uploader.add([file('b.png')]);
    uploader.removeAll();
    expect(uploader.getIds()).toEqual([id]);
  });
});

describe('another name', () => {
  it('is the one that is stored, also when it comes after the file was signed', async () => {
    const { uploader, client, ids } = await held(['a.png', 'b.png'], {
      concurrency: 1,
      script: (attempt) => (attempt === 1 ? 'hold' : 'through'),
    });
    const [first = '', second = ''] = ids;
    await expect.poll(() => statusOf(uploader.getUpload(first))).toBe('sending');
    expect(uploader.rename(first, 'too-late.png')).toBe(false);
    expect(uploader.getUpload(first)?.name).toBe('a.png');
    expect(uploader.rename(second, 'invoice\u202egpj.png')).toBe(true);
    expect(uploader.getUpload(second)?.name).toBe('invoicegpj.png');
    uploader.remove(first);
    await settled(uploader);
    const { attachments } = await client.listAttachments({ ticketId: '1' });
    expect(attachments.map(({ name }) => name)).toEqual(['invoicegpj.png']);
    expect(uploader.rename(second, 'late.png')).toBe(false);
  });

  it('is taken while the file is being signed, and signed anew', async () => {
    let rename = () => {};
    const { uploader, client, calls, ids } = await held(['a.png'], {
      script: () => 'through',
      refuse: (call) => {
        if (call.endsWith('/uploads')) rename();
      },
    });
    rename = () => {
      rename = () => {};
      expect(uploader.rename(ids[0] ?? '', 'b.png')).toBe(true);
    };
    await settled(uploader);
    const { attachments } = await client.listAttachments({ ticketId: '1' });
    expect(attachments.map(({ name }) => name)).toEqual(['b.png']);
    expect(calls.filter((call) => call === 'POST /uploads')).toHaveLength(2);
  });

  it('of a file that failed is the one it is stored under when it is tried again', async () => {
    const { uploader, client } = await world({
      script: (attempt) =>
        attempt === 1 ? { status: 400, body: '<Error><Code>InvalidArgument</Code></Error>' } : 'through',
    });
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    expect(uploader.rename(id, 'b.png')).toBe(true);
    uploader.retry();
    await settled(uploader);
    const { attachments } = await client.listAttachments({ ticketId: '1' });
    expect(attachments.map(({ name }) => name)).toEqual(['b.png']);
  });

  it('is cut at 255 characters, and is none of a file that is not there', async () => {
    const { uploader, ids } = await held(['a.png']);
    expect(uploader.rename(ids[0] ?? '', 'x'.repeat(300))).toBe(true);
    expect(uploader.getUpload(ids[0] ?? '')?.name).toBe('x'.repeat(255));
    expect(uploader.rename('nobody', 'a')).toBe(false);
    uploader.removeAll();
  });
});

it('keeps the order that somebody gives the list', async () => {
  const { uploader, ids } = await held(['a.png', 'b.png', 'c.png']);
  const [a = '', b = '', c = ''] = ids;
  uploader.move(c, 0);
  expect(uploader.getIds()).toEqual([c, a, b]);
  uploader.removeAll();
});

it('knows the folder that a file came with', async () => {
  const { uploader } = await held([]);
  const [id = '', plain = ''] = uploader.add([{ file: file('a.png'), folder: 'photos/' }, file('b.png')]);
  expect(uploader.getUpload(id)?.folder).toBe('photos/');
  expect(uploader.getUpload(plain)?.folder).toBe('');
  uploader.removeAll();
});

describe('what the host makes of a file before it is sent', () => {
  it('is what is stored, under its new name', async () => {
    const { uploader, client } = await world({
      prepare: async () => new File(['small'], 'a.webp', { type: 'image/webp' }),
    });
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    expect(uploader.getUpload(id)).toMatchObject({ status: 'stored', name: 'a.webp', size: 5 });
    const { attachments } = await client.listAttachments({ ticketId: '1' });
    expect(attachments).toMatchObject([{ name: 'a.webp', size: 5, type: 'image/webp' }]);
  });

  it('does not undo a name that somebody has given it meanwhile', async () => {
    let done = (_: File) => {};
    const { uploader } = await world({ prepare: () => new Promise((resolve) => (done = resolve)) });
    const [id = ''] = uploader.add([file('a.png')]);
    await Promise.resolve();
    uploader.rename(id, 'mine.png');
    done(new File(['small'], 'a.webp', { type: 'image/webp' }));
    await settled(uploader);
    expect(uploader.getUpload(id)).toMatchObject({ status: 'stored', name: 'mine.png', size: 5 });
  });

  it('is left out where it fails: the file goes as it is', async () => {
    const { uploader } = await world({ prepare: () => Promise.reject(new Error('no memory')) });
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    expect(uploader.getUpload(id)).toMatchObject({ status: 'stored', name: 'a.png', size: 1000 });
  });

  it('is not waited for by who was removed meanwhile', async () => {
    let done = (_: File) => {};
    const { uploader, sent } = await world({ prepare: () => new Promise((resolve) => (done = resolve)) });
    const [id = ''] = uploader.add([file('a.png')]);
    await Promise.resolve();
    uploader.remove(id);
    done(file('a.png'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sent).toHaveLength(0);
    expect(uploader.getIds()).toEqual([]);
  });
});
