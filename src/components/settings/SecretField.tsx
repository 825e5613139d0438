'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { Button } from '../primitives/Button.tsx';
import { Field } from '../primitives/Field.tsx';
import { Icon } from '../primitives/Icon.tsx';
import type { SettingsMessages } from './settingsMessages.ts';

/** Props of the secret's field: either one is configured, or one is being entered. Never a made-up value. */
export interface SecretFieldProps {
  messages: SettingsMessages;
  /** The *Replace* button, for the focus. */
  replaceButton: RefObject<HTMLButtonElement | null>;
  state: ConfiguredSecret | EnteredSecret;
}

interface ConfiguredSecret {
  status: 'configured';
  savedAt: string;
  onReplace: () => void;
}

interface EnteredSecret {
  status: 'entering';
  hint: string;
  /** `null` where there is none to keep. */
  onKeep: (() => void) | null;
  field: UseFormRegisterReturn;
  error: string | undefined;
}

/** The write-only secret: *configured* with *Replace*, or a masked input with a *Show* switch. */
export function SecretField({ messages, replaceButton, state }: SecretFieldProps) {
  const words = messages.panel;
  const label = messages.fields.secretAccessKey;
  const kept = useRef(false);

  useEffect(() => {
    if (state.status !== 'configured' || !kept.current) return;
    kept.current = false;
    replaceButton.current?.focus();
  }, [state.status, replaceButton]);

  if (state.status === 'entering') {
    const { onKeep } = state;
    return (
      <div>
        {/* A part of its own, so that the next secret begins masked. */}
        <SecretInput messages={messages} label={label} state={state} />
        {onKeep && (
          <button
            type="button"
            className="s3a-link s3a-keep"
            onClick={() => {
              kept.current = true;
              onKeep();
            }}
          >
            {words.keep}
          </button>
        )}
      </div>
    );
  }
  return (
    <div className="s3a-field" role="group" aria-label={label}>
      <span className="s3a-label">{label}</span>
      <div className="s3a-secret-configured">
        <Icon name="check" />
        <span>
          <strong>{words.secretConfigured}</strong> · {words.secretSavedAt(state.savedAt)}
        </span>
        <Button ref={replaceButton} onClick={state.onReplace} aria-label={`${words.replace}: ${label}`}>
          {words.replace}
        </Button>
      </div>
    </div>
  );
}

function SecretInput(props: { messages: SettingsMessages; label: string; state: EnteredSecret }) {
  const { messages, label, state } = props;
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...state.field}
      label={label}
      hint={state.hint}
      error={state.error}
      type={shown ? 'text' : 'password'}
      autoComplete="new-password"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      data-secret=""
      after={
        <Button role="switch" aria-checked={shown} onClick={() => setShown(!shown)}>
          {messages.panel.show}
        </Button>
      }
    />
  );
}
