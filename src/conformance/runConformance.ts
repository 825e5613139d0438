import { type RouteName, routes } from '../contract/index.ts';
import { allChecks } from './allChecks.ts';
import type { Check } from './Check.ts';
import { cleanUp } from './cleanUp.ts';
import type { ConformanceOptions } from './ConformanceOptions.ts';
import type { CheckResult, ConformanceReport, Subject } from './ConformanceReport.ts';
import { createWorld } from './createWorld.ts';
import { versionOf } from './checks/savingChecks.ts';
import { commonJudgements, judgeAll, routeJudgements, titleOf } from './judgements.ts';
import { enter } from './enter.ts';
import { createSettingsKeeper, type SettingsKeeper } from './createSettingsKeeper.ts';
import { Blocked, LeftOut, Shortfall } from './Shortfall.ts';
import { whySkipped } from './whySkipped.ts';
import { withoutSecrets } from './withoutSecrets.ts';
import type { World } from './World.ts';

/** The order in which checks are run: what they need of the settings changes from one to the next. */
const stages = ['database', 'settings', 's3'] as const;
type Stage = (typeof stages)[number];

/** What may be given beside the options. */
export interface RunOptions {
  /** Called with each result as soon as it is known. */
  onResult?: (result: CheckResult) => void;
  /** Stops after the check that is being run; what was changed is put back all the same. */
  signal?: AbortSignal;
}

/**
 * Drives an implementation of the contract over HTTP, and tells what falls short. It makes attachments and deletes them; it saves
 * settings only with `writesSettings`, and puts back what was there.
 *
 * @throws CannotRun where nothing could be said about the implementation
 */
export async function runConformance(
  options: ConformanceOptions,
  { onResult, signal }: RunOptions = {},
): Promise<ConformanceReport> {
  const world = createWorld(options);
  const notes: string[] = [];
  const results: CheckResult[] = [];
  const keep = (whole: CheckResult) => {
    const result = withoutSecrets(whole, world.secrets);
    results.push(result);
    onResult?.(result);
  };
  await enter(world);
  const keeper = options.writesSettings ? await createSettingsKeeper(world) : null;
  // Without the right to save settings it stays where it is, and the other half is left out.
  const reachable = keeper
    ? new Set<Stage>(options.s3Values ? stages : ['database', 'settings'])
    : new Set<Stage>([world.mode]);
  const homeless = keeper ? 'database' : world.mode;
  try {
    for (const stage of stages) {
      const blocked = reachable.has(stage) && !signal?.aborted ? await prepare(keeper, stage) : null;
      for (const check of allChecks.filter(({ when = homeless }) => when === stage)) {
        const reason = signal?.aborted ? 'it was stopped' : whySkipped(check, world, reachable.has(stage));
        if (reason !== null) keep({ ...about(check), status: 'skipped', reason });
        else if (blocked !== null) keep({ ...about(check), status: 'blocked', reason: blocked });
        else keep(await run(check, world));
      }
    }
  } finally {
    notes.push(...(await cleanUp(world)));
    if (keeper) notes.push(...(await putBack(keeper)));
    else notes.push(...(await noteChanges(world)));
  }
  for (const result of judgeAnswers(world)) keep(result);
  const counts = { passed: 0, failed: 0, blocked: 0, skipped: 0 };
  for (const { status } of results) counts[status]++;
  return {
    baseUrl: options.baseUrl,
    conforms: counts.failed + counts.blocked === 0 && counts.passed > 0,
    counts,
    results: [...results].sort((one, other) => rank(one.subject) - rank(other.subject)),
    notes,
  };
}

const about = ({ subject, sentence }: Check) => ({ subject, sentence });

async function prepare(keeper: SettingsKeeper | null, stage: Stage): Promise<string | null> {
  if (!keeper) return null;
  try {
    if (stage === 's3') await keeper.enterS3();
    else await keeper.enterDatabase();
    return null;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return `the settings could not be made ready: ${error.message}`;
  }
}

async function run(check: Check, world: World): Promise<CheckResult> {
  try {
    await check.run(world);
    return { ...about(check), status: 'passed' };
  } catch (error) {
    if (error instanceof LeftOut) return { ...about(check), status: 'skipped', reason: error.message };
    if (error instanceof Blocked) return { ...about(check), status: 'blocked', reason: error.message };
    if (!(error instanceof Shortfall)) throw error;
    return { ...about(check), ...failure(error) };
  }
}

function failure({ expected, came, hint }: Shortfall) {
  return { status: 'failed', expected, came, ...(hint === undefined ? {} : { hint }) } as const;
}

async function putBack(keeper: SettingsKeeper): Promise<string[]> {
  try {
    return [(await keeper.restore()) ?? 'The settings are again what they were before.'];
  } catch (error) {
    return [`The settings could not be put back: ${error instanceof Error ? error.message : typeof error}`];
  }
}

/** Nothing was meant to be changed: where something was, whoever runs it should know. */
async function noteChanges(world: World): Promise<string[]> {
  if (!world.options.headers.administrator) return [];
  const settings = await world.settings().catch(() => null);
  const same = settings && versionOf(settings) === (world.saved?.version ?? 0);
  return same ? [] : ['The settings were changed by a request that had to be refused: look at them.'];
}

function* judgeAnswers({ call, secrets }: World): Generator<CheckResult> {
  for (const name of Object.keys(routes) as RouteName[]) {
    const answers = call.answers.filter(({ route }) => route === name);
    for (const judgement of routeJudgements) {
      const short = judgeAll(judgement, answers, secrets);
      const result = { subject: name, sentence: judgement.sentence };
      if (answers.length === 0) yield { ...result, status: 'skipped', reason: 'nothing was asked of it' };
      else yield short ? { ...result, ...failure(short.shortfall) } : { ...result, status: 'passed' };
    }
  }
  for (const judgement of commonJudgements) {
    const short = judgeAll(judgement, call.answers, secrets);
    const result = { subject: 'every route', sentence: judgement.sentence } as const;
    if (!short) yield { ...result, status: 'passed' };
    else {
      const { came, ...rest } = failure(short.shortfall);
      yield { ...result, ...rest, came: `${came} (${titleOf(short.answer.route)})` };
    }
  }
}

function rank(subject: Subject): number {
  return subject === 'every route' ? -1 : Object.keys(routes).indexOf(subject);
}
