import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { setupWorker } from 'msw/browser';
import { StrictMode, useRef } from 'react';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { useEarly } from '../../src/components/primitives/useEarly.ts';
import { loadOnce } from '../../src/diagnosis/index.ts';
import { useFileDrop } from '../../src/hooks/useFileDrop.ts';
import { useLoaded } from '../../src/hooks/useLoaded.ts';
import { AttachmentList, AttachmentUploader } from '../../src/index.ts';
import { chooseFiles } from '../support/chooseFiles.ts';
import { createListWorld, text } from './attachmentListWorld.ts';

const worker = setupWorker();
beforeAll(() => worker.start({ quiet: true, onUnhandledRequest: 'bypass' }));
afterAll(() => worker.stop());
afterEach(cleanup);

const slow = { timeout: 5000 };
const file = (name: string) => new File(['some text'], name, { type: 'text/plain' });

/** Something that comes when it is let through: how often it was asked for, and what becomes of it. */
function awaited() {
  const asked: { arrive: () => void; fail: () => void }[] = [];
  const loaded = loadOnce(
    () =>
      new Promise<{ word: string }>((resolve, reject) =>
        asked.push({
          arrive: () => resolve({ word: 'here' }),
          fail: () => reject(new TypeError('Failed to fetch dynamically imported module')),
        }),
      ),
  );
  function Late({ wanted }: { wanted: number }) {
    return <output>{useLoaded(loaded, wanted)?.word ?? 'nothing yet'}</output>;
  }
  return { asked, loaded, Late };
}
const shown = () => screen.getByRole('status').textContent;

it('shows what comes late as soon as it is there', async () => {
  const { asked, Late } = awaited();
  render(<Late wanted={1} />, { wrapper: StrictMode });
  expect(shown()).toBe('nothing yet');
  await act(async () => asked[0]?.arrive());
  expect(shown()).toBe('here');
  expect(asked).toHaveLength(1);
});

it('asks for nothing before it is wanted, and has it at once where it is at hand', async () => {
  const { asked, loaded, Late } = awaited();
  const { rerender } = render(<Late wanted={0} />);
  expect(asked).toHaveLength(0);
  void loaded.load();
  await act(async () => asked[0]?.arrive());
  rerender(<Late wanted={1} />);
  expect(shown()).toBe('here');
});

it('tries again with the next file, when the network is back, and after a while', async () => {
  const { asked, Late } = awaited();
  const { rerender } = render(<Late wanted={1} />);
  await act(async () => asked[0]?.fail());
  expect(shown()).toBe('nothing yet');
  rerender(<Late wanted={2} />);
  expect(asked).toHaveLength(2);
  await act(async () => asked[1]?.fail());
  dispatchEvent(new Event('online'));
  expect(asked).toHaveLength(3);
  await act(async () => asked[2]?.fail());
  await waitFor(() => expect(asked).toHaveLength(4), slow);
  await act(async () => asked[3]?.arrive());
  expect(shown()).toBe('here');
});

it('asks no more once nobody shows it', async () => {
  const { asked, Late } = awaited();
  const { unmount } = render(<Late wanted={1} />);
  unmount();
  await act(async () => asked[0]?.fail());
  dispatchEvent(new Event('online'));
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(asked).toHaveLength(1);
});

it('is loaded while the page is idle, before anybody wants it', async () => {
  const { asked, loaded } = awaited();
  const element = { current: document.body };
  function Early() {
    useEarly(loaded, element);
    return null;
  }
  render(<Early />);
  await waitFor(() => expect(asked).toHaveLength(1));
});

it('is made quick in a moment of its own once it is there, not while somebody waits for it', async () => {
  const { asked, loaded } = awaited();
  const warmed: string[] = [];
  const warm = ({ word }: { word: string }) => void warmed.push(word);
  function Early() {
    useEarly(loaded, useRef<HTMLDivElement>(null), warm);
    return null;
  }
  const view = render(<Early />);
  await waitFor(() => expect(asked).toHaveLength(1));
  asked[0]?.arrive();
  await loaded.load();
  expect(warmed).toEqual([]);
  await waitFor(() => expect(warmed).toEqual(['here']));
  view.unmount();
});

/** Breaks the network for one module until it is mended; tells how often it was asked for. */
function withoutModule(name: string) {
  let asked = 0;
  let broken = true;
  worker.use(
    http.get(`*/${name}`, () => {
      asked++;
      return broken ? HttpResponse.error() : undefined;
    }),
  );
  return {
    asked: () => asked,
    mend: () => {
      broken = false;
      dispatchEvent(new Event('online'));
    },
  };
}

it('takes a file that is dropped before what walks folders is there, does not leave the page for it, and takes the next one', async () => {
  const taking = withoutModule('takeFiles.ts');
  const names: string[] = [];
  function Zone() {
    const zone = useRef<HTMLDivElement>(null);
    useFileDrop(zone, (files) => names.push(...files.map((picked) => picked.file.name)));
    return <div ref={zone} data-testid="zone" />;
  }
  render(<Zone />, { wrapper: StrictMode });
  await waitFor(() => expect(taking.asked()).toBeGreaterThan(0), slow);
  const drop = (name: string) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file(name));
    const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    act(() => void screen.getByTestId('zone').dispatchEvent(event));
    return event.defaultPrevented;
  };
  expect(drop('too early.txt')).toBe(true);
  taking.mend();
  await waitFor(() => {
    expect(drop('in time.txt')).toBe(true);
    expect(names).toContain('in time.txt');
  }, slow);
  // Nothing that was dropped is lost.
  expect(names[0]).toBe('too early.txt');
});

it('goes on with files whose rows do not come, and shows and tells them when they do', async () => {
  const { client, calls } = await createListWorld(worker, { configure: null });
  const box = withoutModule('UploadBox.tsx');
  const { container } = render(<AttachmentUploader client={client} ticketId="1" />, { wrapper: StrictMode });
  await waitFor(() => expect(box.asked()).toBeGreaterThan(0), slow);
  chooseFiles(container, file('goes on.txt'));
  await waitFor(() => expect(calls.some(({ call }) => call.startsWith('POST'))).toBe(true), slow);
  expect(screen.queryByText('goes on.txt')).toBeNull();
  box.mend();
  expect(await screen.findByText('goes on.txt', undefined, slow)).toBeTruthy();
  expect(await screen.findByText('goes on.txt added', undefined, slow)).toBeTruthy();
  expect(await screen.findByText('goes on.txt uploaded', undefined, slow)).toBeTruthy();
});

it('is loading as long as there are no rows for what was read', async () => {
  const { client } = await createListWorld(worker, { files: [text('notes.txt')] });
  const rows = withoutModule('AttachmentRows.tsx');
  const { container } = render(<AttachmentList client={client} ticketId="1" />, { wrapper: StrictMode });
  const list = container.querySelector('.s3a-list');
  await waitFor(() => expect(rows.asked()).toBeGreaterThan(0), slow);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(list?.getAttribute('aria-busy')).toBe('true');
  expect(list?.textContent).toBe('Loading attachments');
  rows.mend();
  expect(await screen.findByRole('link', { name: 'notes.txt' }, slow)).toBeTruthy();
  expect(list?.hasAttribute('aria-busy')).toBe(false);
});
