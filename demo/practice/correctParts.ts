import { documentedAccount } from '@triage-ai/s3-attachments/testing';
import type { OpenParts } from './openParts.ts';
import type { PracticeValues } from './practiceValues.ts';

/** What the guide makes of the parts that are open: with the printed values, or with the names that were chosen for them. */
export function correctParts({ began, bucket }: OpenParts, values: PracticeValues): OpenParts {
  const account = structuredClone(
    documentedAccount(
      began === 'documented'
        ? { ...values }
        : { ...(bucket && { bucket: bucket.name, region: bucket.region }) },
    ),
  );
  const user = account.users[0] ?? null;
  return { account, began, bucket: account.buckets[0] ?? null, user, policy: user?.policies[0] ?? null };
}
