import type { Meta, StoryObj } from '@storybook/react-vite';
import type { S3SettingsPanel } from '@triage-ai/s3-attachments';
import { expect, waitFor, within } from 'storybook/test';
import { enter, expectSaid, input, press } from './acts.ts';
import { panelMeta } from './Panel.tsx';
import { configured, values } from './worlds.ts';

/** A save of values that cannot be right: a summary on top takes the focus and leads to each field. */
const meta = { title: 'S3SettingsPanel/Validation', ...panelMeta } satisfies Meta<typeof S3SettingsPanel>;

export default meta;
type Story = StoryObj<typeof meta>;
type Canvas = ReturnType<typeof within>;

/** The summary, with the focus on it. */
const focusedSummary = async (canvas: Canvas) => {
  const summary = await canvas.findByRole('alert', { name: 'There is a problem' }, { timeout: 5000 });
  await waitFor(() => expect(summary).toHaveFocus());
  return summary;
};

/** Saves, and is shown the summary. */
const refused = async (canvas: Canvas) => {
  await press(canvas, /^Save/);
  return focusedSummary(canvas);
};

/** The summary's link leads to the field, which says the same beside it. */
const leadsTo = async (canvas: Canvas, summary: HTMLElement, label: string, error: string) => {
  await expect(summary).toHaveTextContent(`${label}: ${error}`);
  await press(within(summary), label);
  const field = await input(canvas, label);
  await waitFor(() => expect(field).toHaveFocus());
  await expect(field).toBeInvalid();
  await expectSaid(canvas, label, error);
};

/** Nothing was entered: the summary has a line for each of the four fields. */
export const NothingEntered: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const summary = await refused(canvas);
    await expect(within(summary).getAllByRole('listitem')).toHaveLength(4);
    for (const label of Object.keys(values)) await leadsTo(canvas, summary, label, 'Enter a value.');
  },
};

/** A second attempt that is no better takes the focus to the summary again. */
export const AnotherAttempt: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await refused(canvas);
    await enter(canvas, { 'Bucket name': values['Bucket name'] });
    const summary = await refused(canvas);
    await expect(within(summary).getAllByRole('listitem')).toHaveLength(3);
  },
};

/** What was mended leaves the summary; with the last of it the summary goes. */
export const Mended: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await enter(canvas, { 'AWS Region': 'Frankfurt am Main', 'Bucket name': 'Acme_Files' });
    const summary = await refused(canvas);
    await enter(canvas, { 'AWS Region': values['AWS Region'] });
    await waitFor(() => expect(summary).not.toHaveTextContent('AWS Region'));
    await enter(canvas, { 'Bucket name': values['Bucket name'] });
    await waitFor(() => expect(canvas.queryByRole('alert')).toBeNull());
  },
};

/** The saved access key ID is back in its field: no secret is asked for, so none is missing. */
export const SecretNoLongerMissing: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await enter(canvas, { 'Access key ID': 'AKIAOTHERTRIAGEAI234' });
    await expect(await refused(canvas)).toHaveTextContent('Secret access key: Enter a value.');
    await enter(canvas, { 'Access key ID': values['Access key ID'] });
    await waitFor(() => expect(canvas.queryByRole('alert')).toBeNull());
  },
};

/** A name that no bucket can have. */
export const BucketName: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await enter(canvas, { ...values, 'Bucket name': 'Acme_Files' });
    const summary = await refused(canvas);
    await expect(within(summary).getAllByRole('listitem')).toHaveLength(1);
    await expect(summary).toHaveTextContent('Bucket name: Use 3 to 63 lower-case letters');
    await press(within(summary), 'Bucket name');
    await waitFor(async () => expect(await input(canvas, 'Bucket name')).toHaveFocus());
  },
};

/** A region by its name, where its code is needed. */
export const Region: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await enter(canvas, { ...values, 'AWS Region': 'US East' });
    await leadsTo(canvas, await refused(canvas), 'AWS Region', 'Use the region’s code');
  },
};

/** An access key ID with something else behind it. */
export const AccessKeyId: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await enter(canvas, { ...values, 'Access key ID': 'AKIAFAKETRIAGEAI2345, acme' });
    const error = 'An access key ID has only letters and digits';
    await leadsTo(canvas, await refused(canvas), 'Access key ID', error);
  },
};

/** Two words cannot be a secret. */
export const Secret: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await enter(canvas, { ...values, 'Secret access key': 'two words' });
    const error = 'A secret has no spaces in it';
    await leadsTo(canvas, await refused(canvas), 'Secret access key', error);
  },
};

/** What is wrong stands under *Advanced*. */
export const Advanced: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvas, /^Advanced/);
    await enter(canvas, {
      'Public base URL': 'files.example.com',
      'Key prefix': 'help desk',
      Endpoint: 's3.example.com/bucket',
    });
    const summary = await refused(canvas);
    await leadsTo(canvas, summary, 'Key prefix', 'Use the names of folders');
    await leadsTo(canvas, summary, 'Endpoint', 'Use the address alone');
    await leadsTo(canvas, summary, 'Public base URL', 'Use an address like https://files.example.com');
  },
};

/** A check of nothing asks for what it needs, and needs no secret. */
export const CheckOfNothing: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvas, 'Check connection');
    const summary = await focusedSummary(canvas);
    await expect(within(summary).getAllByRole('listitem')).toHaveLength(3);
    await expect(summary).not.toHaveTextContent('Secret access key');
  },
};
