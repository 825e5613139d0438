import { expect, it } from 'vitest';
import {
  type Diagnosis,
  diagnosisCodes,
  diagnosisSchema,
  diagnosisWords,
  everyoneWords,
  remedyBy,
  settingsTargets,
  targetFromText,
  targetToText,
  verdictFor,
  wordsFor,
} from '../../src/diagnosis/index.ts';
import { examples } from '../../stories/diagnoses/examples.ts';
import { variants } from '../../stories/diagnoses/variants.ts';

const messages = { diagnosis: diagnosisWords, everyone: everyoneWords };
const samples: [string, Diagnosis][] = [
  ...diagnosisCodes.map((code): [string, Diagnosis] => [code, examples[code]]),
  ...variants.map((variant, index): [string, Diagnosis] => [`${variant.code} (${index + 1})`, variant]),
];
const wordsTo = (audience: 'administrator' | 'everyone', diagnosis: Diagnosis) =>
  wordsFor(verdictFor(audience, diagnosis, '7QX2'), messages);

it.each(samples)(
  '%s can travel, and has a title, a cause and a remedy for both audiences',
  (_, diagnosis) => {
    expect(diagnosisSchema.parse(diagnosis)).toEqual(diagnosis);
    expect(diagnosis.where.length).toBeGreaterThan(0);
    for (const audience of ['administrator', 'everyone'] as const) {
      const { title, cause, remedy } = wordsTo(audience, diagnosis);
      expect(remedy.length).toBeGreaterThan(0);
      expect(new Set(remedy).size).toBe(remedy.length);
      for (const line of [title, cause, ...remedy]) {
        expect(line.trim()).not.toBe('');
        expect(line).not.toMatch(/undefined|null|NaN|\[object| {2}|\.\./);
      }
      expect(cause).toMatch(/[.:]$/);
      expect(title).not.toMatch(/\.$/);
    }
  },
);

it.each(samples)('%s tells nobody but an administrator a key, a bucket or an account', (_, diagnosis) => {
  const verdict = verdictFor('everyone', diagnosis, '7QX2');
  expect(JSON.stringify([verdict, wordsFor(verdict, messages)])).not.toMatch(
    /acme-at|acme\.example|1111222|AKIA|ASIA|arn:/,
  );
});

it('names the one action to add where the other one was allowed', () => {
  const put = wordsTo('administrator', examples.put_not_allowed);
  expect(put.remedy[0]).toContain('add s3:PutObject to “Action”');
  expect(wordsTo('administrator', examples.delete_not_allowed).remedy[0]).toContain('s3:DeleteObject');
});

it('offers all that is left where the other action was refused too, and the right Resource', () => {
  const both = variants.find((one) => one.code === 'put_not_allowed' && one.otherAction === 'refused');
  const { remedy } = wordsTo('administrator', both as Diagnosis);
  expect(remedy[0]).toMatch(/^One of these: .*“Resource”.*arn:aws:s3:::acme-attachments\/\*/);
  expect(remedy[1]).toMatch(/^Or: .*not attached/);
});

it('says which policy denies expressly', () => {
  const kinds = variants.flatMap((one) => (one.code === 'put_not_allowed' && one.explicitDeny ? [one] : []));
  const causes = kinds.map((one) => wordsTo('administrator', one).cause);
  expect(new Set(causes).size).toBe(5);
  expect(causes.filter((cause) => /bucket policy denies/.test(cause))).toHaveLength(1);
});

it('says that a test object stays where it could not be deleted', () => {
  expect(wordsTo('administrator', examples.delete_not_allowed).cause).toContain(
    'stays in the bucket, at triage-ai/tickets/.s3-attachments-probe',
  );
});

it('gives who cannot mend it a reference to hand on', () => {
  const verdict = verdictFor('everyone', examples.secret_wrong, '7QX2');
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

it('opens the settings at each place that they have, in its order and once', () => {
  expect(
    settingsTargets([
      { kind: 'elsewhere', place: 'network' },
      { kind: 'step', step: 'cors', part: 'AllowedMethods' },
      { kind: 'field', field: 'bucket' },
      { kind: 'step', step: 'cors' },
    ]),
  ).toEqual([
    { kind: 'step', step: 'cors', part: 'AllowedMethods' },
    { kind: 'field', field: 'bucket' },
  ]);
  expect(settingsTargets([{ kind: 'elsewhere', place: 'clock' }])).toEqual([]);
});
