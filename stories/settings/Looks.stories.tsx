import type { Meta, StoryObj } from '@storybook/react-vite';
import type { S3SettingsPanel } from '@triage-ai/s3-attachments';
import { documentedAccount } from '@triage-ai/s3-attachments/testing';
import { expect, waitFor, within } from 'storybook/test';
import { expectOutcome, input, press } from './acts.ts';
import { inWidth, panelMeta, propsOf } from './Panel.tsx';
import { changedInAws, noCors, world } from './worlds.ts';

/** The panel in narrow and wide places, dark, right to left, in forced colours, enlarged, and with long names. */
const meta = { title: 'S3SettingsPanel/Looks', ...panelMeta } satisfies Meta<typeof S3SettingsPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Nothing is wider than the panel; what scrolls, scrolls by itself. */
const expectFits = async (element: HTMLElement) => {
  const panel = element.querySelector('.s3a-panel');
  await expect(panel?.scrollWidth).toBeLessThanOrEqual(panel?.clientWidth ?? 0);
};

/** A fault is found, its line and its step are open. */
const faultOpen: Story = {
  parameters: changedInAws(noCors),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvas, 'Check connection');
    await expectOutcome(canvasElement, /^One thing is wrong/);
    await press(canvas, 'Go to the step “CORS”');
    await expect(await canvas.findByRole('region', { name: 'Document for “CORS”' })).toBeVisible();
    await expectFits(canvasElement);
  },
};

/** Form and guide side by side. */
const sideBySide = (element: HTMLElement) => {
  const [form, guide] = ['.s3a-main', '.s3a-guide'].map((part) =>
    element.querySelector(part)?.getBoundingClientRect(),
  );
  return form?.top === guide?.top;
};

/** A page of 320 px, as a desktop enlarged four times has it: the guide stands below the form. */
export const Narrow: Story = {
  ...faultOpen,
  decorators: [inWidth(320)],
  play: async (context) => {
    await faultOpen.play?.(context);
    await expect(sideBySide(context.canvasElement)).toBe(false);
  },
};

/** The first visit on a phone, and a save of nothing. */
export const NarrowWithProblems: Story = {
  decorators: [inWidth(320)],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvas, /^Save and store/);
    await expect(await canvas.findByRole('alert')).toBeVisible();
    await expectFits(canvasElement);
  },
};

/** A tab of 1,400 px: form and guide side by side. */
export const Wide: Story = {
  ...faultOpen,
  decorators: [inWidth(1400)],
  play: async (context) => {
    await faultOpen.play?.(context);
    await expect(sideBySide(context.canvasElement)).toBe(true);
  },
};

/** Dark. */
export const Dark: Story = { ...faultOpen, globals: { scheme: 'dark' } };

/** Right to left: what is code stays left to right. */
export const RightToLeft: Story = {
  ...faultOpen,
  globals: { direction: 'rtl' },
  play: async (context) => {
    await faultOpen.play?.(context);
    const { canvasElement } = context;
    const document = within(canvasElement).getByRole('region', { name: 'Document for “CORS”' });
    await expect(getComputedStyle(document).direction).toBe('ltr');
    const field = await input(within(canvasElement), 'Access key ID');
    await expect(getComputedStyle(field).direction).toBe('ltr');
  },
};

/** Text at twice its size, as a browser's own setting makes it. */
export const EnlargedText: Story = {
  ...faultOpen,
  decorators: [inWidth(640)],
  beforeEach: () => {
    const { style } = document.documentElement;
    style.fontSize = '200%';
    return () => {
      style.fontSize = '';
    };
  },
};

const longBucket = 'acme-international-customer-support-attachments-production-2026';

/** A name of 63 characters and a long prefix: nothing is pushed out of its place. */
export const LongNames: Story = {
  decorators: [inWidth(320)],
  args: propsOf({ focus: { kind: 'step', step: 'bucket-policy' } }),
  parameters: world(() => ({
    account: documentedAccount({ bucket: longBucket, region: 'ap-southeast-1' }),
    prepare: (backend) =>
      backend.configure({ keyPrefix: 'departments/customer-support/international/attachments/2026/' }),
  })),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(longBucket).toHaveLength(63);
    await expect(
      await canvas.findByText(new RegExp(`^Attachments are stored .* “${longBucket}”`)),
    ).toBeVisible();
    await expectFits(canvasElement);
    await press(canvas, 'Check connection');
    await expectOutcome(canvasElement, 'Everything works');
    await expectFits(canvasElement);
  },
};

/** Colours that the system forces, in a browser that the tests drive. */
export const ForcedColours: Story = {
  ...faultOpen,
  beforeEach: async () => {
    if (!import.meta.env.VITEST) return;
    const { cdp } = await import('vitest/browser');
    const force = (value: 'active' | 'none') =>
      cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
    await force('active');
    await waitFor(() => expect(matchMedia('(forced-colors: active)').matches).toBe(true));
    return async () => {
      await force('none');
    };
  },
  play: async (context) => {
    await faultOpen.play?.(context);
    for (const alert of context.canvasElement.querySelectorAll('.s3a-check-body > .s3a-alert'))
      await expect(getComputedStyle(alert).borderTopStyle).toBe('solid');
  },
};
