'use client';
import type { Health, Settings } from '../../contract/index.ts';
import { type SettingsTarget, wordsFor } from '../../diagnosis/index.ts';
import { Icon } from '../primitives/Icon.tsx';
import { TargetLinks } from '../primitives/TargetLinks.tsx';
import { fullVerdict } from './causesOf.ts';
import { formatDate } from './formatDate.ts';
import type { SettingsMessages } from './settingsMessages.ts';
import { withinPanel } from './useSettingsForm.ts';

/** Props of the status. */
export interface StatusLineProps {
  settings: Settings;
  messages: SettingsMessages;
  locale: string | undefined;
  onOpenTarget: (target: SettingsTarget) => void;
}

/**
 * Where attachments are stored now, in one sentence, and how uploads have been going where that is worth a second one.
 * @selector [data-state] database, s3, unreadable; failing, changed, recovered
 */
export function StatusLine(props: StatusLineProps) {
  const { settings, messages, locale, onOpenTarget } = props;
  const words = messages.panel;
  if (settings.status !== 'configured') {
    return (
      <p className="s3a-status" data-state="database">
        <Icon name="database" />
        <span>{words.notConfigured}</span>
      </p>
    );
  }
  const unreadable = settings.secretAccessKey === 'unreadable';
  return (
    <>
      <p className="s3a-status" data-state={unreadable ? 'unreadable' : 's3'}>
        <Icon name={unreadable ? 'alert' : 'cloud'} />
        <span>
          {unreadable ? words.unreadable : words.configured(settings.bucket)}{' '}
          <time className="s3a-hint" dateTime={settings.savedAt}>
            {words.savedAt(formatDate(settings.savedAt, locale))}
          </time>
        </span>
      </p>
      <HealthLine health={settings.health} messages={messages} locale={locale} onOpenTarget={onOpenTarget} />
    </>
  );
}

function HealthLine(props: Omit<StatusLineProps, 'settings'> & { health: Health }) {
  const { health, messages, locale, onOpenTarget } = props;
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
  const { diagnosis, since, count, changedSince } = health;
  return (
    <p className="s3a-status" data-state={changedSince ? 'changed' : 'failing'}>
      <Icon name={changedSince ? 'info' : 'alert'} />
      <span>
        {words.failing({ since: when(since), count })} {wordsFor(fullVerdict(diagnosis), messages).title}.{' '}
        {changedSince ? (
          words.changedSince
        ) : (
          <TargetLinks
            where={withinPanel(diagnosis.where)}
            max={1}
            messages={messages}
            onOpenTarget={onOpenTarget}
          />
        )}
      </span>
    </p>
  );
}
