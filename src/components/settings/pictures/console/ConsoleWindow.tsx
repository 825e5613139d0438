'use client';
import type { ReactNode } from 'react';

/** Props of the drawn window. */
export interface ConsoleWindowProps {
  /** At the end of the bar: the name of the region, or `Global`. */
  place: string;
  /** The pages, in the order in which they come, with a `Then` between two. */
  children: ReactNode;
}

/** The drawn window of the console. It is left to right and English, as the console is with our labels. */
export function ConsoleWindow({ place, children }: ConsoleWindowProps) {
  return (
    <div className="s3a-picture-window" dir="ltr" lang="en" translate="no" aria-hidden="true">
      <div className="s3a-picture-nav">
        <svg className="s3a-picture-services" viewBox="0 0 12 12">
          <path d="M1 1h2v2H1Zm4 0h2v2H5Zm4 0h2v2H9ZM1 5h2v2H1Zm4 0h2v2H5Zm4 0h2v2H9ZM1 9h2v2H1Zm4 0h2v2H5Zm4 0h2v2H9Z" />
        </svg>
        <span className="s3a-picture-nav-search">Search</span>
        <span className="s3a-picture-place">{place}</span>
      </div>
      <div className="s3a-picture-pages">{children}</div>
    </div>
  );
}
