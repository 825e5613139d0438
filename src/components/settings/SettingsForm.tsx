'use client';
import { type RefObject, useEffect, useId, useRef } from 'react';
import type { Settings } from '../../contract/index.ts';
import type { SettingsTarget } from '../../diagnosis/index.ts';
import type { Client } from '../../hooks/index.ts';
import { useAfterPress } from '../primitives/useAfterPress.ts';
import { AccessKeyFields } from './AccessKeyFields.tsx';
import { AdvancedFields } from './AdvancedFields.tsx';
import { BucketField } from './BucketField.tsx';
import { CheckResults } from './CheckResults.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import type { FieldParts } from './FieldParts.ts';
import { meantBy } from './meantBy.ts';
import type { NoteCode } from './formMessages.ts';
import { labelOf, targetOf } from './labelOf.ts';
import { FieldNote, pasteWords } from './FieldNote.tsx';
import { RegionField } from './RegionField.tsx';
import { SaveActions } from './SaveActions.tsx';
import { SaveNotice } from './SaveNotice.tsx';
import { ServerKeyBox } from './ServerKeyBox.tsx';
import type { WorkspaceMessages } from './formSideMessages.ts';
import { advancedFields, type FieldName, fieldNames, serverKeyOf } from './settingsValues.ts';
import type { FormCheck } from './useFormCheck.ts';
import { useNotes } from './useNotes.ts';
import { usePaste } from './usePaste.ts';
import type { Save } from './useSave.ts';
import type { SettingsForm as State } from './useSettingsForm.ts';

/** Props of the form. */
export interface SettingsFormProps {
  client: Client;
  settings: Settings;
  messages: WorkspaceMessages;
  locale: string | undefined;
  now: Date;
  state: State;
  check: FormCheck;
  save: Save;
  dirty: boolean;
  /** Somebody else saved while there are changes here. */
  conflict: boolean;
  /** The row of buttons, for the focus. */
  actions: RefObject<HTMLDivElement | null>;
  advancedOpen: boolean;
  onAdvancedOpen: (open: boolean) => void;
  replaceButton: RefObject<HTMLButtonElement | null>;
  rotateButton: RefObject<HTMLButtonElement | null>;
  /** What stands in the place of the key's fields where the server brings it. */
  serverKeyBox: RefObject<HTMLDivElement | null>;
  onOpenTarget: (target: SettingsTarget) => void;
  onDiscard: () => void;
  /** Ends what is said of the last attempt. */
  onBack: () => void;
  /** Keeps the saved key, or its secret. */
  onKeep: () => void;
}

/**
 * The four values and what is under *Advanced*. What was typed survives a failed save; after a good one nothing of the secret is left.
 * @selector [data-over] while a file is held over it
 */
