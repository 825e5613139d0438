import { createClient, S3SettingsPanel } from '@triage-ai/s3-attachments';
import { createRoot } from 'react-dom/client';
// What the panel asks for while the settings are read: with it, the form can be filled in.
import { readAnswer } from '../../../../src/client/answers.ts';
import { SettingsWorkspace } from '../../../../src/components/settings/SettingsWorkspace.tsx';

createRoot(document.body).render(<S3SettingsPanel client={createClient({ baseUrl: '/api' })} />);
console.log(SettingsWorkspace, readAnswer);
