'use client';
import type { ReactNode } from 'react';

/** Props of a drawn panel. */
export interface ConsolePanelProps {
  /** Its heading, in AWS's words. */
  title: string;
  /** Beside the heading. */
  action?: ReactNode;
  children?: ReactNode;
}

/** A drawn section of a page of the console. */
export function ConsolePanel({ title, action, children }: ConsolePanelProps) {
  return (
    <div className="s3a-picture-panel">
      <div className="s3a-picture-panel-head">
        <span className="s3a-picture-heading">{title}</span>
        {action}
      </div>
      {children}
    </div>
  );
}
