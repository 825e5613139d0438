'use client';
import { type ReactNode, useMemo } from 'react';
import {
  codeOf,
  type Diagnosis,
  type SettingsTarget,
  settingsTargets,
  type Verdict,
  wordsFor,
} from '../../diagnosis/index.ts';
import type { GuideStep } from '../../guide/index.ts';
import type { AlertMessages } from './alertMessages.ts';
import { Icon } from './Icon.tsx';
import { TargetLinks } from './TargetLinks.tsx';
import { useVerdictWords } from './useVerdictWords.ts';

/** Props of the alert. */
export interface VerdictAlertProps {
  verdict: Verdict;
  messages: AlertMessages;
  /** What it is about, said before the title: “12 files”. @default one thing that is plain from where it stands */
  subject?: string | undefined;
  /** `warning`: it works, but something is not right. @default 'error' */
  tone?: 'error' | 'warning';
  /** Where the settings open at that thing. Left out: no link. */
  settingsHref?: ((target: SettingsTarget) => string) | undefined;
  /** Called in place of following the link; without `settingsHref` a button takes its place. */
  onOpenTarget?: ((target: SettingsTarget) => void) | undefined;
  /** The step of the guide that it stands in: no link leads there. */
  here?: GuideStep;
  /** Actions, for example *Try again*. */
  children?: ReactNode;
  /** Id for `aria-describedby`. */
  id?: string | undefined;
}

/**
 * What happened, why, and what to do; S3's own words behind *Details*. It does not announce itself: who shows it does.
 * @selector [data-tone] `error`, `warning` or `info`
 * @selector [data-code] the cause
 * @selector [aria-busy] for the moment in which its words are loaded
 */
export function VerdictAlert(props: VerdictAlertProps) {
  const {
    verdict,
    messages,
    subject,
    tone = 'error',
    settingsHref,
    onOpenTarget,
    here,
    children,
    id,
  } = props;
  const words = useVerdictWords(verdict, messages);
  // Until the words are there, those for everybody hold their place unseen.
  const { title, cause, remedy } = words ?? wordsFor(verdict, messages);
  const diagnosis = verdict.detail === 'full' ? verdict.diagnosis : null;
  const others = verdict.detail === 'full' ? (verdict.others ?? []) : [];
  // Where there are several places, the words say “one of these” themselves.
  const single = diagnosis?.certainty === 'likely' && settingsTargets(diagnosis.where).length < 2;
  return (
    <div
      className="s3a-alert"
      data-tone={tone}
      data-code={codeOf(verdict)}
      aria-busy={words ? undefined : true}
      id={id}
    >
      <Icon name={tone === 'error' ? 'alert' : 'info'} />
      <div className="s3a-alert-body">
        <p className="s3a-alert-title">
          {subject && (
            <>
              <bdi>{subject}</bdi>
              {': '}
            </>
          )}
          {title}
        </p>
        <p>
          {cause}
          {single && ` ${messages.alert.likely}`}
        </p>
        <ul className="s3a-alert-remedy">
          {remedy.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <div className="s3a-alert-actions">
          {children}
          {diagnosis && (
            <TargetLinks
              where={diagnosis.where.filter((place) => place.kind !== 'step' || place.step !== here)}
              messages={messages}
              settingsHref={settingsHref}
              onOpenTarget={onOpenTarget}
            />
          )}
        </div>
        {diagnosis && (
          <details className="s3a-details">
            <summary>{messages.alert.details}</summary>
            <dl>
              <dt>{messages.alert.code}</dt>
              <dd>
                <code>{diagnosis.code}</code>
                {diagnosis.s3 && ` · ${messages.alert.s3(diagnosis.s3)}`}
              </dd>
              {diagnosis.s3?.requestId && (
                <>
                  <dt>{messages.alert.requestId}</dt>
                  <dd>
                    <code>{diagnosis.s3.requestId}</code>
                  </dd>
                </>
              )}
              {verdict.reference && (
                <>
                  <dt>{messages.alert.reference}</dt>
                  <dd>
                    <code>{verdict.reference}</code>
                  </dd>
                </>
              )}
            </dl>
            {others.length > 0 && (
              <div className="s3a-others">
                <p>{messages.alert.others}</p>
                <ul>
                  {others.map((other) => (
                    <OtherCause key={other.code} diagnosis={other} messages={messages} />
                  ))}
                </ul>
              </div>
            )}
          </details>
        )}
      </div>
    </div>
  );
}

function OtherCause({ diagnosis, messages }: { diagnosis: Diagnosis; messages: AlertMessages }) {
  const verdict = useMemo((): Verdict => ({ detail: 'full', diagnosis, reference: null }), [diagnosis]);
  return <li>{useVerdictWords(verdict, messages)?.title}</li>;
}
