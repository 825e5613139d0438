import type { FakeAccount } from '../account/FakeAccount.ts';
import { type ConsoleAnswer, refused } from './ConsoleAnswer.ts';
import { findUser } from './findUser.ts';
import { noSuchPolicy } from './putPolicy.ts';

/** Attaches exactly these managed policies to a user and detaches the others, with IAM's refusals; policies of the user's own stay. */
export function attachPolicies(
  account: FakeAccount,
  userName: string,
  names: readonly string[],
): ConsoleAnswer {
  const found = findUser(account, userName);
  if ('refusal' in found) return found.refusal;
  const managed = account.policies ?? [];
  const missing = names.find((name) => !managed.some((policy) => policy.name === name));
  if (missing !== undefined) return noSuchPolicy(account, missing);
  if (new Set(names).size > 10)
    return refused('LimitExceeded', 'Cannot exceed quota for PoliciesPerUser: 10');
  const { user } = found;
  const own = user.policies.filter(({ name }) => !managed.some((policy) => policy.name === name));
  const attached = managed.filter(({ name }) => names.includes(name)).map((policy) => ({ ...policy }));
  user.policies = [...own, ...attached];
  return { ok: true };
}
