import type { FakeAccount } from '../account/FakeAccount.ts';
import { type ConsoleAnswer, refused } from './ConsoleAnswer.ts';
import { readUserPolicy } from './readUserPolicy.ts';

/** Saves another document of a managed policy as the IAM console does; every user to whom it is attached has it at once. */
export function putPolicy(account: FakeAccount, name: string, jsonText: string): ConsoleAnswer {
  const policy = account.policies?.find((one) => one.name === name);
  if (!policy) return noSuchPolicy(account, name);
  const reading = readUserPolicy(jsonText);
  if ('refusal' in reading) return reading.refusal;
  for (const { policies } of [account, ...account.users]) {
    const same = policies?.find((one) => one.name === name);
    if (same) same.document = reading.document;
  }
  return { ok: true };
}

/** IAM's refusal of a managed policy that is not there. */
export function noSuchPolicy(account: FakeAccount, name: string): ConsoleAnswer {
  return refused(
    'NoSuchEntity',
    `Policy arn:aws:iam::${account.accountId}:policy/${name} does not exist or is not attachable.`,
  );
}
