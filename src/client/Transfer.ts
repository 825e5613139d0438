/** One body on its way to S3 or to the backend. */
export interface TransferRequest {
  method: 'PUT' | 'POST';
  /** Used as it is. */
  url: string;
  /** Sent exactly; `Content-Length` and `Host` are left to the browser. A form has none. */
  headers: Readonly<Record<string, string>>;
  /** Makes it a form: these fields in their order, then the body as `file`. */
  fields?: Readonly<Record<string, string>> | undefined;
  body: Blob;
  signal: AbortSignal;
  /** Bytes sent so far; of a form never called. */
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
  /** `ETag` of the answer. @default null: there is none, or the bucket's CORS rules do not let the page read it */
  etag?: string | null;
  /** Seconds of `Retry-After`. @default null */
  retryAfter?: number | null;
  /** The page's own Content-Security-Policy refused it. @default false */
  blockedByCsp?: boolean;
  /** Where `blockedByCsp`: the host that the policy does not name. */
  host?: string;
}

/** Sends bytes. Rejects only when its signal aborts; every other end is an answer. */
export type Transfer = (request: TransferRequest) => Promise<TransferAnswer>;
