import type { Transfer } from './Transfer.ts';
import { seconds } from './seconds.ts';
import { hostOf, watchCsp } from './watchCsp.ts';

/** Where only the end is worth telling: what is sent in a blink. Listening for progress costs the page more than the request. */
const tiny = 65_536;

/** A transfer by XMLHttpRequest, the only way for a browser to tell how much of an upload has been sent; of forms by fetch, which asks S3 for no permission first. */
export function createXhrTransfer(): Transfer {
  return (request) => {
    const { method, url, headers, fields, body, signal, onProgress } = request;
    // Loaded where the bucket takes forms: most do not.
    if (fields)
      return import('./sendForm.ts').then(({ sendForm }) => sendForm({ url, fields, body, signal }));
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const xhr = new XMLHttpRequest();
      let loaded = 0;
      const csp = watchCsp(url);
      const stop = () => xhr.abort();
      const end = async (status: number) => {
        signal.removeEventListener('abort', stop);
        const blockedByCsp = status === 0 && loaded === 0 && (await csp.wasBlocked());
        const readable = status === 0 ? '' : xhr.getAllResponseHeaders();
        resolve({
          status,
          body: status === 0 ? '' : xhr.responseText.slice(0, 16_384),
          loaded: status >= 200 && status < 300 ? body.size : loaded,
          etag: /^etag:/im.test(readable) ? xhr.getResponseHeader('etag') : null,
          retryAfter: /^retry-after:/im.test(readable) ? seconds(xhr.getResponseHeader('retry-after')) : null,
          ...(blockedByCsp ? { blockedByCsp, host: hostOf(url) } : {}),
        });
      };
      if (body.size > tiny) {
        xhr.upload.onprogress = (event) => {
          loaded = event.loaded;
          onProgress(loaded);
        };
      }
      xhr.onload = () => void end(xhr.status);
      xhr.onerror = () => void end(0);
      xhr.ontimeout = () => void end(0);
      xhr.onabort = () => {
        signal.removeEventListener('abort', stop);
        reject(signal.reason);
      };
      signal.addEventListener('abort', stop);
      xhr.open(method, url);
      // Firefox would read an answer without a body as XML, and write on the console that it is none, with the signed address.
      xhr.responseType = 'text';
      for (const [name, value] of Object.entries(headers)) {
        if (!/^(content-length|host)$/i.test(name)) xhr.setRequestHeader(name, value);
      }
      xhr.send(body);
    });
  };
}
