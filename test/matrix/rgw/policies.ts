import { bucketPolicy, iamPolicy } from '../../../src/guide/index.ts';
import {
  createBucket,
  deleteBucketPolicy,
  deleteUserPolicy,
  putBucketPolicy,
  putPublicAccessBlock,
  putUserPolicy,
} from '../../support/rgw.ts';
import type { RgwWorld } from './createRgwWorld.ts';
import { check, complete, oneOf, type RgwFault, surely, upload } from './RgwFault.ts';

// RGW gives no reason with AccessDenied, so a policy that is not there looks like one that denies, and the user's like the bucket's.
const refusedOne = ['step:iam-policy:Action', 'step:bucket-policy'];
const refusedBoth = oneOf(
  'put_not_allowed',
  [
    'step:iam-policy:Resource',
    'step:iam-user',
    'step:iam-policy:Action',
    'step:bucket-policy',
    'field:bucket',
  ],
  { explicitDeny: false, otherAction: 'refused' },
);
const putRefused = oneOf('put_not_allowed', refusedOne, { explicitDeny: false, otherAction: 'allowed' });
const probe = 'tickets/.s3-attachments-probe';
const deleteRefused = oneOf('delete_not_allowed', refusedOne, { otherAction: 'allowed', leftBehind: probe });
const readRefused = oneOf('public_read_refused', ['step:public-access', 'step:bucket-policy']);
const signedReadRefused = oneOf('access_denied', ['step:iam-policy:Action', 'step:bucket-policy'], {
  action: 's3:GetObject',
});

const abort = 's3:AbortMultipartUpload';
const list = 's3:ListMultipartUploadParts';
const partsRefused = (...actions: string[]) =>
  oneOf('multipart_not_allowed', refusedOne, { actions, explicitDeny: false });

type Statement = Record<string, unknown>;

const policyOf = (...statements: Statement[]) => ({ Version: '2012-10-17', Statement: statements });
const allow = (Action: string | string[], Resource: string) => ({ Effect: 'Allow', Action, Resource });
const deny = (Action: string | string[], Resource: string) => ({ Effect: 'Deny', Action, Resource });
const filesOf = (bucket: string) => `arn:aws:s3:::${bucket}/*`;

/** Replaces the user's policy. */
const userMay = (statement: (bucket: string) => Statement) => (world: RgwWorld) =>
  putUserPolicy(world.rgw, world.user, policyOf(statement(world.bucket)));
/** Adds a statement to the user's policy. */
const userAlso = (statement: (bucket: string) => Statement) => (world: RgwWorld) =>
  putUserPolicy(world.rgw, world.user, policyOf(statement(world.bucket)), 'further');
/** Adds a statement to the bucket's policy. */
const bucketAlso = (statement: (world: RgwWorld) => Statement) => (world: RgwWorld) =>
  putBucketPolicy(
    world.rgw,
    world.bucket,
    policyOf(...bucketPolicy({ bucket: world.bucket }).Statement, statement(world)),
  );
/** Replaces the bucket's policy by the guide's with another resource. */
const bucketReads = (resource: (bucket: string) => string) => (world: RgwWorld) =>
  putBucketPolicy(
    world.rgw,
    world.bucket,
    policyOf({ ...allow('s3:GetObject', resource(world.bucket)), Principal: '*' }),
  );

const both = ['s3:PutObject', 's3:DeleteObject'];
const notAttached = ({ rgw, user }: RgwWorld) => deleteUserPolicy(rgw, user);
const onlyDelete = userMay((bucket) => allow('s3:DeleteObject', filesOf(bucket)));
const noBucketPolicy = ({ rgw, bucket }: RgwWorld) => deleteBucketPolicy(rgw, bucket);

/** Follows the guide for private links. */
const privately = (facts: { reads: boolean }) => async (world: RgwWorld) => {
  await noBucketPolicy(world);
  await world.setUp({ links: 'private' });
  if (!facts.reads) await userAlso((bucket) => deny('s3:GetObject', filesOf(bucket)))(world);
};

