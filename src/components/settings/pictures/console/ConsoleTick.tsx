'use client';
import type { ReactNode } from 'react';

/** Props of a drawn checkbox or radio button. */
export interface ConsoleTickProps {
  /** @default 'checkbox' */
  kind?: 'checkbox' | 'radio';
  /** Ticked, not ticked, or shown on its way from ticked to not ticked. @default 'off' */
  state?: 'on' | 'off' | 'untick';
  /** What stands beside it, in AWS's words. */
  children: ReactNode;
}

/** A drawn checkbox or radio button with its label. */
export function ConsoleTick({ kind = 'checkbox', state = 'off', children }: ConsoleTickProps) {
  return (
    <div className="s3a-picture-tick" data-quiet={state === 'off' || undefined}>
      {state === 'untick' && (
        <>
          <Box kind={kind} on fading />
          <svg className="s3a-picture-to" viewBox="0 0 12 14">
            <path d="M1 7h9M7 4l3 3-3 3" />
          </svg>
        </>
      )}
      <Box kind={kind} on={state === 'on'} />
      <div>{children}</div>
    </div>
  );
}

function Box({ kind, on, fading }: { kind: 'checkbox' | 'radio'; on: boolean; fading?: boolean }) {
  return (
    <svg
      className="s3a-picture-box"
      viewBox="0 0 14 14"
      data-on={on || undefined}
      data-fading={fading || undefined}
    >
      {kind === 'radio' ? (
        <circle cx="7" cy="7" r={on ? 4.75 : 6.25} strokeWidth={on ? 4.5 : 1.5} />
      ) : (
        <rect x="0.75" y="0.75" width="12.5" height="12.5" rx="2.5" />
      )}
      {kind === 'checkbox' && on && <path d="m3.75 7.25 2.25 2.25 4.25-4.75" />}
    </svg>
  );
}
