'use client';
import { type RefObject, useEffect, useId, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import type { Settings } from '../../contract/index.ts';
import { Button } from '../primitives/Button.tsx';
import { Field } from '../primitives/Field.tsx';
import { Icon } from '../primitives/Icon.tsx';
import { pasteWords } from './FieldNote.tsx';
import { formatDate } from './formatDate.ts';
import type { PasteNews } from './usePaste.ts';
import { SecretField } from './SecretField.tsx';
import type { FieldParts } from './FieldParts.ts';
import { accessKeyOf } from './settingsValues.ts';
import type { SettingsForm } from './useSettingsForm.ts';

/** Props of the access key's fields. */
export interface AccessKeyFieldsProps {
  parts: FieldParts;
  state: SettingsForm;
  settings: Settings;
  locale: string | undefined;
  now: Date;
  news: PasteNews | null;
  takeFiles: (files: readonly File[]) => Promise<void>;
  markSecret: () => void;
  /** Keeps the saved key, or its secret. */
  onKeep: () => void;
  /** The *Replace* button, for the focus. */
  replaceButton: RefObject<HTMLButtonElement | null>;
  rotateButton: RefObject<HTMLButtonElement | null>;
}

const reminderDays = 90;

/**
 * The access key ID and its secret, with the file in which AWS hands them out, and the way to replace them.
 * @selector [data-rotating] while a new key is entered beside the saved one
 */
export function AccessKeyFields(props: AccessKeyFieldsProps) {
  const { parts, state, settings, locale, now, news, takeFiles, markSecret, onKeep, replaceButton } = props;
  const { form, messages, text, error, note } = parts;
  const words = messages.form;
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const key = accessKeyOf(settings);
  // Asked anew with every render, not only when one of them is typed: after a save other settings are the saved ones.
  const mustEnter = state.needsSecret(
    ...useWatch({ control: form.control, name: ['accessKeyId', 'endpoint'] }),
  );
  const { rotating } = state;
  const swapped = parts.notes.fields.accessKeyId?.includes('credentials_swapped') ?? false;
  const enters = state.replacing || rotating !== null || mustEnter;
  const days = key
    ? Math.max(0, Math.floor((now.getTime() - Date.parse(key.secretSavedAt)) / 86_400_000))
    : 0;
  // What a field no longer asks for is no fault, and nothing of it stays.
  useEffect(() => {
    if (enters) return;
    form.clearErrors('secretAccessKey');
    if (form.getValues('secretAccessKey') !== '') form.setValue('secretAccessKey', '', { shouldDirty: true });
  }, [enters, form]);
  const unreadable = key?.secretAccessKey === 'unreadable';
  const hint =
    key && !unreadable && mustEnter && rotating === null ? words.secretForOtherKey : words.secretHint;
  // Said where it is to be mended, however much of the new one is typed.
  const lost = unreadable && (
    <p data-note="secret_unreadable">
      {key.accessKeyId === '' ? words.serverKeyGone : words.secretUnreadable}
    </p>
  );

  return (
    <div
      className="s3a-key"
      data-rotating={rotating !== null || undefined}
      {...(rotating !== null && {
        role: 'group',
        'aria-labelledby': `${id}-title`,
        'aria-describedby': `${id}-steps`,
      })}
    >
      {rotating !== null && (
        <div className="s3a-rotate">
          <p className="s3a-label" id={`${id}-title`}>
            {words.rotateTitle}
          </p>
          <ol id={`${id}-steps`}>
            {words.rotateSteps(rotating).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <button type="button" className="s3a-link" onClick={onKeep}>
            {words.rotateCancel}
          </button>
        </div>
      )}
      {enters && (
        <div className="s3a-key-file">
          <p className="s3a-hint">{words.fileHint}</p>
          <Button onClick={() => picker.current?.click()}>
            <Icon name="file" />
            {words.file}
          </Button>
          <input
            ref={picker}
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            hidden
            onChange={(event) => {
              void takeFiles([...(event.currentTarget.files ?? [])]);
              // The same file can be chosen again.
              event.currentTarget.value = '';
            }}
          />
        </div>
      )}
      <p className="s3a-field-error s3a-file-error" role="status">
        {news?.field === null && pasteWords(news, messages)}
      </p>
      <Field
        {...text('accessKeyId')}
        label={messages.fields.accessKeyId}
        hint={words.accessKeyIdHint}
        // That they are swapped says it better.
        error={swapped ? undefined : error('accessKeyId')}
        invalid={swapped || error('accessKeyId') !== undefined}
        note={note('accessKeyId')}
      />
      <SecretField
        messages={messages}
        replaceButton={replaceButton}
        rotateButton={props.rotateButton}
        state={
          enters || !key
            ? {
                status: 'entering',
                hint,
                onKeep: state.replacing && !mustEnter && rotating === null ? onKeep : null,
                field: text('secretAccessKey', markSecret),
                error: error('secretAccessKey'),
                note: lost ? (
                  <>
                    {lost}
                    {note('secretAccessKey')}
                  </>
                ) : (
                  note('secretAccessKey')
                ),
              }
            : {
                status: 'configured',
                savedAt: formatDate(key.secretSavedAt, locale, { timeOfDay: false }),
                days,
                old: days >= reminderDays,
                onReplace: state.replace,
                onRotate: state.rotate,
              }
        }
      />
    </div>
  );
}