export function SettingsForm(props: SettingsFormProps) {
  const { client, settings, messages, locale, now, state, check, save, dirty, onOpenTarget } = props;
  const { form } = state;
  const serverKey = serverKeyOf(settings);
  const { errors } = form.formState;
  const titleId = useId();
  const zone = useRef<HTMLFormElement>(null);
  const { notes, leave } = useNotes(form, settings, state.round);
  const afterPress = useAfterPress();
  const paste = usePaste(state, zone, (filled) => {
    filled.forEach(leave);
    if (filled.some((field) => advancedFields.includes(field))) props.onAdvancedOpen(true);
  });
  const { news, over, forget } = paste;
  useEffect(() => forget(), [state.round, forget]);

  /** Takes a finished value for what it stands for: a city for its region, an address for its bucket. */
  const finish = (name: FieldName) => {
    const meant = meantBy(name, String(form.getValues(name)));
    if (meant) paste.fill(meant, name, 'seen');
    leave(name);
  };
  // A button is pressed before the field is left.
  const finishAll = () => (['bucket', 'region', 'keyPrefix'] as const).forEach(finish);
  const error = (name: FieldName) => {
    const code = errors[name]?.message;
    if (code === undefined) return undefined;
    return messages.issues[code as keyof typeof messages.issues] ?? messages.issues.refused;
  };
  const parts: FieldParts = {
    form,
    messages,
    notes,
    error,
    leave: finish,
    afterPress,
    onPaste: paste.onPaste,
    text: (name, onInput) => {
      const { ref, onBlur, onChange } = form.register(name);
      return {
        ref,
        name,
        onChange: (event) => {
          onInput?.();
          if (news?.field === name) forget();
          // What the backend or an attempt said of another value; the form says anew what it finds.
          if (errors[name]) form.clearErrors(name);
          void onChange(event);
        },
        onBlur: ({ currentTarget: target, type }) =>
          afterPress(() => {
            const { value } = target;
            if (value !== value.trim()) form.setValue(name, value.trim(), { shouldDirty: true });
            finish(name);
            void onBlur({ target, type });
          }),
        onPaste: paste.onPaste(name),
        // Names, keys and addresses are written from left to right in any language.
        dir: 'ltr',
        autoComplete: 'off',
        autoCapitalize: 'none',
        autoCorrect: 'off',
        spellCheck: false,
      };
    },
    note: (name) => {
      const fault = error(name);
      const codes = (notes.fields[name] ?? []).filter(
        (code) => fault === undefined || !saidByErrors.includes(code),
      );
      const pasted = news?.field === name ? news : null;
      if (codes.length === 0 && !pasted) return undefined;
      return <FieldNote codes={codes} news={pasted} form={form} messages={messages} />;
    },
  };
  const wrong = fieldNames.flatMap((field) => {
    const text = error(field);
    return text === undefined ? [] : [{ field, label: labelOf(field, messages), error: text }];
  });

  return (
    <form
      className="s3a-form"
      data-over={over || undefined}
      noValidate
      aria-labelledby={titleId}
      onSubmit={(event) => {
        event.preventDefault();
        finishAll();
        save.submit();
      }}
      ref={zone}
    >
      <h3 id={titleId}>{messages.form.title}</h3>
      {save.state.status === 'invalid' && (
        <ErrorSummary
          errors={wrong}
          attempt={save.state.attempt}
          messages={messages}
          onGoTo={(field) => onOpenTarget(targetOf(field) ?? { kind: 'field', field: 'bucket' })}
        />
      )}
      <BucketField parts={parts} notes={notes} />
      <RegionField parts={parts} client={client} />
      {serverKey ? (
        <ServerKeyBox serverKey={serverKey} messages={messages} box={props.serverKeyBox} />
      ) : (
        <AccessKeyFields
          parts={parts}
          state={state}
          settings={settings}
          locale={locale}
          now={now}
          news={news}
          takeFiles={paste.takeFiles}
          markSecret={state.markSecret}
          onKeep={props.onKeep}
          replaceButton={props.replaceButton}
          rotateButton={props.rotateButton}
        />
      )}
      <AdvancedFields parts={parts} open={props.advancedOpen} onOpenChange={props.onAdvancedOpen} />
      <SaveActions
        row={props.actions}
        onCheck={() => {
          finishAll();
          save.check();
        }}
        settings={settings}
        messages={messages}
        check={check}
        save={save}
        dirty={dirty}
        rotating={state.rotating !== null}
        onDiscard={props.onDiscard}
      />
      <SaveNotice
        settings={settings}
        messages={messages}
        locale={locale}
        state={state}
        save={save}
        conflict={props.conflict}
        onBack={props.onBack}
        onDiscard={props.onDiscard}
        onOpenTarget={onOpenTarget}
      />
      {/* There from the start, so that what is put into it is heard. */}
      <p role="status" className="s3a-visually-hidden">
        {news && news.field !== null && pasteWords(news, messages)}
      </p>
      <CheckResults
        state={check.state}
        cancelled={check.cancelled}
        largeFiles={check.largeFiles}
        stale={check.stale}
        messages={messages}
        locale={locale}
        onOpenTarget={onOpenTarget}
      />
      {over && <p className="s3a-drop-hint">{messages.form.fileDrop}</p>}
    </form>
  );
}

// Once is enough.
const saidByErrors: readonly NoteCode[] = ['credential_malformed', 'secret_malformed', 'secret_spaces'];
