import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { setupWorker } from 'msw/browser';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { AttachmentUploader, createClient, S3SettingsPanel } from '../../src/index.ts';
import { createFakeBackend, documentedAccount } from '../../src/testing/index.ts';
import { createMswHandlers } from '../../src/testing/msw.ts';

const worker = setupWorker();
beforeAll(() => worker.start({ quiet: true, onUnhandledRequest: 'bypass' }));
afterAll(() => worker.stop());
afterEach(cleanup);

const file = (name: string) => new File(['some text'], name, { type: 'text/plain' });
const choose = (container: HTMLElement, ...files: File[]) =>
  userEvent.upload(container.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement, files);

/** The widgets over the real backend; bytes go to its database. With `until`, nothing is signed before. */
function world({ until }: { until?: Promise<void> } = {}) {
  const backend = createFakeBackend({ account: documentedAccount(), log: () => {} });
  // For the bytes, which go by XMLHttpRequest.
  worker.resetHandlers(...createMswHandlers(backend));
  const calls: string[] = [];
  const bodies: { ticketId: string; files: { name: string }[] }[] = [];
  const client = createClient({
    baseUrl: backend.basePath,
    fetch: async (url, init) => {
      const call = `${init?.method} ${String(url).replace(backend.basePath, '')}`;
      calls.push(call);
      if (call === 'POST /uploads') {
        bodies.push(JSON.parse(String(init?.body)));
        await until;
      }
      return backend.handle(new Request(new URL(String(url), location.href), init));
    },
  });
  return { backend, client, calls, bodies };
}

it('keeps the secret out of the host’s query cache, its mutations included', async () => {
  const { client } = world();
  const queryClient = new QueryClient();
  const secret = 'query+cache/must/not/know0123456789abcdef';
  render(
    <QueryClientProvider client={queryClient}>
      <S3SettingsPanel client={client} />
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText('Bucket name'), 'acme-attachments');
  await user.type(screen.getByLabelText('AWS Region'), 'eu-central-1');
  await user.type(screen.getByLabelText('Access key ID'), 'AKIACACHE00000000000');
  await user.type(screen.getByLabelText('Secret access key'), secret);
  const during: string[] = [];
  const stop = queryClient.getMutationCache().subscribe(({ mutation }) => {
    during.push(JSON.stringify([mutation?.state, String(mutation?.options.mutationFn)]));
  });
  await user.click(screen.getByRole('button', { name: /^Save/ }));
  await user.click(await screen.findByRole('button', { name: 'Save anyway' }, { timeout: 5000 }));
  await screen.findByText(/^Saved\./);
  stop();
  expect(during.length).toBeGreaterThan(0);
  const cached = JSON.stringify([
    queryClient
      .getQueryCache()
      .getAll()
      .map(({ state, queryKey }) => [state, queryKey]),
    queryClient
      .getMutationCache()
      .getAll()
      .map(({ state }) => state),
  ]);
  expect(cached).toContain('AKIACACHE00000000000');
  expect(cached + during.join()).not.toContain(secret);
});

it('sends one set of requests in StrictMode', async () => {
  const { client, calls } = world();
  const { container } = render(
    <StrictMode>
      <AttachmentUploader client={client} ticketId="1" />
    </StrictMode>,
  );
  await choose(container, file('a.txt'), file('b.txt'));
  await waitFor(() => expect(calls.filter((call) => call.endsWith('/complete'))).toHaveLength(2));
  expect(calls.filter((call) => call === 'POST /uploads')).toHaveLength(1);
});

it('leaves an upload in the ticket that it was added to when the ticket changes', async () => {
  const { client, bodies } = world();
  const { container, rerender } = render(<AttachmentUploader client={client} ticketId="1" />);
  await choose(container, file('of-ticket-1.txt'));
  rerender(<AttachmentUploader client={client} ticketId="2" />);
  expect(screen.queryByText('of-ticket-1.txt')).toBeNull();
  await choose(container, file('of-ticket-2.txt'));
  await waitFor(() => expect(bodies).toHaveLength(2));
  expect(bodies.map((body) => [body.ticketId, body.files[0]?.name])).toEqual([
    ['1', 'of-ticket-1.txt'],
    ['2', 'of-ticket-2.txt'],
  ]);
});

it('has a failed file again when its ticket is opened again, to be tried again', async () => {
  const { client, backend } = world();
  const first = render(<AttachmentUploader client={client} ticketId="1" />);
  // A file that the database does not take.
  const large = file('too-large.bin');
  Object.defineProperty(large, 'size', { value: 30 * 1024 ** 2 });
  await choose(first.container, large);
  await screen.findByText('This file is too large');
  first.unmount();
  render(<AttachmentUploader client={client} ticketId="1" />);
  expect(screen.getByText('too-large.bin')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  expect(backend).toBeTruthy();
});

it('keeps the focus in the list when a file is removed', async () => {
  const { client } = world({ until: new Promise<void>(() => {}) });
  const { container } = render(<AttachmentUploader client={client} ticketId="1" />);
  await choose(container, file('a.txt'), file('b.txt'));
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel a.txt' }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel b.txt' }));
  await userEvent.click(screen.getByRole('button', { name: 'Cancel b.txt' }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Attach files' }));
});

