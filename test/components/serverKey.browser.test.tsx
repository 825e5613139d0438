import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setupWorker } from 'msw/browser';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createClient, S3SettingsPanel } from '../../src/index.ts';
import '../../src/styles/styles.css';
import { createFakeBackend, documentedAccount } from '../../src/testing/index.ts';
import { createMswHandlers } from '../../src/testing/msw.ts';

// The panel where the server brings the access key by itself.

const worker = setupWorker();
beforeAll(() => worker.start({ quiet: true, onUnhandledRequest: 'bypass' }));
afterAll(() => worker.stop());
afterEach(cleanup);

const key = {
  accessKeyId: 'AKIAFAKETRIAGEAI2345',
  secretAccessKey: 'fakeSecret/ofThePracticeAccount+OnlyABCD',
};

async function world() {
  const credentials = async () => key;
  const backend = createFakeBackend({ account: documentedAccount(), credentials, log: () => {} });
  // S3, for the proof in this browser.
  worker.resetHandlers(...createMswHandlers(backend));
  const bodies: string[] = [];
  const client = createClient({
    baseUrl: backend.basePath,
    fetch: async (url, init) => {
      bodies.push(String(init?.body ?? ''));
      return backend.handle(new Request(new URL(String(url), location.href), init));
    },
  });
  return { backend, client, bodies };
}

const field = (label: string) => screen.findByLabelText<HTMLInputElement>(label, { selector: 'input' });
const box = () => screen.findByRole('group', { name: 'The access key comes from the server' });

it('sends no key, also when somebody pastes one with the bucket', async () => {
  const { client, backend, bodies } = await world();
  render(<S3SettingsPanel client={client} />);
  await box();
  const bucket = await field('Bucket name');
  await userEvent.click(bucket);
  await userEvent.paste(
    `Bucket name: triage-ai-attachments\nAWS Region: eu-central-1\nAccess key ID: AKIAPASTEDPASTED2345\nSecret access key: ${key.secretAccessKey}`,
  );
  await waitFor(() => expect(bucket.value).toBe('triage-ai-attachments'));
  expect((await field('AWS Region')).value).toBe('eu-central-1');
  expect(screen.getAllByText('Filled in: Bucket name and AWS Region.').length).toBeGreaterThan(0);
  await userEvent.click(screen.getByRole('button', { name: 'Save and store attachments in S3' }));
  await waitFor(async () => expect(await backend.store.readSettings()).not.toBeNull(), { timeout: 10_000 });
  expect(bodies.join()).toContain('triage-ai-attachments');
  for (const one of ['accessKeyId', 'secretAccessKey', 'PASTED', key.secretAccessKey])
    expect(bodies.join()).not.toContain(one);
});

it('leads to the server’s key whoever wants to go to a field of one', async () => {
  const { client, backend } = await world();
  await backend.configure();
  for (const name of ['accessKeyId', 'secretAccessKey'] as const) {
    render(<S3SettingsPanel client={client} focus={{ kind: 'field', field: name }} />);
    const found = await box();
    await waitFor(() => expect(found).toHaveProperty('ownerDocument.activeElement', found));
    cleanup();
  }
});
