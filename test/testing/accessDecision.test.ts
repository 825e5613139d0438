import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PolicyStatement } from '../../src/testing/s3/index.ts';
import { decideAccess } from '../../src/testing/s3/access/decideAccess.ts';
import { isPublicPolicy } from '../../src/testing/s3/access/isPublicPolicy.ts';
import { matchesPattern } from '../../src/testing/s3/access/matchesPattern.ts';
import type { Caller } from '../../src/testing/s3/signing/Caller.ts';
import { createWorld } from './createWorld.ts';

const arn = 'arn:aws:s3:::triage-ai-attachments';
const action = fc.constantFrom('s3:PutObject', 's3:GetObject', 's3:DeleteObject');
const pattern = fc.constantFrom('*', 's3:*', 's3:Put*', 's3:GetObject', 's3:DeleteObject');
const resource = fc.constantFrom(`${arn}/*`, arn, `${arn}/a/*`, '*', 'arn:aws:s3:::other/*');
const effect = fc.constantFrom<'Allow' | 'Deny'>('Allow', 'Deny');
const statement: fc.Arbitrary<PolicyStatement> = fc.record({
  Effect: effect,
  Action: pattern,
  Resource: resource,
});
const publicStatement = statement.map((one): PolicyStatement => ({ ...one, Principal: '*' }));

const decide = (
  identity: readonly PolicyStatement[],
  bucketStatements: readonly PolicyStatement[],
  asked: string,
  kind: Caller['kind'] = 'user',
) => {
  const { account, bucket, user } = createWorld();
  user.policies = [{ name: 'p', document: { Statement: identity } }];
  bucket.policy = { Statement: bucketStatements };
  const caller: Caller =
    kind === 'anonymous'
      ? { kind }
      : {
          kind,
          user,
          arn: 'arn:aws:iam::111122223333:user/u',
          accountId: account.accountId,
          authType: 'REST-HEADER',
          signatureAge: 0,
        };
  return decideAccess({ account, caller, bucket, action: asked, resource: `${arn}/a/b`, context: new Map() });
};

it('never allows what any statement denies', () => {
  fc.assert(
    fc.property(fc.array(statement), fc.array(publicStatement), action, (identity, bucket, asked) => {
      const all = { Effect: 'Deny', Action: '*', Resource: '*' } as const;
      expect(decide([...identity, all], bucket, asked)).not.toBeNull();
      expect(decide(identity, [...bucket, { ...all, Principal: '*' }], asked)).not.toBeNull();
    }),
  );
});

it('never takes away by allowing more', () => {
  fc.assert(
    fc.property(
      fc.array(statement),
      fc.array(publicStatement),
      statement,
      action,
      (identity, bucket, extra, asked) => {
        fc.pre(decide(identity, bucket, asked) === null);
        expect(decide([...identity, { ...extra, Effect: 'Allow' }], bucket, asked)).toBeNull();
      },
    ),
  );
});

it('decides the same in whatever order the statements stand', () => {
  fc.assert(
    fc.property(fc.array(statement), fc.array(publicStatement), action, (identity, bucket, asked) => {
      const backwards = decide(identity.toReversed(), bucket.toReversed(), asked);
      expect(backwards).toBe(decide(identity, bucket, asked));
    }),
  );
});

it('never allows anonymous callers what a user without policies may not', () => {
  fc.assert(
    fc.property(fc.array(publicStatement), action, (bucket, asked) => {
      const anonymous = decide([], bucket, asked, 'anonymous');
      if (anonymous === null) expect(decide([], bucket, asked)).toBeNull();
      else expect(anonymous).toBe('');
    }),
  );
});

it('matches patterns as a regular expression would', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '.', '/'), maxLength: 12 });
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?'), maxLength: 8 }),
      letters,
      (glob, text) => {
        const source = glob.replace(/[.]/g, '\\.').replaceAll('*', '.*').replaceAll('?', '.');
        expect(matchesPattern(glob, text)).toBe(new RegExp(`^${source}$`).test(text));
      },
    ),
    { numRuns: 2000 },
  );
});

it('answers a hostile pattern at once', () => {
  expect(matchesPattern('*a'.repeat(200), 'a'.repeat(5000) + 'b')).toBe(false);
});

it('calls a policy public unless something fixed narrows it down', () => {
  const open: PolicyStatement = {
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: `${arn}/*`,
  };
  const narrowed = (Condition: NonNullable<PolicyStatement['Condition']>) =>
    isPublicPolicy({ Statement: { ...open, Condition } });
  expect(isPublicPolicy({ Statement: open })).toBe(true);
  expect(isPublicPolicy({ Statement: { ...open, Principal: { AWS: ['*'] } } })).toBe(true);
  expect(isPublicPolicy({ Statement: { ...open, Effect: 'Deny' } })).toBe(false);
  expect(isPublicPolicy({ Statement: { ...open, Principal: { AWS: '111122223333' } } })).toBe(false);
  expect(narrowed({ StringEquals: { 'aws:SourceVpce': 'vpce-1' } })).toBe(false);
  expect(narrowed({ StringLike: { 'aws:SourceVpce': '*' } })).toBe(true);
  expect(narrowed({ IpAddress: { 'aws:SourceIp': '198.51.100.0/24' } })).toBe(false);
  expect(narrowed({ IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } })).toBe(true);
  expect(narrowed({ StringEquals: { 'aws:Referer': 'https://desk.test/' } })).toBe(true);
});
