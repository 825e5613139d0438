import { describe, expect, it } from 'vitest';
import type { UploadTarget } from '../../src/contract/index.ts';
import {
  configured,
  full,
  keysOf,
  parts,
  saved,
  type SignedFile,
  site,
  type World,
  type WorldOptions,
} from './support/createWorld.ts';
import { eventually } from '../support/eventually.ts';

type FormTarget = Extract<UploadTarget, { to: 's3_form' }>;

/** A world whose CORS rule names POST too, as the guide offers it. */
async function open(options: WorldOptions = {}): Promise<World> {
  const world = await configured(options);
  parts(world.account).bucket.cors = [
    {
      AllowedHeaders: ['*'],
      AllowedMethods: ['PUT', 'HEAD', 'GET', 'DELETE', 'POST'],
      AllowedOrigins: [site],
    },
  ];
  return world;
}

async function sign(world: World, file: Partial<SignedFile> = {}) {
  const { uploads } = await world.call('agent', 'signUploads', {
    body: {
      ticketId: '1',
      files: [{ id: 'f', name: 'a.png', size: 5, type: 'image/png', as: 'form', ...file }],
    },
  });
  const result = uploads[0]?.result;
  if (result?.status !== 'signed') throw new Error('Refused.');
  return result;
}

async function signForm(world: World, file: Partial<SignedFile> = {}) {
  const { attachmentId, target } = await sign(world, file);
  if (target.to !== 's3_form') throw new Error(`Not a form: ${target.to}`);
  return { attachmentId, target };
}

/** Sends a form as a browser does: nothing is asked before. */
async function send(
  world: World,
  { url, fields }: FormTarget,
  content: string,
  over: Record<string, string> = {},
) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...over })) data.append(name, value);
  data.append('file', new Blob([content]), 'file');
  const answer = await world.s3(new Request(url, { method: 'POST', body: data, headers: { origin: site } }));
  return {
    status: answer.status,
    body: await answer.text(),
    readable: answer.headers.get('access-control-allow-origin') !== null,
  };
}

