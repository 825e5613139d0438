'use client';
import type { Attachment } from '../../contract/index.ts';
import { Icon } from '../primitives/Icon.tsx';
import { fileIcon } from '../uploader/fileIcon.ts';
import { isPicture } from './isPicture.ts';

/** Bytes up to which a picture is loaded only to be shown small; larger ones are loaded when they are opened. */
const largestThumbnail = 10_000_000;

/** Props of the sign. */
export interface RowSignProps {
  attachment: Attachment;
  /** Counts the tries: each loads the picture anew. */
  attempt: number;
  /** It is known that there is nothing to show. */
  broken: boolean;
  /** What the button says that opens the picture large. */
  view: string;
  onView: (attachment: Attachment) => void;
  /** The thumbnail did not load. */
  onError: () => void;
  /** Who stores it. */
  title: string;
}

/**
 * What stands before a name: a thumbnail that opens the picture large, or the picture for its kind, in a box of one size.
 * @selector [data-view] the id of the attachment, to which the focus comes back
 */
export function RowSign(props: RowSignProps) {
  const { attachment, attempt, broken, view, onView, onError, title } = props;
  if (broken || !isPicture(attachment)) {
    return (
      <span className="s3a-file-sign" title={title}>
        <Icon name={fileIcon(attachment.type)} size={20} />
      </span>
    );
  }
  return (
    <button
      type="button"
      className="s3a-file-sign"
      title={title}
      aria-label={view}
      aria-haspopup="dialog"
      data-view={attachment.id}
      onClick={() => onView(attachment)}
    >
      {attachment.size > largestThumbnail ? (
        <Icon name="image" size={20} />
      ) : (
        <img
          key={attempt}
          src={attachment.url}
          alt=""
          width="40"
          height="40"
          loading="lazy"
          decoding="async"
          onError={onError}
        />
      )}
    </button>
  );
}
