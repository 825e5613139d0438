import fc from 'fast-check';
import { expect, it } from 'vitest';
import { consoleUrl, guideSteps } from '../../src/guide/index.ts';

const facts = { bucket: 'acme', region: 'eu-central-1' };

it.each([
  ['create-bucket', 'https://console.aws.amazon.com/s3/bucket/create?region=eu-central-1&bucketType=general'],
  [
    'public-access',
    'https://console.aws.amazon.com/s3/bucket/acme/property/bpa/edit?region=eu-central-1&bucketType=general',
  ],
  [
    'bucket-policy',
    'https://console.aws.amazon.com/s3/bucket/acme/property/policy/edit?region=eu-central-1&bucketType=general',
  ],
  [
    'cors',
    'https://console.aws.amazon.com/s3/bucket/acme/property/cors/edit?region=eu-central-1&bucketType=general',
  ],
  ['iam-policy', 'https://console.aws.amazon.com/iam/home?region=eu-central-1#/policies/create'],
  ['iam-user', 'https://console.aws.amazon.com/iam/home?region=eu-central-1#/users/create'],
  [
    'access-key',
    'https://console.aws.amazon.com/iam/home?region=eu-central-1#/users/details/acme?section=security_credentials',
  ],
] as const)('leads to the page of %s', (step, url) => {
  expect(consoleUrl(step, facts)).toBe(url);
});

it.each([
  ['cn-northwest-1', 'https://console.amazonaws.cn/'],
  ['us-gov-east-1', 'https://console.amazonaws-us-gov.com/'],
  ['', 'https://console.aws.amazon.com/'],
])('leads to the console of the partition of %j', (region, beginning) => {
  for (const step of guideSteps) {
    const url = consoleUrl(step, { bucket: 'acme', region });
    expect(url.startsWith(beginning)).toBe(true);
    expect(new URL(url).searchParams.get('region') ?? '').toBe(region);
  }
});

it.each(['', 'Not A Name', '..', '../../iam'])('leads to the lists where %j is no name', (bucket) => {
  for (const step of ['public-access', 'bucket-policy', 'cors'] as const) {
    expect(consoleUrl(step, { ...facts, bucket })).toBe(
      'https://console.aws.amazon.com/s3/buckets?region=eu-central-1&bucketType=general',
    );
  }
  expect(consoleUrl('access-key', { ...facts, bucket })).toMatch(/#\/users$/);
});

it('leads to where the permissions are looked at, not edited, with private links', () => {
  for (const step of ['public-access', 'bucket-policy'] as const) {
    expect(consoleUrl(step, { ...facts, links: 'private' })).toBe(
      'https://console.aws.amazon.com/s3/buckets/acme?region=eu-central-1&bucketType=general&tab=permissions',
    );
  }
});

it('never leaves the console, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.constantFrom(...guideSteps), (bucket, region, step) => {
      const { protocol, hostname, href } = new URL(consoleUrl(step, { bucket, region }));
      expect(protocol).toBe('https:');
      expect(hostname).toMatch(/^console\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)$/);
      expect(href).not.toMatch(/\.\.|[\s<>"]/);
    }),
  );
});
