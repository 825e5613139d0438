import {
  attachPolicies,
  type ConsoleAnswer,
  createAccessKey,
  createBucket,
  createPolicy,
  createUser,
  type ObjectStorage,
  updateAccessKey,
} from '@triage-ai/s3-attachments/testing';
import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { ownBuckets } from './openParts.ts';
import type { PracticeAccount } from './openPracticeAccount.ts';

/** What the routes work on. */
export interface ResourcesOptions {
  practice: PracticeAccount;
  objects: ObjectStorage;
  /** Answers a request after AWS did, with the new state beside `and`. */
  finish: (context: Context, answer: ConsoleAnswer, and?: object) => Promise<Response>;
}

const name = z.string().check(z.maxLength(256));
const bucketSchema = z.strictObject({ name, region: name, blockPublicAccess: z.boolean() });
const policySchema = z.strictObject({ name, text: z.string() });
const userSchema = z.strictObject({ name, policies: z.array(name) });
const attachSchema = z.strictObject({ policies: z.array(name) });
const keySchema = z.strictObject({ description: name });
const statusSchema = z.strictObject({ status: z.enum(['Active', 'Inactive', 'Deleted']) });

const done: ConsoleAnswer = { ok: true };

/** Buckets, policies, users and access keys: made, changed and deleted as in the consoles of S3 and IAM. */
export function createResources({ practice, objects, finish }: ResourcesOptions): Hono {
  const { account } = practice;
  const app = new Hono();

  // The documented account is there to be broken and mended: its one bucket and its one user are what its documents are about.
  for (const path of ['/buckets/*', '/policies/*', '/users', '/users/:user', '/users/:user/policies']) {
    app.use(path, async (context, next) => {
      if (practice.began === 'empty') return next();
      return context.json({ message: 'Start from an empty account first.' }, 409);
    });
  }

  app.post('/buckets', (context) =>
    read(context, bucketSchema, (body) => finish(context, createBucket(account, body))),
  );
  app.delete('/buckets/:bucket', async (context) => {
    const bucket = ownBuckets(account).find((one) => one.name === context.req.param('bucket'));
    if (!bucket) return context.notFound();
    account.buckets = account.buckets.filter((one) => one !== bucket);
    const ids = [
      ...(await objects.list(`${bucket.name}/`)),
      ...(await objects.list(`.multipart/${bucket.name}/`)),
    ];
    await Promise.all(ids.map((id) => objects.delete(id)));
    return finish(context, done);
  });

  app.post('/policies', (context) =>
    read(context, policySchema, (body) => finish(context, createPolicy(account, body.name, body.text))),
  );
  app.delete('/policies/:policy', (context) => {
    const policy = account.policies?.find((one) => one.name === context.req.param('policy'));
    if (!policy) return context.notFound();
    // The IAM console detaches it first.
    for (const user of account.users) {
      user.policies = user.policies.filter((one) => one.name !== policy.name);
    }
    account.policies = account.policies?.filter((one) => one !== policy) ?? [];
    return finish(context, done);
  });

  app.post('/users', (context) =>
    read(context, userSchema, (body) => finish(context, createUser(account, body.name, body.policies))),
  );
  app.delete('/users/:user', (context) => {
    const user = account.users.find((one) => one.name === context.req.param('user'));
    if (!user) return context.notFound();
    account.users = account.users.filter((one) => one !== user);
    return finish(context, done);
  });
  app.put('/users/:user/policies', (context) =>
    read(context, attachSchema, (body) =>
      finish(context, attachPolicies(account, context.req.param('user'), body.policies)),
    ),
  );

  app.post('/users/:user/access-keys', (context) =>
    read(context, keySchema, (body) => {
      const answer = createAccessKey(account, context.req.param('user'), body.description);
      if (!answer.ok) return finish(context, answer);
      const { accessKeyId, secretAccessKey } = answer.key;
      return finish(context, done, { key: { accessKeyId, secretAccessKey } });
    }),
  );
  app.put('/users/:user/access-keys/:key', (context) =>
    read(context, statusSchema, ({ status }) =>
      finish(context, updateAccessKey(account, context.req.param('user'), context.req.param('key'), status)),
    ),
  );
  return app;
}

async function read<S extends z.ZodMiniType>(
  context: Context,
  schema: S,
  then: (body: z.infer<S>) => Promise<Response>,
): Promise<Response> {
  const result = schema.safeParse(await context.req.json().catch(() => null));
  if (!result.success) return context.json({ message: 'That is not what this address takes.' }, 400);
  return then(result.data);
}
