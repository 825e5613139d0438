import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setupWorker } from 'msw/browser';
import { Profiler } from 'react';
import { userEvent as hand } from 'vitest/browser';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { AttachmentList, AttachmentUploader, type Client } from '../../src/index.ts';
import '../../src/styles/styles.css';
import { fakeAgent } from '../../src/testing/index.ts';
import {
  button,
  image,
  later,
  names,
  press,
  pressAndLeave,
  show,
  shows,
  slow,
  status,
} from './attachmentListHand.tsx';
import { createListWorld, picture, text } from './attachmentListWorld.ts';

const worker = setupWorker();
beforeAll(() => worker.start({ quiet: true, onUnhandledRequest: 'bypass' }));
afterAll(() => worker.stop());
afterEach(cleanup);

it('asks once for what two lists on a page read, without a provider', async () => {
  const { client, calls } = await createListWorld(worker);
  render(
    <>
      <AttachmentList client={client} ticketId="1" />
      <AttachmentList client={client} ticketId="1" />
    </>,
  );
  await waitFor(() => expect(calls.map(({ call }) => call)).toEqual(['GET /tickets/1/attachments']));
});

it('refreshes when a file is stored after its composer is gone', async () => {
  const { client, waitFor: hold } = await createListWorld(worker, { configure: null });
  let finish = () => {};
  const queryClient = new QueryClient();
  const composer = (shown: boolean) => (
    <QueryClientProvider client={queryClient}>
      {shown && <AttachmentUploader client={client} ticketId="1" />}
      <AttachmentList client={client} ticketId="1" />
    </QueryClientProvider>
  );
  const { container, rerender } = render(composer(true));
  hold(new Promise<void>((resolve) => (finish = resolve)));
  const input = container.querySelector<HTMLInputElement>('input[type=file]');
  await userEvent.upload(input as HTMLInputElement, new File(['late'], 'late.txt', { type: 'text/plain' }));
  rerender(composer(false));
  finish();
  expect(await screen.findByRole('link', { name: 'late.txt' }, slow)).toBeTruthy();
});

it('reads the list anew when the page is seen again, whatever the host’s own default is', async () => {
  const { client, reads } = await createListWorld(worker, { files: [text('a.txt')] });
  const queryClient = new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false } } });
  render(
    <QueryClientProvider client={queryClient}>
      <AttachmentList client={client} ticketId="1" />
    </QueryClientProvider>,
  );
  await screen.findByRole('link', { name: 'a.txt' });
  expect(reads()).toBe(1);
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  await waitFor(() => expect(reads()).toBe(2));
});

it('shows a picture small in a box that does not move when it comes, and a sign for everything else', async () => {
  const { client } = await createListWorld(worker, {
    files: [await picture('a.png'), text('b.txt')],
  });
  show(client);
  const sign = await button('View a.png');
  const before = sign.getBoundingClientRect();
  await waitFor(() => expect(shows(image(sign))).toBe(true), slow);
  expect(sign.getBoundingClientRect()).toEqual(before);
  expect([before.width, before.height]).toEqual([40, 40]);
  expect(image(sign)?.getAttribute('loading')).toBe('lazy');
  expect(screen.queryByRole('button', { name: 'View b.txt' })).toBeNull();
});

it('says the day, and the whole time to who asks', async () => {
  const { client } = await createListWorld(worker, { files: [text('a.txt')] });
  show(client, { locale: 'en-GB' });
  await screen.findByRole('link', { name: 'a.txt' });
  const time = document.querySelector('time');
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }).format(new Date());
  expect(time?.textContent).toBe(day);
  expect(time?.title).toMatch(/\d{4}.*\d\d:\d\d:\d\d/);
});

// Deleting.

it('sends nothing while a deletion can be undone, and brings the attachment back with the focus at Delete', async () => {
  const { client, deletions } = await createListWorld(worker, { files: [text('a.txt'), text('b.txt')] });
  show(client, { undoWindow: 300 });
  await press('Delete a.txt');
  expect(names()).toEqual(['b.txt']);
  expect(status()).toBe('a.txt deleted');
  const undo = await button('Undo deleting a.txt');
  expect(document.activeElement).toBe(undo);
  await userEvent.click(undo);
  expect(names()).toEqual(['a.txt', 'b.txt']);
  expect(status()).toBe('a.txt is back');
  expect(document.activeElement).toBe(await button('Delete a.txt'));
  await later(400);
  expect(deletions()).toEqual([]);
});

