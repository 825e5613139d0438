'use client';
import { Collapsible } from '@base-ui/react/collapsible';
import { forwardRef, type ReactNode } from 'react';
import { Icon } from './Icon.tsx';

/** Props of a part that opens and closes. */
export interface DisclosureProps {
  /** What stands on the button. */
  title: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Stands in the page while closed too: for fields that keep what was typed, and for what is sought with the browser. @default false */
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
  return (
    <Collapsible.Root
      open={open}
      onOpenChange={onOpenChange}
      className={['s3a-disclosure', className].filter(Boolean).join(' ')}
    >
      <Collapsible.Trigger ref={ref} className="s3a-disclosure-trigger">
        {title}
        <Icon name="chevron" />
      </Collapsible.Trigger>
      <Collapsible.Panel className="s3a-disclosure-panel" keepMounted={keepMounted}>
        {children}
      </Collapsible.Panel>
    </Collapsible.Root>
  );
});
