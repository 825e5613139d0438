import { emptyAccount, type FakeAccount } from '@triage-ai/s3-attachments/testing';

/** Names that come to mind first; somebody else had them first. */
const taken = ['attachments', 'my-attachments', 'my-bucket', 'support', 'test', 'triage', 'triage-ai'];

/** An account with nothing in it, in a world where other accounts have buckets. */
export function emptyPracticeAccount(): FakeAccount {
  const account = emptyAccount();
  const blockPublicAccess = {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  };
  return {
    ...account,
    buckets: taken.map((name) => ({
      name,
      region: 'us-east-1',
      ownerAccountId: '999988887777',
      blockPublicAccess: { ...blockPublicAccess },
      policy: null,
      cors: null,
    })),
    policies: [],
  };
}
