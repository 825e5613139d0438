import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPastedBucket } from '../../src/guide/index.ts';

describe('what was pasted tells the bucket', () => {
  it.each([
    ['arn:aws:s3:::acme', { bucket: 'acme' }],
    ['arn:aws:s3:::acme/*', { bucket: 'acme' }],
    ['"arn:aws:s3:::acme/*",', { bucket: 'acme' }],
    ['arn:aws-cn:s3:::acme/help-desk/*', { bucket: 'acme', keyPrefix: 'help-desk/' }],
    ['arn:aws-us-gov:s3:::acme/a/b/*', { bucket: 'acme', keyPrefix: 'a/b/' }],
    ['s3://acme', { bucket: 'acme' }],
    ['s3://acme/', { bucket: 'acme' }],
    ['s3://acme/help-desk/', { bucket: 'acme', keyPrefix: 'help-desk/' }],
    ['s3://acme/help-desk', { bucket: 'acme', keyPrefix: 'help-desk/' }],
    ['s3://acme/help-desk/report.pdf', { bucket: 'acme' }],
    ['s3a://acme/help-desk/', { bucket: 'acme', keyPrefix: 'help-desk/' }],
    ['https://acme.s3.eu-central-1.amazonaws.com', { bucket: 'acme', region: 'eu-central-1' }],
    ['https://acme.s3.eu-central-1.amazonaws.com/a.png', { bucket: 'acme', region: 'eu-central-1' }],
    ['acme.s3.eu-central-1.amazonaws.com', { bucket: 'acme', region: 'eu-central-1' }],
    ['https://acme.s3-eu-west-1.amazonaws.com/', { bucket: 'acme', region: 'eu-west-1' }],
    ['https://acme.s3.amazonaws.com/a/', { bucket: 'acme', keyPrefix: 'a/' }],
    [
      'https://files.acme.example.s3.us-west-2.amazonaws.com/',
      { bucket: 'files.acme.example', region: 'us-west-2' },
    ],
    ['https://acme.s3.dualstack.us-west-2.amazonaws.com/', { bucket: 'acme', region: 'us-west-2' }],
    [
      'https://acme.s3-fips.dualstack.us-gov-west-1.amazonaws.com/',
      { bucket: 'acme', region: 'us-gov-west-1' },
    ],
    ['https://acme.s3.cn-north-1.amazonaws.com.cn/', { bucket: 'acme', region: 'cn-north-1' }],
    ['https://acme.s3-accelerate.amazonaws.com/a.png', { bucket: 'acme' }],
    ['https://acme.s3-accelerate.dualstack.amazonaws.com', { bucket: 'acme' }],
    ['http://acme.s3-website-us-east-1.amazonaws.com', { bucket: 'acme', region: 'us-east-1' }],
    ['http://acme.s3-website.eu-central-1.amazonaws.com/', { bucket: 'acme', region: 'eu-central-1' }],
    ['https://s3.eu-central-1.amazonaws.com/acme/a.png', { bucket: 'acme', region: 'eu-central-1' }],
    [
      'https://s3.eu-central-1.amazonaws.com/acme/help-desk/',
      { bucket: 'acme', region: 'eu-central-1', keyPrefix: 'help-desk/' },
    ],
    ['https://s3-eu-west-1.amazonaws.com/acme', { bucket: 'acme', region: 'eu-west-1' }],
    ['https://s3.amazonaws.com/acme', { bucket: 'acme' }],
    ['https://s3.dualstack.eu-west-1.amazonaws.com/acme', { bucket: 'acme', region: 'eu-west-1' }],
    [
      'https://eu-central-1.console.aws.amazon.com/s3/buckets/acme?region=eu-central-1&bucketType=general&tab=objects',
      { bucket: 'acme', region: 'eu-central-1' },
    ],
    [
      'https://s3.console.aws.amazon.com/s3/buckets/acme?region=eu-central-1&prefix=help-desk/eu/&showversions=false',
      { bucket: 'acme', region: 'eu-central-1', keyPrefix: 'help-desk/eu/' },
    ],
    [
      'https://s3.console.aws.amazon.com/s3/object/acme?region=eu-central-1&prefix=help-desk/report.pdf',
      { bucket: 'acme', region: 'eu-central-1' },
    ],
    [
      'https://us-east-1.console.aws.amazon.com/s3/bucket/acme/property/policy/edit?region=us-east-1',
      { bucket: 'acme', region: 'us-east-1' },
    ],
    [
      'https://console.amazonaws.cn/s3/buckets/acme?region=cn-north-1',
      { bucket: 'acme', region: 'cn-north-1' },
    ],
    [
      'https://console.amazonaws-us-gov.com/s3/buckets/acme?region=us-gov-west-1',
      { bucket: 'acme', region: 'us-gov-west-1' },
    ],
    [
      'https://acme.fra1.digitaloceanspaces.com/',
      { bucket: 'acme', region: 'fra1', endpoint: 'https://fra1.digitaloceanspaces.com' },
    ],
    [
      'https://s3.eu-central-1.wasabisys.com/acme',
      { bucket: 'acme', region: 'eu-central-1', endpoint: 'https://s3.eu-central-1.wasabisys.com' },
    ],
    [
      'https://acme.s3.us-west-004.backblazeb2.com',
      { bucket: 'acme', region: 'us-west-004', endpoint: 'https://s3.us-west-004.backblazeb2.com' },
    ],
  ])('in %s', (pasted, told) => {
    expect(readPastedBucket(pasted)).toEqual(told);
    expect(readPastedBucket(`  ${pasted}\n`)).toEqual(told);
  });

  it.each([
    '',
    'acme',
    'acme-attachments',
    'files.acme.example',
    'Acme Attachments',
    'https://minio.example.com/x',
    'https://files.acme.example/acme/',
    'https://acme.s3.eu-central-1.amazonaws.com.evil.example/',
    'https://s3.eu-central-1.amazonaws.com',
    'https://s3.eu-central-1.amazonaws.com/',
    'https://s3.console.aws.amazon.com/s3/buckets?region=eu-central-1',
    'https://eu-central-1.console.aws.amazon.com/iam/home#/users',
    'https://acme-123.s3-accesspoint.us-west-2.amazonaws.com',
    'arn:aws:s3:us-west-2:111122223333:accesspoint/acme',
    'arn:aws:iam::111122223333:user/acme',
    'arn:aws:s3:::',
    's3://',
    's3://Not_A_Name/x',
    'https://',
    'https://[',
    'https://%zz.s3.amazonaws.com',
    'mailto:somebody@acme.example',
  ])('but not in %j', (pasted) => {
    expect(readPastedBucket(pasted)).toBeNull();
  });

  it('without a signature, a password or a secret that came along', () => {
    const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
    const signed = `X-Amz-Credential=AKIAIOSFODNN7EXAMPLE&X-Amz-Signature=${'0a'.repeat(32)}&X-Amz-Security-Token=t0ken`;
    for (const pasted of [
      `https://acme.s3.eu-central-1.amazonaws.com/tickets/1/a.png?${signed}`,
      `https://AKIAIOSFODNN7EXAMPLE:${encodeURIComponent(secret)}@acme.s3.eu-central-1.amazonaws.com/`,
      `https://acme.s3.eu-central-1.amazonaws.com/#${secret}`,
    ]) {
      expect(readPastedBucket(pasted)).toEqual({ bucket: 'acme', region: 'eu-central-1' });
    }
  });

  it('as quickly from a long text as from a short one, and never with an exception', () => {
    for (const part of ['/', '.', 'a.', 's3.', '%', 'arn:aws:s3:::', '\u200b']) {
      expect(() => readPastedBucket(part.repeat(1_000_000 / part.length))).not.toThrow();
    }
    fc.assert(fc.property(fc.webUrl({ withQueryParameters: true }), (url) => void readPastedBucket(url)));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readPastedBucket(text)));
  });
});
