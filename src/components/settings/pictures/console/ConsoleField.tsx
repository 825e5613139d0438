'use client';
import type { ReactNode } from 'react';
import { Bar } from './Bar.tsx';
import { CutText } from './CutText.tsx';

/** Props of a drawn field. */
export interface ConsoleFieldProps {
  /** In AWS's words. */
  label: string;
  /** What stands in it; an empty one is drawn as a bar. */
  value: string;
  /** What stands behind it and is never cut. */
  tail?: string | undefined;
  /** Without a box: to be read, not filled in. @default false */
  readOnly?: boolean;
  /** In front of the value. */
  icon?: ReactNode;
}

/** A drawn text field with its label. */
export function ConsoleField({ label, value, tail, readOnly = false, icon }: ConsoleFieldProps) {
  return (
    <div className="s3a-picture-field" data-read-only={readOnly || undefined}>
      {label && <span className="s3a-picture-label">{label}</span>}
      <div className="s3a-picture-input">
        {icon}
        {value ? <CutText text={value} tail={tail} /> : <Bar />}
      </div>
    </div>
  );
}
