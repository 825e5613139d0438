import { describe, expect, it } from 'vitest';
import {
  documentText,
  type GuideFacts,
  type GuideStep,
  guideSteps,
  guideWords,
  hasDocument,
  helpVideo,
} from '../../src/guide/index.ts';

const facts: GuideFacts = {
  bucket: 'acme',
  region: 'us-east-1',
  keyPrefix: '',
  links: 'public',
  largeFiles: false,
};

function textOf(step: GuideStep, over: Partial<GuideFacts> = {}): string {
  const { title, actions, why, opens } = guideWords[step]({ ...facts, ...over });
  return [title, ...actions, why, opens ?? ''].join('\n');
}

describe('every fact of the source document is in the words of its step', () => {
  it.each<[fact: string, step: GuideStep, words: readonly (string | RegExp)[], over?: Partial<GuideFacts>]>([
    ['what it is for: tickets’ attachments', 'create-bucket', [/attachments of tickets/i]],
    ['instead of space in the database', 'create-bucket', [/instead of .* the database/]],
    ['only for administrators', 'create-bucket', [/only administrators/i]],
    ['an AWS account is needed', 'create-bucket', [/no AWS account yet/, /sign in to the AWS console/]],
    [
      'S3 is under All services or in the search bar',
      'create-bucket',
      ['“S3”', 'search bar', '“All services”'],
    ],
    ['creating a bucket', 'create-bucket', ['“Create bucket”']],
    [
      'a name that tells that it is for triage.ai',
      'create-bucket',
      [/“Bucket name”.*triage\.ai/],
      { bucket: '' },
    ],
    [
      'record name and region',
      'create-bucket',
      [/AWS Region.*us-east-1.*Note it/, /name.*Note it/],
      { bucket: '', region: '' },
    ],
    ['both go into the form', 'create-bucket', ['Enter its name and region in the form'], { bucket: '' }],
    ['all other settings stay as they are', 'create-bucket', [/every other setting as it is, except/]],
    [
      'the section of Block Public Access',
      'public-access',
      ['“Block Public Access settings for this bucket”'],
    ],
    ['untick the box', 'public-access', ['untick “Block all public access”']],
    ['acknowledge the warning', 'public-access', [/tick the warning: “I acknowledge/]],
    ['it is required', 'public-access', [/while it is on, AWS refuses/i]],
    ['open the bucket, tab Permissions', 'bucket-policy', ['choose “acme”', '“Permissions”']],
    ['edit the bucket policy', 'bucket-policy', ['“Bucket policy”', '“Edit”', '“Save changes”']],
    [
      'the Policy Generator',
      'bucket-policy',
      ['“Policy generator”', '“S3 Bucket Policy”', 'the principal “*”', '“GetObject”'],
    ],
    ['the ARN of its objects', 'bucket-policy', ['arn:aws:s3:::acme/*']],
    ['the section of CORS', 'cors', ['“Cross-origin resource sharing (CORS)”', '“Edit”', '“Save changes”']],
    ['the four methods', 'cors', ['PUT', 'HEAD', 'GET', 'DELETE']],
    ['triage.ai alone changes the bucket', 'iam-user', [/the only one that changes the bucket/]],
    [
      'IAM, policies on the left, Create policy',
      'iam-policy',
      ['“IAM”', '“Policies” on the left', '“Create policy”'],
    ],
    [
      'the service S3 and its two actions',
      'iam-policy',
      ['“S3”', '“Write”', '“PutObject”', '“DeleteObject”'],
    ],
    ['the ARN: this bucket, any object', 'iam-policy', ['“Resources”', '“Add ARNs”', '“Any”']],
    ['Next', 'iam-policy', ['“Next”']],
    ['the policy’s name, best the bucket’s', 'iam-policy', [/“Policy name” enter “acme”, like the bucket/]],
    ['the policy’s description', 'iam-policy', [/describe what it is for/i]],
    ['users on the left, Create user', 'iam-user', ['“Users” on the left', '“Create user”']],
    ['the user’s name, best the bucket’s', 'iam-user', [/“User name” enter “acme”, like the bucket/]],
    ['attach the policy directly', 'iam-user', ['“Attach policies directly”', 'search for “acme”']],
    ['the remaining settings stay', 'iam-user', [/leave the remaining settings as they are/i]],
    ['choose the user from the list', 'access-key', [/list of “Users” choose “acme”/]],
    ['create the key in the summary', 'access-key', ['“Summary”', '“Access key 1”', '“Create access key”']],
    ['a third-party service', 'access-key', ['“Third-party service”']],
    ['acknowledge the recommendation', 'access-key', [/tick “I understand the above recommendation/]],
    ['a description of the key', 'access-key', [/describe what the key is for/i]],
    ['record both parts of the key', 'access-key', ['“Access key” and “Secret access key”']],
    ['the secret is shown only once', 'access-key', [/shows the secret this one time only/]],
    [
      'lost or wrong: deactivate it, create another',
      'access-key',
      [/lost, or was copied wrongly, deactivate the key and create another/],
    ],
    ['rotate keys regularly', 'access-key', [/good practice to replace the key now and then/]],
    [
      'save the four values: attachments are in S3',
      'access-key',
      [/all four values. Save them, and new attachments are stored in the bucket/],
    ],
    [
      'failing uploads: the key or the policies',
      'access-key',
      [/if uploads fail.*a wrong key or one of the policies/i],
    ],
  ])('%s', (_, step, words, over) => {
    for (const word of words) {
      if (typeof word === 'string') expect(textOf(step, over)).toContain(word);
      else expect(textOf(step, over)).toMatch(word);
    }
  });

  it('the code for CORS', () => {
    expect(JSON.parse(documentText('cors', facts))).toEqual([
      {
        AllowedHeaders: ['*'],
        AllowedMethods: ['PUT', 'HEAD', 'GET', 'DELETE'],
        AllowedOrigins: ['*'],
        ExposeHeaders: [],
      },
    ]);
  });

  it('the video from 4:23 to 10:40, at the host without cookies', () => {
    expect([helpVideo.start, helpVideo.end]).toEqual([4 * 60 + 23, 10 * 60 + 40]);
    const { hostname, pathname, searchParams } = new URL(helpVideo.embedUrl);
    expect([hostname, pathname]).toEqual(['www.youtube-nocookie.com', '/embed/yGYeYJpRWPM']);
    expect([searchParams.get('start'), searchParams.get('end')]).toEqual(['263', '640']);
    expect(helpVideo.watchUrl).toContain('yGYeYJpRWPM');
  });
});

