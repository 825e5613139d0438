'use client';
import { useEffect, useMemo, useState } from 'react';
import type { SettingsTarget } from '../diagnosis/index.ts';
import { type Client, useUploadHealth } from '../hooks/index.ts';
import { Icon } from './primitives/Icon.tsx';
import { languageOf } from './primitives/languageOf.ts';
import { type DeepPartial, mergeMessages } from './primitives/mergeMessages.ts';
import { TargetLinks } from './primitives/TargetLinks.tsx';
import { useVerdictWords } from './primitives/useVerdictWords.ts';
import { fullVerdict } from './settings/causesOf.ts';
import { formatDate } from './settings/formatDate.ts';
import { type UploadFailureMessages, uploadFailureMessages } from './settings/uploadFailureMessages.ts';

/** Props of `UploadFailureAlert`. */
export interface UploadFailureAlertProps {
  /** The API client, from `createClient`. */
  client: Client;
  /** Where the settings open at the field or guide step at fault. Left out: there is no link, unless `onOpenSettings` is given. */
  settingsHref?: (target: SettingsTarget) => string;
  /** Called when that link is followed, for a host that changes pages without loading them anew. Left out: the browser follows the link. */
  onOpenSettings?: (target: SettingsTarget) => void;
  /** BCP 47 tag for dates. @default that of `messages`, else the browser's */
  locale?: string;
  /** Another language (`./locales/…`) or the host's own words, laid over the English ones. */
  messages?: DeepPartial<UploadFailureMessages>;
  /** Added to the root's classes. */
  className?: string;
}

/**
 * A banner for the host's admin pages while uploads to S3 are failing: why, since when, how many. Shows nothing to who
 * may not read the settings, nor while uploads work.
 * @selector [data-state] `failing`; `changed` once the settings were saved anew and nothing was tried since
 */
export function UploadFailureAlert(props: UploadFailureAlertProps) {
  const { client, settingsHref, onOpenSettings, locale = props.messages?.locale, className } = props;
  const messages = useMemo(() => mergeMessages(uploadFailureMessages, props.messages), [props.messages]);
  const words = messages.health;
  const health = useUploadHealth(client);
  const failing = health?.status === 'failing' ? health : null;
  const cause = useVerdictWords(failing && fullVerdict(failing.diagnosis), messages);

  // Said once a cause, into a region that was there before: a count that grows is no news.
  const news = failing && !failing.changedSince && cause ? `${words.label}: ${cause.title}` : '';
  const [said, setSaid] = useState('');
  useEffect(() => setSaid(news), [news]);

  if (!failing || !cause) return null;
  const { diagnosis, since, count, changedSince } = failing;
  return (
    <section
      {...languageOf(messages)}
      className={['s3a', 's3a-failure', className].filter(Boolean).join(' ')}
      data-state={changedSince ? 'changed' : 'failing'}
      aria-label={words.label}
    >
      <div className="s3a-alert" data-tone={changedSince ? 'info' : 'error'} data-code={diagnosis.code}>
        <Icon name={changedSince ? 'info' : 'alert'} />
        <div className="s3a-alert-body">
          <p className="s3a-alert-title">{changedSince ? words.wasFailing : cause.title}</p>
          <p>
            {words.failing({ since: formatDate(since, locale), count })}{' '}
            {changedSince ? `${messages.alert.sentence(cause.title)} ${words.changedSince}` : cause.cause}
          </p>
          {!changedSince && (
            <div className="s3a-alert-actions">
              <TargetLinks
                where={diagnosis.where}
                max={1}
                messages={messages}
                settingsHref={settingsHref}
                onOpenTarget={onOpenSettings}
              />
            </div>
          )}
        </div>
      </div>
      <p className="s3a-visually-hidden" role="status">
        {said}
      </p>
    </section>
  );
}
