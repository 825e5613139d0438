'use client';
import type { Settings } from '../../contract/index.ts';
import { Icon } from '../primitives/Icon.tsx';
import { formatDate } from './formatDate.ts';
import type { SettingsMessages } from './settingsMessages.ts';

/** Props of the status. */
export interface StatusLineProps {
  settings: Settings;
  messages: SettingsMessages;
  locale: string | undefined;
}

/**
 * Where attachments are stored now, in one sentence.
 * @selector [data-state] database, s3, unreadable, disabled, keys_removed
 * @selector [data-health] untried, working, failing
 */
export function StatusLine({ settings, messages, locale }: StatusLineProps) {
  const words = messages.panel;
  if (settings.status === 'not_configured') {
    return (
      <p className="s3a-status" data-state="database">
        <Icon name="database" />
        <span>{words.notConfigured}</span>
      </p>
    );
  }
  const [state, text] = sentenceOf(settings, words);
  return (
    <p
      className="s3a-status"
      data-state={state}
      data-health={settings.status === 'configured' ? settings.health.status : undefined}
    >
      <Icon name={state === 's3' ? 'cloud' : state === 'unreadable' ? 'alert' : 'database'} />
      <span>
        {text}{' '}
        <time className="s3a-hint" dateTime={settings.savedAt}>
          {words.savedAt(formatDate(settings.savedAt, locale))}
        </time>
      </span>
    </p>
  );
}

function sentenceOf(
  settings: Exclude<Settings, { status: 'not_configured' }>,
  words: SettingsMessages['panel'],
): [state: string, text: string] {
  if (settings.status === 'disabled') return ['disabled', words.disabled(settings.bucket)];
  if (settings.status === 'keys_removed') return ['keys_removed', words.keysRemoved(settings.bucket)];
  return settings.secretAccessKey === 'unreadable'
    ? ['unreadable', words.unreadable]
    : ['s3', words.configured(settings.bucket)];
}
