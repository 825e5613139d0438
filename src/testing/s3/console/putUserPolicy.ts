import { asList } from '../access/asList.ts';
import type { FakeAccount } from '../account/FakeAccount.ts';
import type { PolicyStatement } from '../account/PolicyDocument.ts';
import { type ConsoleAnswer, refused } from './ConsoleAnswer.ts';
import { readPolicy } from './readPolicy.ts';

/** Gives a user a policy as the IAM console does, with its refusals; the same name replaces, an empty text takes it away. */
export function putUserPolicy(
  account: FakeAccount,
  userName: string,
  policyName: string,
  jsonText: string,
): ConsoleAnswer {
  const user = account.users.find((one) => one.name === userName && !one.root);
  if (!user) return refused('NoSuchEntity', `The user with name ${userName} cannot be found.`);
  if (!/^[\w+=,.@-]{1,128}$/.test(policyName)) {
    return refused(
      'ValidationError',
      'The specified value for policyName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-',
    );
  }
  const others = user.policies.filter((policy) => policy.name !== policyName);
  if (jsonText.trim() === '') {
    user.policies = others;
    return { ok: true };
  }
  const reading = readPolicy(jsonText);
  if ('problem' in reading) return refused('MalformedPolicyDocument', 'Syntax errors in policy.');
  for (const statement of reading.statements) {
    const problem = problemOf(statement);
    if (problem !== null) return refused('MalformedPolicyDocument', problem);
  }
  user.policies = [...others, { name: policyName, document: reading.document }];
  return { ok: true };
}

function problemOf(statement: PolicyStatement): string | null {
  if (statement.Principal !== undefined || statement.NotPrincipal !== undefined) {
    return 'Policy document should not specify a principal.';
  }
  const actions = asList(statement.Action ?? statement.NotAction);
  const resources = asList(statement.Resource ?? statement.NotResource);
  if (actions.length === 0) return 'Policy statement must contain actions.';
  if (resources.length === 0) return 'Policy statement must contain resources.';
  if (!actions.every((action) => action === '*' || /^[\w-]+:[\w*?]+$/.test(action))) {
    return 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.';
  }
  for (const resource of resources) {
    if (resource === '*') continue;
    const [arn, partition, service, region, accountId, ...rest] = resource.split(':');
    if (arn !== 'arn' || rest.join('') === '') return `Resource ${resource} must be in ARN format or "*".`;
    if (!/^(aws|aws-cn|aws-us-gov|\*)$/.test(partition ?? ''))
      return `Partition "${partition}" is not valid for resource "${resource}".`;
    if (service === 's3' && (region !== '' || accountId !== '')) {
      return `Resource ${resource} can not contain ${region !== '' ? 'region' : 'account'} information.`;
    }
  }
  return null;
}
