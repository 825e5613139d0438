import type { Meta, StoryObj } from '@storybook/react-vite';
import type { S3SettingsPanel } from '@triage-ai/s3-attachments';
import { documentedAccount, emptyAccount } from '@triage-ai/s3-attachments/testing';
import { HttpResponse, http } from 'msw';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { enter, expectOutcome, expectSaveNotice, expectValues, input, press } from './acts.ts';
import { baseUrl, panelMeta, propsOf } from './Panel.tsx';
import {
  changedInAws,
  configured,
  letStrangersList,
  unanswered,
  unreachable,
  values,
  world,
} from './worlds.ts';

/** *Save* checks first. What works is saved; of the rest it says what will not work, and lets the administrator decide. */
const meta = { title: 'S3SettingsPanel/Saving', ...panelMeta } satisfies Meta<typeof S3SettingsPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Enters the four values of an account and saves. */
const saves = async (canvasElement: HTMLElement) => {
  const canvas = within(canvasElement);
  await enter(canvas, values);
  await press(canvas, 'Save and store attachments in S3');
  return canvas;
};

/** The four values work, and are saved: the status says so, and nothing of the secret is left in the page. */
export const Saved: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = await saves(canvasElement);
    await expectSaveNotice(canvasElement, /^Saved\. New attachments are stored in the bucket/);
    await expectOutcome(canvasElement, 'Everything works');
    await expect(args.onSaved).toHaveBeenCalledOnce();
    await expect(canvas.getByText(/^Attachments are stored in S3/)).toBeVisible();
    await expect(await canvas.findByRole('group', { name: 'Secret access key' })).toHaveTextContent(
      'Configured',
    );
    const secret = values['Secret access key'];
    await expect(canvasElement.innerHTML).not.toContain(secret);
    for (const field of canvasElement.querySelectorAll('input')) await expect(field.value).not.toBe(secret);
  },
};

