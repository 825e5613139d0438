import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setupWorker } from 'msw/browser';
import { StrictMode } from 'react';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { CheckReport, CheckStep } from '../../src/contract/index.ts';
import { createClient, type Diagnosis, S3SettingsPanel } from '../../src/index.ts';
import '../../src/styles/styles.css';
import { createFakeBackend, documentedAccount } from '../../src/testing/index.ts';
import { createMswHandlers } from '../../src/testing/msw.ts';

const worker = setupWorker();
beforeAll(() => worker.start({ quiet: true, onUnhandledRequest: 'bypass' }));
afterAll(() => worker.stop());
afterEach(cleanup);

/** The panel's world: the real backend; with `scripted`, the check's stream is written by the test. */
async function world({ scripted = false, configured = true } = {}) {
  const backend = createFakeBackend({ account: documentedAccount(), log: () => {} });
  // For the proof, which the browser sends to S3 itself.
  worker.resetHandlers(...createMswHandlers(backend));
  if (configured) await backend.configure();
  const calls: string[] = [];
  const bodies: Record<string, unknown>[] = [];
  const checks: { write(event: unknown): void; end(): void; cancelled: boolean }[] = [];
  const client = createClient({
    baseUrl: backend.basePath,
    fetch: async (url, init) => {
      const call = `${init?.method} ${String(url).replace(backend.basePath, '')}`;
      calls.push(call);
      if (call === 'POST /connection/check') bodies.push(JSON.parse(String(init?.body)));
      if (call !== 'POST /connection/check' || !scripted) {
        return backend.handle(new Request(new URL(String(url), location.href), init));
      }
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          const check = {
            write: (event: unknown) =>
              controller.enqueue(new TextEncoder().encode(`${JSON.stringify(event)}\n`)),
            end: () => controller.close(),
            cancelled: false,
          };
          checks.push(check);
        },
        cancel: () => {
          const check = checks.at(-1);
          if (check) check.cancelled = true;
        },
      });
      return new Response(stream, { headers: { 'content-type': 'application/x-ndjson' } });
    },
  });
  return { backend, client, calls, bodies, checks };
}

const passed = (step: CheckStep['step']): CheckStep => ({ step, status: 'passed', ms: 12 });
const told = (step: CheckStep) => ({ event: 'step', step });
const corsMissing: Diagnosis = {
  code: 'cors_missing',
  origin: 'https://desk.test',
  where: [{ kind: 'step', step: 'cors' }],
  certainty: 'certain',
};
const corsFailed: CheckStep = { step: 'cors', status: 'failed', ms: 30, diagnoses: [corsMissing] };
const report: CheckReport = {
  checkedAt: '2026-01-01T10:00:00Z',
  ms: 300,
  outcome: 'failed',
  steps: [passed('values'), passed('write'), corsFailed],
  findings: [corsMissing],
};

const start = async () => {
  const button = await screen.findByRole('button', { name: 'Check connection' });
  await userEvent.click(button);
  return button;
};
const lines = () => screen.getByRole('list', { name: 'Steps of the check' });
const stateOf = (step: string) => lines().querySelector(`[data-step="${step}"]`)?.getAttribute('data-state');
const summary = () => document.querySelector('.s3a-check [role="status"]')?.textContent;

it('shows all steps as waiting and fills them in line by line, without anything moving', async () => {
  const { client, checks } = await world({ scripted: true });
  render(<S3SettingsPanel client={client} />);
  await start();
  await waitFor(() => expect(checks).toHaveLength(1));
  expect(lines().querySelectorAll('[data-state="waiting"]')).toHaveLength(12);
  const tops = () => [...lines().children].map((line) => line.getBoundingClientRect().top);
  const before = tops();

  checks[0]?.write(told(passed('write')));
  await waitFor(() => expect(stateOf('write')).toBe('passed'));
  expect(stateOf('values')).toBe('waiting');
  checks[0]?.write(told(corsFailed));
  await waitFor(() => expect(stateOf('cors')).toBe('failed'));
  expect(tops()).toEqual(before);
  expect(summary()).toBe('');

  checks[0]?.write({ event: 'report', report });
  await waitFor(() => expect(summary()).toBe('One thing is wrong: The bucket has no CORS rules'));
  expect(within(lines()).getByRole('button', { name: 'Go to the step “CORS”' })).toBeTruthy();
  // The proof in the browser could only fail again.
  expect(stateOf('browser')).toBe('skipped');
  expect(document.activeElement?.textContent).toBe('Check connection');
});

