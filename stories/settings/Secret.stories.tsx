import type { Meta, StoryObj } from '@storybook/react-vite';
import type { S3SettingsPanel } from '@triage-ai/s3-attachments';
import type { FakeBackend } from '@triage-ai/s3-attachments/testing';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { enter, expectSaid, expectSaveNotice, expectValues, input, press } from './acts.ts';
import { panelMeta } from './Panel.tsx';
import { configured, secondKey, someChange, values } from './worlds.ts';

/** The write-only secret: configured, or being entered. Nothing shows the one that is saved. */
const meta = { title: 'S3SettingsPanel/Secret', ...panelMeta } satisfies Meta<typeof S3SettingsPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const secretInput = { selector: 'input' };

/** The row as it would be, had the key been saved so long ago, or sealed with another encryption key. */
const withKey = (over: { sealedSecret?: string; savedAt?: Date }) =>
  configured(async ({ store }: FakeBackend) => {
    const row = await store.readSettings();
    if (!row?.accessKey) return;
    const accessKey = { ...row.accessKey, ...over };
    await store.saveSettings({ ...row, accessKey }, row.version, someChange);
  });

/** The secret is shown while it is typed, because somebody asked for it. */
export const Shown: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const field = await input(canvas, 'Secret access key');
    await expect(field).toHaveAttribute('type', 'password');
    await expect(field).toHaveAttribute('autocomplete', 'new-password');
    await userEvent.type(field, 'visible-while-typed');
    const show = canvas.getByRole('switch', { name: 'Show' });
    await userEvent.click(show);
    await expect(field).toHaveAttribute('type', 'text');
    await expect(show).toBeChecked();
  },
};

/** It is configured: when it was saved, how old that is, and no value, not even a made-up one. */
export const SavedToday: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const group = await canvas.findByRole('group', { name: 'Secret access key' });
    await expect(group).toHaveTextContent(/Configured · saved .* \(today\)/);
    await expect(canvas.queryByLabelText('Secret access key', secretInput)).toBeNull();
    await expect(canvas.queryByText(/every 90 days/)).toBeNull();
  },
};

/** Another secret is being entered; the saved one can still be kept. */
export const Replacing: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvas, 'Replace: Secret access key');
    await waitFor(async () => expect(await input(canvas, 'Secret access key')).toHaveFocus());
    await expect(canvas.getByRole('button', { name: 'Keep the saved one' })).toBeVisible();
    await expectValues(canvas, { 'Secret access key': '' });
  },
};

/** The saved one is kept after all: what was typed is gone, and nothing is to be saved. */
export const Kept: Story = {
  parameters: configured(),
  play: async (context) => {
    await Replacing.play?.(context);
    const canvas = within(context.canvasElement);
    await enter(canvas, { 'Secret access key': 'not this one' });
    await press(canvas, 'Keep the saved one');
    await waitFor(() => expect(canvas.getByRole('button', { name: /^Replace/ })).toHaveFocus());
    await expect(canvas.queryByRole('button', { name: 'Save changes' })).toBeNull();
  },
};

/** The secret was replaced and saved: it is configured, and in no field of the page. */
export const Replaced: Story = {
  parameters: configured(),
  play: async (context) => {
    await Replacing.play?.(context);
    const { canvasElement } = context;
    const canvas = within(canvasElement);
    await enter(canvas, { 'Secret access key': values['Secret access key'] });
    await press(canvas, 'Save changes');
    await expectSaveNotice(canvasElement, /^Saved\. New attachments/);
    await expect(canvas.getByRole('button', { name: /^Replace/ })).toBeVisible();
    await expect(canvasElement.innerHTML).not.toContain(values['Secret access key']);
  },
};

/** The secret was encrypted with a key that the server has no more: it is asked for, and nothing else. */
export const Unreadable: Story = {
  parameters: withKey({ sealedSecret: 'v1.00000000.AAAA.AAAA' }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/can no longer be read, so uploads do not work/)).toBeVisible();
    await expectSaid(canvas, 'Secret access key', 'The saved one can no longer be read. Enter it again.');
    const group = canvasElement.querySelector('.s3a-status');
    await expect(group).toHaveAttribute('data-state', 'unreadable');
    await expect(canvas.getByText(/are refused until there is an access key that works/)).toBeVisible();
    await expectValues(canvas, { 'Bucket name': 'triage-ai-attachments', 'Secret access key': '' });
  },
};

/** The same while S3 is out of use: what is in the bucket cannot be deleted, and that is said too. */
export const UnreadableOutOfUse: Story = {
  parameters: configured(async ({ store, changeStatus }) => {
    await changeStatus('disabled');
    const row = await store.readSettings();
    if (!row?.accessKey) return;
    const accessKey = { ...row.accessKey, sealedSecret: 'v1.00000000.AAAA.AAAA' };
    await store.saveSettings({ ...row, accessKey }, row.version, someChange);
  }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(
      await canvas.findByText(/out of use.*can no longer be read.*cannot be deleted/),
    ).toBeVisible();
    await expectSaid(canvas, 'Secret access key', 'The saved one can no longer be read. Enter it again.');
  },
};

