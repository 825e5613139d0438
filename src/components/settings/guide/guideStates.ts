'use client';
import type { CheckReport, CheckStep, CheckStepName, Links } from '../../../contract/index.ts';
import type { Diagnosis, SettingsField, Where } from '../../../diagnosis/index.ts';
import { type GuideStep, guideSteps } from '../../../guide/index.ts';
import { causesOf, type FullVerdict } from '../causesOf.ts';

/** A step of the guide as the last check left it. Only what was asked of S3 makes a step done. */
export type GuideStepState =
  | { status: 'done' }
  /** The causes that begin here, with what is only a warning after what failed, and the key of the step's document to change. */
  | { status: 'not_done'; findings: readonly GuideFinding[]; part: string | null }
  /** It may be this step, and looks the same as another one that is named first. */
  | { status: 'suspect'; findings: readonly GuideFinding[]; part: string | null }
  /** Nothing failed here, and yet there is something to change. */
  | { status: 'warning'; findings: readonly GuideFinding[]; part: string | null }
  | { status: 'unknown'; why: GuideUnknown };

/** A cause, and how much it weighs. */
export interface GuideFinding {
  verdict: FullVerdict;
  tone: 'error' | 'warning';
}

/** Why nothing is known of a step. */
export type GuideUnknown =
  | { reason: 'unchecked' }
  /** What would tell was not answered, or not asked because of something else that is wrong. */
  | { reason: 'untold' }
  /** `permission`: it would tell, were this one granted. */
  | { reason: 'permission'; permission: string }
  /** The link was opened at a CDN, which may read the bucket by other ways than the public. */
  | { reason: 'cdn' }
  /** Anybody may write to the bucket, so that a key which does proves nothing. */
  | { reason: 'world' }
  /** The root user's key may do everything, so that what it does proves nothing. */
  | { reason: 'root' }
  /** Only Amazon tells it. */
  | { reason: 'amazon_only' };

/** What the values that were checked say about what a probe proves. */
export interface CheckedFacts {
  links: Links;
  largeFiles: boolean;
  /** A public base URL is set: public links lead to something in front of S3. */
  cdn: boolean;
}

/** What a check of these values tells of every step of the guide; without one, nothing is known. */
export function guideStates(
  report: CheckReport | null,
  facts: CheckedFacts,
): Record<GuideStep, GuideStepState> {
  const findings = report ? [...findingsIn(report, 'failed'), ...findingsIn(report, 'warning')] : [];
  // The same cause may show in more than one step of the check; the first one knows most of it.
  const once = findings.filter(
    ({ verdict: { diagnosis } }, index) =>
      findings.findIndex(({ verdict }) => verdict.diagnosis.code === diagnosis.code) === index,
  );
  return Object.fromEntries(guideSteps.map((step) => [step, stateOf(step, report, once, facts)])) as Record<
    GuideStep,
    GuideStepState
  >;
}

function stateOf(
  step: GuideStep,
  report: CheckReport | null,
  findings: readonly GuideFinding[],
  facts: CheckedFacts,
): GuideStepState {
  if (!report) return unknown({ reason: 'unchecked' });
  const failed = (finding: GuideFinding) => finding.tone === 'error';
  const begins = findings.filter(({ verdict }) => firstStep(verdict.diagnosis) === step);
  const named = findings.filter(({ verdict }) =>
    placesOf(verdict.diagnosis).some((place) => place.step === step),
  );
  const all = [...new Set([...begins, ...named])];
  if (begins.some(failed)) return { status: 'not_done', findings: begins, part: partIn(step, begins) };
  if (named.some(failed)) return { status: 'suspect', findings: all, part: partIn(step, all) };
  if (begins.length > 0) return { status: 'warning', findings: begins, part: partIn(step, begins) };
  if (named.length > 0) return { status: 'suspect', findings: named, part: partIn(step, named) };
  return proofs[step](readReport(report), facts);
}

