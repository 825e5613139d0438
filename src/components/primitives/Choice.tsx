'use client';
import { forwardRef, type InputHTMLAttributes, type ReactNode, useId } from 'react';

/** Props of a box to tick, or of one of several to choose. */
export interface ChoiceProps extends InputHTMLAttributes<HTMLInputElement> {
  type: 'checkbox' | 'radio';
  label: string;
  /** What follows from it. */
  hint?: ReactNode;
}

/** A box to tick, or one of several to choose, with what follows from it. */
export const Choice = forwardRef<HTMLInputElement, ChoiceProps>(function Choice(props, ref) {
  const { label, hint, ...rest } = props;
  const id = useId();
  return (
    <div className="s3a-choice">
      <input {...rest} ref={ref} id={id} aria-describedby={hint ? `${id}-hint` : undefined} />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="s3a-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
});
