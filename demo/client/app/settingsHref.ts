import { type SettingsTarget, targetToText } from '@triage-ai/s3-attachments';

/** Where the settings open at a field or a step of the guide. */
export function settingsHref(target: SettingsTarget): string {
  return `/settings?tab=system&focus=${encodeURIComponent(targetToText(target))}`;
}
