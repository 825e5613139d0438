import { bucketNameProblems } from './bucketNameProblems.ts';
import { trimPasted } from './trimPasted.ts';

/** What an ARN or an address tells of a bucket. */
export interface PastedBucket {
  bucket: string;
  region?: string;
  /** With its `/` at the end. */
  keyPrefix?: string;
  /** Of a storage that is not Amazon's. */
  endpoint?: string;
}

/**
 * Reads bucket, region and prefix from an ARN, an `s3://` path, or an address of Amazon S3, of its console, or of a storage whose
 * addresses tell; `null` for a plain name and for what it cannot read. A query's secrets and signatures are never passed on.
 */
export function readPastedBucket(text: string): PastedBucket | null {
  const pasted = trimPasted(text.slice(0, 8192)).text;
  return fromArn(pasted) ?? fromUri(pasted) ?? fromAddress(pasted);
}

function fromArn(text: string): PastedBucket | null {
  const [, bucket = '', key = ''] = /^arn:[\w-]+:s3:::([^/*?\s]+)\/?(.*)$/i.exec(text) ?? [];
  return found({ bucket, keyPrefix: asFolder(key.replace(/\*$/, '')) });
}

function fromUri(text: string): PastedBucket | null {
  const [, bucket = '', key = ''] = /^s3[an]?:\/\/([^/?#\s]+)\/?([^?#]*)/i.exec(text) ?? [];
  return found({ bucket, keyPrefix: asFolder(key.replace(/\*$/, '')) });
}

function fromAddress(text: string): PastedBucket | null {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!/^https?:\/\/[^\s/]+\.[^\s/]+/i.test(address) || !URL.canParse(address)) return null;
  const { hostname, pathname, searchParams } = new URL(address);
  const path = decoded(pathname).slice(1);
  return fromConsole(hostname, path, searchParams) ?? fromHost(hostname, path);
}

const consoleHost = /(?:^|\.)console\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)$/;

function fromConsole(host: string, path: string, query: URLSearchParams): PastedBucket | null {
  if (!consoleHost.test(host)) return null;
  const [, bucket = ''] = /^s3\/(?:buckets?|object|upload)\/([^/]+)/.exec(path) ?? [];
  // Beside a folder this is an object's key: only what ends like a folder is one.
  return found({ bucket, region: query.get('region'), keyPrefix: query.get('prefix') });
}

const regionCode = '(?<region>[a-z]{2,4}(?:-[a-z]+)+-\\d{1,2})';

const amazon = [
  `s3(?:-fips)?(?:\\.dualstack)?(?:[.-]${regionCode})?\\.amazonaws\\.com(?:\\.cn)?`,
  's3-(?:external-1|accelerate(?:\\.dualstack)?)\\.amazonaws\\.com',
  `s3-website[.-]${regionCode}\\.amazonaws\\.com(?:\\.cn)?`,
].map((host) => ({ host: asHost(host), endpoint: '' }));

/** Storages whose addresses name the region. */
const others = [
  's3.REGION.wasabisys.com',
  's3.REGION.backblazeb2.com',
  's3.REGION.scw.cloud',
  'REGION.digitaloceanspaces.com',
  'REGION.your-objectstorage.com',
].map((host) => ({
  host: asHost(host.replaceAll('.', '\\.').replace('REGION', '(?<region>(?!cdn\\.)[a-z\\d-]+)')),
  endpoint: `https://${host}`,
}));

/** In front of the host stands the bucket, or it begins the path. */
function asHost(host: string): RegExp {
  return new RegExp(`^(?:(?<bucket>.+)\\.)?${host}$`);
}

function fromHost(name: string, path: string): PastedBucket | null {
  for (const { host, endpoint } of [...amazon, ...others]) {
    const { groups } = host.exec(name) ?? {};
    if (!groups) continue;
    const { bucket, region = '' } = groups;
    const [, first = '', rest = ''] = /^([^/]*)\/?(.*)$/.exec(path) ?? [];
    return found({
      bucket: bucket ?? first,
      region,
      keyPrefix: bucket === undefined ? rest : path,
      endpoint: endpoint.replace('REGION', region),
    });
  }
  return null;
}

/** A path that was written by hand: its last part is a folder too, unless it looks like a file. */
function asFolder(path: string): string {
  return /(?:^|\/)[^/.]+$/.test(path) ? `${path}/` : path;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const folders = /^(?!(?:.*\/)?\.{1,2}\/)(?:[\w!.'()-]+\/)+$/;

/** Only what could be a name, a code and folders: anything else that was pasted is not passed on. */
function found(what: {
  bucket: string;
  region?: string | null;
  keyPrefix?: string | null;
  endpoint?: string;
}): PastedBucket | null {
  const { bucket, region, keyPrefix, endpoint } = what;
  if (bucket === '' || bucketNameProblems(bucket).length > 0) return null;
  return {
    bucket,
    ...(region && /^[a-z\d-]{2,32}$/.test(region) && { region }),
    ...(keyPrefix && keyPrefix.length <= 200 && folders.test(keyPrefix) && { keyPrefix }),
    ...(endpoint && { endpoint }),
  };
}
