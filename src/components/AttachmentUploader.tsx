'use client';
import { type RefObject, useCallback, useId, useMemo, useRef } from 'react';
import type { SettingsTarget } from '../diagnosis/index.ts';
import { type Client, type UploaderEvent, useFileDrop, useUploader, useUploadIds } from '../hooks/index.ts';
import { Icon } from './primitives/Icon.tsx';
import { type DeepPartial, mergeMessages } from './primitives/mergeMessages.ts';
import { neighbourOf } from './primitives/neighbourOf.ts';
import { type UploaderMessages, uploaderMessages } from './uploader/uploaderMessages.ts';
import { UploadRow } from './uploader/UploadRow.tsx';
import { useAnnouncements } from './uploader/useAnnouncements.ts';

/** Props of `AttachmentUploader`. */
export interface AttachmentUploaderProps {
  /** The API client, from `createClient`. */
  client: Client;
  /** The ticket that the files are attached to. */
  ticketId: string;
  /** The element that takes dropped and pasted files, for example the whole composer. @default the widget itself */
  dropZone?: RefObject<HTMLElement | null>;
  /** Where an administrator's settings open at the field or guide step at fault. Left out: alerts have no link. */
  settingsHref?: (target: SettingsTarget) => string;
  /**
   * Called when that link is followed, for a host that changes pages without loading them anew: so that a failed file is
   * still there to be tried again. Left out: the browser follows the link.
   */
  onOpenSettings?: (target: SettingsTarget) => void;
  /** Called once for each thing that happens to an upload. */
  onEvent?: (event: UploaderEvent) => void;
  /** BCP 47 tag for numbers and sizes. @default the browser's */
  locale?: string;
  /** The host's own words, laid over the English ones. */
  messages?: DeepPartial<UploaderMessages>;
  /** Added to the root's classes. */
  className?: string;
}

/**
 * The composer's uploader: choose, drop or paste; files go straight from the browser to S3.
 * @selector [data-over] while files are dragged over the drop zone
 */
export function AttachmentUploader(props: AttachmentUploaderProps) {
  const { client, ticketId, dropZone, settingsHref, onOpenSettings, onEvent, locale, className } = props;
  const messages = useMemo(() => mergeMessages(uploaderMessages, props.messages), [props.messages]);
  const { lines, announce, onEvent: announceEvent } = useAnnouncements(messages);
  const handleEvent = useCallback(
    (event: UploaderEvent) => {
      announceEvent(event);
      onEvent?.(event);
    },
    [announceEvent, onEvent],
  );
  const uploader = useUploader(client, ticketId, handleEvent);
  const ids = useUploadIds(uploader);
  const root = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const choose = useRef<HTMLButtonElement>(null);
  const hintId = useId();

  const add = useCallback(
    (files: File[]) => {
      if (files.length === 0) return;
      announce(messages.uploader.announceAdded(files.map((file) => file.name)));
      uploader.add(files);
    },
    [uploader, announce, messages],
  );
  const onRemove = useCallback(
    (id: string) => {
      const button = neighbourOf(root.current, 'data-remove', id);
      uploader.remove(id);
      (button ?? choose.current)?.focus();
    },
    [uploader],
  );
  const over = useFileDrop(dropZone ?? root, add);
  const words = messages.uploader;

  return (
    <div
      ref={root}
      className={['s3a', 's3a-uploader', className].filter(Boolean).join(' ')}
      data-over={over || undefined}
      role="group"
      aria-label={words.label}
    >
      <div className="s3a-pick">
        <button
          ref={choose}
          type="button"
          className="s3a-button"
          data-variant="secondary"
          aria-describedby={hintId}
          onClick={() => input.current?.click()}
        >
          <Icon name="paperclip" />
          {words.choose}
        </button>
        <span className="s3a-hint" id={hintId}>
          {over ? words.dropHere : words.hint}
        </span>
        <input
          ref={input}
          className="s3a-file-input"
          type="file"
          multiple
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            add([...(event.currentTarget.files ?? [])]);
            // So that the same file can be chosen again.
            event.currentTarget.value = '';
          }}
        />
      </div>
      {ids.length > 0 && (
        <ul className="s3a-rows">
          {ids.map((id) => (
            <UploadRow
              key={id}
              uploader={uploader}
              id={id}
              messages={messages}
              locale={locale}
              settingsHref={settingsHref}
              onOpenSettings={onOpenSettings}
              onRemove={onRemove}
            />
          ))}
        </ul>
      )}
      <div className="s3a-visually-hidden" role="status" aria-atomic="false">
        {lines.map(({ key, text }) => (
          <p key={key}>{text}</p>
        ))}
      </div>
    </div>
  );
}
