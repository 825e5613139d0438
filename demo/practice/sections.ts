import {
  type ConsoleAnswer,
  putBlockPublicAccess,
  putBucketCors,
  putBucketPolicy,
  putPolicy,
  putUserPolicy,
} from '@triage-ai/s3-attachments/testing';
import * as z from 'zod/mini';
import type { OpenParts } from './openParts.ts';
import type { PracticeSection } from './PracticeState.ts';

/** How one part of the account is read and written. */
interface Section {
  /** `undefined` while there is nothing that could have it. */
  read(parts: OpenParts): unknown;
  write(parts: OpenParts, text: string): ConsoleAnswer;
  /** Takes over what is correct, without asking AWS: it is the practice account's own reset. */
  reset(parts: OpenParts, correct: OpenParts): void;
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
      description: z.optional(z.string()),
    }),
  )
  .check(z.maxLength(2));

/** Every part of the account. The documents go through what AWS's own consoles check. */
export const sections: Record<PracticeSection, Section> = {
  // AWS renames and moves no bucket: only the documented account can be broken like this.
  bucket: {
    read: ({ bucket, began }) =>
      bucket && began === 'documented' ? { name: bucket.name, region: bucket.region } : undefined,
    write: ({ bucket }, text) =>
      parsed(
        bucketSchema,
        text,
        'Write {"name": "…", "region": "…"} with a bucket name and a region code that AWS could have.',
        (value) => {
          if (bucket) Object.assign(bucket, value);
        },
      ),
    reset({ bucket }, correct) {
      if (bucket && correct.bucket) {
        Object.assign(bucket, { name: correct.bucket.name, region: correct.bucket.region });
      }
    },
  },
  'public-access': {
    read: ({ bucket }) => bucket?.blockPublicAccess,
    write({ account, bucket }, text) {
      let answer: ConsoleAnswer = { ok: true };
      const read = parsed(
        publicAccessSchema,
        text,
        'Block Public Access has four switches, each true or false.',
        (value) => {
          answer = putBlockPublicAccess(account, bucket?.name ?? '', value);
        },
      );
      return read.ok ? answer : read;
    },
    reset({ bucket }, correct) {
      if (bucket && correct.bucket) bucket.blockPublicAccess = correct.bucket.blockPublicAccess;
    },
  },
  'bucket-policy': {
    read: ({ bucket }) => bucket?.policy,
    write: ({ account, bucket }, text) => putBucketPolicy(account, bucket?.name ?? '', text),
    reset({ bucket }, correct) {
      if (bucket) bucket.policy = correct.bucket?.policy ?? null;
    },
  },
  cors: {
    read: ({ bucket }) => bucket?.cors,
    write: ({ account, bucket }, text) => putBucketCors(account, bucket?.name ?? '', text),
    reset({ bucket }, correct) {
      if (bucket) bucket.cors = correct.bucket?.cors ?? null;
    },
  },
  'iam-policy': {
    read: ({ policy, user, began }) =>
      began === 'documented' ? user && (policy?.document ?? null) : policy?.document,
    // The documented user's policy has a name that outlives its document, so that it can be written again after it was taken away.
    write: ({ account, began, policy, user }, text) =>
      began === 'documented'
        ? putUserPolicy(account, user?.name ?? '', policy?.name ?? user?.name ?? '', text)
        : putPolicy(account, policy?.name ?? '', text),
    reset({ account, began, policy, user }, correct) {
      if (began === 'documented' && user) user.policies = correct.user?.policies ?? [];
      else if (policy) putPolicy(account, policy.name, JSON.stringify(correct.policy?.document));
    },
  },
  // With their secrets: AWS never shows those again, so only the documented account does.
  'access-keys': {
    read: ({ user, began }) => (began === 'documented' ? user?.accessKeys : undefined),
    write: ({ user }, text) =>
      parsed(
        accessKeysSchema,
        text || '[]',
        'Write a list of at most two keys, each {"accessKeyId", "secretAccessKey", "status"}; the status is "Active" or "Inactive".',
        (value) => {
          if (user) user.accessKeys = value as typeof user.accessKeys;
        },
      ),
    reset({ user }, correct) {
      if (user) user.accessKeys = correct.user?.accessKeys ?? [];
    },
  },
};

function parsed<S extends z.ZodMiniType>(
  schema: S,
  text: string,
  help: string,
  apply: (value: z.infer<S>) => void,
): ConsoleAnswer {
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
