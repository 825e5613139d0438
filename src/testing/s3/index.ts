// In: a Request to an S3 or STS host, and an AWS account as plain documents.
// Out: the Response that Amazon would give, refusals and their reasons included; and what an administrator does in the console.
// May import: nothing of ours, only web standards and hash-wasm.
export { createFakeS3, type FakeS3, type FakeS3LogEntry, type FakeS3Options } from './createFakeS3.ts';
export type {
  BlockPublicAccess,
  CorsRule,
  FakeAccessKey,
  FakeAccount,
  FakeBucket,
  FakeEncryption,
  FakeOutage,
  FakeUser,
  NamedPolicy,
} from './account/FakeAccount.ts';
export type {
  PolicyCondition,
  PolicyDocument,
  PolicyPrincipal,
  PolicyStatement,
  PolicyValue,
} from './account/PolicyDocument.ts';
export { documentedAccount, type DocumentedAccountOptions } from './account/documentedAccount.ts';
export { emptyAccount } from './account/emptyAccount.ts';
export type { ObjectMeta, ObjectStorage, StoredBytes } from './storage/ObjectStorage.ts';
export { createMemoryStorage } from './storage/createMemoryStorage.ts';
export { attachPolicies } from './console/attachPolicies.ts';
export type { ConsoleAnswer, ConsoleRefusal } from './console/ConsoleAnswer.ts';
export { createAccessKey } from './console/createAccessKey.ts';
export { createBucket, type NewBucket } from './console/createBucket.ts';
export { createPolicy } from './console/createPolicy.ts';
export { createUser } from './console/createUser.ts';
export { putBlockPublicAccess } from './console/putBlockPublicAccess.ts';
export { putBucketCors } from './console/putBucketCors.ts';
export { putBucketPolicy } from './console/putBucketPolicy.ts';
export { putPolicy } from './console/putPolicy.ts';
export { putUserPolicy } from './console/putUserPolicy.ts';
export { updateAccessKey } from './console/updateAccessKey.ts';
