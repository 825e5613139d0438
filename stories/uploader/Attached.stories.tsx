import type { Meta, StoryObj } from '@storybook/react-vite';
import { fakeAgent } from '@triage-ai/s3-attachments/testing';
import { expect, waitFor, within } from 'storybook/test';
import {
  account,
  args,
  attach,
  expectRows,
  expectSaid,
  photo,
  picture,
  press,
  Stage,
  text,
} from './Stage.tsx';

/** Files that have arrived, and what is not right although they have. */
const meta = {
  title: 'AttachmentUploader/Attached',
  component: Stage,
  args,
} satisfies Meta<typeof Stage>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Pictures have a small one of themselves in their row. */
export const Pictures: Story = {
  parameters: account(),
  play: async ({ canvasElement }) => {
    await attach(
      canvasElement,
      await photo('sunrise.png', '#b42318', '#f5c26b'),
      await photo('sea.png', '#0f766e', '#93c5fd'),
      text('notes.txt'),
    );
    await expectRows(canvasElement, 'stored', 3);
    await waitFor(() =>
      expect(canvasElement.querySelectorAll('.s3a-thumb canvas:not([hidden])')).toHaveLength(2),
    );
    await expectSaid(canvasElement, '3 files uploaded');
  },
};

/** Off the list, and stored all the same. */
export const Cleared: Story = {
  parameters: account(),
  play: async ({ canvasElement }) => {
    await attach(canvasElement, text('a.txt'), text('b.txt', 20));
    await expectRows(canvasElement, 'stored', 2);
    await press(canvasElement, 'Clear');
    await expectRows(canvasElement, 'stored', 0);
    await expect(within(canvasElement).getByRole('button', { name: 'Attach files' })).toHaveFocus();
  },
};

/** S3 is not configured: the same widget, the database. */
export const InTheDatabase: Story = {
  play: async ({ canvasElement }) => {
    await attach(canvasElement, picture('small.png', 20_000));
    await expect(await within(canvasElement).findByText('Attached, in the database')).toBeVisible();
  },
};

/** Stored, but the public link will not open: the bucket policy is missing. Said once of both. */
export const NotReadable: Story = {
  parameters: account((aws) => {
    for (const bucket of aws.buckets) bucket.policy = null;
  }),
  play: async ({ canvasElement }) => {
    await attach(canvasElement, picture('one.png'), picture('two.png', 9000));
    await expectRows(canvasElement, 'stored', 2);
    await waitFor(
      () => expect(canvasElement.querySelectorAll('.s3a-alert[data-tone=warning]')).toHaveLength(1),
      {
        timeout: 8000,
      },
    );
    await waitFor(() =>
      expect(canvasElement.querySelector('.s3a-alert')).toHaveTextContent(/its link cannot be opened/),
    );
    await expect(canvasElement.querySelector('.s3a-alert-title')).toHaveTextContent(/^2 files: /);
  },
};

/** The same for an agent: stored, nothing to do again, a reference to hand on. */
export const NotReadableForAnAgent: Story = {
  parameters: account(
    (aws) => {
      for (const bucket of aws.buckets) bucket.policy = null;
    },
    { viewer: fakeAgent },
  ),
  play: async ({ canvasElement }) => {
    await attach(canvasElement, picture());
    await waitFor(
      () => expect(canvasElement.querySelector('.s3a-alert-title')).toHaveTextContent('The file is stored'),
      { timeout: 8000 },
    );
    await expect(within(canvasElement).queryByRole('button', { name: 'Try again' })).toBeNull();
  },
};