it('opens the step of the guide that a finding points at', async () => {
  const { client, checks } = await world({ scripted: true });
  render(<S3SettingsPanel client={client} />);
  await start();
  await waitFor(() => expect(checks).toHaveLength(1));
  checks[0]?.write({ event: 'report', report });
  await userEvent.click(await screen.findByRole('button', { name: 'Go to the step “CORS”' }));
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Let browsers upload: CORS'));
});

it('does one check at a time, and ends it when it is cancelled', async () => {
  const { client, checks } = await world({ scripted: true });
  render(<S3SettingsPanel client={client} />);
  const button = await start();
  await waitFor(() => expect(checks).toHaveLength(1));
  await userEvent.click(button);
  await userEvent.dblClick(button);
  expect(checks).toHaveLength(1);
  expect(button.getAttribute('aria-busy')).toBe('true');

  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(checks[0]?.cancelled).toBe(true));
  expect(summary()).toBe('The check was cancelled.');
  expect(screen.queryByRole('list', { name: 'Steps of the check' })).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(button));

  await userEvent.click(button);
  await waitFor(() => expect(checks).toHaveLength(2));
  expect(summary()).toBe('');
});

it('ends the check when the page is left', async () => {
  const { client, checks } = await world({ scripted: true });
  const { unmount } = render(<S3SettingsPanel client={client} />);
  await start();
  await waitFor(() => expect(checks).toHaveLength(1));
  unmount();
  await waitFor(() => expect(checks[0]?.cancelled).toBe(true));
});

it('does not leave the keyboard in nowhere when the check ends on *Cancel*', async () => {
  const { client, checks } = await world({ scripted: true });
  render(<S3SettingsPanel client={client} />);
  const button = await start();
  await waitFor(() => expect(checks).toHaveLength(1));
  screen.getByRole('button', { name: 'Cancel' }).focus();
  checks[0]?.write({ event: 'report', report });
  await waitFor(() => expect(summary()).toContain('One thing is wrong'));
  await waitFor(() => expect(document.activeElement).toBe(button));
});

