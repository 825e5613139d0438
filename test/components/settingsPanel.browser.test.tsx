import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setupWorker } from 'msw/browser';
import { StrictMode } from 'react';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createClient, S3SettingsPanel } from '../../src/index.ts';
import '../../src/styles/styles.css';
import { createFakeBackend, documentedAccount } from '../../src/testing/index.ts';
import { createMswHandlers } from '../../src/testing/msw.ts';

// What happens in the panel while something else is under way.

const worker = setupWorker();
beforeAll(() => worker.start({ quiet: true, onUnhandledRequest: 'bypass' }));
afterAll(() => worker.stop());
afterEach(cleanup);

/** The panel's world: the real backend, whose answers to one call can be held back. */
async function world({ hold = '', configured = true } = {}) {
  const backend = createFakeBackend({ account: documentedAccount(), log: () => {} });
  worker.resetHandlers(...createMswHandlers(backend));
  if (configured) await backend.configure();
  const calls: string[] = [];
  const bodies: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const client = createClient({
    baseUrl: backend.basePath,
    fetch: async (url, init) => {
      const call = `${init?.method} ${String(url).replace(backend.basePath, '')}`;
      calls.push(call);
      bodies.push(String(init?.body ?? ''));
      if (call === hold) await held;
      return backend.handle(new Request(new URL(String(url), location.href), init));
    },
  });
  const saves = () => calls.filter((call) => call === 'PUT /settings').length;
  return { backend, client, calls, bodies, saves, release };
}

const field = (label: string) => screen.findByLabelText<HTMLInputElement>(label, { selector: 'input' });
const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }, { timeout: 5000 }));
const checked = () =>
  waitFor(() => expect(document.querySelector('.s3a-check')?.getAttribute('data-status')).toBe('done'), {
    timeout: 8000,
  });
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('saves nothing once it was discarded while it was being checked', async () => {
  const { client, saves, release } = await world({ hold: 'POST /connection/check' });
  render(<S3SettingsPanel client={client} />);
  await press('Advanced');
  await userEvent.click(await field('Permissions to tidy up large files'));
  await press('Save changes');
  await press('Discard');
  release();
  await later(800);
  expect(saves()).toBe(0);
  expect(screen.queryByText(/^Saved\./)).toBeNull();
  expect(screen.getByLabelText<HTMLInputElement>('Permissions to tidy up large files').checked).toBe(false);
});

it('says that nothing was saved where something was typed while it was being checked', async () => {
  const { client, saves, release } = await world({ hold: 'POST /connection/check' });
  render(<S3SettingsPanel client={client} />);
  await press('Advanced');
  await userEvent.type(await field('Key prefix'), 'desk/');
  await press('Save changes');
  await userEvent.type(await field('Key prefix'), 'more/');
  release();
  await screen.findByText('Nothing was saved yet: something was changed meanwhile', undefined, {
    timeout: 8000,
  });
  expect(saves()).toBe(0);
});

it('keeps what is typed while it is being saved', async () => {
  const { client, release } = await world({ hold: 'PUT /settings' });
  render(<S3SettingsPanel client={client} />);
  await press('Advanced');
  await userEvent.type(await field('Key prefix'), 'desk/');
  await press('Save changes');
  await screen.findByRole('button', { name: 'Saving' }, { timeout: 8000 });
  await userEvent.type(await field('Key prefix'), 'more/');
  release();
  await screen.findByRole('button', { name: 'Save changes' }, { timeout: 8000 });
  expect((await field('Key prefix')).value).toBe('desk/more/');
  expect(await client.readSettings({})).toMatchObject({ keyPrefix: 'desk/' });
});

it('does not take a check with an entered secret for one with the saved secret', async () => {
  const { client, backend } = await world();
  await backend.configure({ secretAccessKey: 'saved/and+wrong0123456789abcdefghijklmnop' });
  render(<S3SettingsPanel client={client} />);
  await press(/^Replace/);
  await userEvent.type(await field('Secret access key'), 'fakeSecret/ofThePracticeAccount+OnlyABCD');
  await press('Check connection');
  await checked();
  expect(document.querySelector('.s3a-check')?.getAttribute('data-outcome')).toBe('passed');
  await press('Keep the saved one');
  await waitFor(() => expect(document.querySelector('.s3a-check')?.hasAttribute('data-stale')).toBe(true));
  expect(document.querySelector('.s3a-steps [data-state=done]')).toBeNull();
});

it('takes nothing that was typed for one backend to another', async () => {
  const one = await world();
  const other = createFakeBackend({ account: documentedAccount(), log: () => {} });
  await other.configure({ bucket: 'of-the-other' });
  const otherClient = createClient({
    baseUrl: '/other',
    fetch: async (url, init) =>
      other.handle(new Request(new URL(String(url).replace('/other', other.basePath), location.href), init)),
  });
  const { rerender } = render(<S3SettingsPanel client={one.client} />);
  await press(/^Replace/);
  await userEvent.type(await field('Secret access key'), 'typed-for-the-first-backend');
  rerender(<S3SettingsPanel client={otherClient} />);
  await waitFor(async () => expect((await field('Bucket name')).value).toBe('of-the-other'));
  expect(document.querySelector('input[data-secret]')).toBeNull();
});

