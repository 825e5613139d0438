'use client';
import { forwardRef, type InputHTMLAttributes, type ReactNode, useId } from 'react';

/** Props of a labelled text field. */
export interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  hint?: ReactNode;
  /** What is wrong with the value, if anything. */
  error?: string | undefined;
  /** Stands behind the input, for example a switch. */
  after?: ReactNode;
}

/**
 * A labelled text field with its hint and its error.
 * @selector [data-invalid] while it shows an error
 */
export const Field = forwardRef<HTMLInputElement, FieldProps>(function Field(props, ref) {
  const { label, hint, error, after, ...rest } = props;
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="s3a-field" data-invalid={error ? true : undefined}>
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
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
        />
        {after}
      </div>
      {error && (
        <p className="s3a-field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
});
