import type { Meta, StoryObj } from '@storybook/react-vite';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createClient, S3SettingsPanel, type S3SettingsPanelProps } from '@triage-ai/s3-attachments';
import { fakeAgent } from '@triage-ai/s3-attachments/testing';
import { delay, HttpResponse, http } from 'msw';
import { useState } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { StoryBackend } from '../.storybook/serveBackend.ts';

const baseUrl = '/api/s3-attachments';

/** The settings tab: where attachments are stored, the four values, and the guide that leads to them. */
const meta = {
  title: 'S3SettingsPanel',
  component: S3SettingsPanel,
  render: function Render(args) {
    // A client of its own, so that no story sees what another has read.
    const [client] = useState(() => createClient({ baseUrl }));
    return <S3SettingsPanel {...args} client={client} />;
  },
  args: { onSaved: fn() } as Partial<S3SettingsPanelProps> as S3SettingsPanelProps,
  argTypes: { client: { control: false } },
} satisfies Meta<typeof S3SettingsPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const world = (backend: () => StoryBackend) => ({ backend });
const configured = world(() => ({ prepare: (backend) => backend.configure() }));

const fill = async (canvas: ReturnType<typeof within>, values: Record<string, string>) => {
  for (const [label, value] of Object.entries(values)) {
    const input = await canvas.findByLabelText(label);
    await userEvent.clear(input);
    await userEvent.type(input, value);
  }
};

/** The first visit: attachments are in the database. */
export const NotConfigured: Story = {
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/stored in the database/)).toBeVisible();
  },
};

/** Everything is set: the secret is *configured* and cannot be read. */
export const Configured: Story = {
  parameters: configured,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/stored in S3/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: /Replace/ })).toBeVisible();
    await expect(canvas.queryByLabelText('Secret access key', { selector: 'input' })).toBeNull();
  },
};

/** While the settings are on their way. */
export const Loading: Story = {
  parameters: world(() => ({
    http: [
      http.get(`*${baseUrl}/settings`, async () => {
        await delay('infinite');
        return HttpResponse.json({});
      }),
    ],
  })),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('Loading the settings')).toBeInTheDocument();
  },
};

/** The backend cannot be reached. */
export const BackendDown: Story = {
  parameters: world(() => ({ http: [http.get(`*${baseUrl}/settings`, () => HttpResponse.error())] })),
  play: async ({ canvasElement }) => {
    const alert = await within(canvasElement).findByRole('alert', undefined, { timeout: 5000 });
    await expect(alert).toHaveTextContent('triage.ai cannot be reached');
  },
};

/** Somebody who is no administrator sees one sentence. */
export const NotAdministrator: Story = {
  parameters: world(() => ({ viewer: fakeAgent })),
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByText(/Only administrators/, undefined, { timeout: 5000 }),
    ).toBeVisible();
  },
};

/** Nothing was entered: each field says so, and the first takes the focus. */
export const NothingEntered: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /Save and store/ }));
    await waitFor(() => expect(canvas.getAllByText('Enter a value.')).toHaveLength(4));
    await expect(canvas.getByLabelText('Bucket name')).toHaveFocus();
  },
};

/** Values that cannot be right. */
export const ImpossibleValues: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await fill(canvas, { 'Bucket name': 'My Bucket', 'AWS Region': 'US East', 'Access key ID': 'AKIA 1234' });
    await fill(canvas, { 'Secret access key': 'two words' });
    await userEvent.click(canvas.getByRole('button', { name: /Save and store/ }));
    await expect(await canvas.findByText(/3 to 63 lower-case letters/)).toBeVisible();
    await expect(canvas.getByText(/Use the region’s code/)).toBeVisible();
  },
};

/** The four values are typed, and saved: nothing of the secret is left in the page. */
export const Saved: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const secret = 'story+secret/0123456789abcdefghijklmnopq';
    await fill(canvas, {
      'Bucket name': 'acme-triage-attachments',
      'AWS Region': 'eu-central-1',
      'Access key ID': 'AKIASTORY00000000000',
      'Secret access key': secret,
    });
    await userEvent.click(canvas.getByRole('button', { name: /Save and store/ }));
    await expect(await canvas.findByText(/^Saved\. New attachments/)).toBeVisible();
    await expect(args.onSaved).toHaveBeenCalledOnce();
    await expect(canvasElement.innerHTML).not.toContain(secret);
    for (const input of canvasElement.querySelectorAll('input'))
      await expect(input.value).not.toContain(secret);
  },
};

