import type { Meta, StoryObj } from '@storybook/react-vite';
import type { S3SettingsPanel } from '@triage-ai/s3-attachments';
import type { FakeBackend } from '@triage-ai/s3-attachments/testing';
import { expect, waitFor, within } from 'storybook/test';
import { enter, expectSaveNotice, press } from './acts.ts';
import { inWidth, panelMeta, propsOf } from './Panel.tsx';
import { configured, saveAsGrace, secondKey, unreachable, values } from './worlds.ts';

/** Who changed what and when, in plain sentences; it is read once somebody opens it. */
const meta = { title: 'S3SettingsPanel/History', ...panelMeta } satisfies Meta<typeof S3SettingsPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const historyIn = (element: HTMLElement) => element.querySelector<HTMLElement>('.s3a-history');
const openHistory = async (element: HTMLElement) => {
  await press(within(element), 'History');
  await waitFor(() =>
    expect(historyIn(element)?.querySelector('li, .s3a-hint, [role=alert]')).not.toBeNull(),
  );
  return within(historyIn(element) as HTMLElement);
};

/** What became of the settings in two years, written down as it happened. */
const eventful = async ({ configure, changeStatus, store }: FakeBackend) => {
  await configure({ region: 'eu-west-1' });
  await configure({
    region: 'eu-central-1',
    links: 'private',
    linkLifetime: 3600,
    keyPrefix: 'help-desk/',
    largeFiles: true,
  });
  await changeStatus('disabled');
  await changeStatus('configured');
  await configure({ secretAccessKey: 'mistyped/OfThePracticeAccount+OnlyABCDEF' });
  await configure({ ...secondKey, keyPrefix: '', links: 'public', largeFiles: false });
  await saveAsGrace({ store } as FakeBackend, { bucket: 'graces-attachments' });
  const at = new Date();
  await store.addChange({ at, by: null, deed: { kind: 're_encrypted' } });
  const move = { kind: 'move', to: 's3', bucket: 'graces-attachments' } as const;
  await store.addChange({ at, by: 'grace', deed: { ...move, step: 'started' } });
  await store.addChange({ at, by: null, deed: { ...move, step: 'finished' } });
  await changeStatus('keys_removed');
};

/** Nothing was changed since the history is kept: the settings are older than it. */
export const Empty: Story = {
  parameters: configured(({ store }) => {
    store.listChanges = async () => [];
  }),
  play: async ({ canvasElement }) => {
    const history = await openHistory(canvasElement);
    await expect(history.getByText(/^Nothing has been changed since/)).toBeVisible();
  },
};

/** Set up a moment ago: who did it, when, and every value but the secret. */
export const SetUp: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const history = await openHistory(canvasElement);
    await expect(history.getByText('administrator set up S3 storage')).toBeVisible();
    await expect(history.getByText('Bucket name: triage-ai-attachments')).toBeVisible();
    await expect(history.getByText('A secret access key was entered')).toBeVisible();
    await expect(canvasElement.innerHTML).not.toContain(values['Secret access key']);
  },
};

/** Everything that can become of settings, the newest first. */
export const Eventful: Story = {
  parameters: configured(eventful),
  play: async ({ canvasElement }) => {
    const history = await openHistory(canvasElement);
    const titles = history
      .getAllByText(/^(administrator|grace|The server) /, { selector: 'p > span' })
      .map(({ textContent }) => textContent);
    await expect(titles).toEqual([
      'administrator removed the access key',
      'The server finished the move to the bucket “graces-attachments”',
      'grace began to move attachments to the bucket “graces-attachments”',
      'The server encrypted the saved secret anew',
      'grace changed the settings',
      'administrator changed the settings',
      'administrator replaced the access key',
      'administrator enabled S3 storage again',
      'administrator disabled S3 storage',
      'administrator changed the settings',
      'administrator changed the settings',
      'administrator set up S3 storage',
    ]);
    await expect(history.getByText('AWS Region: eu-central-1 became eu-west-1')).toBeVisible();
    await expect(history.getByText('Key prefix: help-desk/ was removed')).toBeVisible();
    await expect(history.getByText('How long a private link works: 15 minutes became 1 hour')).toBeVisible();
    await expect(history.getByText('Permissions to tidy up large files: turned on')).toBeVisible();
  },
};

/** The same on a phone. */
export const OnAPhone: Story = { ...Eventful, decorators: [inWidth(390)] };

/** Dates in the host's language, under the host's own word. */
export const OwnWords: Story = {
  args: propsOf({ locale: 'de', messages: { history: { title: 'Verlauf' } } }),
  parameters: configured(async ({ store }) => {
    const at = new Date('2026-03-02T10:15:00Z');
    await store.addChange({ at, by: 'grace', deed: { kind: 'settings', fields: [] } });
  }),
  play: async ({ canvasElement }) => {
    await press(within(canvasElement), 'Verlauf');
    await expect(await within(canvasElement).findByText(/^02\.03\.2026, /)).toBeVisible();
  },
};

/** More changes than are told: that is said. */
export const Many: Story = {
  parameters: configured(async ({ store }) => {
    const deed = (n: number) =>
      ({
        kind: 'settings',
        fields: [{ field: 'keyPrefix', before: `desk-${n}/`, after: `desk-${n + 1}/` }],
      }) as const;
    for (let n = 0; n < 120; n++)
      await store.addChange({
        at: new Date(Date.UTC(2026, 0, 1 + n)),
        by: 'grace',
        deed: { kind: 'settings', fields: [...deed(n).fields] },
      });
  }),
  play: async ({ canvasElement }) => {
    const history = await openHistory(canvasElement);
    await expect(canvasElement.querySelectorAll('.s3a-changes > li')).toHaveLength(100);
    await expect(history.getByText(/Older ones are kept on the server/)).toBeVisible();
  },
};

/** The server cannot be reached: said there, and tried again from there. */
export const Unreachable: Story = {
  parameters: configured(undefined, () => [unreachable('get', '/settings/changes')]),
  play: async ({ canvasElement }) => {
    await press(within(canvasElement), 'History');
    const failed = await within(historyIn(canvasElement) as HTMLElement).findByRole('alert', undefined, {
      timeout: 8000,
    });
    await expect(within(failed).getByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

/** A save while it is open is its newest line. */
export const FollowsASave: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const history = await openHistory(canvasElement);
    const canvas = within(canvasElement);
    await press(canvas, 'Replace: Secret access key');
    await enter(canvas, { 'Secret access key': values['Secret access key'] });
    await press(canvas, 'Save changes');
    await expectSaveNotice(canvasElement, /^Saved\./);
    await expect(await history.findByText('The secret access key was replaced')).toBeVisible();
  },
};
