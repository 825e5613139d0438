import { expect, it } from 'vitest';
import {
  bucketPolicy,
  bucketPlaceholder,
  corsRules,
  documentSteps,
  documentText,
  guideSteps,
  hasDocument,
  iamPolicy,
  publicAccessBlock,
} from '../../src/guide/index.ts';

it('lets anybody read objects of the bucket, and does not open the bucket itself', () => {
  expect(bucketPolicy({ bucket: 'acme' }).Statement).toEqual([
    expect.objectContaining({
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::acme/*',
    }),
  ]);
});

it('allows the IAM user to put and delete objects, and nothing else', () => {
  expect(iamPolicy({ bucket: 'acme' }).Statement).toEqual([
    expect.objectContaining({ Action: ['s3:PutObject', 's3:DeleteObject'], Resource: 'arn:aws:s3:::acme/*' }),
  ]);
});

it('opens and allows what lies below the prefix, and nothing beside it', () => {
  const facts = { bucket: 'acme', keyPrefix: 'help-desk/eu/' };
  const resource = { Resource: 'arn:aws:s3:::acme/help-desk/eu/*' };
  expect(bucketPolicy(facts).Statement).toEqual([expect.objectContaining(resource)]);
  expect(iamPolicy(facts).Statement).toEqual([expect.objectContaining(resource)]);
});

it.each([
  ['cn-north-1', 'arn:aws-cn:s3:::acme/*'],
  ['us-gov-west-1', 'arn:aws-us-gov:s3:::acme/*'],
  ['eu-central-1', 'arn:aws:s3:::acme/*'],
  ['', 'arn:aws:s3:::acme/*'],
])('writes ARNs as they are written in %j', (region, Resource) => {
  expect(bucketPolicy({ bucket: 'acme', region }).Statement).toMatchObject([{ Resource }]);
  expect(iamPolicy({ bucket: 'acme', region }).Statement).toMatchObject([{ Resource }]);
});

it('lets the IAM user read too where links are private', () => {
  expect(iamPolicy({ bucket: 'acme', links: 'private' }).Statement).toMatchObject([
    { Action: ['s3:PutObject', 's3:DeleteObject', 's3:GetObject'], Resource: 'arn:aws:s3:::acme/*' },
  ]);
});

it('lets the IAM user tidy up after large files where they are stored', () => {
  const Resource = 'arn:aws:s3:::acme/help-desk/*';
  expect(iamPolicy({ bucket: 'acme', keyPrefix: 'help-desk/', largeFiles: true }).Statement).toEqual([
    expect.objectContaining({
      Action: ['s3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
      Resource,
    }),
  ]);
});

it('turns off only what keeps a bucket policy from being public, and with private links nothing', () => {
  expect(publicAccessBlock({})).toEqual({
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: false,
    RestrictPublicBuckets: false,
  });
  expect(Object.values(publicAccessBlock({ links: 'private' }))).toEqual([true, true, true, true]);
});

it('has no bucket policy to paste where links are private: it would make them public', () => {
  expect(documentSteps()).toEqual(['bucket-policy', 'cors', 'iam-policy']);
  expect(documentSteps('private')).toEqual(['cors', 'iam-policy']);
  expect(documentText('bucket-policy', { bucket: 'acme', links: 'private' })).toBe('');
  expect(documentText('iam-policy', { bucket: 'acme', links: 'private' })).toContain('s3:GetObject');
});

it('writes the documents of the set-up guide letter for letter', () => {
  expect(documentText('bucket-policy', { bucket: 'acme' })).toMatchInlineSnapshot(`
    "{
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "PublicReadOfAttachments",
          "Effect": "Allow",
          "Principal": "*",
          "Action": "s3:GetObject",
          "Resource": "arn:aws:s3:::acme/*"
        }
      ]
    }"
  `);
  expect(documentText('iam-policy', { bucket: 'acme' })).toMatchInlineSnapshot(`
    "{
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "WriteAndDeleteAttachments",
          "Effect": "Allow",
          "Action": [
            "s3:PutObject",
            "s3:DeleteObject"
          ],
          "Resource": "arn:aws:s3:::acme/*"
        }
      ]
    }"
  `);
});

it('writes the CORS rules of the source document', () => {
  expect(corsRules()).toEqual([
    {
      AllowedHeaders: ['*'],
      AllowedMethods: ['PUT', 'HEAD', 'GET', 'DELETE'],
      AllowedOrigins: ['*'],
      ExposeHeaders: [],
    },
  ]);
});

it('adds POST to the CORS rule where it is wanted, and nothing else', () => {
  const [documented] = corsRules();
  const methods = ['PUT', 'HEAD', 'GET', 'DELETE', 'POST'];
  expect(corsRules({ post: true })).toEqual([{ ...documented, AllowedMethods: methods }]);
  const text = (post: boolean) => documentText('cors', { bucket: 'acme', post });
  expect(JSON.parse(text(true))).toEqual(corsRules({ post: true }));
  expect(text(false)).toBe(documentText('cors', { bucket: 'acme' }));
});

it('shows a placeholder until the bucket has a name', () => {
  expect(documentText('bucket-policy', { bucket: '' })).toContain(`arn:aws:s3:::${bucketPlaceholder}/*`);
});

it.each(['help-desk', '/help-desk/', 'help-desk//', '../', '$(reboot)/'])(
  'shows a placeholder for the key prefix %j, which is none yet: left out, it would open the whole bucket',
  (keyPrefix) => {
    for (const step of ['bucket-policy', 'iam-policy'] as const) {
      const text = documentText(step, { bucket: 'acme', keyPrefix });
      expect(text).toContain('"arn:aws:s3:::acme/YOUR-KEY-PREFIX/*"');
    }
  },
);

it('shows a placeholder for what can be no name', () => {
  const text = documentText('iam-policy', { bucket: 'Acme_Files', keyPrefix: 'help-desk/' });
  expect(text).toContain(`"arn:aws:s3:::${bucketPlaceholder}/help-desk/*"`);
});

it.each(guideSteps.filter(hasDocument))(
  'writes correct JSON for %s whatever is typed as the name',
  (step) => {
    expect(() => JSON.parse(documentText(step, { bucket: 'a"b\\c\n' }))).not.toThrow();
  },
);
