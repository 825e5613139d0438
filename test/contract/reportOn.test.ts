import { expect, it } from 'vitest';
import { type CheckStep, reportOn } from '../../src/contract/index.ts';
import type { Diagnosis } from '../../src/diagnosis/index.ts';

const at = { checkedAt: '2031-01-01T00:00:00.000Z', ms: 12 };
const region = (certainty: Diagnosis['certainty'], expected: string): Diagnosis => ({
  code: 'region_wrong',
  region: 'x',
  expected,
  where: [{ kind: 'field', field: 'region' }],
  certainty,
});
const offline: Diagnosis = {
  code: 'offline',
  where: [{ kind: 'elsewhere', place: 'network' }],
  certainty: 'certain',
};
const passed: CheckStep = { step: 'values', status: 'passed', ms: 1 };
const failed = (step: CheckStep['step'], ...diagnoses: Diagnosis[]): CheckStep => ({
  step,
  status: 'failed',
  ms: 1,
  diagnoses,
});

it('tells a cause once: as S3 said it for certain, wherever that stands', () => {
  const guessed = failed('values', region('likely', 'a'));
  const said = failed('bucket', region('certain', 'b'));
  expect(reportOn([guessed, said], at).findings).toEqual([region('certain', 'b')]);
  expect(reportOn([said, guessed], at).findings).toEqual([region('certain', 'b')]);
  const twice = [failed('values', region('certain', 'a')), said];
  expect(reportOn(twice, at).findings).toEqual([region('certain', 'a')]);
  const guesses = [guessed, failed('bucket', region('possible', 'b'))];
  expect(reportOn(guesses, at).findings).toEqual([region('likely', 'a')]);
});

it('puts the steps into their order, and what failed before what is only warned of', () => {
  const warned: CheckStep = { step: 'values', status: 'warning', ms: 1, diagnoses: [offline] };
  const report = reportOn([failed('cors', region('likely', 'a')), warned], at);
  expect(report).toMatchObject({ ...at, outcome: 'failed' });
  expect(report.steps.map(({ step }) => step)).toEqual(['values', 'cors']);
  expect(report.findings.map(({ code }) => code)).toEqual(['region_wrong', 'offline']);
});

it.each<[CheckStep['status'], CheckStep[]]>([
  ['passed', [passed]],
  ['passed', [passed, { step: 'owner', status: 'skipped', reason: 'custom_endpoint' }]],
  ['warning', [passed, { step: 'read', status: 'warning', ms: 1, diagnoses: [offline] }]],
  ['unknown', [passed, { step: 'write', status: 'skipped', reason: 'needs_secret' }]],
  [
    'unknown',
    [
      { step: 'read', status: 'warning', ms: 1, diagnoses: [offline] },
      { step: 'cors', status: 'unknown', ms: 1, reason: 'timeout' },
    ],
  ],
  ['failed', [{ step: 'cors', status: 'unknown', ms: 1, reason: 'timeout' }, failed('bucket', offline)]],
])('is %s as a whole where the worst of it is', (outcome, steps) => {
  expect(reportOn(steps, at).outcome).toBe(outcome);
});
