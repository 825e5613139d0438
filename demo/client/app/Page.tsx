import { type ReactNode, useEffect } from 'react';

/** Props of `Page`. */
export interface PageProps {
  /** The page's heading. */
  title: string;
  /** The window's title. @default the heading */
  windowTitle?: string;
  /** Stands above the heading. */
  above?: ReactNode;
  /** Stands below the heading. */
  below?: ReactNode;
  children: ReactNode;
}

/** A page: one h1, the window's title, the content. */
export function Page({ title, windowTitle = title, above, below, children }: PageProps) {
  useEffect(() => {
    document.title = `${windowTitle} · triage.ai`;
  }, [windowTitle]);

  return (
    <div className="page">
      <header className="page-header">
        {above}
        <h1>{title}</h1>
        {below}
      </header>
      {children}
    </div>
  );
}
