import { awsRegions } from '../account/awsRegions.ts';
import { partitionOf } from '../account/partitionOf.ts';
import { S3Fault } from './S3Fault.ts';
import { unknownHost, wrongCertificate } from './unreachable.ts';

/** Where a request was sent: to which service, to which region's door, for which bucket and key. */
export interface Address {
  readonly service: 's3' | 'sts' | 'custom';
  /** The region of the host name; `null` where the host serves any region. */
  readonly region: string | null;
  readonly style: 'path' | 'virtual';
  /** The host without a bucket in front, as `<Endpoint>` names it. */
  readonly host: string;
  readonly bucket: string | null;
  /** Decoded; empty for the bucket itself. */
  readonly key: string;
}

/** Reads host and path as S3 does; throws a TypeError, as `fetch` does, where DNS or TLS would end the attempt. */
export function readAddress(url: URL, serviceHost?: string): Address {
  const path = decodedPath(url.pathname);
  const aws = /^(.*?)\.?amazonaws\.com(?:\.cn)?$/.exec(url.hostname)?.[1];
  if (aws === undefined) return customAddress(url, path, serviceHost);

  const suffix = url.hostname.slice(aws.length + 1);
  const sts = /^sts(?:\.([a-z0-9-]+))?$/.exec(aws);
  if (sts) {
    const region = knownRegion(sts[1] ?? defaultRegion(url), url);
    return { service: 'sts', region, style: 'path', host: url.host, bucket: null, key: '' };
  }

  const s3 = /^(?:(.+)\.)?s3(?:(?:\.dualstack)?[.-]([a-z0-9-]+))?$/.exec(aws);
  if (!s3) throw unknownHost(url.hostname);
  const [, bucket, named] = s3;
  const region = named === undefined ? null : knownRegion(named === 'external-1' ? 'us-east-1' : named, url);
  const host = `${bucket === undefined ? aws : aws.slice(bucket.length + 1)}.${suffix}`;
  if (bucket === undefined)
    return { service: 's3', region: region ?? defaultRegion(url), style: 'path', host, ...splitPath(path) };
  // The wildcard certificate covers one label, so a dotted name never gets as far as HTTP.
  if (bucket.includes('.') && url.protocol === 'https:') throw wrongCertificate(url.hostname, host);
  // BUCKET.s3.amazonaws.com has no region of its own: DNS leads it to wherever the bucket lives.
  return { service: 's3', region, style: 'virtual', host, bucket, key: path.slice(1) };
}

function customAddress(url: URL, path: string, serviceHost: string | undefined): Address {
  if (serviceHost !== undefined && url.host.endsWith(`.${serviceHost}`)) {
    const bucket = url.host.slice(0, -serviceHost.length - 1);
    return {
      service: 'custom',
      region: null,
      style: 'virtual',
      host: serviceHost,
      bucket,
      key: path.slice(1),
    };
  }
  return { service: 'custom', region: null, style: 'path', host: url.host, ...splitPath(path) };
}

function splitPath(path: string): { bucket: string | null; key: string } {
  const slash = path.indexOf('/', 1);
  const bucket = slash < 0 ? path.slice(1) : path.slice(1, slash);
  return { bucket: bucket === '' ? null : bucket, key: slash < 0 ? '' : path.slice(slash + 1) };
}

function decodedPath(pathname: string): string {
  try {
    // S3 reads a bare plus in a path as a space, like a form does.
    return decodeURIComponent(pathname.replaceAll('+', ' '));
  } catch {
    throw new S3Fault(400, 'InvalidURI', "Couldn't parse the specified URI.", { URI: pathname });
  }
}

function defaultRegion(url: URL): string {
  return url.hostname.endsWith('.cn') ? 'cn-north-1' : 'us-east-1';
}

function knownRegion(region: string, url: URL): string {
  const inChina = url.hostname.endsWith('.cn');
  if (!awsRegions.has(region) || (partitionOf(region) === 'aws-cn') !== inChina)
    throw unknownHost(url.hostname);
  return region;
}
