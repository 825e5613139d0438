import { cloudFormationTemplate } from './shortcuts/cloudFormationTemplate.ts';
import { cloudShellScript } from './shortcuts/cloudShellScript.ts';
import { type ReadyFacts, readyFacts, type ShortcutFacts } from './shortcuts/readyFacts.ts';
import { terraformModule } from './shortcuts/terraformModule.ts';

/** The ways to do the whole set-up in one go. */
export const shortcuts = ['cloudshell', 'cloudformation', 'terraform'] as const;

/** A way to do the whole set-up in one go. */
export type Shortcut = (typeof shortcuts)[number];

const kinds: Record<Shortcut, { fileName: string; text: (facts: ReadyFacts) => string }> = {
  cloudshell: { fileName: 's3-attachments.sh', text: cloudShellScript },
  cloudformation: { fileName: 's3-attachments.yaml', text: cloudFormationTemplate },
  terraform: { fileName: 's3-attachments.tf', text: terraformModule },
};

/** The script, template or module, with the guide's own documents; a placeholder stands where a value is missing or can be none. */
export function shortcutText(kind: Shortcut, facts: ShortcutFacts): string {
  return kinds[kind].text(readyFacts(facts));
}

/** The name to save a shortcut under. */
export function shortcutFileName(kind: Shortcut): string {
  return kinds[kind].fileName;
}
