import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { setupWorker } from 'msw/browser';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  type Attachment,
  AttachmentUploader,
  type AttachmentUploaderProps,
  createClient,
  useSendDraft,
  useUploader,
  useUploadSummary,
} from '../../src/index.ts';
import { createFakeBackend, documentedAccount } from '../../src/testing/index.ts';
import { createMswHandlers } from '../../src/testing/msw.ts';
import '../../src/styles/styles.css';
import { chooseFiles } from '../support/chooseFiles.ts';

const worker = setupWorker();
beforeAll(() => worker.start({ quiet: true, onUnhandledRequest: 'bypass' }));
afterAll(() => worker.stop());
afterEach(cleanup);

const file = (name: string, size = 10) => new File(['a'.repeat(size)], name, { type: 'text/plain' });

/** A help desk: the real backend, and a client for each time that the page is loaded. */
function world() {
  const backend = createFakeBackend({ account: documentedAccount(), log: () => {} });
  worker.resetHandlers(...createMswHandlers(backend));
  /** As after a reload: nothing that the page knew is known. */
  const newPage = () =>
    createClient({
      baseUrl: backend.basePath,
      fetch: (url, init) => backend.handle(new Request(new URL(String(url), location.href), init)),
    });
  return { newPage };
}

const stored = (container: HTMLElement) => container.querySelectorAll('[data-status=stored]');
const said = (container: HTMLElement) =>
  [...container.querySelectorAll('.s3a-uploader > [role=status] > p')].map((line) => line.textContent);

/** A composer as a host writes it: its files wait in a draft, and Send waits for them. */
function Composer({ client, ...props }: AttachmentUploaderProps) {
  const scope = { ticketId: props.ticketId, draftId: 'reply' };
  const uploader = useUploader(client, scope);
  const { pending } = useUploadSummary(uploader);
  const send = useSendDraft(client, uploader, scope.ticketId, scope.draftId);
  const [sent, setSent] = useState<readonly Attachment[]>([]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (pending === 0) void send.mutateAsync().then(setSent);
      }}
    >
      <AttachmentUploader {...props} {...scope} client={client} />
      <button type="submit" aria-disabled={pending > 0}>
        {pending > 0 ? `Waiting for ${pending}` : 'Send'}
      </button>
      <output>{sent.map(({ name }) => name).join(', ')}</output>
    </form>
  );
}

it('has a draft’s attachments back after a reload, and another draft’s never', async () => {
  const { newPage } = world();
  const first = render(<AttachmentUploader client={newPage()} ticketId="1" draftId="a" />);
  chooseFiles(first.container, file('in a.txt'));
  await waitFor(() => expect(stored(first.container)).toHaveLength(1));
  first.unmount();

  const client = newPage();
  const { container, rerender } = render(<AttachmentUploader client={client} ticketId="1" draftId="b" />);
  chooseFiles(container, file('in b.txt'));
  await waitFor(() => expect(stored(container)).toHaveLength(1));
  expect(screen.queryByText('in a.txt')).toBeNull();
  rerender(<AttachmentUploader client={client} ticketId="1" draftId="a" />);
  await screen.findByText('in a.txt');
  expect(screen.queryByText('in b.txt')).toBeNull();
  // It was not added now.
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(said(container)).not.toContain('in a.txt added');
});

it('deletes what is taken out of a draft, and says so', async () => {
  const { newPage } = world();
  const client = newPage();
  const { container } = render(<AttachmentUploader client={client} ticketId="1" draftId="a" />);
  chooseFiles(container, file('a.txt'), file('b.txt', 20));
  await waitFor(() => expect(stored(container)).toHaveLength(2));
  screen.getByRole('button', { name: 'Remove a.txt' }).click();
  await waitFor(async () => {
    const { attachments } = await client.listDraft({ ticketId: '1', draftId: 'a' });
    expect(attachments.map(({ name }) => name)).toEqual(['b.txt']);
  });
  await waitFor(() => expect(said(container)).toContain('a.txt removed'));
});

