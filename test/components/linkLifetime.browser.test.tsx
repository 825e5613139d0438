import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { type Client, createClient, S3SettingsPanel } from '../../src/index.ts';
import '../../src/styles/styles.css';
import { createFakeBackend, documentedAccount, type FakeBackend } from '../../src/testing/index.ts';

afterEach(cleanup);

const name = 'How long a private link works';

/** The panel with *Advanced* open, over the real backend with these settings. */
async function open(saved: Parameters<FakeBackend['configure']>[0]) {
  const backend = createFakeBackend({ account: documentedAccount(), log: () => {} });
  await backend.configure(saved);
  const client: Client = createClient({
    baseUrl: backend.basePath,
    fetch: (url, init) => backend.handle(new Request(new URL(String(url), location.href), init)),
  });
  render(
    <StrictMode>
      <S3SettingsPanel client={client} />
    </StrictMode>,
  );
  const advanced = await screen.findByRole('button', { name: /^Advanced/ });
  if (advanced.getAttribute('aria-expanded') !== 'true') await userEvent.click(advanced);
  return { backend, client };
}

const chosen = () => {
  const select = screen.getByLabelText<HTMLSelectElement>(name);
  return select.selectedOptions[0]?.textContent;
};

it('is asked of private links only, and is a quarter of an hour until somebody chooses', async () => {
  await open({ links: 'public' });
  expect(screen.queryByLabelText(name)).toBeNull();
  await userEvent.click(screen.getByLabelText('Private links'));
  expect(chosen()).toBe('15 minutes');
  const options = within(screen.getByLabelText(name)).getAllByRole('option');
  expect(options.map(({ textContent }) => textContent)).toEqual([
    '5 minutes',
    '15 minutes',
    '1 hour',
    '12 hours',
    '1 day',
    '7 days',
  ]);
  await userEvent.click(screen.getByLabelText('Public links, as documented'));
  expect(screen.queryByLabelText(name)).toBeNull();
});

it('is saved as it was chosen, and counts as a change that is not as documented', async () => {
  const { client } = await open({ links: 'private' });
  expect(screen.getByRole('button', { name: /^Advanced/ }).textContent).toContain('1 changed');
  await userEvent.selectOptions(screen.getByLabelText(name), '12 hours');
  expect(screen.getByRole('button', { name: /^Advanced/ }).textContent).toContain('2 changed');
  await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));
  // The account is set up for public links, which the check says first.
  await userEvent.click(await screen.findByRole('button', { name: 'Save anyway' }, { timeout: 8000 }));
  await screen.findByText(/^Saved\./, undefined, { timeout: 8000 });
  expect(chosen()).toBe('12 hours');
  expect(await client.readSettings({})).toMatchObject({ links: 'private', linkLifetime: 43_200 });
});

it('shows what else was saved, and keeps it among the choices', async () => {
  await open({ links: 'private', linkLifetime: 600 });
  expect(chosen()).toBe('10 minutes');
});

it('stands in both versions where two administrators chose differently', async () => {
  const { backend } = await open({ links: 'private' });
  await userEvent.selectOptions(screen.getByLabelText(name), '1 hour');
  await backend.configure({ links: 'private', linkLifetime: 90 });
  await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));
  await userEvent
    .click(await screen.findByRole('button', { name: 'Save anyway' }, { timeout: 8000 }))
    .catch(() => {});
  const row = await screen.findByRole('row', { name: new RegExp(name) }, { timeout: 8000 });
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['1 hour', '90 seconds']);
  await userEvent.click(screen.getByRole('button', { name: 'Use what is saved' }));
  expect(chosen()).toBe('90 seconds');
});
