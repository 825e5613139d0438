import { expect, it } from 'vitest';
import { settingsInputSchema } from '../../src/contract/index.ts';

const good = {
  bucket: 'acme-attachments',
  region: 'eu-central-1',
  accessKeyId: 'AKIA0123456789ABCDEF',
  secretAccessKey: 'x'.repeat(40),
  version: 0,
};
const issuesOf = (over: object) => {
  const parsed = settingsInputSchema.safeParse({ ...good, ...over });
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}:${issue.message}`);
};

it('takes what AWS hands out, and trims what was copied around it', () => {
  expect(
    settingsInputSchema.parse({
      ...good,
      bucket: ' acme-attachments\n',
      secretAccessKey: ` ${good.secretAccessKey}\n`,
    }),
  ).toEqual(good);
});

it.each([
  'Acme',
  'ab',
  'a'.repeat(64),
  '-acme',
  'acme-',
  'a..b',
  '192.168.0.1',
  'acme_files',
  's3://acme',
  'arn:aws:s3:::acme',
])('refuses the bucket name %s', (bucket) => expect(issuesOf({ bucket })).toEqual(['bucket:bucket_name']));

it.each(['abc', 'a.b.c', '0-0', 'a'.repeat(63)])('takes the bucket name %s', (bucket) =>
  expect(issuesOf({ bucket })).toEqual([]),
);

it('refuses an empty value by naming the field', () => {
  expect(issuesOf({ bucket: '', region: ' ', accessKeyId: '' }).sort()).toEqual(
    expect.arrayContaining(['accessKeyId:required', 'bucket:required', 'region:required']),
  );
});

it('takes a region that is on no list, because AWS opens new ones', () => {
  expect(issuesOf({ region: 'eu-north-9' })).toEqual([]);
  expect(issuesOf({ region: 'US East (Ohio)' })).toEqual(['region:region']);
});

it.each([`"${'x'.repeat(40)}"`, `'${'x'.repeat(40)}'`, `\`${'x'.repeat(40)}\``, ' "" ', 'two words'])(
  'refuses the secret %s: quotes and spaces are not a part of one',
  (secretAccessKey) => expect(issuesOf({ secretAccessKey })).toEqual(['secretAccessKey:secret']),
);

it.each(['a"b', `"a'`, `'a`, 'a`', 'abc/+='])(
  'takes the secret %s: other stores may have any',
  (secretAccessKey) => expect(issuesOf({ secretAccessKey })).toEqual([]),
);
