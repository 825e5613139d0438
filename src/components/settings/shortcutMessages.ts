'use client';
import type { Shortcut } from '../../guide/index.ts';

/** The words of *Do it in one go*. */
export interface ShortcutMessages {
  title: string;
  /** What it can be done with, below the title. */
  subtitle: string;
  intro: string;
  tabs: string;
  names: Record<Shortcut, string>;
  /** How it is run, one action a line. */
  how: Record<Shortcut, readonly string[]>;
  /** What to mind. */
  mind: Record<Shortcut, string>;
  needsBucket: string;
  download: string;
  /** The whole name of *Save as file*. */
  downloadOf: (shortcut: string) => string;
  open: Record<Shortcut, string | null>;
}

/** The words of *Do it in one go* in English. */
export const shortcutMessages: ShortcutMessages = {
  title: 'Do it in one go',
  subtitle: 'A script, CloudFormation or Terraform',
  intro:
    'One script does all seven steps with the same documents, and prints the four values. Paste what it prints into any field of the form.',
  tabs: 'Tools',
  names: { cloudshell: 'AWS CloudShell', cloudformation: 'CloudFormation', terraform: 'Terraform' },
  how: {
    cloudshell: [
      'Open CloudShell: the terminal sign at the top of the AWS console. You must be signed in as somebody who may create buckets and IAM users.',
      'Paste the script and press Enter.',
      'Copy the block that it prints and paste it into any field of the form.',
    ],
    cloudformation: [
      'Save the template as a file. In the CloudFormation console choose “Create stack”, “With new resources”, “Upload a template file”.',
      'Tick “I acknowledge that AWS CloudFormation might create IAM resources”, and create the stack.',
      'Copy the four values from the tab “Outputs”.',
    ],
    terraform: [
      'Save the module as a file in a folder of its own, then run “terraform init” and “terraform apply”.',
      'Run “terraform output -raw settings”, copy the block and paste it into any field of the form.',
    ],
  },
  mind: {
    cloudshell:
      'Run again, it finds what is there; it makes a new access key only if the user has fewer than two.',
    cloudformation: 'Who may read the stack’s outputs can read the secret there.',
    terraform: 'Terraform’s state holds the secret: keep it where only you can read it.',
  },
  needsBucket: 'Enter the bucket’s name and region in the form first: the script is made out for them.',
  download: 'Save as file',
  downloadOf: (shortcut) => `Save as file: ${shortcut}`,
  open: { cloudshell: 'Open CloudShell', cloudformation: 'Open CloudFormation', terraform: null },
};
