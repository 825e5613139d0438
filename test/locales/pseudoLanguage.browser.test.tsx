import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setupWorker } from 'msw/browser';
import type { ReactNode } from 'react';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type DiagnosisMessages, fullWords, loadOnce } from '../../src/diagnosis/index.ts';
import {
  AttachmentList,
  AttachmentUploader,
  S3SettingsPanel,
  UploadFailureAlert,
  useUploader,
} from '../../src/index.ts';
import * as english from '../../src/locales/en.ts';
import '../../src/styles/styles.css';
import { regions } from '../../src/guide/index.ts';
import { createListWorld, picture, text } from '../components/attachmentListWorld.ts';
import { chooseFiles } from '../support/chooseFiles.ts';
import { failAnUpload } from '../support/failAnUpload.ts';

// A language in which every text wears ⟦marks⟧: what is said without them is written in a component, where nobody can translate it.

const marked = <T,>(entry: T): T => {
  if (typeof entry === 'string') return `⟦${entry}⟧` as T;
  if (typeof entry === 'function')
    return ((...args: unknown[]) => marked((entry as (...args: unknown[]) => unknown)(...args))) as T;
  if (Array.isArray(entry)) return entry.map(marked) as T;
  if (typeof entry !== 'object' || entry === null) return entry;
  return Object.fromEntries(Object.entries(entry).map(([key, part]) => [key, marked(part)])) as T;
};
const full = loadOnce<DiagnosisMessages>(async () => marked(await fullWords.load()));
const words = {
  list: { ...marked(english.listMessages), full },
  uploader: { ...marked(english.uploaderMessages), full },
  failure: { ...marked(english.uploadFailureMessages), full },
  settings: { ...marked(english.settingsMessages), full },
};

/** What is somebody's own, AWS's, or made by Intl. */
const facts = [
  /^[a-z ]+\.(?:png|txt|pdf)$/,
  /^[A-Z][a-z]{2} \d{1,2}$/,
  /^[\d.,]+ ?(?:%|B|bytes?|kB|MB|GB|ms|s)$/i,
  /^[a-z]{2}(?:-[a-z]+)+-\d$/,
  /^AKIA\w+$|^triage-ai-attachments$/,
  /^(?:[^⟦⟧]*\d{1,2}(?::\d\d)?[^⟦⟧]*(?:AM|PM|2\d{3})|today|yesterday)/,
];
const regionsOfAws = '.s3a-popup [role=option]';
const letters = /\p{L}/u;
const regionNames = new Set(regions.map(({ name }) => name));
const isFact = (said: string) => regionNames.has(said) || facts.some((fact) => fact.test(said));
const lacks = (said: string | null) =>
  said !== null && letters.test(said) && !said.includes('⟦') && !isFact(said.trim());

/** What stands in the page, or is told of it to who does not see it, without marks. */
function unmarked(): string[] {
  const found = new Set<string>();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const parent = node.parentElement;
    if (!parent || parent.closest(`pre, code, style, script, [translate=no], ${regionsOfAws}`)) continue;
    // A sentence may be cut into pieces by React: the element says it whole.
    if (lacks(node.nodeValue) && lacks(parent.textContent))
      found.add(`<${parent.localName}> ${node.nodeValue}`);
  }
  for (const name of [
    'aria-label',
    'aria-description',
    'aria-valuetext',
    'aria-roledescription',
    'title',
    'placeholder',
    'alt',
  ]) {
    for (const element of document.body.querySelectorAll(`[${name}]`))
      if (lacks(element.getAttribute(name)) && !element.closest('[translate=no]'))
        found.add(`${name}=${element.getAttribute(name)}`);
  }
  return [...found];
}

const worker = setupWorker();
beforeAll(() => worker.start({ quiet: true, onUnhandledRequest: 'bypass' }));
afterAll(() => worker.stop());
afterEach(cleanup);

const slow = { timeout: 8000 };
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }, slow));
const there = (selector: string) =>
  waitFor(() => expect(document.querySelector(selector)).not.toBeNull(), slow);
