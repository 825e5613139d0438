import { describe, expect, it } from 'vitest';
import type { Diagnosis, DiagnosisCode, Where } from '../../src/diagnosis/index.ts';
import type { FakeAccount } from '../../src/testing/s3/index.ts';
import {
  acmeAccount,
  configured,
  createWorld,
  full,
  parts,
  saved,
  secret,
  site,
} from './support/createWorld.ts';

type Edit = (account: FakeAccount) => void;

const field = (name: 'bucket' | 'region' | 'accessKeyId' | 'secretAccessKey'): Where => ({
  kind: 'field',
  field: name,
});
const cors = (part: 'AllowedOrigins' | 'AllowedMethods' | 'AllowedHeaders'): Where => ({
  kind: 'step',
  step: 'cors',
  part,
});

const faults: [string, Edit, DiagnosisCode, Partial<Diagnosis> & { where?: Where[] }][] = [
  [
    'names the access key when it is switched off',
    (a) => (parts(a).key.status = 'Inactive'),
    'access_key_unknown',
    { where: [field('accessKeyId')] },
  ],
  [
    'names the access key when it was deleted',
    (a) => (parts(a).user.accessKeys = []),
    'access_key_unknown',
    { where: [field('accessKeyId')] },
  ],
  [
    'names the secret when signatures do not match, for STS says the same of our own',
    (a) => (parts(a).key.secretAccessKey = 'another'),
    'secret_wrong',
    { where: [field('secretAccessKey')], certainty: 'certain' },
  ],
  [
    'names the IAM policy when it is detached',
    (a) => (parts(a).user.policies = []),
    'put_not_allowed',
    { certainty: 'likely', otherAction: 'refused' },
  ],
  [
    'names the IAM policy when it lacks PutObject',
    (a) =>
      (parts(a).policy.document.Statement = [{ Effect: 'Allow', Action: 's3:DeleteObject', Resource: '*' }]),
    'put_not_allowed',
    {},
  ],
  [
    'names the IAM policy when its Resource lacks /*',
    (a) =>
      (parts(a).policy.document.Statement = [
        { Effect: 'Allow', Action: 's3:*', Resource: `arn:aws:s3:::${saved.bucket}` },
      ]),
    'put_not_allowed',
    {},
  ],
  [
    'names the bucket when there is none of that name',
    (a) => (a.buckets = []),
    'bucket_missing',
    { where: [field('bucket')], certainty: 'certain' },
  ],
  [
    'names the region of the bucket when it is another',
    (a) => (parts(a).bucket.region = 'us-west-2'),
    'region_wrong',
    { region: 'eu-central-1', expected: 'us-west-2', where: [field('region')], certainty: 'certain' },
  ],
  [
    'names the CORS rules when there are none',
    (a) => (parts(a).bucket.cors = null),
    'cors_missing',
    { origin: site, certainty: 'certain' },
  ],
  [
    'names AllowedMethods when PUT is not among them',
    (a) =>
      (parts(a).bucket.cors = [
        { AllowedHeaders: ['*'], AllowedMethods: ['GET', 'HEAD'], AllowedOrigins: ['*'] },
      ]),
    'cors_method_refused',
    { where: [cors('AllowedMethods')] },
  ],
  [
    'names AllowedOrigins when the page is not among them',
    (a) =>
      (parts(a).bucket.cors = [
        { AllowedHeaders: ['*'], AllowedMethods: ['PUT', 'GET'], AllowedOrigins: ['https://other.test'] },
      ]),
    'cors_origin_refused',
    { origin: site, where: [cors('AllowedOrigins')] },
  ],
  [
    'names AllowedHeaders when the content type is not among them',
    (a) => (parts(a).bucket.cors = [{ AllowedMethods: ['PUT', 'GET'], AllowedOrigins: ['*'] }]),
    'cors_header_refused',
    { headers: 'content-type', where: [cors('AllowedHeaders')] },
  ],
];