describe('a form', () => {
  it('carries a file to its place without a preflight, and the page can read the answer', async () => {
    const world = await open();
    const { attachmentId, target } = await signForm(world);
    expect(target.expiresIn).toBe(900);
    expect(await send(world, target, 'hello')).toEqual({ status: 204, body: '', readable: true });
    const params = { attachmentId };
    const { attachment } = await world.call('agent', 'completeUpload', { params });
    const got = await world.s3(new Request(attachment.url));
    expect([await got.text(), got.headers.get('content-type')]).toEqual(['hello', 'image/png']);
  });

  it('stores no page that a link could run', async () => {
    const world = await open();
    const { attachmentId, target } = await signForm(world, { name: 'Grüße & co.html', type: 'text/html' });
    expect(await send(world, target, '<b>hi')).toMatchObject({ status: 204 });
    const { attachment } = await world.call('agent', 'completeUpload', { params: { attachmentId } });
    const { headers } = await world.s3(new Request(attachment.url));
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="Gru-e-co.html"; filename*=UTF-8\'\'Gr%C3%BC%C3%9Fe%20%26%20co.html',
    );
  });

  it('takes an empty file', async () => {
    const world = await open();
    const { attachmentId, target } = await signForm(world, { size: 0 });
    expect(await send(world, target, '')).toMatchObject({ status: 204 });
    await world.call('agent', 'completeUpload', { params: { attachmentId } });
  });

  it.each([
    ['a longer file', 'hello!', {}, 400, 'EntityTooLarge'],
    ['a shorter file', 'hell', {}, 400, 'EntityTooSmall'],
    ['another type', 'hello', { 'Content-Type': 'text/html' }, 403, 'AccessDenied'],
    ['a header that was not promised', 'hello', { 'Content-Disposition': 'inline' }, 403, 'AccessDenied'],
    ['another key', 'hello', { key: 'tickets/1/other.png' }, 403, 'AccessDenied'],
    ['another answer', 'hello', { success_action_status: '200' }, 403, 'AccessDenied'],
    ['an ACL', 'hello', { acl: 'public-read' }, 403, 'AccessDenied'],
    [
      'another policy',
      'hello',
      { policy: btoa('{"expiration":"2099-01-01T00:00:00Z","conditions":[]}') },
      403,
      'SignatureDoesNotMatch',
    ],
  ])('carries not %s', async (_, content, over, status, code) => {
    const world = await open();
    const { target } = await signForm(world);
    const seen = await send(world, target, content, over);
    expect([seen.status, seen.body]).toEqual([status, expect.stringContaining(code)]);
    expect(await keysOf(world)).toEqual([]);
  });

  it('carries nothing into another bucket', async () => {
    const world = await open();
    const other = structuredClone(parts(world.account).bucket);
    world.account.buckets.push({ ...other, name: 'acme-other' });
    parts(world.account).policy.document.Statement = [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }];
    const { target } = await signForm(world);
    const url = target.url.replace(saved.bucket, 'acme-other');
    expect(await send(world, { ...target, url }, 'hello')).toMatchObject({ status: 403 });
  });

  it('that is too old is refused, and told as that', async () => {
    let now = Date.now() - 3_600_000;
    const world = await open({ now: () => new Date(now) });
    const { attachmentId, target } = await signForm(world);
    now = Date.now();
    const seen = await send(world, target, 'hello');
    expect(seen.status).toBe(403);
    const body = { status: seen.status, body: seen.body, loaded: 5, total: 5, online: true, as: 'form' };
    const { verdict } = await world.call('administrator', 'reportFailure', {
      params: { attachmentId },
      body,
    });
    expect(full(verdict)).toMatchObject({ code: 'url_expired', certainty: 'certain' });
  });

  it('with a file that has changed since is told as that', async () => {
    const world = await open();
    const { attachmentId, target } = await signForm(world);
    for (const [content, found] of [
      ['hell', 4],
      ['hello!', 6],
    ] as const) {
      const { status, body } = await send(world, target, content);
      const report = { status, body, loaded: 5, total: 5, online: true, as: 'form' };
      const { verdict } = await world.call('administrator', 'reportFailure', {
        params: { attachmentId },
        body: report,
      });
      expect(full(verdict)).toMatchObject({ code: 'upload_incomplete', expected: 5, found });
    }
  });

  it('of another size is told as that although the store does not say which', async () => {
    const world = await open();
    const { attachmentId } = await signForm(world);
    const body = '<Error><Code>EntityTooLarge</Code><Message>Too large.</Message></Error>';
    const report = { status: 400, body, loaded: 5, total: 5, online: true, as: 'form' };
    const { verdict } = await world.call('administrator', 'reportFailure', {
      params: { attachmentId },
      body: report,
    });
    expect(full(verdict)).toMatchObject({ code: 'upload_incomplete', expected: 5, found: null });
  });

  it('that is refused without a word more is not called too old, but looked into', async () => {
    const world = await open();
    const { attachmentId } = await signForm(world);
    parts(world.account).user.policies = [];
    const body = '<Error><Code>AccessDenied</Code></Error>';
    const report = { status: 403, body, loaded: 5, total: 5, online: true, as: 'form' };
    const { verdict } = await world.call('administrator', 'reportFailure', {
      params: { attachmentId },
      body: report,
    });
    expect(full(verdict)).toMatchObject({ code: 'bucket_in_other_account', certainty: 'likely' });
  });
});

