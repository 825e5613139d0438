import type { FakeAccessKey, FakeAccount } from '../account/FakeAccount.ts';
import { type ConsoleAnswer, refused } from './ConsoleAnswer.ts';
import { findUser } from './findUser.ts';

/** Deactivates, activates or deletes an access key as the IAM console does, with its refusals. */
export function updateAccessKey(
  account: FakeAccount,
  userName: string,
  accessKeyId: string,
  status: FakeAccessKey['status'] | 'Deleted',
): ConsoleAnswer {
  const found = findUser(account, userName);
  if ('refusal' in found) return found.refusal;
  const { user } = found;
  const key = user.accessKeys.find((one) => one.accessKeyId === accessKeyId);
  if (!key) return refused('NoSuchEntity', `The Access Key with id ${accessKeyId} cannot be found.`);
  if (status === 'Deleted') {
    // IAM deletes an active key only after it was deactivated in the same dialog: the console does both.
    user.accessKeys = user.accessKeys.filter((one) => one !== key);
  } else {
    key.status = status;
  }
  return { ok: true };
}
