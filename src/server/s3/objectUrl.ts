import { encodeRfc3986 } from '../encodeRfc3986.ts';
import type { S3Address } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';

/** The address of an object, or with an empty key of the bucket. It is the public link too. */
export function objectUrl(
  edge: Pick<S3Edge, 'endpoint' | 'forcePathStyle'>,
  address: S3Address,
  key: string,
): string {
  const base = new URL(endpointOf(edge, address) ?? awsEndpoint(address.region));
  const { bucket } = address;
  const prefix = base.pathname.replace(/\/+$/, '');
  const path = encodeKey(key);
  const forced = address.forcePathStyle || (address.endpoint === null && edge.forcePathStyle === true);
  // Amazon's certificate covers one label in front of s3, so a dotted name goes into the path; an address of numbers has no labels.
  const inPath = forced || bucket.includes('.') || /^[\d.]+$|^\[/.test(base.hostname);
  return inPath
    ? `${base.origin}${prefix}/${encodeRfc3986(bucket)}/${path}`
    : `${base.protocol}//${bucket}.${base.host}${prefix}/${path}`;
}

/** A key as it stands in an address. */
export function encodeKey(key: string): string {
  return key.split('/').map(encodeRfc3986).join('/');
}

/** The custom endpoint of an address: its own, else the one that the backend was started with; `null` for Amazon S3. */
export function endpointOf(edge: Pick<S3Edge, 'endpoint'>, address: S3Address): string | null {
  return address.endpoint ?? edge.endpoint ?? null;
}

/**
 * Amazon S3 in a region.
 *
 * @throws TypeError for a text that would not stay one label of the host
 */
export function awsEndpoint(region: string): string {
  if (!isRegionCode(region)) throw new TypeError('A region is letters, digits and hyphens.');
  return `https://s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
}

/** Whether a text could be the code of a region, on a list or not. */
export function isRegionCode(text: string): boolean {
  return /^[a-z\d-]{2,32}$/.test(text);
}
