'use client';
import type { ReactNode } from 'react';
import { Icon } from '../../../primitives/Icon.tsx';

/** Props of a mark. */
export interface MarkProps {
  /** Its place in the order of clicking; `ok` for what is right as AWS has it. */
  order: number | 'ok';
  /** As wide as its content instead of the whole line. @default false */
  inline?: boolean;
  /** What is marked. */
  children: ReactNode;
}

/** A ring with a number around the thing to click, tick or fill in. */
export function Mark({ order, inline = false, children }: MarkProps) {
  return (
    <div className="s3a-picture-mark" data-inline={inline || undefined}>
      <span className="s3a-picture-badge">{order === 'ok' ? <Icon name="check" size={12} /> : order}</span>
      {children}
    </div>
  );
}
