import { asList } from '../access/asList.ts';
import type { PolicyDocument, PolicyStatement } from '../account/PolicyDocument.ts';
import { type ConsoleRefusal, refused } from './ConsoleAnswer.ts';
import { readPolicy } from './readPolicy.ts';

/** Reads a policy for users, with IAM's refusals. */
export function readUserPolicy(jsonText: string): { document: PolicyDocument } | { refusal: ConsoleRefusal } {
  const reading = readPolicy(jsonText);
  const malformed = (problem: string) => ({ refusal: refused('MalformedPolicyDocument', problem) });
  if ('problem' in reading) return malformed('Syntax errors in policy.');
  for (const statement of reading.statements) {
    const problem = problemOf(statement);
    if (problem !== null) return malformed(problem);
  }
  return { document: reading.document };
}

/** Whether IAM takes this as the name of a policy (128 characters) or a user (64). */
export function isIamName(name: string, longest: number): boolean {
  return name.length <= longest && /^[\w+=,.@-]+$/.test(name);
}

/** IAM's refusal of a name. */
export function invalidName(field: 'policyName' | 'userName'): ConsoleRefusal {
  return refused(
    'ValidationError',
    `The specified value for ${field} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-`,
  );
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
