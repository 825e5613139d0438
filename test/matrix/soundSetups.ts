import type { BodyOf } from '../../src/contract/index.ts';
import { bucketPolicy, corsRules, iamPolicy } from '../../src/guide/index.ts';
import { documentedAccount, type FakeAccount } from '../../src/testing/s3/index.ts';
import { parts, saved, secret, site } from '../server/support/createWorld.ts';
import { allow, arnOf, blocked, deny, elsewhere, objects, policyOf } from './documents.ts';
import type { Parts } from './Fault.ts';

/** A correct set-up: nothing may be said of it. */
export interface SoundSetup {
  setup: string;
  account: FakeAccount;
  /** What is saved and checked beside or instead of the documented values. */
  values: Partial<BodyOf<'saveSettings'>>;
}

/** The documents of the guide in an account, made out for these values. */
function guided(
  setup: string,
  values: Partial<BodyOf<'saveSettings'>> = {},
  edit: (at: Parts) => unknown = () => undefined,
): SoundSetup {
  const { bucket, region } = { ...saved, ...values };
  const { keyPrefix = '', links = 'public', largeFiles = false } = values;
  const facts = { bucket, region, keyPrefix, links, largeFiles };
  const account = documentedAccount({ ...saved, bucket, region, secretAccessKey: secret });
  const at = { ...parts(account), account };
  at.bucket.policy = facts.links === 'public' ? (bucketPolicy(facts) as never) : null;
  at.bucket.cors = corsRules();
  at.policy.document = iamPolicy(facts) as never;
  if (facts.links === 'private') at.bucket.blockPublicAccess = blocked();
  edit(at);
  return { setup, account, values };
}

const rule = {
  AllowedHeaders: ['*'],
  AllowedMethods: ['PUT', 'HEAD', 'GET', 'DELETE'],
  AllowedOrigins: ['*'],
};

/** Correct set-ups: the documented one, and what may be different without being wrong. */
export const soundSetups: readonly SoundSetup[] = [
  { setup: 'as documented', account: documentedAccount({ ...saved, secretAccessKey: secret }), values: {} },
  guided('as the guide writes the documents'),
  guided('with a prefix', { keyPrefix: 'help-desk/' }),
  guided('with a prefix of several folders', { keyPrefix: 'help-desk/2026/' }),
  guided('with private links', { links: 'private' }),
  guided('with private links and a prefix', { links: 'private', keyPrefix: 'help-desk/' }),
  guided('with private links, blocked for the whole account', { links: 'private' }, ({ account }) => {
    account.blockPublicAccess = blocked();
  }),
  guided('with permissions for large files', { largeFiles: true }),
  guided('with permissions for large files, private links and a prefix', {
    largeFiles: true,
    links: 'private',
    keyPrefix: 'help-desk/',
  }),
  guided('with permissions for large files at an endpoint of one’s own', { ...elsewhere, largeFiles: true }),
  guided('permissions for large files granted, and not asked for', {}, ({ policy }) => {
    policy.document = iamPolicy({ bucket: saved.bucket, largeFiles: true }) as never;
  }),
  guided('path style', { forcePathStyle: true }),
  guided('dotted bucket name', { bucket: 'files.acme.test' }),
  guided('in China', { region: 'cn-north-1' }),
  guided('in GovCloud', { region: 'us-gov-west-1' }),
  guided('in the oldest region', { region: 'us-east-1' }),
  guided('at an endpoint of one’s own', elsewhere),
  guided('at Amazon’s endpoint, typed', { endpoint: 'https://s3.eu-central-1.amazonaws.com/' }),
  guided('policies with more statements that do no harm', {}, ({ bucket, policy, account }) => {
    bucket.policy = policyOf(
      allow('s3:GetObject', objects, '*'),
      deny('s3:*', [objects, objects.replace('/*', '')], {
        Principal: '*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
      allow('s3:ListBucket', objects.replace('/*', ''), { AWS: account.accountId }),
      deny('s3:GetObject', arnOf('reports/*'), { Principal: '*' }),
    );
    policy.document = policyOf(
      allow(['s3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload']),
      deny('s3:*', 'arn:aws:s3:::payroll/*'),
    );
  }),
  guided('IAM policy for the attachments’ folder alone', {}, ({ bucket, policy }) => {
    bucket.policy = policyOf(allow('s3:GetObject', arnOf('tickets/*'), '*'));
    policy.document = policyOf(allow(['s3:PutObject', 's3:DeleteObject'], arnOf('tickets/*')));
  }),
  guided('IAM policy with wildcards in its actions', {}, ({ policy }) => {
    policy.document = policyOf(allow(['s3:Put*', 's3:Delete*']));
  }),
  guided('user may read and list the bucket too', {}, ({ policy }) => {
    policy.document = policyOf(
      allow(['s3:PutObject', 's3:DeleteObject', 's3:GetObject']),
      allow('s3:ListBucket', objects.replace('/*', '')),
    );
  }),
  guided('the user is named in the bucket policy', {}, ({ bucket, user, account }) => {
    const arn = `arn:aws:iam::${account.accountId}:user/${user.name}`;
    user.policies = [];
    bucket.policy = policyOf(
      allow('s3:GetObject', objects, '*'),
      allow(['s3:PutObject', 's3:DeleteObject'], objects, { AWS: arn }),
    );
  }),
  guided('with a permissions boundary and an organisation that allow it', {}, ({ user }) => {
    user.permissionsBoundary = policyOf(allow('s3:*', '*'));
    user.deniedByServiceControlPolicy = policyOf(deny('ec2:*', '*'));
  }),
  guided('CORS for the site’s own origin alone', {}, ({ bucket }) => {
    bucket.cors = [{ ...rule, AllowedOrigins: [site] }];
  }),
  guided('CORS with POST, as the guide offers it', {}, ({ bucket }) => {
    bucket.cors = corsRules({ post: true });
  }),
  guided('CORS for all subdomains', {}, ({ bucket }) => {
    bucket.cors = [{ ...rule, AllowedOrigins: ['https://*.acme.test'] }];
  }),
  guided('CORS in two rules', {}, ({ bucket }) => {
    bucket.cors = [
      { ...rule, AllowedMethods: ['PUT', 'DELETE'], AllowedOrigins: [site] },
      { ...rule, AllowedMethods: ['GET', 'HEAD'] },
    ];
  }),
  guided('CORS with the two headers that uploads send', {}, ({ bucket }) => {
    bucket.cors = [{ ...rule, AllowedHeaders: ['Content-Type', 'Content-Disposition'] }];
  }),
  guided('CORS that exposes the ETag', {}, ({ bucket }) => {
    bucket.cors = [{ ...rule, ExposeHeaders: ['ETag'] }];
  }),
  guided('encrypted with keys of S3’s own (SSE-S3)', {}, ({ bucket }) => {
    bucket.encryption = { type: 'AES256' };
  }),
  guided('Object Ownership with ACLs', {}, ({ bucket }) => {
    bucket.objectOwnership = 'ObjectWriter';
  }),
];
