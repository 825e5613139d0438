import type { Meta, StoryObj } from '@storybook/react-vite';
import type { S3SettingsPanel } from '@triage-ai/s3-attachments';
import { documentedAccount, type FakeBackend } from '@triage-ai/s3-attachments/testing';
import { expect, spyOn, userEvent, waitFor, within } from 'storybook/test';
import { enter, expectOutcome, press, step } from './acts.ts';
import { panelMeta } from './Panel.tsx';
import { changedInAws, configured, letStrangersList, world } from './worlds.ts';

/** The seven steps in AWS beside the form. What a check tells of them is shown under *Connection check*. */
const meta = { title: 'S3SettingsPanel/Guide', ...panelMeta } satisfies Meta<typeof S3SettingsPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const steps = [
  'create-bucket',
  'public-access',
  'bucket-policy',
  'cors',
  'iam-policy',
  'iam-user',
  'access-key',
] as const;

/** Opens a step and gives what stands in it. */
const openStep = async (element: HTMLElement, name: (typeof steps)[number]) => {
  await waitFor(() => expect(step(element, name)).toBeVisible());
  const item = step(element, name) as HTMLElement;
  await userEvent.click(within(item).getByRole('button', { name: /^Step \d/ }));
  await waitFor(() => expect(item.querySelector('.s3a-step-body')).toBeVisible());
  return within(item);
};

/** Before anything is typed or checked: the documents have a placeholder, and nothing is known of any step. */
export const NothingKnown: Story = {
  play: async ({ canvasElement }) => {
    const opened = await openStep(canvasElement, 'bucket-policy');
    await expect(opened.getByRole('region')).toHaveTextContent('arn:aws:s3:::YOUR-BUCKET-NAME/*');
    await expect(opened.getByText('“Check connection” tells whether this step is done.')).toBeVisible();
    await expect(canvasElement.querySelectorAll('.s3a-steps > [data-state=unknown]')).toHaveLength(7);
  },
};

/** What a step has: where to click, the page in the console, the document, a picture, why, and what it opens up. */
export const OneStep: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const opened = await openStep(canvasElement, 'bucket-policy');
    await expect(opened.getByRole('link', { name: /Open this page in the AWS console/ })).toHaveAttribute(
      'href',
      expect.stringMatching(/console\.aws\.amazon\.com.*triage-ai-attachments.*region=eu-central-1/),
    );
    await expect(opened.getByRole('region', { name: 'Document for “Bucket policy”' })).toBeVisible();
    await expect(opened.getByRole('img')).toBeVisible();
    await expect(opened.getByText(/^Anybody who has a link can read that attachment/)).toBeVisible();
  },
};

/** Every step is open: they stay open side by side, to be compared. */
export const AllOpen: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    for (const name of steps) {
      const opened = await openStep(canvasElement, name);
      await expect(opened.getByRole('link', { name: /Open this page in the AWS console/ })).toBeVisible();
      await expect(opened.getByRole('img')).toBeVisible();
    }
    await expect(canvasElement.querySelectorAll('.s3a-steps .s3a-step-body')).toHaveLength(7);
  },
};

/** China has a console, accounts and ARNs of its own. */
export const China: Story = {
  parameters: world(() => ({ account: documentedAccount({ region: 'cn-north-1' }) })),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await enter(canvas, { 'AWS Region': 'cn-north-1', 'Bucket name': 'acme-attachments' });
    const opened = await openStep(canvasElement, 'bucket-policy');
    await expect(opened.getByRole('region')).toHaveTextContent('arn:aws-cn:s3:::acme-attachments/*');
    await expect(opened.getByRole('link', { name: /Open this page/ })).toHaveAttribute(
      'href',
      expect.stringContaining('https://console.amazonaws.cn/'),
    );
  },
};

