'use client';
import { useEffect, useId, useRef } from 'react';
import { Icon } from '../primitives/Icon.tsx';
import type { WorkspaceMessages } from './formSideMessages.ts';
import type { FieldName } from './settingsValues.ts';

/** Props of the summary. */
export interface ErrorSummaryProps {
  /** What is wrong, in the order of the fields, in the words that stand beside them. */
  errors: readonly { field: FieldName; label: string; error: string }[];
  /** Another attempt takes the focus anew. */
  attempt: number;
  messages: WorkspaceMessages;
  onGoTo: (field: FieldName) => void;
}

/** What is wrong with the values, on top of the form: takes the focus and leads to each field. After GOV.UK's pattern. */
export function ErrorSummary({ errors, attempt, messages, onGoTo }: ErrorSummaryProps) {
  const titleId = useId();
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;
  // The fields are marked a moment after the attempt.
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [attempt, shown]);
  if (!shown) return null;
  return (
    <div
      className="s3a-alert s3a-summary"
      data-tone="error"
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby={titleId}
    >
      <Icon name="alert" />
      <div className="s3a-alert-body">
        <p className="s3a-alert-title" id={titleId}>
          {messages.form.problem}
        </p>
        <ul>
          {errors.map(({ field, label, error }) => (
            <li key={field}>
              <button type="button" className="s3a-link" onClick={() => onGoTo(field)}>
                {label}
              </button>
              {': '}
              {error}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
