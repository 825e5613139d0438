import type { CheckReport } from '../../../src/contract/index.ts';
import type { S3Init } from '../../../src/server/index.ts';
import { createWorld, saved, secret, type World, type WorldOptions } from './createWorld.ts';

/** Where the CDN of the tests answers: in a folder of its host. */
export const base = 'https://files.acme.test/desk';
export const values = { ...saved, secretAccessKey: secret };
/** S3's own public address of the bucket. */
export const origin = `https://${saved.bucket}.s3.${saved.region}.amazonaws.com`;
/** A field as a place. */
export const at = (field: string) => ({ kind: 'field', field });

export const denied = () =>
  new Response('<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>', { status: 403 });

export interface CdnOptions extends WorldOptions {
  /** What it says in place of the file. */
  says?: (init: S3Init, url: string) => Response | null | Promise<Response | null>;
}

/** A world with a CDN in front of the bucket. */
export interface CdnWorld {
  world: World;
  /** What the CDN was asked, without its address. */
  asked: string[];
  configure: (over?: Parameters<World['configure']>[0]) => ReturnType<World['configure']>;
  check: (over?: Record<string, unknown>) => Promise<CheckReport>;
}

/** Makes a world with a CDN in front of the bucket, which reads it as the public does. */
export function createCdnWorld({ says, ...options }: CdnOptions = {}): CdnWorld {
  const asked: string[] = [];
  const world: World = createWorld({
    allowPrivateEndpoints: true,
    ...options,
    between: async (init, url) => {
      if (!url.startsWith(`${base}/`)) return (await options.between?.(init, url)) ?? null;
      asked.push(`${init.method} ${url.slice(base.length + 1)}`);
      const said = await says?.(init, url);
      if (said) return said;
      const { headers, method } = init;
      return world.s3(new Request(`${origin}/${url.slice(base.length + 1)}`, { method, headers }));
    },
  });
  return {
    world,
    asked,
    configure: (over = {}) => world.configure({ publicBaseUrl: base, ...over }),
    check: (over = {}) =>
      world.call('administrator', 'checkConnection', { body: { ...values, publicBaseUrl: base, ...over } }),
  };
}
