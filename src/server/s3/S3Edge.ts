/** A request to S3 as plain data: a browser would drop `Origin` and its like from a Request. */
export interface S3Init {
  method: 'PUT' | 'GET' | 'HEAD' | 'DELETE' | 'OPTIONS';
  /** By lower-case name. */
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
  redirect: 'manual';
}

/** Sends a request to S3. Rejects when there is no answer. */
export type S3Fetch = (url: string, init: S3Init) => Promise<Response>;

/** How S3 is reached. */
export interface S3Edge {
  fetch: S3Fetch;
  now: () => Date;
  /** An S3-compatible endpoint. @default Amazon S3 in the bucket's region */
  endpoint?: string;
  /** Puts the bucket into the path instead of in front of the host. @default false */
  forcePathStyle?: boolean;
}
