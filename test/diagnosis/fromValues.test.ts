import { describe, expect, it } from 'vitest';
import { type ConnectionValues, diagnosisSchema, fromValues } from '../../src/diagnosis/index.ts';

const secretAccessKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const good: ConnectionValues = {
  bucket: 'acme-attachments',
  region: 'eu-central-1',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey,
};
const look = (over: ConnectionValues) => fromValues({ ...good, ...over });

describe('sound values', () => {
  it.each<[string, ConnectionValues]>([
    ['the documented ones', {}],
    ['no secret, because the saved one is used', { secretAccessKey: undefined }],
    ['a region that opened after this was written', { region: 'eu-atlantis-3' }],
    ['a region of another partition', { region: 'us-isob-east-1' }],
    ['a prefix', { keyPrefix: 'help-desk/attachments/' }],
    ['an endpoint', { endpoint: 'https://s3.acme.example:9000' }],
    [
      'another store’s keys and region',
      {
        endpoint: 'https://s3.acme.example',
        accessKeyId: '0555b35654ad1656d804',
        secretAccessKey: 'h7GhxuBLTrlhVUyxSPUKUV8r/2EI4ngqJxD7iBdBYLhwluN30JaT3Q==',
        region: 'auto',
      },
    ],
    [
      'a bucket named like the first label of an ordinary host',
      { bucket: 'storage', endpoint: 'https://storage.acme.example' },
    ],
  ])('raise no fault: %s', (_, over) => {
    expect(look(over).faults).toEqual([]);
  });
});

describe('keys', () => {
  it('are swapped when each looks like the other', () => {
    const { faults } = look({ accessKeyId: secretAccessKey, secretAccessKey: 'AKIAIOSFODNN7EXAMPLE' });
    expect(faults).toEqual([
      {
        code: 'credentials_swapped',
        where: [
          { kind: 'field', field: 'accessKeyId' },
          { kind: 'field', field: 'secretAccessKey' },
        ],
        certainty: 'certain',
      },
    ]);
  });

  it.each([
    ['a space', 'AKIA IOSFODNN7EXAMPL'],
    ['a line break', 'AKIAIOSFODNN7EXAMPLE\n'],
    ['a slash', 'AKIAIOSFODNN7/XAMPLE'],
    ['quotes', '"AKIAIOSFODNN7EXAMPLE"'],
    ['a no-break space', 'AKIAIOSFODNN7EXAMPLE\u00A0'],
    ['a zero-width space', 'AKIAIOSFODNN7EXAMPLE\u200B'],
    ['a byte order mark', '\uFEFFAKIAIOSFODNN7EXAMPLE'],
  ])('cannot hold %s', (_, accessKeyId) => {
    expect(look({ accessKeyId }).faults).toMatchObject([
      {
        code: 'credential_malformed',
        where: [{ kind: 'field', field: 'accessKeyId' }],
        certainty: 'certain',
      },
    ]);
  });

  it.each([
    ['too short', 'AKIAIOSFODNN7EXAMPL'],
    ['in small letters', 'akiaiosfodnn7example'],
    ['the ID of a user', 'AIDAIOSFODNN7EXAMPLE'],
  ])('are likely not Amazon’s: %s', (_, accessKeyId) => {
    expect(look({ accessKeyId }).faults).toMatchObject([
      { code: 'credential_malformed', accessKeyId, certainty: 'likely' },
    ]);
  });

  it('are temporary when they begin with ASIA, on Amazon', () => {
    const accessKeyId = 'ASIAIOSFODNN7EXAMPLE';
    expect(look({ accessKeyId }).faults).toMatchObject([
      { code: 'credential_temporary', accessKeyId, where: [{ kind: 'step', step: 'access-key' }, {}] },
    ]);
    expect(look({ accessKeyId, endpoint: 'https://s3.acme.example' }).faults).toEqual([]);
  });

  it.each([
    ['cut', secretAccessKey.slice(1)],
    ['in quotes', `"${secretAccessKey.slice(2)}"`],
    ['in typographic quotes', `“${secretAccessKey}”`],
    ['with a line break', `${secretAccessKey.slice(0, 20)}\n${secretAccessKey.slice(21)}`],
    ['with a zero-width joiner', `${secretAccessKey.slice(1)}\u200D`],
    ['encoded for an address', encodeURIComponent(secretAccessKey)],
    ['the key ID once more', 'AKIAIOSFODNN7EXAMPLE'],
  ])('have a secret that does not look whole: %s', (_, secret) => {
    const found = look({ secretAccessKey: secret });
    expect(found.faults).toEqual([
      {
        code: 'secret_malformed',
        where: [{ kind: 'field', field: 'secretAccessKey' }],
        certainty: 'likely',
      },
    ]);
  });

  it('never have their secret repeated, wherever it was pasted', () => {
    for (const name of ['bucket', 'region', 'accessKeyId', 'endpoint', 'keyPrefix'] as const) {
      for (const value of [secretAccessKey, `https://${secretAccessKey}`, `s3://${secretAccessKey}/x`]) {
        const said = JSON.stringify(look({ [name]: value }));
        expect(said.toLowerCase()).not.toContain(secretAccessKey.toLowerCase());
        const alone = JSON.stringify(fromValues({ [name]: secretAccessKey }));
        expect(alone).not.toContain(secretAccessKey);
      }
    }
  });
});

