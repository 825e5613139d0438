import type { Meta, StoryObj } from '@storybook/react-vite';
import type { S3SettingsPanel } from '@triage-ai/s3-attachments';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { drop, enter, expectSaid, expectValues, input, paste, press } from './acts.ts';
import { panelMeta } from './Panel.tsx';
import { configured, values } from './worlds.ts';

/** Key and secret as AWS hands them out: what goes wrong on the way, and the file and the block that fill the fields. */
const meta = { title: 'S3SettingsPanel/Access key', ...panelMeta } satisfies Meta<typeof S3SettingsPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const { 'Access key ID': key, 'Secret access key': secret } = values;
const pair = { 'Access key ID': key, 'Secret access key': secret };
const csv = `Access key ID,Secret access key\r\n${key},${secret}\r\n`;
const csvFile = () => new File([csv], 'acme_accessKeys.csv', { type: 'text/csv' });

/** The two stand in each other's place. */
export const Swapped: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await enter(canvas, { 'Access key ID': secret, 'Secret access key': key });
    await expectSaid(canvas, 'Access key ID', 'seem to be in each other’s place');
  },
};

/** *Swap them* was pressed. */
export const SwappedBack: Story = {
  play: async (context) => {
    await Swapped.play?.(context);
    const canvas = within(context.canvasElement);
    await press(canvas, 'Swap them');
    await expectValues(canvas, pair);
    await waitFor(async () => expect(await input(canvas, 'Secret access key')).toHaveFocus());
    await expect(canvas.queryByRole('button', { name: 'Swap them' })).toBeNull();
  },
};

/** A temporary key is said while it is typed. */
export const TemporaryKey: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(await input(canvas, 'Access key ID'), 'ASIAFAKETRIAGEAI2345');
    await expectSaid(canvas, 'Access key ID', 'A key that begins with ASIA is temporary');
  },
};

/** A key that does not look like Amazon's is said once the field is left, and is no fault. */
export const UnusualKey: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const field = await input(canvas, 'Access key ID');
    await userEvent.type(field, 'AKIA-SHORT');
    await expect(canvasElement.querySelector('[data-note]')).toBeNull();
    await userEvent.tab();
    await expectSaid(canvas, 'Access key ID', 'AKIA and 16 more capital letters and digits');
    await expect(field).toBeValid();
  },
};

/** Spaces, quotes and a line break came along with the secret: they are gone, and that is said. */
export const PastedWithRemnants: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await paste(canvas, 'Secret access key', `  "${secret}"\n`);
    await expectValues(canvas, { 'Secret access key': secret });
    await expectSaid(canvas, 'Secret access key', 'Removed from the ends: spaces, line breaks and quotes.');
  },
};

/** A space inside of the secret is not taken away, because it may be a letter that got lost: it is said. */
export const InnerSpace: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await enter(canvas, { 'Secret access key': secret.replace('Practice', 'Prac tice') });
    await waitFor(() => expect(canvasElement.querySelector('[data-note=secret_spaces]')).toBeVisible());
  },
};

/** AWS's file is over the form. */
export const FileOverTheForm: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await input(canvas, 'Bucket name');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(csvFile());
    canvasElement
      .querySelector('form')
      ?.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer }));
    await expect(await canvas.findByText('Drop the file: its values go into the fields')).toBeVisible();
  },
};

/** AWS's file was dropped on the form: it fills both. */
export const FileDropped: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await input(canvas, 'Bucket name');
    await drop(canvasElement, csvFile());
    await expectValues(canvas, pair);
    await expectSaid(canvas, 'Access key ID', 'Filled in: Access key ID and Secret');
  },
};

/** AWS's file was chosen with the button. */
export const FileChosen: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('button', { name: 'Choose file' })).toBeVisible();
    const picker = canvasElement.querySelector<HTMLInputElement>('input[type=file]');
    await userEvent.upload(picker as HTMLInputElement, csvFile());
    await expectValues(canvas, pair);
  },
};

/** What stands in AWS's file was pasted into a field. */
export const FilePasted: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await paste(canvas, 'Access key ID', csv);
    await expectValues(canvas, pair);
    await expectSaid(canvas, 'Access key ID', 'Filled in');
  },
};

/** A file that holds no key. */
export const WrongFile: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await input(canvas, 'Bucket name');
    await drop(canvasElement, new File(['User name,Password\r\nacme,1234\r\n'], 'users.csv'));
    await expect(await canvas.findByText(/^There is no access key in this file/)).toBeVisible();
    await expectValues(canvas, { 'Access key ID': '' });
  },
};

/** A file that is far too large to be one of AWS's. */
export const FileTooLarge: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await input(canvas, 'Bucket name');
    await drop(canvasElement, new File([csv.repeat(2000)], 'accessKeys.csv'));
    await expect(await canvas.findByText(/larger than 64 kB/)).toBeVisible();
  },
};

/** What the shortcut printed was pasted into the first field: it fills all four. */
export const ShortcutBlockPasted: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const lines = Object.entries(values).map(([label, value]) => `${label}: ${value}`);
    const block = ['----- Copy from here -----', ...lines, '----- to here -----', ''].join('\n');
    await paste(canvas, 'Bucket name', block);
    await expectValues(canvas, values);
    await expectSaid(canvas, 'Bucket name', 'Bucket name, AWS Region, Access key ID and Secret access key.');
  },
};

/** AWS's file of another key is dropped where one is saved: the field for the secret opens with it. */
export const FileOverASavedKey: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole('button', { name: /^Replace/ });
    const text = csv.replace(key, 'AKIAOTHERTRIAGEAI234');
    await drop(canvasElement, new File([text], 'accessKeys.csv'));
    await expectValues(canvas, { ...pair, 'Access key ID': 'AKIAOTHERTRIAGEAI234' });
    await expect(await input(canvas, 'Secret access key')).toHaveAttribute('type', 'password');
    await expect(canvas.getByRole('button', { name: 'Save changes' })).toBeVisible();
  },
};
