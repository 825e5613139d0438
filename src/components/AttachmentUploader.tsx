'use client';
import { useCallback, useState } from 'react';
import type { SettingsTarget } from '../diagnosis/index.ts';
import {
  type UploaderEvent,
  useAttachmentUploader,
  type UseAttachmentUploaderOptions,
  useLoaded,
} from '../hooks/index.ts';
import { languageOf } from './primitives/languageOf.ts';
import { type DeepPartial, mergeMessages } from './primitives/mergeMessages.ts';
import { useEarly } from './primitives/useEarly.ts';
import { createFeed } from './uploader/createFeed.ts';
import { type LateBox, lateBox } from './uploader/lateBox.ts';
import { PickLine } from './uploader/PickLine.tsx';
import { pickMessages } from './uploader/pickMessages.ts';
import type { Happening } from './uploader/UploadBox.tsx';
import type { UploaderMessages } from './uploader/uploaderMessages.ts';

/** Props of `AttachmentUploader`. */
export interface AttachmentUploaderProps extends Omit<UseAttachmentUploaderOptions, 'onMove'> {
  /** Where an administrator's settings open at the field or guide step at fault. Left out: alerts have no link. */
  settingsHref?: (target: SettingsTarget) => string;
  /**
   * Called when that link is followed, for a host that changes pages without loading them anew: so that a failed file is
   * still there to be tried again. Left out: the browser follows the link.
   */
  onOpenSettings?: (target: SettingsTarget) => void;
  /** BCP 47 tag for numbers and sizes. @default that of `messages`, else the browser's */
  locale?: string;
  /** Another language (`./locales/…`) or the host's own words, laid over the English ones. */
  messages?: DeepPartial<UploaderMessages>;
  /** Added to the root's classes. */
  className?: string;
}

/**
 * The composer's uploader: choose, drop or paste; files go straight from the browser to S3.
 * @selector [data-over] while files are held over the drop zone
 * @selector [data-s3a-over] the same, on the host's element that is the drop zone
 */
export function AttachmentUploader(props: AttachmentUploaderProps) {
  const { settingsHref, onOpenSettings, locale: tag, className, messages, onEvent, ...options } = props;
  const locale = tag ?? messages?.locale;
  const words = mergeMessages(pickMessages, messages?.uploader);
  const [lines, setLines] = useState<readonly { key: number; text: string }[]>([]);
  const announce = useCallback((text: string) => {
    setLines((before) => [...before.slice(-4), { key: (before.at(-1)?.key ?? 0) + 1, text }]);
  }, []);
  const [feed] = useState(createFeed<Happening>);
  const state = useAttachmentUploader({
    ...options,
    onEvent: useCallback(
      (event: UploaderEvent) => {
        feed.tell(event);
        onEvent?.(event);
      },
      [feed, onEvent],
    ),
    onMove: (id, place) => feed.tell({ type: 'moved', id, place }),
  });
  const { ids, draft, isOver, getRootProps, getHiddenInputProps } = state;
  const root = getRootProps();
  const late = useLoaded(lateBox, ids.length + Number(draft.verdict !== null) + Number(isOver));
  const { uploader } = state;
  const warm = useCallback(
    (box: LateBox) => {
      box.warmUp(locale);
      uploader.warmUp();
    },
    [locale, uploader],
  );
  useEarly(lateBox, root.ref, warm);

  return (
    <div
      {...root}
      {...languageOf(messages)}
      className={['s3a', 's3a-uploader', className].filter(Boolean).join(' ')}
      role="group"
      aria-label={words.label}
      aria-busy={draft.isReading || undefined}
    >
      <PickLine
        state={state}
        words={words}
        single={options.maxFiles === 1}
        camera={options.accept === undefined || /image/.test(options.accept)}
      />
      {late && (
        <late.UploadBox
          state={state}
          feed={feed}
          announce={announce}
          inDraft={options.draftId !== undefined}
          zone={options.dropZone ?? root.ref}
          messages={messages}
          locale={locale}
          settingsHref={settingsHref}
          onOpenSettings={onOpenSettings}
        />
      )}
      {getHiddenInputProps().map(({ key, ...input }) => (
        <input key={key} {...input} />
      ))}
      <div className="s3a-visually-hidden" role="status" aria-atomic="false">
        {lines.map(({ key, text }) => (
          <p key={key}>{text}</p>
        ))}
      </div>
    </div>
  );
}
