import { createClient, S3SettingsPanel } from '@triage-ai/s3-attachments';
import { createRoot } from 'react-dom/client';

createRoot(document.body).render(<S3SettingsPanel client={createClient({ baseUrl: '/api' })} />);
