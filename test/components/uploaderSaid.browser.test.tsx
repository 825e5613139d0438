import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { AttachmentUploader, createClient, useUploader, type UseUploaderOptions } from '../../src/index.ts';
import { createFakeBackend, documentedAccount } from '../../src/testing/index.ts';
import { chooseFiles } from '../support/chooseFiles.ts';

afterEach(cleanup);

type Transfer = NonNullable<UseUploaderOptions['transfer']>;

/** The widget over the real backend; the bytes go where `transfer` says. */
async function shown(transfer: Transfer, change?: (account: ReturnType<typeof documentedAccount>) => void) {
  const account = documentedAccount();
  const backend = createFakeBackend({ account, log: () => {} });
  await backend.configure();
  change?.(account);
  const client = createClient({
    baseUrl: backend.basePath,
    fetch: (url, init) => backend.handle(new Request(new URL(String(url), location.href), init)),
  });
  function Widget() {
    useUploader(client, { ticketId: '1', transfer });
    return <AttachmentUploader client={client} ticketId="1" />;
  }
  const { container } = render(<Widget />);
  const heard: string[] = [];
  // Every line that is ever put into the live region.
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) heard.push(node.textContent ?? '');
  }).observe(container.querySelector('.s3a-uploader > [role=status]') as Element, { childList: true });
  return { container, heard, backend };
}

const file = (name: string, size = 10) => new File(['a'.repeat(size)], name, { type: 'text/plain' });

it('tells each event once, many of a kind as one sentence, and no percent', async () => {
  const { container, heard } = await shown(async ({ method, url, headers, body, onProgress }) => {
    for (const part of [0.2, 0.5, 0.8]) {
      onProgress(body.size * part);
      await new Promise(requestAnimationFrame);
    }
    // Not stored: the backend confirms nothing that is not there.
    return { status: 403, body: `${method} ${url} ${Object.keys(headers).length}`, loaded: 0 };
  });
  chooseFiles(container, ...Array.from({ length: 12 }, (_, place) => file(`page ${place}.txt`, place + 1)));
  await waitFor(() => expect(container.querySelectorAll('[data-status=failed]')).toHaveLength(12), {
    timeout: 8000,
  });
  await waitFor(() => expect(heard).toHaveLength(2), { timeout: 8000 });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(heard[0]).toBe('12 files added');
  expect(heard[1]).toMatch(/^12 files failed: ./);
  expect(heard.join()).not.toMatch(/\d\s?%/);
});

it('says a cause once for all the files that share it, however they are named', async () => {
  const { container } = await shown(
    () => Promise.resolve({ status: 0, body: '', loaded: 0 }),
    (account) => {
      account.buckets = [];
    },
  );
  chooseFiles(container, file('a.txt', 1), file('b.txt', 2), file('c.txt', 3));
  await waitFor(() => expect(container.querySelectorAll('[data-status=failed]')).toHaveLength(3), {
    timeout: 8000,
  });
  await waitFor(() =>
    expect(container.querySelector('.s3a-alert-title')?.textContent).toMatch(/^3 files: There is no bucket/),
  );
  expect(container.querySelectorAll('.s3a-alert')).toHaveLength(1);
  expect(screen.getAllByText(/^Not attached: There is no bucket/)).toHaveLength(3);
});
