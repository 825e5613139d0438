import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { Profiler, StrictMode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { AttachmentUploader, createClient, useUploader, type UseUploaderOptions } from '../../src/index.ts';
import { createFakeBackend, documentedAccount } from '../../src/testing/index.ts';
import '../../src/styles/styles.css';
import { chooseFiles } from '../support/chooseFiles.ts';

afterEach(cleanup);

type Transfer = NonNullable<UseUploaderOptions['transfer']>;

/** The widget over the real backend, with S3 in use; the bytes go where `transfer` says. */
async function world(transfer: Transfer, edges: Partial<UseUploaderOptions> = {}) {
  const backend = createFakeBackend({ account: documentedAccount(), log: () => {} });
  await backend.configure();
  const client = createClient({
    baseUrl: backend.basePath,
    fetch: (url, init) => backend.handle(new Request(new URL(String(url), location.href), init)),
  });
  const rendered = new Map<string, number>();
  let commits = 0;
  // Each row asks for these words whenever it is rendered.
  const remove = (name: string) => {
    rendered.set(name, (rendered.get(name) ?? 0) + 1);
    return `Cancel ${name}`;
  };
  const messages = { uploader: { cancel: remove } };
  function Widget() {
    useUploader(client, { ...edges, ticketId: '1', transfer });
    return (
      <Profiler id="uploader" onRender={() => commits++}>
        <AttachmentUploader client={client} ticketId="1" messages={messages} />
      </Profiler>
    );
  }
  return { Widget, rendered, commits: () => commits };
}

const holds: Transfer = ({ signal }) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
const offline = { network: { isOnline: () => false, subscribe: () => () => {} } };
const file = (name: string, size = 100_000) => new File([new Uint8Array(size)], name, { type: 'text/plain' });
const frame = () => new Promise(requestAnimationFrame);

it('renders no other row while one file makes progress, and at most once a frame', async () => {
  let tell = (_: number) => {};
  const { Widget, rendered, commits } = await world((request) => {
    if (request.body.size === 200_000) tell = request.onProgress;
    return holds(request);
  });
  const { container } = render(<Widget />);
  chooseFiles(container, file('moves.txt', 200_000), file('rests.txt'), file('rests too.txt'));
  await waitFor(() => expect(container.querySelectorAll('[data-status=sending]')).toHaveLength(3));
  await frame();
  await frame();
  rendered.clear();
  const before = commits();
  let frames = 0;
  for (let sent = 1; sent <= 40; sent++) {
    // More often than there are frames.
    tell(sent * 4000);
    tell(sent * 4000 + 1000);
    await frame();
    frames++;
  }
  await waitFor(() => expect(screen.getByText(/161 kB of 200 kB/)).toBeTruthy());
  expect([...rendered.keys()]).toEqual(['moves.txt']);
  // Eight times a second, and forty frames take two thirds of one.
  expect(rendered.get('moves.txt')).toBeGreaterThan(3);
  expect(commits() - before).toBeLessThanOrEqual(frames + 2);
});

it('keeps every row at the same height, whatever its state', async () => {
  const { Widget } = await world((request) =>
    request.body.size === 1 ? Promise.resolve({ status: 403, body: '', loaded: 0 }) : holds(request),
  );
  const { container } = render(<Widget />);
  chooseFiles(container, file('fails.txt', 1), file('sends.txt'), file('paused.txt', 99_999));
  await waitFor(() => expect(container.querySelectorAll('[data-status=failed]')).toHaveLength(1));
  (await screen.findByRole('button', { name: 'Pause paused.txt' })).click();
  await waitFor(() => expect(container.querySelectorAll('[data-status=paused]')).toHaveLength(1));
  const heights = [...container.querySelectorAll<HTMLElement>('.s3a-upload')].map((row) => row.offsetHeight);
  expect(heights).toEqual([56, 56, 56]);
});

it('has only what is seen of 5,000 files in the page, and finds each of them by scrolling', async () => {
  const { Widget } = await world(holds, offline);
  const { container } = render(<Widget />);
  chooseFiles(container, ...Array.from({ length: 5000 }, (_, place) => file(`log ${place + 1}.txt`, 1)));
  await screen.findByText('log 1.txt');
  expect(container.querySelectorAll('.s3a-upload').length).toBeLessThan(40);
  const scroller = container.querySelector('.s3a-uploads') as HTMLElement;
  expect(scroller.scrollHeight).toBe(5000 * 56);
  scroller.scrollTop = 2500 * 56;
  const row = (await screen.findByText('log 2501.txt')).closest('.s3a-upload');
  expect(row?.getAttribute('aria-posinset')).toBe('2501');
  expect(container.querySelectorAll('.s3a-upload').length).toBeLessThan(40);
});

it('keeps the focus where it is when its row is scrolled out of sight', async () => {
  const { Widget } = await world(holds, offline);
  const { container } = render(<Widget />);
  chooseFiles(container, ...Array.from({ length: 200 }, (_, place) => file(`log ${place + 1}.txt`, 1)));
  const button = await screen.findByRole('button', { name: 'Cancel log 2.txt' });
  button.focus();
  (container.querySelector('.s3a-uploads') as HTMLElement).scrollTop = 150 * 56;
  await screen.findByText('log 151.txt');
  expect(document.activeElement).toBe(button);
  // Only one row is on the way of Tab: the list is left by pressing it a few times, however long it is.
  const reached = [...container.querySelectorAll<HTMLElement>('.s3a-upload button')].filter(
    ({ tabIndex }) => tabIndex === 0,
  );
  expect(new Set(reached.map((one) => one.closest('.s3a-upload'))).size).toBe(1);
});

it('takes a row away in the task of its click, with the focus in the next one and the list where it is', async () => {
  const { Widget, commits } = await world(holds, offline);
  const { container } = render(<Widget />);
  chooseFiles(container, ...Array.from({ length: 200 }, (_, place) => file(`log ${place + 1}.txt`, 1)));
  const button = await screen.findByRole('button', { name: 'Cancel log 9.txt' });
  // So that nothing else is rendered meanwhile.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const scroller = container.querySelector('.s3a-uploads') as HTMLElement;
  scroller.style.maxHeight = `${8.5 * 56}px`;
  button.focus();
  const { scrollTop } = scroller;
  await frame();
  await frame();
  const before = commits();
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    button.click();
    port2.postMessage(null);
  });
  expect(screen.queryByText('log 9.txt')).toBeNull();
  const next = screen.getByRole('button', { name: 'Cancel log 10.txt' });
  expect(document.activeElement).toBe(next);
  expect(commits() - before).toBeLessThanOrEqual(2);
  await waitFor(() => expect(next.tabIndex).toBe(0));
  await frame();
  expect(scroller.scrollTop).toBe(scrollTop);
  expect(next.getBoundingClientRect().bottom).toBeLessThanOrEqual(scroller.getBoundingClientRect().bottom);
});

