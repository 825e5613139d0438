import type { Meta, StoryObj } from '@storybook/react-vite';
import type { S3SettingsPanel } from '@triage-ai/s3-attachments';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { enter, expectSaid, expectSaveNotice, expectValues, input, press, step } from './acts.ts';
import { panelMeta } from './Panel.tsx';
import { configured, values } from './worlds.ts';

/** *Advanced*: private links, key prefix, CDN, another storage, large files. Guide and documents follow. */
const meta = { title: 'S3SettingsPanel/Advanced', ...panelMeta } satisfies Meta<typeof S3SettingsPanel>;

export default meta;
type Story = StoryObj<typeof meta>;
type Canvas = ReturnType<typeof within>;

const opened = async (canvas: Canvas) => {
  const advanced = await press(canvas, /^Advanced/);
  await waitFor(() => expect(canvas.getByRole('radiogroup')).toBeVisible());
  return advanced;
};

/** The document of a step of the guide; opens the step. */
const documentOf = async (canvas: Canvas, title: RegExp, name: string) => {
  await press(canvas, title);
  return canvas.findByRole('region', { name: `Document for “${name}”` });
};

/** As documented: public links, and all else empty. */
export const Opened: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const advanced = await opened(canvas);
    await expect(advanced).toHaveTextContent(/^Advanced$/);
    await expect(canvas.getByRole('radio', { name: 'Public links, as documented' })).toBeChecked();
    await expect(
      canvas.getByText(/^Anybody who has a link can read that attachment, for as long/),
    ).toBeVisible();
    await expectValues(canvas, { 'Public base URL': '', 'Key prefix': '', Endpoint: '' });
  },
};

/** Private links: Block Public Access stays on, there is no bucket policy, and the key may read. */
export const PrivateLinks: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const advanced = await opened(canvas);
    await userEvent.click(canvas.getByRole('radio', { name: 'Private links' }));
    await expect(advanced).toHaveTextContent('1 changed');
    await expect(canvas.queryByLabelText('Public base URL')).toBeNull();
    await expect(await canvas.findByRole('button', { name: /Leave Block Public Access on/ })).toBeVisible();
    await press(canvas, /No bucket policy/);
    await expect(canvas.queryByRole('region', { name: 'Document for “Bucket policy”' })).toBeNull();
    await expect(step(canvasElement, 'bucket-policy')).toHaveTextContent('There is nothing to paste.');
    const policy = await documentOf(canvas, /Write the IAM policy/, 'IAM policy');
    await expect(policy).toHaveTextContent('s3:GetObject');
  },
};

/** Private links were saved: *Advanced* is open when the page is, because something there is not as documented. */
export const PrivateLinksSaved: Story = {
  parameters: configured(({ configure }) => configure({ links: 'private' })),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('radio', { name: 'Private links' })).toBeChecked();
    const advanced = canvas.getByRole('button', { name: /^Advanced/ });
    await expect(advanced).toHaveAttribute('aria-expanded', 'true');
    await expect(canvas.queryByRole('button', { name: 'Save changes' })).toBeNull();
  },
};

/** How long a private link works is chosen from a few spans; it counts as a change of its own. */
export const LinkLifetime: Story = {
  parameters: configured(({ configure }) => configure({ links: 'private' })),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const lifetime = await canvas.findByRole('combobox', { name: 'How long a private link works' });
    await expect(lifetime).toHaveDisplayValue('15 minutes');
    await expect(lifetime).toHaveAccessibleDescription(/^From the moment that somebody opens an attachment/);
    await userEvent.selectOptions(lifetime, '1 day');
    await expect(canvas.getByRole('button', { name: /^Advanced/ })).toHaveTextContent('2 changed');
    await expect(canvas.getByRole('button', { name: 'Save changes' })).toBeVisible();
  },
};

