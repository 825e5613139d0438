import { describe, expect, it } from 'vitest';
import { readPastedValues } from '../../src/guide/index.ts';

// Amazon's own examples: they open nothing.
const accessKeyId = 'AKIAIOSFODNN7EXAMPLE';
const secretAccessKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const both = { accessKeyId, secretAccessKey };
const bucket = 'acme-attachments';
const region = 'eu-central-1';

describe('AWS’s files', () => {
  it.each([
    ['accessKeys.csv', `Access key ID,Secret access key\r\n${accessKeyId},${secretAccessKey}\r\n`],
    [
      'one with a mark at the beginning',
      `\ufeffAccess key ID,Secret access key\r\n${accessKeyId},${secretAccessKey}`,
    ],
    ['one with quotes', `\ufeff"Access key ID","Secret access key"\n"${accessKeyId}","${secretAccessKey}"\n`],
    ['one from a spreadsheet', `Access key ID;Secret access key\r\n${accessKeyId};${secretAccessKey}\r\n`],
    [
      'one from a spreadsheet’s cells',
      `Access key ID\tSecret access key\n${accessKeyId}\t${secretAccessKey}\n`,
    ],
    [
      'credentials.csv',
      `User name,Password,Access key ID,Secret access key,Console login link\nacme,,${accessKeyId},${secretAccessKey},https://acme.signin.aws.amazon.com/console\n`,
    ],
    [
      'credentials.csv with a password of commas',
      `User Name,Password,Access key ID,Secret access key,Console login link\n"acme","a,""b,;c",${accessKeyId},${secretAccessKey},https://x\n`,
    ],
    [
      'one with the same row twice',
      `Access key ID,Secret access key\n${`${accessKeyId},${secretAccessKey}\n`.repeat(2)}`,
    ],
  ])('tell key and secret: %s', (_, text) => {
    expect(readPastedValues(text)).toEqual(both);
  });

  it('tell nothing where they hold two keys: the wrong one would look right', () => {
    const other = 'AKIAI44QH8DHBEXAMPLE,je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY';
    const text = `Access key ID,Secret access key\n${accessKeyId},${secretAccessKey}\n${other}\n`;
    expect(readPastedValues(text)).toBeNull();
  });

  it('tell nothing where they hold none', () => {
    expect(readPastedValues('Access key ID,Secret access key\n')).toBeNull();
    expect(readPastedValues('Access key ID,Secret access key\n,\n')).toBeNull();
    expect(readPastedValues('Name,Secret access key\na,b\n')).toBeNull();
  });
});

describe('the block of lines', () => {
  const lines = [
    `Bucket name: ${bucket}`,
    `AWS Region: ${region}`,
    `Access key ID: ${accessKeyId}`,
    `Secret access key: ${secretAccessKey}`,
  ];

  it.each([
    [
      'as the shortcuts print it',
      ['----- Copy from here -----', ...lines, '----- to here -----', ''].join('\n'),
    ],
    ['without its first and last line', lines.join('\r\n')],
    ['among other output', ['Ready: http://localhost:5170', '', ...lines, '~ $ '].join('\n')],
    ['on one line, as the console shows an output of a stack', lines.join(' ')],
    ['indented, as Terraform shows it', lines.map((line) => `    ${line}`).join('\n')],
  ])('fills all four %s', (_, text) => {
    expect(readPastedValues(text)).toEqual({ bucket, region, ...both });
  });

  it('fills what is there when only a part was copied', () => {
    expect(readPastedValues(lines.slice(0, 2).join('\n'))).toEqual({ bucket, region });
    expect(readPastedValues(lines.slice(3).join('\n'))).toEqual({ secretAccessKey });
  });
});

