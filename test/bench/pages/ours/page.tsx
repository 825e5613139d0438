import { AttachmentUploader, createClient } from '@triage-ai/s3-attachments';
import '@triage-ai/s3-attachments/styles.css';
import { createRoot } from 'react-dom/client';
import { countEvents } from '../shared/countEvents.ts';
import { startBench } from '../shared/startBench.ts';

// As a host has it: all by default. The engine alone is a page of its own, without React.
startBench({
  show(root, { api, files }) {
    const { done, onEvent } = countEvents(files);
    const client = createClient({ baseUrl: api });
    createRoot(root).render(<AttachmentUploader client={client} ticketId="bench" onEvent={onEvent} />);
    return done;
  },
  send: () => Promise.reject(new Error('The engine is on its own page.')),
  isPainted: (files) => document.querySelector(`[aria-setsize="${files}"]`) !== null,
});
