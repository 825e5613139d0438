import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CheckReport, S3SettingsPanel } from '@triage-ai/s3-attachments';
import { HttpResponse, http } from 'msw';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { expectOutcome, input, press, step } from './settings/acts.ts';
import { baseUrl, inWidth, panelMeta } from './settings/Panel.tsx';
import {
  allowOnly,
  changedInAws,
  configured,
  letStrangersList,
  noCors,
  unreachable,
} from './settings/worlds.ts';

/** *Check connection* in the settings panel: the backend asks S3, then this browser proves it. */
const meta = { title: 'S3SettingsPanel/Connection check', ...panelMeta } satisfies Meta<
  typeof S3SettingsPanel
>;

export default meta;
type Story = StoryObj<typeof meta>;

const documented = ['s3:PutObject', 's3:DeleteObject'];
const ofLargeFiles = ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts'];

/** Presses *Check connection* and waits for the sentence on top. */
const checks =
  (summary: string | RegExp): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await press(within(canvasElement), 'Check connection');
    await expectOutcome(canvasElement, summary);
  };

/** The states of the guide's seven steps. */
const expectSteps = async (element: HTMLElement, ...states: string[]) =>
  waitFor(() =>
    expect(
      [...element.querySelectorAll<HTMLElement>('.s3a-steps > li')].map((li) => li.dataset.state),
    ).toEqual(states),
  );

/** The documented set-up: every step passes, up to the proof in this browser, and is folded away; every step of the guide is done. */
export const Passed: Story = {
  parameters: configured(),
  play: async (context) => {
    const { canvasElement } = context;
    await checks(/^Everything works$/)(context);
    const line = canvasElement.querySelector('[data-step=browser]');
    await expect(line).toHaveAttribute('data-state', 'passed');
    await expect(line).not.toBeVisible();
    await expectSteps(canvasElement, ...Array<string>(7).fill('done'));
    await expect(within(canvasElement).getByText('7 of 7 done')).toBeVisible();
  },
};

/** What passed can be seen step by step. */
export const PassedInDetail: Story = {
  parameters: configured(),
  play: async (context) => {
    const { canvasElement } = context;
    await Passed.play?.(context);
    await userEvent.click(within(canvasElement).getByText('Show the steps'));
    await expect(canvasElement.querySelector('[data-step=browser]')).toBeVisible();
  },
};

/** One thing is wrong: its line is open, with the way to the step of the guide, which is marked as not done. */
export const OneFault: Story = {
  parameters: changedInAws(noCors),
  play: async (context) => {
    const { canvasElement } = context;
    await checks(/^One thing is wrong: .*CORS/)(context);
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('button', { name: 'Go to the step “CORS”' })).toBeVisible();
    await expectSteps(canvasElement, 'done', 'done', 'done', 'not_done', 'done', 'done', 'done');
  },
};

/** The line's link opens the step, with the diagnosis in it. */
export const StepOpenedFromTheLine: Story = {
  parameters: changedInAws(noCors),
  play: async (context) => {
    await OneFault.play?.(context);
    const { canvasElement } = context;
    await press(within(canvasElement), 'Go to the step “CORS”');
    const cors = within(step(canvasElement, 'cors') as HTMLElement);
    await waitFor(() => expect(cors.getByRole('button', { name: /CORS/, expanded: true })).toHaveFocus());
    await expect(cors.getByText('The bucket has no CORS rules')).toBeVisible();
    await expect(cors.getByText('Not done')).toBeVisible();
  },
};

/** What is said below a line of the check, once its lines are shown. */
const saidOf = async (element: HTMLElement, name: string) => {
  await userEvent.click(within(element).getByText('Show the steps'));
  const line = element.querySelector<HTMLElement>(`.s3a-check-steps > [data-step=${name}]`);
  await expect(line).toHaveAttribute('data-state', 'passed');
  await expect(line).toBeVisible();
  return line?.querySelector('.s3a-check-said');
};

