'use client';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Settings } from '../../contract/index.ts';
import { fullWords, loadOnce, type SettingsTarget } from '../../diagnosis/index.ts';
import { type Client, useLoaded } from '../../hooks/index.ts';
import { Icon } from '../primitives/Icon.tsx';
import { type DeepPartial, mergeMessages } from '../primitives/mergeMessages.ts';
import { useEarly } from '../primitives/useEarly.ts';
import { useLatest } from '../primitives/useLatest.ts';
import { formatDate } from './formatDate.ts';
import { SettingsForm } from './SettingsForm.tsx';
import { History } from './History.tsx';
import { formSideMessages, type WorkspaceMessages } from './formSideMessages.ts';
import { HealthNotice } from './HealthNotice.tsx';
import type { SettingsMessages } from './settingsMessages.ts';
import { advancedFields, countAdvanced, valuesOf, versionOf } from './settingsValues.ts';
import { StorageActions } from './StorageActions.tsx';
import { useFormCheck } from './useFormCheck.ts';
import { useSave } from './useSave.ts';
import { useSettingsForm } from './useSettingsForm.ts';

/** Both are there right after the form. */
const lateGuide = /* @__PURE__ */ loadOnce(() => import('./guide/GuideOfForm.tsx'));
const lateMoving = /* @__PURE__ */ loadOnce(() => import('./MoveAttachments.tsx'));

/** Props of the form and the guide beside it. */
export interface SettingsWorkspaceProps {
  client: Client;
  settings: Settings;
  /** A host's own words over the English ones. */
  messages: DeepPartial<SettingsMessages> | undefined;
  locale: string | undefined;
  /** The field or step to open; a new object asks again. */
  target: SettingsTarget | null;
  onOpenTarget: (target: SettingsTarget) => void;
  onSaved: ((settings: Settings) => void) | undefined;
  onUnsavedChanges: ((unsaved: boolean) => void) | undefined;
  /** Reads the settings anew. */
  reload: () => Promise<unknown>;
  /** The panel, whose looks a dialog takes over. */
  look: RefObject<HTMLElement | null>;
}

