'use client';
import { useMemo } from 'react';
import type { Health } from '../../contract/index.ts';
import { type SettingsTarget, wordsFor } from '../../diagnosis/index.ts';
import { Icon } from '../primitives/Icon.tsx';
import { TargetLinks } from '../primitives/TargetLinks.tsx';
import { useVerdictWords } from '../primitives/useVerdictWords.ts';
import { fullVerdict } from './causesOf.ts';
import { formatDate } from './formatDate.ts';
import type { WorkspaceMessages } from './formSideMessages.ts';

/** Props of the notice. */
export interface HealthNoticeProps {
  health: Health;
  messages: WorkspaceMessages;
  locale: string | undefined;
  onOpenTarget: (target: SettingsTarget) => void;
}

/**
 * How uploads have been going, where that is worth telling: since when they fail, how many, why; or that they work again.
 * @selector [data-state] failing; changed once the settings were saved anew; recovered
 */
export function HealthNotice({ health, messages, locale, onOpenTarget }: HealthNoticeProps) {
  const words = messages.health;
  const when = (iso: string) => formatDate(iso, locale);
  if (health.status === 'untried') return null;
  if (health.status === 'working') {
    const { recovered } = health;
    return (
      recovered && (
        <p className="s3a-status" data-state="recovered">
          <Icon name="check" />
          <span>
            {words.recovered({
              at: when(recovered.at),
              since: when(recovered.since),
              count: recovered.count,
            })}
          </span>
        </p>
      )
    );
  }
  return <Failing health={health} messages={messages} locale={locale} onOpenTarget={onOpenTarget} />;
}

interface FailingProps extends HealthNoticeProps {
  health: Extract<Health, { status: 'failing' }>;
}

function Failing({ health, messages, locale, onOpenTarget }: FailingProps) {
  const words = messages.health;
  const { diagnosis, since, count, changedSince } = health;
  const verdict = useMemo(() => fullVerdict(diagnosis), [diagnosis]);
  const told = useVerdictWords(verdict, messages);
  // Until the words are there, those for everybody hold their place unseen.
  const { title, cause } = told ?? wordsFor(verdict, messages);
  return (
    <section
      className="s3a-failure"
      data-state={changedSince ? 'changed' : 'failing'}
      aria-label={changedSince ? words.wasFailing : words.label}
    >
      <div
        className="s3a-alert"
        data-tone={changedSince ? 'info' : 'error'}
        data-code={diagnosis.code}
        aria-busy={told ? undefined : true}
      >
        <Icon name={changedSince ? 'info' : 'alert'} />
        <div className="s3a-alert-body">
          <p className="s3a-alert-title">{changedSince ? words.wasFailing : words.label}</p>
          <p>
            {words.failing({ since: formatDate(since, locale), count })} {messages.alert.sentence(title)}{' '}
            {changedSince ? words.changedSince : cause}
          </p>
          {!changedSince && (
            <div className="s3a-alert-actions">
              <TargetLinks where={diagnosis.where} max={1} messages={messages} onOpenTarget={onOpenTarget} />
            </div>
          )}
        </div>
      </div>
    </section>
  );
}