describe('other places', () => {
  it.each([
    [
      'an answer of aws iam create-access-key',
      JSON.stringify(
        {
          AccessKey: {
            UserName: 'acme',
            AccessKeyId: accessKeyId,
            Status: 'Active',
            SecretAccessKey: secretAccessKey,
            CreateDate: '2026-01-01T00:00:00+00:00',
          },
        },
        null,
        4,
      ),
      both,
    ],
    [
      'the same on one line',
      JSON.stringify({ AccessKey: { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey } }),
      both,
    ],
    [
      'the outputs of a stack as JSON',
      JSON.stringify(
        {
          Outputs: [
            { OutputKey: 'BucketName', OutputValue: bucket },
            { OutputKey: 'AwsRegion', OutputValue: region },
            { OutputKey: 'AccessKeyId', OutputValue: accessKeyId },
            { OutputKey: 'SecretAccessKey', OutputValue: secretAccessKey },
          ],
        },
        null,
        2,
      ),
      { bucket, region, ...both },
    ],
    [
      'the outputs of a stack as cells',
      `BucketName\t${bucket}\t-\nAccessKeyId\t${accessKeyId}\t-\nSecretAccessKey\t${secretAccessKey}\t-`,
      { bucket, ...both },
    ],
    [
      '~/.aws/credentials',
      `[default]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\nregion=${region}\n`,
      { region, ...both },
    ],
    [
      'variables of bash',
      `export AWS_ACCESS_KEY_ID=${accessKeyId}\nexport AWS_SECRET_ACCESS_KEY="${secretAccessKey}"\nexport AWS_DEFAULT_REGION=${region}`,
      { region, ...both },
    ],
    [
      'variables of PowerShell',
      `$Env:AWS_ACCESS_KEY_ID="${accessKeyId}"\n$Env:AWS_SECRET_ACCESS_KEY="${secretAccessKey}"`,
      both,
    ],
    [
      'a file of settings',
      `S3_BUCKET=${bucket}\nAWS_REGION='${region}'\nAWS_ACCESS_KEY_ID=${accessKeyId}\n`,
      { bucket, region, accessKeyId },
    ],
    [
      'what aws configure asks',
      `AWS Access Key ID [None]: ${accessKeyId}\nAWS Secret Access Key [None]: ${secretAccessKey}\nDefault region name [None]: ${region}`,
      { region, ...both },
    ],
    [
      'Terraform’s outputs',
      `access_key_id = "${accessKeyId}"\nbucket_name = "${bucket}"\naws_region = "${region}"\nsecret_access_key = <sensitive>\n`,
      { bucket, region, accessKeyId },
    ],
  ])('are read too: %s', (_, text, values) => {
    expect(readPastedValues(text)).toEqual(values);
  });

  it('tell neither key nor secret where there are two profiles, but still the region', () => {
    const profile = (name: string, id: string) =>
      `[${name}]\naws_access_key_id=${id}\naws_secret_access_key=${secretAccessKey}\nregion=${region}\n`;
    expect(readPastedValues(profile('a', accessKeyId) + profile('b', 'AKIAI44QH8DHBEXAMPLE'))).toEqual({
      region,
    });
  });
});

describe('other text', () => {
  it.each([
    '',
    accessKeyId,
    secretAccessKey,
    bucket,
    'arn:aws:s3:::acme',
    'Enter the access key: you find it in IAM, beside the secret access key.',
    'Region: Frankfurt. Bucket name: Not Yet Chosen',
    'Access key ID: …\nSecret access key: ********************',
    '{"AccessKeyId": 12, "SecretAccessKey": null}',
    '{"AccessKey": {',
    'Access key ID,Secret access key',
  ])('is none of it: %j', (text) => {
    expect(readPastedValues(text)).toBeNull();
  });

  it('is not read when it is longer than anything that AWS hands out', () => {
    const block = `Access key ID: ${accessKeyId}\n`;
    expect(readPastedValues(block + ' '.repeat(60_000))).toEqual({ accessKeyId });
    expect(readPastedValues(block + ' '.repeat(70_000))).toBeNull();
  });

  it('is read in no time, whatever it is', () => {
    const started = process.cpuUsage();
    for (const part of [
      '\t',
      ' ',
      'bucket name\t',
      'aws_',
      'secret ',
      '"',
      ',',
      'access key [',
      '\n',
      'a,',
      '"OutputValue"',
      'region=',
    ]) {
      readPastedValues(part.repeat(65_536 / part.length));
      readPastedValues(`Access key ID,Secret access key\n${part.repeat(65_000 / part.length)}`);
    }
    expect(process.cpuUsage(started).user).toBeLessThan(4e6);
  });
});
