import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  createClient,
  targetToText,
  UploadFailureAlert,
  type UploadFailureAlertProps,
} from '@triage-ai/s3-attachments';
import {
  documentedAccount,
  type FakeAccount,
  type FakeBackend,
  fakeAgent,
} from '@triage-ai/s3-attachments/testing';
import { useState } from 'react';
import { expect, waitFor, within } from 'storybook/test';
import type { StoryBackend } from '../.storybook/serveBackend.ts';

const baseUrl = '/api/s3-attachments';

/** A banner for the host's admin pages while uploads to S3 are failing. */
const meta = {
  title: 'UploadFailureAlert',
  component: UploadFailureAlert,
  tags: ['autodocs'],
  render: function Render(args) {
    const [client] = useState(() => createClient({ baseUrl }));
    return <UploadFailureAlert {...args} client={client} />;
  },
  args: {
    settingsHref: (target) => `#settings-${targetToText(target)}`,
  } as Partial<UploadFailureAlertProps> as UploadFailureAlertProps,
  argTypes: { client: { control: false } },
} satisfies Meta<typeof UploadFailureAlert>;

export default meta;
type Story = StoryObj<typeof meta>;

const ask = async <T,>({ handle, basePath }: FakeBackend, path: string, body: object): Promise<T> => {
  const response = await handle(
    new Request(`${location.origin}${basePath}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return response.json() as Promise<T>;
};

interface Signed {
  uploads: { result: { attachmentId: string; target: { url: string; headers: Record<string, string> } } }[];
}

/** Tries to upload as many files as a browser would, and reports each one that S3 did not take. */
const upload = async (backend: FakeBackend, count: number) => {
  const files = Array.from({ length: count }, (_, index) => ({
    id: `f${index}`,
    name: `file-${index}.txt`,
    size: 4,
    type: 'text/plain',
  }));
  const { uploads } = await ask<Signed>(backend, '/uploads', { ticketId: '1', files });
  for (const { result } of uploads) {
    const { attachmentId, target } = result;
    const answer = await backend.s3(
      new Request(target.url, { method: 'PUT', headers: target.headers, body: 'text' }),
    );
    const failure = { status: answer.status, body: await answer.text(), loaded: 4, total: 4, online: true };
    if (answer.ok) await ask(backend, `/attachments/${attachmentId}/complete`, {});
    else await ask(backend, `/attachments/${attachmentId}/failure`, failure);
  }
};

/** What the IAM policy allows. */
const allow = ({ buckets: [bucket], users: [user] }: FakeAccount, ...actions: string[]) => {
  const [policy] = user?.policies ?? [];
  if (!policy) return;
  policy.document = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: actions, Resource: `arn:aws:s3:::${bucket?.name}/*` }],
  };
};

/** A world in which uploads failed, and then something happened. */
const failed = (then: StoryBackend['prepare'] = () => {}, over: Partial<StoryBackend> = {}) => ({
  backend: (): StoryBackend => ({
    account: documentedAccount(),
    log: () => {},
    ...over,
    prepare: async (backend) => {
      await backend.configure();
      allow(backend.s3.account, 's3:DeleteObject');
      await upload(backend, 12);
      await then(backend);
    },
  }),
});

/** Twelve files failed for one reason: it is named once, with the way to what has to be changed. */
export const Failing: Story = {
  parameters: failed(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/12 uploads failed/)).toBeVisible();
    await expect(canvas.getByRole('link')).toHaveAttribute(
      'href',
      expect.stringContaining('step:iam-policy'),
    );
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(/^Uploads .* failing: /));
  },
};

/** The settings were saved anew: whether that mended it shows with the next upload. */
export const ChangedSince: Story = {
  parameters: failed((backend) => backend.configure({ region: 'eu-west-1' })),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/nothing was uploaded yet/)).toBeVisible();
    await expect(canvas.queryByRole('link')).toBeNull();
  },
};

const showsNothing: NonNullable<Story['play']> = async ({ canvasElement }) => {
  // Long enough for the settings to be read.
  await new Promise((resolve) => setTimeout(resolve, 300));
  await expect(canvasElement.querySelector('.s3a')).toBeNull();
};

/** Uploads work again: it shows nothing. */
export const Recovered: Story = {
  parameters: failed(async (backend) => {
    allow(backend.s3.account, 's3:PutObject', 's3:DeleteObject');
    await upload(backend, 1);
  }),
  play: showsNothing,
};

/** Who may not read the settings is shown nothing. */
export const NotAdministrator: Story = {
  parameters: failed(undefined, { viewer: fakeAgent }),
  play: showsNothing,
};

/** A phone. */
export const Narrow: Story = {
  ...Failing,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 358 }}>
        <Story />
      </div>
    ),
  ],
};

/** Dark. */
export const Dark: Story = { ...Failing, globals: { scheme: 'dark' } };

/** Right to left. */
export const RightToLeft: Story = { ...Failing, globals: { direction: 'rtl' } };
