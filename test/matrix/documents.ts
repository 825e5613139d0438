import type { PolicyDocument, PolicyStatement } from '../../src/testing/s3/index.ts';
import { saved } from '../server/support/createWorld.ts';

/** The ARN of what lies under this key in the documented bucket. */
export const arnOf = (key: string) => `arn:aws:s3:::${saved.bucket}/${key}`;

/** All objects of the documented bucket. */
export const objects = arnOf('*');

/** A policy document of these statements. */
export const policyOf = (...statements: PolicyStatement[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: statements,
});

/** A statement that allows; with a principal one of a bucket policy. */
export const allow = (
  Action: string | string[],
  Resource: string | string[] = objects,
  Principal?: PolicyStatement['Principal'],
): PolicyStatement => ({ Effect: 'Allow', ...(Principal ? { Principal } : {}), Action, Resource });

/** A statement that denies. */
export const deny = (
  Action: string | string[],
  Resource: string | string[] = objects,
  more: Partial<PolicyStatement> = {},
): PolicyStatement => ({ Effect: 'Deny', Action, Resource, ...more });

/** What the guide allows everybody. */
export const publicRead = allow('s3:GetObject', objects, '*');

/** What the guide allows the user. */
export const writeAndDelete = allow(['s3:PutObject', 's3:DeleteObject']);

/** All four switches of Block Public Access, on. */
export const blocked = () => ({
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
});

/** A store that is not Amazon's: STS is not asked. */
export const elsewhere = { endpoint: 'https://s3.acme.test', forcePathStyle: true };
