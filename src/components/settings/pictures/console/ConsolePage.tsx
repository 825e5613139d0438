'use client';
import { Fragment, type ReactNode } from 'react';
import { CutText } from './CutText.tsx';

/** Words of AWS, which keep their room, or the bucket's name, which gives way. */
type ConsoleWords = string | { name: string };

/** Props of a drawn page. */
export interface ConsolePageProps {
  /** The way to it. @default the page before's */
  crumbs?: readonly ConsoleWords[];
  /** Its heading. */
  title: ConsoleWords;
  children?: ReactNode;
  /** The buttons at its end. */
  footer?: ReactNode;
}

/** A drawn page of the console: the way to it, its heading, its sections, its buttons. */
export function ConsolePage({ crumbs, title, children, footer }: ConsolePageProps) {
  return (
    <div className="s3a-picture-page">
      {crumbs && (
        <div className="s3a-picture-crumbs">
          {crumbs.map((crumb, index) => (
            <Fragment key={typeof crumb === 'string' ? crumb : 'name'}>
              {index > 0 && <i>›</i>}
              <Words words={crumb} />
            </Fragment>
          ))}
        </div>
      )}
      <div className="s3a-picture-title">
        <Words words={title} />
      </div>
      {children}
      {footer}
    </div>
  );
}

function Words({ words }: { words: ConsoleWords }) {
  return typeof words === 'string' ? <span>{words}</span> : <CutText text={words.name} />;
}
