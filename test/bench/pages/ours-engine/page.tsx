import { createClient } from '../../../../src/client/index.ts';
import { createUploader, type Uploader } from '../../../../src/engine/index.ts';
import { countEvents } from '../shared/countEvents.ts';
import { startBench } from '../shared/startBench.ts';

let uploader: Uploader;

startBench({
  show: () => Promise.reject(new Error('The widget is on its own page.')),
  // All by default, but what the row needs: parts for files that would go whole or whole ones that would go in parts, and how long a stall lasts.
  ready({ api, parts, stallTimeout }) {
    uploader = createUploader({
      client: createClient({ baseUrl: api }),
      ticketId: 'bench',
      multipartThreshold: parts ? 1 : Number.MAX_SAFE_INTEGER,
      ...(stallTimeout ? { stallTimeout } : {}),
    });
    // As the widget does when the page is idle.
    uploader.warmUp();
  },
  send(files) {
    const { done, onEvent } = countEvents(files.length);
    uploader.onEvent(onEvent);
    uploader.add(files);
    return done;
  },
  isPainted: () => false,
});
