import type { Meta, StoryObj } from '@storybook/react-vite';
import type { S3SettingsPanel } from '@triage-ai/s3-attachments';
import { documentedAccount, regions } from '@triage-ai/s3-attachments/testing';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { enter, expectSaid, expectSaveNotice, expectValues, input, press } from './acts.ts';
import { panelMeta } from './Panel.tsx';
import { configured, unanswered, values, world } from './worlds.ts';

/** The region: any code may be typed, the known ones are found by code and name, and S3 can be asked. */
const meta = { title: 'S3SettingsPanel/Region', ...panelMeta } satisfies Meta<typeof S3SettingsPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

/**
 * While the list is open, Base UI hides all that stands beside it from screen readers, buttons and fields too. Tab closes the
 * list and shows them again, before the focus is there.
 */
const opened = { a11y: { config: { rules: [{ id: 'aria-hidden-focus', enabled: false }] } } };

const options = (element: HTMLElement) => [...element.querySelectorAll('[role=option]')];

/** The button opens the whole list, whatever stands in the field. */
export const WholeList: Story = {
  parameters: { ...configured(), ...opened },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByLabelText('Show all regions'));
    await waitFor(() => expect(options(canvasElement)).toHaveLength(regions.length));
    await expect(canvas.getByRole('combobox', { name: 'AWS Region' })).toHaveAttribute(
      'aria-expanded',
      'true',
    );
  },
};

/** Typing a city filters by the names. */
export const FoundByName: Story = {
  parameters: opened,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(await input(canvas, 'AWS Region'), 'frank');
    await waitFor(() => expect(options(canvasElement)).toHaveLength(1));
    await expect(options(canvasElement)[0]).toHaveTextContent('eu-central-1Europe (Frankfurt)');
    await expect(canvas.getByRole('combobox', { name: 'AWS Region' })).toHaveFocus();
  },
};

/** Arrow keys and Enter choose; the name then stands below the label. */
export const ChosenByKeyboard: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(await input(canvas, 'AWS Region'), 'ireland');
    await waitFor(() => expect(options(canvasElement)).toHaveLength(1));
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(options(canvasElement)[0]).toHaveAttribute('data-highlighted'));
    await userEvent.keyboard('{Enter}');
    await expectValues(canvas, { 'AWS Region': 'eu-west-1' });
    await expectSaid(canvas, 'AWS Region', 'Europe (Ireland)');
    // Enter has chosen, and not saved.
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
};

/** Chosen by the pointer. */
export const ChosenByMouse: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByLabelText('Show all regions'));
    await userEvent.click(await canvas.findByRole('option', { name: /Stockholm/ }));
    await expectValues(canvas, { 'AWS Region': 'eu-north-1' });
    await waitFor(() => expect(options(canvasElement)).toHaveLength(0));
  },
};

/** A code that is on no list: it is said, and can be used. */
export const UnknownCode: Story = {
  parameters: world(() => ({ account: documentedAccount({ region: 'eu-north-9' }) })),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(await input(canvas, 'AWS Region'), 'eu-north-9');
    await expect(await canvas.findByText(/Not on our list\. If AWS shows this code, use it\./)).toBeVisible();
    await enter(canvas, { ...values, 'AWS Region': 'eu-north-9' });
    await press(canvas, /^Save and store/);
    await expectSaveNotice(canvasElement, /^Saved\./);
  },
};

/** S3 was asked, and the field has the answer. */
export const Detected: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await enter(canvas, { 'Bucket name': values['Bucket name'] });
    await press(canvas, 'Detect');
    await expectValues(canvas, { 'AWS Region': 'eu-central-1' });
    await expectSaid(
      canvas,
      'AWS Region',
      'S3 says that this bucket is in eu-central-1, Europe (Frankfurt).',
    );
  },
};

/** S3 knows of no such bucket. */
export const NotDetected: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await enter(canvas, { 'Bucket name': 'no-such-bucket-anywhere' });
    await press(canvas, 'Detect');
    await expectSaid(canvas, 'AWS Region', 'There is no bucket named “no-such-bucket-anywhere”.');
    await expectValues(canvas, { 'AWS Region': '' });
  },
};

/** Without a bucket there is nothing to ask: the focus goes to its field. */
export const DetectWithoutBucket: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvas, 'Detect');
    await expectSaid(canvas, 'AWS Region', 'Enter the bucket’s name first');
    await expect(await input(canvas, 'Bucket name')).toHaveFocus();
  },
};

/** While S3 is being asked. */
export const Detecting: Story = {
  parameters: configured(undefined, () => [unanswered('post', '/connection/region')]),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvas, 'Detect');
    const button = await canvas.findByRole('button', { name: 'Asking S3' });
    await expect(button).toHaveAttribute('aria-busy', 'true');
    await expect(button).toHaveFocus();
  },
};

/** Another bucket is typed: what was found of the one before is no longer said. */
export const DetectedBefore: Story = {
  play: async (context) => {
    await Detected.play?.(context);
    const canvas = within(context.canvasElement);
    await userEvent.type(await input(canvas, 'Bucket name'), '-2');
    await waitFor(() => expect(canvas.queryByText(/S3 says that this bucket/)).toBeNull());
  },
};
