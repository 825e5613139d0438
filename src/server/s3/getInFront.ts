import type { S3Answer } from '../../diagnosis/index.ts';
import { encodeKey } from './objectUrl.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';

/**
 * Asks as the public does for a link at the public base URL: at what stands in front of the bucket. An administrator typed that
 * address, so it is guarded as endpoints are; it never sees a key.
 */
export function getInFront(edge: S3Edge, url: string, headers: Record<string, string>): Promise<S3Answer> {
  const asked = { endpoint: new URL(url).origin, region: '', bucket: '', field: 'publicBaseUrl' } as const;
  return send(edge, asked, { method: 'GET', url, headers });
}

/** The link of a test object at a public base URL, with something new in it for caches that tell queries apart. */
export function freshUrl(base: string, key: string, now: Date): string {
  return `${base}/${encodeKey(key)}?s3a-test=${now.getTime().toString(36)}`;
}
