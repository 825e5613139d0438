'use client';
import { type RefObject, useEffect, useRef } from 'react';
import type { Settings } from '../../contract/index.ts';
import { Button } from '../primitives/Button.tsx';
import type { WorkspaceMessages } from './formSideMessages.ts';
import type { FormCheck } from './useFormCheck.ts';
import type { Save } from './useSave.ts';

/** Props of the row of buttons. */
export interface SaveActionsProps {
  /** For the focus. */
  row: RefObject<HTMLDivElement | null>;
  settings: Settings;
  messages: WorkspaceMessages;
  check: FormCheck;
  save: Save;
  dirty: boolean;
  rotating: boolean;
  onCheck: () => void;
  onDiscard: () => void;
}

/**
 * *Save* where something changed, *Check connection* always.
 * @selector [data-shown] the one of its words that is shown
 */
export function SaveActions(props: SaveActionsProps) {
  const { settings, messages, check, save, dirty, rotating, onDiscard } = props;
  const words = messages.save;
  const first = settings.status === 'not_configured';
  const { status } = save.state;
  const { row } = props;
  const running = check.state.status === 'running';
  const checkButton = useRef<HTMLButtonElement>(null);
  const cancelHasFocus = useRef(false);
  const label = rotating ? words.saveRotated : first ? words.saveFirst : words.save;

  const shown = status === 'saving' ? words.saving : status === 'checking' ? words.checking : label;

  // *Cancel* goes when the check ends; who stands on it is not left in nowhere.
  useEffect(() => {
    if (running || !cancelHasFocus.current) return;
    cancelHasFocus.current = false;
    checkButton.current?.focus();
  }, [running]);

  return (
    <div className="s3a-form-actions" ref={row}>
      {(first || dirty) && (
        <Button variant="primary" type="submit" busy={status === 'saving' || status === 'checking'}>
          {/* As wide as the widest of them: no button beside it moves under a pointer. */}
          <span className="s3a-stack">
            {[label, words.checking, words.saving].map((text) => (
              <span
                key={text}
                data-shown={text === shown || undefined}
                aria-hidden={text !== shown || undefined}
              >
                {text}
              </span>
            ))}
          </span>
        </Button>
      )}
      <Button ref={checkButton} busy={running || status === 'saving'} onClick={props.onCheck}>
        {messages.check.start}
      </Button>
      {!first && dirty && (
        <Button variant="quiet" onClick={onDiscard}>
          {words.discard}
        </Button>
      )}
      {running && (
        <Button
          variant="quiet"
          onFocus={() => (cancelHasFocus.current = true)}
          onBlur={(event) => (cancelHasFocus.current = !event.currentTarget.isConnected)}
          onClick={check.cancel}
        >
          {messages.check.cancel}
        </Button>
      )}
      {dirty && !first && <span className="s3a-hint">{words.unsaved}</span>}
    </div>
  );
}