it('deletes in S3 too when its time is over, and hands the focus on', async () => {
  const { client, backend } = await createListWorld(worker, { files: [text('a.txt'), text('b.txt')] });
  show(client, { undoWindow: 50 });
  await pressAndLeave('Delete a.txt');
  await waitFor(() => expect(screen.queryByText(/a\.txt/, { selector: '.s3a-file *' })).toBeNull(), slow);
  expect(await backend.s3.objects.list('')).toHaveLength(1);
  expect(document.activeElement).toBe(await button('Delete b.txt'));
  expect(status()).toBe('a.txt deleted');
  await pressAndLeave('Delete b.txt');
  await waitFor(() => expect(screen.queryByRole('list')).toBeNull(), slow);
  expect(document.activeElement).toBe(document.querySelector('.s3a-list'));
});

it('leaves the focus where somebody has gone meanwhile', async () => {
  const { client } = await createListWorld(worker, { files: [text('a.txt'), text('b.txt')] });
  show(client, { undoWindow: 200 });
  await press('Delete a.txt');
  const link = screen.getByRole('link', { name: 'b.txt' });
  link.focus();
  await waitFor(() => expect(document.querySelectorAll('.s3a-file')).toHaveLength(1), slow);
  expect(document.activeElement).toBe(link);
});

it('stops the time while the line is pointed at, and goes on with what was left', async () => {
  const { client, deletions } = await createListWorld(worker, { files: [text('a.txt')] });
  show(client, { undoWindow: 200 });
  await pressAndLeave('Delete a.txt');
  const line = document.querySelector('.s3a-file-deleted') as HTMLElement;
  fireEvent.pointerEnter(line);
  await later(500);
  expect(deletions()).toEqual([]);
  fireEvent.pointerLeave(line);
  await waitFor(() => expect(deletions()).toHaveLength(1), slow);
});

it('stops the time while Undo has the focus of who came by keyboard', async () => {
  const { client, deletions } = await createListWorld(worker, { files: [text('a.txt')] });
  show(client, { undoWindow: 200 });
  (await button('Delete a.txt')).focus();
  await hand.keyboard('{Enter}');
  const undo = await button('Undo deleting a.txt');
  expect(document.activeElement).toBe(undo);
  expect(undo.matches(':focus-visible')).toBe(true);
  await later(500);
  expect(deletions()).toEqual([]);
  act(() => undo.blur());
  await waitFor(() => expect(deletions()).toHaveLength(1), slow);
});

it('keeps many deletions apart: one is undone, the others go', async () => {
  const { client, deletions, ids } = await createListWorld(worker, {
    files: [text('a.txt'), text('b.txt'), text('c.txt')],
  });
  show(client, { undoWindow: 400 });
  await press('Delete a.txt');
  await press('Delete b.txt');
  await press('Delete c.txt');
  await press('Undo deleting b.txt');
  await waitFor(() => expect(document.querySelectorAll('.s3a-file')).toHaveLength(1), slow);
  expect(names()).toEqual(['b.txt']);
  expect(deletions().map(({ call }) => call)).toEqual([
    `DELETE /attachments/${ids[0]}`,
    `DELETE /attachments/${ids[2]}`,
  ]);
});

it('does not undo by the second half of a double click, nor by Enter that is held down', async () => {
  const { client } = await createListWorld(worker, {
    files: [text('a name that brings Undo below the pointer.txt'), text('b.txt')],
  });
  render(
    <div style={{ width: 320 }}>
      <AttachmentList client={client} ticketId="1" undoWindow={60_000} />
    </div>,
  );
  await hand.dblClick(await button(/^Delete a name/));
  expect(names()).toEqual(['b.txt']);
  await hand.dblClick(await button('Delete b.txt'));
  expect(names()).toEqual([]);
  await hand.click(await button('Undo deleting b.txt'));
  (await button('Delete b.txt')).focus();
  await hand.keyboard('{Enter>3/}');
  expect(names()).toEqual([]);
});

it('sends at once, to go on by itself, what can still be undone when the page is left', async () => {
  const { client, deletions } = await createListWorld(worker, { files: [text('a.txt'), text('b.txt')] });
  show(client, { undoWindow: 60_000 });
  await press('Delete a.txt');
  await press('Delete b.txt');
  expect(deletions()).toEqual([]);
  window.dispatchEvent(new PageTransitionEvent('pagehide'));
  await waitFor(() => expect(deletions().map(({ keepalive }) => keepalive)).toEqual([true, true]));
});

