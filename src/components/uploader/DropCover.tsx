'use client';
import { createPortal } from 'react-dom';

/** Props of the cover. */
export interface DropCoverProps {
  /** The element that takes the files. */
  zone: HTMLElement | null;
  words: string;
}

/** Lies over the whole drop zone, wherever that is in the page, while files are held over it, and says what dropping them does. */
export function DropCover({ zone, words }: DropCoverProps) {
  return (
    zone &&
    createPortal(
      <div className="s3a s3a-drop-cover" aria-hidden="true">
        <span>{words}</span>
      </div>,
      zone,
    )
  );
}
