import type { ConsoleAnswer, ObjectStorage } from '@triage-ai/s3-attachments/testing';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { correctParts } from './correctParts.ts';
import { createResources } from './createResources.ts';
import { openParts } from './openParts.ts';
import type { PracticeAccount } from './openPracticeAccount.ts';
import { practiceSections } from './PracticeState.ts';
import { readPracticeState } from './readPracticeState.ts';
import { sections } from './sections.ts';

/** What the console works on. */
export interface PracticeApiOptions {
  practice: PracticeAccount;
  objects: ObjectStorage;
  /** Where the practice S3 listens. */
  endpoint: string;
}

/**
 * The practice AWS console's API. It tells the secret of the documented account's key, for that key opens nothing else;
 * the secret of a key that was created here is told once. Every request may name what is open: `?bucket=…&policy=…&user=…`.
 */
export function createPracticeApi({
  practice,
  objects,
  endpoint,
}: PracticeApiOptions): (request: Request) => Response | Promise<Response> {
  const app = new Hono().basePath('/practice/api');
  const parts = (context: Context) => openParts(practice, context.req.query());
  const state = (context: Context) =>
    readPracticeState(parts(context), { values: practice.values, objects, endpoint });

  /** Answers with AWS's refusal, or writes down what was done and answers with the new state, or what is made of it. */
  async function finish(
    context: Context,
    answer: ConsoleAnswer,
    and: object | null = null,
  ): Promise<Response> {
    if (!answer.ok) return context.json({ code: answer.code, message: answer.message }, 422);
    await practice.save();
    const after = await state(context);
    return context.json(and ? { ...and, state: after } : after);
  }

  app.use(bodyLimit({ maxSize: 256 * 1024 }));
  app.use(async (context, next) => {
    context.header('cache-control', 'no-store');
    if (!isSameOrigin(context))
      return context.json({ message: 'Only the demo’s own pages may use this.' }, 403);
    await next();
  });
  app.get('/state', async (context) => context.json(await state(context)));
  app.put('/sections/:section', async (context) => {
    const section = practiceSections.find((one) => one === context.req.param('section'));
    const open = parts(context);
    if (!section || sections[section].read(open) === undefined) return context.notFound();
    const body: unknown = await context.req.json().catch(() => null);
    const text = body && typeof body === 'object' && 'text' in body ? body.text : null;
    if (typeof text !== 'string') return context.json({ message: 'Send {"text": "…"}.' }, 400);
    return finish(context, sections[section].write(open, text));
  });
  app.post('/sections/:section/reset', async (context) => {
    const section = practiceSections.find((one) => one === context.req.param('section'));
    const open = parts(context);
    if (!section || sections[section].read(open) === undefined) return context.notFound();
    sections[section].reset(open, correctParts(open, practice.values));
    return finish(context, { ok: true });
  });
  app.post('/reset', async (context) => {
    const body: unknown = await context.req.json().catch(() => null);
    const to = body && typeof body === 'object' && 'to' in body ? body.to : 'documented';
    if (to !== 'documented' && to !== 'empty')
      return context.json({ message: 'Send {"to": "documented"} or {"to": "empty"}.' }, 400);
    if (to === 'documented' && practice.began === 'documented') {
      const open = parts(context);
      const correct = correctParts(open, practice.values);
      for (const section of practiceSections) sections[section].reset(open, correct);
    } else {
      practice.startOver(to);
      // They lay in buckets that are no more.
      await Promise.all((await objects.list('')).map((id) => objects.delete(id)));
    }
    return finish(context, { ok: true });
  });
  app.route('/', createResources({ practice, objects, finish }));
  app.notFound((context) => context.json({ message: 'There is nothing here.' }, 404));
  return (request) => app.fetch(request);
}

/** Browsers say where a request comes from; what says nothing is no browser. */
function isSameOrigin(context: Context): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = context.req.header('origin');
  return origin === undefined || origin === new URL(context.req.url).origin;
}
