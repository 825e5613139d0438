'use client';
import { useCallback, useMemo } from 'react';
import type { SettingsTarget } from '../diagnosis/index.ts';
import {
  type UploaderEvent,
  useAttachmentUploader,
  type UseAttachmentUploaderOptions,
} from '../hooks/index.ts';
import { type DeepPartial, mergeMessages } from './primitives/mergeMessages.ts';
import { DropCover } from './uploader/DropCover.tsx';
import { formatsOf } from './uploader/formatsOf.ts';
import { PickLine } from './uploader/PickLine.tsx';
import { UploadAlerts } from './uploader/UploadAlerts.tsx';
import { type UploaderMessages, uploaderMessages } from './uploader/uploaderMessages.ts';
import { UploadHeader } from './uploader/UploadHeader.tsx';
import { UploadRows } from './uploader/UploadRows.tsx';
import { useAnnouncements } from './uploader/useAnnouncements.ts';

/** Props of `AttachmentUploader`. */
export interface AttachmentUploaderProps extends Omit<UseAttachmentUploaderOptions, 'onMove'> {
  /** Where an administrator's settings open at the field or guide step at fault. Left out: alerts have no link. */
  settingsHref?: (target: SettingsTarget) => string;
  /**
   * Called when that link is followed, for a host that changes pages without loading them anew: so that a failed file is
   * still there to be tried again. Left out: the browser follows the link.
   */
  onOpenSettings?: (target: SettingsTarget) => void;
  /** BCP 47 tag for numbers and sizes. @default the browser's */
  locale?: string;
  /** The host's own words, laid over the English ones. */
  messages?: DeepPartial<UploaderMessages>;
  /** Added to the root's classes. */
  className?: string;
}

/**
 * The composer's uploader: choose, drop or paste; files go straight from the browser to S3.
 * @selector [data-over] while files are held over the drop zone; that element has `data-s3a-over` meanwhile
 */
export function AttachmentUploader(props: AttachmentUploaderProps) {
  const { settingsHref, onOpenSettings, locale, className, messages: over, onEvent, ...options } = props;
  const messages = useMemo(() => mergeMessages(uploaderMessages, over), [over]);
  const formats = formatsOf(locale);
  const words = messages.uploader;
  const inDraft = options.draftId !== undefined;
  const { lines, announce, onEvent: announceEvent } = useAnnouncements(messages, formats);
  const shown = useMemo(
    () => ({ messages, formats, inDraft, settingsHref, onOpenSettings, announce }),
    [messages, formats, inDraft, settingsHref, onOpenSettings, announce],
  );
  const state = useAttachmentUploader({
    ...options,
    onEvent: useCallback(
      (event: UploaderEvent) => {
        announceEvent(event);
        onEvent?.(event);
      },
      [announceEvent, onEvent],
    ),
    onMove: (id, place) => {
      const { uploader, ids } = state;
      const name = uploader.getUpload(id)?.name ?? '';
      announce(words.announceMoved(name, formats.count(place + 1), formats.count(ids.length)));
    },
  });
  const { ids, isOver, getRootProps, getHiddenInputProps } = state;
  const root = getRootProps();

  return (
    <div
      {...root}
      className={['s3a', 's3a-uploader', className].filter(Boolean).join(' ')}
      role="group"
      aria-label={words.label}
      aria-busy={state.draft.isReading || undefined}
    >
      <PickLine
        state={state}
        words={words}
        single={options.maxFiles === 1}
        camera={options.accept === undefined || /image/.test(options.accept)}
      />
      <UploadAlerts state={state} shown={shown} />
      {ids.length > 0 && (
        <div className="s3a-upload-box">
          {ids.length > 1 && <UploadHeader state={state} shown={shown} />}
          <UploadRows state={state} shown={shown} />
        </div>
      )}
      {getHiddenInputProps().map(({ key, ...input }) => (
        <input key={key} {...input} />
      ))}
      {isOver && <DropCover zone={(options.dropZone ?? root.ref).current} words={words.dropHere} />}
      <div className="s3a-visually-hidden" role="status" aria-atomic="false">
        {lines.map(({ key, text }) => (
          <p key={key}>{text}</p>
        ))}
      </div>
    </div>
  );
}
