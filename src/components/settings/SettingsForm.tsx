'use client';
import { useEffect, useId, useRef } from 'react';
import { bucketSchema, type Settings } from '../../contract/index.ts';
import type { SettingsTarget } from '../../diagnosis/index.ts';
import { regions } from '../../guide/index.ts';
import type { Client } from '../../hooks/index.ts';
import { Button } from '../primitives/Button.tsx';
import { Field } from '../primitives/Field.tsx';
import { VerdictAlert } from '../primitives/VerdictAlert.tsx';
import { CheckResults } from './CheckResults.tsx';
import { formatDate } from './formatDate.ts';
import { SecretField } from './SecretField.tsx';
import type { SettingsMessages } from './settingsMessages.ts';
import { useFormCheck } from './useFormCheck.ts';
import { isFormField, useSettingsForm } from './useSettingsForm.ts';

/** Props of the form. */
export interface SettingsFormProps {
  client: Client;
  settings: Settings;
  messages: SettingsMessages;
  locale: string | undefined;
  /** The field to put the focus in. */
  focus: Extract<SettingsTarget, { kind: 'field' }> | null;
  onSaved: ((settings: Settings) => void) | undefined;
  onOpenTarget: (target: SettingsTarget) => void;
  /** Reads the settings again. */
  onStale: () => void;
  /** The bucket's name as it is typed. */
  onBucket: (bucket: string) => void;
}

/** The four values. What was typed survives a failed save; after a good one nothing of the secret is left. */
export function SettingsForm(props: SettingsFormProps) {
  const { client, settings, messages, locale, focus, onSaved, onOpenTarget, onStale, onBucket } = props;
  const state = useSettingsForm(client, settings, onSaved, onStale);
  const { form, saving, verdict, savedBucket, settled, entersSecret } = state;
  const { register, watch, setFocus, formState } = form;
  const words = messages.panel;
  const titleId = useId();
  const replaceButton = useRef<HTMLButtonElement>(null);
  const alert = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const configured = settings.status === 'configured';
  const dirty = formState.isDirty || state.canKeep;
  const bucket = watch('bucket');
  const { check, stale, cancelled, start, cancel } = useFormCheck(
    client,
    settings,
    form,
    entersSecret,
    state.secretMark,
  );
  const checking = check.status === 'running';
  const checkButton = useRef<HTMLButtonElement>(null);
  const cancelHasFocus = useRef(false);
  const openFromCheck = (target: SettingsTarget) => {
    // The saved secret will not do: the link leads to where another is entered.
    const asksForSecret = target.kind === 'field' && target.field === 'secretAccessKey' && !entersSecret;
    if (asksForSecret) state.replace();
    else onOpenTarget(target);
  };

  // *Cancel* goes when the check ends; who stands on it is not left in nowhere.
  useEffect(() => {
    if (checking || !cancelHasFocus.current) return;
    cancelHasFocus.current = false;
    checkButton.current?.focus();
  }, [checking]);

  // Documents are made out for what can be a bucket's name only.
  useEffect(() => {
    const name = bucketSchema.safeParse(bucket);
    onBucket(name.success ? name.data : '');
  }, [bucket, onBucket]);

  useEffect(() => {
    if (focus === null) return;
    const { field } = focus;
    if (field === 'secretAccessKey' && !entersSecret) replaceButton.current?.focus();
    else if (isFormField(field)) setFocus(field);
    // Only when it is asked for: not each time the secret's field changes its state.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [focus, setFocus]);

  // The button that was pressed is gone after a save and after Discard; the focus stays where it was pressed.
  useEffect(() => {
    if (settled > 0) said.current?.focus();
  }, [settled]);

  useEffect(() => {
    if (verdict) alert.current?.focus();
  }, [verdict]);

  const error = (name: keyof typeof formState.errors & string) => {
    const code = formState.errors[name as 'bucket']?.message;
    return code === undefined
      ? undefined
      : (messages.issues[code as keyof typeof messages.issues] ?? messages.issues.refused);
  };
  const text = {
    autoComplete: 'off',
    autoCapitalize: 'none',
    autoCorrect: 'off',
    spellCheck: false,
  } as const;

  return (
    <form
      className="s3a-form"
      onSubmit={(event) => void state.submit(event)}
      noValidate
      aria-labelledby={titleId}
    >
      <h3 id={titleId}>{words.formTitle}</h3>
      {verdict && (
        <div ref={alert} tabIndex={-1} role="alert" className="s3a-form-alert">
          <VerdictAlert verdict={verdict} messages={messages} onOpenTarget={onOpenTarget} />
        </div>
      )}
      <Field
        {...register('bucket')}
        {...text}
        label={messages.fields.bucket}
        hint={words.bucketHint}
        error={error('bucket')}
      />
      <Field
        {...register('region')}
        {...text}
        label={messages.fields.region}
        hint={words.regionHint}
        error={error('region')}
        list={`${titleId}-regions`}
      />
      <datalist id={`${titleId}-regions`}>
        {regions.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </datalist>
      <Field
        {...register('accessKeyId')}
        {...text}
        label={messages.fields.accessKeyId}
        hint={words.accessKeyIdHint}
        error={error('accessKeyId')}
      />
      <SecretField
        messages={messages}
        replaceButton={replaceButton}
        state={
          entersSecret || !configured
            ? {
                status: 'entering',
                hint:
                  configured && !state.canKeep && settings.secretAccessKey === 'configured'
                    ? words.secretForOtherKey
                    : words.secretHint,
                onKeep: state.canKeep ? state.keep : null,
                field: register('secretAccessKey', { onChange: state.markSecret }),
                error: error('secretAccessKey'),
              }
            : {
                status: 'configured',
                savedAt: formatDate(settings.secretSavedAt, locale),
                onReplace: state.replace,
              }
        }
      />
      <div className="s3a-form-actions">
        {(!configured || dirty) && (
          <Button
            variant="primary"
            type="submit"
            busy={saving}
            onMouseDown={keepFocus}
            onClick={(event) => event.currentTarget.focus()}
          >
            {saving ? words.saving : configured ? words.save : words.saveFirst}
          </Button>
        )}
        <Button
          ref={checkButton}
          busy={checking}
          onMouseDown={keepFocus}
          onClick={(event) => {
            event.currentTarget.focus();
            start();
          }}
        >
          {messages.check.start}
        </Button>
        {configured && dirty && (
          <Button variant="quiet" onClick={state.discard}>
            {words.discard}
          </Button>
        )}
        {checking && (
          <Button
            variant="quiet"
            onFocus={() => (cancelHasFocus.current = true)}
            onBlur={(event) => (cancelHasFocus.current = !event.currentTarget.isConnected)}
            onClick={cancel}
          >
            {messages.check.cancel}
          </Button>
        )}
        <p role="status" className="s3a-saved" ref={said} tabIndex={-1}>
          {savedBucket !== null && !dirty && words.saved(savedBucket)}
        </p>
      </div>
      <CheckResults
        state={check}
        cancelled={cancelled}
        stale={stale}
        messages={messages}
        locale={locale}
        onOpenTarget={openFromCheck}
      />
    </form>
  );
}

// Leaving a field shows what is wrong with it, and that would move the button from under the pointer
// before it is let go: the focus comes with the click.
function keepFocus(event: { preventDefault(): void }): void {
  event.preventDefault();
}