it('sends a draft: its attachments become the ticket’s, leave the composer and stay stored', async () => {
  const { newPage } = world();
  const client = newPage();
  const { container } = render(<Composer client={client} ticketId="1" />);
  chooseFiles(container, file('a.txt'), file('b.txt', 20));
  await waitFor(() => expect(stored(container)).toHaveLength(2));
  expect((await client.listAttachments({ ticketId: '1' })).attachments).toEqual([]);
  screen.getByRole('button', { name: 'Send' }).click();
  await waitFor(() => expect(container.querySelector('output')?.textContent).toBe('a.txt, b.txt'));
  await waitFor(() => expect(stored(container)).toHaveLength(0));
  const { attachments } = await client.listAttachments({ ticketId: '1' });
  expect(attachments.map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
  expect((await client.listDraft({ ticketId: '1', draftId: 'reply' })).attachments).toEqual([]);
  expect(said(container).join()).not.toContain('removed');
});

it('tells the host what is stored, in the order of the list, when it changes and only then', async () => {
  const { newPage } = world();
  const client = newPage();
  const told: string[][] = [];
  const onChange = (attachments: Attachment[]) => told.push(attachments.map(({ name }) => name));
  const { container } = render(
    <AttachmentUploader client={client} ticketId="1" draftId="a" name="attachment" onChange={onChange} />,
  );
  chooseFiles(container, file('a.txt'), file('b.txt', 20));
  await waitFor(() => expect(told.at(-1)).toEqual(['a.txt', 'b.txt']));
  const grip = await screen.findByRole('button', { name: /^Move b\.txt/ });
  grip.focus();
  await userEvent.keyboard('{ArrowUp}');
  await waitFor(() => expect(told.at(-1)).toEqual(['b.txt', 'a.txt']));
  expect(container.querySelectorAll('input[type=hidden][name=attachment]')).toHaveLength(2);
  screen.getByRole('button', { name: 'Remove b.txt' }).click();
  await waitFor(() => expect(told.at(-1)).toEqual(['a.txt']));
  expect(told.every((names, place) => names.join() !== told[place - 1]?.join())).toBe(true);
});

it('shows what the host holds as its value, and deletes nothing that the host takes out', async () => {
  const { newPage } = world();
  const first = newPage();
  const maker = render(<AttachmentUploader client={first} ticketId="1" />);
  chooseFiles(maker.container, file('kept.txt'));
  await waitFor(() => expect(stored(maker.container)).toHaveLength(1));
  maker.unmount();
  const { attachments } = await first.listAttachments({ ticketId: '1' });

  const client = newPage();
  const told: number[] = [];
  const widget = (value: Attachment[]) => (
    <AttachmentUploader
      client={client}
      ticketId="1"
      value={value}
      onChange={(now) => told.push(now.length)}
    />
  );
  const { container, rerender } = render(widget(attachments));
  await screen.findByText('kept.txt');
  rerender(widget([]));
  await waitFor(() => expect(stored(container)).toHaveLength(0));
  expect((await client.listAttachments({ ticketId: '1' })).attachments).toHaveLength(1);
  // It knew all that itself.
  expect(told).toEqual([]);
});

it('works by keyboard alone: attach, rename, pause, resume, remove, send', async () => {
  const { newPage } = world();
  const client = newPage();
  // A network that is not there yet: time to change one's mind.
  let online = false;
  const listeners = new Set<() => void>();
  const network = {
    isOnline: () => online,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  function Desk() {
    useUploader(client, { ticketId: '1', draftId: 'reply', network });
    return <Composer client={client} ticketId="1" />;
  }
  const { container } = render(<Desk />);
  const name = () =>
    document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
  const tabTo = async (label: string) => {
    for (let presses = 0; presses < 40; presses++) {
      if (name() === label) return expect(document.activeElement?.matches(':focus-visible')).toBe(true);
      await userEvent.tab();
    }
    throw new Error(`Tab does not reach “${label}”.`);
  };

  const input = container.querySelector('input[type=file]') as HTMLInputElement;
  // The browser's own window is not part of the page.
  input.addEventListener('click', (event) => {
    event.preventDefault();
    chooseFiles(container, file('IMG_1.txt'), file('wrong.txt', 20));
  });
  await tabTo('Attach files');
  await userEvent.keyboard('{Enter}');
  await screen.findByText('IMG_1.txt');
  expect(screen.getByRole('button', { name: 'Waiting for 2' })).toBeTruthy();

  await tabTo('Rename IMG_1.txt');
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('invoice{Enter}');
  await screen.findByText('invoice.txt');
  await waitFor(() => expect(name()).toBe('Rename invoice.txt'));
  await waitFor(() => expect(said(container)).toContain('Renamed to invoice.txt'));

  await tabTo('Pause invoice.txt');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(name()).toBe('Resume invoice.txt'));
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(name()).toBe('Pause invoice.txt'));

  await tabTo('Cancel wrong.txt');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByText('wrong.txt')).toBeNull());
  expect(name()).toBe('Cancel invoice.txt');

  online = true;
  for (const listener of listeners) listener();
  await waitFor(() => expect(stored(container)).toHaveLength(1));
  await tabTo('Send');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(container.querySelector('output')?.textContent).toBe('invoice.txt'));
  // Each event was announced once.
  await waitFor(() => expect(said(container)).toContain('Uploads go on.'), { timeout: 6000 });
  const lines = said(container);
  expect(new Set(lines).size).toBe(lines.length);
});
