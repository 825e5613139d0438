import { expect, it } from 'vitest';
import {
  type Diagnosis,
  diagnosisCodes,
  diagnosisSchema,
  diagnosisWords,
  everyoneWords,
  remedyBy,
  settingsTarget,
  targetFromText,
  targetToText,
  verdictFor,
  wordsFor,
} from '../../src/diagnosis/index.ts';

const messages = { diagnosis: diagnosisWords, everyone: everyoneWords };

/** A diagnosis with every fact that any code has: more than one code needs, so that one sample serves all. */
const sample = (code: (typeof diagnosisCodes)[number]) =>
  ({
    code,
    accessKeyId: 'AKIAPRIVATE',
    principal: 'arn:aws:iam::1:user/private',
    resource: 'arn:aws:s3:::private/*',
    action: 's3:PutObject',
    explicitDeny: false,
    bucket: 'private-bucket',
    region: 'us-east-1',
    expected: code === 'upload_incomplete' ? 10 : 'eu-west-1',
    found: null,
    origin: 'https://desk.example',
    method: 'PUT',
    cleared: false,
    headers: 'content-type',
    host: 'private-bucket.s3.example',
    endpoint: 'https://private.example',
    problem: 'scheme',
    loaded: 1,
    total: 2,
    size: 3,
    maximum: 2,
    status: 500,
    issues: [],
    where: [{ kind: 'field', field: 'bucket' }],
    certainty: 'certain',
  }) as unknown as Diagnosis;

it.each(diagnosisCodes)('%s can travel, and has a title, a cause and a remedy for both audiences', (code) => {
  const diagnosis = sample(code);
  expect(diagnosisSchema.safeParse(diagnosis).success).toBe(true);
  for (const audience of ['administrator', 'everyone'] as const) {
    const words = wordsFor(verdictFor(audience, diagnosis, '7QX2'), messages);
    expect(words.title).not.toBe('');
    expect(words.cause).not.toBe('');
    expect(words.remedy.length).toBeGreaterThan(0);
    expect(JSON.stringify(words)).not.toMatch(/undefined|NaN|\[object/);
  }
});

it.each(diagnosisCodes)('%s tells nobody but an administrator a key, a bucket or an account', (code) => {
  // What travels has the facts of its own code only.
  const verdict = verdictFor('everyone', diagnosisSchema.parse(sample(code)), '7QX2');
  expect(JSON.stringify([verdict, wordsFor(verdict, messages)])).not.toMatch(/private|AKIA|arn:/i);
});

it('gives who cannot mend it a reference to hand on', () => {
  const verdict = verdictFor('everyone', sample('secret_wrong'), '7QX2');
  expect(JSON.stringify(verdict)).toBe('{"detail":"redacted","code":"secret_wrong","reference":"7QX2"}');
  expect(wordsFor(verdict, messages).remedy.join(' ')).toContain('7QX2');
});

it('says for every code who can do something about it', () => {
  expect(Object.keys(remedyBy).sort()).toEqual([...diagnosisCodes].sort());
});

it('writes a target into a link and reads it back, and nothing else', () => {
  for (const text of ['field:region', 'step:cors', 'step:cors:AllowedMethods', 'step:iam-policy:Action']) {
    const target = targetFromText(text);
    expect(target && targetToText(target)).toBe(text);
  }
  for (const text of [
    '',
    'field:',
    'field:password',
    'step:nowhere',
    'elsewhere:clock',
    'javascript:alert(1)',
    null,
  ]) {
    expect(targetFromText(text)).toBeNull();
  }
});

it('opens the settings at the first place that they have', () => {
  expect(
    settingsTarget([
      { kind: 'elsewhere', place: 'network' },
      { kind: 'step', step: 'cors' },
    ]),
  ).toEqual({ kind: 'step', step: 'cors' });
  expect(settingsTarget([{ kind: 'elsewhere', place: 'clock' }])).toBeNull();
});
