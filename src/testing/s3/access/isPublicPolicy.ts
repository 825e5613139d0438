import type { PolicyDocument, PolicyStatement } from '../account/PolicyDocument.ts';
import { asList } from './asList.ts';

/** Condition keys that, with a fixed value, make a grant to everybody not public. */
const fixing = new Set([
  'aws:sourceip',
  'aws:sourcearn',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceowner',
  'aws:sourceaccount',
  'aws:principalorgid',
  'aws:principalarn',
  'aws:principalaccount',
  'aws:userid',
  's3:dataaccesspointarn',
  's3:dataaccesspointaccount',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
]);

/** Whether S3 calls a bucket policy public: it allows something to everybody, and nothing narrows that down. */
export function isPublicPolicy(document: PolicyDocument | null): boolean {
  return asList<PolicyStatement>(document?.Statement).some(
    (statement) => statement.Effect === 'Allow' && isEverybody(statement) && !isNarrowed(statement),
  );
}

function isEverybody({ Principal, NotPrincipal }: PolicyStatement): boolean {
  if (NotPrincipal !== undefined) return true;
  if (Principal === undefined) return false;
  return typeof Principal === 'string' || asList(Principal.AWS).includes('*');
}

function isNarrowed({ Condition }: PolicyStatement): boolean {
  return Object.entries(Condition ?? {}).some(
    ([operator, keys]) =>
      !/Not|IfExists|Null/.test(operator) &&
      Object.entries(keys).some(
        ([key, values]) =>
          fixing.has(key.toLowerCase()) &&
          !asList(values).some((value) => /\*|^0\.0\.0\.0\/0$|^::\/0$/.test(String(value))),
      ),
  );
}
