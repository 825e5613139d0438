import type { Meta, StoryObj } from '@storybook/react-vite';
import { AttachmentUploader } from '@triage-ai/s3-attachments';
import { createXhrTransfer } from '@triage-ai/s3-attachments/client';
import type { FakeBackend } from '@triage-ai/s3-attachments/testing';
import { expect, waitFor } from 'storybook/test';
import { stopsAt } from './uploader/scriptedEdges.ts';
import {
  account,
  args,
  attach,
  expectRows,
  photo,
  picture,
  Stage,
  type StageProps,
  text,
} from './uploader/Stage.tsx';

/** The composer's uploader: choose, drop or paste; files go straight from the browser to S3. */
const meta = {
  title: 'AttachmentUploader',
  component: AttachmentUploader,
  tags: ['autodocs'],
  render: (props: StageProps) => <Stage {...props} />,
  args: { ...args, locale: 'en-GB' },
  argTypes: { client: { control: false } },
} satisfies Meta<StageProps>;

export default meta;
type Story = StoryObj<typeof meta>;

const line = stopsAt(0.6).transfer;
const send = createXhrTransfer();

/** One is stored, two are under way; then the bucket’s CORS rules lost PUT, and the next file says so, with where to mend it. */
export const InAllStates: Story = {
  parameters: account(),
  // The pictures are on a slow line, the texts go through to S3.
  args: { edges: { transfer: (request) => (request.body.size > 1_000_000 ? line : send)(request) } },
  play: async (context) => {
    const { canvasElement } = context;
    await attach(canvasElement, await photo('sunrise.png', '#b42318', '#f5c26b'));
    await expectRows(canvasElement, 'stored');
    await attach(
      canvasElement,
      picture('recording of the screen.png', 18_000_000),
      picture('contract.png', 2_400_000),
    );
    await expectRows(canvasElement, 'sending', 2);
    const { s3 } = context.loaded.backend as FakeBackend;
    for (const rule of s3.account.buckets[0]?.cors ?? []) rule.AllowedMethods = ['GET', 'HEAD'];
    await attach(canvasElement, text('crash.log', 82_000));
    await expectRows(canvasElement, 'failed');
    await waitFor(() =>
      expect(canvasElement.querySelector('.s3a-alert-title')).toHaveTextContent('do not allow PUT'),
    );
  },
};