it('does not say of one bucket where another is', async () => {
  const { client, release } = await world({ hold: 'POST /connection/region', configured: false });
  render(<S3SettingsPanel client={client} />);
  await userEvent.type(await field('Bucket name'), 'triage-ai-attachments');
  await press('Detect');
  await userEvent.type(await field('Bucket name'), '-two');
  release();
  await later(300);
  expect((await field('AWS Region')).value).toBe('');
  expect(screen.queryByText(/S3 says/)).toBeNull();
});

it('keeps the region when Escape is pressed in a closed list, and sends no form when Enter is pressed in an open one', async () => {
  const { client, calls } = await world();
  render(<S3SettingsPanel client={client} />);
  const region = await field('AWS Region');
  await userEvent.click(region);
  await userEvent.keyboard('{Escape}');
  expect(region.value).toBe('eu-central-1');
  await userEvent.clear(region);
  await userEvent.type(region, 'ireland{Enter}');
  await waitFor(() => expect(region.value).toBe('eu-west-1'));
  expect(calls.filter((call) => call.startsWith('POST') || call.startsWith('PUT'))).toEqual([]);
  expect(screen.queryByText('There is a problem')).toBeNull();
});

it('tells the host of unsaved changes, and that there are none once it is gone', async () => {
  const { client } = await world();
  const told: boolean[] = [];
  const { unmount } = render(
    <StrictMode>
      <S3SettingsPanel client={client} onUnsavedChanges={(unsaved) => void told.push(unsaved)} />
    </StrictMode>,
  );
  await userEvent.type(await field('Bucket name'), 'x');
  await waitFor(() => expect(told.at(-1)).toBe(true));
  unmount();
  expect(told.at(-1)).toBe(false);
});

it('shows what was saved, not what was read before it, however slowly the cache tells', async () => {
  const { client } = await world();
  render(<S3SettingsPanel client={client} />);
  await press('Advanced');
  await userEvent.type(await field('Key prefix'), 'desk/');
  await press('Save changes');
  await screen.findByText(/^Saved\./, undefined, { timeout: 8000 });
  await later(300);
  expect((await field('Key prefix')).value).toBe('desk/');
  expect(screen.queryByText(/changed these settings/)).toBeNull();
  await press('Disable S3 storage');
  await userEvent.click(
    (await screen.findAllByRole('button', { name: 'Disable S3 storage' })).at(-1) as HTMLElement,
  );
  await screen.findByText('S3 storage is disabled. New attachments go to the database.');
  await later(300);
  expect(screen.queryByText(/changed these settings/)).toBeNull();
});

it('takes a city, a typed ARN and a bare folder for what they stand for, once the field is left', async () => {
  const { client } = await world({ configured: false });
  render(<S3SettingsPanel client={client} />);
  await userEvent.type(await field('AWS Region'), 'stockholm');
  await userEvent.tab();
  await waitFor(async () => expect((await field('AWS Region')).value).toBe('eu-north-1'));
  await userEvent.type(await field('Bucket name'), 'arn:aws:s3:::acme-files');
  await userEvent.tab();
  await waitFor(async () => expect((await field('Bucket name')).value).toBe('acme-files'));
  await press('Advanced');
  await userEvent.type(await field('Key prefix'), '/help-desk');
  await userEvent.tab();
  await waitFor(async () => expect((await field('Key prefix')).value).toBe('help-desk/'));
  // More than one region fits: nothing is guessed.
  await userEvent.clear(await field('AWS Region'));
  await userEvent.type(await field('AWS Region'), 'europe');
  await userEvent.tab();
  expect((await field('AWS Region')).value).toBe('europe');
});

it('does not let a key take its own place', async () => {
  const { client, saves } = await world();
  render(<S3SettingsPanel client={client} />);
  await press('Rotate key');
  await userEvent.type(await field('Access key ID'), 'AKIAFAKETRIAGEAI2345');
  await userEvent.type(await field('Secret access key'), 'fakeSecret/ofThePracticeAccount+OnlyABCD');
  await press('Check and swap the keys');
  const summary = await screen.findByRole('alert', { name: 'There is a problem' });
  expect(summary.textContent).toContain('This is the key that is in use already');
  expect(saves()).toBe(0);
});

it('takes a value for what it stands for also where *Save* is pressed from its field', async () => {
  const { client } = await world();
  render(<S3SettingsPanel client={client} />);
  await press('Advanced');
  await userEvent.type(await field('Key prefix'), 'help-desk');
  await press('Save changes');
  await screen.findByText(/^Saved\./, undefined, { timeout: 8000 });
  expect(await client.readSettings({})).toMatchObject({ keyPrefix: 'help-desk/' });
});
