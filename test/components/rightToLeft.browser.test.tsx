import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setupWorker } from 'msw/browser';
import type { ReactNode } from 'react';
import { page } from 'vitest/browser';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  AttachmentList,
  AttachmentUploader,
  S3SettingsPanel,
  UploadFailureAlert,
  useUploader,
} from '../../src/index.ts';
import * as arabic from '../../src/locales/ar.ts';
import '../../src/styles/styles.css';
import { chooseFiles } from '../support/chooseFiles.ts';
import { failAnUpload } from '../support/failAnUpload.ts';
import { createListWorld, picture, text } from './attachmentListWorld.ts';

// All four widgets as an Arabic page has them: only their words are given.

const { listMessages, settingsMessages, uploaderMessages, uploadFailureMessages } = arabic;
const worker = setupWorker();
beforeAll(() => worker.start({ quiet: true, onUnhandledRequest: 'bypass' }));
afterAll(() => worker.stop());
beforeEach(() => page.viewport(390, 844));
afterEach(cleanup);

const slow = { timeout: 8000 };
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }, slow));
const find = <E extends Element = HTMLElement>(selector: string) =>
  waitFor(() => {
    const found = document.querySelector<E>(selector);
    if (!found) throw new Error(`There is no ${selector}.`);
    return found;
  }, slow);
/** The direction in which a browser lays an element out. */
const direction = (element: Element) => getComputedStyle(element).direction;
const fits = (element: Element) => expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
const isArabic = (element: Element) => {
  expect(element.closest('[dir]')?.getAttribute('dir')).toBe('rtl');
  expect(element.closest('[lang]')?.getAttribute('lang')).toBe('ar');
  expect(direction(element)).toBe('rtl');
  fits(element);
  fits(document.documentElement);
};
const inPage = (widget: ReactNode) => render(<main style={{ padding: 16 }}>{widget}</main>);
const held = ({ signal, onProgress }: { signal: AbortSignal; onProgress: (loaded: number) => void }) =>
  new Promise<never>((_, reject) => {
    onProgress(300_000);
    signal.addEventListener('abort', () => reject(signal.reason));
  });

it('the panel: dialogs take it over, codes and documents stay from left to right, and nothing is too wide', async () => {
  const { client } = await createListWorld(worker);
  inPage(<S3SettingsPanel client={client} messages={settingsMessages} />);
  const panel = await find('.s3a-panel');
  await press(settingsMessages.form.advanced);
  await press(settingsMessages.check.start);
  await waitFor(
    () => expect(panel.querySelector('.s3a-check')).toMatchObject({ dataset: { status: 'done' } }),
    slow,
  );
  for (const line of panel.querySelectorAll('.s3a-check button[aria-expanded=false]'))
    await userEvent.click(line);
  // The guide comes after the form.
  await find('.s3a-guide [data-step] button[aria-expanded=false]');
  for (const step of panel.querySelectorAll<HTMLElement>(
    '.s3a-guide [data-step] button[aria-expanded=false]',
  ))
    await userEvent.click(step);
  await find('pre');
  isArabic(panel);

  const fields = [...panel.querySelectorAll<HTMLInputElement>('input.s3a-input')];
  expect(fields.length).toBeGreaterThanOrEqual(5);
  expect(fields.filter((field) => direction(field) !== 'ltr').map(({ name, id }) => name || id)).toEqual([]);
  const documents = [...panel.querySelectorAll('pre')];
  expect(documents.length).toBeGreaterThanOrEqual(3);
  for (const document of documents) expect(direction(document)).toBe('ltr');
  // An ARN inside a sentence is one piece, whatever stands around it.
  expect(panel.textContent).toMatch(/\u2066arn:aws:[^\u2069]+\u2069/);

  await press(settingsMessages.storage.disable);
  isArabic(await screen.findByRole('alertdialog'));
});

it('the composer: names, sizes and bars', async () => {
  const { client } = await createListWorld(worker);
  function Composer() {
    useUploader(client, { ticketId: '1', transfer: held });
    return (
      <AttachmentUploader client={client} ticketId="1" messages={uploaderMessages} maxFileSize={2_000_000} />
    );
  }
  const { container } = inPage(<Composer />);
  chooseFiles(
    container,
    new File([new Uint8Array(1_000_000)], 'report (final).pdf', { type: 'application/pdf' }),
    new File([new Uint8Array(3_000_000)], 'too large.txt', { type: 'text/plain' }),
  );
  await find('[data-status=refused]');
  const row = await find('.s3a-upload[data-status=sending]');
  isArabic(await find('.s3a-uploader'));

  const name = [...row.querySelectorAll('bdi')].find((bdi) => bdi.textContent === 'report (final).pdf');
  expect(name && direction(name)).toBe('ltr');
  // What was sent is filled from the right.
  const bar = await find('.s3a-upload[data-status=sending] .s3a-bar');
  expect(getComputedStyle(bar).backgroundPositionX).toBe('100%');
  // The name begins at the right, what can be done stands at the left.
  const cancel = screen.getByRole('button', { name: uploaderMessages.uploader.cancel('report (final).pdf') });
  const sign = row.firstElementChild?.getBoundingClientRect();
  expect(sign?.left).toBeGreaterThan(cancel.getBoundingClientRect().right);
});

it('the list and its pictures: arrows lead the way that one reads', async () => {
  const { client } = await createListWorld(worker, {
    files: [await picture('a.png'), await picture('b.png'), text('c (1).txt')],
  });
  inPage(<AttachmentList client={client} ticketId="1" messages={listMessages} />);
  await press(listMessages.list.view('a.png'));
  isArabic(await find('.s3a-list'));
  const lightbox = await screen.findByRole('dialog');
  isArabic(lightbox);
  const place = (name: string) => screen.getByRole('button', { name }).getBoundingClientRect();
  const [previous, next] = [place(listMessages.lightbox.previous), place(listMessages.lightbox.next)];
  expect(next.right).toBeLessThan(previous.left);
  const icon = lightbox.querySelector("[data-to='next'] > .s3a-icon");
  // A quarter turn clockwise: the sign for down points to the left.
  expect(icon && getComputedStyle(icon).transform).toBe('matrix(0, 1, -1, 0, 0, 0)');
  await userEvent.keyboard('{ArrowLeft}');
  await waitFor(() => expect(lightbox.textContent).toContain('b.png'));
});

it('the banner while uploads fail', async () => {
  const { client, backend } = await createListWorld(worker);
  await failAnUpload(client, backend);
  inPage(
    <UploadFailureAlert client={client} messages={uploadFailureMessages} settingsHref={() => '#settings'} />,
  );
  const banner = await find('.s3a-failure');
  isArabic(banner);
  const words = await uploadFailureMessages.full?.load();
  expect(words && banner.textContent).toMatch(/\p{Script=Arabic}/u);
});
