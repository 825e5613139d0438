import type { Transfer, TransferAnswer } from '../../src/client/index.ts';
import { type FakeBackend, toRequest } from '../../src/testing/index.ts';

type Told = Partial<TransferAnswer> | 'through' | 'hold';

/** A transfer without a browser: bytes go to the fake S3 or the real handler, unless the script says otherwise for that try; `hold` waits until it is stopped. */
export function createScriptedTransfer(
  backend: FakeBackend,
  script: (attempt: number, url: string, size: number) => Told | Promise<Told> = () => 'through',
  /** Milliseconds that the bytes of each take, after S3 has looked at its signature. */
  takes = 0,
) {
  const sent: { url: string; headers: Readonly<Record<string, string>>; size: number }[] = [];
  let under = 0;
  const send: Transfer = async ({ method, url, headers, fields, body, signal, onProgress }) => {
    const size = body.size;
    sent.push({ url, headers, size });
    const told = await script(sent.length, url, size);
    onProgress(Math.floor(size / 2));
    if (told === 'hold')
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    if (signal.aborted) throw signal.reason;
    if (told !== 'through' && told !== 'hold') return { status: 0, body: '', loaded: 0, ...told };
    const request = fields
      ? new Request(url, {
          method: 'POST',
          headers: { origin: 'https://desk.test' },
          body: formOf(fields, body),
        })
      : toRequest(url, {
          method,
          headers: { ...headers, origin: 'https://desk.test', 'content-length': String(size) },
          body: await body.arrayBuffer(),
        });
    const answer = url.startsWith(backend.endpoint)
      ? await backend.s3(request)
      : await backend.handle(request);
    if (takes > 0) await new Promise((resolve) => setTimeout(resolve, takes));
    onProgress(size);
    // As a browser has it: what the CORS rules do not expose cannot be read.
    const exposed = answer.headers.get('access-control-expose-headers')?.toLowerCase() ?? '';
    const etag = exposed.includes('etag') ? answer.headers.get('etag') : null;
    return { status: answer.status, body: await answer.text(), loaded: size, etag };
  };
  const transfer: Transfer = async (request) => {
    under++;
    return send(request).finally(() => under--);
  };
  return { transfer, sent, underWay: () => under };
}

function formOf(fields: Readonly<Record<string, string>>, body: Blob): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', body, 'file');
  return form;
}