it('marks the result as stale while the values are not those that were checked', async () => {
  const { client, checks } = await world({ scripted: true });
  render(<S3SettingsPanel client={client} />);
  await start();
  await waitFor(() => expect(checks).toHaveLength(1));
  checks[0]?.write({ event: 'report', report });
  await waitFor(() => expect(summary()).toContain('One thing is wrong'));
  const isStale = () => document.querySelector('.s3a-check')?.hasAttribute('data-stale');
  expect(isStale()).toBe(false);
  await userEvent.type(screen.getByLabelText('Bucket name'), '-2');
  expect(isStale()).toBe(true);
  expect(screen.getByText('The values were changed since.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
  expect(isStale()).toBe(false);
  // Another secret is another value, although nobody shows it.
  await userEvent.click(screen.getByRole('button', { name: /^Replace/ }));
  expect(isStale()).toBe(false);
  await userEvent.type(screen.getByLabelText('Secret access key'), 'x');
  expect(isStale()).toBe(true);
});

it('keeps the result of what was checked when just that is saved', async () => {
  const { client, checks, backend } = await world({ scripted: true, configured: false });
  render(<S3SettingsPanel client={client} />);
  await userEvent.type(await screen.findByLabelText('Bucket name'), ' acme-attachments ');
  await userEvent.type(screen.getByLabelText('AWS Region'), 'eu-central-1');
  await userEvent.type(screen.getByLabelText('Access key ID'), 'AKIACHECK00000000000');
  await userEvent.type(screen.getByLabelText('Secret access key'), 'secret-of-the-check');
  await start();
  await waitFor(() => expect(checks).toHaveLength(1));
  checks[0]?.write({ event: 'report', report });
  await waitFor(() => expect(summary()).toContain('One thing is wrong'));
  await userEvent.click(screen.getByRole('button', { name: /^Save/ }));
  // What did not work is checked once more before it is saved.
  await waitFor(() => expect(checks).toHaveLength(2));
  checks[1]?.write({ event: 'report', report });
  await userEvent.click(await screen.findByRole('button', { name: 'Save anyway' }));
  await screen.findByText(/^Saved\./);
  expect(document.querySelector('.s3a-check')?.hasAttribute('data-stale')).toBe(false);
  expect(backend).toBeTruthy();
});

it('says why the check itself could not be done', async () => {
  const { client, checks } = await world({ scripted: true });
  render(<S3SettingsPanel client={client} />);
  await start();
  await waitFor(() => expect(checks).toHaveLength(1));
  checks[0]?.write(told(passed('values')));
  checks[0]?.end();
  await waitFor(() => expect(summary()).toContain('The check could not be done'));
  expect(document.querySelector('.s3a-check [data-code="malformed_response"]')).toBeTruthy();
});

it('runs the whole check once in StrictMode, up to the proof in this browser', async () => {
  const { client, calls } = await world();
  render(
    <StrictMode>
      <S3SettingsPanel client={client} />
    </StrictMode>,
  );
  await start();
  await waitFor(() => expect(summary()).toBe('Everything works'), { timeout: 5000 });
  // What passed is folded away; who ran the check stays where they are.
  const steps = screen.getByText('Show the steps');
  expect(lines().checkVisibility()).toBe(false);
  expect(document.activeElement?.textContent).toBe('Check connection');
  await userEvent.click(steps);
  expect(lines().checkVisibility()).toBe(true);
  expect(stateOf('browser')).toBe('passed');
  expect(calls.filter((call) => call.startsWith('POST'))).toEqual([
    'POST /connection/check',
    'POST /connection/proof',
    'POST /connection/proof/confirmation',
  ]);
  // Health is read anew.
  await waitFor(() => expect(calls.at(-1)).toBe('GET /settings'));
});

it('checks what is typed, and what stands under *Advanced* with it', async () => {
  const { client, bodies } = await world();
  render(<S3SettingsPanel client={client} />);
  await userEvent.type(await screen.findByLabelText('Bucket name'), ' ');
  await start();
  await waitFor(() => expect(bodies).toHaveLength(1));
  expect(bodies[0]).toMatchObject({ region: 'eu-central-1', endpoint: '', keyPrefix: '', links: 'public' });
  expect(bodies[0]).not.toHaveProperty('secretAccessKey');
});

it('asks for the secret where another bucket is checked, and leads to its field', async () => {
  const { client } = await world();
  render(<S3SettingsPanel client={client} />);
  await userEvent.type(await screen.findByLabelText('Bucket name'), '-two');
  await start();
  const link = await screen.findByRole('button', { name: 'Go to “Secret access key”' });
  await userEvent.click(link);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Secret access key')));
});

it('checks with one click also when leaving the field shows what is wrong with it', async () => {
  const { client, calls } = await world({ configured: false });
  render(<S3SettingsPanel client={client} />);
  await userEvent.type(await screen.findByLabelText('Bucket name'), 'arn:aws:s3:::triage-ai-attachments');
  await userEvent.type(screen.getByLabelText('AWS Region'), 'eu-central-1');
  await userEvent.type(screen.getByLabelText('Access key ID'), 'AKIAFAKETRIAGEAI2345');
  await userEvent.type(screen.getByLabelText('Secret access key'), 'x'.repeat(40));
  await start();
  await waitFor(() => expect(summary()).toMatch(/wrong/), { timeout: 5000 });
  expect(calls).toContain('POST /connection/check');
});

it('asks for what is empty instead of checking nothing', async () => {
  const { client, calls } = await world({ configured: false });
  render(<S3SettingsPanel client={client} />);
  await userEvent.type(await screen.findByLabelText('AWS Region'), 'eu-central-1');
  await start();
  const summary = await screen.findByRole('alert', { name: 'There is a problem' });
  await waitFor(() => expect(document.activeElement).toBe(summary));
  expect(summary.textContent).toContain('Bucket name: Enter a value.');
  expect(screen.getByLabelText('Access key ID').getAttribute('aria-invalid')).toBe('true');
  expect(calls).not.toContain('POST /connection/check');
});

it('leaves nothing of the secret in the page, the cache or the storage', async () => {
  const { client, bodies } = await world({ configured: false });
  const queryClient = new QueryClient();
  const secret = 'fakeSecret/ofThePracticeAccount+OnlyABCD';
  render(
    <QueryClientProvider client={queryClient}>
      <S3SettingsPanel client={client} />
    </QueryClientProvider>,
  );
  const cached = () =>
    JSON.stringify([
      queryClient
        .getQueryCache()
        .getAll()
        .map(({ state, queryKey }) => [state, queryKey]),
      queryClient
        .getMutationCache()
        .getAll()
        .map(({ state }) => state),
    ]);
  const seen: string[] = [];
  const stop = queryClient.getQueryCache().subscribe(() => void seen.push(cached()));
  await userEvent.type(await screen.findByLabelText('Bucket name'), 'triage-ai-attachments');
  await userEvent.type(screen.getByLabelText('AWS Region'), 'eu-central-1');
  await userEvent.type(screen.getByLabelText('Access key ID'), 'AKIAFAKETRIAGEAI2345');
  await userEvent.type(screen.getByLabelText('Secret access key'), secret);
  await start();
  await waitFor(() => expect(summary()).toBe('Everything works'), { timeout: 5000 });
  stop();
  expect(bodies[0]).toMatchObject({ secretAccessKey: secret });
  const stored = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]);
  expect(document.documentElement.outerHTML + cached() + seen.join() + stored).not.toContain(secret);
});
