'use client';

/** Props of a drawn button. */
export interface ConsoleButtonProps {
  /** In AWS's words. */
  label: string;
  /** @default 'plain' */
  look?: 'primary' | 'plain' | 'link';
}

/** A drawn button, which is none. */
export function ConsoleButton({ label, look = 'plain' }: ConsoleButtonProps) {
  return (
    <span className="s3a-picture-button" data-look={look}>
      {label}
    </span>
  );
}
