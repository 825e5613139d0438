'use client';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Settings } from '../../contract/index.ts';
import type { SettingsTarget } from '../../diagnosis/index.ts';
import type { Client } from '../../hooks/index.ts';
import { Icon } from '../primitives/Icon.tsx';
import { useLatest } from '../primitives/useLatest.ts';
import { formatDate } from './formatDate.ts';
import { GuideOfForm } from './guide/GuideOfForm.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import type { SettingsMessages } from './settingsMessages.ts';
import { advancedFields, valuesOf, versionOf } from './settingsValues.ts';
import { StorageActions } from './StorageActions.tsx';
import { useFormCheck } from './useFormCheck.ts';
import { useSave } from './useSave.ts';
import { useSettingsForm } from './useSettingsForm.ts';

/** Props of the form and the guide beside it. */
export interface SettingsWorkspaceProps {
  client: Client;
  settings: Settings;
  messages: SettingsMessages;
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
  const { client, settings, messages, locale, target, onOpenTarget, onSaved, reload, look } = props;
  const { onUnsavedChanges } = props;
  const state = useSettingsForm(settings);
  const check = useFormCheck(client, state);
  const save = useSave(client, settings, state, check, onSaved, reload);
  const { form } = state;
  const dirty = form.formState.isDirty || state.replacing || state.rotating !== null;
  const [now] = useState(() => new Date());
  const [advancedOpen, setAdvancedOpen] = useState(() => advancedFieldsChanged(settings));
  const [byOther, setByOther] = useState<{ by: string; when: string } | null>(null);
  const replaceButton = useRef<HTMLButtonElement>(null);
  const changing = useRef(false);

  // Somebody else saved: shown at once where nothing was typed, beside what was typed otherwise.
  const version = versionOf(settings);
  const busy = save.state.status === 'saving' || save.state.status === 'checking';
  useEffect(() => {
    if (version === state.base || busy || changing.current) return;
    if (dirty) {
      if (save.state.status !== 'conflict') save.meet();
      return;
    }
    state.show(settings);
    if (settings.status !== 'not_configured')
      setByOther({ by: settings.savedBy, when: formatDate(settings.savedAt, locale) });
    // Asked again only when one of these changes: the rest is what is done then.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [version, state.base, busy, dirty]);
  const notice = save.state.status === 'idle' && !dirty ? byOther : null;

  useEffect(() => {
    onUnsavedChanges?.(dirty);
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [dirty, onUnsavedChanges]);

  const latest = useLatest(state);
  const open = useCallback(
    (asked: SettingsTarget) => {
      if (asked.kind !== 'field') return;
      const { entersSecret, goTo } = latest.current;
      const { field } = asked;
      if (advancedFields.includes(field)) setAdvancedOpen(true);
      // The saved secret stays until somebody asks to replace it.
      if (field === 'secretAccessKey' && !entersSecret()) replaceButton.current?.focus();
      else goTo(field);
    },
    [latest],
  );
  useEffect(() => {
    if (target) open(target);
  }, [target, open]);

  // What is at fault there is opened, so that it can be seen.
  const faultBelow = advancedFields.some((field) => form.formState.errors[field]);
  useEffect(() => {
    if (faultBelow) setAdvancedOpen(true);
  }, [faultBelow]);

  const openFromForm = (asked: SettingsTarget) => {
    // The saved secret will not do: the link leads to where another is entered.
    const forSecret = asked.kind === 'field' && asked.field === 'secretAccessKey';
    if (forSecret && !state.entersSecret()) state.replace();
    else onOpenTarget(asked);
  };

  return (
    <div className="s3a-columns">
      <div className="s3a-main">
        {notice && (
          <p className="s3a-status" role="status">
            <Icon name="info" />
            <span>{messages.save.changedByOther(notice)}</span>
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
          advancedOpen={advancedOpen}
          onAdvancedOpen={setAdvancedOpen}
          replaceButton={replaceButton}
          onOpenTarget={openFromForm}
          onDiscard={() => {
            state.show(settings);
            save.dismiss();
          }}
        />
        {settings.status !== 'not_configured' && (
          <StorageActions
            client={client}
            settings={settings}
            messages={messages}
            dirty={dirty}
            look={look}
            onBegin={() => (changing.current = true)}
            onChanged={(next) => {
              if (next) {
                state.show(next);
                save.dismiss();
              }
              changing.current = false;
            }}
          />
        )}
      </div>
      <GuideOfForm
        form={form}
        check={check}
        messages={messages}
        focus={target?.kind === 'step' ? target : null}
        onOpenTarget={onOpenTarget}
      />
    </div>
  );
}

function advancedFieldsChanged(settings: Settings): boolean {
  const values = valuesOf(settings);
  return advancedFields.some((field) => {
    const value = values[field];
    return field === 'links' ? value === 'private' : value !== '' && value !== false;
  });
}
