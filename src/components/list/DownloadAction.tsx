'use client';
import type { Attachment } from '../../contract/index.ts';
import type { StoredFile } from '../../hooks/index.ts';
import { Button } from '../primitives/Button.tsx';
import { formatBytes } from '../primitives/formatBytes.ts';
import { Icon } from '../primitives/Icon.tsx';
import type { ListMessages } from './listMessages.ts';

/** Bytes up to which a file is fetched to be saved under its own name: it stands in memory meanwhile. */
const largestDownload = 200_000_000;

/** Props of the action. */
export interface DownloadActionProps {
  attachment: Attachment;
  file: StoredFile;
  messages: ListMessages;
  locale: string | undefined;
}

/** Saves a file under its own name; a large one opens in a new tab instead, and says so. */
export function DownloadAction({ attachment, file, messages, locale }: DownloadActionProps) {
  const { name, size, url } = attachment;
  const words = messages.list;
  if (size > largestDownload) {
    const label = words.downloadLarge(name, formatBytes(largestDownload, locale));
    return (
      <a
        className="s3a-button s3a-icon-button"
        data-variant="quiet"
        href={url}
        download={name}
        target="_blank"
        rel="noreferrer"
        aria-label={label}
        title={label}
      >
        <Icon name="download" />
      </a>
    );
  }
  return (
    <Button
      variant="quiet"
      className="s3a-icon-button"
      aria-label={words.download(name)}
      title={words.download(name)}
      busy={file.state.status === 'downloading'}
      onClick={file.download}
    >
      <Icon name="download" />
    </Button>
  );
}

/** How far a download is, from 0 to 1. */
export function downloaded(file: StoredFile, size: number): number | null {
  if (file.state.status !== 'downloading') return null;
  return size === 0 ? 0 : Math.min(file.state.loaded / size, 1);
}
