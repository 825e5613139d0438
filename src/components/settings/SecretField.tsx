'use client';
import { type RefObject, useState } from 'react';
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
  state:
    | { status: 'configured'; savedAt: string; onReplace: () => void }
    | {
        status: 'entering';
        hint: string;
        onKeep: (() => void) | null;
        field: UseFormRegisterReturn;
        error: string | undefined;
      };
}

/** The write-only secret: *configured* with *Replace*, or a masked input with a *Show* switch. */
export function SecretField({ messages, replaceButton, state }: SecretFieldProps) {
  const [shown, setShown] = useState(false);
  const words = messages.panel;
  const label = messages.fields.secretAccessKey;
  if (state.status === 'configured') {
    return (
      <div className="s3a-field" role="group" aria-label={label}>
        <span className="s3a-label">{label}</span>
        <div className="s3a-secret-configured">
          <Icon name="check" />
          <span>
            <strong>{words.secretConfigured}</strong> · {words.secretSavedAt(state.savedAt)}
          </span>
          <Button
            ref={replaceButton}
            variant="secondary"
            onClick={state.onReplace}
            aria-label={`${words.replace}: ${label}`}
          >
            {words.replace}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div>
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
          <Button variant="secondary" role="switch" aria-checked={shown} onClick={() => setShown(!shown)}>
            {words.show}
          </Button>
        }
      />
      {state.onKeep && (
        <button type="button" className="s3a-link s3a-keep" onClick={state.onKeep}>
          {words.keep}
        </button>
      )}
    </div>
  );
}
