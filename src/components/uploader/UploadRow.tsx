'use client';
import { memo, useEffect, useRef } from 'react';
import type { SettingsTarget, Verdict } from '../../diagnosis/index.ts';
import { isPending, type Upload, type Uploader, useUpload } from '../../hooks/index.ts';
import { Button } from '../primitives/Button.tsx';
import { formatBytes } from '../primitives/formatBytes.ts';
import { Icon } from '../primitives/Icon.tsx';
import { VerdictAlert } from '../primitives/VerdictAlert.tsx';
import type { UploaderMessages } from './uploaderMessages.ts';

/** Props of a row. */
export interface UploadRowProps {
  uploader: Uploader;
  id: string;
  messages: UploaderMessages;
  locale: string | undefined;
  settingsHref: ((target: SettingsTarget) => string) | undefined;
  onOpenSettings: ((target: SettingsTarget) => void) | undefined;
  /** Takes the file off the list, and the focus to what is next. */
  onRemove: (id: string) => void;
}

/**
 * One file on its way. It subscribes for itself, so its progress renders no other row.
 * @selector [data-status] queued, sending, registering, stored, failed
 */
export const UploadRow = memo(function UploadRow({
  uploader,
  id,
  messages,
  locale,
  settingsHref,
  onOpenSettings,
  onRemove,
}: UploadRowProps) {
  const upload = useUpload(uploader, id);
  const remove = useRef<HTMLButtonElement>(null);
  const retried = useRef(false);
  const failed = upload?.status === 'failed';

  // “Try again” is gone once it was pressed: the focus stays in its row.
  useEffect(() => {
    if (failed || !retried.current) return;
    retried.current = false;
    remove.current?.focus();
  }, [failed]);

  if (!upload) return null;
  const { name, status } = upload;
  const words = messages.uploader;
  const pending = isPending(upload);
  return (
    <li className="s3a-row" data-status={status}>
      <span className="s3a-row-icon">
        <Icon name={status === 'stored' ? 'check' : status === 'failed' ? 'alert' : 'file'} />
      </span>
      <span className="s3a-row-name" title={name}>
        <bdi>{name}</bdi>
      </span>
      <span className="s3a-row-meta">
        <bdi>{formatBytes(upload.size, locale)}</bdi>
        <span aria-hidden="true"> · </span>
        <span className="s3a-row-status">{statusText(upload, words, locale)}</span>
      </span>
      {status !== 'stored' && (
        <Button
          ref={remove}
          variant="quiet"
          className="s3a-icon-button"
          data-remove={id}
          aria-label={pending ? words.cancel(name) : words.remove(name)}
          onClick={() => onRemove(id)}
        >
          <Icon name="close" />
        </Button>
      )}
      {pending && (
        <div
          className="s3a-bar"
          role="progressbar"
          aria-label={words.progress(name)}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.floor(fraction(upload) * 100)}
        >
          <svg className="s3a-bar-fill" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect width={fraction(upload) * 100} height="1" />
          </svg>
        </div>
      )}
      {status === 'failed' && (
        <VerdictAlert
          verdict={upload.verdict}
          messages={messages}
          settingsHref={settingsHref}
          onOpenTarget={onOpenSettings}
        >
          {canRetry(upload.verdict) && (
            <Button
              onClick={() => {
                retried.current = true;
                uploader.retry(id);
              }}
            >
              {words.tryAgain}
            </Button>
          )}
        </VerdictAlert>
      )}
      {status === 'stored' && upload.notice && (
        <VerdictAlert
          verdict={upload.notice}
          messages={messages}
          tone="warning"
          settingsHref={settingsHref}
          onOpenTarget={onOpenSettings}
        />
      )}
    </li>
  );
});

/** What lies in the file itself stays as it is, however often it is tried. */
function canRetry(verdict: Verdict): boolean {
  if (verdict.detail === 'redacted') return true;
  return !verdict.diagnosis.where.some((where) => where.kind === 'elsewhere' && where.place === 'file');
}

/** How much is done, from 0 to 1; below 1 until it is registered. */
function fraction(upload: Upload): number {
  if (upload.status === 'registering') return 0.99;
  if (upload.status !== 'sending') return 0;
  return upload.size === 0 ? 0.5 : Math.min(upload.loaded / upload.size, 0.99);
}

function statusText(upload: Upload, words: UploaderMessages['uploader'], locale: string | undefined): string {
  if (upload.status !== 'sending') return words[upload.status];
  return words.sending(
    new Intl.NumberFormat(locale, { style: 'percent' }).format(Math.floor(fraction(upload) * 100) / 100),
  );
}
