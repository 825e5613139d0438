import { hostOf, watchCsp } from './watchCsp.ts';

/** One body on its way to S3 or to the backend. */
export interface TransferRequest {
  method: 'PUT';
  /** Used as it is. */
  url: string;
  /** Sent exactly; `Content-Length` and `Host` are left to the browser. */
  headers: Readonly<Record<string, string>>;
  body: Blob;
  signal: AbortSignal;
  /** Bytes sent so far. */
  onProgress(loaded: number): void;
}

/** How a transfer ended. */
export interface TransferAnswer {
  /** HTTP status; 0 where the browser gives no answer and no reason. */
  status: number;
  /** The answer's body as text, cut at 16 Ki characters. */
  body: string;
  /** Bytes that had been sent. */
  loaded: number;
  /** The page's own Content-Security-Policy refused it. @default false */
  blockedByCsp?: boolean;
  /** Where `blockedByCsp`: the host that the policy does not name. */
  host?: string;
}

/** Sends bytes. Rejects only when its signal aborts; every other end is an answer. */
export type Transfer = (request: TransferRequest) => Promise<TransferAnswer>;

/** A transfer by XMLHttpRequest: the only way for a browser to tell how much of an upload has been sent. */
export function createXhrTransfer(): Transfer {
  return ({ method, url, headers, body, signal, onProgress }) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const xhr = new XMLHttpRequest();
      let loaded = 0;
      const csp = watchCsp(url);
      const stop = () => xhr.abort();
      const end = async (status: number) => {
        signal.removeEventListener('abort', stop);
        const blockedByCsp = status === 0 && loaded === 0 && (await csp.wasBlocked());
        csp.stop();
        resolve({
          status,
          body: status === 0 ? '' : xhr.responseText.slice(0, 16_384),
          loaded,
          ...(blockedByCsp ? { blockedByCsp, host: hostOf(url) } : {}),
        });
      };
      xhr.upload.onprogress = (event) => {
        loaded = event.loaded;
        onProgress(loaded);
      };
      xhr.onload = () => void end(xhr.status);
      xhr.onerror = () => void end(0);
      xhr.ontimeout = () => void end(0);
      xhr.onabort = () => {
        csp.stop();
        signal.removeEventListener('abort', stop);
        reject(signal.reason);
      };
      signal.addEventListener('abort', stop);
      xhr.open(method, url);
      for (const [name, value] of Object.entries(headers)) {
        if (!/^(content-length|host)$/i.test(name)) xhr.setRequestHeader(name, value);
      }
      xhr.send(body);
    });
}
