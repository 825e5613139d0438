import type { Transfer, TransferAnswer } from '../../src/client/index.ts';
import { type FakeBackend, toRequest } from '../../src/testing/index.ts';

/** A transfer without a browser: bytes go to the fake S3 or the real handler, unless the script says otherwise for that try; `hold` waits until it is stopped. */
export function createScriptedTransfer(
  backend: FakeBackend,
  script: (attempt: number, url: string) => Partial<TransferAnswer> | 'through' | 'hold' = () => 'through',
) {
  const sent: { url: string; headers: Readonly<Record<string, string>> }[] = [];
  const transfer: Transfer = async ({ method, url, headers, body, signal, onProgress }) => {
    sent.push({ url, headers });
    const told = script(sent.length, url);
    const size = body.size;
    onProgress(Math.floor(size / 2));
    if (told === 'hold')
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    if (signal.aborted) throw signal.reason;
    if (told !== 'through' && told !== 'hold') return { status: 0, body: '', loaded: 0, ...told };
    const request = toRequest(url, {
      method,
      headers: { ...headers, 'content-length': String(size) },
      body: await body.arrayBuffer(),
    });
    const answer = url.startsWith(backend.endpoint)
      ? await backend.s3(request)
      : await backend.handle(request);
    onProgress(size);
    return { status: answer.status, body: await answer.text(), loaded: size };
  };
  return { transfer, sent };
}
