import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BodyOf } from '../../src/contract/index.ts';
import type { Diagnosis } from '../../src/diagnosis/index.ts';
import type { DocumentFacts } from '../../src/guide/index.ts';
import { placeText } from '../matrix/MatrixRow.ts';
import { movedBucket } from '../matrix/rgw/buckets.ts';
import { createRgwWorld, type RgwWorld, type RgwWorldOptions } from '../matrix/rgw/createRgwWorld.ts';
import type { RgwFault } from '../matrix/rgw/RgwFault.ts';
import { maxPutSize } from '../matrix/rgw/requests.ts';
import { rgwFaults } from '../matrix/rgw/rgwFaults.ts';
import { type JudgedRow, rgwSummary, rgwTable } from '../matrix/rgw/rgwTable.ts';
import {
  createBucket,
  listKeys,
  listUploads,
  moveBucket,
  putPublicAccessBlock,
  type Rgw,
  RgwRefusal,
  startRgw,
} from '../support/rgw.ts';

// A real S3 that we did not write. Without one on this machine the table is skipped; in CI its absence is an error.
const rgw = await startRgw(`rgw_max_put_size = ${maxPutSize}`);
const rows = new Map<RgwFault, JudgedRow>();

describe.skipIf(!rgw)('on Ceph RGW', () => {
  const s3 = () => rgw as Rgw;

  beforeAll(async () => {
    await createBucket(s3(), movedBucket);
    await moveBucket(s3(), movedBucket, 'eu-west-1');
  });

  afterAll(async () => {
    await rgw?.stop();
    const judged = rgwFaults.flatMap((fault) => rows.get(fault) ?? []);
    if (process.env.CI !== 'true') console.log(rgwTable(judged));
    console.log(rgwSummary(judged));
  });

  describe.concurrent('raises nothing over a correct set-up', () => {
    const setUps: Record<string, SetUp> = {
      'the documented one': {},
      'with a prefix': { facts: { keyPrefix: 'help-desk/' } },
      'with the permissions for large files': { facts: { largeFiles: true } },
      'with the permissions for large files, private links and a prefix': {
        facts: { largeFiles: true, links: 'private', keyPrefix: 'help-desk/' },
      },
      'with POST in the CORS rule': { facts: { post: true } },
      'with private links': { facts: { links: 'private' } },
      'with private links and a prefix, and Block Public Access on': {
        facts: { links: 'private', keyPrefix: 'help-desk/' },
        more: ({ rgw, bucket }) =>
          putPublicAccessBlock(rgw, bucket, { BlockPublicPolicy: true, RestrictPublicBuckets: true }),
      },
      'with a key that is not in Amazon’s form': { world: { user: rgw?.uploader as Rgw['uploader'] } },
      'with a secret that was copied with a line break': {
        values: ({ user }) => ({ secretAccessKey: `${user.secretAccessKey}\n` }),
      },
    };

    it.each(Object.entries(setUps).map(([name, setUp], index) => ({ name, setUp, number: 800 + index })))(
      '$name',
      async ({ setUp: { facts = {}, more, values, world: options }, number }) => {
        const world = await createRgwWorld(s3(), { number, ...options });
        await world.setUp(facts);
        await more?.(world);
        const { keyPrefix = '', links = 'public', largeFiles = false, post = false } = facts;
        const entered = { keyPrefix, links, largeFiles, ...values?.(world) };
        const report = await world.check(entered);
        expect(report.findings).toEqual([]);
        expect(report.outcome).toBe('passed');
        expect(report.steps.find(({ step }) => step === 'cors')).toMatchObject({ forms: post });
        expect(report.steps.some(({ step }) => step === 'large_files')).toBe(largeFiles);
        expect(await listKeys(s3(), world.bucket)).toEqual([]);
        expect(await listUploads(s3(), world.bucket)).toEqual([]);

        await world.save({ ...world.values, ...entered });
        const { attachmentId, target } = await world.sign();
        expect(await world.send(target, 'hello')).toMatchObject({ status: 200 });
        const { notice } = await world.client.completeUpload({ attachmentId, body: {} });
        expect(notice).toBeNull();
        await world.client.deleteAttachment({ attachmentId });
        expect(await listKeys(s3(), world.bucket)).toEqual([]);
      },
    );
  });

  describe.concurrent('tells', () => {
    it.each(rgwFaults.map((fault, index) => ({ ...fault, row: fault, number: index + 1 })))(
      '$fault',
      async ({ row, fault, expected, ask, world: options, number }) => {
        const world = await createRgwWorld(s3(), { ...options?.(s3()), number });
        const said = await ask(world);
        const problems = judge(said, expected);
        rows.set(row, { fault, expected, said, ...world.rounds.count(), right: problems.length === 0 });
        expect(problems).toEqual([]);
        // An upload that may not be given up is ended when the check has told of it.
        const left = said && 'leftBehind' in said ? [said.leftBehind] : [];
        await until(async () => (await uploadsLeft(world)).length === 0);
        await until(async () => (await probesLeft(world)).length === left.length);
        expect(await uploadsLeft(world)).toEqual([]);
        expect(await probesLeft(world)).toEqual(left);
      },
    );
  });
});

interface SetUp {
  facts?: Partial<DocumentFacts>;
  world?: Partial<RgwWorldOptions>;
  more?: (world: RgwWorld) => Promise<void>;
  values?: (world: RgwWorld) => Partial<BodyOf<'saveSettings'>>;
}

/** What is not right about what was said. */
function judge(
  said: Diagnosis | null,
  { code, where, ambiguous, facts = {} }: RgwFault['expected'],
): string[] {
  if (!said) return ['nothing was said'];
  const places = said.where.map(placeText).join(' ');
  const problems = [
    said.code === code ? null : `says ${said.code}, and it is ${code}`,
    places === where.join(' ') ? null : `points at ${places}, and it is ${where.join(' ')}`,
    ambiguous && said.certainty === 'certain' ? 'is certain of what RGW does not tell' : null,
    ...Object.entries(facts).map(([name, fact]) => {
      const told = (said as unknown as Record<string, unknown>)[name];
      const same = typeof fact === 'object' && fact !== null ? holds(told, fact) : told === fact;
      return same ? null : `says ${name} ${JSON.stringify(told)}, and it is ${JSON.stringify(fact)}`;
    }),
  ];
  return problems.filter((problem) => problem !== null);
}

function holds(told: unknown, facts: object): boolean {
  return Object.entries(facts).every(([name, fact]) => (told as Record<string, unknown>)?.[name] === fact);
}

/** Waits until something is so, or ten seconds. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 10_000;
  while (performance.now() < end && !(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** The uploads in parts that are open in the bucket, as far as its owner may look. */
async function uploadsLeft({ rgw, bucket }: RgwWorld): Promise<string[]> {
  try {
    return await listUploads(rgw, bucket);
  } catch (error) {
    if (error instanceof RgwRefusal) return [];
    throw error;
  }
}

/** The test objects that lie in the bucket, as far as its owner may look. */
async function probesLeft({ rgw, bucket }: RgwWorld): Promise<string[]> {
  try {
    return (await listKeys(rgw, bucket)).filter((key) => key.includes('.s3-attachments-probe'));
  } catch (error) {
    if (error instanceof RgwRefusal) return [];
    throw error;
  }
}
