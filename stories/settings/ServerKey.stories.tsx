import type { Meta, StoryObj } from '@storybook/react-vite';
import type { S3SettingsPanel } from '@triage-ai/s3-attachments';
import { documentedAccount } from '@triage-ai/s3-attachments/testing';
import type { CredentialProvider } from '@triage-ai/s3-attachments/server';
import { expect, waitFor, within } from 'storybook/test';
import type { StoryBackend } from '../../.storybook/serveBackend.ts';
import { enter, expectOutcome, expectSaveNotice, press } from './acts.ts';
import { panelMeta } from './Panel.tsx';
import { values, world } from './worlds.ts';

/** The server brings the access key by itself, from its environment or its role: there are no fields for one. */
const meta = { title: 'S3SettingsPanel/ServerKey', ...panelMeta } satisfies Meta<typeof S3SettingsPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const key = { accessKeyId: values['Access key ID'], secretAccessKey: values['Secret access key'] };
const place = { bucket: values['Bucket name'], region: values['AWS Region'] };
const ofEnvironment: CredentialProvider = Object.assign(async () => key, { from: 'environment' } as const);
const ofRole: CredentialProvider = async () => key;
const ofNobody: CredentialProvider = () => Promise.reject(new Error('no route to 169.254.169.254'));

const brought = (credentials: CredentialProvider, prepare: StoryBackend['prepare'] = async () => {}) =>
  world(() => ({ account: documentedAccount(), credentials, prepare }));
const saved = (credentials: CredentialProvider) => brought(credentials, ({ configure }) => configure());

const box = async (element: HTMLElement) =>
  within(element).findByRole('group', { name: 'The access key comes from the server' });

/** Before anything is saved: bucket and region are all there is to enter. */
export const NotConfigured: Story = {
  parameters: brought(ofRole),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await box(canvasElement)).toHaveTextContent(
      /its own role or identity.*AKIAFAKETRIAGEAI2345/,
    );
    await expect(canvas.getByText(/Enter the bucket and its region to store new ones there/)).toBeVisible();
    await expect(canvas.queryByLabelText('Access key ID')).toBeNull();
    await expect(canvas.queryByLabelText('Secret access key')).toBeNull();
  },
};

/** Saved with bucket and region alone: checked with the server’s key, and in use. */
export const SavedWithoutAKey: Story = {
  parameters: brought(ofRole),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await box(canvasElement);
    await enter(canvas, { 'Bucket name': place.bucket, 'AWS Region': place.region });
    await press(canvas, 'Save and store attachments in S3');
    await expectSaveNotice(canvasElement, /^Saved\. New attachments are stored in the bucket/);
    await expectOutcome(canvasElement, /./);
  },
};

/** From the environment, and in use: it can be taken out of use, but there is no key to be removed here. */
export const FromTheEnvironment: Story = {
  parameters: saved(ofEnvironment),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await box(canvasElement)).toHaveTextContent(/set in the server’s environment/);
    await expect(canvas.getByRole('button', { name: 'Disable S3 storage' })).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Remove keys' })).toBeNull();
    await expect(canvasElement.innerHTML).not.toContain(key.secretAccessKey);
  },
};

/** *Check connection* needs no field of a key. */
export const Checked: Story = {
  parameters: saved(ofRole),
  play: async ({ canvasElement }) => {
    await box(canvasElement);
    await press(within(canvasElement), 'Check connection');
    await waitFor(
      () => expect(canvasElement.querySelector('.s3a-check')).toHaveAttribute('data-outcome', 'passed'),
      { timeout: 10_000 },
    );
  },
};

/** The server cannot get it: said on top and where the key would be, with what to do. */
export const Failed: Story = {
  parameters: saved(ofNobody),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(
      await canvas.findByText(/cannot get its access key, so uploads to S3 do not work/),
    ).toBeVisible();
    await expect(await box(canvasElement)).toHaveTextContent(/Tell who runs the server/);
  },
};

/** It brought one, and does not any more: one is asked for, and nothing falls into the database. */
export const Gone: Story = {
  parameters: world(() => ({
    account: documentedAccount(),
    prepare: async ({ configure, store }) => {
      await configure();
      const row = await store.readSettings();
      if (!row) return;
      const change = { at: new Date(), by: 'ada', deed: { kind: 'settings' as const, fields: [] } };
      await store.saveSettings({ ...row, status: 'configured', accessKey: null }, row.version, change);
    },
  })),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(
      await canvas.findByText(/does not bring its access key any more, so uploads to S3 do not work/),
    ).toBeVisible();
    await expect(
      canvas.getByLabelText('Secret access key', { selector: 'input' }),
    ).toHaveAccessibleDescription(expect.stringContaining('Enter one here.'));
  },
};
