import type { Meta, StoryObj } from '@storybook/react-vite';
import type { S3SettingsPanel } from '@triage-ai/s3-attachments';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { enter, expectSaid, expectValues, input, paste, press } from './acts.ts';
import { panelMeta } from './Panel.tsx';

/** The bucket's name: AWS's rules while it is typed, and whatever AWS shows of a bucket when it is pasted. */
const meta = { title: 'S3SettingsPanel/Bucket name', ...panelMeta } satisfies Meta<typeof S3SettingsPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Types a name, and sees what AWS does not take in it. */
const breaks =
  (name: string, ...rules: string[]): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const field = await input(canvas, 'Bucket name');
    await userEvent.type(field, name);
    for (const rule of rules) await expectSaid(canvas, 'Bucket name', rule);
    await expect(field).toHaveFocus();
  };

/** Capitals are said while they are typed, with the name that was probably meant. */
export const Capitals: Story = {
  play: async (context) => {
    await breaks('Acme-Files', 'Bucket names have no capital letters.')(context);
    const canvas = within(context.canvasElement);
    await expect(canvas.getByRole('button', { name: 'Use “acme-files”' })).toBeVisible();
  },
};

/** More than one rule is broken: each has a line, and one button mends them all. */
export const SeveralRules: Story = {
  play: breaks(
    'Acme_Help Desk',
    'Bucket names have no capital letters.',
    'Bucket names have hyphens, not underscores.',
    'Bucket names have no spaces.',
  ),
};

/** A name from elsewhere is pasted: the same is said at once, and the same is offered. */
export const PastedWrongName: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await paste(canvas, 'Bucket name', 'Acme_Help Desk');
    await expectSaid(canvas, 'Bucket name', 'Bucket names have no spaces.');
    await expect(await canvas.findByRole('button', { name: 'Use “acme-help-desk”' })).toBeVisible();
  },
};

/** The suggestion is taken: the field has it, nothing is wrong any more, and the focus is where one types on. */
export const SuggestionTaken: Story = {
  play: async (context) => {
    await SeveralRules.play?.(context);
    const canvas = within(context.canvasElement);
    await press(canvas, 'Use “acme-help-desk”');
    const field = await input(canvas, 'Bucket name');
    await expect(field).toHaveValue('acme-help-desk');
    await waitFor(() => expect(field).toHaveFocus());
    await expect(field).toBeValid();
    await expect(canvas.queryByRole('button', { name: /^Use “/ })).toBeNull();
  },
};

/** A field with a broken rule is marked as such, to the eye and to a screen reader. */
export const MarkedAsInvalid: Story = {
  play: async (context) => {
    await breaks('Acme', 'Bucket names have no capital letters.')(context);
    await expect(await input(within(context.canvasElement), 'Bucket name')).toBeInvalid();
  },
};

/** Too short is said of a name that is finished, not of every name that is begun. */
export const TooShort: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const field = await input(canvas, 'Bucket name');
    await userEvent.type(field, 'ab');
    await expect(canvas.queryByText(/at least 3 characters/)).toBeNull();
    await userEvent.tab();
    await expectSaid(canvas, 'Bucket name', 'A bucket’s name has at least 3 characters.');
  },
};

/** An address of numbers is none. */
export const AddressOfNumbers: Story = {
  play: breaks('192.168.10.20', 'A bucket’s name is not an address of numbers.'),
};

/** AWS keeps some beginnings for itself. */
export const Reserved: Story = {
  play: breaks('xn--attachments', 'AWS keeps this beginning or ending for itself.'),
};

/** A dot breaks no rule, and is worth knowing. */
export const Dotted: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await enter(canvas, { 'Bucket name': 'files.acme.com' });
    const note = canvasElement.querySelector('[data-note=bucket_dotted]');
    await expect(note).toBeVisible();
    await expect(await input(canvas, 'Bucket name')).toBeValid();
  },
};

/** Pastes what AWS shows of a bucket, and sees what it filled. */
const fills =
  (pasted: string, filled: Readonly<Record<string, string>>): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await paste(canvas, 'Bucket name', pasted);
    await expectValues(canvas, filled);
    await expectSaid(canvas, 'Bucket name', 'Filled in');
    await expect(await input(canvas, 'Bucket name')).toBeValid();
  };

/** An ARN, as the console copies it. */
export const PastedArn: Story = {
  play: fills('arn:aws:s3:::acme-attachments', { 'Bucket name': 'acme-attachments' }),
};

/** A path with a folder: the folder becomes the key prefix. */
export const PastedS3Uri: Story = {
  play: async (context) => {
    const canvas = within(context.canvasElement);
    const filled = { 'Bucket name': 'acme-attachments', 'Key prefix': 'help-desk/' };
    await fills('s3://acme-attachments/help-desk/', filled)(context);
    await expectSaid(canvas, 'Bucket name', 'Bucket name and Key prefix');
    await expect(canvas.getByRole('button', { name: /^Advanced/ })).toHaveTextContent('1 changed');
  },
};

/** The address of the console's page of a bucket. */
export const PastedConsoleUrl: Story = {
  play: fills(
    'https://eu-west-1.console.aws.amazon.com/s3/buckets/acme-attachments?region=eu-west-1&bucketType=general&tab=permissions',
    { 'Bucket name': 'acme-attachments', 'AWS Region': 'eu-west-1' },
  ),
};

/** The address of the bucket's web site. */
export const PastedWebsiteUrl: Story = {
  play: fills('http://acme-attachments.s3-website.ap-southeast-2.amazonaws.com', {
    'Bucket name': 'acme-attachments',
    'AWS Region': 'ap-southeast-2',
  }),
};

/** The address of another storage: it becomes the endpoint. */
export const PastedOtherStorage: Story = {
  play: fills('https://acme-attachments.s3.eu-central-1.wasabisys.com', {
    'Bucket name': 'acme-attachments',
    'AWS Region': 'eu-central-1',
    Endpoint: 'https://s3.eu-central-1.wasabisys.com',
  }),
};

/** The guide's documents are made out for the name as it is typed. */
export const DocumentsFollow: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvas, /Let links be opened: the bucket policy/);
    const document = await canvas.findByRole('region', { name: 'Document for “Bucket policy”' });
    await expect(document).toHaveTextContent('arn:aws:s3:::YOUR-BUCKET-NAME/*');
    await userEvent.type(await input(canvas, 'Bucket name'), 'acme-attachments');
    await waitFor(() => expect(document).toHaveTextContent('arn:aws:s3:::acme-attachments/*'));
    await expect(canvas.getByText(/made out for the bucket “acme-attachments”/)).toBeVisible();
  },
};
