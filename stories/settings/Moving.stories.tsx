import type { Meta, StoryObj } from '@storybook/react-vite';
import type { S3SettingsPanel } from '@triage-ai/s3-attachments';
import type { FakeBackend } from '@triage-ai/s3-attachments/testing';
import { expect, screen, waitFor, within } from 'storybook/test';
import { examples } from '../diagnoses/examples.ts';
import { press } from './acts.ts';
import { panelMeta } from './Panel.tsx';
import { inBucket, keep, keepBytes, move } from './storedAttachments.ts';
import { configured } from './worlds.ts';

/** Moving attachments to where new ones go: offered, under way, paused, done; what could not be moved stands below with its cause. */
const meta = { title: 'S3SettingsPanel/Moving', ...panelMeta } satisfies Meta<typeof S3SettingsPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The part of the panel that this is about, once it is there. */
const part = async (element: HTMLElement) =>
  within(await within(element).findByRole('region', { name: 'Move attachments' }));

const dialog = (name: string) => screen.findByRole('alertdialog', { name });

/** Everything is where new attachments go: it is said, and nothing is offered. */
export const NothingToMove: Story = {
  parameters: configured((backend) => keep(backend, 340, () => inBucket())),
  play: async ({ canvasElement }) => {
    const own = await part(canvasElement);
    await expect(
      own.getByText('340 attachments are in the bucket “triage-ai-attachments” (3.2 GB).'),
    ).toBeVisible();
    await expect(own.getByText('All attachments are in the bucket that new ones go to.')).toBeVisible();
    await expect(own.queryByRole('button')).toBeNull();
  },
};

/** Before anything was attached there is nothing to tell. */
export const NoAttachments: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('button', { name: 'Disable S3 storage' });
    await expect(within(canvasElement).queryByText('Move attachments')).toBeNull();
  },
};

/** S3 was set up after attachments had come: those in the database can follow. */
export const Offered: Story = {
  parameters: configured((backend) => keep(backend, 128)),
  play: async ({ canvasElement }) => {
    const own = await part(canvasElement);
    await expect(own.getByText('128 attachments are in the database (1.2 GB).')).toBeVisible();
    await expect(own.getByRole('button', { name: 'Move them to the bucket' })).toBeVisible();
  },
};

/** The settings name another bucket than before: those in the old one can follow too. */
export const OfferedFromOtherBuckets: Story = {
  parameters: configured((backend) =>
    keep(backend, 60, (index) => (index < 20 ? {} : inBucket(index < 50 ? 'old-attachments' : undefined))),
  ),
  play: async ({ canvasElement }) => {
    const own = await part(canvasElement);
    await expect(own.getByText(/^20 attachments are in the database/)).toBeVisible();
    await expect(own.getByText(/^30 attachments are in buckets that were used before/)).toBeVisible();
    await press(own, 'Move them to the bucket');
    await expect(await dialog('Move attachments to the bucket?')).toHaveTextContent(
      /What was in a bucket is deleted there a while later/,
    );
  },
};

/** S3 is out of use: what is in the bucket can go back to the database. */
export const OfferedBack: Story = {
  parameters: configured(async (backend) => {
    await keep(backend, 128, () => inBucket());
    await backend.changeStatus('disabled');
  }),
  play: async ({ canvasElement }) => {
    const own = await part(canvasElement);
    await press(own, 'Move them to the database');
    const asked = await dialog('Move attachments to the database?');
    await expect(asked).toHaveTextContent(/Those that are larger than it takes stay where they are/);
  },
};

/** Before it begins it says what will happen. */
export const Asked: Story = {
  parameters: configured((backend) => keepBytes(backend, 3)),
  play: async ({ canvasElement }) => {
    await press(await part(canvasElement), 'Move them to the bucket');
    const asked = await dialog('Move attachments to the bucket?');
    await expect(asked).toHaveTextContent(/are copied to the bucket “triage-ai-attachments”/);
    await expect(asked).toHaveTextContent(/compared with its copy by a checksum before it is deleted/);
    await waitFor(() => expect(within(asked).getByRole('button', { name: 'Cancel' })).toHaveFocus());
  },
};

/** Begun a moment ago: the focus is where it is told how far it has come. */
export const JustStarted: Story = {
  parameters: configured((backend) => keepBytes(backend, 3)),
  play: async (context) => {
    await Asked.play?.(context);
    await press(within(await dialog('Move attachments to the bucket?')), 'Move them to the bucket');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    const own = await part(context.canvasElement);
    await expect(await own.findByText('0 of 3 moved')).toBeVisible();
    await expect(own.getByRole('button', { name: 'Pause' })).toBeVisible();
  },
};

/** And brought to its end by the server, while the page looks on. */
export const JustDone: Story = {
  parameters: configured((backend) => keepBytes(backend, 3)),
  play: async (context) => {
    await JustStarted.play?.(context);
    await (context.loaded.backend as FakeBackend).move();
    const own = await part(context.canvasElement);
    await waitFor(
      () => expect(own.getByRole('status')).toHaveTextContent(/^All attachments were moved to the bucket/),
      {
        timeout: 8000,
      },
    );
    await expect(own.queryByRole('button')).toBeNull();
  },
};

