'use client';
import { type CheckReport, type CheckStep, checkStepNames } from '../../contract/index.ts';
import { type Diagnosis, type SettingsTarget, wordsFor } from '../../diagnosis/index.ts';
import type { ConnectionCheckState } from '../../hooks/index.ts';
import { Icon, type IconName } from '../primitives/Icon.tsx';
import { VerdictAlert } from '../primitives/VerdictAlert.tsx';
import { causesIn, causesOf, fullVerdict } from './causesOf.ts';
import { CheckLine } from './CheckLine.tsx';
import { formatDate } from './formatDate.ts';
import type { WorkspaceMessages } from './formSideMessages.ts';

/** Props of the check's results. */
export interface CheckResultsProps {
  state: ConnectionCheckState;
  /** It was stopped by hand. */
  cancelled: boolean;
  /** The permissions for large files are, or were, asked for too. */
  largeFiles: boolean;
  /** The values are no longer those that were checked. */
  stale: boolean;
  messages: WorkspaceMessages;
  locale: string | undefined;
  onOpenTarget: (target: SettingsTarget) => void;
}

const icons: Record<CheckReport['outcome'], IconName> = {
  passed: 'check',
  warning: 'alert',
  failed: 'failed',
  unknown: 'question',
};

/**
 * What a connection check has found: one sentence on top, one line a step, folded away once all of them passed. The
 * sentence is announced, the lines are not.
 * @selector [data-outcome] passed, warning, failed, unknown
 * @selector [data-stale] the values were changed since
 * @selector [data-status] idle, running, done, failed
 * @selector [data-empty] there is nothing to show yet
 */
export function CheckResults(props: CheckResultsProps) {
  const { state, cancelled, largeFiles, stale, messages, locale, onOpenTarget } = props;
  const words = messages.check;
  const report = state.status === 'done' ? state.report : null;
  const steps = report?.steps ?? (state.status === 'running' ? state.steps : []);
  const names = checkStepNames.filter((name) => name !== 'large_files' || largeFiles);
  const stepOf = (name: CheckStep['step'] | undefined) => steps.find(({ step }) => step === name);
  const [first] = report ? causesOfOutcome(report) : [];
  const empty = state.status === 'idle' && !cancelled;
  const lines = (
    // Another report opens its lines anew.
    <ol className="s3a-check-steps" key={report?.checkedAt} aria-label={words.label}>
      {names.map((name, index) => (
        <CheckLine
          key={name}
          name={name}
          step={stepOf(name)}
          asAbove={isSameSkip(stepOf(name), stepOf(names[index - 1]))}
          open={report !== null}
          first={first?.code}
          told={toldBefore(name, steps)}
          messages={messages}
          locale={locale}
          onOpenTarget={onOpenTarget}
        />
      ))}
    </ol>
  );

  return (
    <div
      className="s3a-check"
      data-status={state.status}
      data-outcome={report?.outcome}
      data-stale={(state.status !== 'idle' && stale) || undefined}
      data-empty={empty || undefined}
    >
      <div className="s3a-check-head">
        {/* One after the other in one place: only the end is announced. */}
        {state.status === 'running' && (
          <p className="s3a-check-summary">{words.running(steps.length, names.length)}</p>
        )}
        <p className="s3a-check-summary" role="status">
          {report && (
            <>
              <Icon name={icons[report.outcome]} />
              <span>{summaryOf(report, messages)}</span>
            </>
          )}
          {state.status === 'failed' && <span>{words.notDone(wordsFor(state.verdict, messages).title)}</span>}
          {state.status === 'idle' && cancelled && <span>{words.cancelled}</span>}
        </p>
        {report && (
          <p className="s3a-hint">
            <time dateTime={report.checkedAt}>{words.checkedAt(formatDate(report.checkedAt, locale))}</time>
            {stale && <strong> {words.stale}</strong>}
          </p>
        )}
      </div>
      {state.status === 'failed' && (
        <VerdictAlert verdict={state.verdict} messages={messages} onOpenTarget={onOpenTarget} />
      )}
      {report?.outcome === 'passed' ? (
        // The sentence has said it.
        <details className="s3a-check-fold">
          <summary className="s3a-hint">
            <Icon name="chevron" />
            {words.showSteps}
          </summary>
          {lines}
        </details>
      ) : (
        (state.status === 'running' || report) && lines
      )}
    </div>
  );
}

function isSameSkip(step: CheckStep | undefined, above: CheckStep | undefined): boolean {
  if (step?.status !== 'skipped' || above?.status !== 'skipped') return false;
  return step.reason === above.reason && step.by === above.by;
}

/** What the outcome is due to. */
function causesOfOutcome(report: CheckReport): Diagnosis[] {
  const { outcome } = report;
  return outcome === 'failed' || outcome === 'warning' ? causesIn(report, outcome) : [];
}

function summaryOf(report: CheckReport, messages: WorkspaceMessages): string {
  const words = messages.check;
  if (report.outcome === 'passed') return words.passed;
  if (report.outcome === 'unknown') return words.unknown;
  const causes = causesOfOutcome(report);
  const [first] = causes;
  const title = first ? wordsFor(fullVerdict(first), messages).title : '';
  return words[report.outcome === 'failed' ? 'wrong' : 'warning'](causes.length, title);
}

/** The causes that the lines above this one show. */
function toldBefore(name: CheckStep['step'], steps: readonly CheckStep[]): ReadonlySet<string> {
  const above = checkStepNames.slice(0, checkStepNames.indexOf(name));
  return new Set(
    steps
      .filter((step) => above.includes(step.step))
      .flatMap((step) => (step.status === 'failed' || step.status === 'warning' ? causesOf(step) : []))
      .map(({ diagnosis }) => diagnosis.code),
  );
}
