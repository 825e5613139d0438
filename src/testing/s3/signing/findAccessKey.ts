import type { FakeAccessKey, FakeAccount, FakeUser } from '../account/FakeAccount.ts';

/** The active key of that id and its user; one that is inactive or not known yet is no key at all, as AWS tells it. */
export function findAccessKey(
  account: FakeAccount,
  accessKeyId: string,
  now: number,
): { user: FakeUser; key: FakeAccessKey } | null {
  for (const user of account.users) {
    const key = user.accessKeys.find(
      (one) =>
        one.accessKeyId === accessKeyId &&
        one.status === 'Active' &&
        (one.activeFrom === undefined || Date.parse(one.activeFrom) <= now),
    );
    if (key) return { user, key };
  }
  return null;
}
