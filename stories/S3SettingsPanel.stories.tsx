import type { Meta, StoryObj } from '@storybook/react-vite';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { S3SettingsPanel } from '@triage-ai/s3-attachments';
import { fakeAgent } from '@triage-ai/s3-attachments/testing';
import { HttpResponse, http } from 'msw';
import { useState } from 'react';
import { expect, waitFor, within } from 'storybook/test';
import { input, press } from './settings/acts.ts';
import { baseUrl, panelMeta, propsOf } from './settings/Panel.tsx';
import { configured, someChange, unanswered, unreachable, world } from './settings/worlds.ts';

/** The settings tab: where attachments are stored, the four values, and the guide that leads to them. */
const meta = { title: 'S3SettingsPanel', ...panelMeta, tags: ['autodocs'] } satisfies Meta<
  typeof S3SettingsPanel
>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The first visit: attachments are in the database, the form is empty, the guide's documents wait for a name. */
export const NotConfigured: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/^Attachments are stored in the database/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Save and store attachments in S3' })).toBeVisible();
    await expect(await canvas.findByText(/Enter the bucket’s name, and the documents/)).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Disable S3 storage' })).toBeNull();
  },
};

/** Everything is set: the secret is *configured* and cannot be read; nothing asks to be saved. */
export const Configured: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(
      await canvas.findByText(/stored in S3, in the bucket “triage-ai-attachments”/),
    ).toBeVisible();
    await expect(canvas.getByRole('group', { name: 'Secret access key' })).toHaveTextContent('Configured');
    await expect(canvas.queryByLabelText('Secret access key', { selector: 'input' })).toBeNull();
    await expect(canvas.queryByRole('button', { name: /^Save/ })).toBeNull();
  },
};

/** While the settings are on their way: the outlines of form and guide. */
export const Loading: Story = {
  parameters: world(() => ({ http: [unanswered('get', '/settings')] })),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('status')).toHaveTextContent('Loading the settings');
    await expect(canvas.queryByRole('textbox')).toBeNull();
  },
};

/** The backend cannot be reached: it says so, and *Try again* asks anew. */
export const BackendDown: Story = {
  parameters: world(() => ({ http: [unreachable('get', '/settings')] })),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const alert = await canvas.findByRole('alert', undefined, { timeout: 8000 });
    await expect(alert).toHaveTextContent('triage.ai cannot be reached');
    await expect(within(alert).getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect(canvas.queryByRole('textbox')).toBeNull();
  },
};

const outage = { over: false };

/** It was down when the page was opened, and is there when *Try again* is pressed. */
export const BackendBackAgain: Story = {
  parameters: world(() => {
    outage.over = false;
    return {
      prepare: (backend) => backend.configure(),
      http: [http.get(`*${baseUrl}/settings`, () => (outage.over ? undefined : HttpResponse.error()))],
    };
  }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole('alert', undefined, { timeout: 8000 });
    outage.over = true;
    await press(canvas, 'Try again');
    await expect(await input(canvas, 'Bucket name')).toHaveValue('triage-ai-attachments');
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
};

/** What answers is not our backend: a proxy’s sign-in page, or half an answer. */
export const HalfAnswered: Story = {
  parameters: world(() => ({
    http: [
      http.get(`*${baseUrl}/settings`, () => HttpResponse.json({ status: 'configured', bucket: 'half' })),
    ],
  })),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const alert = await canvas.findByRole('alert', undefined, { timeout: 8000 });
    await expect(alert).toHaveTextContent('The server gave an answer that we cannot read');
    await expect(within(alert).getByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

/** Somebody who is no administrator sees one sentence, and no form. */
export const NotAdministrator: Story = {
  parameters: world(() => ({ viewer: fakeAgent })),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const sentence = await canvas.findByText(/^Only administrators can see/, undefined, { timeout: 8000 });
    await expect(sentence).toBeVisible();
    await expect(canvas.queryByRole('alert')).toBeNull();
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};

/** Opened by an alert's link at a field. */
export const OpenedAtAField: Story = {
  args: propsOf({ focus: { kind: 'field', field: 'region' } }),
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(async () => expect(await input(canvas, 'AWS Region')).toHaveFocus());
  },
};

/** Opened by an alert's link at a field under *Advanced*, which opens for it. */
export const OpenedAtAnAdvancedField: Story = {
  args: propsOf({ focus: { kind: 'field', field: 'endpoint' } }),
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(async () => expect(await input(canvas, 'Endpoint')).toHaveFocus());
    await expect(canvas.getByRole('button', { name: /^Advanced/ })).toHaveAttribute('aria-expanded', 'true');
  },
};

/** Opened by an alert's link at the saved secret: it stays until somebody asks to replace it. */
export const OpenedAtTheSecret: Story = {
  args: propsOf({ focus: { kind: 'field', field: 'secretAccessKey' } }),
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(async () => expect(await canvas.findByRole('button', { name: /Replace/ })).toHaveFocus());
  },
};

/** Opened by an alert's link at a step of the guide, with the key of its document marked. */
export const OpenedAtAStep: Story = {
  args: propsOf({ focus: { kind: 'step', step: 'cors', part: 'AllowedMethods' } }),
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const document = await canvas.findByRole('region', { name: 'Document for “CORS”' });
    await expect(document).toBeVisible();
    await expect(document.querySelectorAll('[data-marked]')).toHaveLength(6);
    await expect(document.querySelector('[data-marked]')).toHaveTextContent('AllowedMethods');
    await expect(canvas.getByRole('button', { name: /Let browsers upload: CORS/ })).toHaveFocus();
  },
};

/** Inside a host that has a QueryClientProvider of its own. */
export const InsideAHostsQueryClient: Story = {
  parameters: configured(),
  decorators: [
    (Story) => {
      const [queryClient] = useState(() => new QueryClient());
      return (
        <QueryClientProvider client={queryClient}>
          <Story />
        </QueryClientProvider>
      );
    },
  ],
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/stored in S3/)).toBeVisible();
  },
};

/** With the host's own words for some entries. */
export const OwnWords: Story = {
  args: propsOf({
    messages: { panel: { title: 'Where files live' }, save: { saveFirst: 'Switch to S3' } },
  }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('button', { name: 'Switch to S3' })).toBeVisible();
    await expect(canvas.getByRole('region', { name: 'Where files live' })).toBeVisible();
    await expect(canvas.getByRole('heading', { name: 'Your bucket' })).toBeVisible();
  },
};

/** Dates in the host's language, beside its words. */
export const OwnLocale: Story = {
  args: propsOf({ locale: 'de' }),
  parameters: configured(async ({ store }) => {
    const row = await store.readSettings();
    const savedAt = new Date('2026-03-02T10:15:00Z');
    if (row) await store.saveSettings({ ...row, savedAt }, row.version, someChange);
  }),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/^Saved 02\.03\.2026, /)).toBeVisible();
  },
};
