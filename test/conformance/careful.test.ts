import { afterEach, expect, it } from 'vitest';
import {
  CannotRun,
  type ConformanceOptions,
  type ConformanceReport,
  printReport,
  runConformance,
} from '../../src/conformance/index.ts';
import { type Reference, type ReferenceOptions, startReference } from './startReference.ts';

let reference: Reference | null = null;

afterEach(async () => {
  await reference?.stop();
  reference = null;
});

async function start(options: ReferenceOptions = {}): Promise<Reference> {
  reference = await startReference(options);
  return reference;
}

async function asAda({ options }: Reference, method: string, path: string, body?: object): Promise<Response> {
  const { origin } = new URL(options.baseUrl);
  return fetch(options.baseUrl + path, {
    method,
    headers: { 'x-user': 'ada', origin, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

/** Saves settings in an administrator's name, as they are before the suite comes. */
async function configure(world: Reference): Promise<unknown> {
  const { s3Values } = world.options;
  const body = { ...s3Values, keyPrefix: 'desk/', links: 'private', largeFiles: true, version: 0 };
  return (await asAda(world, 'PUT', '/settings', body)).json();
}

const readSettings = async (world: Reference) =>
  (await (await asAda(world, 'GET', '/settings')).json()) as Record<string, unknown>;

/** With nothing that could change anything but attachments. */
const onlyLook = ({ options }: Reference): ConformanceOptions => {
  const { s3Values: _, ...rest } = options;
  return { ...rest, writesSettings: false, sendsToS3: false };
};

const skippedFor = ({ results }: ConformanceReport) =>
  new Set(results.flatMap((result) => (result.status === 'skipped' ? result.reason : [])));

it('changes no settings unless it is asked to, and names what it left out', { timeout: 60_000 }, async () => {
  const world = await start();
  const report = await runConformance(onlyLook(world));
  expect(report).toMatchObject({ conforms: true, counts: { failed: 0, blocked: 0 }, notes: [] });
  expect(await readSettings(world)).toEqual({ status: 'not_configured' });
  expect(skippedFor(report)).toEqual(
    new Set([
      'it saves settings (--writes-settings)',
      'S3 is not in use (--writes-settings with --s3 takes it into use)',
    ]),
  );
  expect(printReport(report)).toContain(
    '– saves the values and makes the version one more (skipped: it saves settings (--writes-settings))',
  );
});

it('looks at S3 where it is in use, and leaves the database out', { timeout: 60_000 }, async () => {
  const world = await start();
  const before = await configure(world);
  const report = await runConformance({ ...onlyLook(world), sendsToS3: true });
  expect(report.results.filter(({ status }) => status === 'failed' || status === 'blocked')).toEqual([]);
  expect(skippedFor(report)).toEqual(
    new Set([
      'S3 is in use, and may not be taken out of use (--writes-settings)',
      'it saves settings (--writes-settings)',
    ]),
  );
  expect(await readSettings(world)).toMatchObject({ version: (before as { version: number }).version });
  expect(await world.objects()).toEqual([]);
});

it('puts back what was saved before', { timeout: 60_000 }, async () => {
  const world = await start();
  await configure(world);
  await asAda(world, 'POST', '/settings/status', { status: 'disabled', version: 1 });
  const before = await readSettings(world);
  const report = await runConformance(world.options);
  expect(report).toMatchObject({ conforms: true, notes: ['The settings are again what they were before.'] });
  const changing = {
    version: expect.any(Number),
    savedAt: expect.any(String),
    secretSavedAt: expect.any(String),
  };
  expect(await readSettings(world)).toEqual({ ...before, ...changing });
});

it('saves nothing where it could not put back the secret', async () => {
  const world = await start();
  const before = await configure(world);
  const { s3Values, ...unknown } = world.options;
  await expect(runConformance(unknown)).rejects.toThrow(CannotRun);
  await expect(
    runConformance({ ...unknown, s3Values: { ...s3Values, accessKeyId: 'AKIAANOTHER234567890' } }),
  ).rejects.toThrow(/nobody could put back its secret/);
  await expect(
    runConformance({
      ...unknown,
      s3Values: { ...s3Values, secretAccessKey: 'OfTheSameKeyAnOlderOneOrWithATypingError' },
    }),
  ).rejects.toThrow(/not the one that is saved there/);
  expect(await readSettings(world)).toMatchObject({ version: (before as { version: number }).version });
});

it('skips, and never passes, what needs somebody whom it does not know', { timeout: 60_000 }, async () => {
  const world = await start();
  const { headers } = world.options;
  const { administrator: _, ...others } = headers;
  const report = await runConformance({ ...onlyLook(world), headers: others });
  const forAdministrators = report.results.filter(({ subject }) => subject === 'saveSettings');
  expect(forAdministrators.some(({ status }) => status === 'skipped')).toBe(true);
  expect(skippedFor(report)).toContain('nobody is known who is an administrator (--admin-header)');
  expect(report.counts.failed).toBe(0);

  const alone = await runConformance({ ...onlyLook(world), headers: {} });
  const passed = alone.results.filter(({ status }) => status === 'passed').map(({ sentence }) => sentence);
  expect(passed).toContain('answers 401 to nobody');
  expect(passed).not.toContain('takes the bytes that were signed for with 204');
});

it('leaves a ticket alone that has attachments of somebody else’s', { timeout: 60_000 }, async () => {
  const world = await start();
  const files = [{ id: 'f', name: 'theirs.txt', size: 5, type: 'text/plain' }];
  const signed = await asAda(world, 'POST', '/uploads', { ticketId: 'conformance', files });
  const { uploads } = (await signed.json()) as { uploads: { result: { attachmentId: string } }[] };
  const path = `/attachments/${uploads[0]?.result.attachmentId}`;
  const { origin } = new URL(world.options.baseUrl);
  await fetch(`${world.options.baseUrl}${path}/content`, {
    method: 'PUT',
    headers: { 'x-user': 'ada', origin, 'content-type': 'application/octet-stream' },
    body: 'hello',
  });
  await asAda(world, 'POST', `${path}/complete`, {});
  const report = await runConformance(onlyLook(world));
  expect(report).toMatchObject({ conforms: true, counts: { failed: 0, blocked: 0 } });
  expect(skippedFor(report)).toContain(
    'ticket conformance has attachments that are not the suite’s own (--ticket)',
  );
  const list = (await (await asAda(world, 'GET', '/tickets/conformance/attachments')).json()) as {
    attachments: { name: string }[];
  };
  expect(list.attachments.map(({ name }) => name)).toEqual(['theirs.txt']);
});

it('waits as long as a 429 says, and goes on', { timeout: 60_000 }, async () => {
  // The backend's clock goes on by what the suite waits.
  let ahead = 0;
  const often = { burst: 5, perMinute: 60 };
  const world = await start({
    rateLimits: { sign: often, check: often, diagnosis: often },
    now: () => new Date(Date.now() + ahead),
  });
  const waited: number[] = [];
  const report = await runConformance({
    ...onlyLook(world),
    sleep: async (ms) => {
      waited.push(ms);
      ahead += ms;
    },
  });
  expect(report.results.filter(({ status }) => status === 'failed' || status === 'blocked')).toEqual([]);
  expect(waited.length).toBeGreaterThan(100);
  expect(new Set(waited)).toEqual(new Set([1000]));
});

it('stops when it is told to, puts everything back, and passes nothing that it did not reach', {
  timeout: 60_000,
}, async () => {
  const world = await start();
  const stop = new AbortController();
  const report = await runConformance(world.options, {
    signal: stop.signal,
    onResult: ({ sentence }) => {
      if (sentence.startsWith('saves the values')) stop.abort();
    },
  });
  expect(skippedFor(report)).toContain('it was stopped');
  expect(report.counts.failed).toBe(0);
  expect(await readSettings(world)).toMatchObject({ status: 'keys_removed' });
  expect(await world.store.listAttachments('conformance')).toEqual([]);
});

it('cannot be run where nobody answers, or where the ticket is not theirs', async () => {
  const nowhere = { baseUrl: 'http://127.0.0.1:9/api', headers: { agent: { 'x-user': 'gil' } } };
  await expect(runConformance(nowhere)).rejects.toThrow(/could not be reached/);
  const world = await start();
  const asCleo = { ...onlyLook(world), headers: { agent: { 'x-user': 'cleo' } } };
  await expect(runConformance(asCleo)).rejects.toThrow(/Are the headers right, and the ticket/);
});

it('cannot be run where something else answers', async () => {
  const world = await start({ breaks: async () => new Response('Nothing here', { status: 404 }) });
  await expect(runConformance(onlyLook(world))).rejects.toThrow(/Is the URL that of the API/);
});

it('takes it for a refusal that somebody hangs up on a body of nine MiB', { timeout: 60_000 }, async () => {
  const world = await start({ hangsUpAbove: 8 * 1024 ** 2 });
  expect(await runConformance(onlyLook(world))).toMatchObject({
    conforms: true,
    counts: { failed: 0, blocked: 0 },
  });
});

it('tells of what is there already, where half of it is still to be written', {
  timeout: 60_000,
}, async () => {
  const world = await start({
    breaks: async (request, next) =>
      new URL(request.url).pathname.endsWith('/uploads')
        ? new Response('<h1>Not yet</h1>', { status: 501, headers: { 'content-type': 'text/html' } })
        : next(request),
  });
  const report = await runConformance(onlyLook(world));
  const of = (wanted: string) => report.results.find(({ sentence }) => sentence === wanted);
  expect(report.conforms).toBe(false);
  expect(of('answers 409 upload_incomplete for what was never sent')).toMatchObject({ status: 'blocked' });
  expect(of('answers 409 settings_changed when they are not those that were looked at')).toMatchObject({
    status: 'passed',
  });
  expect(printReport(report)).toMatch(
    /\? answers 409 upload_incomplete[^\n]*\n\s+could not be looked at: a file could not be signed/,
  );
});

it('quotes an answer that leaks without what it leaks', { timeout: 60_000 }, async () => {
  const { s3Values } = (await start()).options;
  await reference?.stop();
  const world = await start({
    breaks: async (request, next) =>
      request.method === 'PUT' && request.url.endsWith('/settings') && request.headers.get('x-user') === 'ada'
        ? Response.json({
            secretAccessKey: s3Values.secretAccessKey,
            url: 'https://s3.test/?X-Amz-Signature=0123abcd',
          })
        : next(request),
  });
  const report = await runConformance({ ...world.options, sendsToS3: false });
  const text = JSON.stringify(report);
  expect(text).toContain('{\\"secretAccessKey\\":\\"…\\"');
  expect(text).not.toContain(s3Values.secretAccessKey);
  expect(text).not.toContain('0123abcd');
});