/** The document is on the clipboard, as it stands there. */
export const Copied: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const write = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const opened = await openStep(canvasElement, 'iam-policy');
    await userEvent.click(opened.getByRole('button', { name: 'Copy: Document for “IAM policy”' }));
    await expect(await opened.findByText('Copied')).toBeVisible();
    const [text = ''] = write.mock.lastCall ?? [];
    await expect(JSON.parse(text)).toMatchObject({
      Statement: [{ Resource: 'arn:aws:s3:::triage-ai-attachments/*' }],
    });
  },
};

/** The browser does not let the page write to the clipboard: it says what to do instead. */
export const NotCopied: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
    const opened = await openStep(canvasElement, 'iam-policy');
    await userEvent.click(opened.getByRole('button', { name: 'Copy: Document for “IAM policy”' }));
    await expect(await opened.findByText('Could not copy: select the text')).toBeVisible();
    await expect(opened.getByRole('region', { name: 'Document for “IAM policy”' })).toBeVisible();
  },
};

/** A page without encryption has no clipboard at all: the text is selected, to be copied by hand. */
export const NoClipboard: Story = {
  parameters: configured(),
  beforeEach: () => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    return () => Reflect.deleteProperty(navigator, 'clipboard');
  },
  play: async ({ canvasElement }) => {
    const opened = await openStep(canvasElement, 'iam-policy');
    await userEvent.click(opened.getByRole('button', { name: 'Copy: Document for “IAM policy”' }));
    await expect(await opened.findByText('Could not copy: select the text')).toBeVisible();
    const selected = String(getSelection());
    await expect(JSON.parse(selected)).toMatchObject({ Version: '2012-10-17' });
    await expect(selected).not.toMatch(/\n\n/);
  },
};

/** A step works, and something there should still be changed: no tick, and no fault either. */
export const WithAWarning: Story = {
  parameters: changedInAws(letStrangersList),
  play: async ({ canvasElement }) => {
    await press(within(canvasElement), 'Check connection');
    await expectOutcome(canvasElement, /^It works, with a warning/);
    const item = step(canvasElement, 'bucket-policy') as HTMLElement;
    await expect(item).toHaveAttribute('data-state', 'warning');
    await expect(within(item).getByText('With a warning')).toBeVisible();
    await expect(within(canvasElement).getByText('6 of 7 done')).toBeVisible();
    const opened = await openStep(canvasElement, 'bucket-policy');
    await expect(item.querySelector('.s3a-alert')).toHaveAttribute('data-tone', 'warning');
    await expect(item.querySelector('[data-marked]')).toHaveAttribute('data-marked', 'warning');
    // The alert stands in the step: it offers no way to where one is.
    await expect(opened.queryByRole('button', { name: /^Go to the step “Bucket policy”/ })).toBeNull();
  },
};

/** With private links nothing tells whether Block Public Access is on: the step is not ticked, and says what would tell. */
export const CannotBeTold: Story = {
  parameters: configured(async ({ s3, configure }) => {
    await configure({ links: 'private' });
    const [bucket] = s3.account.buckets;
    const [policy] = s3.account.users[0]?.policies ?? [];
    if (!bucket || !policy) return;
    bucket.policy = null;
    const Resource = `arn:aws:s3:::${bucket.name}/*`;
    const Action = ['s3:PutObject', 's3:DeleteObject', 's3:GetObject'];
    policy.document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] };
  }),
  play: async ({ canvasElement }) => {
    await press(within(canvasElement), 'Check connection');
    await expectOutcome(canvasElement, /^Everything works/);
    await expect(within(canvasElement).getByText('6 of 7 done')).toBeVisible();
    const opened = await openStep(canvasElement, 'public-access');
    await expect(opened.getByText('Not known')).toBeVisible();
    await expect(
      opened.getByText(/^Only a key with the permission “s3:GetBucketPublicAccessBlock” could tell/),
    ).toBeVisible();
  },
};

