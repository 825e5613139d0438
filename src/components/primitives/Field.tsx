'use client';
import { forwardRef, type InputHTMLAttributes, type ReactNode, useId } from 'react';

/** Props of a labelled text field. */
export interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  hint?: ReactNode;
  /** What is wrong with the value, if anything. */
  error?: string | undefined;
  /** Marked without an `error`: the note says why. @default false */
  invalid?: boolean;
  /** What is worth knowing of the value as it is typed. */
  note?: ReactNode;
  /** Stands behind the input, for example a switch. */
  after?: ReactNode;
}

/**
 * A labelled text field with its hint and its error.
 * @selector [data-invalid] while it shows an error
 */
export const Field = forwardRef<HTMLInputElement, FieldProps>(function Field(props, ref) {
  const { label, hint, error, invalid = error !== undefined, note, after, ...rest } = props;
  const id = useId();
  const described = describedBy(id, { hint, error, note });
  return (
    <div className="s3a-field" data-invalid={invalid || undefined}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="s3a-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="s3a-input-line">
        <input
          {...rest}
          ref={ref}
          id={id}
          className="s3a-input"
          aria-invalid={invalid || undefined}
          aria-describedby={described}
        />
        {after}
      </div>
      {error && (
        <p className="s3a-field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {note && (
        <div className="s3a-field-note" id={`${id}-note`}>
          {note}
        </div>
      )}
    </div>
  );
});

/** The ids of what describes a field, for `aria-describedby`. */
export function describedBy(
  id: string,
  parts: { hint?: ReactNode; error?: ReactNode; note?: ReactNode },
): string | undefined {
  const ids = (['hint', 'error', 'note'] as const).filter((part) => parts[part]);
  return ids.map((part) => `${id}-${part}`).join(' ') || undefined;
}
