'use client';
import type { SettingsTarget } from '../../diagnosis/index.ts';
import type { Formats } from './formatsOf.ts';
import type { UploaderMessages } from './uploaderMessages.ts';

/** What all parts of the uploader say things with; the same object until one of them changes. */
export interface Shown {
  messages: UploaderMessages;
  formats: Formats;
  /** True where what is stored waits in a draft, so that removing it deletes it. */
  inDraft: boolean;
  settingsHref: ((target: SettingsTarget) => string) | undefined;
  onOpenSettings: ((target: SettingsTarget) => void) | undefined;
  /** Says it to who does not see it. */
  announce: (text: string) => void;
}
