import { UploadFailureAlert } from '@triage-ai/s3-attachments';
import { useLocation, useNavigate } from 'react-router';
import { settingsHref } from './settingsHref.ts';
import { useAttachmentsClient } from './useAttachmentsClient.ts';

/** On top of every page of an administrator's, except where the settings panel tells the same. */
export function UploadFailures() {
  const client = useAttachmentsClient();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const tab = new URLSearchParams(search).get('tab') ?? 'system';
  if (pathname === '/settings' && tab === 'system') return null;
  return (
    <UploadFailureAlert
      client={client}
      className="upload-failures"
      settingsHref={settingsHref}
      onOpenSettings={(target) => void navigate(settingsHref(target))}
    />
  );
}
