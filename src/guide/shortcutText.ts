import type { GuideFacts } from './documents.ts';

/** The ways to do the whole set-up in one go. */
export const shortcuts = ['cloudshell', 'cloudformation', 'terraform'] as const;

/** A way to do the whole set-up in one go. */
export type Shortcut = (typeof shortcuts)[number];

/** What a shortcut is made out for. */
export interface ShortcutFacts extends GuideFacts {
  /** Name of the IAM user. @default the bucket's name */
  userName?: string;
}

const fileNames: Record<Shortcut, string> = {
  cloudshell: 's3-attachments.sh',
  cloudformation: 's3-attachments.yaml',
  terraform: 's3-attachments.tf',
};

/** The script, template or module as text, with the same documents as the guide. */
export function shortcutText(kind: Shortcut, facts: ShortcutFacts): string {
  return `# ${kind}: ${facts.bucket}\n`;
}

/** The name to save a shortcut under. */
export function shortcutFileName(kind: Shortcut): string {
  return fileNames[kind];
}
