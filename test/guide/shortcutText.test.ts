import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bucketPlaceholder,
  bucketPolicy,
  corsRules,
  iamPolicy,
  publicAccessBlock,
  readPastedValues,
  type ShortcutFacts,
  shortcutFileName,
  shortcuts,
  shortcutText,
} from '../../src/guide/index.ts';
import { documentsIn } from './documentsIn.ts';

const facts: ShortcutFacts = {
  bucket: 'acme-attachments',
  region: 'eu-central-1',
  keyPrefix: '',
  links: 'public',
  largeFiles: false,
};
const setUps: readonly [string, ShortcutFacts][] = [
  ['public links', facts],
  ['private links', { ...facts, links: 'private' }],
  ['POST in the CORS rule', { ...facts, post: true }],
  ['large files', { ...facts, largeFiles: true }],
  ['a prefix', { ...facts, keyPrefix: "o'neill(eu)/help-desk/" }],
  ['everything', { ...facts, links: 'private', largeFiles: true, keyPrefix: 'help-desk/' }],
  ['China', { ...facts, region: 'cn-north-1' }],
  ['GovCloud', { ...facts, region: 'us-gov-west-1' }],
];

describe.each(shortcuts)('the shortcut %s', (kind) => {
  it.each(setUps)('holds the guide’s own documents for %s', (_, made) => {
    expect(documentsIn[kind](shortcutText(kind, made))).toEqual({
      bucketPolicy: made.links === 'private' ? null : bucketPolicy(made),
      cors: corsRules(made),
      iamPolicy: iamPolicy(made),
      publicAccessBlock: publicAccessBlock(made),
    });
  });

  it('names a file that its tool knows by its ending', () => {
    expect(shortcutFileName(kind)).toMatch(/^s3-attachments\.(?:sh|yaml|tf)$/);
  });

  it('names the user like the bucket, or as it is told to', () => {
    expect(shortcutText(kind, facts)).toMatch(/(?:user|UserName)\s*[=:] ?["']acme-attachments["']/);
    const named = shortcutText(kind, { ...facts, userName: 'triage.ai' });
    expect(named).toMatch(/(?:user|UserName)\s*[=:] ?["']triage\.ai["']/);
  });

  it.each([
    ['bucket', { bucket: 'x"; rm -rf ~ #' }, bucketPlaceholder],
    ['bucket', { bucket: '' }, bucketPlaceholder],
    ['region', { region: "eu'\nreboot" }, 'YOUR-REGION'],
    ['region', { region: '' }, 'YOUR-REGION'],
    ['key prefix', { keyPrefix: '$(reboot)/' }, 'YOUR-KEY-PREFIX/'],
    ['key prefix', { keyPrefix: 'no-slash' }, 'YOUR-KEY-PREFIX/'],
  ])('has a placeholder for a %s that can be none: %j', (_, over, placeholder) => {
    const text = shortcutText(kind, { ...facts, ...over });
    expect(text).toContain(placeholder);
    expect(text).not.toContain('reboot');
    expect(text).not.toContain('rm -rf');
  });

  it('passes nothing on that was typed and could be code', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.constantFrom('bucket', 'region', 'keyPrefix', 'userName'),
        (typed, name) => {
          const text = shortcutText(kind, { ...facts, [name]: `${typed}\`$(x)'"\n\${y}%{z}` });
          for (const code of ['$(x)', '${y}', '%{z}']) expect(text).not.toContain(code);
          expect(() => documentsIn[kind](text)).not.toThrow();
        },
      ),
      { numRuns: 50 },
    );
  });

  it('holds no secret', () => {
    expect(readPastedValues(shortcutText(kind, facts))?.secretAccessKey).toBeUndefined();
  });
});

describe('the script for CloudShell', () => {
  const parse = (script: string) => execFileSync('bash', ['-n'], { input: script, encoding: 'utf8' });

  it.each(setUps)('is correct bash for %s', (_, made) => {
    expect(() => parse(shortcutText('cloudshell', made))).not.toThrow();
  });

  it('says what is missing before it asks AWS for anything', () => {
    const script = shortcutText('cloudshell', { ...facts, bucket: '', region: '' });
    expect(() => parse(script)).not.toThrow();
    expect(script.indexOf('stop ')).toBeLessThan(script.indexOf('account=$('));
    expect(script).toContain('Enter the bucket name and the AWS Region in the form');
  });

  it('gives the region to every call, and none to make a bucket in the first region', () => {
    const script = shortcutText('cloudshell', { ...facts, region: 'us-east-1' });
    for (const call of script.match(/\baws (?:s3api|iam|sts) .*/g) ?? []) {
      expect(call).toContain('--region "$region"');
    }
    expect(script).toContain('if [ "$region" != us-east-1 ]');
  });
});

describe('the Terraform module', () => {
  it('waits for Block Public Access before it sets the policy', () => {
    const [, policy = ''] = shortcutText('terraform', facts).split('resource "aws_s3_bucket_policy"');
    expect(policy.slice(0, policy.indexOf('\nresource'))).toContain(
      'depends_on = [aws_s3_bucket_public_access_block.attachments]',
    );
  });

  it('marks the secret, and what holds it, as sensitive', () => {
    const outputs = shortcutText('terraform', facts)
      .split('\noutput ')
      .slice(1)
      .filter((output) => output.includes('.secret'));
    expect(outputs).toHaveLength(2);
    for (const output of outputs) expect(output).toMatch(/sensitive\s+= true/);
  });
});