describe('the words follow the facts', () => {
  it.each(guideSteps)('have something to do and a reason in %s, whatever is known', (step) => {
    for (const bucket of ['', 'acme']) {
      for (const region of ['', 'eu-central-1', 'cn-north-1', 'us-gov-west-1', 'new-region-1']) {
        for (const links of ['public', 'private'] as const) {
          const words = guideWords[step]({
            ...facts,
            bucket,
            region,
            links,
            keyPrefix: 'a/',
            largeFiles: true,
          });
          expect(words.actions.length).toBeGreaterThan(0);
          expect(new Set(words.actions).size).toBe(words.actions.length);
          for (const text of [words.title, words.why, ...words.actions]) {
            expect(text).not.toMatch(/undefined|null|“”|  |\bYOUR-BUCKET-NAME\b.*“acme”/);
            expect(text).toMatch(/\S/);
          }
        }
      }
    }
  });

  it.each(guideSteps)('name the bucket in %s as soon as it has a name', (step) => {
    expect(textOf(step)).toContain('“acme”');
    expect(textOf(step, { bucket: '' })).not.toContain('acme');
  });

  it('say what is opened up, and to whom', () => {
    expect(textOf('bucket-policy')).toMatch(/anybody who has a link can read that attachment/i);
    expect(textOf('bucket-policy')).toContain('all that lies in this bucket');
    expect(textOf('bucket-policy', { keyPrefix: 'help-desk/' })).toContain('below “help-desk/”');
    expect(guideWords['create-bucket'](facts).opens).toBeNull();
  });

  it('leave Block Public Access on with private links, and ask for no bucket policy', () => {
    const links = 'private';
    expect(guideWords['public-access']({ ...facts, links })).toMatchObject({
      title: 'Leave Block Public Access on',
      opens: null,
    });
    expect(textOf('public-access', { links })).not.toMatch(/untick/);
    expect(guideWords['bucket-policy']({ ...facts, links })).toMatchObject({
      title: 'No bucket policy',
      opens: null,
    });
    expect(textOf('bucket-policy', { links })).toMatch(/remove that statement/);
    expect(textOf('create-bucket', { links })).not.toContain('step 2');
  });

  it('tell all that the key may do, and no more', () => {
    expect(textOf('iam-policy')).toContain('store and delete attachments');
    expect(textOf('iam-policy', { links: 'private' })).toContain('store, read and delete attachments');
    expect(textOf('iam-policy', { largeFiles: true })).toMatch(/tidy up after uploads that were broken off/);
    expect(textOf('access-key', { links: 'private' })).toContain('store, read and delete attachments');
  });

  it('lead to the consoles of China and of GovCloud', () => {
    expect(textOf('create-bucket', { region: 'cn-north-1' })).toContain('console.amazonaws.cn');
    expect(textOf('create-bucket', { region: 'us-gov-west-1' })).toContain('console.amazonaws-us-gov.com');
    expect(textOf('bucket-policy', { region: 'cn-north-1' })).toContain('arn:aws-cn:s3:::acme/*');
  });

  it('speak of a document below only where there is one', () => {
    for (const links of ['public', 'private'] as const) {
      for (const step of guideSteps) {
        const hasOne = hasDocument(step) && documentText(step, { ...facts, links }) !== '';
        expect(textOf(step, { links }).includes('document below')).toBe(hasOne);
      }
    }
  });
});
