import type { FakeAccount } from '../account/FakeAccount.ts';
import { attachPolicies } from './attachPolicies.ts';
import { type ConsoleAnswer, refused } from './ConsoleAnswer.ts';
import { invalidName, isIamName } from './readUserPolicy.ts';

/** Creates an IAM user with these managed policies attached, as the IAM console does, with its refusals. */
export function createUser(account: FakeAccount, name: string, policies: readonly string[]): ConsoleAnswer {
  if (!isIamName(name, 64)) return invalidName('userName');
  // Names differ in more than capitals.
  if (account.users.some((one) => !one.root && one.name.toLowerCase() === name.toLowerCase()))
    return refused('EntityAlreadyExists', `User with name ${name} already exists.`);
  const before = account.users;
  account.users = [...before, { name, policies: [], accessKeys: [] }];
  const answer = attachPolicies(account, name, policies);
  if (!answer.ok) account.users = before;
  return answer;
}
