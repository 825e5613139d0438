'use client';
import type { ReactNode } from 'react';
import type { CheckStep, CheckStepName } from '../../contract/index.ts';
import { type Diagnosis, type SettingsTarget, type Where, wordsFor } from '../../diagnosis/index.ts';
import { Icon, type IconName } from '../primitives/Icon.tsx';
import { TargetLinks } from '../primitives/TargetLinks.tsx';
import { VerdictAlert } from '../primitives/VerdictAlert.tsx';
import { causesOf, fullVerdict } from './causesOf.ts';
import type { CheckStepState } from './checkMessages.ts';
import { formatMs } from './formatDate.ts';
import type { WorkspaceMessages } from './formSideMessages.ts';

/** Props of a line of the check. */
export interface CheckLineProps {
  name: CheckStepName;
  /** `undefined` until it is known. */
  step: CheckStep | undefined;
  /** The line above was left out for the very same reason, and says it. */
  asAbove: boolean;
  /** Opens what there is to say; while the check runs, every line stays one line. */
  open: boolean;
  /** Code of the cause that the summary names: its line is open from the start. */
  first: string | undefined;
  /** Causes that an earlier line shows. */
  told: ReadonlySet<string>;
  messages: WorkspaceMessages;
  locale: string | undefined;
  onOpenTarget: (target: SettingsTarget) => void;
}

const icons: Record<CheckStepState, IconName> = {
  waiting: 'circle',
  passed: 'check',
  failed: 'failed',
  warning: 'alert',
  skipped: 'minus',
  unknown: 'question',
};

/**
 * One step of the check: its state in a sign and a word, how long it took, and what is to be said of it.
 * @selector [data-step] the step
 * @selector [data-state] waiting, passed, failed, warning, skipped, unknown
 */
export function CheckLine(props: CheckLineProps) {
  const { name, step, asAbove, open, first, told, messages, locale, onOpenTarget } = props;
  const words = messages.check;
  const state = step?.status ?? 'waiting';
  const line = (
    <>
      <Icon name={icons[state]} />
      <span className="s3a-check-title">{words.titles[name]}</span>
      <span className="s3a-check-state">
        <span>{words.states[state]}</span>
        {step && 'ms' in step && <span className="s3a-check-ms">{formatMs(step.ms, locale)}</span>}
      </span>
    </>
  );
  const found = step?.status === 'failed' || step?.status === 'warning' ? causesOf(step) : [];
  const news = found.filter(({ diagnosis }) => !told.has(diagnosis.code));
  const titles = news.map((verdict) => wordsFor(verdict, messages).title);
  const said = open && step ? saidOf(step, titles, messages) : null;
  const needsSecret = step?.status === 'skipped' && step.reason === 'needs_secret';

  return (
    <li className="s3a-check-step" data-step={name} data-state={state}>
      {open && news.length > 0 ? (
        <details open={news.some(({ diagnosis }) => diagnosis.code === first) || undefined}>
          <summary className="s3a-check-line">
            {line}
            <Icon name="chevron" />
          </summary>
          <div className="s3a-check-body">
            {news.map((verdict) => (
              <VerdictAlert
                key={verdict.diagnosis.code}
                verdict={verdict}
                messages={messages}
                tone={state === 'failed' ? 'error' : 'warning'}
                onOpenTarget={onOpenTarget}
              />
            ))}
          </div>
        </details>
      ) : (
        <div className="s3a-check-line">{line}</div>
      )}
      {said && (
        <p className={asAbove ? 's3a-visually-hidden' : 's3a-check-said'}>
          {said}{' '}
          {needsSecret && !asAbove && (
            <TargetLinks where={secretField} messages={messages} onOpenTarget={onOpenTarget} />
          )}
        </p>
      )}
    </li>
  );
}

const secretField: readonly Where[] = [{ kind: 'field', field: 'secretAccessKey' }];

/** What stands below a line while it shows no alert. */
function saidOf(step: CheckStep, titles: readonly string[], messages: WorkspaceMessages): ReactNode {
  const words = messages.check;
  const titleOf = (diagnosis: Diagnosis) => wordsFor(fullVerdict(diagnosis), messages).title;
  switch (step.status) {
    case 'passed':
      if (step.identity) return words.identity(step.identity.arn);
      if (step.forms !== undefined) return words.forms(step.forms);
      // The documented CORS rules expose nothing, and nothing here needs it: no news to who has followed the guide.
      return step.note && step.note.code !== 'etag_not_exposed' ? words.note(titleOf(step.note)) : null;
    case 'skipped':
      return words.skipped[step.reason](step.by ? words.titles[step.by] : null);
    case 'unknown':
      return words.untold[step.reason](step.permission ?? null);
    default:
      return titles.length > 0
        ? titles.join(' · ')
        : words.sameCause(titleOf(step.diagnoses[0] as Diagnosis));
  }
}
