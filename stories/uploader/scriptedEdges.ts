import type { UseUploaderOptions } from '@triage-ai/s3-attachments';

type Edges = Required<Pick<UseUploaderOptions, 'transfer' | 'network'>>;

/** A line on which every file comes so far, at an even pace, and then stays there. */
export const stopsAt = (fraction: number): Pick<Edges, 'transfer'> => ({
  transfer: ({ body, signal, onProgress }) =>
    new Promise((_, reject) => {
      let sent = 0;
      const timer = setInterval(() => {
        sent = Math.min(sent + fraction / 8, fraction);
        onProgress(Math.floor(body.size * sent));
        if (sent >= fraction) clearInterval(timer);
      }, 120);
      signal.addEventListener('abort', () => {
        clearInterval(timer);
        reject(signal.reason);
      });
    }),
});

/** A device without a network. */
export const offline: Pick<Edges, 'network'> = {
  network: { isOnline: () => false, subscribe: () => () => {} },
};

/** A storage that answers every body with this. */
export const answers = (status: number, retryAfter: number | null = null): Pick<Edges, 'transfer'> => ({
  transfer: ({ body }) => Promise.resolve({ status, body: '', loaded: body.size, retryAfter }),
});
