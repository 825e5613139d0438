import { AttachmentList, AttachmentUploader, createClient } from '@triage-ai/s3-attachments';
import { createRoot } from 'react-dom/client';

const client = createClient({ baseUrl: '/api' });
createRoot(document.body).render(
  <>
    <AttachmentList client={client} ticketId="1" />
    <AttachmentUploader client={client} ticketId="1" />
  </>,
);
