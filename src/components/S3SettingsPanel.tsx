'use client';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Settings } from '../contract/index.ts';
import { codeOf, type SettingsTarget } from '../diagnosis/index.ts';
import { type Client, useLoaded, useSettings } from '../hooks/index.ts';
import { Button } from './primitives/Button.tsx';
import { languageOf } from './primitives/languageOf.ts';
import { type DeepPartial, mergeMessages } from './primitives/mergeMessages.ts';
import { VerdictAlert } from './primitives/VerdictAlert.tsx';
import { lateWorkspace } from './settings/lateWorkspace.ts';
import { panelMessages } from './settings/panelMessages.ts';
import type { SettingsMessages } from './settings/settingsMessages.ts';
import { StatusLine } from './settings/StatusLine.tsx';

/** Props of `S3SettingsPanel`. */
export interface S3SettingsPanelProps {
  /** The API client, from `createClient`. */
  client: Client;
  /** The field or guide step to open at, for example from an alert's link. */
  focus?: SettingsTarget | null;
  /** Called after a save that went well. */
  onSaved?: (settings: Settings) => void;
  /** Tells whether there are changes that are not saved, for a host's own question before it changes pages; the browser's is asked by itself. */
  onUnsavedChanges?: (unsaved: boolean) => void;
  /** BCP 47 tag for dates. @default that of `messages`, else the browser's */
  locale?: string;
  /** Another language (`./locales/…`) or the host's own words, laid over the English ones. */
  messages?: DeepPartial<SettingsMessages>;
  /** Added to the root's classes. */
  className?: string;
}

/** The settings tab: where attachments are stored, the four values, and the guide that leads to them. */
export function S3SettingsPanel(props: S3SettingsPanelProps) {
  const {
    client,
    focus = null,
    onSaved,
    onUnsavedChanges,
    locale = props.messages?.locale,
    className,
  } = props;
  const messages = useMemo(() => mergeMessages(panelMessages, props.messages), [props.messages]);
  const words = messages.panel;
  const { data: settings, error, isFetching, refetch } = useSettings(client);
  const late = useLoaded(lateWorkspace, 1);
  const titleId = useId();
  const root = useRef<HTMLElement>(null);
  const [target, setTarget] = useState<SettingsTarget | null>(focus);

  // A host may make a new object on every render: only another target asks again.
  const asked = JSON.stringify(focus);
  useEffect(() => setTarget(JSON.parse(asked) as SettingsTarget | null), [asked]);
  const openTarget = useCallback((next: SettingsTarget) => setTarget({ ...next }), []);

  return (
    <section
      ref={root}
      {...languageOf(messages)}
      className={['s3a', 's3a-panel', className].filter(Boolean).join(' ')}
      aria-labelledby={titleId}
    >
      <header className="s3a-panel-header">
        <h2 id={titleId}>{words.title}</h2>
        {settings && late && <StatusLine settings={settings} messages={messages} locale={locale} />}
      </header>
      {(settings ? !late : !error) && (
        <div className="s3a-skeleton" role="status">
          <span className="s3a-visually-hidden">{words.loading}</span>
          <i aria-hidden="true" />
          <div aria-hidden="true">
            <i />
            <i />
            <i />
            <i />
          </div>
          <div aria-hidden="true">
            <i />
          </div>
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
      {settings && late && (
        <late.SettingsWorkspace
          // Another backend has other settings, and nothing that was typed for this one goes there.
          key={client.baseUrl}
          client={client}
          settings={settings}
          messages={props.messages}
          locale={locale}
          target={target}
          onOpenTarget={openTarget}
          onSaved={onSaved}
          onUnsavedChanges={onUnsavedChanges}
          reload={refetch}
          look={root}
        />
      )}
    </section>
  );
}
