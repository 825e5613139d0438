import type { ChangeToKeep } from '@triage-ai/s3-attachments/server';
import { documentedAccount, type FakeAccount, type FakeBackend } from '@triage-ai/s3-attachments/testing';
import { delay, HttpResponse, http, type RequestHandler } from 'msw';
import type { StoryBackend } from '../../.storybook/serveBackend.ts';
import { baseUrl } from './Panel.tsx';

/** The four values of the documented account: with them everything works. */
export const values = {
  'Bucket name': 'triage-ai-attachments',
  'AWS Region': 'eu-central-1',
  'Access key ID': 'AKIAFAKETRIAGEAI2345',
  'Secret access key': 'fakeSecret/ofThePracticeAccount+OnlyABCD',
} as const;

/** A second key of the same IAM user. */
export const secondKey = {
  accessKeyId: 'AKIAFAKETRIAGEAI6789',
  secretAccessKey: 'secondSecret/ofThePracticeAccount+OnlyAB',
} as const;

/** What a story's parameters say of the world behind its panel. */
export const world = (backend: () => StoryBackend) => ({ backend });

/** The documented account, set up in triage.ai, and then what happened in AWS or in the store. */
export const configured = (
  then: (backend: FakeBackend) => Promise<unknown> | unknown = () => {},
  http: () => RequestHandler[] = () => [],
) =>
  world(() => ({
    account: documentedAccount(),
    http: http(),
    prepare: async (backend) => {
      await backend.configure();
      await then(backend);
    },
  }));

/** The same, where AWS was changed afterwards. */
export const changedInAws = (change: (account: FakeAccount) => void) =>
  configured(({ s3 }) => change(s3.account));

/** The bucket policy lets everybody list the bucket: it works, and somebody should know. */
export const letStrangersList = ({ buckets: [bucket] }: FakeAccount) => {
  if (!bucket) return;
  const arn = `arn:aws:s3:::${bucket.name}`;
  const toAll = { Effect: 'Allow', Principal: '*' } as const;
  bucket.policy = {
    Version: '2012-10-17',
    Statement: [
      { ...toAll, Action: 's3:GetObject', Resource: `${arn}/*` },
      { ...toAll, Action: 's3:ListBucket', Resource: arn },
    ],
  };
};

/** The IAM policy allows these actions only. */
export const allowOnly =
  (...actions: string[]) =>
  ({ buckets: [bucket], users: [user] }: FakeAccount) => {
    const [policy] = user?.policies ?? [];
    if (!policy) return;
    policy.document = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: actions, Resource: `arn:aws:s3:::${bucket?.name}/*` }],
    };
  };

/** The bucket has no CORS rules. */
export const noCors = ({ buckets: [bucket] }: FakeAccount) => {
  if (bucket) bucket.cors = null;
};

/** A request of the panel that never gets an answer. */
export const unanswered = (method: 'get' | 'post' | 'put', path: string) =>
  http[method](`*${baseUrl}${path}`, async () => {
    await delay('infinite');
    return HttpResponse.json({});
  });

/** A request of the panel that does not get through. */
export const unreachable = (method: 'get' | 'post' | 'put', path: string) =>
  http[method](`*${baseUrl}${path}`, () => HttpResponse.error());

const changedBy = (row: { bucket: string; region: string }, over: { bucket?: string; region?: string }) =>
  (['bucket', 'region'] as const).flatMap((field) =>
    over[field] === undefined ? [] : [{ field, before: row[field], after: over[field] }],
  );

/** What a store is told of a save, where the story is about something else. */
export const someChange: ChangeToKeep = {
  at: new Date(),
  by: 'ada',
  deed: { kind: 'settings', fields: [] },
};

/** Another administrator saves over what is saved. */
export const saveAsGrace = async ({ store }: FakeBackend, over: { bucket?: string; region?: string }) => {
  const row = await store.readSettings();
  if (!row) throw new Error('Nothing is saved yet.');
  const at = new Date();
  const deed = { kind: 'settings', fields: changedBy(row, over) } as const;
  const change = { at, by: 'grace', deed };
  await store.saveSettings({ ...row, ...over, savedAt: at, savedBy: 'grace' }, row.version, change);
};