/** The documented CORS rule: that small files could go faster is a quiet line, and no warning. */
export const SmallFilesByPut: Story = {
  parameters: configured(),
  play: async (context) => {
    await Passed.play?.(context);
    await expect(await saidOf(context.canvasElement, 'cors')).toHaveTextContent(
      /^Many small files could go up faster, by POST: the CORS step of the guide tells how\.$/,
    );
  },
};

/** POST was added to the CORS rule: small files go the fast way, and the line says so. */
export const SmallFilesByPost: Story = {
  parameters: changedInAws(({ buckets: [bucket] }) => {
    bucket?.cors?.[0]?.AllowedMethods.push('POST');
  }),
  play: async (context) => {
    await Passed.play?.(context);
    await expect(await saidOf(context.canvasElement, 'cors')).toHaveTextContent(
      /^POST is allowed too: small files go up the fast way\.$/,
    );
  },
};

/** The permissions for large files are wanted, and granted: a line of its own, and the policy's step is done. */
export const LargeFilesGranted: Story = {
  parameters: configured(async ({ configure, s3 }) => {
    await configure({ largeFiles: true });
    allowOnly(...documented, ...ofLargeFiles)(s3.account);
  }),
  play: async (context) => {
    await Passed.play?.(context);
    await userEvent.click(within(context.canvasElement).getByText('Show the steps'));
    const line = context.canvasElement.querySelector('.s3a-check-steps > [data-step=large_files]');
    await expect(line).toHaveAttribute('data-state', 'passed');
  },
};

/** They are wanted, and the policy lacks them: it works, and what is lost is said, with the way to the policy. */
export const LargeFilesNotGranted: Story = {
  parameters: configured(async ({ configure, s3 }) => {
    await configure({ largeFiles: true });
    allowOnly(...documented)(s3.account);
  }),
  play: async (context) => {
    const { canvasElement } = context;
    const canvas = within(canvasElement);
    await checks(/^It works, with a warning: The access key may not tidy up after large files$/)(context);
    await expectSteps(canvasElement, 'done', 'done', 'done', 'done', 'warning', 'done', 'done');
    await press(canvas, 'Go to the step “IAM policy”');
    const policy = step(canvasElement, 'iam-policy') as HTMLElement;
    await waitFor(() => expect(policy.querySelector('[data-marked=warning]')).toHaveTextContent('Action'));
    await expect(within(policy).getByText(/add s3:AbortMultipartUpload and s3:List/)).toBeVisible();
  },
};

/** Nobody wants them: the check has no line for them. */
export const LargeFilesNotAsked: Story = {
  parameters: configured(),
  play: async (context) => {
    await Passed.play?.(context);
    await expect(context.canvasElement.querySelectorAll('.s3a-check-steps > li')).toHaveLength(12);
    await expect(context.canvasElement.querySelector('[data-step=large_files]')).toBeNull();
  },
};

/** A part of a document is at fault: it is marked in the document of the step. */
export const PartMarked: Story = {
  parameters: changedInAws(({ buckets: [bucket] }) => {
    const [rule] = bucket?.cors ?? [];
    if (rule) rule.AllowedMethods = ['GET', 'HEAD'];
  }),
  play: async (context) => {
    const { canvasElement } = context;
    await checks(/CORS rules do not allow PUT/)(context);
    await press(within(canvasElement), 'Go to the step “CORS”');
    const cors = step(canvasElement, 'cors') as HTMLElement;
    await expect(
      await within(cors).findByText('The part “AllowedMethods” is marked in the document.'),
    ).toBeVisible();
    await expect(cors.querySelector('[data-marked]')).toHaveTextContent('AllowedMethods');
  },
};

