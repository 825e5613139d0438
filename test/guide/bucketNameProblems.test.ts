import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketNameProblems, suggestBucketName } from '../../src/guide/index.ts';

describe('the rules for the names of buckets', () => {
  it.each([
    'acme',
    'a1b',
    'acme-attachments-2',
    'files.acme.example',
    'x'.repeat(63),
    'sthree',
    'my-xn--bucket',
    '1.2.3',
    'acme--files',
    'acme-an',
  ])('take %j', (name) => {
    expect(bucketNameProblems(name)).toEqual([]);
  });

  it('say nothing of a name that is not there yet', () => {
    expect(bucketNameProblems('')).toEqual([]);
  });

  it.each([
    ['ab', ['too_short']],
    ['x'.repeat(64), ['too_long']],
    ['Acme', ['capitals']],
    ['acme_files', ['underscore']],
    ['acme files', ['spaces']],
    ['acme\nfiles', ['spaces']],
    ['acme/files', ['characters']],
    ['acmé', ['characters']],
    ['ÄCME', ['capitals']],
    ['-acme', ['begins']],
    ['.acme', ['begins']],
    ['acme-', ['ends']],
    ['ac..me', ['dots']],
    ['192.168.5.4', ['address']],
    ['xn--acme', ['reserved']],
    ['sthree-acme', ['reserved']],
    ['sthree-configurator', ['reserved']],
    ['amzn-s3-demo-bucket', ['reserved']],
    ['acme-s3alias', ['reserved']],
    ['acme--ol-s3', ['reserved']],
    ['acme.mrap', ['reserved']],
    ['acme--x-s3', ['reserved']],
    ['acme--table-s3', ['reserved']],
    ['-A_', ['capitals', 'underscore', 'begins']],
    ['-', ['too_short', 'begins', 'ends']],
  ])('name what is wrong with %j', (name, problems) => {
    expect([...bucketNameProblems(name)].sort()).toEqual([...problems].sort());
  });
});

describe('a better name', () => {
  it.each([
    ['Acme Attachments', 'acme-attachments'],
    ['acme_files', 'acme-files'],
    ['Müller & Söhne', null],
    ['Müller und Söhne!', 'muller-und-sohne'],
    ['Straße', 'strasse'],
    ['-acme-', 'acme'],
    ['ac..me', 'ac.me'],
    ['Acme.-.Files', 'acme.files'],
    ['192.168.5.4', '192-168-5-4'],
    [`Acme ${'x'.repeat(100)}`, `acme-${'x'.repeat(58)}`],
    ['acme', null],
    ['', null],
    ['A', null],
    ['!!!', null],
    ['XN--Acme', 'xn-acme'],
    ['Amzn-S3-Demo-Acme', null],
    ['s3://Acme/x', null],
    ['AKIAIOSFODNN7EXAMPLE', null],
    ['wJalrXUtnFEMIaK7MDENGabPxRfiCYEXAMPLEKEY', null],
  ])('for %j is %j', (name, better) => {
    expect(suggestBucketName(name)).toBe(better);
  });

  it('is always one that AWS takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), (name) => {
        const better = suggestBucketName(name);
        if (better !== null) expect([better, bucketNameProblems(better)]).toEqual([better, []]);
      }),
    );
  });
});