it('sends at once what can still be undone when the list goes, and does not show it when it comes back', async () => {
  const { client, deletions, backend } = await createListWorld(worker, {
    files: [text('a.txt'), text('b.txt')],
  });
  const first = show(client, { undoWindow: 60_000 });
  await press('Delete a.txt');
  first.unmount();
  await later(0);
  show(client);
  expect(names()).toEqual(['b.txt']);
  await waitFor(() => expect(deletions().map(({ keepalive }) => keepalive)).toEqual([true]));
  await waitFor(async () => expect(await backend.s3.objects.list('')).toHaveLength(1), slow);
  await later(100);
  expect(names()).toEqual(['b.txt']);
});

it('brings back what S3 refuses to delete, with the reason in the words for who asks', async () => {
  for (const [viewer, words] of [
    [undefined, 'may not delete files'],
    [fakeAgent, 'The file storage needs your administrator'],
  ] as const) {
    const { client, backend } = await createListWorld(worker, {
      files: [text('a.txt'), text('b.txt')],
      ...(viewer && { viewer }),
    });
    for (const { document: policy } of backend.s3.account.users.flatMap((user) => user.policies)) {
      for (const statement of [policy.Statement].flat()) statement.Action = ['s3:PutObject'];
    }
    const { unmount } = show(client, { undoWindow: 0 });
    await pressAndLeave('Delete a.txt');
    await waitFor(
      () => expect(document.querySelector('.s3a-alert-title')?.textContent).toContain(words),
      slow,
    );
    await waitFor(() => expect(status()).toMatch(/^a\.txt could not be deleted: /));
    expect(names()).toEqual(['a.txt', 'b.txt']);
    expect(document.activeElement).toBe(await button('Delete a.txt'));
    unmount();
  }
});

it('takes it for deleted where somebody else was faster', async () => {
  const { client, ids } = await createListWorld(worker, { files: [text('a.txt'), text('b.txt')] });
  show(client, { undoWindow: 0 });
  await button('Delete a.txt');
  await client.deleteAttachment({ attachmentId: ids[0] ?? '' });
  await pressAndLeave('Delete a.txt');
  await waitFor(() => expect(document.querySelectorAll('.s3a-file')).toHaveLength(1), slow);
  await later(100);
  expect(document.querySelector('.s3a-alert')).toBeNull();
  expect(status()).toBe('a.txt deleted');
});

it('renders no other row for the one that is deleted, and none for a host that renders again', async () => {
  const { client } = await createListWorld(worker, { files: [text('a.txt'), text('b.txt'), text('c.txt')] });
  const drawn: string[] = [];
  // A row that is drawn writes what its buttons do.
  const download = (name: string) => {
    drawn.push(name);
    return `Download ${name}`;
  };
  const messages = { list: { download } };
  let turns = 0;
  const app = () => (
    <Profiler id="list" onRender={() => turns++}>
      <AttachmentList
        client={client}
        ticketId="1"
        undoWindow={50}
        messages={messages}
        settingsHref={() => '#'}
        onOpenSettings={() => {}}
      />
    </Profiler>
  );
  const { rerender } = render(app());
  await button('Delete a.txt');
  expect(drawn).toContain('b.txt');
  drawn.length = 0;
  turns = 0;
  rerender(app());
  await pressAndLeave('Delete a.txt');
  await waitFor(() => expect(document.querySelectorAll('.s3a-file')).toHaveLength(2), slow);
  await later(100);
  expect(turns).toBeGreaterThan(2);
  expect(drawn).toEqual([]);
});

// What is missing.

it('shows 1,000 attachments without laying out those that nobody sees', async () => {
  const { client } = await createListWorld(worker);
  const many: Client = {
    ...client,
    listAttachments: async () => ({
      attachments: Array.from({ length: 1000 }, (_, index) => ({
        id: `a${index}`,
        ticketId: '1',
        name: `file ${index}.txt`,
        size: 1000 + index,
        type: 'text/plain',
        storedIn: 's3' as const,
        draftId: null,
        url: 'https://s3.practice.test/none',
        createdAt: '2026-01-05T10:00:00.000Z',
      })),
    }),
  };
  render(<AttachmentList client={many} ticketId="1" />);
  await waitFor(() => expect(document.querySelectorAll('.s3a-file')).toHaveLength(1000), slow);
  const last = [...document.querySelectorAll('.s3a-file-name')].at(-1) as HTMLElement;
  await waitFor(() => expect(last.checkVisibility({ contentVisibilityAuto: true })).toBe(false));
  last.scrollIntoView();
  await waitFor(() => expect(last.checkVisibility({ contentVisibilityAuto: true })).toBe(true));
});
