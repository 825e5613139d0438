'use client';
import { type ButtonHTMLAttributes, forwardRef } from 'react';

/** Props of a button. */
export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** @default 'secondary' */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  /** Busy: cannot be pressed again, but keeps its focus and its place. With `aria-disabled` it cannot be pressed either. @default false */
  busy?: boolean;
}

/**
 * A button that never submits by accident.
 * @selector [data-variant] how much it stands out
 * @selector [aria-busy] while its work is going on
 * @selector [aria-disabled] while it does nothing
 */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(props, ref) {
  const { variant = 'secondary', busy = false, className, onClick, type = 'button', ...rest } = props;
  const off = busy || rest['aria-disabled'] === true;
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      className={['s3a-button', className].filter(Boolean).join(' ')}
      data-variant={variant}
      aria-busy={busy || undefined}
      aria-disabled={off || undefined}
      onClick={(event) => {
        if (off) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
});
