import type { FakeAccessKey, FakeAccount, FakeUser } from '../account/FakeAccount.ts';

/** The active key of that id and its user; an inactive key is no key at all, as AWS tells it. */
export function findAccessKey(
  account: FakeAccount,
  accessKeyId: string,
): { user: FakeUser; key: FakeAccessKey } | null {
  for (const user of account.users) {
    const key = user.accessKeys.find((one) => one.accessKeyId === accessKeyId && one.status === 'Active');
    if (key) return { user, key };
  }
  return null;
}
