import { AttachmentUploader, createClient } from '@triage-ai/s3-attachments';
import '@triage-ai/s3-attachments/styles.css';
import { createRoot } from 'react-dom/client';
import { createUploader, type UploaderEvent } from '../../../../src/engine/index.ts';
import type { Config } from '../shared/Config.ts';
import { countOff, startBench } from '../shared/startBench.ts';

/** Counts what has ended: stored, or failed for good. */
function counting(files: number) {
  const { done, add } = countOff(files);
  const onEvent = ({ type }: UploaderEvent) => {
    if (type === 'stored') add(true);
    else if (type === 'failed' || type === 'refused') add(false);
  };
  return { done, onEvent };
}

const clientFor = ({ api }: Config) => createClient({ baseUrl: api });

startBench({
  show(root, config) {
    const { done, onEvent } = counting(config.files);
    createRoot(root).render(
      <AttachmentUploader client={clientFor(config)} ticketId="bench" onEvent={onEvent} />,
    );
    return done;
  },
  // All by default, but what the row needs: parts for files that would go whole, and how long a stall lasts.
  send(files, config) {
    const { done, onEvent } = counting(files.length);
    const uploader = createUploader({
      client: clientFor(config),
      ticketId: 'bench',
      multipartThreshold: config.parts ? 1 : Number.MAX_SAFE_INTEGER,
      ...(config.stallTimeout ? { stallTimeout: config.stallTimeout } : {}),
    });
    uploader.onEvent(onEvent);
    uploader.add(files);
    return done;
  },
  isPainted: (files) => document.querySelector(`[aria-setsize="${files}"]`) !== null,
});