/** The secret is entered again: it is configured, and uploads work. */
export const ReadableAgain: Story = {
  ...Unreadable,
  play: async (context) => {
    await Unreadable.play?.(context);
    const { canvasElement } = context;
    const canvas = within(canvasElement);
    await enter(canvas, { 'Secret access key': values['Secret access key'] });
    await press(canvas, 'Save changes');
    await expectSaveNotice(canvasElement, /^Saved\. New attachments are stored in the bucket/);
    await expect(canvasElement.querySelector('.s3a-status')).toHaveAttribute('data-state', 's3');
  },
};

/** Another access key ID needs its own secret. */
export const ForAnotherKey: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole('button', { name: /^Replace/ });
    await enter(canvas, { 'Access key ID': 'AKIAOTHERTRIAGEAI234' });
    await expectSaid(canvas, 'Secret access key', 'needs its own secret');
    await expect(canvas.queryByRole('button', { name: 'Keep the saved one' })).toBeNull();
  },
};

/** Saved 95 days ago: it is time for another one. */
export const Old: Story = {
  parameters: withKey({ savedAt: new Date(Date.now() - 95 * 86_400_000 - 3_600_000) }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const group = await canvas.findByRole('group', { name: 'Secret access key' });
    await expect(group).toHaveTextContent(/\(95 days ago\)/);
    await expect(group).toHaveTextContent(/in use here for 95 days.*every 90 days/);
    await expect(within(group).getByRole('button', { name: 'Rotate key' })).toBeVisible();
  },
};

/** The IAM user has a second key, as *Rotate key* asks for. */
const withSecondKey = configured(({ s3 }) => {
  s3.account.users[0]?.accessKeys.push({ ...secondKey, status: 'Active' });
});

/** The key is being replaced without a break: what is to be done stands above the fields of the new pair. */
export const Rotating: Story = {
  parameters: withSecondKey,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvas, 'Rotate key');
    await expect(await canvas.findByText('Replace the access key without a break')).toBeVisible();
    await expect(canvas.getByText(/After that set AKIAFAKETRIAGEAI2345 to “Inactive”/)).toBeVisible();
    await waitFor(async () => expect(await input(canvas, 'Access key ID')).toHaveFocus());
    await expectValues(canvas, { 'Access key ID': '', 'Secret access key': '' });
    await expect(canvas.getByRole('button', { name: 'Check and swap the keys' })).toBeVisible();
  },
};

/** Not now: the saved key is back. */
export const NotRotated: Story = {
  parameters: withSecondKey,
  play: async (context) => {
    await Rotating.play?.(context);
    const canvas = within(context.canvasElement);
    await press(canvas, 'Keep the saved key');
    await expectValues(canvas, { 'Access key ID': 'AKIAFAKETRIAGEAI2345' });
    await expect(canvas.queryByRole('button', { name: 'Check and swap the keys' })).toBeNull();
    await expect(canvas.getByRole('group', { name: 'Secret access key' })).toBeVisible();
  },
};

/** The new pair works and has taken the place of the old one, which is named for deletion. */
export const Rotated: Story = {
  parameters: withSecondKey,
  play: async (context) => {
    await Rotating.play?.(context);
    const { canvasElement } = context;
    const canvas = within(canvasElement);
    await enter(canvas, {
      'Access key ID': secondKey.accessKeyId,
      'Secret access key': secondKey.secretAccessKey,
    });
    await press(canvas, 'Check and swap the keys');
    await expectSaveNotice(
      canvasElement,
      /The new key is in use\. Now set AKIAFAKETRIAGEAI2345 to “Inactive”/,
    );
    await expect(canvas.getByRole('link', { name: 'Open IAM' })).toHaveAttribute(
      'href',
      expect.stringMatching(
        /console\.aws\.amazon\.com\/iam.*users\/details\/triage-ai-attachments\?section=security_credentials/,
      ),
    );
    await expectValues(canvas, { 'Access key ID': secondKey.accessKeyId });
  },
};

/** The new pair does not work: the old key stays in use, and nothing of the new one is lost. */
export const RotationRefused: Story = {
  parameters: configured(),
  play: async (context) => {
    await Rotating.play?.(context);
    const { canvasElement } = context;
    const canvas = within(canvasElement);
    const pair = {
      'Access key ID': secondKey.accessKeyId,
      'Secret access key': secondKey.secretAccessKey,
    };
    await enter(canvas, pair);
    await press(canvas, 'Check and swap the keys');
    await expectSaveNotice(canvasElement, /Nothing was saved yet/);
    await expectValues(canvas, pair);
  },
};
