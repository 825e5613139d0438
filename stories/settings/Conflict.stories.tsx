import type { Meta, StoryObj } from '@storybook/react-vite';
import type { S3SettingsPanel } from '@triage-ai/s3-attachments';
import type { FakeBackend } from '@triage-ai/s3-attachments/testing';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { enter, expectSaveNotice, expectValues, input, press } from './acts.ts';
import { panelMeta } from './Panel.tsx';
import { configured, saveAsGrace, values } from './worlds.ts';

/** Somebody else saved meanwhile: both versions are shown, and nothing is lost. */
const meta = { title: 'S3SettingsPanel/Conflict', ...panelMeta } satisfies Meta<typeof S3SettingsPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const backendOf = ({ loaded }: { loaded: Record<string, unknown> }) => loaded.backend as FakeBackend;

/** The page is seen again, as after a look at another tab: the settings are read anew. */
const comeBack = () => dispatchEvent(new Event('visibilitychange'));

/** The lines of the table of the two versions. */
const versions = (element: HTMLElement) =>
  [...element.querySelectorAll('.s3a-versions tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );

/** Met by a save: the two versions stand side by side, and nothing of either is lost. */
export const MetOnSave: Story = {
  parameters: configured(),
  play: async (context) => {
    const { canvasElement, args } = context;
    const canvas = within(canvasElement);
    await press(canvas, /^Replace/);
    await enter(canvas, { 'Secret access key': values['Secret access key'] });
    await saveAsGrace(backendOf(context), { region: 'eu-west-1' });
    await press(canvas, 'Save changes');
    await expectSaveNotice(canvasElement, /^Somebody else saved meanwhile.*grace changed these settings/);
    await expect(args.onSaved).not.toHaveBeenCalled();
    const [first, second] = versions(canvasElement);
    await expect(first).toEqual(['AWS Region', 'eu-central-1', 'eu-west-1']);
    await expect(second?.slice(0, 2)).toEqual(['Secret access key', 'entered by you']);
    await expectValues(canvas, { 'Secret access key': values['Secret access key'] });
  },
};

/** *Save yours over it*: checked, then saved over the other. */
export const SavedOver: Story = {
  parameters: configured(),
  play: async (context) => {
    await MetOnSave.play?.(context);
    const { canvasElement, args } = context;
    const canvas = within(canvasElement);
    await press(canvas, 'Save yours over it');
    await expectSaveNotice(canvasElement, /^Saved\./);
    await expect(args.onSaved).toHaveBeenCalledOnce();
    const row = await backendOf(context).store.readSettings();
    await expect(row).toMatchObject({ region: 'eu-central-1', savedBy: 'administrator', version: 3 });
  },
};

/** *Use what is saved*: the form shows it, and nothing is to be saved. */
export const TheirsTaken: Story = {
  parameters: configured(),
  play: async (context) => {
    await MetOnSave.play?.(context);
    const canvas = within(context.canvasElement);
    await press(canvas, 'Use what is saved');
    await expectValues(canvas, { 'AWS Region': 'eu-west-1' });
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Save changes' })).toBeNull());
    await expect(canvas.queryByRole('table')).toBeNull();
  },
};

/** Seen by itself, while something is typed: it is shown, and the focus stays where one types. */
export const SeenByItself: Story = {
  parameters: configured(),
  play: async (context) => {
    const { canvasElement } = context;
    const canvas = within(canvasElement);
    const field = await input(canvas, 'Bucket name');
    await userEvent.type(field, '-2');
    await saveAsGrace(backendOf(context), { bucket: 'graces-attachments' });
    comeBack();
    await expect(await canvas.findByText('Somebody else saved meanwhile')).toBeVisible();
    const [first, second] = versions(canvasElement);
    await expect(first).toEqual(['Bucket name', 'triage-ai-attachments-2', 'graces-attachments']);
    // Neither of them has touched the key.
    await expect(second).toBeUndefined();
    await expect(field).toHaveFocus();
  },
};

/** Grace saves once more while the two versions are shown: what stands there is what is saved now. */
export const SeenTwice: Story = {
  parameters: configured(),
  play: async (context) => {
    await SeenByItself.play?.(context);
    await saveAsGrace(backendOf(context), { bucket: 'graces-second-thought' });
    comeBack();
    await waitFor(() =>
      expect(versions(context.canvasElement)[0]).toEqual([
        'Bucket name',
        'triage-ai-attachments-2',
        'graces-second-thought',
      ]),
    );
  },
};

/** Seen by itself, while nothing is typed: the form shows the new values and says whose they are. */
export const ChangedByAnother: Story = {
  parameters: configured(),
  play: async (context) => {
    const canvas = within(context.canvasElement);
    await expectValues(canvas, { 'Bucket name': 'triage-ai-attachments' });
    await saveAsGrace(backendOf(context), { bucket: 'graces-attachments' });
    comeBack();
    await expectValues(canvas, { 'Bucket name': 'graces-attachments' });
    const said = await canvas.findByText(/^grace changed these settings .* You see them as they are now\.$/);
    await expect(said).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Save changes' })).toBeNull();
  },
};

/** Two set it up for the first time: grace was faster. */
export const FirstSetUpTwice: Story = {
  play: async (context) => {
    const { canvasElement } = context;
    const canvas = within(canvasElement);
    await enter(canvas, values);
    await backendOf(context).configure({ bucket: 'graces-attachments' });
    await press(canvas, /^Save and store/);
    await expectSaveNotice(canvasElement, /^Somebody else saved meanwhile/);
    await expect(versions(canvasElement)[0]).toEqual([
      'Bucket name',
      'triage-ai-attachments',
      'graces-attachments',
    ]);
    await expectValues(canvas, { 'Bucket name': 'triage-ai-attachments' });
  },
};
