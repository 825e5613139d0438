import { uploadFiles, useUploadFiles } from '@better-upload/client';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Config, Outcome } from '../shared/Config.ts';
import { startBench } from '../shared/startBench.ts';

/*
 * As better-upload.com, "Client Hooks", has it. All files and all parts at once (its default; in batches it waits for the
 * slowest of each), parts of its default 50 MiB. It makes no second try by itself: where the row is about faults it is told
 * to (`retry`, `retryDelay`), and where URLs are short-lived to take few at a time (`uploadBatchSize`).
 */
const options = ({ api, parts, retry, batch }: Config) => ({
  api: `${api}/upload`,
  route: parts ? 'parts' : 'files',
  ...(retry ? { retry, retryDelay: 1000 } : {}),
  ...(batch ? { uploadBatchSize: batch } : {}),
});

function Uploads({ config, onSettled }: { config: Config; onSettled: (outcome: Outcome) => void }) {
  const { upload, progresses } = useUploadFiles({
    ...options(config),
    onUploadSettle: ({ files }) => onSettled({ stored: files.length, failed: config.files - files.length }),
  });
  // It has no way to take one file off: a host hides the row.
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const shown = removed.size
    ? progresses.filter(({ objectInfo }) => !removed.has(objectInfo.key))
    : progresses;
  return (
    <>
      <input type="file" multiple onChange={(event) => void upload([...(event.currentTarget.files ?? [])])} />
      <ul>
        {shown.map(({ name, size, status, progress, objectInfo }) => (
          <li key={objectInfo.key}>
            {name} {size} {status} <progress value={progress} />
            <button
              type="button"
              data-remove
              onClick={() => setRemoved((before) => new Set(before).add(objectInfo.key))}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

startBench({
  show: (root, config) =>
    new Promise((resolve) => {
      createRoot(root).render(<Uploads config={config} onSettled={resolve} />);
    }),
  async send(files, config) {
    const { files: stored } = await uploadFiles({ ...options(config), files });
    return { stored: stored.length, failed: files.length - stored.length };
  },
  isPainted: (files) => document.querySelectorAll('li').length === files,
});
