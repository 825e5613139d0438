'use client';
import { ConsoleButton } from './ConsoleButton.tsx';
import { Mark } from './Mark.tsx';

/** Props of the end of a drawn page. */
export interface ConsoleFooterProps {
  /** The button to click, in AWS's words. */
  label: string;
  /** Its place in the order of clicking. */
  order: number;
}

/** The end of a drawn page: “Cancel”, and the button that goes on. */
export function ConsoleFooter({ label, order }: ConsoleFooterProps) {
  return (
    <div className="s3a-picture-footer">
      <ConsoleButton label="Cancel" look="link" />
      <Mark order={order} inline>
        <ConsoleButton label={label} look="primary" />
      </Mark>
    </div>
  );
}
