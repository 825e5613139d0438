import type { FakeAccount, FakeUser } from '../account/FakeAccount.ts';
import { type ConsoleRefusal, refused } from './ConsoleAnswer.ts';

/** The IAM user of that name, or why not. */
export function findUser(
  account: FakeAccount,
  name: string,
): { user: FakeUser } | { refusal: ConsoleRefusal } {
  const user = account.users.find((one) => one.name === name && !one.root);
  return user
    ? { user }
    : { refusal: refused('NoSuchEntity', `The user with name ${name} cannot be found.`) };
}
