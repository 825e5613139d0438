import { describe, expect, it } from 'vitest';
import { diagnosisWords, type DiagnosisOf } from '../../src/diagnosis/index.ts';
import {
  configured,
  createWorld,
  saved,
  secret,
  type World,
  type WorldOptions,
} from './support/createWorld.ts';

const { bucket } = saved;
const detect = (world: World, over: Record<string, unknown> = {}) =>
  world.call('administrator', 'detectRegion', { body: { bucket, ...over } });

/** A world that notes what is asked of S3. */
function watched(options: WorldOptions = {}) {
  const asked: { host: string; method: string; headers: Record<string, string> }[] = [];
  const world = createWorld({
    ...options,
    between: ({ method, headers }, url) => {
      asked.push({ host: new URL(url).host, method, headers });
      return options.between?.({ method, headers } as never, url) ?? null;
    },
  });
  return { world, asked };
}

describe('the region of a bucket', () => {
  it.each([
    ['nothing', {}],
    ['an empty region', { region: '' }],
    ['its own', { region: 'eu-central-1' }],
    ['another one', { region: 'eu-west-3' }],
    ['one that there is not', { region: 'eu-cental-1' }],
    ['what cannot be one', { region: 'EU (Frankfurt)' }],
    ['capitals and spaces', { bucket: ` ${bucket}\n`, region: ' EU-CENTRAL-1 ' }],
    ['the bucket in the path', { forcePathStyle: true }],
  ])('is found from %s', async (_, over) => {
    expect(await detect(createWorld(), over)).toEqual({ status: 'found', region: 'eu-central-1' });
  });

  it('is asked for without a key, by one question, also when one is saved', async () => {
    const { world, asked } = watched();
    await world.configure();
    await detect(world);
    expect(asked).toEqual([{ host: `${bucket}.s3.us-east-1.amazonaws.com`, method: 'HEAD', headers: {} }]);
    expect(world.answers.join()).not.toContain(secret);
  });

  it.each([
    ['cn-north-9', 's3.cn-north-1.amazonaws.com.cn'],
    ['cn-northwest-1', 's3.cn-northwest-1.amazonaws.com.cn'],
    ['cn-(Beijing)', 's3.cn-north-1.amazonaws.com.cn'],
    ['us-gov-east', 's3.us-gov-west-1.amazonaws.com'],
    ['us-east-1@169.254.169.254/', 's3.us-east-1.amazonaws.com'],
  ])('is asked for in the partition of %s', async (region, host) => {
    const { world, asked } = watched();
    await detect(world, { region });
    expect(asked.map((one) => one.host)).toEqual([`${bucket}.${host}`]);
  });

  it('is told to administrators alone', async () => {
    expect(await createWorld().refusal('agent', 'detectRegion', { body: { bucket } })).toMatchObject({
      code: 'not_permitted',
    });
  });
});

describe('that it cannot be found', () => {
  it.each(['arn:aws:s3:::acme-triage', 'Acme Files', 'a', 'acme-triage.evil.test/', '', 'x'.repeat(2048)])(
    'is told of %j, of which nobody is asked',
    async (name) => {
      const { world, asked } = watched();
      expect(await detect(world, { bucket: name })).toMatchObject({
        status: 'not_found',
        diagnosis: { code: 'bucket_name_invalid', where: [{ kind: 'field', field: 'bucket' }] },
      });
      expect(asked).toEqual([]);
    },
  );

  it('is told of a bucket that nobody has', async () => {
    expect(await detect(createWorld(), { bucket: 'nobody-has-this' })).toMatchObject({
      status: 'not_found',
      diagnosis: { code: 'bucket_missing', bucket: 'nobody-has-this' },
    });
  });

  it.each([
    ['silent', 's3_unreachable', () => Promise.reject(new TypeError('fetch failed'))],
    [
      'busy',
      's3_unavailable',
      () => new Response(null, { status: 503, headers: { 'x-amz-request-id': 'A1' } }),
    ],
    [
      'hidden by a page',
      'not_s3',
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    ],
  ])('is told of S3 that is %s', async (_, code, between) => {
    expect(await detect(createWorld({ between }))).toMatchObject({
      status: 'not_found',
      diagnosis: { code },
    });
  });

  it('is told of an endpoint that this backend does not take, which is not asked', async () => {
    const { world, asked } = watched();
    expect(await detect(world, { endpoint: 'https://s3.acme.test' })).toMatchObject({
      status: 'not_found',
      diagnosis: {
        code: 'endpoint_not_allowed',
        host: 'acme-triage.s3.acme.test',
        where: [{ field: 'endpoint' }],
      },
    });
    expect(await detect(world, { endpoint: 's3.acme.test' })).toMatchObject({
      status: 'not_found',
      diagnosis: { code: 'endpoint_invalid' },
    });
    expect(asked).toEqual([]);
  });

  it.each([200, 403, 400])(
    'is told of a store that answers %i and names no region, in words that say so',
    async (status) => {
      const world = createWorld({
        allowPrivateEndpoints: true,
        between: () => new Response(null, { status, headers: { 'x-amz-request-id': 'A1' } }),
      });
      const found = await detect(world, { endpoint: 'https://s3.acme.test', region: 'anything' });
      expect(found).toMatchObject({
        status: 'not_found',
        diagnosis: { code: 's3_refused', where: [{ kind: 'field', field: 'region' }], certainty: 'certain' },
      });
      if (found.status !== 'not_found') return;
      const words = diagnosisWords.s3_refused(found.diagnosis as DiagnosisOf<'s3_refused'>);
      expect(words.title).toContain('does not tell the region');
      expect(JSON.stringify(words)).not.toMatch(/refused|AWS support/);
    },
  );
});

it('a store of one’s own that names the region is believed', async () => {
  const world = await configured({ allowPrivateEndpoints: true });
  expect(await detect(world, { endpoint: 'https://s3.acme.test', forcePathStyle: true })).toEqual({
    status: 'found',
    region: 'eu-central-1',
  });
});
