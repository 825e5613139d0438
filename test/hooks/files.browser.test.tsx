import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { StrictMode, useRef } from 'react';
import { afterEach, beforeAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { cdp, commands, server } from 'vitest/browser';
import type { PickedFile } from '../../src/engine/index.ts';
import { lateTaking } from '../../src/hooks/files/lateTaking.ts';
import { readDrop } from '../../src/hooks/files/readDrop.ts';
import { readInput } from '../../src/hooks/files/readInput.ts';
import { readPaste } from '../../src/hooks/files/readPaste.ts';
import { useFileDrop } from '../../src/hooks/useFileDrop.ts';

interface Pointer {
  send(method: 'Input.dispatchDragEvent', params: object): Promise<void>;
}

const folder = '.cache/dropped';
const onDisk = (path: string) => `${server.config.root}/${folder}/${path}`;
let taken: PickedFile[][] = [];
const take = (files: PickedFile[]) => void taken.push(files);
const paths = (files: readonly PickedFile[] = []) => files.map((picked) => picked.folder + picked.file.name);

beforeAll(async () => {
  await lateTaking.load();
});
beforeEach(async () => {
  taken = [];
  for (const path of ['notes.txt', 'photos/a.png', 'photos/.DS_Store', 'photos/deep/er/b.txt']) {
    await commands.writeFile(onDisk(path), path);
  }
});
afterEach(cleanup);

function Zone({ disabled, onFiles = take }: { disabled?: boolean; onFiles?: (files: PickedFile[]) => void }) {
  const zone = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const over = useFileDrop(zone, onFiles, { disabled });
  return (
    <>
      <div ref={zone} data-testid="zone" data-over={over || undefined} style={{ padding: 40 }}>
        <div ref={inner}>
          <p>A paragraph</p>
          <textarea aria-label="Reply" />
        </div>
      </div>
      <p>Elsewhere</p>
    </>
  );
}

const zone = () => screen.getByTestId('zone');
const isOver = () => zone().hasAttribute('data-over');

/** Drags real files, as somebody does who takes them from a folder. */
function drag(...names: string[]) {
  const data = { items: [], files: names.map(onDisk), dragOperationsMask: 1 };
  return async (type: 'dragEnter' | 'dragOver' | 'drop', at: Element) => {
    const box = at.getBoundingClientRect();
    const frame = window.frameElement?.getBoundingClientRect() ?? new DOMRect();
    const scale = frame.width > 0 ? frame.width / innerWidth : 1;
    await act(() =>
      (cdp() as unknown as Pointer).send('Input.dispatchDragEvent', {
        type,
        x: frame.x + (box.x + 5) * scale,
        y: frame.y + (box.y + 5) * scale,
        data,
      }),
    );
  };
}

async function dropOn(at: Element, ...names: string[]) {
  const move = drag(...names);
  await move('dragEnter', at);
  await move('dragOver', at);
  await move('drop', at);
}

it('takes dropped files, and walks a dropped folder with the places of its files', async () => {
  render(<Zone />, { wrapper: StrictMode });
  await dropOn(zone(), 'notes.txt', 'photos');
  await waitFor(() => expect(taken).toHaveLength(1));
  expect(paths(taken[0])).toEqual(['notes.txt', 'photos/a.png', 'photos/deep/er/b.txt']);
  expect(await taken[0]?.[2]?.file.text()).toBe('photos/deep/er/b.txt');
  expect(taken[0]?.[1]?.file.type).toBe('image/png');
  expect(isOver()).toBe(false);
});

it('takes a drop of 1,000 files at once: it asks none of a known kind whether it is a folder, and looks at no size', async () => {
  const size = vi.spyOn(Blob.prototype, 'size', 'get');
  const asked = vi.spyOn(DataTransferItem.prototype, 'webkitGetAsEntry');
  onTestFinished(() => void [size, asked].map((spy) => spy.mockRestore()));
  let spent = 0;
  let when = 0;
  render(<Zone />);
  zone().addEventListener('drop', () => (when = performance.now()), { capture: true });
  addEventListener('drop', () => (spent = performance.now() - when), { once: true });
  await dropOn(zone(), ...Array<string>(1000).fill('notes.txt'));
  await waitFor(() => expect(taken[0]).toHaveLength(1000), { timeout: 5000 });
  expect(size).not.toHaveBeenCalled();
  // Each answer takes half a millisecond or more.
  expect(asked).not.toHaveBeenCalled();
  expect(spent).toBeLessThan(200);
}, 30_000);

it('walks the folders in a drop of many', async () => {
  render(<Zone />);
  await dropOn(zone(), ...Array<string>(60).fill('notes.txt'), 'photos');
  await waitFor(() => expect(taken[0]).toHaveLength(62));
  expect(paths(taken[0]).slice(-2)).toEqual(['photos/a.png', 'photos/deep/er/b.txt']);
});

it('does not lose the others to a folder or a file that cannot be read', async () => {
  const file = (name: string) => new File([name], name);
  const fails = (_: unknown, onError?: ErrorCallback) =>
    onError?.(new DOMException('No.', 'NotReadableError'));
  const asFile = (name: string, given = true) =>
    ({
      name,
      isFile: true,
      file: given ? (done: FileCallback) => done(file(name)) : fails,
    }) as FileSystemFileEntry;
  const asFolder = (path: string, batches: FileSystemEntry[][] | null) =>
    ({
      name: path,
      fullPath: `/${path}`,
      isDirectory: true,
      createReader: () => ({
        readEntries: batches ? (done: FileSystemEntriesCallback) => done(batches.shift() ?? []) : fails,
      }),
    }) as FileSystemDirectoryEntry;
  const item = (name: string, entry: FileSystemEntry | null) => ({
    kind: 'file',
    webkitGetAsEntry: () => entry,
    getAsFile: () => file(name),
  });
  const data = {
    items: [
      item('locked', asFolder('locked', null)),
      // A reader gives a hundred at a time.
      item(
        'open',
        asFolder('open', [
          [asFile('1'), asFile('2', false)],
          [asFile('Thumbs.db'), asFile('3')],
        ]),
      ),
      { kind: 'string', webkitGetAsEntry: () => null, getAsFile: () => null },
      item('single.txt', null),
    ],
    files: [],
  };
  expect(paths(await readDrop(data as unknown as DataTransfer))).toEqual(['open/1', 'open/3', 'single.txt']);
});

it('says steadily that files are over it while they move across what it holds', async () => {
  render(<Zone />);
  const changes: boolean[] = [];
  const watch = new MutationObserver(() => changes.push(isOver()));
  watch.observe(zone(), { attributes: true });
  const move = drag('notes.txt');
  const [paragraph, reply] = [screen.getByText('A paragraph'), screen.getByLabelText('Reply')];
  await move('dragEnter', zone());
  for (const at of [paragraph, reply, zone(), reply, paragraph, zone()]) await move('dragOver', at);
  expect(isOver()).toBe(true);
  await move('dragOver', screen.getByText('Elsewhere'));
  expect(isOver()).toBe(false);
  await move('dragOver', reply);
  // Out of the window; a drag by script tells nothing of that.
  act(() => void reply.dispatchEvent(new DragEvent('dragleave', { bubbles: true })));
  await waitFor(() => expect(changes).toEqual([true, false, true, false]));
  watch.disconnect();
});

it('says no longer that files are over it when what was under the pointer has gone', async () => {
  render(<Zone />);
  const move = drag('notes.txt');
  const paragraph = screen.getByText('A paragraph');
  await move('dragEnter', paragraph);
  paragraph.style.display = 'none';
  await move('dragOver', screen.getByText('Elsewhere'));
  expect(isOver()).toBe(false);
});

it('keeps the page when a file misses it, and takes none while it is disabled', async () => {
  const { rerender } = render(<Zone />);
  const left = vi.fn();
  addEventListener('pagehide', left);
  onTestFinished(() => removeEventListener('pagehide', left));
  await dropOn(screen.getByText('Elsewhere'), 'notes.txt');
  rerender(<Zone disabled />);
  const move = drag('notes.txt');
  await move('dragEnter', zone());
  await move('dragOver', zone());
  expect(isOver()).toBe(false);
  await move('drop', zone());
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(taken).toEqual([]);
  expect(left).not.toHaveBeenCalled();
});

it('gives a drop to those who were there when it fell, although folders take their time', async () => {
  const first = vi.fn();
  const second = vi.fn();
  const { rerender } = render(<Zone onFiles={first} />);
  zone().addEventListener('drop', () => rerender(<Zone onFiles={second} />));
  await dropOn(zone(), 'photos');
  await waitFor(() => expect(first).toHaveBeenCalledOnce());
  expect(second).not.toHaveBeenCalled();
});

it('gives a drop to the inner of two zones only', async () => {
  const outer = vi.fn();
  function Outer() {
    const ref = useRef<HTMLElement>(null);
    const over = useFileDrop(ref, outer);
    return (
      <section ref={ref} aria-label="Composer" data-over={over || undefined}>
        <Zone />
      </section>
    );
  }
  render(<Outer />);
  const move = drag('notes.txt');
  await move('dragEnter', zone());
  await move('dragOver', zone());
  expect(isOver()).toBe(true);
  expect(screen.getByRole('region').hasAttribute('data-over')).toBe(false);
  await move('drop', zone());
  await waitFor(() => expect(taken).toHaveLength(1));
  expect(outer).not.toHaveBeenCalled();
});

/** An event with files or text, as scripts can make it. */
function transfer(text: string, ...files: File[]): DataTransfer {
  const data = new DataTransfer();
  if (text) data.setData('text/plain', text);
  for (const file of files) data.items.add(file);
  return data;
}
const picture = (name = 'image.png') => new File(['x'], name, { type: 'image/png' });

it('leaves text that is dragged, and what is dragged from the page itself, alone', () => {
  render(<Zone />);
  const send = (type: string, at: Element, dataTransfer: DataTransfer) => {
    const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer });
    act(() => void at.dispatchEvent(event));
    return event.defaultPrevented;
  };
  const reply = screen.getByLabelText('Reply');
  expect(send('dragover', reply, transfer('words'))).toBe(false);
  expect(send('drop', reply, transfer('words'))).toBe(false);

  const own = screen.getByText('A paragraph');
  send('dragstart', own, transfer('', picture()));
  expect(send('dragover', reply, transfer('', picture()))).toBe(false);
  expect(isOver()).toBe(false);
  send('dragend', own, transfer('', picture()));
  expect(send('dragover', reply, transfer('', picture()))).toBe(true);
  // Of a row that is gone no end is told.
  const row = zone().appendChild(document.createElement('p'));
  send('dragstart', row, transfer('', picture()));
  row.remove();
  expect(send('dragover', reply, transfer('', picture()))).toBe(true);
});

