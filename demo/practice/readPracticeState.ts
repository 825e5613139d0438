import { type ObjectStorage, regions } from '@triage-ai/s3-attachments/testing';
import { correctParts } from './correctParts.ts';
import { type OpenParts, ownBuckets } from './openParts.ts';
import {
  type PracticeSection,
  type PracticeState,
  practiceSections,
  type SectionState,
  type StoredObject,
} from './PracticeState.ts';
import type { PracticeValues } from './practiceValues.ts';
import { saysTheSame } from './saysTheSame.ts';
import { sections } from './sections.ts';

/** What the console reads beside the account. */
export interface PracticeSurroundings {
  values: PracticeValues;
  objects: ObjectStorage;
  /** Where the practice S3 listens. */
  endpoint: string;
}

// China and GovCloud have accounts of their own.
const ownRegions = regions.filter(({ code }) => !/^(?:cn|us-gov)-/.test(code));

/** Reads what the console shows. */
export async function readPracticeState(
  parts: OpenParts,
  { values, objects, endpoint }: PracticeSurroundings,
): Promise<PracticeState> {
  const { account, began, bucket, user, policy } = parts;
  const correct = correctParts(parts, values);
  const shown = Object.fromEntries(
    practiceSections.map((section) => [section, readSection(section, parts, correct)]),
  ) as Record<PracticeSection, SectionState | null>;
  const users = account.users.map(({ name, policies }) => ({
    name,
    policies: policies.map((one) => one.name),
  }));
  const active = user?.accessKeys.findLast((key) => key.status === 'Active') ?? null;
  const done = (section: PracticeSection) => shown[section]?.asDocumented ?? false;

  return {
    began,
    values:
      began === 'documented'
        ? values
        : {
            bucket: bucket?.name ?? null,
            region: bucket?.region ?? null,
            accessKeyId: active?.accessKeyId ?? null,
            secretAccessKey: null,
          },
    endpoint,
    regions: ownRegions,
    buckets: ownBuckets(account).map(({ name, region }) => ({ name, region })),
    policies: (account.policies ?? []).map(({ name }) => ({
      name,
      users: users.filter((one) => one.policies.includes(name)).map((one) => one.name),
    })),
    users,
    bucket: bucket?.name ?? null,
    user: user?.name ?? null,
    policy: policy?.name ?? null,
    sections: shown,
    accessKeys: (user?.accessKeys ?? []).map(({ accessKeyId, status, description = '' }) => ({
      accessKeyId,
      status,
      description,
    })),
    steps: {
      'create-bucket': bucket !== null,
      'public-access': done('public-access'),
      'bucket-policy': done('bucket-policy'),
      cors: done('cors'),
      'iam-policy': bucket !== null && done('iam-policy'),
      'iam-user': policy !== null && (user?.policies.some(({ name }) => name === policy.name) ?? false),
      'access-key': active !== null,
    },
    objects: bucket ? await listObjects(objects, bucket.name) : [],
  };
}

function readSection(section: PracticeSection, parts: OpenParts, correct: OpenParts): SectionState | null {
  const value = sections[section].read(parts);
  if (value === undefined) return null;
  return {
    text: value === null ? '' : JSON.stringify(value, null, 2),
    asDocumented: saysTheSame(value, sections[section].read(correct)),
  };
}

async function listObjects(storage: ObjectStorage, bucket: string): Promise<StoredObject[]> {
  const metas = await Promise.all((await storage.list(`${bucket}/`)).map((id) => storage.getMeta(id)));
  return metas
    .filter((meta) => meta !== null && !meta.deleteMarker)
    .map((meta) => meta as NonNullable<typeof meta>)
    .map(({ key, size, headers, lastModified }) => ({
      key,
      size,
      type: headers['content-type'] ?? '',
      lastModified,
    }))
    .sort((one, other) => other.lastModified.localeCompare(one.lastModified));
}