/** From outside two steps look the same: the likelier one is named first, the other is to be looked at too. */
export const StepSuspected: Story = {
  parameters: changedInAws(({ buckets: [bucket] }) => {
    if (bucket) bucket.policy = null;
  }),
  play: async (context) => {
    const { canvasElement } = context;
    await checks(/its link cannot be opened/)(context);
    await expect(canvasElement.querySelectorAll('.s3a-steps > [data-state=not_done]')).toHaveLength(1);
    const suspect = canvasElement.querySelector<HTMLElement>('.s3a-steps > [data-state=suspect]');
    await expect(suspect).toHaveTextContent('Look here too');
    await userEvent.click(within(suspect as HTMLElement).getByRole('button'));
    await expect(
      await within(suspect as HTMLElement).findByText(/could not tell this step from another one/),
    ).toBeVisible();
  },
};

/** A field is at fault: the line's link moves the focus to it. */
export const FieldAtFault: Story = {
  parameters: configured(({ configure }) => configure({ region: 'eu-west-1' })),
  play: async (context) => {
    const canvas = within(context.canvasElement);
    await checks(/^One thing is wrong: The bucket is in eu-central-1, not in eu-west-1/)(context);
    await press(canvas, 'Go to “AWS Region”');
    await waitFor(async () => expect(await input(canvas, 'AWS Region')).toHaveFocus());
  },
};

/** Several things are wrong: the one to begin with is named. */
export const SeveralFaults: Story = {
  parameters: changedInAws((account) => {
    noCors(account);
    for (const bucket of account.buckets) bucket.policy = null;
    allowOnly('s3:PutObject')(account);
  }),
  play: checks(/^3 things are wrong/),
};

/** It works, but strangers can list the bucket. */
export const Warning: Story = {
  parameters: changedInAws(letStrangersList),
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
  parameters: configured(undefined, () => [
    http.post(`*${baseUrl}/connection/check`, () => HttpResponse.json(onAmazon)),
  ]),
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
  parameters: configured(undefined, () => [
    http.post(
      `*${baseUrl}/connection/check`,
      () => new HttpResponse(slowly(), { headers: { 'content-type': 'application/x-ndjson' } }),
    ),
  ]),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvas, 'Check connection');
    await expect(await canvas.findByText('Checking: 3 of 12')).toBeVisible();
    const lines = [...canvasElement.querySelectorAll<HTMLElement>('.s3a-check-step')];
    await expect(lines.filter(({ dataset }) => dataset.state === 'passed')).toHaveLength(3);
    await expect(lines.filter(({ dataset }) => dataset.state === 'waiting')).toHaveLength(9);
  },
};

/** Stopped by hand. */
export const Cancelled: Story = {
  parameters: Running.parameters ?? {},
  play: async (context) => {
    await Running.play?.(context);
    const canvas = within(context.canvasElement);
    await press(canvas, 'Cancel');
    await expect(await canvas.findByText('The check was cancelled.')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Check connection' })).toHaveFocus();
  },
};

/** The check itself could not be done. */
export const NotDone: Story = {
  parameters: configured(undefined, () => [unreachable('post', '/connection/check')]),
  play: checks(/^The check could not be done: triage.ai cannot be reached/),
};

/** What was found was found of other values: the guide knows nothing of these. */
export const Stale: Story = {
  parameters: OneFault.parameters ?? {},
  play: async (context) => {
    await OneFault.play?.(context);
    const canvas = within(context.canvasElement);
    await userEvent.type(canvas.getByLabelText('Bucket name'), '-2');
    await expect(await canvas.findByText('The values were changed since.')).toBeVisible();
    await expectSteps(context.canvasElement, ...Array<string>(7).fill('unknown'));
  },
};

/** Dark. */
export const Dark: Story = { ...OneFault, globals: { scheme: 'dark' } };

/** Right to left. */
export const RightToLeft: Story = { ...OneFault, globals: { direction: 'rtl' } };

/** A phone. */
export const Narrow: Story = { ...SeveralFaults, decorators: [inWidth(320)] };