it('leaves pasted text to the editor, and attaches a pasted screenshot with a name of its own', () => {
  render(<Zone />);
  const reply = screen.getByLabelText('Reply');
  const paste = (clipboardData: DataTransfer) => {
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData });
    act(() => void reply.dispatchEvent(event));
    return event.defaultPrevented;
  };
  expect(paste(transfer('words'))).toBe(false);
  // A table from a spreadsheet, with its picture.
  expect(paste(transfer('1\t2\n3\t4', picture()))).toBe(false);
  expect(taken).toEqual([]);
  expect(paste(transfer('', picture()))).toBe(true);
  expect(paths(taken[0])).toEqual([expect.stringMatching(/^Pasted \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.png$/)]);
});

it('names two pasted pictures apart, by the time of here, and keeps the name of a pasted file', () => {
  vi.useFakeTimers({ now: new Date(2026, 10, 27, 9, 5, 7), toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const files = readPaste(transfer('report.pdf', new File(['x'], 'report.pdf')));
  expect(paths(files)).toEqual(['report.pdf']);
  expect(paths(readPaste(transfer('', picture(), picture('image.jpeg'))))).toEqual([
    'Pasted 2026-11-27 09.05.07.png',
    'Pasted 2026-11-27 09.05.07 2.png',
  ]);
});

it('reads the places of files in a chosen folder, without what systems leave there', () => {
  const inFolder = (path: string) =>
    Object.defineProperty(new File(['x'], path.split('/').pop() ?? ''), 'webkitRelativePath', {
      value: path,
    });
  const list = (...files: File[]) => transfer('', ...files).files;
  expect(readInput({ files: null })).toEqual([]);
  expect(paths(readInput({ files: list(new File(['x'], 'desktop.ini')) }))).toEqual(['desktop.ini']);
  const files = ['a/b/c.txt', 'a/desktop.ini', 'a/Thumbs.db'].map(inFolder);
  expect(paths(readInput({ files: files as unknown as FileList }))).toEqual(['a/b/c.txt']);
});