const inPage = (widget: ReactNode) => render(<main>{widget}</main>);

it('sees a word that is written in a component', () => {
  inPage(
    <p title="Hint">
      Hard-coded <b>⟦said⟧</b>
      <bdi>a.png</bdi>
    </p>,
  );
  expect(unmarked()).toEqual(['title=Hint']);
  cleanup();
  inPage(<p>Hard-coded</p>);
  expect(unmarked()).toEqual(['<p> Hard-coded']);
});

it('the panel of the first visit, its mistakes, its guide and its shortcuts', async () => {
  const { client } = await createListWorld(worker, { configure: null });
  inPage(<S3SettingsPanel client={client} messages={words.settings} />);
  await press('⟦Save and store attachments in S3⟧');
  await there('[role=alert]');
  await userEvent.type(await screen.findByLabelText('⟦Bucket name⟧', { selector: 'input' }), 'Acme_Triage');
  await userEvent.tab();
  expect(unmarked()).toEqual([]);
  await press('⟦Use “acme-triage”⟧');
  // The guide comes after the form.
  await there('.s3a-steps button[aria-expanded=false]');
  for (const closed of document.querySelectorAll(
    'button[aria-expanded=false]:not([role=combobox], [tabindex="-1"])',
  ))
    await userEvent.click(closed);
  await there('pre');
  expect(unmarked()).toEqual([]);
});

it('the panel that is set up, its check, its dialogs', async () => {
  const { client, backend } = await createListWorld(worker);
  for (const rule of backend.s3.account.buckets[0]?.cors ?? []) rule.AllowedMethods = ['GET', 'HEAD'];
  inPage(<S3SettingsPanel client={client} messages={words.settings} />);
  await press('⟦Check connection⟧');
  await there('.s3a-check[data-status=done]');
  for (const closed of document.querySelectorAll('.s3a-check button[aria-expanded=false]'))
    await userEvent.click(closed);
  await press('⟦History⟧');
  await press('⟦Disable S3 storage⟧');
  await screen.findByRole('alertdialog');
  expect(unmarked()).toEqual([]);
});

it('the composer, with files in every state', async () => {
  const { client } = await createListWorld(worker);
  function Composer() {
    useUploader(client, {
      ticketId: '1',
      transfer: ({ body, signal, onProgress }) =>
        body.size < 1000
          ? Promise.resolve({ status: 403, body: '', loaded: body.size, retryAfter: null })
          : new Promise((_, reject) => {
              onProgress(body.size / 2);
              signal.addEventListener('abort', () => reject(signal.reason));
            }),
    });
    return (
      <AttachmentUploader client={client} ticketId="1" messages={words.uploader} maxFileSize={2_000_000} />
    );
  }
  const { container } = inPage(<Composer />);
  const file = (name: string, size: number) => new File([new Uint8Array(size)], name, { type: 'text/plain' });
  chooseFiles(container, file('half.txt', 500_000), file('too large.txt', 3_000_000), file('fails.txt', 10));
  await there('.s3a-upload[data-status=sending]');
  await there('.s3a-upload[data-status=refused]');
  await there('.s3a-upload[data-status=failed]');
  await there('.s3a-alert');
  expect(unmarked()).toEqual([]);
});

it('the list and its pictures', async () => {
  const { client } = await createListWorld(worker, {
    files: [await picture('a.png'), await picture('b.png'), text('c.txt')],
  });
  inPage(<AttachmentList client={client} ticketId="1" messages={words.list} />);
  await screen.findByRole('link', { name: 'c.txt' }, slow);
  expect(unmarked()).toEqual([]);
  await press('⟦View a.png⟧');
  await screen.findByRole('dialog');
  expect(unmarked()).toEqual([]);
});

it('the banner', async () => {
  const { client, backend } = await createListWorld(worker);
  await failAnUpload(client, backend);
  inPage(<UploadFailureAlert client={client} messages={words.failure} settingsHref={() => '#settings'} />);
  await there('.s3a-failure');
  expect(unmarked()).toEqual([]);
});
