import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { setupWorker } from 'msw/browser';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { Client } from '../../src/index.ts';
import '../../src/styles/styles.css';
import { button, image, later, press, show, shows, slow, status } from './attachmentListHand.tsx';
import { createListWorld, picture, text } from './attachmentListWorld.ts';

const worker = setupWorker();
beforeAll(() => worker.start({ quiet: true, onUnhandledRequest: 'bypass' }));
afterAll(() => worker.stop());
afterEach(cleanup);

it('says of a picture that is gone from the bucket that it is gone, or may not be read, and tries again', async () => {
  const { client, backend, loseObjects } = await createListWorld(worker, {
    files: [await picture('gone.png'), text('kept.txt')],
  });
  const policy = backend.s3.account.buckets[0];
  if (!policy) throw new Error('No bucket.');
  const saved = policy.policy;
  policy.policy = null;
  show(client);
  expect(
    await screen.findByText('The file is no longer in the storage, or may not be read', undefined, slow),
  ).toBeTruthy();
  expect(document.querySelectorAll('.s3a-file-missing')).toHaveLength(1);
  await waitFor(() =>
    expect(status()).toBe('gone.png: The file is no longer in the storage, or may not be read'),
  );
  policy.policy = saved;
  await press('Try again');
  await waitFor(async () => expect(shows(image(await button('View gone.png')))).toBe(true), slow);
  expect(document.querySelector('.s3a-file-missing')).toBeNull();
  await loseObjects();
  await press('Download kept.txt');
  expect(
    await screen.findByText('The file is no longer in the storage, or may not be read', undefined, slow),
  ).toBeTruthy();
});

it('calls nothing missing that is only no picture', async () => {
  const { client } = await createListWorld(worker, {
    files: [{ name: 'broken.png', type: 'image/png', bytes: new TextEncoder().encode('no picture') }],
  });
  show(client);
  await screen.findByRole('link', { name: 'broken.png' });
  await waitFor(() => expect(screen.queryByRole('button', { name: 'View broken.png' })).toBeNull(), slow);
  expect(document.querySelector('.s3a-file-missing')).toBeNull();
});

it('claims nothing of a picture whose address does not answer', async () => {
  const { client, backend } = await createListWorld(worker, { files: [await picture('a.png')] });
  worker.use(http.get(`${backend.endpoint}/*`, () => HttpResponse.error()));
  show(client);
  expect(await screen.findByText(/^The file could not be loaded\./, undefined, slow)).toBeTruthy();
  expect(screen.queryByText(/no longer in the storage/)).toBeNull();
});

// Downloading.

/** What is handed to the browser to be saved. */
function watchSaving() {
  const saved: { name: string; bytes: Promise<string> }[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, bytes: fetch(this.href).then((answer) => answer.text()) });
  });
  return { saved, stop: () => click.mockRestore() };
}

it.each([
  ['a public link of S3', {}],
  ['a private link of S3', { links: 'private' }],
  ['the database', null],
] as const)('saves a file from %s under its own name', async (_, configure) => {
  const { client } = await createListWorld(worker, { files: [text('Größe, 2.txt')], configure });
  show(client);
  const { saved, stop } = watchSaving();
  await press('Download Größe, 2.txt');
  await waitFor(() => expect(saved).toHaveLength(1), slow);
  stop();
  expect(saved[0]?.name).toBe('Größe, 2.txt');
  expect(await saved[0]?.bytes).toBe('some text');
});

it('says that a download was refused, and fetches it when it is tried again', async () => {
  const { client, backend } = await createListWorld(worker, { files: [text('a.txt')] });
  show(client);
  const { saved, stop } = watchSaving();
  worker.use(
    http.get(`${backend.endpoint}/*`, () => new HttpResponse(null, { status: 404 }), { once: true }),
  );
  await press('Download a.txt');
  await screen.findByText('The file is no longer in the storage', undefined, slow);
  await press('Try again');
  await waitFor(() => expect(saved).toHaveLength(1), slow);
  stop();
  expect(document.querySelector('.s3a-file-missing')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'a.txt' }));
});

it('opens in a new tab what is too large to stand in memory, and says so', async () => {
  const { client } = await createListWorld(worker, { files: [text('disk.iso')] });
  const large: Client = {
    ...client,
    listAttachments: async (input, options) => {
      const { attachments } = await client.listAttachments(input, options);
      return { attachments: attachments.map((attachment) => ({ ...attachment, size: 200_000_001 })) };
    },
  };
  show(large, { locale: 'en' });
  const link = await screen.findByRole('link', { name: /^Download disk\.iso in a new tab.*200 MB$/ });
  expect(link.getAttribute('target')).toBe('_blank');
});

// The lightbox.

it('goes through the pictures by arrow keys, says where it is, and gives the focus back', async () => {
  const { client } = await createListWorld(worker, {
    files: [await picture('1.png'), text('no.txt'), await picture('2.png'), await picture('3.png')],
  });
  show(client);
  await press('View 1.png');
  const dialog = await screen.findByRole('dialog', { name: '1.png' }, slow);
  const heading = dialog.querySelector('[aria-live=polite]');
  expect(heading?.textContent).toBe('1 of 3, 1.png');
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Close'));
  await waitFor(() => expect(shows(within(dialog).getByAltText<HTMLImageElement>('1.png'))).toBe(true), slow);
  await userEvent.keyboard('{ArrowLeft}');
  expect(heading?.textContent).toBe('1 of 3, 1.png');
  await userEvent.keyboard('{ArrowRight}');
  expect(heading?.textContent).toBe('2 of 3, 2.png');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Next picture' }));
  expect(heading?.textContent).toBe('3 of 3, 3.png');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'View 3.png' })),
  );
});

it('closes when the picture that it shows is deleted by somebody else', async () => {
  const { client, ids } = await createListWorld(worker, {
    files: [await picture('1.png'), await picture('2.png')],
  });
  show(client);
  await press('View 1.png');
  await screen.findByRole('dialog', { name: '1.png' }, slow);
  await client.deleteAttachment({ attachmentId: ids[0] ?? '' });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), slow);
  expect(await button('View 2.png')).toBeTruthy();
});

it('opens a picture long after the list was read where links are private and live for a second', async () => {
  const { client, backend } = await createListWorld(worker, {
    files: [await picture('1.png'), await picture('2.png')],
    configure: { links: 'private' },
    urlLifetime: 1,
  });
  const policy = backend.s3.account.buckets[0];
  if (policy) policy.policy = null;
  for (const { document: granted } of backend.s3.account.users.flatMap((user) => user.policies)) {
    for (const statement of [granted.Statement].flat()) {
      statement.Action = ['s3:PutObject', 's3:DeleteObject', 's3:GetObject'];
    }
  }
  show(client);
  await waitFor(async () => expect(shows(image(await button('View 1.png')))).toBe(true), slow);
  await later(2500);
  await press('View 1.png');
  const dialog = await screen.findByRole('dialog', { name: '1.png' }, slow);
  await waitFor(() => expect(shows(within(dialog).getByAltText<HTMLImageElement>('1.png'))).toBe(true), slow);
  await later(1500);
  await userEvent.keyboard('{ArrowRight}');
  await waitFor(() => expect(shows(within(dialog).getByAltText<HTMLImageElement>('2.png'))).toBe(true), slow);
  // A download is asked for anew as well.
  const { saved, stop } = watchSaving();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Download 2.png' }));
  await waitFor(() => expect(saved).toHaveLength(1), slow);
  stop();
});

// A long list.
