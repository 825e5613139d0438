'use client';
import { type InputHTMLAttributes, type ReactNode, type RefObject, useState } from 'react';
import { Button } from '../primitives/Button.tsx';
import { Field } from '../primitives/Field.tsx';
import { Icon } from '../primitives/Icon.tsx';
import type { WorkspaceMessages } from './formSideMessages.ts';

/** Props of the secret's field: either one is configured, or one is being entered. Never a made-up value. */
export interface SecretFieldProps {
  messages: WorkspaceMessages;
  /** The *Replace* button, for the focus. */
  replaceButton: RefObject<HTMLButtonElement | null>;
  rotateButton: RefObject<HTMLButtonElement | null>;
  state: ConfiguredSecret | EnteredSecret;
}

interface ConfiguredSecret {
  status: 'configured';
  savedAt: string;
  /** Days since then. */
  days: number;
  /** It is time for another one. */
  old: boolean;
  onReplace: () => void;
  onRotate: () => void;
}

interface EnteredSecret {
  status: 'entering';
  hint: string;
  /** `null` where there is none to keep. */
  onKeep: (() => void) | null;
  field: InputHTMLAttributes<HTMLInputElement> & { ref: (element: HTMLInputElement | null) => void };
  error: string | undefined;
  note: ReactNode;
}

/**
 * The write-only secret: *configured* with *Replace*, or a masked input with a *Show* switch.
 * @selector [data-secret] the field that a secret is typed into
 */
export function SecretField({ messages, replaceButton, rotateButton, state }: SecretFieldProps) {
  const words = messages.form;
  const label = messages.fields.secretAccessKey;

  if (state.status === 'entering') {
    const { onKeep } = state;
    return (
      <div>
        {/* A part of its own, so that the next secret begins masked. */}
        <SecretInput messages={messages} label={label} state={state} />
        {onKeep && (
          <button type="button" className="s3a-link s3a-keep" onClick={onKeep}>
            {words.keep}
          </button>
        )}
      </div>
    );
  }
  const { savedAt, days, old, onReplace, onRotate } = state;
  return (
    <div className="s3a-field" role="group" aria-label={label}>
      <span className="s3a-label">{label}</span>
      <div className="s3a-secret-configured">
        <Icon name="check" />
        <span>
          <strong>{words.secretConfigured}</strong> <span className="s3a-visually-hidden">·</span>{' '}
          <span className="s3a-hint">
            {words.secretSavedAt(savedAt)} ({words.secretAge(days)})
          </span>
        </span>
        <div className="s3a-secret-actions">
          <Button ref={replaceButton} onClick={onReplace} aria-label={`${words.replace}: ${label}`}>
            {words.replace}
          </Button>
          <Button ref={rotateButton} variant="quiet" onClick={onRotate}>
            {words.rotate}
          </Button>
        </div>
      </div>
      {old && <p className="s3a-field-note">{words.secretOld(days)}</p>}
    </div>
  );
}

function SecretInput(props: { messages: WorkspaceMessages; label: string; state: EnteredSecret }) {
  const { messages, label, state } = props;
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...state.field}
      label={label}
      hint={state.hint}
      error={state.error}
      note={state.note}
      type={shown ? 'text' : 'password'}
      autoComplete="new-password"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      data-secret=""
      after={
        <Button role="switch" aria-checked={shown} onClick={() => setShown(!shown)}>
          {messages.form.show}
        </Button>
      }
    />
  );
}