it('decodes each picture once in StrictMode, and leaves no object URL behind', async () => {
  const canvas = new OffscreenCanvas(64, 48);
  canvas.getContext('2d')?.fillRect(0, 0, 64, 48);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  const pictures = ['a.png', 'b.png', 'c.png'].map((name) => new File([blob], name, { type: 'image/png' }));
  const open = new Set<string>();
  const { createObjectURL, revokeObjectURL } = URL;
  const decode = globalThis.createImageBitmap;
  let [decoded, atOnce, most] = [0, 0, 0];
  // The browser's own, watched.
  vi.spyOn(URL, 'createObjectURL').mockImplementation((what) => {
    const url = createObjectURL.call(URL, what);
    open.add(url);
    return url;
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => {
    open.delete(url);
    revokeObjectURL.call(URL, url);
  });
  vi.spyOn(globalThis, 'createImageBitmap').mockImplementation(async (...of: unknown[]) => {
    decoded++;
    most = Math.max(most, ++atOnce);
    return (decode as (...of: unknown[]) => Promise<ImageBitmap>)(...of).finally(() => atOnce--);
  });
  const { Widget } = await world(holds);
  const { container, unmount } = render(
    <StrictMode>
      <Widget />
    </StrictMode>,
  );
  chooseFiles(container, ...pictures);
  await waitFor(() => expect(container.querySelectorAll('.s3a-thumb canvas:not([hidden])')).toHaveLength(3));
  expect(container.querySelector('canvas')?.height).toBe(80);
  unmount();
  expect(open.size).toBe(0);
  expect(decoded).toBe(3);
  expect(most).toBeLessThanOrEqual(2);
  vi.restoreAllMocks();
});
