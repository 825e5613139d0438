import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  type CheckReport,
  createClient,
  S3SettingsPanel,
  type S3SettingsPanelProps,
} from '@triage-ai/s3-attachments';
import { documentedAccount, type FakeAccount } from '@triage-ai/s3-attachments/testing';
import { HttpResponse, http } from 'msw';
import { useState } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { StoryBackend } from '../.storybook/serveBackend.ts';

const baseUrl = '/api/s3-attachments';

/** *Check connection* in the settings panel: the backend asks S3, then this browser proves it. */
const meta = {
  title: 'S3SettingsPanel/Connection check',
  component: S3SettingsPanel,
  render: function Render(args) {
    const [client] = useState(() => createClient({ baseUrl }));
    return <S3SettingsPanel {...args} client={client} />;
  },
  args: {} as Partial<S3SettingsPanelProps> as S3SettingsPanelProps,
  argTypes: { client: { control: false } },
} satisfies Meta<typeof S3SettingsPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const world = (backend: () => StoryBackend) => ({ backend });

/** A documented account that is configured in triage.ai, then changed in AWS. */
const account = (change: (account: FakeAccount) => void = () => {}) =>
  world(() => ({
    account: documentedAccount(),
    prepare: async (backend) => {
      await backend.configure();
      change(backend.s3.account);
    },
  }));

/** Presses *Check connection* and waits for the sentence on top. */
const checks =
  (summary: string | RegExp): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Check connection' }));
    await waitFor(
      () => expect(canvasElement.querySelector('.s3a-check [role=status]')).toHaveTextContent(summary),
      { timeout: 8000 },
    );
  };

const allowing = (action: string, resource: string) => ({
  Version: '2012-10-17' as const,
  Statement: [{ Effect: 'Allow' as const, Action: [action], Resource: resource }],
});

/** The documented set-up: every step passes, up to the proof in this browser. */
export const Passed: Story = {
  parameters: account(),
  play: async (context) => {
    await checks(/^Everything works$/)(context);
    const line = context.canvasElement.querySelector('[data-step=browser]');
    await expect(line).toHaveAttribute('data-state', 'passed');
  },
};

/** One thing is wrong: its line is open, with the way to the step of the guide. */
export const OneFault: Story = {
  parameters: account(({ buckets: [bucket] }) => {
    if (bucket) bucket.cors = null;
  }),
  play: async (context) => {
    await checks(/^One thing is wrong: .*CORS/)(context);
    const canvas = within(context.canvasElement);
    await expect(canvas.getByRole('button', { name: 'Go to the step “CORS”' })).toBeVisible();
  },
};

/** Several things are wrong: the one to begin with is named. */
export const SeveralFaults: Story = {
  parameters: account(({ buckets: [bucket], users: [user] }) => {
    if (bucket) bucket.cors = null;
    if (bucket) bucket.policy = null;
    const [policy] = user?.policies ?? [];
    if (policy) policy.document = allowing('s3:PutObject', `arn:aws:s3:::${bucket?.name}/*`);
  }),
  play: checks(/^3 things are wrong/),
};

/** It works, but strangers can list the bucket. */
export const Warning: Story = {
  parameters: account(({ buckets: [bucket] }) => {
    if (!bucket) return;
    const arn = `arn:aws:s3:::${bucket.name}`;
    const toAll = { Effect: 'Allow', Principal: '*' } as const;
    bucket.policy = {
      Version: '2012-10-17',
      Statement: [
        { ...toAll, Action: 's3:GetObject', Resource: `${arn}/*` },
        { ...toAll, Action: 's3:ListBucket', Resource: arn },
      ],
    };
  }),
  play: checks(/^It works, with a warning/),
};

const onAmazon: CheckReport = {
  checkedAt: '2026-03-02T10:15:00.000Z',
  ms: 840,
  outcome: 'unknown',
  steps: [
    { step: 'values', status: 'passed', ms: 0 },
    {
      step: 'identity',
      status: 'passed',
      ms: 180,
      identity: { arn: 'arn:aws:iam::123456789012:user/acme-triage-attachments', account: '123456789012' },
    },
    { step: 'bucket', status: 'passed', ms: 90 },
    { step: 'write', status: 'skipped', reason: 'needs_secret' },
    { step: 'owner', status: 'unknown', ms: 70, reason: 'permission', permission: 's3:PutObject' },
    { step: 'read', status: 'skipped', reason: 'explained', by: 'write' },
    { step: 'cors', status: 'passed', ms: 120 },
    { step: 'delete', status: 'skipped', reason: 'explained', by: 'write' },
    { step: 'world_write', status: 'unknown', ms: 2400, reason: 'timeout' },
    { step: 'world_list', status: 'unknown', ms: 90, reason: 'no_answer' },
    { step: 'privilege', status: 'passed', ms: 140 },
  ],
  findings: [],
};

/** Every way in which a step can have no result, and whose key it is. */
export const OpenQuestions: Story = {
  parameters: world(() => ({
    prepare: (backend) => backend.configure(),
    http: [http.post(`*${baseUrl}/connection/check`, () => HttpResponse.json(onAmazon))],
  })),
  play: async (context) => {
    await checks(/^Not everything could be told$/)(context);
    await expect(within(context.canvasElement).getByText(/permission s3:PutObject/)).toBeVisible();
  },
};

const slowly = () =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const step of onAmazon.steps.slice(0, 3)) {
        controller.enqueue(new TextEncoder().encode(`${JSON.stringify({ event: 'step', step })}\n`));
      }
    },
  });

/** A slow backend: three lines are known, the others wait; the check can be cancelled. */
export const Running: Story = {
  parameters: world(() => ({
    prepare: (backend) => backend.configure(),
    http: [
      http.post(
        `*${baseUrl}/connection/check`,
        () => new HttpResponse(slowly(), { headers: { 'content-type': 'application/x-ndjson' } }),
      ),
    ],
  })),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Check connection' }));
    await expect(await canvas.findByText('Checking: 3 of 12')).toBeVisible();
  },
};

/** Stopped by hand. */
export const Cancelled: Story = {
  parameters: Running.parameters ?? {},
  play: async (context) => {
    await Running.play?.(context);
    const canvas = within(context.canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }));
    await expect(await canvas.findByText('The check was cancelled.')).toBeVisible();
  },
};

/** The check itself could not be done. */
export const NotDone: Story = {
  parameters: world(() => ({
    prepare: (backend) => backend.configure(),
    http: [http.post(`*${baseUrl}/connection/check`, () => HttpResponse.error())],
  })),
  play: checks(/^The check could not be done: triage.ai cannot be reached/),
};

/** What was found was found of other values. */
export const Stale: Story = {
  parameters: OneFault.parameters ?? {},
  play: async (context) => {
    await OneFault.play?.(context);
    const canvas = within(context.canvasElement);
    await userEvent.type(canvas.getByLabelText('Bucket name'), '-2');
    await expect(await canvas.findByText('The values were changed since.')).toBeVisible();
  },
};

/** Dark. */
export const Dark: Story = { ...OneFault, globals: { scheme: 'dark' } };

/** Right to left. */
export const RightToLeft: Story = { ...OneFault, globals: { direction: 'rtl' } };

/** A phone. */
export const Narrow: Story = {
  ...SeveralFaults,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 358 }}>
        <Story />
      </div>
    ),
  ],
};
