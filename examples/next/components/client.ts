'use client';
import { createClient, type SettingsTarget, targetToText } from '@triage-ai/s3-attachments';

/** One for the whole app: files on their way belong to it. */
export const client = createClient({ baseUrl: '/api/s3-attachments' });

/** Where the settings open at the field or step at fault. */
export const settingsHref = (target: SettingsTarget) => `/settings?focus=${targetToText(target)}`;
