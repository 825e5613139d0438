// Stryker disable StringLiteral: sentences for a person; the tests hold which of them is said, not how it reads.
/** What AWS needs after a change: IAM passes it on with a delay. */
export const justChanged =
  'If you changed the key or the policy a moment ago, wait half a minute and check again: AWS needs some seconds to pass it on.';

/** Where a policy is edited. */
export const openPolicy = 'In the AWS console open IAM, “Policies”, the policy for triage.ai, “Edit”';

/** The user of a key, by ARN where it is known, to begin a sentence with. */
export const user = (arn: string | undefined) =>
  arn ? `The user ${arn}` : 'The IAM user of this access key';
