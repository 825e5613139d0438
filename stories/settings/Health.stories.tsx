import type { Meta, StoryObj } from '@storybook/react-vite';
import type { Diagnosis, S3SettingsPanel } from '@triage-ai/s3-attachments';
import type { FakeBackend } from '@triage-ai/s3-attachments/testing';
import { expect, waitFor, within } from 'storybook/test';
import { press } from './acts.ts';
import { panelMeta } from './Panel.tsx';
import { configured } from './worlds.ts';

/** How uploads have been going, where that is worth telling: since when they fail, how many, why. */
const meta = { title: 'S3SettingsPanel/Health', ...panelMeta } satisfies Meta<typeof S3SettingsPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const refused: Diagnosis = {
  code: 'put_not_allowed',
  otherAction: 'allowed',
  explicitDeny: false,
  policy: 'identity',
  principal: 'arn:aws:iam::111122223333:user/triage-ai-attachments',
  resource: 'arn:aws:s3:::triage-ai-attachments/tickets/1/report.pdf',
  where: [{ kind: 'step', step: 'iam-policy', part: 'Action' }],
  certainty: 'certain',
};

/** Twelve uploads failed since Monday morning, and then something happened. */
const failedUploads = (then: (backend: FakeBackend) => Promise<unknown> | void = () => {}) =>
  configured(async (backend) => {
    const { store } = backend;
    const settingsVersion = (await store.readSettings())?.version ?? 0;
    for (let minute = 0; minute < 12; minute++) {
      const at = new Date(Date.UTC(2026, 2, 2, 8, 30 + minute));
      await store.recordFailure({ settingsVersion, at, diagnosis: JSON.stringify(refused) });
    }
    await then(backend);
  });

/** Uploads are failing: since when, how many, why, and the way to what has to be changed. */
export const Failing: Story = {
  parameters: failedUploads(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const notice = await canvas.findByRole('region', { name: 'Uploads of attachments are failing' });
    await expect(notice).toHaveTextContent(
      /^Uploads of attachments are failingSince .*: 12 uploads failed\./,
    );
    // In words that come a moment after the form.
    await waitFor(() =>
      expect(notice).toHaveTextContent('The access key may not store files in this bucket'),
    );
    await expect(within(notice).getByRole('button', { name: 'Go to the step “IAM policy”' })).toBeVisible();
  },
};

/** Its link opens the step of the guide, with the part to look at marked. */
export const StepOpened: Story = {
  parameters: failedUploads(),
  play: async (context) => {
    await Failing.play?.(context);
    const canvas = within(context.canvasElement);
    await press(canvas, 'Go to the step “IAM policy”');
    const document = await canvas.findByRole('region', { name: 'Document for “IAM policy”' });
    await waitFor(() => expect(document.querySelector('[data-marked]')).toHaveTextContent('Action'));
    await expect(canvas.getByRole('button', { name: /Write the IAM policy/ })).toHaveFocus();
  },
};

/** The settings were saved anew: whether that mended it shows with the next upload. */
export const ChangedSince: Story = {
  parameters: failedUploads(({ configure }) => configure({ keyPrefix: 'help-desk/' })),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const notice = await canvas.findByRole('region', { name: 'Uploads of attachments were failing' });
    await expect(notice).toHaveTextContent('The settings were changed since; nothing was uploaded yet.');
    await expect(within(notice).queryByRole('button')).toBeNull();
  },
};

/** Uploads work again: it says so once, and what it was. */
export const Recovered: Story = {
  parameters: failedUploads(async ({ store }) => {
    const settingsVersion = (await store.readSettings())?.version ?? 0;
    const at = new Date(Date.UTC(2026, 2, 2, 11, 5));
    await store.recordSuccess({ settingsVersion, at, unlessAfter: new Date(0) });
  }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const said = await canvas.findByText(/^Uploads work again since .* 12 uploads failed\.$/);
    await expect(said).toBeVisible();
    await expect(canvas.queryByRole('region', { name: /failing/ })).toBeNull();
  },
};

/** It works again after the check in this browser: the banner goes without the page being opened anew. */
export const RecoveredByTheCheck: Story = {
  parameters: failedUploads(),
  play: async (context) => {
    await Failing.play?.(context);
    const canvas = within(context.canvasElement);
    await press(canvas, 'Check connection');
    await expect(
      await canvas.findByText(/^Uploads work again since /, undefined, { timeout: 12_000 }),
    ).toBeVisible();
    await expect(canvas.queryByRole('region', { name: 'Uploads of attachments are failing' })).toBeNull();
  },
};
