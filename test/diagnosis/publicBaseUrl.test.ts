import { describe, expect, it } from 'vitest';
import {
  type Diagnosis,
  diagnosisSchema,
  diagnosisWords,
  everyoneWords,
  fromPublicRead,
  fromValues,
  verdictFor,
  wordsFor,
} from '../../src/diagnosis/index.ts';

const at = { kind: 'field', field: 'publicBaseUrl' } as const;
const read = { bucket: 'acme-attachments', host: 'files.acme.test' };
const messages = { diagnosis: diagnosisWords, everyone: everyoneWords };
const wordsOf = (diagnosis: Diagnosis) => wordsFor(verdictFor('administrator', diagnosis, null), messages);

const answers = [200, 204, 301, 302, 400, 401, 403, 404, 410, 429, 500, 502, 503, 504];
const found = answers.flatMap((status) =>
  (['allowed', 'refused', undefined] as const).map((direct) =>
    fromPublicRead({ status }, { ...read, direct }),
  ),
);
const silent = (
  ['host_not_found', 'certificate_invalid', 's3_unreachable', 'endpoint_not_allowed'] as const
).map((code): Diagnosis => ({ code, host: read.host, where: [at], certainty: 'certain' }));
const insecure: Diagnosis = {
  code: 'endpoint_insecure',
  endpoint: 'http://files.acme.test',
  where: [at],
  certainty: 'certain',
};

describe('a link that leads to the public base URL', () => {
  it.each([...found, ...silent, insecure])(
    'is told of in words that blame nothing else: $code',
    (diagnosis) => {
      expect(diagnosisSchema.parse(diagnosis)).toEqual(diagnosis);
      expect(diagnosis.where[0]).toEqual(at);
      const { title, cause, remedy } = wordsOf(diagnosis);
      const all = [title, cause, ...remedy].join('\n');
      expect(all).toMatch(/public base URL|links/i);
      expect(all).not.toMatch(/The endpoint|“Endpoint”|AWS Region|Amazon S3 is busy|undefined/);
      expect(cause).toMatch(/\.$/);
      expect(new Set(remedy).size).toBe(remedy.length);
    },
  );

  it('tells nobody but an administrator where it leads', () => {
    for (const diagnosis of found)
      expect(JSON.stringify(wordsFor(verdictFor('everyone', diagnosis, '7QX2'), messages))).not.toContain(
        'acme',
      );
  });

  it('quotes only what S3 itself has written as S3’s', () => {
    expect(fromPublicRead({ status: 403, body: '<h1>Forbidden</h1>' }, read)).not.toHaveProperty('s3');
    const s3s = '<Error><Code>AccessDenied</Code><RequestId>REQ1</RequestId></Error>';
    expect(fromPublicRead({ status: 403, body: s3s }, read)).toMatchObject({
      s3: { status: 403, code: 'AccessDenied', requestId: 'REQ1' },
    });
  });
});

describe('a public base URL by its looks', () => {
  const looks = (publicBaseUrl: string, links: 'public' | 'private' = 'public') => {
    const { faults, warnings } = fromValues({ publicBaseUrl, links });
    return [...faults, ...warnings].map(({ code }) => code);
  };

  it.each(['', 'https://files.acme.test', 'https://files.acme.test:8443/a/b%20c/', 'HTTPS://F.test'])(
    'may be %j',
    (url) => expect(looks(url)).toEqual([]),
  );

  it.each([
    'files.acme.test',
    'ftp://files.acme.test',
    'https://files.acme.test?a=b',
    'https://files.acme.test/#a',
    'https://user:secret@files.acme.test',
    'https://files.acme.test/a b',
    'https://files.acme.test//a',
    'https://s3:port',
    `https://files.acme.test/${'x'.repeat(255)}`,
  ])('may not be %j, and none of it is repeated', (url) => {
    const { faults } = fromValues({ publicBaseUrl: url });
    expect(faults).toMatchObject([{ code: 'invalid_input', where: [at] }]);
    expect(JSON.stringify(faults)).not.toContain('acme');
    expect(wordsOf(faults[0] as Diagnosis).title).toContain('public base URL');
  });

  it('goes with public links only', () => {
    expect(looks('https://files.acme.test', 'private')).toEqual(['invalid_input']);
    expect(looks('', 'private')).toEqual([]);
  });

  it('is warned of where it is not encrypted', () => {
    expect(looks('http://files.acme.test')).toEqual(['endpoint_insecure']);
  });
});