describe('an upload that fails', () => {
  it.each(faults)('%s', async (_, edit, code, facts) => {
    const world = await configured();
    edit(world.account);
    expect(await world.fail()).toMatchObject({ code, ...facts });
  });

  it.each(faults.filter(([, , code]) => code !== 'cors_header_refused'))(
    '%s, although the browser was shown nothing at all',
    async (_, edit, code) => {
      const world = await configured();
      edit(world.account);
      expect(await world.fail({ status: 0, body: '' })).toMatchObject({ code });
    },
  );

  it('names the region also when the entered one does not exist', async () => {
    const world = createWorld();
    await world.configure({ region: 'oregon' });
    expect(await world.fail()).toMatchObject({
      code: 'region_wrong',
      region: 'oregon',
      expected: 'eu-central-1',
    });
  });

  it('names Content-Disposition when the file is one that is downloaded', async () => {
    const world = await configured();
    parts(world.account).bucket.cors = [
      { AllowedHeaders: ['content-type'], AllowedMethods: ['PUT', 'GET'], AllowedOrigins: ['*'] },
    ];
    const diagnosis = await world.fail({}, { name: 'a.zip', type: 'application/zip' });
    expect(diagnosis).toMatchObject({
      code: 'cors_header_refused',
      headers: 'content-disposition,content-type',
    });
  });

  it('puts what is wrong with CORS before what is wrong with the key: it is why the browser saw nothing', async () => {
    const world = await configured();
    parts(world.account).bucket.cors = null;
    parts(world.account).key.status = 'Inactive';
    expect(await world.fail()).toMatchObject({ code: 'cors_missing' });
  });

  it('says that the server cannot reach S3 when nothing of it answers', async () => {
    const world = await configured({ fetch: () => Promise.reject(new TypeError('fetch failed')) });
    expect(await world.fail({ status: 0 })).toMatchObject({
      code: 's3_unreachable',
      host: 'acme-triage.s3.eu-central-1.amazonaws.com',
      // The region is one that AWS has, so its name is not what is wrong.
      where: [{ kind: 'elsewhere', place: 'network' }],
    });
  });

  it('believes the browser that it is offline when S3 would have taken the file', async () => {
    const world = await configured();
    expect(await world.fail({ status: 0, online: false })).toMatchObject({ code: 'offline' });
  });

  it('says that the connection broke when bytes had moved and S3 would have taken them', async () => {
    const world = await configured();
    expect(await world.fail({ status: 0, loaded: 3 })).toMatchObject({ code: 'connection_lost', loaded: 3 });
  });

  it('claims nothing for certain when S3 would have taken the file', async () => {
    const world = await configured();
    expect(await world.fail({ status: 0 })).toMatchObject({
      code: 'transfer_blocked',
      certainty: 'possible',
      origin: site,
    });
  });

  it('asks again when the URL was too old, and blames the clock when it was not', async () => {
    const world = await configured();
    const body =
      '<Error><Code>AccessDenied</Code><Message>Request has expired</Message><ServerTime>2031-01-01T00:00:00Z</ServerTime></Error>';
    expect(await world.fail({ status: 403, body })).toMatchObject({
      code: 'clock_skewed',
      serverTime: '2031-01-01T00:00:00Z',
    });

    const { attachmentId } = await world.sign();
    let late = 0;
    const later = createWorld({ store: world.store, now: () => new Date(Date.now() + late) });
    late = 901_000;
    const report = { status: 403, body, loaded: 0, total: 5, online: true };
    const { verdict } = await later.call('administrator', 'reportFailure', {
      params: { attachmentId },
      body: report,
    });
    expect(full(verdict)).toMatchObject({ code: 'url_expired' });
  });

  it('blames the clock when the server is an hour slow', async () => {
    const world = await configured({ clockSkew: -3_600_000 });
    expect(await world.fail()).toMatchObject({ code: 'clock_skewed' });
  });

  it('says so when the saved secret can no longer be read', async () => {
    const world = await configured();
    const { attachmentId } = await world.sign();
    const after = createWorld({ store: world.store, encryptionKey: btoa('n'.repeat(32)) });
    const body = { status: 0, body: '', loaded: 0, total: 5, online: true };
    const { verdict } = await after.call('administrator', 'reportFailure', {
      params: { attachmentId },
      body,
    });
    expect(full(verdict)).toMatchObject({ code: 'secret_unreadable', where: [field('secretAccessKey')] });
  });

  it('takes what it does not know for what it is: S3’s own code', async () => {
    const world = await configured();
    const body = '<Error><Code>WeirdNewThing</Code><Message/><RequestId>R1</RequestId></Error>';
    expect(await world.fail({ status: 403, body })).toMatchObject({
      code: 's3_refused',
      s3: { code: 'WeirdNewThing', requestId: 'R1' },
    });
  });

  it('leaves no probe behind in the bucket', async () => {
    const world = await configured();
    await world.fail({ status: 0 });
    const keys = await world.s3.objects.list(`${saved.bucket}/`);
    expect(keys.filter((key) => key.includes('probe'))).toEqual([]);
    expect(world.s3.requests.map(({ method }) => method)).toContain('DELETE');
  });

  it('does without DeleteObject, and blames nothing on it', async () => {
    const world = await configured();
    parts(world.account).policy.document.Statement = [
      { Effect: 'Allow', Action: 's3:PutObject', Resource: '*' },
    ];
    expect(await world.fail({ status: 0 })).toMatchObject({ code: 'transfer_blocked' });
  });

  it('calls a policy for the prefix of attachments alone a correct one', async () => {
    const world = await configured();
    parts(world.account).policy.document.Statement = [
      {
        Effect: 'Allow',
        Action: ['s3:PutObject', 's3:DeleteObject'],
        Resource: `arn:aws:s3:::${saved.bucket}/tickets/*`,
      },
    ];
    expect(await world.fail({ status: 0 })).toMatchObject({ code: 'transfer_blocked' });
  });
});

