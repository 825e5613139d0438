'use client';
import { S3SettingsPanel, targetFromText } from '@triage-ai/s3-attachments';
import { client } from './client.ts';

export function Settings({ focus }: { focus: string | null }) {
  return <S3SettingsPanel client={client} focus={targetFromText(focus)} />;
}
