import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { AttachmentUploader, createClient } from '../../src/index.ts';

// A page of its own: MSW, which other tests need, takes the event below for the page's end.
afterEach(cleanup);

it('asks before the page is left while a file is on its way, even when its ticket is no longer shown', async () => {
  // A backend that never answers: the file stays on its way.
  const client = createClient({ baseUrl: '/api', fetch: () => new Promise(() => {}) });
  const asks = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  const first = render(<AttachmentUploader client={client} ticketId="1" />);
  expect(asks()).toBe(false);
  const input = first.container.querySelector<HTMLInputElement>('input[type=file]');
  await userEvent.upload(input as HTMLInputElement, new File(['a'], 'a.txt'));
  expect(asks()).toBe(true);
  first.unmount();
  expect(asks()).toBe(true);
  render(<AttachmentUploader client={client} ticketId="1" />);
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel a.txt' }));
  expect(asks()).toBe(false);
});
