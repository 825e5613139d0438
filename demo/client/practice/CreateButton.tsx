import { useEffect, useRef } from 'react';
import type { Disclosure } from './useDisclosure.ts';

/** Props of `CreateButton`. */
export interface CreateButtonProps {
  form: Disclosure;
  label: string;
  /** It is what comes next. */
  primary: boolean;
  onClick?: () => void;
}

/** Opens a form, and is gone while the form is there. */
export function CreateButton({ form, label, primary, onClick }: CreateButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const { isOpen, wasOpen, open } = form;
  useEffect(() => {
    if (!isOpen && wasOpen) button.current?.focus();
  }, [isOpen, wasOpen]);
  if (isOpen) return null;
  return (
    <button
      type="button"
      className="button"
      data-variant={primary ? 'primary' : undefined}
      ref={button}
      onClick={() => {
        onClick?.();
        open();
      }}
    >
      {label}
    </button>
  );
}
