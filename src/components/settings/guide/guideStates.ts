'use client';
import type { CheckReport, CheckStep, CheckStepName } from '../../../contract/index.ts';
import type { Diagnosis, SettingsField, Where } from '../../../diagnosis/index.ts';
import { type GuideStep, guideSteps } from '../../../guide/index.ts';
import { causesOf, type FullVerdict } from '../causesOf.ts';

/** A step of the guide as the last check left it. Only what was asked of S3 makes a step done. */
export type GuideStepState =
  | { status: 'done' }
  /** The causes that begin here, and the keys of the step's document to change. */
  | { status: 'not_done'; verdicts: readonly FullVerdict[]; parts: readonly string[] }
  /** It may be this step, and looks the same as another one that is named first. */
  | { status: 'suspect'; verdicts: readonly FullVerdict[]; parts: readonly string[] }
  | { status: 'unknown' };

/** The steps of the check that show that a step of the guide was done: all of them must have passed. */
const probes: Record<GuideStep, readonly CheckStepName[]> = {
  'create-bucket': ['bucket'],
  'public-access': ['read'],
  'bucket-policy': ['read'],
  cors: ['cors'],
  'iam-policy': ['write', 'delete'],
  'iam-user': ['write'],
  'access-key': ['write'],
};

/** What a check tells of every step of the guide; without one, nothing is known. */
export function guideStates(report: CheckReport | null): Record<GuideStep, GuideStepState> {
  // The same cause may show in more than one step of the check; the first one knows most of it.
  const found = report ? report.steps.flatMap(verdictsOf) : [];
  const verdicts = found.filter(
    ({ diagnosis }, index) => found.findIndex((one) => one.diagnosis.code === diagnosis.code) === index,
  );
  return Object.fromEntries(guideSteps.map((step) => [step, stateOf(step, report, verdicts)])) as Record<
    GuideStep,
    GuideStepState
  >;
}

function stateOf(
  step: GuideStep,
  report: CheckReport | null,
  verdicts: readonly FullVerdict[],
): GuideStepState {
  if (!report) return { status: 'unknown' };
  const begins = verdicts.filter(({ diagnosis }) => firstStep(diagnosis) === step);
  if (begins.length > 0) return { status: 'not_done', verdicts: begins, parts: partsIn(step, begins) };
  const named = verdicts.filter(({ diagnosis }) => placesOf(diagnosis).some((place) => place.step === step));
  if (named.length > 0) return { status: 'suspect', verdicts: named, parts: partsIn(step, named) };
  const passed = (name: CheckStepName) =>
    report.steps.some((one) => one.step === name && one.status === 'passed');
  return probes[step].every(passed) ? { status: 'done' } : { status: 'unknown' };
}

/** What failed, and what works with a warning: both are for somebody to change. */
function verdictsOf(step: CheckStep): FullVerdict[] {
  return step.status === 'failed' || step.status === 'warning' ? causesOf(step) : [];
}

type Step = Extract<Where, { kind: 'step' }>;

function placesOf(diagnosis: Diagnosis): Step[] {
  return diagnosis.where.filter((place) => place.kind === 'step');
}

/** The step that a cause begins with; of a field that is at fault, the one that its value comes from. */
function firstStep(diagnosis: Diagnosis): GuideStep | null {
  const [first] = placesOf(diagnosis);
  if (first) return first.step;
  const field = diagnosis.where.find((place) => place.kind === 'field')?.field;
  return (field && comesFrom[field]) ?? null;
}

// A wrong region is the form's: the bucket is there.
const comesFrom: Partial<Record<SettingsField, GuideStep>> = {
  bucket: 'create-bucket',
  accessKeyId: 'access-key',
  secretAccessKey: 'access-key',
};

function partsIn(step: GuideStep, verdicts: readonly FullVerdict[]): string[] {
  const parts = verdicts.flatMap(({ diagnosis }) =>
    placesOf(diagnosis).flatMap((place) => (place.step === step && place.part ? [place.part] : [])),
  );
  // The first is the likeliest: one thing to change.
  return parts.slice(0, 1);
}
