/** A request to S3 as plain data: a browser would drop `Origin` and its like from a Request. */
export interface S3Init {
  method: 'PUT' | 'GET' | 'HEAD' | 'DELETE' | 'OPTIONS' | 'POST';
  /** By lower-case name. */
  headers: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  signal: AbortSignal;
  redirect: 'manual';
  /** Refuse to connect to any address that is not public: set for endpoints that somebody typed. */
  publicOnly?: boolean;
}

/** Sends a request to S3. Rejects when there is no answer. */
export type S3Fetch = (url: string, init: S3Init) => Promise<Response>;

/** A fetch that honours `publicOnly`: it judges the very address that it connects to. */
export type GuardedS3Fetch = S3Fetch & { readonly guardsAddresses: true };

/** How S3 is reached. */
export interface S3Edge {
  fetch: S3Fetch;
  now: () => Date;
  /** An S3-compatible endpoint. @default Amazon S3 in the bucket's region */
  endpoint?: string;
  /** Puts the bucket into the path instead of in front of the host. @default false */
  forcePathStyle?: boolean;
  /** Where AWS STS answers for that endpoint's keys. @default Amazon's for Amazon S3, none for another endpoint */
  stsEndpoint?: string;
  /** Endpoints in the settings: none, those with a public address, or any. @default 'none' */
  endpoints?: 'none' | 'public' | 'any';
  /** Milliseconds that one request may take. @default 10000 */
  timeout?: number;
  /** Ends every request under way. */
  signal?: AbortSignal;
}
