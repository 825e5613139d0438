import type { Meta, StoryObj } from '@storybook/react-vite';
import type { S3SettingsPanel } from '@triage-ai/s3-attachments';
import { expect, screen, waitFor, within } from 'storybook/test';
import { enter, expectSaid, expectSaveNotice, expectValues, press } from './acts.ts';
import { panelMeta } from './Panel.tsx';
import { configured, saveAsGrace, values } from './worlds.ts';
import type { FakeBackend } from '@triage-ai/s3-attachments/testing';

/** Taking S3 out of use, back into use, and removing its key: each asks first and says what follows. */
const meta = { title: 'S3SettingsPanel/Storage', ...panelMeta } satisfies Meta<typeof S3SettingsPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The question stands at the end of the page; *Cancel* has the focus at first. */
const dialog = async (title: string) => {
  const asked = await screen.findByRole('alertdialog', { name: title });
  await waitFor(() => expect(within(asked).getByRole('button', { name: 'Cancel' })).toHaveFocus());
  return asked;
};

/** What is said where the buttons are; it has the focus, because the button that was pressed is gone. */
const expectDone = async (element: HTMLElement, text: string) => {
  const said = element.querySelector('.s3a-storage-said');
  await waitFor(() => expect(said).toHaveTextContent(text));
  await waitFor(() => expect(said).toHaveFocus());
};

/** *Disable* asks first: what follows for new attachments, and for those that are in the bucket. */
export const DisableAsked: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    await press(within(canvasElement), 'Disable S3 storage');
    const asked = await dialog('Disable S3 storage?');
    await expect(asked).toHaveTextContent('New attachments go to the database from now on.');
    await expect(asked).toHaveTextContent(/they can be opened and deleted as before/);
  },
};

/** *Cancel*: nothing has changed, and the focus is where it was. */
export const DisableCancelled: Story = {
  parameters: configured(),
  play: async (context) => {
    await DisableAsked.play?.(context);
    await press(screen, 'Cancel');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    const canvas = within(context.canvasElement);
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Disable S3 storage' })).toHaveFocus());
    await expect(canvas.getByText(/^Attachments are stored in S3/)).toBeVisible();
  },
};

/** Disabled a moment ago. */
export const JustDisabled: Story = {
  parameters: configured(),
  play: async (context) => {
    await DisableAsked.play?.(context);
    const { canvasElement } = context;
    await press(within(await dialog('Disable S3 storage?')), 'Disable S3 storage');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    await expectDone(canvasElement, 'S3 storage is disabled.');
    const canvas = within(canvasElement);
    await expect(canvas.getByText(/S3 is set up with the bucket .* and out of use/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Enable S3 storage' })).toBeVisible();
  },
};

/** The page of somebody who comes later. */
export const Disabled: Story = {
  parameters: configured(({ changeStatus }) => changeStatus('disabled')),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/S3 is set up with the bucket .* and out of use/)).toBeVisible();
    await expect(canvas.getByText(/^New attachments go to the database\. Those in the bucket/)).toBeVisible();
    await expect(canvas.getByRole('group', { name: 'Secret access key' })).toHaveTextContent('Configured');
  },
};

/** Enabled again: that asks nothing, because nothing is lost by it. */
export const EnabledAgain: Story = {
  parameters: configured(({ changeStatus }) => changeStatus('disabled')),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvas, 'Enable S3 storage');
    await expectDone(canvasElement, 'S3 storage is enabled.');
    await expect(canvas.getByText(/^Attachments are stored in S3/)).toBeVisible();
  },
};

/** Saved while it is out of use: it stays out of use, and that is said. */
export const SavedWhileDisabled: Story = {
  parameters: configured(({ changeStatus }) => changeStatus('disabled')),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvas, /^Replace/);
    await enter(canvas, { 'Secret access key': values['Secret access key'] });
    await press(canvas, 'Save changes');
    await expectSaveNotice(canvasElement, /^Saved\. New attachments still go to the database/);
  },
};

/** *Remove keys* asks first, and names the key. */
export const RemoveAsked: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    await press(within(canvasElement), 'Remove keys');
    const asked = await dialog('Remove the access key?');
    await expect(asked).toHaveTextContent('AKIAFAKETRIAGEAI2345 and its secret are erased here');
    await expect(asked).toHaveTextContent(/can still be opened by their public links/);
    await expect(asked).toHaveTextContent('The key itself still exists in AWS');
  },
};

/** With private links it costs more, and says so. */
export const RemoveAskedOfPrivateLinks: Story = {
  parameters: configured(({ configure }) => configure({ links: 'private' })),
  play: async ({ canvasElement }) => {
    await press(within(canvasElement), 'Remove keys');
    await expect(await dialog('Remove the access key?')).toHaveTextContent(
      /can neither be opened nor deleted until a key is entered again/,
    );
  },
};

/** Removed a moment ago: bucket and region stay, the key's fields are empty. */
export const JustRemoved: Story = {
  parameters: configured(),
  play: async (context) => {
    await RemoveAsked.play?.(context);
    const { canvasElement } = context;
    await press(within(await dialog('Remove the access key?')), 'Remove the access key');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    await expectDone(canvasElement, 'The access key was removed.');
    const canvas = within(canvasElement);
    await expectValues(canvas, {
      'Bucket name': 'triage-ai-attachments',
      'Access key ID': '',
      'Secret access key': '',
    });
    await expect(canvas.queryByRole('button', { name: 'Remove keys' })).toBeNull();
  },
};

/** The page of somebody who comes later. */
export const KeysRemoved: Story = {
  parameters: configured(({ changeStatus }) => changeStatus('keys_removed')),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(
      await canvas.findByText(/The access key for the bucket “triage-ai-attachments” was removed\./),
    ).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Enable S3 storage' })).toBeNull();
    await expectSaid(canvas, 'Secret access key', 'AWS shows it once.');
  },
};

/** A key is entered again: S3 is in use again. */
export const KeyEnteredAgain: Story = {
  parameters: configured(({ changeStatus }) => changeStatus('keys_removed')),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const { 'Access key ID': key, 'Secret access key': secret } = values;
    await enter(canvas, { 'Access key ID': key, 'Secret access key': secret });
    await press(canvas, 'Save changes');
    await expectSaveNotice(canvasElement, /^Saved\. New attachments are stored in the bucket/);
    await expect(canvas.getByRole('button', { name: 'Remove keys' })).toBeVisible();
  },
};

/** Somebody else saved before the question was answered: nothing was changed, and that is said. */
export const ChangedMeanwhile: Story = {
  parameters: configured(),
  play: async (context) => {
    await DisableAsked.play?.(context);
    const { canvasElement, loaded } = context;
    await saveAsGrace(loaded.backend as FakeBackend, { bucket: 'graces-attachments' });
    await press(within(await dialog('Disable S3 storage?')), 'Disable S3 storage');
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('Somebody else changed the settings meanwhile')).toBeVisible();
    await expectValues(canvas, { 'Bucket name': 'graces-attachments' });
    await expect(canvas.getByText(/^Attachments are stored in S3/)).toBeVisible();
  },
};