/** What a link had marked is marked no more after a check that finds the step done. */
export const MarkedNoMore: Story = {
  parameters: changedInAws(({ buckets: [bucket] }) => {
    const [rule] = bucket?.cors ?? [];
    if (rule) rule.AllowedMethods = ['GET', 'HEAD'];
  }),
  play: async ({ canvasElement, loaded }) => {
    const canvas = within(canvasElement);
    await press(canvas, 'Check connection');
    await expectOutcome(canvasElement, /^One thing is wrong/);
    await press(canvas, 'Go to the step “CORS”');
    const item = step(canvasElement, 'cors') as HTMLElement;
    await waitFor(() => expect(item.querySelector('[data-marked=error]')).toBeVisible());
    const [rule] = (loaded.backend as FakeBackend).s3.account.buckets[0]?.cors ?? [];
    if (rule) rule.AllowedMethods = ['PUT', 'HEAD', 'GET', 'DELETE'];
    await press(canvas, 'Check connection');
    await waitFor(() => expect(item).toHaveAttribute('data-state', 'done'));
    await expect(item.querySelector('[data-marked]')).toBeNull();
  },
};

/** POST is offered beside the documented CORS rule, and is no part of it until somebody ticks it. */
export const PostOffered: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const opened = await openStep(canvasElement, 'cors');
    const post = opened.getByRole('checkbox', { name: /^Also allow POST: many small files/ });
    await expect(post).not.toBeChecked();
    await expect(post).toHaveAccessibleDescription(/Uploads work without it\.$/);
    await expect(opened.getByRole('region')).not.toHaveTextContent('POST');
  },
};

/** Once it is ticked, document, drawing and script have it; no setting is changed by it. */
export const PostAdded: Story = {
  parameters: configured(),
  play: async (context) => {
    await PostOffered.play?.(context);
    const { canvasElement } = context;
    const canvas = within(canvasElement);
    const item = step(canvasElement, 'cors') as HTMLElement;
    const opened = within(item);
    await userEvent.click(opened.getByRole('checkbox', { name: /^Also allow POST/ }));
    await waitFor(() => expect(opened.getByRole('region')).toHaveTextContent(/"DELETE", "POST" \]/));
    await expect(opened.getByRole('img')).toHaveTextContent('"POST"');
    await expect(canvas.queryByRole('button', { name: 'Save changes' })).toBeNull();

    // Folded and unfolded, it is as it was left.
    const head = opened.getByRole('button', { name: /^Step 4/ });
    await userEvent.click(head);
    await userEvent.click(head);
    await expect(opened.getByRole('checkbox', { name: /^Also allow POST/ })).toBeChecked();

    await press(canvas, /^Do it in one go/);
    const script = await canvas.findByRole('region', { name: /CloudShell/ });
    await expect(script).toHaveTextContent(/"DELETE", "POST" \]/);
  },
};

/** The help video: nothing of it is in the page before it is asked for. */
export const VideoOffered: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('button', { name: 'Show a help video' })).toBeVisible();
    await expect(canvas.getByText(/It is not ours/)).toBeVisible();
    await expect(canvasElement.querySelector('iframe')).toBeNull();
    await expect(canvasElement.innerHTML).not.toMatch(/youtube-nocookie/);
  },
};

/** No frame of another site is loaded from here on. */
const blockFrames = () => {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "frame-src 'self'";
  document.head.append(policy);
};

/** The help video was asked for. A story loads nothing from the internet, so its place is empty. */
export const VideoAsked: Story = {
  beforeEach: blockFrames,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvas, 'Show a help video');
    const frame = await canvas.findByTitle('Help video: an S3 bucket and an IAM user');
    await expect(frame).toHaveAttribute(
      'src',
      expect.stringMatching(/^https:\/\/www\.youtube-nocookie\.com\//),
    );
    await expect(frame).toHaveAttribute('src', expect.stringMatching(/start=263&end=640/));
    // The button that was pressed is gone: who uses a keyboard goes on from the video.
    await waitFor(() => expect(frame).toHaveFocus());
  },
};