/** The form and the guide, which know of each other: the documents follow what is typed, the check marks the steps, links lead from one to the other. */
export function SettingsWorkspace(props: SettingsWorkspaceProps) {
  const { client, settings, locale, target, onOpenTarget, onSaved, reload, look } = props;
  const { onUnsavedChanges } = props;
  const messages = useMemo(
    () => mergeMessages<WorkspaceMessages>(formSideMessages, props.messages),
    [props.messages],
  );
  useEarly(messages.full ?? fullWords, look);
  const guide = useLoaded(lateGuide, 1);
  const moving = useLoaded(lateMoving, Number(settings.status !== 'not_configured'));
  const state = useSettingsForm(settings);
  const check = useFormCheck(client, state, messages);
  const save = useSave(client, settings, state, check, onSaved, reload);
  const { form } = state;
  const dirty = form.formState.isDirty || state.replacing || state.rotating !== null;
  const [now] = useState(() => new Date());
  const [advancedOpen, setAdvancedOpen] = useState(() => countAdvanced(valuesOf(settings)) > 0);
  const [byOther, setByOther] = useState<{ by: string; at: string } | null>(null);
  const [changing, setChanging] = useState(false);
  const replaceButton = useRef<HTMLButtonElement>(null);
  const rotateButton = useRef<HTMLButtonElement>(null);
  const serverKeyBox = useRef<HTMLDivElement>(null);
  const actions = useRef<HTMLDivElement>(null);

  // Somebody else saved: shown at once where nothing was typed, beside what was typed otherwise. What is older than our own
  // last save is only on its way out of the cache.
  const newer = versionOf(settings) > state.base;
  const busy = changing || save.state.status === 'saving' || save.state.status === 'checking';
  useEffect(() => {
    if (!newer || busy || dirty) return;
    state.show(settings);
    if (settings.status !== 'not_configured') setByOther({ by: settings.savedBy, at: settings.savedAt });
    // Asked again only when one of these changes: the rest is what is done then.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [newer, busy, dirty]);
  const conflict = newer && dirty && !busy;

  // What was said before is over once something is done here.
  const { dismiss } = save;
  const { status } = save.state;
  useEffect(() => {
    if (dirty || status !== 'idle') setByOther(null);
    if (dirty && status === 'saved') dismiss();
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [dirty, status]);

  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [dirty]);
  useEffect(() => {
    if (!dirty) return;
    onUnsavedChanges?.(true);
    return () => onUnsavedChanges?.(false);
  }, [dirty, onUnsavedChanges]);

  // The button that was pressed is gone with what it was about: the focus goes to what can be done next.
  const [refocus, setRefocus] = useState<{ to: 'actions' | 'replace' | 'rotate' } | null>(null);
  useEffect(() => {
    if (refocus?.to === 'replace') replaceButton.current?.focus();
    else if (refocus?.to === 'rotate') rotateButton.current?.focus();
    else if (refocus) actions.current?.querySelector('button')?.focus();
  }, [refocus]);

  const latest = useLatest(state);
  const open = useCallback(
    (asked: SettingsTarget) => {
      if (asked.kind !== 'field') return;
      const { keyMode, goTo } = latest.current;
      const { field } = asked;
      if (advancedFields.includes(field)) setAdvancedOpen(true);
      // The saved secret stays until somebody asks to replace it.
      const ofKey = field === 'secretAccessKey' || field === 'accessKeyId';
      if (ofKey && keyMode() === 'server') serverKeyBox.current?.focus();
      else if (field === 'secretAccessKey' && keyMode() === 'saved') replaceButton.current?.focus();
      else goTo(field);
    },
    [latest],
  );
  useEffect(() => {
    if (target) open(target);
  }, [target, open]);

  // What is at fault there is opened, so that it can be seen.
  const faultBelow = advancedFields.some((field) => form.formState.errors[field]);
  const attempt = save.state.status === 'invalid' ? save.state.attempt : null;
  useEffect(() => {
    if (faultBelow) setAdvancedOpen(true);
  }, [faultBelow, attempt]);

  const openFromForm = (asked: SettingsTarget) => {
    // The saved secret will not do: the link leads to where another is entered.
    const forSecret = asked.kind === 'field' && asked.field === 'secretAccessKey';
    if (forSecret && state.keyMode() === 'saved') state.replace();
    else onOpenTarget(asked);
  };

  return (
    <>
      {settings.status === 'configured' && (
        <HealthNotice
          health={settings.health}
          messages={messages}
          locale={locale}
          onOpenTarget={onOpenTarget}
        />
      )}
      <div className="s3a-columns">
        <div className="s3a-main">
          {byOther && (
            <p className="s3a-status" role="status">
              <Icon name="info" />
              <span>
                {messages.save.changedByOther({ by: byOther.by, when: formatDate(byOther.at, locale) })}
              </span>
            </p>
          )}
          <SettingsForm
            client={client}
            settings={settings}
            messages={messages}
            locale={locale}
            now={now}
            state={state}
            check={check}
            save={save}
            dirty={dirty}
            conflict={conflict}
            actions={actions}
            advancedOpen={advancedOpen}
            onAdvancedOpen={setAdvancedOpen}
            replaceButton={replaceButton}
            rotateButton={rotateButton}
            serverKeyBox={serverKeyBox}
            onOpenTarget={openFromForm}
            onDiscard={() => {
              save.dismiss();
              state.discard(settings);
              setRefocus({ to: 'actions' });
            }}
            onBack={() => {
              save.dismiss();
              setRefocus({ to: 'actions' });
            }}
            onKeep={() => {
              setRefocus({ to: state.rotating === null ? 'replace' : 'rotate' });
              state.keep();
            }}
          />
          {settings.status !== 'not_configured' && (
            <StorageActions
              client={client}
              settings={settings}
              messages={messages}
              dirty={dirty}
              look={look}
              onBegin={() => setChanging(true)}
              onChanged={(next) => {
                if (next) {
                  state.show(next);
                  save.dismiss();
                }
                setChanging(false);
              }}
            />
          )}
          {settings.status !== 'not_configured' && moving && (
            <moving.MoveAttachments
              client={client}
              settings={settings}
              messages={messages}
              locale={locale}
              dirty={dirty}
              look={look}
              onOpenTarget={openFromForm}
            />
          )}
          {settings.status !== 'not_configured' && (
            <History client={client} version={settings.version} messages={messages} locale={locale} />
          )}
        </div>
        {guide ? (
          <guide.GuideOfForm
            form={form}
            check={check}
            messages={messages}
            focus={target?.kind === 'step' ? target : null}
            onOpenTarget={onOpenTarget}
          />
        ) : (
          <div className="s3a-guide-late" aria-hidden="true">
            <i />
          </div>
        )}
      </div>
    </>
  );
}