/** What the steps of the check say, as the proofs ask for it. */
function readReport(report: CheckReport) {
  const step = (name: CheckStepName) => report.steps.find((one) => one.step === name);
  const passed = (name: CheckStepName) => step(name)?.status === 'passed';
  return {
    passed,
    // The backend may have been started with another storage than Amazon's: the check knows, the form does not.
    amazon: !report.steps.some((one) => one.status === 'skipped' && one.reason === 'custom_endpoint'),
    root: report.findings.some(({ code }) => code === 'root_key'),
    worldWrites: step('world_write')?.status === 'warning',
    /** Done when all of these have passed; otherwise why that is not known. */
    need: (...names: CheckStepName[]): GuideStepState => {
      const open = names.filter((name) => !passed(name)).map(step);
      if (open.length === 0) return { status: 'done' };
      const lacks = open.find((one) => one?.status === 'unknown' && one.permission !== undefined);
      return lacks?.status === 'unknown' && lacks.permission !== undefined
        ? unknown({ reason: 'permission', permission: lacks.permission })
        : unknown({ reason: 'untold' });
    },
  };
}

type Told = ReturnType<typeof readReport>;

/**
 * What proves each step where nothing was found against it. On another storage than Amazon's a step is done where its effect is
 * proved: links open, this key writes and strangers do not. Whose key it is only Amazon tells, so there the user is never proved.
 */
const proofs: Record<GuideStep, (told: Told, facts: CheckedFacts) => GuideStepState> = {
  // What was stored was stored in the bucket; of other storages nothing less is proof, for they refuse strangers for want of a bucket too.
  'create-bucket': (told) =>
    told.amazon && told.passed('bucket') ? told.need('bucket') : told.need('write'),
  'public-access': (told, facts) => {
    if (facts.links === 'public') return ofLink(told, facts);
    // Strangers are refused with it and without it, as long as no policy lets them in.
    return told.amazon
      ? unknown({ reason: 'permission', permission: 's3:GetBucketPublicAccessBlock' })
      : unknown({ reason: 'amazon_only' });
  },
  'bucket-policy': ofLink,
  cors: (told) => told.need('cors'),
  'iam-policy': (told, { links, largeFiles }) =>
    ofKey(
      told,
      'delete',
      ...(links === 'private' ? (['read'] as const) : []),
      ...(largeFiles ? (['large_files'] as const) : []),
    ),
  'iam-user': (told) => {
    const proof = ofKey(told);
    return proof.status === 'done' && !told.amazon ? unknown({ reason: 'amazon_only' }) : proof;
  },
  'access-key': (told) => ofKey(told),
};

/** That something is stored proves a key only where strangers may not store it, and a policy only where the key is not the root user's. */
function ofKey(told: Told, ...more: CheckStepName[]): GuideStepState {
  if (told.root) return unknown({ reason: 'root' });
  if (told.worldWrites) return unknown({ reason: 'world' });
  // Either of them rules out the root user: STS names who it is, and the root user may list all buckets.
  const own: CheckStepName[] = !told.amazon || told.passed('privilege') ? [] : ['identity'];
  return told.need('write', 'world_write', ...more, ...own);
}

/** A public link that opens proves that strangers may read, unless something in front of S3 opens it; a private one that opens for its signature alone, that they may not. */
function ofLink(told: Told, { links, cdn }: CheckedFacts): GuideStepState {
  const proof = told.need('read');
  return proof.status === 'done' && links === 'public' && cdn ? unknown({ reason: 'cdn' }) : proof;
}

function unknown(why: GuideUnknown): GuideStepState {
  return { status: 'unknown', why };
}

function findingsIn({ steps }: CheckReport, status: 'failed' | 'warning'): GuideFinding[] {
  const isOf = (step: CheckStep): step is Extract<CheckStep, { status: 'failed' | 'warning' }> =>
    step.status === status;
  return steps
    .filter(isOf)
    .flatMap(causesOf)
    .map((verdict) => ({ verdict, tone: status === 'failed' ? 'error' : 'warning' }));
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

/** The first is the likeliest: one thing to change. */
function partIn(step: GuideStep, findings: readonly GuideFinding[]): string | null {
  const places = findings.flatMap(({ verdict }) => placesOf(verdict.diagnosis));
  return places.find((place) => place.step === step && place.part)?.part ?? null;
}
