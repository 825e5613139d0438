import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  AttachmentList,
  type AttachmentListProps,
  createClient,
  targetToText,
} from '@triage-ai/s3-attachments';
import type { FakeBackend } from '@triage-ai/s3-attachments/testing';
import { HttpResponse, http } from 'msw';
import { useState } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { StoryBackend } from '../.storybook/serveBackend.ts';

const baseUrl = '/api/s3-attachments';

/** What a ticket holds: each attachment with its link, its size and *Delete*. */
const meta = {
  title: 'AttachmentList',
  component: AttachmentList,
  render: function Render(args) {
    const [client] = useState(() => createClient({ baseUrl }));
    return <AttachmentList {...args} client={client} />;
  },
  args: {
    ticketId: '1',
    settingsHref: (target) => `#settings-${targetToText(target)}`,
  } as Partial<AttachmentListProps> as AttachmentListProps,
  argTypes: { client: { control: false } },
} satisfies Meta<typeof AttachmentList>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Stores files as the uploader does, by the contract. */
async function store(backend: FakeBackend, files: readonly { name: string; size: number }[]) {
  const client = createClient({
    baseUrl: `https://desk.test${backend.basePath}`,
    fetch: async (url, init) => backend.handle(new Request(url, init)),
  });
  const { uploads } = await client.signUploads({
    body: {
      ticketId: '1',
      files: files.map((file, index) => ({ id: `f${index}`, type: 'image/png', ...file })),
    },
  });
  for (const [index, { result }] of uploads.entries()) {
    if (result.status !== 'signed' || result.target.to !== 's3') throw new Error('The backend did not sign.');
    const { url, headers } = result.target;
    await backend.s3(
      new Request(url, { method: 'PUT', headers, body: new Uint8Array(files[index]?.size ?? 0) }),
    );
    await client.completeUpload({ attachmentId: result.attachmentId, body: {} });
  }
}

const holding = (over: Partial<StoryBackend> & { change?: (backend: FakeBackend) => void } = {}) => ({
  backend: (): StoryBackend => ({
    ...over,
    prepare: async (backend) => {
      await backend.configure();
      await store(backend, [
        { name: 'screenshot of the error.png', size: 184_320 },
        {
          name: 'a name that is so long that no row of a ticket can show it whole, not even on a wide screen.log',
          size: 4096,
        },
      ]);
      over.change?.(backend);
    },
  }),
});

/** Two attachments. */
export const Two: Story = {
  parameters: holding(),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findAllByRole('link')).toHaveLength(2);
  },
};

/** A ticket without attachments shows nothing. */
export const None: Story = {
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('.s3a-list')).not.toHaveAttribute('aria-busy'));
    await expect(within(canvasElement).queryByRole('list')).toBeNull();
  },
};

/** For who may only read. */
export const ReadOnly: Story = {
  args: { readOnly: true } as AttachmentListProps,
  parameters: holding(),
  play: async ({ canvasElement }) => {
    await within(canvasElement).findAllByRole('link');
    await expect(within(canvasElement).queryByRole('button')).toBeNull();
  },
};

/** Deleting asks first, at the answer that loses nothing. */
export const AsksBeforeDeleting: Story = {
  parameters: holding(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Delete screenshot of the error.png' }));
    await expect(canvas.getByRole('button', { name: 'Keep' })).toHaveFocus();
  },
};

/** Deleted, in S3 too. */
export const Deleted: Story = {
  parameters: holding(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Delete screenshot of the error.png' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(canvas.getAllByRole('link')).toHaveLength(1), { timeout: 5000 });
    await expect(canvas.getByText('screenshot of the error.png deleted')).toBeInTheDocument();
  },
};

/** S3 refuses to delete: the IAM policy lacks DeleteObject. The attachment stays. */
export const DeleteRefused: Story = {
  parameters: holding({
    change: ({ s3 }) => {
      for (const user of s3.account.users) {
        for (const { document } of user.policies) {
          for (const statement of [document.Statement].flat()) statement.Action = ['s3:PutObject'];
        }
      }
    },
  }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Delete screenshot of the error.png' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Delete' }));
    await waitFor(
      () => expect(canvasElement.querySelector('.s3a-alert-title')).toHaveTextContent('may not delete files'),
      {
        timeout: 5000,
      },
    );
    await expect(canvas.getByRole('link', { name: /Go to the step “IAM policy”/ })).toBeVisible();
  },
};

/** The backend cannot be reached. */
export const BackendDown: Story = {
  parameters: {
    backend: (): StoryBackend => ({ http: [http.get(`*${baseUrl}/tickets/*`, () => HttpResponse.error())] }),
  },
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByText('triage.ai cannot be reached', undefined, { timeout: 5000 }),
    ).toBeVisible();
  },
};

/** Dark. */
export const Dark: Story = { ...Two, globals: { scheme: 'dark' } };
