import type { FakeAccount } from '../account/FakeAccount.ts';
import { type ConsoleAnswer, refused } from './ConsoleAnswer.ts';
import { invalidName, isIamName, readUserPolicy } from './readUserPolicy.ts';

/** Creates a managed policy as the IAM console does, with its refusals; nobody has it yet. */
export function createPolicy(account: FakeAccount, name: string, jsonText: string): ConsoleAnswer {
  if (!isIamName(name, 128)) return invalidName('policyName');
  const policies = account.policies ?? [];
  // Names differ in more than capitals.
  if (policies.some((one) => one.name.toLowerCase() === name.toLowerCase())) {
    return refused(
      'EntityAlreadyExists',
      `A policy called ${name} already exists. Duplicate names are not allowed.`,
    );
  }
  const reading = readUserPolicy(jsonText);
  if ('refusal' in reading) return reading.refusal;
  account.policies = [...policies, { name, document: reading.document }];
  return { ok: true };
}