export const policies: RgwFault[] = [
  { fault: 'no s3:PutObject', expected: putRefused, ask: check({ make: onlyDelete }) },
  { fault: 'no s3:PutObject: upload', expected: putRefused, ask: upload({ make: onlyDelete }) },
  {
    fault: 'no s3:DeleteObject',
    expected: deleteRefused,
    ask: check({ make: userMay((bucket) => allow('s3:PutObject', filesOf(bucket))) }),
  },
  {
    fault: 'Resource without /*',
    expected: refusedBoth,
    ask: check({ make: userMay((bucket) => allow(both, `arn:aws:s3:::${bucket}`)) }),
  },
  {
    fault: 'Resource of another bucket',
    expected: refusedBoth,
    ask: check({ make: userMay((bucket) => allow(both, filesOf(`${bucket}-old`))) }),
  },
  {
    fault: 'Resource of another prefix',
    expected: refusedBoth,
    ask: check({
      make: ({ rgw, bucket, user }) =>
        putUserPolicy(rgw, user, iamPolicy({ bucket, keyPrefix: 'help-desk/' })),
      values: { keyPrefix: 'service/' },
    }),
  },
  { fault: 'policy not attached', expected: refusedBoth, ask: check({ make: notAttached }) },
  { fault: 'policy not attached: upload', expected: refusedBoth, ask: upload({ make: notAttached }) },
  {
    fault: 'explicit deny of all',
    expected: refusedBoth,
    ask: check({ make: userAlso((bucket) => deny('s3:*', filesOf(bucket))) }),
  },
  {
    fault: 'explicit deny of s3:PutObject',
    expected: putRefused,
    ask: check({ make: userAlso((bucket) => deny('s3:PutObject', filesOf(bucket))) }),
  },
  {
    // A policy reaches across accounts in RGW, so the one of the key's own account is followed to the letter.
    fault: 'somebody else’s bucket',
    expected: refusedBoth,
    ask: check({
      make: ({ rgw, bucket }) => createBucket(rgw, `${bucket}-rival`, rgw.rival),
      values: ({ bucket }) => ({ bucket: `${bucket}-rival` }),
    }),
  },
  {
    fault: 'the key of another account',
    expected: refusedBoth,
    ask: upload({
      values: ({ rgw: { rival } }) => ({
        accessKeyId: rival.accessKeyId,
        secretAccessKey: rival.secretAccessKey,
      }),
    }),
  },

  {
    fault: 'large files: the documented policy, without their permissions',
    // Who began an upload may list its parts: RGW refuses that by a denial only.
    expected: partsRefused(abort),
    ask: check({ values: { largeFiles: true } }),
  },
  {
    fault: 'large files: no s3:AbortMultipartUpload',
    expected: partsRefused(abort),
    ask: check({
      make: userMay((bucket) => allow([...both, list], filesOf(bucket))),
      values: { largeFiles: true },
    }),
  },
  {
    fault: 'large files: the user is denied s3:ListMultipartUploadParts',
    expected: partsRefused(list),
    ask: check({
      make: async (world) => {
        await userMay((bucket) => allow([...both, abort, list], filesOf(bucket)))(world);
        await userAlso((bucket) => deny(list, filesOf(bucket)))(world);
      },
      values: { largeFiles: true },
    }),
  },
  {
    fault: 'large files: the user is denied both',
    expected: partsRefused(abort, list),
    ask: check({
      make: userAlso((bucket) => deny([abort, list], filesOf(bucket))),
      values: { largeFiles: true },
    }),
  },
  {
    fault: 'large files: the user is denied s3:AbortMultipartUpload',
    expected: partsRefused(abort),
    ask: check({
      make: async (world) => {
        await userMay((bucket) => allow([...both, abort, list], filesOf(bucket)))(world);
        await userAlso((bucket) => deny(abort, filesOf(bucket)))(world);
      },
      values: { largeFiles: true },
    }),
  },
  {
    fault: 'large files: policy not attached',
    expected: refusedBoth,
    ask: check({ make: notAttached, values: { largeFiles: true } }),
  },

  { fault: 'no bucket policy', expected: readRefused, ask: check({ make: noBucketPolicy }) },
  { fault: 'no bucket policy: registered', expected: readRefused, ask: complete({ make: noBucketPolicy }) },
  {
    fault: 'bucket policy: Resource without /*',
    expected: readRefused,
    ask: check({ make: bucketReads((bucket) => `arn:aws:s3:::${bucket}`) }),
  },
  {
    fault: 'bucket policy: Resource of another bucket',
    expected: readRefused,
    ask: check({ make: bucketReads((bucket) => filesOf(`${bucket}-old`)) }),
  },
  {
    fault: 'bucket policy: Resource of another prefix: registered',
    expected: readRefused,
    ask: complete({ make: bucketReads((bucket) => filesOf(`${bucket}/help-desk`)) }),
  },
  {
    fault: 'Block Public Access on, so the bucket policy cannot be saved',
    expected: readRefused,
    ask: check({
      make: async (world) => {
        const { rgw, bucket } = world;
        await noBucketPolicy(world);
        await putPublicAccessBlock(rgw, bucket, { BlockPublicPolicy: true });
        const saved = putBucketPolicy(rgw, bucket, bucketPolicy({ bucket }));
        await saved.then(
          () => Promise.reject(new Error('RGW saved a public policy.')),
          () => undefined,
        );
      },
    }),
  },
  {
    fault: 'bucket policy denies everybody s3:GetObject',
    expected: readRefused,
    ask: check({
      make: bucketAlso(({ bucket }) => ({ ...deny('s3:GetObject', filesOf(bucket)), Principal: '*' })),
    }),
  },
  {
    fault: 'bucket policy denies the user',
    expected: refusedBoth,
    ask: check({
      make: bucketAlso(({ bucket, user }) => ({
        ...deny('s3:*', filesOf(bucket)),
        Principal: { AWS: `arn:aws:iam:::user/${user.name}` },
      })),
    }),
  },
  {
    fault: 'bucket policy denies everybody s3:PutObject',
    expected: putRefused,
    ask: check({
      make: bucketAlso(({ bucket }) => ({ ...deny('s3:PutObject', filesOf(bucket)), Principal: '*' })),
    }),
  },
  {
    fault: 'bucket policy denies everybody s3:PutObject: upload',
    expected: putRefused,
    ask: upload({
      make: bucketAlso(({ bucket }) => ({ ...deny('s3:PutObject', filesOf(bucket)), Principal: '*' })),
    }),
  },
  {
    fault: 'bucket policy denies everybody s3:DeleteObject',
    expected: deleteRefused,
    ask: check({
      make: bucketAlso(({ bucket }) => ({ ...deny('s3:DeleteObject', filesOf(bucket)), Principal: '*' })),
    }),
  },

  {
    fault: 'private links, and the user is denied s3:GetObject',
    expected: signedReadRefused,
    ask: check({ make: privately({ reads: false }), values: { links: 'private' } }),
  },
  {
    fault: 'private links, and the user is denied s3:GetObject: registered',
    expected: signedReadRefused,
    ask: complete({ make: privately({ reads: false }), values: { links: 'private' } }),
  },
  {
    fault: 'private links, but a public bucket',
    expected: surely('public_read_open', ['step:bucket-policy', 'step:public-access']),
    ask: check({
      make: ({ rgw, bucket, user }) => putUserPolicy(rgw, user, iamPolicy({ bucket, links: 'private' })),
      values: { links: 'private' },
    }),
  },
];
