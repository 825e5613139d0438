import type { FakeAccount } from '../account/FakeAccount.ts';
import type { ConsoleAnswer } from './ConsoleAnswer.ts';
import { findUser } from './findUser.ts';
import { invalidName, isIamName, readUserPolicy } from './readUserPolicy.ts';

/** Gives a user a policy as the IAM console does, with its refusals; the same name replaces, an empty text takes it away. */
export function putUserPolicy(
  account: FakeAccount,
  userName: string,
  policyName: string,
  jsonText: string,
): ConsoleAnswer {
  const found = findUser(account, userName);
  if ('refusal' in found) return found.refusal;
  const { user } = found;
  if (!isIamName(policyName, 128)) return invalidName('policyName');
  const others = user.policies.filter((policy) => policy.name !== policyName);
  if (jsonText.trim() === '') {
    user.policies = others;
    return { ok: true };
  }
  const reading = readUserPolicy(jsonText);
  if ('refusal' in reading) return reading.refusal;
  user.policies = [...others, { name: policyName, document: reading.document }];
  return { ok: true };
}
