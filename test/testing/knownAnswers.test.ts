import { expect, it } from 'vitest';
import { createFakeS3, documentedAccount } from '../../src/testing/s3/index.ts';

// The examples of "Authenticating Requests: Using the Authorization Header" and "… Using Query Parameters" in Amazon's S3 API reference.
const accessKeyId = 'AKIAIOSFODNN7EXAMPLE';
const account = documentedAccount({
  bucket: 'examplebucket',
  region: 'us-east-1',
  accessKeyId,
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
});
account.users[0]?.policies.push({
  name: 'all',
  document: { Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } },
});
const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const s3 = createFakeS3({ account, now: () => Date.parse('2013-05-24T00:00:00Z') });

function authorization(signedHeaders: string, signature: string): string {
  return `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20130524/us-east-1/s3/aws4_request,SignedHeaders=${signedHeaders},Signature=${signature}`;
}

it("accepts Amazon's example of a signed PUT, whose body and key it verifies", async () => {
  const response = await s3(
    new Request('https://examplebucket.s3.amazonaws.com/test%24file.text', {
      method: 'PUT',
      body: 'Welcome to Amazon S3.',
      headers: {
        date: 'Fri, 24 May 2013 00:00:00 GMT',
        'x-amz-date': '20130524T000000Z',
        'x-amz-storage-class': 'REDUCED_REDUNDANCY',
        'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
        authorization: authorization(
          'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
          '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
        ),
      },
    }),
  );
  expect([response.status, await response.text()]).toEqual([200, '']);
});

it("accepts Amazon's example of a signed GET with a range: what is missing is the object, not the signature", async () => {
  const response = await s3(
    new Request('https://examplebucket.s3.amazonaws.com/test.txt', {
      headers: {
        range: 'bytes=0-9',
        'x-amz-date': '20130524T000000Z',
        'x-amz-content-sha256': empty,
        authorization: authorization(
          'host;range;x-amz-content-sha256;x-amz-date',
          'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
        ),
      },
    }),
  );
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('<Code>NoSuchKey</Code>');
});

it("accepts Amazon's example of a signed list with a query", async () => {
  const response = await s3(
    new Request('https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J', {
      headers: {
        'x-amz-date': '20130524T000000Z',
        'x-amz-content-sha256': empty,
        authorization: authorization(
          'host;x-amz-content-sha256;x-amz-date',
          '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
        ),
      },
    }),
  );
  expect(response.status).toBe(200);
});

it("accepts Amazon's example of a parameter without a value, and says that it has no such operation", async () => {
  const response = await s3(
    new Request('https://examplebucket.s3.amazonaws.com/?lifecycle', {
      headers: {
        'x-amz-date': '20130524T000000Z',
        'x-amz-content-sha256': empty,
        authorization: authorization(
          'host;x-amz-content-sha256;x-amz-date',
          'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
        ),
      },
    }),
  );
  expect(response.status).toBe(501);
});

it("accepts Amazon's example of a presigned URL", async () => {
  const query = [
    'X-Amz-Algorithm=AWS4-HMAC-SHA256',
    `X-Amz-Credential=${accessKeyId}%2F20130524%2Fus-east-1%2Fs3%2Faws4_request`,
    'X-Amz-Date=20130524T000000Z',
    'X-Amz-Expires=86400',
    'X-Amz-SignedHeaders=host',
    'X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  ].join('&');
  const response = await s3(new Request(`https://examplebucket.s3.amazonaws.com/test.txt?${query}`));
  expect(response.status).toBe(404);
});
