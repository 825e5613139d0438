import { describe, expect, it } from 'vitest';
import { fromS3Error, isRefusal, type S3Answer } from '../../src/diagnosis/index.ts';
import { answer, placed, put } from './s3Answers.ts';

describe('a redirect', () => {
  it.each([301, 302, 307, 308])('%d without S3’s code leads away from the endpoint', (status) => {
    const headers = { location: 'https://user:hush@store.example/acme/k?X-Amz-Signature=abc' };
    const diagnosis = fromS3Error({ status, headers }, { ...put, custom: true, host: 's3.acme.example' });
    expect(diagnosis).toMatchObject({
      code: 'endpoint_redirects',
      host: 's3.acme.example',
      location: 'https://store.example/acme/k',
      where: [{ kind: 'field', field: 'endpoint' }],
    });
    expect(JSON.stringify(diagnosis)).not.toMatch(/hush|abc/);
  });

  it('on Amazon comes from something in between', () => {
    const headers = { location: 'https://login.guest.example/' };
    expect(fromS3Error({ status: 302, headers }, { ...put, custom: false })).toMatchObject({
      code: 'endpoint_redirects',
      where: [{ kind: 'elsewhere', place: 'network' }],
    });
  });
});

describe('an answer that is not S3’s', () => {
  it.each<[string, S3Answer]>([
    ['a proxy’s page', { status: 403, body: '<!DOCTYPE html><html><h1>Blocked</h1></html>' }],
    ['a proxy that wants a sign-in', { status: 407 }],
    ['a network that wants a sign-in', { status: 511 }],
    ['a success that is a page', { status: 200, body: '<html>Welcome</html>' }],
    ['a success without S3’s marks', { status: 200, body: '' }],
    ['another service’s JSON', { status: 404, body: '{"message":"Not Found"}' }],
    ['XHTML', { status: 403, body: '<?xml version="1.0"?><html xmlns="x"></html>' }],
    ['a page without a body', { status: 403, headers: { 'content-type': 'text/html; charset=utf-8' } }],
  ])('is told from S3’s: %s', (_, s3Answer) => {
    expect(fromS3Error(s3Answer, put)).toMatchObject({
      code: 'not_s3',
      status: s3Answer.status,
      where: [{ kind: 'elsewhere', place: 'network' }],
    });
    expect(placed(fromS3Error(s3Answer, { ...put, custom: true }).where)).toEqual([
      'field:endpoint',
      'network',
    ]);
  });

  it('may be gone in a moment when a gateway gives it', () => {
    expect(placed(fromS3Error({ status: 502, body: '<html></html>' }, put).where)).toEqual([
      'network',
      'try-again',
    ]);
  });
});

describe('however it is written', () => {
  const plain = '<Error><Code>NoSuchBucket</Code><RequestId>REQ1</RequestId></Error>';
  it.each([
    ['with a byte order mark', `\uFEFF${plain}`],
    [
      'with a namespace',
      '<Error xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Code>NoSuchBucket</Code></Error>',
    ],
    [
      'with prefixes',
      '<s3:Error xmlns:s3="x"><s3:Code>NoSuchBucket</s3:Code><s3:RequestId>REQ1</s3:RequestId></s3:Error>',
    ],
    ['with attributes', '<Error a="1"><Code lang="en">NoSuchBucket</Code></Error>'],
    ['with CDATA', '<Error><Code><![CDATA[NoSuchBucket]]></Code></Error>'],
    ['with comments', '<Error><!-- <Code>SlowDown</Code> --><Code>NoSuch<!-- -->Bucket</Code></Error>'],
    ['with entities', '<Error><Code>NoSuch&#66;ucke&#x74;</Code></Error>'],
    ['with line breaks', '<Error>\r\n  <Code>\r\n NoSuchBucket\r\n </Code>\r\n</Error>'],
    ['in UTF-16 read as Latin-1', [...plain].join('\0')],
    ['before a heap of rest', `${plain}${'x'.repeat(2_000_000)}`],
    ['inside STS’s envelope', `<ErrorResponse>${plain}</ErrorResponse>`],
  ])('is read %s', (_, body) => {
    expect(fromS3Error({ status: 404, body }, put).code).toBe('bucket_missing');
  });

  it('is read from a 200 that carries an error', () => {
    const late = { status: 200, body: `<?xml version="1.0"?>\n\n${answer(200, 'InternalError').body}` };
    expect(isRefusal(late)).toBe(true);
    expect(fromS3Error(late, put).code).toBe('s3_unavailable');
    expect(isRefusal({ status: 200, body: '<CompleteMultipartUploadResult/>' })).toBe(false);
    expect(isRefusal({ status: 204 })).toBe(false);
    expect([300, 403, 503].every((status) => isRefusal({ status }))).toBe(true);
  });

  it.each([Number.NaN, 0, Number.POSITIVE_INFINITY])('has no status worth the name: %d', (status) => {
    expect(fromS3Error({ status }, put)).toMatchObject({ code: 's3_refused', s3: { status: 0 } });
  });
});
