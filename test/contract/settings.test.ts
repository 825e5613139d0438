import { describe, expect, it } from 'vitest';
import { settingsInputSchema, settingsSchema, statusInputSchema } from '../../src/contract/index.ts';
import { fromValues } from '../../src/diagnosis/index.ts';

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

it.each([
  ['', true],
  ['https://files.example.com', true],
  [' https://files.example.com/desk/ ', true],
  ['http://localhost:9000/a%20b', true],
  ['files.example.com', false],
  ['https://files.example.com?a', false],
  ['https://files.example.com/#a', false],
  ['https://me:secret@files.example.com', false],
  ['https://files.example.com//a', false],
  ['javascript:alert(1)', false],
])('of the public base URL %j it says %s, as a look at the values does', (publicBaseUrl, sound) => {
  expect(issuesOf({ publicBaseUrl })).toEqual(sound ? [] : ['publicBaseUrl:public_base_url']);
  expect(fromValues({ publicBaseUrl: publicBaseUrl.trim() }).faults.length === 0).toBe(sound);
});

it('wants to know which settings the values were made from', () => {
  for (const version of [undefined, -1, 0.5, '1']) expect(issuesOf({ version })).toHaveLength(1);
});

describe('what is told of settings', () => {
  const values = {
    bucket: 'acme',
    region: 'eu-central-1',
    endpoint: '',
    forcePathStyle: false,
    keyPrefix: '',
    links: 'public',
    publicBaseUrl: '',
    largeFiles: false,
    linkLifetime: 900,
    savedAt: '2031-01-01T00:00:00.000Z',
    savedBy: 'ada',
    version: 1,
  };

  it('has no access key once the keys are removed, whoever hands one in', () => {
    const key = { accessKeyId: 'AKIA1', secretAccessKey: 'configured', secretSavedAt: values.savedAt };
    const status = 'keys_removed';
    expect(settingsSchema.parse({ status, ...values, ...key })).toEqual({ status, ...values });
    expect(settingsSchema.safeParse({ status: 'disabled', ...values }).success).toBe(false);
    expect(settingsSchema.safeParse({ status: 'disabled', ...values, ...key }).success).toBe(true);
  });

  it('can be changed to what it can be, and to nothing else', () => {
    for (const status of ['configured', 'disabled', 'keys_removed'])
      expect(statusInputSchema.safeParse({ status, version: 1 }).success).toBe(true);
    expect(statusInputSchema.safeParse({ status: 'not_configured', version: 1 }).success).toBe(false);
    expect(statusInputSchema.safeParse({ status: 'disabled' }).success).toBe(false);
  });
});
