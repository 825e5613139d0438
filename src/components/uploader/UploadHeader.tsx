'use client';
import { type AttachmentUploaderState, useUploadProgress } from '../../hooks/index.ts';
import { Button } from '../primitives/Button.tsx';
import type { Shown } from './Shown.ts';
import { waitingText } from './statusText.ts';

/** Props of the line. */
export interface UploadHeaderProps {
  state: AttachmentUploaderState;
  shown: Shown;
}

/** How far many files are together, and what can be done with all of them. */
export function UploadHeader({ state, shown }: UploadHeaderProps) {
  const { uploader, summary, ids, focus } = state;
  const { announce, inDraft } = shown;
  const words = shown.messages.uploader;
  const { pending, paused, failed, refused, stored } = summary;
  const rests = paused > 0 && paused === pending;
  return (
    <div className="s3a-upload-header">
      <UploadLine state={state} shown={shown} />
      <span className="s3a-upload-actions">
        {pending > 0 && (
          <Button
            variant="quiet"
            onClick={() => {
              if (rests) uploader.resume();
              else uploader.pause();
              const names = namesOf(state);
              announce(rests ? words.announceResumed(names) : words.announcePaused(names));
            }}
          >
            {rests ? words.all.resume : words.all.pause}
          </Button>
        )}
        {pending === 0 && failed > 0 && (
          <Button
            variant="quiet"
            onClick={() => {
              const first = ids.find((id) => uploader.getUpload(id)?.status === 'failed');
              uploader.retry();
              focus(first);
            }}
          >
            {words.all.retry}
          </Button>
        )}
        {(pending > 0 || failed + refused > 0 || (stored > 0 && !inDraft)) && (
          <Button
            variant="quiet"
            onClick={() => {
              uploader.removeAll();
              // What waits in a draft is part of the message: only its own row takes it out.
              if (!inDraft && pending === 0) uploader.forget();
              focus();
            }}
          >
            {pending > 0 ? words.all.cancel : words.all.clear}
          </Button>
        )}
      </span>
    </div>
  );
}

function namesOf({ ids, uploader }: AttachmentUploaderState): string[] {
  return ids.flatMap((id) => {
    const upload = uploader.getUpload(id);
    return upload && upload.status !== 'stored' && upload.status !== 'failed' && upload.status !== 'refused'
      ? [upload.name]
      : [];
  });
}

/** The only part that is rendered with every frame. */
function UploadLine({ state, shown }: UploadHeaderProps) {
  const { uploader, summary, hold } = state;
  const { formats, messages } = shown;
  const words = messages.uploader.all;
  const { loaded, total, done, files, secondsLeft } = useUploadProgress(uploader);
  const { pending, paused, stored, failed } = summary;
  const standing = () => {
    if (paused === pending) return words.paused;
    // Nothing flows meanwhile: how long it takes nobody knows.
    if (hold) return waitingText(hold, messages.uploader);
    return secondsLeft !== null && words.left(formats.time(secondsLeft));
  };
  const text =
    pending > 0
      ? [words.done(formats.count(done), formats.count(files)), standing()]
      : [words.done(formats.count(stored), formats.count(stored + failed))];
  const fraction = total > 0 ? loaded / total : files > 0 ? done / files : 0;
  return (
    <>
      <span className="s3a-upload-line">
        <bdi>{text.filter(Boolean).join(' · ')}</bdi>
      </span>
      {pending > 0 && (
        <span
          className="s3a-bar"
          role="progressbar"
          aria-label={words.progress}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.floor(Math.min(fraction, 0.99) * 100)}
          style={{ backgroundSize: `${Math.min(fraction, 0.99) * 100}%` }}
        />
      )}
    </>
  );
}