/** While the check that comes first runs, its lines fill below the button. */
export const CheckingFirst: Story = {
  parameters: world(() => ({ http: [unanswered('post', '/connection/check')] })),
  play: async ({ canvasElement }) => {
    const canvas = await saves(canvasElement);
    const button = await canvas.findByRole('button', { name: 'Checking' });
    await expect(button).toHaveAttribute('aria-busy', 'true');
    await expect(button).toHaveFocus();
    await expect(canvas.getByRole('list', { name: 'Steps of the check' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Cancel' })).toBeVisible();
  },
};

/** Cancelled while *Save* was checking: nothing was saved, nothing is lost. */
export const CancelledWhileChecking: Story = {
  parameters: world(() => ({ http: [unanswered('post', '/connection/check')] })),
  play: async (context) => {
    await CheckingFirst.play?.(context);
    const canvas = within(context.canvasElement);
    await press(canvas, 'Cancel');
    await expect(await canvas.findByText('The check was cancelled.')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Save and store attachments in S3' })).toBeVisible();
    await expectValues(canvas, values);
    await expect(context.args.onSaved).not.toHaveBeenCalled();
  },
};

/** It works; the values are on their way to the backend. */
export const BeingSaved: Story = {
  parameters: world(() => ({ http: [unanswered('put', '/settings')] })),
  play: async ({ canvasElement }) => {
    const canvas = await saves(canvasElement);
    const button = await canvas.findByRole('button', { name: 'Saving' }, { timeout: 10_000 });
    await expect(button).toHaveAttribute('aria-busy', 'true');
  },
};

/** They will not work: what is wrong is named, nothing was saved, and it can be saved all the same. */
export const Refused: Story = {
  parameters: world(() => ({ account: emptyAccount() })),
  play: async ({ canvasElement, args }) => {
    const canvas = await saves(canvasElement);
    await expectSaveNotice(canvasElement, /^Nothing was saved yet: this will not work/);
    const notice = within(canvasElement.querySelector('.s3a-save-notice') as HTMLElement);
    await expect(notice.getByRole('list')).toHaveTextContent('There is no bucket named');
    await expect(notice.getByRole('button', { name: 'Save anyway' })).toBeVisible();
    await expect(notice.getByRole('button', { name: 'Go back' })).toBeVisible();
    await expect(args.onSaved).not.toHaveBeenCalled();
    await expectValues(canvas, values);
  },
};

/** *Save anyway*: they are saved, and it says what follows. */
export const SavedAnyway: Story = {
  parameters: Refused.parameters ?? {},
  play: async (context) => {
    await Refused.play?.(context);
    const { canvasElement, args } = context;
    await press(within(canvasElement), 'Save anyway');
    await expectSaveNotice(canvasElement, /^Saved\. New attachments go to S3, and will fail until/);
    await expect(args.onSaved).toHaveBeenCalledOnce();
  },
};

/** *Go back*: what was typed and what the check found are still there. */
export const GoneBack: Story = {
  parameters: Refused.parameters ?? {},
  play: async (context) => {
    await Refused.play?.(context);
    const { canvasElement } = context;
    const canvas = within(canvasElement);
    await press(canvas, 'Go back');
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Save anyway' })).toBeNull());
    await expectOutcome(canvasElement, /^2 things are wrong/);
    await expectValues(canvas, values);
  },
};

/** The saved secret is not used for another bucket, so not everything could be told: it is not saved by itself either. */
export const UnknownOutcome: Story = {
  parameters: changedInAws(({ buckets }) => {
    buckets.push(...documentedAccount({ bucket: 'acme-second-bucket' }).buckets);
  }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await enter(canvas, { 'Bucket name': 'acme-second-bucket' });
    await press(canvas, 'Save changes');
    await expectSaveNotice(canvasElement, /^Nothing was saved yet: not everything could be checked/);
    await expect(canvas.getByRole('button', { name: 'Save anyway' })).toBeVisible();
    await expect(canvas.getAllByRole('button', { name: 'Go to “Secret access key”' })[0]).toBeVisible();
  },
};

/** The line that lacks the secret leads to where it is entered; with it everything can be told, and is saved. */
export const SecretEnteredForIt: Story = {
  parameters: changedInAws(({ buckets, users: [user] }) => {
    const second = documentedAccount({ bucket: 'acme-second-bucket' });
    buckets.push(...second.buckets);
    user?.policies.push(...(second.users[0]?.policies ?? []));
  }),
  play: async (context) => {
    await UnknownOutcome.play?.(context);
    const { canvasElement } = context;
    const canvas = within(canvasElement);
    const [link] = canvas.getAllByRole('button', { name: 'Go to “Secret access key”' });
    await userEvent.click(link as HTMLElement);
    await waitFor(async () => expect(await input(canvas, 'Secret access key')).toHaveFocus());
    await enter(canvas, { 'Secret access key': values['Secret access key'] });
    await press(canvas, 'Save changes');
    await expectSaveNotice(canvasElement, /^Saved\. .* “acme-second-bucket”\.$/);
  },
};

/** The backend went down in between: the check could not be done. */
export const CheckImpossible: Story = {
  parameters: configured(undefined, () => [unreachable('post', '/connection/check')]),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await enter(canvas, { 'AWS Region': 'eu-west-1' });
    await press(canvas, 'Save changes');
    await expectSaveNotice(
      canvasElement,
      /^Nothing was saved yet: the check could not be done.*triage.ai cannot be reached\./,
    );
    await expectValues(canvas, { 'AWS Region': 'eu-west-1' });
  },
};

/** The check found nothing wrong, and then saving failed: what was typed is still there, the secret included. */
export const SaveFailed: Story = {
  parameters: world(() => ({ http: [unreachable('put', '/settings')] })),
  play: async ({ canvasElement, args }) => {
    const canvas = await saves(canvasElement);
    await expectSaveNotice(canvasElement, /triage.ai cannot be reached/);
    await expectValues(canvas, values);
    await expect(canvas.getByRole('button', { name: 'Save and store attachments in S3' })).toBeVisible();
    await expect(args.onSaved).not.toHaveBeenCalled();
  },
};

/** The session ended in between. */
export const SignedOut: Story = {
  parameters: configured(undefined, () => [
    http.put(`*${baseUrl}/settings`, () => new HttpResponse(null, { status: 401 })),
  ]),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvas, /^Replace/);
    await enter(canvas, { 'Secret access key': values['Secret access key'] });
    await press(canvas, 'Save changes');
    await expectSaveNotice(canvasElement, 'You are signed out');
    await expectValues(canvas, { 'Secret access key': values['Secret access key'] });
  },
};

/** It works, with a warning: that is saved, and the warning stays to be read. */
export const SavedWithAWarning: Story = {
  parameters: changedInAws(letStrangersList),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvas, /^Replace/);
    await enter(canvas, { 'Secret access key': values['Secret access key'] });
    await press(canvas, 'Save changes');
    await expectSaveNotice(canvasElement, /^Saved\. New attachments are stored/);
    await expectOutcome(canvasElement, /^It works, with a warning/);
  },
};

const onUnsavedChanges = fn();

/** Something was changed and is not saved yet: *Save changes* and *Discard* are there, and the host knows. */
export const UnsavedChanges: Story = {
  args: propsOf({ onUnsavedChanges }),
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(await input(canvas, 'Bucket name'), '-2');
    await expect(await canvas.findByText('Not saved yet')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Save changes' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Discard' })).toBeVisible();
    await expect(onUnsavedChanges).toHaveBeenLastCalledWith(true);
    await expect(canvas.getByText('Save or discard your changes first.')).toBeVisible();
  },
};

/** Discarded: the saved values are back, and nothing asks to be saved. */
export const Discarded: Story = {
  args: propsOf({ onUnsavedChanges }),
  parameters: configured(),
  play: async (context) => {
    await UnsavedChanges.play?.(context);
    const canvas = within(context.canvasElement);
    await press(canvas, 'Discard');
    await expectValues(canvas, { 'Bucket name': 'triage-ai-attachments' });
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Save changes' })).toBeNull());
    await expect(onUnsavedChanges).toHaveBeenLastCalledWith(false);
  },
};
