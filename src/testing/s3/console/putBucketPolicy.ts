import { asList } from '../access/asList.ts';
import { bucketArn } from '../access/bucketArn.ts';
import { isPublicPolicy } from '../access/isPublicPolicy.ts';
import { matchesPattern } from '../access/matchesPattern.ts';
import type { FakeAccount, FakeBucket } from '../account/FakeAccount.ts';
import type { PolicyStatement } from '../account/PolicyDocument.ts';
import { type ConsoleAnswer, refused } from './ConsoleAnswer.ts';
import { adminDenied, findOwnBucket } from './findOwnBucket.ts';
import { isBucketAction, isObjectAction, isS3Action } from './s3Actions.ts';
import { readPolicy } from './readPolicy.ts';

/** Saves a bucket policy as the S3 console does, with its refusals; an empty text removes the policy. */
export function putBucketPolicy(account: FakeAccount, bucketName: string, jsonText: string): ConsoleAnswer {
  const found = findOwnBucket(account, bucketName);
  if ('refusal' in found) return found.refusal;
  const { bucket } = found;
  if (jsonText.trim() === '') {
    bucket.policy = null;
    return { ok: true };
  }
  const reading = readPolicy(jsonText);
  if ('problem' in reading) return refused('MalformedPolicy', reading.problem);
  for (const statement of reading.statements) {
    const problem = problemOf(account, bucket, statement);
    if (problem !== null) return refused('MalformedPolicy', problem);
  }
  const blocked = bucket.blockPublicAccess.BlockPublicPolicy || account.blockPublicAccess.BlockPublicPolicy;
  if (blocked && isPublicPolicy(reading.document)) {
    return adminDenied(
      account,
      bucket,
      's3:PutBucketPolicy',
      'public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.',
    );
  }
  bucket.policy = reading.document;
  return { ok: true };
}

function problemOf(account: FakeAccount, bucket: FakeBucket, statement: PolicyStatement): string | null {
  const principal = statement.Principal ?? statement.NotPrincipal;
  if (principal === undefined) return 'Missing required field Principal';
  const resources = asList(statement.Resource ?? statement.NotResource);
  const actions = asList(statement.Action ?? statement.NotAction);
  if (actions.length === 0) return 'Missing required field Action';
  if (resources.length === 0) return 'Missing required field Resource';
  if (typeof principal !== 'string') {
    const named = asList(principal['AWS']);
    const own = new Set(account.users.map((user) => user.name));
    const isKnown = (one: string) => {
      const user = /^arn:aws[\w-]*:iam::(\d{12}):user\/(?:.*\/)?([^/]+)$/.exec(one);
      // AWS looks its principals up: a user of this account must exist.
      if (user) return user[1] !== account.accountId || own.has(user[2] ?? '');
      return (
        one === '*' ||
        /^\d{12}$/.test(one) ||
        /^arn:aws[\w-]*:(iam|sts)::\d{12}:(root|role\/.+|assumed-role\/.+)$/.test(one)
      );
    };
    const kinds = Object.keys(principal).every((kind) =>
      ['AWS', 'Service', 'Federated', 'CanonicalUser'].includes(kind),
    );
    if (!kinds || !named.every(isKnown)) return 'Invalid principal in policy';
  }
  if (!actions.every(isS3Action)) return 'Policy has invalid action';
  const arn = bucketArn(bucket);
  // A wildcard may stand for more than the bucket, so long as it can mean it.
  const own = (resource: string) =>
    resource === arn || resource.startsWith(`${arn}/`) || matchesPattern(resource, arn);
  if (!resources.every(own)) return 'Policy has invalid resource';
  const hasBucket = resources.some((resource) => matchesPattern(resource, arn));
  const hasObjects = resources.some((resource) => resource.startsWith(`${arn}/`) || resource.endsWith('*'));
  const apply = actions.every(
    (action) => (hasBucket && isBucketAction(action)) || (hasObjects && isObjectAction(action)),
  );
  return apply ? null : 'Action does not apply to any resource(s) in statement';
}
