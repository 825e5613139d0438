import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { AttachmentList, AttachmentUploader, createClient, S3SettingsPanel } from '../../src/index.ts';
import { createFakeBackend, documentedAccount } from '../../src/testing/index.ts';

afterEach(cleanup);

function world() {
  const backend = createFakeBackend({ account: documentedAccount(), log: () => {} });
  const calls: string[] = [];
  const client = createClient({
    baseUrl: backend.basePath,
    fetch: async (url, init) => {
      calls.push(`${init?.method} ${String(url).replace(backend.basePath, '')}`);
      return backend.handle(new Request(new URL(String(url), location.href), init));
    },
  });
  return { backend, client, calls };
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

it('asks once for what two widgets on a page read, without a provider', async () => {
  const { client, calls } = world();
  render(
    <>
      <AttachmentList client={client} ticketId="1" />
      <AttachmentList client={client} ticketId="1" />
    </>,
  );
  await waitFor(() => expect(calls).toEqual(['GET /tickets/1/attachments']));
});

it('sends one set of requests in StrictMode', async () => {
  const { client, calls } = world();
  const { container } = render(
    <StrictMode>
      <AttachmentUploader client={client} ticketId="1" />
    </StrictMode>,
  );
  const input = container.querySelector<HTMLInputElement>('input[type=file]');
  await userEvent.upload(input as HTMLInputElement, [new File(['a'], 'a.txt'), new File(['b'], 'b.txt')]);
  await waitFor(() => expect(calls.filter((call) => call === 'POST /uploads')).toHaveLength(1));
});

it('leaves an upload in the ticket that it was added to when the ticket changes', async () => {
  const { client, calls } = world();
  const { container, rerender } = render(<AttachmentUploader client={client} ticketId="1" />);
  const input = container.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
  await userEvent.upload(input, new File(['a'], 'of-ticket-1.txt'));
  rerender(<AttachmentUploader client={client} ticketId="2" />);
  expect(screen.queryByText('of-ticket-1.txt')).toBeNull();
  await waitFor(() => expect(calls.some((call) => call === 'POST /uploads')).toBe(true));
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
