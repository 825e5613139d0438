import { createClient } from '../../../../src/client/index.ts';
import { createUploader } from '../../../../src/engine/index.ts';
import { countEvents } from '../shared/countEvents.ts';
import { startBench } from '../shared/startBench.ts';

startBench({
  show: () => Promise.reject(new Error('The widget is on its own page.')),
  // All by default, but what the row needs: parts for files that would go whole or whole ones that would go in parts, and how long a stall lasts.
  send(files, { api, parts, stallTimeout }) {
    const { done, onEvent } = countEvents(files.length);
    const uploader = createUploader({
      client: createClient({ baseUrl: api }),
      ticketId: 'bench',
      multipartThreshold: parts ? 1 : Number.MAX_SAFE_INTEGER,
      ...(stallTimeout ? { stallTimeout } : {}),
    });
    uploader.onEvent(onEvent);
    uploader.add(files);
    return done;
  },
  isPainted: () => false,
});
