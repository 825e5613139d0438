/** Who asks. `other` is a customer who may read and write the other ticket and not the first one. */
export type Role = 'nobody' | 'other' | 'agent' | 'administrator';

/** The values of a real bucket, to be saved while the suite runs. */
export interface S3Values {
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  endpoint?: string;
  forcePathStyle?: boolean;
}

/** What the suite is to know of an implementation. */
export interface ConformanceOptions {
  /** Where it is mounted, for example `https://desk.example.com/api/s3-attachments`. */
  baseUrl: string;
  /** Headers by which each person is known. Without those of a role its checks are skipped. @default nobody sends none */
  headers: Partial<Record<Role, Record<string, string>>>;
  /** A ticket that agents and administrators may read and write, and `other` may not. @default 'conformance' */
  ticketId?: string;
  /** A ticket that `other` may read and write. @default '1' */
  otherTicketId?: string;
  /** The page’s origin, where it is not the one of `baseUrl`. */
  origin?: string;
  /** Sends files through S3. Needs S3 in use, or `s3Values` and `writesSettings`. @default false */
  sendsToS3?: boolean;
  /** Saves settings, and puts back what was there. @default false */
  writesSettings?: boolean;
  s3Values?: S3Values;
  /** Milliseconds that one request may take. @default 30_000 */
  timeout?: number;
  /** @default globalThis.fetch */
  fetch?: typeof fetch;
  /** Waits so many ms. */
  sleep?: (ms: number) => Promise<void>;
}
