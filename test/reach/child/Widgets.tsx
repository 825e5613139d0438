import {
  AttachmentList,
  AttachmentUploader,
  createClient,
  S3SettingsPanel,
  UploadFailureAlert,
} from '@triage-ai/s3-attachments';
import { StrictMode } from 'react';

const client = createClient({ baseUrl: '/api/s3-attachments' });

/** All four, as a host that renders on the server has them. */
export function Widgets() {
  return (
    <StrictMode>
      <UploadFailureAlert client={client} />
      <S3SettingsPanel client={client} />
      <AttachmentList client={client} ticketId="1" />
      <AttachmentUploader client={client} ticketId="1" />
    </StrictMode>
  );
}
