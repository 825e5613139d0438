import type { FakeAccount, FakeBucket, FakeUser } from '../account/FakeAccount.ts';
import type { PolicyStatement } from '../account/PolicyDocument.ts';
import type { Caller } from '../signing/Caller.ts';
import { asList } from './asList.ts';
import {
  type AccessQuestion,
  type AskingPrincipal,
  evaluatePolicy,
  type PolicyAnswer,
} from './evaluatePolicy.ts';
import { isPublicPolicy } from './isPublicPolicy.ts';
import type { ConditionContext } from './matchesCondition.ts';

/** What is asked of the account as a whole. */
export interface AccessRequest {
  account: FakeAccount;
  caller: Caller;
  /** `null` for what belongs to no bucket. */
  bucket: FakeBucket | null;
  action: string;
  resource: string;
  context: ConditionContext;
  /** The object's own ACL lets everybody do this. */
  publicAcl?: boolean;
}

/** `null` when allowed; otherwise the clause that S3 ends its long refusal with, or an empty one for strangers. */
export function decideAccess(request: AccessRequest): string | null {
  const { account, caller, bucket, action, resource, context } = request;
  const owner = bucket?.ownerAccountId ?? account.accountId;
  const question: AccessQuestion = { action, resource, context };
  const restricted = restrictions(account, bucket);
  const fence = bucket && bucket.ownerAccountId === undefined ? account.resourceControlPolicy : null;
  const fenced = (principal: AskingPrincipal) => evaluatePolicy(fence, { ...question, principal }) === 'deny';

  if (caller.kind === 'anonymous') {
    const nobody: AskingPrincipal = { arn: null, accountId: null };
    const answer = evaluatePolicy(bucket?.policy, { ...question, principal: nobody });
    if (answer === 'deny' || fenced(nobody)) return '';
    if (answer === 'allow' && !(restricted.policy && isPublicPolicy(bucket?.policy ?? null))) return null;
    return request.publicAcl && !restricted.acl ? null : '';
  }

  const identity = identityAnswer(caller.user, question);
  const principal: AskingPrincipal = { arn: caller.arn, accountId: caller.accountId };
  const byResource = evaluatePolicy(bucket?.policy, { ...question, principal });
  const boundary = boundaryAnswer(caller.user, question);
  const organisation = organisationAnswer(caller.user, question);
  const stranger = owner !== caller.accountId;
  const say = (clause: string) => (stranger ? '' : clause);

  if (fenced(principal)) return say('with an explicit deny in a resource control policy');
  if (organisation === 'deny') return say('with an explicit deny in a service control policy');
  if (byResource === 'deny') return say('with an explicit deny in a resource-based policy');
  if (identity === 'deny') return say('with an explicit deny in an identity-based policy');
  if (boundary === 'deny') return say('with an explicit deny in a permissions boundary');
  if (organisation === 'silent') return say(`because no service control policy allows the ${action} action`);
  if (stranger) {
    const blocked = restricted.policy && isPublicPolicy(bucket?.policy ?? null);
    const invited = (byResource === 'allow' || byResource === 'account') && !blocked;
    return invited && identity === 'allow' && boundary === 'allow' ? null : '';
  }
  // A bucket policy that names the user needs neither a policy of the user's own nor its boundary.
  if (caller.user.root || byResource === 'allow') return null;
  if (identity !== 'allow') return `because no identity-based policy allows the ${action} action`;
  return boundary === 'allow' ? null : `because no permissions boundary allows the ${action} action`;
}

function boundaryAnswer(user: FakeUser, question: AccessQuestion): PolicyAnswer {
  return user.permissionsBoundary && !user.root
    ? evaluatePolicy(user.permissionsBoundary, question)
    : 'allow';
}

function identityAnswer(user: FakeUser, question: AccessQuestion): 'deny' | 'allow' | 'silent' {
  const answers = user.policies.map(({ document }) => evaluatePolicy(document, question));
  if (answers.includes('deny')) return 'deny';
  return user.root || answers.includes('allow') ? 'allow' : 'silent';
}

function organisationAnswer(user: FakeUser, question: AccessQuestion): 'deny' | 'allow' | 'silent' {
  const document = user.deniedByServiceControlPolicy;
  if (!document) return 'allow';
  if (evaluatePolicy(document, question) === 'deny') return 'deny';
  // A policy that only denies stands beside FullAWSAccess; one that allows replaces it.
  const allows = asList<PolicyStatement>(document.Statement).some(
    (statement) => statement.Effect === 'Allow',
  );
  return !allows || evaluatePolicy(document, question) === 'allow' ? 'allow' : 'silent';
}

function restrictions(account: FakeAccount, bucket: FakeBucket | null): { policy: boolean; acl: boolean } {
  const own = bucket !== null && bucket.ownerAccountId === undefined;
  return {
    policy: Boolean(
      bucket?.blockPublicAccess.RestrictPublicBuckets ||
        (own && account.blockPublicAccess.RestrictPublicBuckets),
    ),
    acl: Boolean(
      bucket?.blockPublicAccess.IgnorePublicAcls || (own && account.blockPublicAccess.IgnorePublicAcls),
    ),
  };
}
