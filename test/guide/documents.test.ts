import { expect, it } from 'vitest';
import {
  bucketPolicy,
  bucketPlaceholder,
  corsRules,
  documentText,
  guideSteps,
  guideWords,
  hasDocument,
  iamPolicy,
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

it('shows a placeholder until the bucket has a name', () => {
  expect(documentText('bucket-policy', { bucket: '' })).toContain(`arn:aws:s3:::${bucketPlaceholder}/*`);
});

it.each(guideSteps.filter(hasDocument))(
  'writes correct JSON for %s whatever is typed as the name',
  (step) => {
    expect(() => JSON.parse(documentText(step, { bucket: 'a"b\\c\n' }))).not.toThrow();
  },
);

it('has words for every step', () => {
  for (const step of guideSteps) {
    expect(guideWords[step].actions.length).toBeGreaterThan(0);
    expect(guideWords[step].why).not.toBe('');
  }
});
