import type { FakeAccessKey, FakeAccount } from '../account/FakeAccount.ts';
import { type ConsoleRefusal, refused } from './ConsoleAnswer.ts';
import { findUser } from './findUser.ts';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Creates an access key for a user as the IAM console does, with its refusals: a user has two at most. Only this answer tells the secret. */
export function createAccessKey(
  account: FakeAccount,
  userName: string,
  description = '',
): { ok: true; key: FakeAccessKey } | ConsoleRefusal {
  const found = findUser(account, userName);
  if ('refusal' in found) return found.refusal;
  const { user } = found;
  if (user.accessKeys.length >= 2)
    return refused('LimitExceeded', 'Cannot exceed quota for AccessKeysPerUser: 2');
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const key: FakeAccessKey = {
    accessKeyId: `AKIA${Array.from(random(16), (byte) => base32[byte % 32]).join('')}`,
    secretAccessKey: btoa(String.fromCharCode(...random(30))),
    status: 'Active',
    ...(description !== '' && { description }),
  };
  user.accessKeys = [...user.accessKeys, key];
  return { ok: true, key: { ...key } };
}
