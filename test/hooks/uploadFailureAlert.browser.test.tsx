import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { createClient, type Health, UploadFailureAlert } from '../../src/index.ts';
import { createFakeBackend, fakeAdministrator, fakeAgent } from '../../src/testing/index.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const failing: Health = {
  status: 'failing',
  since: '2026-01-01T10:00:00Z',
  lastAt: '2026-01-01T11:00:00Z',
  count: 12,
  diagnosis: {
    code: 'cors_missing',
    origin: 'https://desk.test',
    where: [{ kind: 'step', step: 'cors' }],
    certainty: 'certain',
  },
  changedSince: false,
};

/** The real backend's settings, with this health in them. */
async function world(health: () => Health, viewer = fakeAdministrator) {
  const backend = createFakeBackend({ viewer, log: () => {} });
  await backend.configure();
  let asked = 0;
  const client = createClient({
    baseUrl: backend.basePath,
    fetch: async (url, init) => {
      asked++;
      const answer = await backend.handle(new Request(new URL(String(url), location.href), init));
      return answer.ok ? Response.json({ ...(await answer.json()), health: health() }) : answer;
    },
  });
  return { client, asked: () => asked };
}

const look = () => act(() => void dispatchEvent(new Event('visibilitychange')));

it('names the cause, since when and how many, and says it once to a screen reader', async () => {
  let health = failing;
  const { client } = await world(() => health);
  const opened = vi.fn();
  render(
    <StrictMode>
      <UploadFailureAlert client={client} onOpenSettings={opened} />
    </StrictMode>,
  );
  await screen.findByText('The bucket has no CORS rules');
  expect(screen.getByText(/^Since .*: 12 uploads failed\./)).toBeTruthy();
  const said = 'Uploads of attachments are failing: The bucket has no CORS rules';
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe(said));
  screen.getByRole('button', { name: 'Go to the step “CORS”' }).click();
  expect(opened).toHaveBeenCalledWith({ kind: 'step', step: 'cors' });

  health = { ...failing, count: 13 };
  look();
  await screen.findByText(/13 uploads failed/);
  expect(screen.getByRole('status').textContent).toBe(said);
});

it('goes by itself when uploads work again', async () => {
  let health: Health = failing;
  const { client } = await world(() => health);
  const { container } = render(<UploadFailureAlert client={client} />);
  await screen.findByText('The bucket has no CORS rules');
  health = { status: 'working', lastAt: '2026-01-01T12:00:00Z', recovered: null };
  look();
  await waitFor(() => expect(container.innerHTML).toBe(''));
});

it('looks again every minute while the page is seen', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { client, asked } = await world(() => failing);
  render(<UploadFailureAlert client={client} />);
  await screen.findByText('The bucket has no CORS rules');
  expect(asked()).toBe(1);
  act(() => void vi.advanceTimersByTime(60_000));
  await expect.poll(asked).toBe(2);
});

it('asks once for who may not read the settings, and shows nothing', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { client, asked } = await world(() => failing, fakeAgent);
  const { container } = render(<UploadFailureAlert client={client} />);
  await expect.poll(asked).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 100));
  look();
  act(() => void vi.advanceTimersByTime(120_000));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(asked()).toBe(1);
  expect(container.innerHTML).toBe('');
});