describe('many uploads that fail together', () => {
  it('cost one round of questions', async () => {
    const world = await configured();
    parts(world.account).bucket.cors = null;
    const files = Array.from({ length: 500 }, (_, index) => ({
      id: `f${index}`,
      name: `${index}.png`,
      size: 1,
      type: 'image/png',
    }));
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    const body = { status: 0, body: '', loaded: 0, total: 1, online: true };
    const before = world.s3.requests.length;
    await Promise.all(
      uploads.map(({ result }) => {
        if (result.status !== 'signed') throw new Error('refused');
        return world.call('agent', 'reportFailure', { params: { attachmentId: result.attachmentId }, body });
      }),
    );
    expect(world.s3.requests.length - before).toBeLessThanOrEqual(6);
  });

  it('are asked about anew when one was signed after the last answer: something may have been mended', async () => {
    const world = await configured();
    parts(world.account).bucket.cors = null;
    expect(await world.fail()).toMatchObject({ code: 'cors_missing' });
    await new Promise((resolve) => setTimeout(resolve, 2));
    parts(world.account).bucket.cors = acmeAccount().buckets[0]?.cors ?? null;
    parts(world.account).user.policies = [];
    expect(await world.fail({ status: 0 })).toMatchObject({ code: 'put_not_allowed' });
  });
});

describe('a store that is not Amazon’s and says less', () => {
  const sayNothing = (refuse: (url: URL, method: string) => Response | null) => {
    const account = acmeAccount();
    const calm = createWorld({ account });
    return createWorld({
      account,
      store: calm.store,
      s3: { endpoint: 'http://ceph.test:7480', forcePathStyle: true },
      fetch: async (url, init) => refuse(new URL(url), init.method) ?? (await ok(init.method)),
    });
  };
  const ok = async (method: string) => new Response(null, { status: method === 'DELETE' ? 204 : 200 });
  const denied = () =>
    new Response('<Error><Code>AccessDenied</Code><Message></Message></Error>', { status: 403 });

  it('has its CORS refusal named as one although it is a bare AccessDenied', async () => {
    const world = sayNothing((_, method) => (method === 'OPTIONS' ? denied() : null));
    await world.configure();
    expect(await world.fail({ status: 0 })).toMatchObject({ code: 'cors_refused', origin: site });
  });

  it('has its bare refusal of the PUT named as one', async () => {
    const world = sayNothing((_, method) => (method === 'PUT' ? denied() : null));
    await world.configure();
    expect(await world.fail({ status: 0 })).toMatchObject({ code: 'put_not_allowed', certainty: 'likely' });
  });

  it('has its refusal of the secret named although the browser was shown nothing', async () => {
    const refused = () => new Response('<Error><Code>SignatureDoesNotMatch</Code></Error>', { status: 403 });
    const world = sayNothing((_, method) => (method === 'PUT' ? refused() : null));
    await world.configure();
    expect(await world.fail({ status: 0 })).toMatchObject({ code: 'secret_wrong', certainty: 'likely' });
  });
});

describe('who is told what', () => {
  it('an agent gets neither names nor keys, but a reference that leads to the line in the log', async () => {
    const world = await configured();
    parts(world.account).user.policies = [];
    const { attachmentId, target } = await world.sign();
    const seen = await world.put(target, 'hello');
    const body = { ...seen, loaded: 5, total: 5, online: true };
    const { verdict } = await world.call('agent', 'reportFailure', { params: { attachmentId }, body });
    expect(verdict).toEqual({
      detail: 'redacted',
      code: 'put_not_allowed',
      reference: expect.stringMatching(/^[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{4}$/),
    });
    expect(world.log.find(({ reference }) => reference === verdict.reference)).toMatchObject({
      event: 'failure',
      code: 'put_not_allowed',
      route: 'reportFailure',
      viewerId: 'gil',
      ticketId: '1',
      attachmentId,
      s3: { status: 403, code: 'AccessDenied', requestId: expect.stringMatching(/./) },
    });
  });

  it('an administrator gets everything', async () => {
    const world = await configured();
    parts(world.account).user.policies = [];
    expect(await world.fail()).toMatchObject({
      principal: expect.stringContaining('user/acme-triage'),
      explicitDeny: false,
    });
  });

  it('nobody is told the secret: not by an answer, not by the log, not by the store', async () => {
    const world = await configured();
    await world.configure({ secretAccessKey: secret });
    await world.call('administrator', 'readSettings');
    const { attachment } = await world.upload('a.png', 'hello');
    parts(world.account).key.secretAccessKey = 'rotated';
    await world.fail();
    await world.fail({ status: 0 });
    await world.refusal('agent', 'deleteAttachment', { params: { attachmentId: attachment.id } });
    await world.send('administrator', 'saveSettings', {
      body: { ...saved, bucket: 1, secretAccessKey: secret },
    });
    await world.handle(
      new Request(`${site}/settings`, {
        method: 'PUT',
        headers: { 'x-role': 'administrator', 'content-type': 'application/json', origin: site },
        body: `{"secretAccessKey":"${secret}",`,
      }),
    );
    const everything = JSON.stringify([world.answers, world.lines, await world.store.readSettings()]);
    for (const form of [
      secret,
      encodeURIComponent(secret),
      btoa(secret),
      JSON.stringify(secret).slice(1, -1),
    ]) {
      expect(everything).not.toContain(form);
    }
    expect(JSON.stringify(world.lines)).not.toMatch(/X-Amz-Signature/i);
  });
});
