'use client';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Settings } from '../../contract/index.ts';
import { codeOf, type DiagnosisCode, type SettingsTarget, wordsFor } from '../../diagnosis/index.ts';
import { consoleUrl } from '../../guide/index.ts';
import { Button } from '../primitives/Button.tsx';
import { Icon } from '../primitives/Icon.tsx';
import { useVerdictWords } from '../primitives/useVerdictWords.ts';
import { VerdictAlert } from '../primitives/VerdictAlert.tsx';
import { causesIn, fullVerdict } from './causesOf.ts';
import { Conflict } from './Conflict.tsx';
import type { WorkspaceMessages } from './formSideMessages.ts';
import type { Save } from './useSave.ts';
import type { SettingsForm } from './useSettingsForm.ts';

/** Props of what is said of a save. */
export interface SaveNoticeProps {
  settings: Settings;
  messages: WorkspaceMessages;
  locale: string | undefined;
  state: SettingsForm;
  save: Save;
  /** Somebody else saved while there are changes here. */
  conflict: boolean;
  onBack: () => void;
  onDiscard: () => void;
  onOpenTarget: (target: SettingsTarget) => void;
}

/**
 * How the last save ended, and what can be done about it. It takes the focus, because the button that was pressed may be gone.
 * @selector [data-save] changed, refused, unchecked, failed, saved
 * @selector [data-despite] it was saved although the check failed
 */
export function SaveNotice(props: SaveNoticeProps) {
  const { settings, messages, locale, state, save, onOpenTarget } = props;
  const words = messages.save;
  const { status } = save.state;
  const box = useRef<HTMLDivElement>(null);
  const unchecked = useVerdictWords(save.state.status === 'unchecked' ? save.state.verdict : null, messages);
  const changed = save.state.status === 'failed' && codeOf(save.state.verdict) === 'settings_changed';
  useEffect(() => {
    if (/changed|refused|unchecked|failed|saved/.test(status)) box.current?.focus();
  }, [status]);

  const anyway = (
    <>
      <Button onClick={save.anyway}>{words.anyway}</Button>
      <Button variant="quiet" onClick={props.onBack}>
        {words.back}
      </Button>
    </>
  );
  return (
    <div className="s3a-save-notice" ref={box} tabIndex={-1} data-save={status}>
      {/* Heard also where nobody has asked for it, so without the focus. */}
      <div role="status">
        {props.conflict && (
          <Conflict
            settings={settings}
            messages={messages}
            locale={locale}
            state={state}
            save={save}
            onDiscard={props.onDiscard}
          />
        )}
      </div>
      {!(props.conflict && changed) && body()}
    </div>
  );

  function body(): ReactNode {
    switch (save.state.status) {
      case 'refused': {
        const { report } = save.state;
        const failed = report.outcome === 'failed';
        return (
          <Warning title={failed ? words.refused.title : words.refused.unknownTitle} actions={anyway}>
            <p>{failed ? words.refused.text : words.refused.unknownText}</p>
            {failed && (
              <ul className="s3a-alert-remedy">
                {causesIn(report, 'failed').map((diagnosis) => (
                  <li key={diagnosis.code}>{wordsFor(fullVerdict(diagnosis), messages).title}</li>
                ))}
              </ul>
            )}
          </Warning>
        );
      }
      case 'unchecked':
        return (
          <Warning
            title={words.unchecked.title}
            actions={
              // What cannot be asked cannot be told to save either.
              unreachable.includes(codeOf(save.state.verdict)) ? (
                <Button onClick={save.submit}>{messages.panel.reload}</Button>
              ) : (
                anyway
              )
            }
          >
            {unchecked && <p>{messages.alert.sentence(unchecked.title)}</p>}
          </Warning>
        );
      case 'failed':
        return <VerdictAlert verdict={save.state.verdict} messages={messages} onOpenTarget={onOpenTarget} />;
      case 'changed':
        return (
          <Warning title={words.changed.title} actions={null}>
            <p>{words.changed.text}</p>
          </Warning>
        );
      case 'saved': {
        const { retired, despite, settings: saved } = save.state;
        if (saved.status === 'not_configured') return null;
        const text =
          saved.status === 'configured'
            ? despite?.outcome === 'failed'
              ? words.savedDespite
              : words.saved(saved.bucket)
            : words.savedDisabled(saved.bucket);
        return (
          <div className="s3a-saved" data-despite={despite?.outcome === 'failed' || undefined}>
            <p>
              <Icon name={despite?.outcome === 'failed' ? 'alert' : 'check'} />
              <span>{text}</span>
            </p>
            {retired !== null && (
              <p className="s3a-retired">
                {words.retired(retired)}{' '}
                <a
                  className="s3a-link"
                  href={consoleUrl('access-key', { bucket: saved.bucket, region: saved.region })}
                  target="_blank"
                  rel="noreferrer"
                >
                  {words.openIam}
                </a>
              </p>
            )}
          </div>
        );
      }
      default:
        return null;
    }
  }
}

const unreachable: readonly DiagnosisCode[] = [
  'api_unreachable',
  'offline',
  'signed_out',
  'not_permitted',
  'origin_not_allowed',
];

function Warning({ title, actions, children }: { title: string; actions: ReactNode; children: ReactNode }) {
  return (
    <div className="s3a-alert" data-tone="warning">
      <Icon name="alert" />
      <div className="s3a-alert-body">
        <p className="s3a-alert-title">{title}</p>
        {children}
        <div className="s3a-alert-actions">{actions}</div>
      </div>
    </div>
  );
}