it('does not take the focus to a row that goes in the same moment', async () => {
  const { client } = world({ until: new Promise<void>(() => {}) });
  const { container } = render(<AttachmentUploader client={client} ticketId="1" />);
  await choose(container, file('a.txt'), file('b.txt'));
  const [a, b] = [
    await screen.findByRole('button', { name: 'Cancel a.txt' }),
    screen.getByRole('button', { name: 'Cancel b.txt' }),
  ];
  a.focus();
  a.click();
  // Before the list is drawn anew.
  b.focus();
  b.click();
  await waitFor(() => expect(screen.queryByText('b.txt')).toBeNull());
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Attach files' }));
});

it('shows both versions when somebody else has saved meanwhile, and asks for the secret of a key that is theirs no more', async () => {
  const { client, backend } = world();
  await backend.configure();
  render(<S3SettingsPanel client={client} />);
  const bucket = await screen.findByLabelText('Bucket name');
  await backend.configure({ accessKeyId: 'AKIAOTHERADMIN000000', secretAccessKey: 'theirs' });
  await userEvent.clear(bucket);
  await userEvent.type(bucket, 'another-bucket');
  await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));
  await screen.findByText('Somebody else saved meanwhile', undefined, { timeout: 5000 });
  const row = screen.getByRole('row', { name: /^Access key ID/ });
  expect(row.textContent).toContain('AKIAFAKETRIAGEAI2345');
  expect(row.textContent).toContain('AKIAOTHERADMIN000000');
  expect(await client.readSettings({})).toMatchObject({ accessKeyId: 'AKIAOTHERADMIN000000' });

  await userEvent.click(screen.getByRole('button', { name: 'Save yours over it' }));
  const summary = await screen.findByRole('alert', { name: 'There is a problem' });
  expect(summary.textContent).toContain('Secret access key: Enter a value.');
  expect((bucket as HTMLInputElement).value).toBe('another-bucket');
});

it('shows what another administrator saved; beside what was typed, both', async () => {
  const { client, backend } = world();
  await backend.configure();
  const queryClient = new QueryClient();
  render(
    <QueryClientProvider client={queryClient}>
      <S3SettingsPanel client={client} />
    </QueryClientProvider>,
  );
  const bucket = (await screen.findByLabelText('Bucket name')) as HTMLInputElement;
  await backend.configure({ bucket: 'theirs' });
  await queryClient.invalidateQueries();
  await waitFor(() => expect(bucket.value).toBe('theirs'));
  await screen.findByText(/changed these settings .* You see them as they are now/);
  await userEvent.clear(bucket);
  await userEvent.type(bucket, 'mine');
  await backend.configure({ bucket: 'theirs-again' });
  await queryClient.invalidateQueries();
  await screen.findByText(/in the bucket “theirs-again”/);
  await screen.findByText('Somebody else saved meanwhile');
  expect(bucket.value).toBe('mine');
  // It was seen by itself: whoever types goes on typing.
  expect(document.activeElement).toBe(bucket);
  await userEvent.click(screen.getByRole('button', { name: 'Use what is saved' }));
  expect(bucket.value).toBe('theirs-again');
  expect(screen.queryByText('Somebody else saved meanwhile')).toBeNull();
});

it('begins masked again after a secret was shown and saved', async () => {
  const { client, backend } = world();
  await backend.configure();
  render(<S3SettingsPanel client={client} />);
  const replace = () => screen.findByRole('button', { name: /^Replace/ });
  await userEvent.click(await replace());
  await userEvent.type(screen.getByLabelText('Secret access key'), 'shown-while-typed');
  await userEvent.click(screen.getByRole('switch', { name: 'Show' }));
  await userEvent.dblClick(screen.getByRole('button', { name: 'Save changes' }));
  await userEvent.dblClick(await screen.findByRole('button', { name: 'Save anyway' }, { timeout: 5000 }));
  await screen.findByText(/^Saved\./);
  await userEvent.click(await replace());
  expect(screen.getByLabelText('Secret access key').getAttribute('type')).toBe('password');
});

it('takes files that were copied in a file manager, although their names came as text', async () => {
  const { client } = world();
  const { container } = render(<AttachmentUploader client={client} ticketId="1" />);
  const data = new DataTransfer();
  data.setData('text/plain', 'report.pdf');
  data.items.add(new File(['x'], 'report.pdf', { type: 'application/pdf' }));
  const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
  container.querySelector('.s3a-uploader')?.dispatchEvent(event);
  expect(await screen.findByText('report.pdf')).toBeTruthy();
});

it('leaves pasted text to the editor and takes a pasted picture under a name that tells something', async () => {
  const { client } = world();
  const { container } = render(<AttachmentUploader client={client} ticketId="1" />);
  const root = container.querySelector('.s3a-uploader') as HTMLElement;
  const paste = (data: DataTransfer) => {
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    root.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const table = new DataTransfer();
  table.setData('text/plain', 'a\tb');
  table.items.add(new File(['x'], 'image.png', { type: 'image/png' }));
  expect(paste(table)).toBe(false);
  const picture = new DataTransfer();
  picture.items.add(new File(['x'], 'image.png', { type: 'image/png' }));
  expect(paste(picture)).toBe(true);
  expect(await screen.findByText(/^Pasted \d{4}-\d\d-\d\d [\d.]+\.png$/)).toBeTruthy();
});
