import { documentedAccount, type ObjectStorage } from '@triage-ai/s3-attachments/testing';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { PracticeAccount } from './openPracticeAccount.ts';
import {
  type PracticeSection,
  type PracticeState,
  practiceSections,
  type SectionState,
  type StoredObject,
} from './PracticeState.ts';
import { saysTheSame } from './saysTheSame.ts';
import { resetSection, sections, textOf } from './sections.ts';

/** What the console works on. */
export interface PracticeApiOptions {
  practice: PracticeAccount;
  objects: ObjectStorage;
  /** Where the practice S3 listens. */
  endpoint: string;
}

/** The practice AWS console's API. It tells the secret of the practice key: that key opens nothing else. */
export function createPracticeApi({
  practice,
  objects,
  endpoint,
}: PracticeApiOptions): (request: Request) => Response | Promise<Response> {
  const { account, values, save } = practice;
  const app = new Hono().basePath('/practice/api');

  async function state(): Promise<PracticeState> {
    const correct = documentedAccount({ ...values });
    const shown = practiceSections.map((section): [PracticeSection, SectionState] => [
      section,
      {
        text: textOf(section, account),
        asDocumented: saysTheSame(sections[section].read(account), sections[section].read(correct)),
      },
    ]);
    return {
      values,
      endpoint,
      user: account.users[0]?.name ?? '',
      sections: Object.fromEntries(shown) as PracticeState['sections'],
      objects: await listObjects(objects, account.buckets[0]?.name ?? ''),
    };
  }

  app.use(bodyLimit({ maxSize: 256 * 1024 }));
  app.use(async (context, next) => {
    context.header('cache-control', 'no-store');
    if (!isSameOrigin(context))
      return context.json({ message: 'Only the demo’s own pages may use this.' }, 403);
    await next();
  });
  app.get('/state', async (context) => context.json(await state()));
  app.put('/sections/:section', async (context) => {
    const section = practiceSections.find((one) => one === context.req.param('section'));
    if (!section) return context.notFound();
    const body: unknown = await context.req.json().catch(() => null);
    const text = body && typeof body === 'object' && 'text' in body ? body.text : null;
    if (typeof text !== 'string') return context.json({ message: 'Send {"text": "…"}.' }, 400);
    const answer = sections[section].write(account, text);
    if (!answer.ok) return context.json({ code: answer.code, message: answer.message }, 422);
    await save();
    return context.json(await state());
  });
  app.post('/sections/:section/reset', async (context) => {
    const section = practiceSections.find((one) => one === context.req.param('section'));
    if (!section) return context.notFound();
    resetSection(section, account, values);
    await save();
    return context.json(await state());
  });
  app.post('/reset', async (context) => {
    for (const section of practiceSections) resetSection(section, account, values);
    await save();
    return context.json(await state());
  });
  app.notFound((context) => context.json({ message: 'There is nothing here.' }, 404));
  return (request) => app.fetch(request);
}

async function listObjects(storage: ObjectStorage, bucket: string): Promise<StoredObject[]> {
  const metas = await Promise.all((await storage.list(`${bucket}/`)).map((id) => storage.getMeta(id)));
  return metas
    .filter((meta) => meta !== null && !meta.deleteMarker)
    .map((meta) => meta as NonNullable<typeof meta>)
    .map(({ key, size, headers, lastModified }) => ({
      key,
      size,
      type: headers['content-type'] ?? '',
      lastModified,
    }))
    .sort((one, other) => other.lastModified.localeCompare(one.lastModified));
}

/** Browsers say where a request comes from; what says nothing is no browser. */
function isSameOrigin(context: Context): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = context.req.header('origin');
  return origin === undefined || origin === new URL(context.req.url).origin;
}
