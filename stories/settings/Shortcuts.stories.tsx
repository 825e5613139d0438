import type { Meta, StoryObj } from '@storybook/react-vite';
import type { S3SettingsPanel } from '@triage-ai/s3-attachments';
import { expect, spyOn, userEvent, within } from 'storybook/test';
import { enter, press } from './acts.ts';
import { panelMeta } from './Panel.tsx';
import { configured } from './worlds.ts';

/** *Do it in one go*: a script, a template or a module that does all seven steps with the same documents. */
const meta = { title: 'S3SettingsPanel/Shortcuts', ...panelMeta } satisfies Meta<typeof S3SettingsPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Opens them at one of the tools, and gives its panel. */
const openTool = async (element: HTMLElement, name: string) => {
  const canvas = within(element);
  await press(canvas, /^Do it in one go/);
  await userEvent.click(await canvas.findByRole('tab', { name }));
  return within(await canvas.findByRole('tabpanel', { name }));
};

/** Without a bucket and a region there is nothing to make them out for. */
export const NeedsBucket: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvas, /^Do it in one go/);
    await expect(
      await canvas.findByText(/^Enter the bucket’s name and region in the form first/),
    ).toBeVisible();
    await expect(canvas.queryByRole('tab')).toBeNull();
    await enter(canvas, { 'AWS Region': 'eu-central-1', 'Bucket name': 'acme-attachments' });
    await expect(await canvas.findByRole('tab', { name: 'AWS CloudShell' })).toBeVisible();
  },
};

/** A script for AWS CloudShell. */
export const CloudShell: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const panel = await openTool(canvasElement, 'AWS CloudShell');
    await expect(panel.getByRole('region', { name: 'AWS CloudShell' })).toHaveTextContent(
      "bucket='triage-ai-attachments'",
    );
    await expect(panel.getByRole('link', { name: 'Open CloudShell' })).toHaveAttribute(
      'href',
      'https://console.aws.amazon.com/cloudshell/home?region=eu-central-1',
    );
    await expect(panel.getByText(/^Run again, it finds what is there/)).toBeVisible();
  },
};

/** A CloudFormation template. */
export const CloudFormation: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const panel = await openTool(canvasElement, 'CloudFormation');
    await expect(panel.getByRole('region', { name: 'CloudFormation' })).toHaveTextContent(
      "BucketName: 'triage-ai-attachments'",
    );
    await expect(panel.getByText(/can read the secret there/)).toBeVisible();
  },
};

/** A Terraform module. */
export const Terraform: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const panel = await openTool(canvasElement, 'Terraform');
    await expect(panel.getByRole('region', { name: 'Terraform' })).toHaveTextContent('aws_s3_bucket');
    await expect(panel.getByText(/^Terraform’s state holds the secret/)).toBeVisible();
    await expect(panel.queryByRole('link')).toBeNull();
  },
};

/** From tool to tool with the arrow keys. */
export const ByKeyboard: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    await openTool(canvasElement, 'AWS CloudShell');
    await userEvent.keyboard('{ArrowRight}');
    const canvas = within(canvasElement);
    const tab = canvas.getByRole('tab', { name: 'CloudFormation' });
    await expect(tab).toHaveFocus();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    await expect(await canvas.findByRole('tabpanel', { name: 'CloudFormation' })).toBeVisible();
  },
};

/** Saved as a file, under a name that its tool knows. */
export const SavedAsFile: Story = {
  parameters: configured(),
  play: async ({ canvasElement }) => {
    const panel = await openTool(canvasElement, 'Terraform');
    const saved: string[] = [];
    const click = spyOn(HTMLAnchorElement.prototype, 'click');
    click.mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    await userEvent.click(panel.getByRole('button', { name: 'Save as file: Terraform' }));
    click.mockRestore();
    await expect(saved).toEqual(['s3-attachments.tf']);
  },
};
