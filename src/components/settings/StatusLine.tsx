'use client';
import type { Settings } from '../../contract/index.ts';
import { Icon } from '../primitives/Icon.tsx';
import { formatDate } from './formatDate.ts';
import type { SettingsMessages } from './settingsMessages.ts';

/**
 * Where attachments are stored now, in one sentence.
 * @selector [data-state] database, s3, unreadable
 */
export function StatusLine(props: {
  settings: Settings;
  messages: SettingsMessages;
  locale: string | undefined;
}) {
  const { settings, messages, locale } = props;
  const words = messages.panel;
  if (settings.status === 'not_configured') {
    return (
      <p className="s3a-status" data-state="database">
        <Icon name="database" />
        <span>{words.notConfigured}</span>
      </p>
    );
  }
  const unreadable = settings.secretAccessKey === 'unreadable';
  return (
    <p className="s3a-status" data-state={unreadable ? 'unreadable' : 's3'}>
      <Icon name={unreadable ? 'alert' : 'cloud'} />
      <span>
        {unreadable ? words.unreadable : words.configured(settings.bucket)}{' '}
        <time className="s3a-hint" dateTime={settings.savedAt}>
          {words.savedAt(formatDate(settings.savedAt, locale))}
        </time>
      </span>
    </p>
  );
}
