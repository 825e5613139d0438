'use client';
import { useCallback, useEffect, useId, useMemo, useState } from 'react';
import type { Settings } from '../contract/index.ts';
import { codeOf, type SettingsTarget } from '../diagnosis/index.ts';
import { type Client, useSettings } from '../hooks/index.ts';
import { Button } from './primitives/Button.tsx';
import { type DeepPartial, mergeMessages } from './primitives/mergeMessages.ts';
import { VerdictAlert } from './primitives/VerdictAlert.tsx';
import { Guide } from './settings/Guide.tsx';
import { SettingsForm } from './settings/SettingsForm.tsx';
import { type SettingsMessages, settingsMessages } from './settings/settingsMessages.ts';
import { StatusLine } from './settings/StatusLine.tsx';

/** Props of `S3SettingsPanel`. */
export interface S3SettingsPanelProps {
  /** The API client, from `createClient`. */
  client: Client;
  /** The field or guide step to open at, for example from an alert's link. */
  focus?: SettingsTarget | null;
  /** Called after a save that went well. */
  onSaved?: (settings: Settings) => void;
  /** BCP 47 tag for dates. @default the browser's */
  locale?: string;
  /** The host's own words, laid over the English ones. */
  messages?: DeepPartial<SettingsMessages>;
  /** Added to the root's classes. */
  className?: string;
}

/** The settings tab: where attachments are stored, the four values, and the guide that leads to them. */
export function S3SettingsPanel(props: S3SettingsPanelProps) {
  const { client, focus = null, onSaved, locale, className } = props;
  const messages = useMemo(() => mergeMessages(settingsMessages, props.messages), [props.messages]);
  const words = messages.panel;
  const { data: settings, error, isFetching, refetch } = useSettings(client);
  const titleId = useId();
  const [bucket, setBucket] = useState('');
  const [target, setTarget] = useState<SettingsTarget | null>(focus);

  // A host may make a new object on every render: only another target asks again.
  const asked = JSON.stringify(focus);
  useEffect(() => setTarget(JSON.parse(asked) as SettingsTarget | null), [asked]);
  const openTarget = useCallback((next: SettingsTarget) => setTarget({ ...next }), []);

  return (
    <section className={['s3a', 's3a-panel', className].filter(Boolean).join(' ')} aria-labelledby={titleId}>
      <header className="s3a-panel-header">
        <h2 id={titleId}>{words.title}</h2>
        {settings && (
          <StatusLine settings={settings} messages={messages} locale={locale} onOpenTarget={openTarget} />
        )}
      </header>
      {!settings && !error && (
        <div className="s3a-skeleton" role="status">
          <span className="s3a-visually-hidden">{words.loading}</span>
        </div>
      )}
      {!settings && error && codeOf(error.verdict) === 'not_permitted' && <p>{words.notPermitted}</p>}
      {!settings && error && codeOf(error.verdict) !== 'not_permitted' && (
        <div role="alert">
          <VerdictAlert verdict={error.verdict} messages={messages}>
            <Button busy={isFetching} onClick={() => void refetch()}>
              {words.reload}
            </Button>
          </VerdictAlert>
        </div>
      )}
      {settings && (
        <div className="s3a-columns">
          <SettingsForm
            client={client}
            settings={settings}
            messages={messages}
            locale={locale}
            focus={target?.kind === 'field' ? target : null}
            onSaved={onSaved}
            onOpenTarget={openTarget}
            onStale={() => void refetch()}
            onBucket={setBucket}
          />
          <Guide messages={messages} bucket={bucket} focus={target?.kind === 'step' ? target : null} />
        </div>
      )}
    </section>
  );
}
