import type { Meta, StoryObj } from '@storybook/react-vite';
import type { S3SettingsPanel } from '@triage-ai/s3-attachments';
import { emptyAccount, type FakeBackend } from '@triage-ai/s3-attachments/testing';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { enter, expectSaveNotice, input, press } from './acts.ts';
import { panelMeta } from './Panel.tsx';
import { configured, saveAsGrace, values, world } from './worlds.ts';

/** A button that is gone once it was pressed hands the focus on: who works by keyboard is never left in nowhere. */
const meta = { title: 'S3SettingsPanel/Focus', ...panelMeta } satisfies Meta<typeof S3SettingsPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The focus is somewhere inside. */
const expectFocusIn = (element: Element | null) =>
  waitFor(() => expect(element?.contains(document.activeElement)).toBe(true));

/** After *Go back* it is on the button that would save. */
export const AfterGoingBack: Story = {
  parameters: world(() => ({ account: emptyAccount() })),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await enter(canvas, values);
    const save = await press(canvas, /^Save and store/);
    await expectSaveNotice(canvasElement, /^Nothing was saved yet/);
    await press(canvas, 'Go back');
    await waitFor(() => expect(save).toHaveFocus());
  },
};

/** After *Discard* it is in the form. */
export const AfterDiscarding: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(await input(canvas, 'Bucket name'), '-2');
    await press(canvas, 'Discard');
    await expectFocusIn(canvasElement.querySelector('form'));
  },
};

/** After *Use what is saved* it is in the form. */
export const AfterTakingTheirs: Story = {
  parameters: configured(),
  play: async ({ canvasElement, loaded }) => {
    const canvas = within(canvasElement);
    await userEvent.type(await input(canvas, 'Bucket name'), '-2');
    await saveAsGrace(loaded.backend as FakeBackend, { region: 'eu-west-1' });
    dispatchEvent(new Event('visibilitychange'));
    await press(canvas, 'Use what is saved');
    await expectFocusIn(canvasElement.querySelector('form'));
  },
};

/** After *Keep the saved key* it is where the rotation was begun. */
export const AfterKeepingTheKey: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvas, 'Rotate key');
    await press(canvas, 'Keep the saved key');
    const rotate = await canvas.findByRole('button', { name: 'Rotate key' });
    await waitFor(() => expect(rotate).toHaveFocus());
  },
};

/** After *Keep the saved one* it is on *Replace*. */
export const AfterKeepingTheSecret: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvas, /^Replace/);
    await press(canvas, 'Keep the saved one');
    const replace = await canvas.findByRole('button', { name: /^Replace/ });
    await waitFor(() => expect(replace).toHaveFocus());
  },
};