/** A key prefix: the documents let nobody into the rest of the bucket. */
export const KeyPrefix: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await opened(canvas);
    await userEvent.type(await input(canvas, 'Key prefix'), 'help-desk/');
    const arn = 'arn:aws:s3:::triage-ai-attachments/help-desk/*';
    const bucketPolicy = await documentOf(canvas, /the bucket policy/, 'Bucket policy');
    await waitFor(() => expect(bucketPolicy).toHaveTextContent(arn));
    await expect(await documentOf(canvas, /Write the IAM policy/, 'IAM policy')).toHaveTextContent(arn);
  },
};

/** While the folder's slash is not typed yet, a placeholder stands for it: without one, a copied document would be for the whole bucket. */
export const KeyPrefixHalfTyped: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await opened(canvas);
    const bucketPolicy = await documentOf(canvas, /the bucket policy/, 'Bucket policy');
    const iamPolicy = await documentOf(canvas, /Write the IAM policy/, 'IAM policy');
    await userEvent.type(await input(canvas, 'Key prefix'), 'help-desk');
    const placeholder = 'arn:aws:s3:::triage-ai-attachments/YOUR-KEY-PREFIX/*';
    await waitFor(() => expect(bucketPolicy).toHaveTextContent(placeholder));
    await expect(iamPolicy).toHaveTextContent(placeholder);
    // Left, the folder gets its slash.
    await userEvent.tab();
    const whole = 'arn:aws:s3:::triage-ai-attachments/help-desk/*';
    await waitFor(() => expect(bucketPolicy).toHaveTextContent(whole));
    await expect(iamPolicy).toHaveTextContent(whole);
  },
};

/** Permissions to tidy up after large files. */
export const LargeFiles: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const advanced = await opened(canvas);
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Permissions to tidy up large files' }));
    await expect(advanced).toHaveTextContent('1 changed');
    const policy = await documentOf(canvas, /Write the IAM policy/, 'IAM policy');
    await waitFor(() => expect(policy).toHaveTextContent('s3:AbortMultipartUpload'));
    await expect(policy).toHaveTextContent('s3:ListMultipartUploadParts');
  },
};

/** A CDN in front of the bucket: the check asks there too. Here it answers with nothing that could be read. */
export const PublicBaseUrl: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const advanced = await opened(canvas);
    await enter(canvas, { 'Public base URL': 'https://files.example.com' });
    await expect(advanced).toHaveTextContent('1 changed');
    await press(canvas, 'Save changes');
    await expectSaveNotice(canvasElement, /Nothing was saved yet: this will not work.*link cannot be opened/);
  },
};

/** Another storage: its address and path style, and the saved secret is not sent there. */
export const OtherStorage: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const advanced = await opened(canvas);
    await enter(canvas, { Endpoint: 'https://s3.practice.test' });
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Path style' }));
    await expect(advanced).toHaveTextContent('2 changed');
    await expectSaid(canvas, 'Secret access key', 'Another access key ID or endpoint needs its own secret');
    await enter(canvas, { 'Secret access key': values['Secret access key'] });
    await press(canvas, 'Save changes');
    await expectSaveNotice(canvasElement, /^Saved\./);
  },
};

/** What is wrong with an endpoint, while it is typed and once it is left. */
const endpointSays =
  (endpoint: string, code: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await opened(canvas);
    await enter(canvas, { Endpoint: endpoint });
    await userEvent.tab();
    await waitFor(() => expect(canvasElement.querySelector(`[data-note=${code}]`)).toBeVisible());
  };

/** The bucket's name stands in the endpoint too. */
export const BucketInEndpoint: Story = {
  parameters: configured(),
  play: endpointSays('https://triage-ai-attachments.s3.example.com', 'endpoint_bucket'),
};

/** An endpoint without encryption. */
export const EndpointWithoutHttps: Story = {
  parameters: configured(),
  play: endpointSays('http://s3.example.com', 'endpoint_insecure'),
};

/** An endpoint without its scheme. */
export const EndpointWithoutScheme: Story = {
  parameters: configured(),
  play: endpointSays('s3.example.com', 'endpoint_scheme'),
};