/** Under way: how many of how many, and what could not be moved so far. A screen reader is told at each quarter. */
export const Running: Story = {
  parameters: configured(async (backend) => {
    await keep(backend, 2000, (index) => (index < 1240 ? inBucket() : {}));
    await move(backend);
  }),
  play: async ({ canvasElement }) => {
    const own = await part(canvasElement);
    await expect(own.getByText('1,240 of 2,000 moved')).toBeVisible();
    await expect(own.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '1240');
    await expect(own.getByRole('status')).toHaveTextContent('Moving attachments to the bucket: 50 percent');
    await expect(own.getByRole('button', { name: 'Pause' })).toBeVisible();
  },
};

/** Paused by somebody, and resumed. */
export const PausedByHand: Story = {
  parameters: Running.parameters ?? {},
  play: async ({ canvasElement }) => {
    const own = await part(canvasElement);
    await press(own, 'Pause');
    await expect(await own.findByRole('button', { name: 'Resume' })).toBeVisible();
    await expect(own.getByRole('status')).toHaveTextContent('The move is paused.');
    await expect(own.queryByRole('alert')).toBeNull();
  },
};

/** Resumed: the same button, in the same place. */
export const Resumed: Story = {
  parameters: Running.parameters ?? {},
  play: async (context) => {
    await PausedByHand.play?.(context);
    const own = await part(context.canvasElement);
    await press(own, 'Resume');
    await expect(await own.findByRole('button', { name: 'Pause' })).toBeVisible();
  },
};

/** Something keeps everything from being moved: the cause, where it is mended, and *Resume*. */
export const PausedByACause: Story = {
  parameters: configured(async (backend) => {
    await keep(backend, 2000, (index) => (index < 1240 ? inBucket() : {}));
    await move(backend, { status: 'paused', cause: JSON.stringify(examples.put_not_allowed) });
  }),
  play: async ({ canvasElement }) => {
    const own = await part(canvasElement);
    await expect(own.getByRole('alert').querySelector('[data-code=put_not_allowed]')).toBeVisible();
    await expect(own.getByText(/^The move has stopped/, { selector: '.s3a-move-state span' })).toBeVisible();
    await expect(own.getByRole('button', { name: 'Resume' })).toBeVisible();
  },
};

const failed = configured(async (backend) => {
  await keep(backend, 400, (index) =>
    index < 60
      ? {
          ...inBucket('old-attachments'),
          moveFailure: JSON.stringify(
            [examples.upload_incomplete, examples.access_denied, examples.file_too_large][index % 3],
          ),
        }
      : inBucket(),
  );
  await move(backend, { status: 'done', total: 400, changedAt: new Date('2030-03-02T11:00:00Z') });
});

/** It is over, and some are where they were: each with its cause, the first fifty of them. */
export const SomeFailed: Story = {
  parameters: failed,
  play: async ({ canvasElement }) => {
    const own = await part(canvasElement);
    await expect(own.getByRole('status')).toHaveTextContent(
      /60 attachments could not be moved and are where they were/,
    );
    await press(own, 'What could not be moved (60)');
    await expect(await own.findByText('and 10 more')).toBeVisible();
    await expect(own.getAllByText(/\(9\.4 MB\), ticket 10/)).toHaveLength(50);
    await expect(own.getAllByText('This file is too large')).toHaveLength(1);
    await expect(own.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

/** *Try again*: it runs once more, for these only. */
export const TriedAgain: Story = {
  parameters: failed,
  play: async ({ canvasElement }) => {
    const own = await part(canvasElement);
    await press(own, 'Try again');
    await expect(await own.findByRole('button', { name: 'Pause' })).toBeVisible();
    await expect(own.queryByText(/^What could not be moved/)).toBeNull();
  },
};

/** Done, for who comes later. */
export const Done: Story = {
  parameters: configured(async (backend) => {
    await keep(backend, 400, () => inBucket());
    await move(backend, { status: 'done', total: 400, changedAt: new Date('2030-03-02T11:00:00Z') });
  }),
  play: async ({ canvasElement }) => {
    const own = await part(canvasElement);
    await expect(own.getByRole('status')).toHaveTextContent(/^All attachments were moved to the bucket/);
  },
};

/** Somebody took S3 out of use before it could begin: it says so. */
export const ConflictMeanwhile: Story = {
  parameters: configured((backend) => keepBytes(backend, 3)),
  play: async (context) => {
    await Asked.play?.(context);
    await (context.loaded.backend as FakeBackend).changeStatus('disabled');
    await press(within(await dialog('Move attachments to the bucket?')), 'Move them to the bucket');
    const own = await part(context.canvasElement);
    await expect(await own.findByText('Attachments cannot be moved this way now')).toBeVisible();
  },
};
