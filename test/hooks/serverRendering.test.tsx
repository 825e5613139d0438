import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import {
  AttachmentList,
  AttachmentUploader,
  createClient,
  S3SettingsPanel,
  UploadFailureAlert,
} from '../../src/index.ts';

const client = createClient({ baseUrl: '/api/s3-attachments' });

it('renders every widget on a server, where there is no document', () => {
  expect(typeof document).toBe('undefined');
  expect(renderToString(<S3SettingsPanel client={client} />)).toContain('Loading the settings');
  expect(renderToString(<AttachmentUploader client={client} ticketId="1" />)).toContain('Attach files');
  expect(renderToString(<AttachmentList client={client} ticketId="1" />)).toContain('Loading attachments');
  expect(renderToString(<UploadFailureAlert client={client} />)).toBe('');
});
