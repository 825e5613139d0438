'use client';
import type { SavedSettings, Settings } from '../../contract/index.ts';
import { Icon } from '../primitives/Icon.tsx';
import { formatDate } from './formatDate.ts';
import type { PanelMessages } from './panelMessages.ts';
import { accessKeyOf, serverKeyOf } from './settingsValues.ts';

/** Props of the status. */
export interface StatusLineProps {
  settings: Settings;
  messages: PanelMessages;
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
        <span>{serverKeyOf(settings) ? words.notConfiguredServerKey : words.notConfigured}</span>
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

function sentenceOf(settings: SavedSettings, words: PanelMessages['panel']): [state: string, text: string] {
  const { bucket, status } = settings;
  const key = accessKeyOf(settings);
  const unreadable = key?.secretAccessKey === 'unreadable';
  const gone = key?.accessKeyId === '';
  if (status === 'keys_removed') return ['keys_removed', words.keysRemoved(bucket)];
  if (status === 'disabled') {
    const text = words.disabled(bucket);
    return ['disabled', unreadable && !gone ? `${text} ${words.unreadableDisabled}` : text];
  }
  if (serverKeyOf(settings)?.status === 'failed') return ['unreadable', words.serverKeyFailed];
  if (unreadable) return ['unreadable', gone ? words.serverKeyGone : words.unreadable];
  return ['s3', words.configured(bucket)];
}
