import { describe, expect, it } from 'vitest';
import {
  type CheckedFacts,
  type GuideStepState,
  guideStates,
} from '../../src/components/settings/guide/guideStates.ts';
import type { BodyOf } from '../../src/contract/index.ts';
import { type GuideStep, guideSteps, iamPolicy } from '../../src/guide/index.ts';
import type { PolicyDocument } from '../../src/testing/s3/index.ts';
import { allow, blocked, deny, elsewhere, objects, policyOf, publicRead } from '../matrix/documents.ts';
import { base, createCdnWorld } from '../server/support/createCdnWorld.ts';
import {
  acmeAccount,
  createWorld,
  parts,
  saved,
  secret,
  type World,
  type WorldOptions,
} from '../server/support/createWorld.ts';

type Values = Partial<BodyOf<'checkConnection'>>;
type Parts = ReturnType<typeof parts>;

interface Setup {
  /** What is different in the documented account. */
  account?: (at: Parts) => void;
  values?: Values;
  facts?: Partial<CheckedFacts>;
  world?: WorldOptions;
  make?: (options: WorldOptions) => World;
}

/** What the real check tells of an account, as the guide shows it. */
async function statesOf({ account: change, values, facts, world, make = createWorld }: Setup = {}) {
  const account = acmeAccount();
  change?.(parts(account));
  const report = await make({ account, ...world }).call('administrator', 'checkConnection', {
    body: { ...saved, secretAccessKey: secret, ...values },
  });
  const links = values?.links ?? 'public';
  return guideStates(report, { links, cdn: Boolean(values?.publicBaseUrl), largeFiles: false, ...facts });
}

/** A state in a word, with the causes that begin there or why it is not known. */
function inWords(state: GuideStepState): string {
  if (state.status === 'done') return 'done';
  if (state.status !== 'unknown') {
    const codes = state.findings.map(({ verdict, tone }) => `${tone} ${verdict.diagnosis.code}`);
    return `${state.status}: ${codes.join(', ')}`;
  }
  return `unknown: ${state.why.reason === 'permission' ? state.why.permission : state.why.reason}`;
}

/** The steps that are not simply done. */
const notDone = (states: Record<GuideStep, GuideStepState>) =>
  Object.fromEntries(
    guideSteps.filter((step) => states[step].status !== 'done').map((step) => [step, inWords(states[step])]),
  );

const openToWriters = ({ bucket }: Parts) => {
  bucket.policy = policyOf(publicRead, allow(['s3:PutObject', 's3:DeleteObject'], objects, '*'));
};
const privately = ({ bucket, policy }: Parts) => {
  bucket.policy = null;
  bucket.blockPublicAccess = blocked();
  policy.document = iamPolicy({ bucket: saved.bucket, links: 'private' }) as PolicyDocument;
};
const unblocked = { ...blocked(), BlockPublicPolicy: false, RestrictPublicBuckets: false };
const privateLinks = { links: 'private' } as const;

it('knows of no step without a check', () => {
  const states = guideStates(null, { links: 'public', largeFiles: false, cdn: false });
  expect(Object.values(states).map(inWords)).toEqual(Array(7).fill('unknown: unchecked'));
});

it('ticks every step of the documented set-up', async () => {
  expect(notDone(await statesOf())).toEqual({});
});

it('says with private links that only another permission would tell whether Block Public Access is on', async () => {
  const untold = { 'public-access': 'unknown: s3:GetBucketPublicAccessBlock' };
  expect(notDone(await statesOf({ account: privately, values: privateLinks }))).toEqual(untold);
  const off = (at: Parts) => {
    privately(at);
    at.bucket.blockPublicAccess = unblocked;
  };
  expect(notDone(await statesOf({ account: off, values: privateLinks }))).toEqual(untold);
});

it('ticks no IAM policy with private links that cannot be signed', async () => {
  const states = await statesOf({
    account: (at) => {
      privately(at);
      at.policy.document = policyOf(allow(['s3:PutObject', 's3:DeleteObject']));
    },
    values: privateLinks,
  });
  expect(states['iam-policy'].status).toBe('not_done');
  expect(states['bucket-policy']).toEqual({ status: 'unknown', why: { reason: 'untold' } });
});

it('warns at the bucket policy where private links open for everybody', async () => {
  const states = await statesOf({
    account: (at) => {
      privately(at);
      at.bucket.policy = policyOf(publicRead);
      at.bucket.blockPublicAccess = unblocked;
    },
    values: privateLinks,
  });
  expect(notDone(states)).toMatchObject({
    'public-access': 'suspect: warning public_read_open',
    'bucket-policy': 'warning: warning public_read_open',
  });
});

it('proves nothing of the key where the world may write too', async () => {
  const untold = {
    'iam-policy': 'unknown: world',
    'iam-user': 'unknown: world',
    'access-key': 'unknown: world',
  };
  const opened = { 'bucket-policy': 'warning: warning bucket_world_writable', ...untold };
  expect(notDone(await statesOf({ account: openToWriters }))).toEqual(opened);
  const nothingAllowed = (at: Parts) => {
    openToWriters(at);
    at.policy.document = policyOf(deny('s3:GetObject'));
  };
  expect(notDone(await statesOf({ account: nothingAllowed }))).toEqual(opened);
});

it('proves nothing of policy and access key by what the root user may do', async () => {
  const root = ({ user }: Parts) => void Object.assign(user, { root: true, policies: [] });
  expect(notDone(await statesOf({ account: root }))).toEqual({
    'iam-policy': 'unknown: root',
    'iam-user': 'warning: warning root_key',
    'access-key': 'unknown: root',
  });
});

