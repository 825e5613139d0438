import type { LookupAddress } from 'node:dns';
import { lookup as resolve } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import { Agent, buildConnector, fetch as fetchThrough } from 'undici';
import type { GuardedS3Fetch } from '../s3/S3Edge.ts';
import { isPublicAddress } from './isPublicAddress.ts';

/** What the guard of addresses goes by. */
export interface S3FetchOptions {
  /** Resolves a host name to all of its addresses. @default Node's `dns.lookup` */
  lookup?: (hostname: string) => Promise<readonly LookupAddress[]>;
  /** Judges an IP address; widen it to let typed endpoints reach a network of your own. @default isPublicAddress */
  isPublic?: (address: string) => boolean;
}

/**
 * Makes the fetch for S3 that honours `publicOnly`: it then refuses, with the cause `ERR_ADDRESS_NOT_ALLOWED`, every host that is
 * or resolves to an address that is not public, and connects to no other address than the ones that it judged.
 */
export function createS3Fetch({
  lookup = (hostname) => resolve(hostname, { all: true }),
  isPublic = isPublicAddress,
}: S3FetchOptions = {}): GuardedS3Fetch {
  const connect = buildConnector({ lookup: judgedLookup(lookup, isPublic) } as buildConnector.BuildOptions);
  // Pool and sockets of its own, and no proxy: a socket in here leads to an address that was judged.
  const dispatcher = new Agent({
    connect(target, callback) {
      // Node looks up everything except an IP address.
      if (isIP(target.hostname) !== 0 && !isPublic(target.hostname)) {
        callback(notAllowed(target.hostname), null);
      } else connect(target, callback);
    },
  });

  return Object.assign(
    async (url: string, { publicOnly, ...init }: Parameters<GuardedS3Fetch>[1]): Promise<Response> => {
      if (!publicOnly) return fetch(url, { ...init, redirect: 'manual' });
      // undici's own Response differs in its declarations only.
      return (await fetchThrough(url, {
        ...init,
        redirect: 'manual',
        dispatcher,
      })) as unknown as Response;
    },
    { guardsAddresses: true } as const,
  );
}

/** Judges at the moment of connecting and hands on what was judged: nobody asks the resolver a second time. */
function judgedLookup(
  lookup: NonNullable<S3FetchOptions['lookup']>,
  isPublic: (address: string) => boolean,
): LookupFunction {
  async function judge(hostname: string): Promise<LookupAddress[]> {
    if (/(?:^|\.)localhost\.?$/i.test(hostname)) throw notAllowed(hostname);
    const found = (await lookup(hostname)).map(({ address }) => ({ address, family: isIP(address) }));
    if (found.length === 0) throw failure('ENOTFOUND', `${hostname} has no address`);
    if (!found.every(({ address }) => isPublic(address))) throw notAllowed(hostname);
    return found;
  }

  const judged = callbackify(judge);
  return (hostname, { all }, callback) =>
    judged(hostname, (error, found) => {
      if (error) callback(error, '');
      else if (all) callback(null, found);
      else callback(null, found[0]?.address ?? '', found[0]?.family);
    });
}

function notAllowed(host: string): Error {
  return failure('ERR_ADDRESS_NOT_ALLOWED', `${host} is not, or not only, at a public address`);
}

function failure(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
