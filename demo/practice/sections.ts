import {
  documentedAccount,
  type FakeAccount,
  type FakeBucket,
  type FakeUser,
  putBlockPublicAccess,
  putBucketCors,
  putBucketPolicy,
  putUserPolicy,
} from '@triage-ai/s3-attachments/testing';
import * as z from 'zod/mini';
import type { PracticeSection } from './PracticeState.ts';
import type { PracticeValues } from './practiceValues.ts';

/** What the console says after Save. */
export type SectionAnswer = { ok: true } | { ok: false; code: string; message: string };

/** How one part of the account is read and written. */
interface Section {
  read(account: FakeAccount): unknown;
  write(account: FakeAccount, text: string): SectionAnswer;
}

const bucketSchema = z.strictObject({
  name: z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)),
  region: z.string().check(z.regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/)),
});
const publicAccessSchema = z.strictObject({
  BlockPublicAcls: z.boolean(),
  IgnorePublicAcls: z.boolean(),
  BlockPublicPolicy: z.boolean(),
  RestrictPublicBuckets: z.boolean(),
});
const accessKeysSchema = z
  .array(
    z.strictObject({
      accessKeyId: z.string().check(z.regex(/^\w{16,128}$/)),
      secretAccessKey: z.string().check(z.regex(/^\S{1,256}$/)),
      status: z.enum(['Active', 'Inactive']),
    }),
  )
  .check(z.maxLength(2));

/** Every part of the account. The documents go through what AWS's own consoles check. */
export const sections: Record<PracticeSection, Section> = {
  bucket: {
    read: (account) => ({ name: bucketOf(account).name, region: bucketOf(account).region }),
    write: (account, text) =>
      parsed(
        bucketSchema,
        text,
        'Write {"name": "…", "region": "…"} with a bucket name and a region code that AWS could have.',
        (value) => {
          Object.assign(bucketOf(account), value);
        },
      ),
  },
  'public-access': {
    read: (account) => bucketOf(account).blockPublicAccess,
    write(account, text) {
      let answer: SectionAnswer = { ok: true };
      const read = parsed(
        publicAccessSchema,
        text,
        'Block Public Access has four switches, each true or false.',
        (value) => {
          answer = putBlockPublicAccess(account, bucketOf(account).name, value);
        },
      );
      return read.ok ? answer : read;
    },
  },
  'bucket-policy': {
    read: (account) => bucketOf(account).policy,
    write: (account, text) => putBucketPolicy(account, bucketOf(account).name, text),
  },
  cors: {
    read: (account) => bucketOf(account).cors,
    write: (account, text) => putBucketCors(account, bucketOf(account).name, text),
  },
  'iam-policy': {
    read: (account) => userOf(account).policies[0]?.document ?? null,
    // The name outlives the document, so that it can be written again after it was taken away.
    write: (account, text) =>
      putUserPolicy(
        account,
        userOf(account).name,
        userOf(account).policies[0]?.name ?? userOf(account).name,
        text,
      ),
  },
  'access-keys': {
    read: (account) => userOf(account).accessKeys,
    write: (account, text) =>
      parsed(
        accessKeysSchema,
        text || '[]',
        'Write a list of at most two keys, each {"accessKeyId", "secretAccessKey", "status"}; the status is "Active" or "Inactive".',
        (value) => {
          userOf(account).accessKeys = value;
        },
      ),
  },
};

/** The text of a part, as the console shows it. */
export function textOf(section: PracticeSection, account: FakeAccount): string {
  const value = sections[section].read(account);
  return value === null ? '' : JSON.stringify(value, null, 2);
}

/** Puts a part back to what the guide says, without asking AWS: it is the practice account's own reset. */
export function resetSection(section: PracticeSection, account: FakeAccount, values: PracticeValues): void {
  const correct = structuredClone(documentedAccount({ ...values }));
  const [bucket, right] = [bucketOf(account), bucketOf(correct)];
  const [user, rightUser] = [userOf(account), userOf(correct)];
  if (section === 'bucket') Object.assign(bucket, { name: right.name, region: right.region });
  if (section === 'public-access') bucket.blockPublicAccess = right.blockPublicAccess;
  if (section === 'bucket-policy') bucket.policy = right.policy;
  if (section === 'cors') bucket.cors = right.cors;
  if (section === 'iam-policy') user.policies = rightUser.policies;
  if (section === 'access-keys') user.accessKeys = rightUser.accessKeys;
}

function parsed<S extends z.ZodMiniType>(
  schema: S,
  text: string,
  help: string,
  apply: (value: z.infer<S>) => void,
): SectionAnswer {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return {
      ok: false,
      code: 'InvalidJSON',
      message: `This is not JSON: ${error instanceof Error ? error.message : ''}`,
    };
  }
  const result = schema.safeParse(json);
  if (!result.success) return { ok: false, code: 'InvalidValue', message: help };
  apply(result.data);
  return { ok: true };
}

function bucketOf(account: FakeAccount): FakeBucket {
  const [bucket] = account.buckets;
  if (!bucket) throw new Error('The practice account has no bucket.');
  return bucket;
}

function userOf(account: FakeAccount): FakeUser {
  const [user] = account.users;
  if (!user) throw new Error('The practice account has no user.');
  return user;
}
