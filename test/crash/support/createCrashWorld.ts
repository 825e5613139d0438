import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bucketPolicy, corsRules, iamPolicy } from '../../../src/guide/index.ts';
import { type Postgres, startPostgres } from '../../support/postgres.ts';
import { createBucket, putBucketCors, putBucketPolicy, putUserPolicy, type Rgw } from '../../support/rgw.ts';
import { createDesk, type Desk } from './createDesk.ts';
import { createFleet, type Fleet } from './createFleet.ts';
import { createRandom, type Random } from './createRandom.ts';

/** Three processes of the backend on one PostgreSQL and one bucket of Ceph, which is set up as the guide says. */
export interface CrashWorld {
  rgw: Rgw;
  bucket: string;
  postgres: Postgres;
  /** Of the database. */
  url: string;
  fleet: Fleet;
  desk: Desk;
  random: Random;
  /** How many uploads in parts were begun, and which of them nobody has lived to write down. */
  begun(): Promise<{ count: number; cutOff(upload: { key: string; uploadId: string }): boolean }>;
  /** Lets so many hours pass: everything that is written down is so much older. */
  age(hours: number): Promise<void>;
  stop(): Promise<void>;
}

/** What a world of crashes is made of. */
export interface CrashWorldOptions {
  seed: number;
  bucket: string;
  /** The key may tidy up after parts, and the settings say so. @default false */
  largeFiles?: boolean;
  /** Nothing is tidied up or moved by itself. @default false */
  calm?: boolean;
}

/** Makes a world in which S3 is set up. */
export async function createCrashWorld(
  rgw: Rgw,
  { seed, bucket, largeFiles = false, calm = false }: CrashWorldOptions,
): Promise<CrashWorld> {
  const random = createRandom(seed);
  const folder = await mkdtemp(join(tmpdir(), 's3a-crash-'));
  const journal = join(folder, 'begun');
  const postgres = await startPostgres();
  const url = await postgres.createDatabase();
  await createBucket(rgw, bucket);
  await putUserPolicy(rgw, rgw.uploader, iamPolicy({ bucket, largeFiles }));
  await putBucketPolicy(rgw, bucket, bucketPolicy({ bucket }));
  await putBucketCors(rgw, bucket, corsRules());
  const fleet = await createFleet({
    size: 3,
    random,
    database: url,
    endpoint: rgw.endpoint,
    encryptionKey: randomBytes(32).toString('base64'),
    journal,
    calm,
    // As after the seconds that it takes a lease to run out.
    onDeath: async (name) =>
      void (await postgres.sql(url, `delete from s3a_leases where owner like '${name}:%'`)),
  });
  const desk = createDesk(fleet);
  const { accessKeyId, secretAccessKey } = rgw.uploader;
  const body = { bucket, region: rgw.region, accessKeyId, secretAccessKey, largeFiles, version: 0 };
  const saved = await desk.ask('administrator', (client) => client.saveSettings({ body }));
  if (typeof saved === 'string') throw new Error(`The settings were not taken: ${saved}`);

  return {
    rgw,
    bucket,
    postgres,
    url,
    fleet,
    desk,
    random,
    async begun() {
      const lines = (await readFile(journal, 'utf8').catch(() => '')).split('\n');
      const byTheDead = lines.flatMap((line) => {
        const [name = '', what, url = ''] = line.split(' ');
        return what === 'begins' && fleet.dead.has(name) ? [new URL(url).pathname] : [];
      });
      const kept = new Set(lines.flatMap((line) => / keeps (\S+)$/.exec(line)?.[1] ?? []));
      return {
        count: lines.filter((line) => line.includes(' begins ')).length,
        cutOff: ({ key, uploadId }) => !kept.has(uploadId) && byTheDead.includes(`/${bucket}/${key}`),
      };
    },
    async age(hours) {
      const by = `interval '${hours} hours'`;
      await postgres.sql(
        url,
        `update s3a_attachments set created_at = created_at - ${by}, signed_at = signed_at - ${by}, retry_at = retry_at - ${by};
         update s3a_leases set until = until - ${by}`,
      );
    },
    async stop() {
      await fleet.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
