'use client';
import { useCallback, useRef } from 'react';
import { isPending, type AttachmentUploaderState, type Upload } from '../../hooks/index.ts';
import { canRetry } from './canRetry.ts';
import { Button } from '../primitives/Button.tsx';
import { Icon, type IconName } from '../primitives/Icon.tsx';
import type { Shown } from './Shown.ts';

/** Props of the buttons. */
export interface RowActionsProps {
  upload: Upload;
  uploader: AttachmentUploaderState['uploader'];
  remove: AttachmentUploaderState['remove'];
  shown: Shown;
  tabIndex: number;
  renaming: boolean;
  onRename: () => void;
}

/**
 * What can be done with one file: one button for how it goes on, so that it keeps its focus, its name, and its end.
 * @selector [data-control] its name, by which the focus finds the same one in another row: main, rename, remove, move, name
 */
export function RowActions({
  upload,
  uploader,
  remove,
  shown,
  tabIndex,
  renaming,
  onRename,
}: RowActionsProps) {
  const { announce, inDraft } = shown;
  const words = shown.messages.uploader;
  const { id, name, status } = upload;
  const removeButton = useRef<HTMLButtonElement>(null);
  const mainButton = useRef<HTMLButtonElement | null>(null);
  // Stored while its button had the focus: the focus stays in the row.
  const keepFocus = useCallback((button: HTMLButtonElement | null) => {
    if (!button && mainButton.current === document.activeElement) removeButton.current?.focus();
    mainButton.current = button;
  }, []);

  const main = mainAction();
  function mainAction(): { icon: IconName; label: string; act: () => void } | null {
    if (status === 'paused') {
      const act = () => {
        uploader.resume(id);
        announce(words.announceResumed([name]));
      };
      return { icon: 'play', label: words.resume(name), act };
    }
    if (status === 'failed') {
      if (!canRetry(upload.verdict)) return null;
      return { icon: 'retry', label: words.retry(name), act: () => uploader.retry(id) };
    }
    if (status === 'waiting' && upload.for !== 'network') {
      return { icon: 'retry', label: words.tryNow(name), act: () => uploader.retry(id) };
    }
    if (status === 'queued' || status === 'sending' || status === 'waiting') {
      const act = () => {
        uploader.pause(id);
        announce(words.announcePaused([name]));
      };
      return { icon: 'pause', label: words.pause(name), act };
    }
    return null;
  }

  const untouched =
    status === 'queued' || ('loaded' in upload && status !== 'sending' && upload.loaded === 0);
  const end = isPending(upload)
    ? words.cancel
    : status === 'refused'
      ? words.dismiss
      : status === 'stored' && !inDraft
        ? words.hide
        : words.remove;
  return (
    <span className="s3a-upload-actions">
      {untouched && !renaming && (
        <Button
          variant="quiet"
          className="s3a-icon-button s3a-rename"
          data-control="rename"
          tabIndex={tabIndex}
          aria-label={words.rename(name)}
          title={words.rename(name)}
          onClick={onRename}
        >
          <Icon name="pencil" />
        </Button>
      )}
      {main && !renaming && (
        <Button
          ref={keepFocus}
          variant="quiet"
          className="s3a-icon-button"
          data-control="main"
          tabIndex={tabIndex}
          aria-label={main.label}
          title={main.label}
          onClick={main.act}
        >
          <Icon name={main.icon} />
        </Button>
      )}
      <Button
        ref={removeButton}
        variant="quiet"
        className="s3a-icon-button"
        data-control="remove"
        tabIndex={tabIndex}
        aria-label={end(name)}
        title={end(name)}
        onClick={() => {
          remove(id);
          if (status === 'stored' && inDraft) announce(words.announceRemoved([name]));
        }}
      >
        <Icon name="close" />
      </Button>
    </span>
  );
}
