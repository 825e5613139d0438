import type { Config } from '../shared/Config.ts';
import { postJson } from '../shared/postJson.ts';

/** Requests at the same time: what browsers open to one host. */
const atOnce = 6;
const partSize = 16 * 1024 ** 2;

/** What a page hears of one file. */
export interface Hearer {
  onProgress(index: number, loaded: number): void;
  onEnd(index: number, stored: boolean): void;
}

/** What somebody writes in an afternoon: signs once for all, then six XHR PUTs at a time, each with a progress listener. No second try. */
export async function sendBare(files: readonly File[], { api, parts, stallTimeout }: Config, hearer: Hearer) {
  if (parts) {
    for (const [index, file] of files.entries()) hearer.onEnd(index, await sendParts(file, api));
    return;
  }
  const names = files.map(({ name, size, type }) => ({ name, size, type }));
  const { urls } = await postJson<{ urls: string[] }>(`${api}/sign`, { files: names });
  await sixAtOnce(files, async (file, index) => {
    const xhr = await put(urls[index] as string, file, stallTimeout, (loaded) =>
      hearer.onProgress(index, loaded),
    );
    hearer.onEnd(index, xhr.status >= 200 && xhr.status < 300);
  });
}

async function sendParts(file: File, api: string): Promise<boolean> {
  const { name, size } = file;
  const { uploadId, parts } = await postJson<{ uploadId: string; parts: { number: number; url: string }[] }>(
    `${api}/parts`,
    { name, size, partSize },
  );
  let whole = true;
  await sixAtOnce(parts, async ({ number, url }) => {
    const body = file.slice((number - 1) * partSize, number * partSize);
    const xhr = await put(url, body, 0, () => {});
    if (!xhr.getResponseHeader('etag')) whole = false;
  });
  if (whole) await postJson(`${api}/complete`, { uploadId, numbers: parts.map(({ number }) => number) });
  return whole;
}

async function sixAtOnce<Item>(items: readonly Item[], work: (item: Item, index: number) => Promise<void>) {
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      await work(items[index] as Item, index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

function put(url: string, body: Blob, timeout: number, onProgress: (loaded: number) => void) {
  return new Promise<XMLHttpRequest>((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.upload.onprogress = ({ loaded }) => onProgress(loaded);
    xhr.onloadend = () => resolve(xhr);
    xhr.open('PUT', url);
    xhr.setRequestHeader('content-type', 'application/octet-stream');
    if (timeout) xhr.timeout = timeout;
    xhr.send(body);
  });
}
