import type { Links } from '../../contract/index.ts';
import { encodeKey, objectUrl } from './objectUrl.ts';
import type { S3Address } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';

/** What is saved of the way in which attachments are opened. */
export interface PublicLinks {
  bucket: string;
  endpoint: string | null;
  links: Links;
  /** Without a slash at the end; empty: S3 itself. */
  publicBaseUrl: string;
}

/** The address in front of S3 that an object is opened at; `null` for S3 itself, and for a bucket that is no longer the saved one. */
export function publicBaseOf(saved: PublicLinks | null, place: S3Address): string | null {
  const inFront = saved?.links === 'public' && saved.publicBaseUrl !== '';
  return inFront && saved.bucket === place.bucket && saved.endpoint === place.endpoint
    ? saved.publicBaseUrl
    : null;
}

/** The link that the public opens an object by. */
export function publicUrl(
  edge: Pick<S3Edge, 'endpoint' | 'forcePathStyle'>,
  saved: PublicLinks | null,
  place: S3Address & { key: string },
): string {
  const base = publicBaseOf(saved, place);
  return base === null ? objectUrl(edge, place, place.key) : `${base}/${encodeKey(place.key)}`;
}
