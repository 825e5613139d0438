'use client';
import { useState } from 'react';
import type { Attachment } from '../../contract/index.ts';
import { useStoredFile } from '../../hooks/index.ts';
import { Button } from '../primitives/Button.tsx';
import { Icon } from '../primitives/Icon.tsx';
import { DownloadAction } from './DownloadAction.tsx';
import type { ListMessages } from './listMessages.ts';
import { missingReason } from './missingReason.ts';

/** Props of the picture. */
export interface LightboxPictureProps {
  picture: Attachment;
  messages: ListMessages;
  locale: string | undefined;
  /** `null`: it is the first. */
  onPrevious: (() => void) | null;
  /** `null`: it is the last. */
  onNext: (() => void) | null;
}

/**
 * One picture as large as fits or in its actual size, and what can be done with it.
 * @selector [data-status] loading, shown, failed
 * @selector [data-actual] while it is shown in its actual size
 * @selector [data-to] previous, next
 */
export function LightboxPicture(props: LightboxPictureProps) {
  const { picture, messages, locale, onPrevious, onNext } = props;
  const { id, name, url } = picture;
  const words = messages.lightbox;
  const file = useStoredFile(picture);
  const [seen, setSeen] = useState<{ id: string; status: 'shown' | 'failed'; attempt: number } | null>(null);
  const [actualId, setActualId] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const status = seen?.id === id && seen.attempt === attempt ? seen.status : 'loading';
  const actual = actualId === id && status === 'shown';
  const reason = missingReason(file.state, messages.list);

  return (
    <>
      <div
        className="s3a-lightbox-stage"
        data-status={status}
        data-actual={actual || undefined}
        // What scrolls can be scrolled by keyboard.
        {...(actual && { tabIndex: 0, role: 'group', 'aria-label': words.picture })}
      >
        {status !== 'failed' && (
          <img
            key={`${id} ${attempt}`}
            src={url}
            alt={name}
            onLoad={() => setSeen({ id, status: 'shown', attempt })}
            onError={() => {
              setSeen({ id, status: 'failed', attempt });
              file.explain();
            }}
          />
        )}
        <div className="s3a-lightbox-note" role="status">
          {status === 'loading' && words.loading}
          {status === 'failed' && <p>{reason ?? words.failed}</p>}
          {status !== 'failed' && reason && <p>{reason}</p>}
          {reason && (
            <Button
              onClick={() => {
                file.retry();
                setAttempt(attempt + 1);
              }}
            >
              {messages.list.tryAgain}
            </Button>
          )}
        </div>
      </div>
      <div className="s3a-lightbox-tools">
        <Step to="previous" label={words.previous} onClick={onPrevious} />
        <Button
          variant="quiet"
          role="switch"
          aria-checked={actual}
          aria-disabled={status !== 'shown' || undefined}
          onClick={() => setActualId(actual ? null : id)}
        >
          {words.actualSize}
        </Button>
        <a
          className="s3a-button s3a-icon-button"
          data-variant="quiet"
          href={url}
          target="_blank"
          rel="noreferrer"
          aria-label={words.open}
          title={words.open}
        >
          <Icon name="external" />
        </a>
        <DownloadAction attachment={picture} file={file} messages={messages} locale={locale} />
        <Step to="next" label={words.next} onClick={onNext} />
      </div>
    </>
  );
}

function Step({ to, label, onClick }: { to: string; label: string; onClick: (() => void) | null }) {
  return (
    <Button
      className="s3a-icon-button s3a-lightbox-step"
      data-to={to}
      aria-label={label}
      title={label}
      aria-disabled={!onClick || undefined}
      onClick={() => onClick?.()}
    >
      <Icon name="chevron" size={20} />
    </Button>
  );
}
