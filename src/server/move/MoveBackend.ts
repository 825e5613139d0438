import type { Backend } from '../Backend.ts';
import type { S3Edge } from '../s3/S3Edge.ts';

/** What the moving of one attachment needs. */
export interface MoveBackend
  extends Pick<Backend, 'store' | 'random' | 'now' | 'urlLifetime' | 'maxDatabaseFileSize'> {
  s3: S3Edge;
  /** Tries again while a store has no time or no answer, but not for ever. */
  patiently<T>(end: 'source' | 'destination', work: () => Promise<T>): Promise<T>;
}
