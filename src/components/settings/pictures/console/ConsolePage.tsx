'use client';
import { Fragment, type ReactNode } from 'react';
import { CutText } from './CutText.tsx';

/** Props of a drawn page. */
export interface ConsolePageProps {
  /** The way to it, in AWS's words; the bucket's name may be one of them. */
  crumbs: readonly string[];
  /** Its heading. */
  title: string;
  children: ReactNode;
  /** The buttons at its end. */
  footer?: ReactNode;
}

/** A drawn page of the console: the way to it, its heading, its sections, its buttons. */
export function ConsolePage({ crumbs, title, children, footer }: ConsolePageProps) {
  return (
    <div className="s3a-picture-page">
      <div className="s3a-picture-crumbs">
        {crumbs.map((crumb, index) => (
          <Fragment key={crumb}>
            {index > 0 && <i>›</i>}
            <CutText text={crumb} />
          </Fragment>
        ))}
      </div>
      <div className="s3a-picture-title">
        <CutText text={title} />
      </div>
      {children}
      {footer}
    </div>
  );
}
