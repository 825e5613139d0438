'use client';
import { forwardRef, type ReactNode, useId } from 'react';
import { Icon } from './Icon.tsx';

/** Props of a part that opens and closes. */
export interface DisclosureProps {
  /** What stands on the button. */
  title: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Stands in the page while closed too: for fields that keep what was typed. @default false */
  keepMounted?: boolean;
  className?: string;
  children: ReactNode;
}

/**
 * A heading that opens what stands below it; the ref is its button.
 * @selector [data-panel-open] on the button while it is open
 */
export const Disclosure = forwardRef<HTMLButtonElement, DisclosureProps>(function Disclosure(props, ref) {
  const { title, open, onOpenChange, keepMounted = false, className, children } = props;
  const id = useId();
  return (
    <div className={['s3a-disclosure', className].filter(Boolean).join(' ')}>
      <button
        ref={ref}
        type="button"
        className="s3a-disclosure-trigger"
        aria-expanded={open}
        aria-controls={open || keepMounted ? id : undefined}
        data-panel-open={open || undefined}
        onClick={() => onOpenChange(!open)}
      >
        {title}
        <Icon name="chevron" />
      </button>
      {(open || keepMounted) && (
        <div id={id} className="s3a-disclosure-panel" hidden={!open}>
          {children}
        </div>
      )}
    </div>
  );
});