describe('whether a file may go by a form', () => {
  it('hangs on the CORS rule: with the documented one it goes by PUT, and with its checksum', async () => {
    const world = await configured();
    const checksum = { algorithm: 'crc32', value: 'NhCmhg==' } as const;
    const { target } = await sign(world, { checksum });
    if (target.to !== 's3') throw new Error(target.to);
    expect(target.headers).toMatchObject({ 'x-amz-checksum-crc32': 'NhCmhg==' });
    expect(await world.put(target, 'hello')).toMatchObject({ status: 200 });
  });

  it('is asked of S3 once for an origin and the saved settings, and of those who ask only', async () => {
    const asked: string[] = [];
    let now = Date.now();
    const world = await open({
      now: () => new Date(now),
      allowedOrigins: ['https://help.acme.test'],
      between: ({ method, headers }) => {
        if (method === 'OPTIONS')
          asked.push(`${headers['origin']} ${headers['access-control-request-method']}`);
        return null;
      },
    });
    await sign(world, { as: 'put' });
    expect(asked).toEqual([]);
    const targets = await Promise.all([sign(world), sign(world), sign(world)]);
    expect(targets.map(({ target }) => target.to)).toEqual(['s3_form', 's3_form', 's3_form']);
    expect(asked).toEqual([`${site} POST`]);
    const files = [{ id: 'f', name: 'a.png', size: 5, type: 'image/png', as: 'form' as const }];
    const { uploads } = await world.call('agent', 'signUploads', {
      body: { ticketId: '1', files },
      headers: { origin: 'https://help.acme.test' },
    });
    // The rule names the one origin only.
    expect(uploads[0]?.result).toMatchObject({ target: { to: 's3' } });
    expect(asked).toHaveLength(2);
    await world.configure();
    await sign(world);
    expect(asked).toHaveLength(3);
    now += 600_001;
    await sign(world);
    expect(asked).toHaveLength(4);
  });

  it('keeps nobody waiting: a slow S3 gets the answer for those who come later', async () => {
    let answer = () => {};
    let asked: AbortSignal | undefined;
    const world = await open({
      between: async ({ method, signal }) => {
        if (method !== 'OPTIONS') return null;
        asked = signal;
        await new Promise<void>((resolve) => (answer = resolve));
        return null;
      },
    });
    expect((await sign(world)).target.to).toBe('s3');
    // Its question was under way, and not given up, when the file was signed.
    expect(asked?.aborted).toBe(false);
    answer();
    await eventually(async () => expect((await sign(world)).target.to).toBe('s3_form'));
  });

  it('is not held against S3 for long when it had no time or no answer', async () => {
    let now = Date.now();
    let silent = true;
    const world = await open({
      now: () => new Date(now),
      between: ({ method }) => {
        if (method !== 'OPTIONS' || !silent) return null;
        throw new TypeError('fetch failed');
      },
    });
    expect((await sign(world)).target.to).toBe('s3');
    silent = false;
    now += 10_001;
    expect((await sign(world)).target.to).toBe('s3_form');
  });

  it('is asked again after one has failed: the next goes by PUT when POST was taken out of the rule', async () => {
    const world = await open();
    const { attachmentId, target } = await signForm(world);
    parts(world.account).bucket.cors = [
      { AllowedHeaders: ['*'], AllowedMethods: ['PUT', 'HEAD', 'GET', 'DELETE'], AllowedOrigins: ['*'] },
    ];
    expect((await send(world, target, 'hello')).readable).toBe(false);
    const body = { status: 0, body: '', loaded: 0, total: 5, online: true, as: 'form' };
    const { verdict } = await world.call('administrator', 'reportFailure', {
      params: { attachmentId },
      body,
    });
    expect(full(verdict)).toMatchObject({ code: 'cors_method_refused', method: 'POST' });
    expect(await sign(world, { attachmentId })).toMatchObject({ attachmentId, target: { to: 's3' } });
  });

  it('is proved by one at another store than Amazon’s: not all of them know forms', async () => {
    for (const knows of [true, false]) {
      const posted: string[] = [];
      const world = await open({
        allowPrivateEndpoints: true,
        between: ({ method, headers }, url) => {
          if (method !== 'POST' || !headers['content-type']?.startsWith('multipart/')) return null;
          posted.push(url);
          return knows ? null : new Response('<Error><Code>NotImplemented</Code></Error>', { status: 501 });
        },
      });
      await world.configure({ endpoint: `https://s3.${saved.region}.amazonaws.com` });
      // Not implemented is no lack of time, but a 5xx: S3 is asked again soon, and the file goes by PUT.
      expect((await sign(world)).target.to).toBe(knows ? 's3_form' : 's3');
      expect(posted).toEqual([`https://${saved.bucket}.s3.${saved.region}.amazonaws.com/`]);
      expect(await keysOf(world)).toEqual([]);
    }
  });
});
