import type { FakeBucket, FakeUser, NamedPolicy } from '@triage-ai/s3-attachments/testing';
import type { PracticeAccount } from './openPracticeAccount.ts';

/** What of the account is open in the console. */
export interface OpenParts extends Pick<PracticeAccount, 'account' | 'began'> {
  bucket: FakeBucket | null;
  user: FakeUser | null;
  policy: NamedPolicy | null;
}

/** Names of what is to be open. */
export type Asked = Partial<Record<'bucket' | 'user' | 'policy', string>>;

/** Opens the parts of that name; what is not named, or not there, is the newest. */
export function openParts(
  { account, began }: Pick<PracticeAccount, 'account' | 'began'>,
  asked: Asked,
): OpenParts {
  const user = pick(account.users, asked.user);
  return {
    account,
    began,
    bucket: pick(ownBuckets(account), asked.bucket),
    user,
    // The documented user has a policy of its own.
    policy: began === 'documented' ? (user?.policies[0] ?? null) : pick(account.policies ?? [], asked.policy),
  };
}

/** The buckets that belong to the account. */
export function ownBuckets(account: PracticeAccount['account']): FakeBucket[] {
  return account.buckets.filter((bucket) => bucket.ownerAccountId === undefined);
}

function pick<T extends { name: string }>(list: readonly T[], name: string | undefined): T | null {
  return list.find((one) => one.name === name) ?? list.at(-1) ?? null;
}