it('warns at the IAM policy of a key that may do far more, and ticks the rest', async () => {
  const powerful = ({ policy }: Parts) => void (policy.document = policyOf(allow('s3:*', '*')));
  expect(notDone(await statesOf({ account: powerful }))).toEqual({
    'iam-policy': 'warning: warning key_too_powerful',
  });
});

it('ticks no IAM policy that cannot delete, and still its user and key', async () => {
  const states = await statesOf({
    account: ({ policy }) => void (policy.document = policyOf(allow('s3:PutObject'))),
  });
  expect(notDone(states)).toEqual({ 'iam-policy': 'not_done: error delete_not_allowed' });
});

it('shows what failed before what is only a warning, and counts it as not done', async () => {
  const states = await statesOf({
    account: ({ policy }) =>
      void (policy.document = policyOf(allow(['s3:PutObject']), allow('s3:ListAllMyBuckets', '*'))),
  });
  expect(inWords(states['iam-policy'])).toBe('not_done: error delete_not_allowed, warning key_too_powerful');
});

it('names both steps where a link is refused for one of two reasons, and ticks neither', async () => {
  const states = await statesOf({ account: ({ bucket }) => void (bucket.policy = null) });
  expect(notDone(states)).toEqual({
    'public-access': 'suspect: error public_read_refused',
    'bucket-policy': 'not_done: error public_read_refused',
  });
});

it('looks beyond a warning at what may be at fault in the same step', async () => {
  const states = await statesOf({
    account: ({ bucket }) => {
      bucket.policy = policyOf(
        deny('s3:GetObject', objects, { Principal: '*' }),
        allow('s3:ListBucket', objects.replace('/*', ''), '*'),
      );
    },
  });
  expect(states['bucket-policy'].status).not.toBe('warning');
  expect(inWords(states['bucket-policy'])).toMatch(/error .*warning bucket_world_listable/);
});

it('proves neither public access nor bucket policy by a link that a CDN opens', async () => {
  const behind = { values: { publicBaseUrl: base }, make: (o: WorldOptions) => createCdnWorld(o).world };
  expect(notDone(await statesOf(behind))).toEqual({
    'public-access': 'unknown: cdn',
    'bucket-policy': 'unknown: cdn',
  });
});

it('takes no notice of a CDN with private links', async () => {
  const behind = { values: privateLinks, facts: { cdn: true } };
  expect(notDone(await statesOf({ account: privately, ...behind }))).toEqual({
    'public-access': 'unknown: s3:GetBucketPublicAccessBlock',
  });
});

it('ticks at another storage what the check proves by its effect, and not whose key it is', async () => {
  const world = { allowPrivateEndpoints: true };
  expect(notDone(await statesOf({ values: elsewhere, world }))).toEqual({
    'iam-user': 'unknown: amazon_only',
  });
  const there = { account: privately, values: { ...elsewhere, ...privateLinks }, world };
  expect(notDone(await statesOf(there))).toEqual({
    'public-access': 'unknown: amazon_only',
    'iam-user': 'unknown: amazon_only',
  });
});

describe('the permissions for large files', () => {
  const wanted = { values: { largeFiles: true }, facts: { largeFiles: true } };
  const may =
    (...actions: string[]) =>
    ({ policy }: Parts) =>
      void (policy.document = policyOf(allow(['s3:PutObject', 's3:DeleteObject', ...actions])));
  const abort = 's3:AbortMultipartUpload';
  const list = 's3:ListMultipartUploadParts';

  it('are ticked where the check was asked for them, and S3 granted both', async () => {
    expect(notDone(await statesOf({ ...wanted, account: may(abort, list) }))).toEqual({});
  });

  it.each([[[]], [[abort]], [[list]]])(
    'are a warning, with the part to change, where only %j is granted',
    async (granted) => {
      const states = await statesOf({ ...wanted, account: may(...granted) });
      expect(notDone(states)).toEqual({ 'iam-policy': 'warning: warning multipart_not_allowed' });
      expect(states['iam-policy']).toMatchObject({ part: 'Action' });
    },
  );

  it('are not ticked by a backend that does not ask for them', async () => {
    expect(notDone(await statesOf({ facts: { largeFiles: true }, account: may(abort, list) }))).toEqual({
      'iam-policy': 'unknown: untold',
    });
  });

  it('are nobody’s business where they are not wanted', async () => {
    expect(notDone(await statesOf({ account: may() }))).toEqual({});
  });
});

it('knows of the bucket alone where no secret was entered', async () => {
  const { secretAccessKey: _, ...typed } = { ...saved, secretAccessKey: secret };
  const report = await createWorld().call('administrator', 'checkConnection', { body: typed });
  const states = guideStates(report, { links: 'public', largeFiles: false, cdn: false });
  expect(guideSteps.filter((step) => states[step].status === 'done')).toEqual(['create-bucket', 'cors']);
});

it('ticks the bucket that is in another region than the form says', async () => {
  expect(notDone(await statesOf({ values: { region: 'eu-west-1' } }))).toEqual({});
});

it('names the permission that would tell where a test object could not be stored', async () => {
  const states = await statesOf({
    account: ({ policy }) => void (policy.document = policyOf(allow('s3:DeleteObject'))),
  });
  expect(notDone(states)).toMatchObject({
    'public-access': 'unknown: s3:PutObject',
    'bucket-policy': 'unknown: s3:PutObject',
    'iam-policy': 'not_done: error put_not_allowed',
    'access-key': 'unknown: untold',
  });
});

it('ticks user and key without STS where the key is refused the list of all buckets', async () => {
  const noSts = {
    between: (_: unknown, url: string) => {
      if (new URL(url).host.startsWith('sts.')) throw new TypeError('No way out.');
      return null;
    },
  };
  expect(notDone(await statesOf({ world: noSts }))).toEqual({});
});