describe('the bucket', () => {
  it.each([
    ['arn:aws:s3:::acme/*', 'acme'],
    ['arn:aws-cn:s3:::acme/folder/*', 'acme'],
    ['s3://acme/folder', 'acme'],
    ['acme.s3.eu-central-1.amazonaws.com/a.png', 'acme'],
    ['http://acme.s3-website-us-east-1.amazonaws.com', 'acme'],
    ['https://console.amazonaws.cn/s3/buckets/acme?region=cn-north-1', 'acme'],
    ['https://minio.acme.example/acme', undefined],
    ['https://acme.s3.eu-central-1.amazonaws.com/a.png', 'acme'],
    ['https://s3.eu-central-1.amazonaws.com/acme/a.png', 'acme'],
    ['https://eu-central-1.console.aws.amazon.com/s3/buckets/acme?region=eu-central-1', 'acme'],
    ['Acme', 'acme'],
    ['acme/', 'acme'],
    ['a', undefined],
    ['acme_attachments', undefined],
    ['192.168.0.1', undefined],
    ['acme..files', undefined],
    ['-acme', undefined],
  ])('cannot be named %s', (bucket, name) => {
    const [fault, ...others] = look({ bucket }).faults;
    expect(others).toEqual([]);
    expect(fault).toMatchObject({
      code: 'bucket_name_invalid',
      where: [{ kind: 'field', field: 'bucket' }],
    });
    expect((fault as { name?: string }).name).toBe(name);
  });

  it('is shown without the signature of a pasted link', () => {
    const bucket = 'https://acme.s3.amazonaws.com/a?X-Amz-Signature=0123&X-Amz-Security-Token=abc';
    expect(JSON.stringify(look({ bucket }))).not.toMatch(/Signature|Token/);
  });
});

describe('the region', () => {
  it.each([
    ['EU (Frankfurt)', 'eu-central-1'],
    ['N. Virginia', 'us-east-1'],
    ['Canada (Central)', 'ca-central-1'],
    ['Sao Paulo', 'sa-east-1'],
    ['Europe (Ireland) eu-west-1', 'eu-west-1'],
    ['EU-CENTRAL-1', 'eu-central-1'],
    ['s3.eu-west-3.amazonaws.com', 'eu-west-3'],
    ['US East', undefined],
    ['Atlantis', undefined],
  ])('%s is a name and means %s', (region, expected) => {
    const [fault] = look({ region }).faults;
    expect(fault).toMatchObject({ code: 'region_wrong', region, certainty: 'certain' });
    expect((fault as { expected?: string }).expected).toBe(expected);
  });
});

it.each(['oregon', 'eu-central-1a', 'central', 'eucentral1'])(
  'the region %s could be a code: S3 is asked, and knows better than a guess',
  (region) => {
    expect(look({ region }).faults).toEqual([]);
  },
);

describe('the endpoint', () => {
  it.each([
    ['scheme', 's3.acme.example'],
    ['scheme', '//s3.acme.example:9000'],
    ['scheme', 'ftp://s3.acme.example'],
    ['unreadable', 'https://'],
    ['unreadable', 'our store'],
    ['unreadable', 'https://s3.acme example'],
    ['credentials', 'https://user:hush@s3.acme.example'],
    ['bucket', 'https://acme-attachments.s3.acme.example'],
    ['bucket', 'https://acme-attachments.s3.eu-central-1.amazonaws.com'],
    ['bucket', 'https://s3.acme.example/acme-attachments/'],
    ['path', 'https://s3.acme.example/console?tab=1'],
  ])('has a fault: %s in %s', (problem, endpoint) => {
    const { faults } = look({ endpoint });
    expect(faults).toMatchObject([
      { code: 'endpoint_invalid', problem, where: [{ kind: 'field', field: 'endpoint' }] },
    ]);
    expect(JSON.stringify(faults)).not.toMatch(/hush|tab=/);
  });

  it('is a warning without encryption', () => {
    const { faults, warnings } = look({ endpoint: 'http://s3.acme.example' });
    expect(faults).toEqual([]);
    expect(warnings).toMatchObject([{ code: 'endpoint_insecure', endpoint: 'http://s3.acme.example' }]);
  });
});

it('says of a prefix that it cannot be used', () => {
  for (const keyPrefix of ['/desk/', 'desk', 'desk//files/', '../desk/', 'a b/']) {
    expect(look({ keyPrefix }).faults).toMatchObject([
      { code: 'invalid_input', where: [{ kind: 'field', field: 'keyPrefix' }, {}] },
    ]);
  }
});

it('names what is certain before what is likely', () => {
  const { faults } = look({ region: 'Oregon', bucket: 'A', accessKeyId: 'AKIA' });
  expect(faults.map(({ code }) => code)).toEqual([
    'bucket_name_invalid',
    'region_wrong',
    'credential_malformed',
  ]);
  for (const fault of faults) expect(diagnosisSchema.parse(fault)).toEqual(fault);
});
