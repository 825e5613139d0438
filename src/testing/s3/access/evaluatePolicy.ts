import type { PolicyDocument, PolicyPrincipal, PolicyStatement } from '../account/PolicyDocument.ts';
import { asList } from './asList.ts';
import { type ConditionContext, matchesCondition } from './matchesCondition.ts';
import { matchesPattern } from './matchesPattern.ts';

/** One question to a policy: may this be done to that? */
export interface AccessQuestion {
  /** e.g. `s3:PutObject` */
  action: string;
  /** ARN of the object or bucket. */
  resource: string;
  context: ConditionContext;
  /** Who asks, for a policy with principals; leave it out for an identity's own policy. */
  principal?: AskingPrincipal;
}

/** Who asks, as a resource-based policy can name it. */
export interface AskingPrincipal {
  /** `null` is anonymous. */
  arn: string | null;
  accountId: string | null;
}

/** What one policy says of a question; `account` is an allowance to the whole account, which its own users need a policy of their own to use. */
export type PolicyAnswer = 'deny' | 'allow' | 'account' | 'silent';

/** Evaluates one document: a deny wins, then a direct allowance, then one to the account. */
export function evaluatePolicy(
  document: PolicyDocument | null | undefined,
  question: AccessQuestion,
): PolicyAnswer {
  let answer: PolicyAnswer = 'silent';
  for (const statement of asList<PolicyStatement>(document?.Statement)) {
    if (!applies(statement, question)) continue;
    const named = question.principal ? namesPrincipal(statement, question.principal) : 'directly';
    if (named === 'no') continue;
    if (statement.Effect === 'Deny') return 'deny';
    if (named === 'directly') answer = 'allow';
    else if (answer === 'silent') answer = 'account';
  }
  return answer;
}

function applies(statement: PolicyStatement, { action, resource, context }: AccessQuestion): boolean {
  const hasAction = (patterns: readonly string[]) =>
    patterns.some((pattern) => matchesPattern(pattern.toLowerCase(), action.toLowerCase()));
  const hasResource = (patterns: readonly string[]) =>
    patterns.some((pattern) => matchesPattern(withVariables(pattern, context), resource));
  return (
    (statement.NotAction ? !hasAction(asList(statement.NotAction)) : hasAction(asList(statement.Action))) &&
    (statement.NotResource
      ? !hasResource(asList(statement.NotResource))
      : hasResource(asList(statement.Resource))) &&
    matchesCondition(statement.Condition, context)
  );
}

function namesPrincipal(
  statement: PolicyStatement,
  principal: AskingPrincipal,
): 'directly' | 'account' | 'no' {
  if (statement.NotPrincipal !== undefined) {
    return names(statement.NotPrincipal, principal) === 'no' ? 'directly' : 'no';
  }
  return statement.Principal === undefined ? 'no' : names(statement.Principal, principal);
}

function names(wanted: PolicyPrincipal, { arn, accountId }: AskingPrincipal): 'directly' | 'account' | 'no' {
  const list = typeof wanted === 'string' ? [wanted] : asList(wanted.AWS);
  if (list.includes('*') || (arn !== null && list.includes(arn))) return 'directly';
  const named = list.some(
    (one) =>
      accountId !== null && (one === accountId || /^arn:[^:]+:iam::(\d+):root$/.exec(one)?.[1] === accountId),
  );
  if (!named) return 'no';
  return arn?.endsWith(':root') ? 'directly' : 'account';
}

function withVariables(pattern: string, context: ConditionContext): string {
  return pattern.replace(/\$\{([^}]+)\}/g, (whole, key: string) => context.get(key.toLowerCase()) ?? whole);
}
