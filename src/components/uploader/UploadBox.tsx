'use client';
import { type RefObject, useEffect, useMemo } from 'react';
import type { SettingsTarget } from '../../diagnosis/index.ts';
import type { AttachmentUploaderState, UploaderEvent } from '../../hooks/index.ts';
import { type DeepPartial, mergeMessages } from '../primitives/mergeMessages.ts';
import type { Feed } from './createFeed.ts';
import { DropCover } from './DropCover.tsx';
import { formatsOf } from './formatsOf.ts';
import { UploadAlerts } from './UploadAlerts.tsx';
import { type UploaderMessages, uploaderMessages } from './uploaderMessages.ts';
import { UploadHeader } from './UploadHeader.tsx';
import { UploadRows } from './UploadRows.tsx';
import { useAnnouncements } from './useAnnouncements.ts';

/** What is to be said: what happened to files, and that somebody moved a row, with its new place from 0. */
export type Happening = UploaderEvent | { type: 'moved'; id: string; place: number };

/** Props of the box. */
export interface UploadBoxProps {
  state: AttachmentUploaderState;
  feed: Feed<Happening>;
  /** Says it to who does not see it. */
  announce: (text: string) => void;
  inDraft: boolean;
  /** The element that takes dropped files. */
  zone: RefObject<HTMLElement | null>;
  messages: DeepPartial<UploaderMessages> | undefined;
  locale: string | undefined;
  settingsHref: ((target: SettingsTarget) => string) | undefined;
  onOpenSettings: ((target: SettingsTarget) => void) | undefined;
}

/** The browser takes longer for the first number that it writes than for a whole list afterwards: done ahead, nobody waits for it. */
export function warmUp(locale: string | undefined): void {
  const formats = formatsOf(locale);
  formats.count(0);
  formats.bytes(1000);
}

/** What there is to be shown, and to be said, of files: nobody needs it before there are any, so it is loaded on its own. */
export function UploadBox(props: UploadBoxProps) {
  const { state, feed, announce, inDraft, zone, locale, settingsHref, onOpenSettings } = props;
  const messages = useMemo(() => mergeMessages(uploaderMessages, props.messages), [props.messages]);
  const formats = formatsOf(locale);
  const { uploader, ids, isOver } = state;
  const onEvent = useAnnouncements(messages, formats, announce);
  const shown = useMemo(
    () => ({ messages, formats, inDraft, settingsHref, onOpenSettings, announce }),
    [messages, formats, inDraft, settingsHref, onOpenSettings, announce],
  );
  useEffect(
    () =>
      feed.listen((event) => {
        if (event.type !== 'moved') return onEvent(event);
        const name = uploader.getUpload(event.id)?.name ?? '';
        const [place, count] = [event.place + 1, uploader.getIds().length];
        announce(messages.uploader.announceMoved(name, formats.count(place), formats.count(count)));
      }),
    [feed, onEvent, announce, uploader, messages, formats],
  );

  return (
    <>
      <UploadAlerts state={state} shown={shown} />
      {ids.length > 0 && (
        <div className="s3a-upload-box">
          {ids.length > 1 && <UploadHeader state={state} shown={shown} />}
          <UploadRows state={state} shown={shown} />
        </div>
      )}
      {isOver && <DropCover zone={zone.current} words={messages.uploader.dropHere} />}
    </>
  );
}
