import { S3SettingsPanel, targetFromText } from '@triage-ai/s3-attachments';
import { client } from './client.ts';

export function SettingsPage() {
  const focus = targetFromText(new URLSearchParams(location.search).get('focus'));
  return (
    <>
      <h1>Settings</h1>
      <S3SettingsPanel client={client} focus={focus} />
    </>
  );
}