/** The secret is shown while it is typed, because somebody asked for it. */
export const SecretShown: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const input = await canvas.findByLabelText('Secret access key');
    await expect(input).toHaveAttribute('type', 'password');
    await userEvent.type(input, 'visible-while-typed');
    await userEvent.click(canvas.getByRole('switch', { name: 'Show' }));
    await expect(input).toHaveAttribute('type', 'text');
  },
};

/** Another secret is being entered; the saved one can still be kept. */
export const ReplacingTheSecret: Story = {
  parameters: configured,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /Replace/ }));
    await waitFor(() => expect(canvas.getByLabelText('Secret access key')).toHaveFocus());
    await expect(canvas.getByText('Keep the saved one')).toBeVisible();
  },
};

/** Another access key ID needs its own secret. */
export const AnotherAccessKey: Story = {
  parameters: configured,
  play: async ({ canvasElement }) => {
    await fill(within(canvasElement), { 'Access key ID': 'AKIAOTHER00000000000' });
    await expect(await within(canvasElement).findByText(/has another secret/)).toBeVisible();
  },
};

/** The secret was encrypted with a key that the server has no more. */
export const SecretUnreadable: Story = {
  parameters: world(() => ({
    prepare: async (backend) => {
      await backend.configure();
      const row = await backend.store.readSettings();
      if (!row?.accessKey) return;
      const accessKey = { ...row.accessKey, sealedSecret: 'v1.00000000.AAAA.AAAA' };
      await backend.store.saveSettings({ ...row, accessKey }, row.version);
    },
  })),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/can no longer be read/)).toBeVisible();
    await expect(within(canvasElement).getByLabelText('Secret access key')).toBeVisible();
  },
};

/** Saving failed: what was typed is still there. */
export const SaveFailed: Story = {
  parameters: world(() => ({ http: [http.put(`*${baseUrl}/settings`, () => HttpResponse.error())] })),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await fill(canvas, {
      'Bucket name': 'acme-triage-attachments',
      'AWS Region': 'eu-central-1',
      'Access key ID': 'AKIASTORY00000000000',
      'Secret access key': 'kept-until-the-page-is-left',
    });
    await userEvent.click(canvas.getByRole('button', { name: /Save and store/ }));
    await expect(await canvas.findByRole('alert')).toHaveTextContent('triage.ai cannot be reached');
    await expect(canvas.getByLabelText('Secret access key')).toHaveValue('kept-until-the-page-is-left');
  },
};

/** Opened by an alert's link at a field. */
export const OpenedAtAField: Story = {
  args: { focus: { kind: 'field', field: 'region' } } as S3SettingsPanelProps,
  parameters: configured,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(async () => expect(await canvas.findByLabelText('AWS Region')).toHaveFocus());
  },
};

/** Opened by an alert's link at the saved secret. */
export const OpenedAtTheSecret: Story = {
  args: { focus: { kind: 'field', field: 'secretAccessKey' } } as S3SettingsPanelProps,
  parameters: configured,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(async () => expect(await canvas.findByRole('button', { name: /Replace/ })).toHaveFocus());
  },
};

/** Opened by an alert's link at a step of the guide, with the key of its document marked. */
export const OpenedAtAStep: Story = {
  args: { focus: { kind: 'step', step: 'cors', part: 'AllowedMethods' } } as S3SettingsPanelProps,
  parameters: configured,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const document = await canvas.findByRole('region', { name: 'Document for “CORS”' });
    await expect(document).toBeVisible();
    await expect(document.querySelectorAll('[data-marked]')).toHaveLength(6);
    await expect(document.querySelector('[data-marked]')).toHaveTextContent('AllowedMethods');
  },
};

/** Inside a host that has a QueryClientProvider of its own. */
export const InsideAHostsQueryClient: Story = {
  parameters: configured,
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
  args: {
    messages: { panel: { title: 'Where files live', saveFirst: 'Switch to S3' } },
  } as S3SettingsPanelProps,
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('button', { name: 'Switch to S3' })).toBeVisible();
  },
};

/** Dark. */
export const Dark: Story = { ...Configured, globals: { scheme: 'dark' } };

/** Right to left. */
export const RightToLeft: Story = { ...Configured, globals: { direction: 'rtl' } };
